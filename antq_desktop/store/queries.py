"""What lists and the search box ask of the projections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.vietnamese import fold, has_marks, tone_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.periods import Period
    from antq_desktop.store.driver import Database

    Row = tuple[str, str, str, int, int, int, str, int, int, str | None, str]

COLUMNS = (
    "current.record, current.register, current.unit, current.number, current.book_year,"
    " current.book_number, current.state, current.voided, current.draft, current.event,"
    " current.title"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A record as a list shows it. ``number`` is that of its last revision, 0 for a draft."""

    record: str
    register: str
    unit: str
    number: int
    book_year: int
    book_number: int
    state: str
    voided: bool
    draft: bool
    event: str | None
    title: str

    @property
    def book(self) -> str | None:
        """The number in the book, "12/2023"; None for a draft."""
        return None if self.draft else f"{self.book_number}/{self.book_year}"


def line_of(row: Row) -> Line:
    """Return the record of a row of `COLUMNS`."""
    return Line(*row[:7], bool(row[7]), bool(row[8]), row[9], row[10])


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; None leaves it open. ``state`` may be "draft" or "voided".

    ``years`` are the first and the last year of the books.
    """

    register: str
    period: Period | None = None
    state: str | None = None
    unit: str | None = None
    units: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None


class Queries:
    """Lists, counts, look-ups and search."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, wanted: Filter, limit: int = -1, offset: int = 0) -> list[Line]:
        """Return the records of a list in the order of the book, drafts last."""
        terms, values = where(wanted)
        rows = self._database.execute(
            f"SELECT {COLUMNS} FROM current WHERE {terms}"
            " ORDER BY draft, unit, book_year, book_number, record LIMIT ? OFFSET ?",
            [*values, limit, offset],
        )
        return [line_of(row) for row in rows]

    def in_order(self, wanted: Filter) -> Iterator[Line]:
        """Yield the registered records of a list in the order of the book, read as they come."""
        terms, values = where(wanted)
        yield from map(
            line_of,
            self._database.execute(
                f"SELECT {COLUMNS} FROM current WHERE draft = 0 AND {terms}"
                " ORDER BY book_year, book_number, record",
                values,
            ),
        )

    def total(self, wanted: Filter) -> int:
        """Return how many records a list has."""
        terms, values = where(wanted)
        row = self._database.execute(
            f"SELECT count(*) FROM current WHERE {terms}", values
        ).fetchone()
        return int(row[0])

    def line(self, record: str) -> Line | None:
        """Return one record, None if it is not known."""
        row = self._database.execute(
            f"SELECT {COLUMNS} FROM current WHERE record = ?", [record]
        ).fetchone()
        return line_of(row) if row else None

    def in_book(self, register: str, number: int, year: int) -> list[Line]:
        """Return the records with that number in that book (an office has many books)."""
        rows = self._database.execute(
            f"SELECT {COLUMNS} FROM current WHERE register = ? AND book_year = ?"
            " AND book_number = ? AND draft = 0",
            [register, year, number],
        )
        return [line_of(row) for row in rows]

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Return (records, drafts, voided) by register; records are all that took a number."""
        rows = self._database.execute(
            "SELECT register, sum(draft = 0), sum(draft), sum(voided) FROM current"
            " GROUP BY register"
        )
        return {name: (int(a), int(b), int(c)) for name, a, b, c in rows}

    def units(self) -> set[str]:
        """Return the keys of the units that own a record or a draft."""
        rows = self._database.execute("SELECT DISTINCT unit FROM current")
        return {str(row[0]) for row in rows}

    def records(self) -> int:
        """Return how many records and drafts there are."""
        row = self._database.execute("SELECT count(*) FROM current").fetchone()
        return int(row[0])

    def search(self, text: str, limit: int = 100) -> list[Line]:
        """Find records by words, with or without marks; typed marks rank exact hits first.

        Every word must be there, the last one may be a beginning. Confidential fields are not
        searched: they are in no index.
        """
        folded = expression("folded", fold(text))
        if not folded:
            return []
        found: dict[int, None] = {}
        if has_marks(text):
            found |= dict.fromkeys(self._ids(expression("toned", tone_key(text)), limit))
        if len(found) < limit:
            found |= dict.fromkeys(self._ids(folded, limit))
        return self._by_ids(list(found)[:limit])

    def of_units(self, units: Iterable[str], limit: int) -> list[Line]:
        """Return the newest records of units (keys as text); none where all are of one unit.

        There the name of the unit tells nothing.
        """
        owners = self._database.execute("SELECT DISTINCT unit FROM current LIMIT 2").fetchall()
        wanted = sorted(units)
        if len(owners) <= 1 or not wanted:
            return []
        marks = ", ".join("?" for _ in wanted)
        rows = self._database.execute(
            f"SELECT {COLUMNS} FROM current WHERE unit IN ({marks})"
            " ORDER BY event DESC, id DESC LIMIT ?",
            [*wanted, limit],
        )
        return [line_of(row) for row in rows]

    def _ids(self, expression: str, limit: int) -> Iterator[int]:
        rows = self._database.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?",
            [expression, limit],
        )
        yield from (int(row[0]) for row in rows)

    def _by_ids(self, numbers: list[int]) -> list[Line]:
        """Return the lines in the order of their numbers."""
        marks = ", ".join("?" for _ in numbers)
        rows = self._database.execute(
            f"SELECT id, {COLUMNS} FROM current WHERE id IN ({marks})", numbers
        )
        lines = {row[0]: line_of(row[1:]) for row in rows}
        return [lines[number] for number in numbers if number in lines]


def where(wanted: Filter) -> tuple[str, list[object]]:
    """Return a condition on ``current`` and the values that are bound to it."""
    terms = ["current.register = ?"]
    values: list[object] = [wanted.register]
    if wanted.period is not None:
        terms.append("current.event BETWEEN ? AND ?")
        values += [wanted.period.first.isoformat(), wanted.period.last.isoformat()]
    if wanted.state == "voided":
        terms.append("current.voided = 1")
    elif wanted.state is not None:
        terms.append("current.state = ?")
        values.append(wanted.state)
    if wanted.units:
        terms.append(f"current.unit IN ({', '.join('?' for _ in wanted.units)})")
        values.extend(sorted(wanted.units))
    if wanted.unit is not None:
        terms.append("current.unit = ?")
        values.append(wanted.unit)
    if wanted.years is not None:
        terms.append("current.book_year BETWEEN ? AND ?")
        values += wanted.years
    return " AND ".join(terms), values


def expression(column: str, key: str) -> str:
    """Return the FTS5 query for a key: all its words, the last one perhaps only begun."""
    # Quoted, so that nothing a person types is taken for the query language of FTS5.
    words = ['"' + word.replace('"', '""') + '"' for word in key.split()]
    return f"{column} : ({' AND '.join(words)}*)" if words else ""
