"""Long statements that are broken off once nobody waits for them any more."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.store.driver import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from antq_desktop.store.driver import Database

    Stop = Callable[[], bool]

INTERRUPTED = 9
"""SQLite's result code of a statement that was stopped."""

_STEPS = 50_000
"""After how many steps SQLite asks whether to go on; about a millisecond of work."""


@dataclass
class Going:
    """Whether the statements went on to their end."""

    on: bool = True


def go_on() -> bool:
    """Say that nobody asks to stop."""
    return False


@contextmanager
def stopped_by(database: Database, stop: Stop) -> Iterator[Going]:
    """Let ``stop`` interrupt the statements inside; what it yields says whether it did."""
    going = Going()
    connection = database.conn
    connection.set_progress_handler(stop, _STEPS)
    try:
        yield going
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) != INTERRUPTED:
            raise
        going.on = False
    finally:
        connection.set_progress_handler(None, 0)
