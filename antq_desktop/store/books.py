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

    def raise_to(self, register: str, year: int, last: int) -> None:
        """Give no number up to ``last`` again: the paper book has it."""
        self._database.execute(
            "INSERT INTO books (register, year, last) VALUES (?, ?, ?)"
            " ON CONFLICT (register, year) DO UPDATE SET last = max(last, excluded.last)",
            [register, year, last],
        )

    def last(self) -> dict[tuple[str, int], int]:
        """Return the last number that was given, by register and year."""
        rows = self._database.execute(
            "SELECT register, year, last FROM books ORDER BY register, year"
        )
        return {(str(register), int(year)): int(last) for register, year, last in rows}
