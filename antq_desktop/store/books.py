"""Book numbers: one book a register and year, numbered without gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.store.driver import Database


class Books:
    """Gives the next number; inside the transaction that saves, so that none is lost."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next(self, register: str, year: int) -> int:
        """Take the next number of a book."""
        row = self._database.execute(
            "INSERT INTO books (register, year, last) VALUES (?, ?, 1)"
            " ON CONFLICT (register, year) DO UPDATE SET last = last + 1 RETURNING last",
            [register, year],
        ).fetchone()
        return int(row[0])
