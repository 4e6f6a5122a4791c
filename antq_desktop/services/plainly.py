"""A service as a person asks for it: what the disk does to the database is told in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from antq_desktop.store.connection import words_for_errors

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def plainly(work: Callable[[], T]) -> T:
    """Return what some work returns; Refusal where the database is damaged, full or locked.

    Reading has no transaction that says so by itself.
    """
    with words_for_errors():
        return work()
