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

#: By steps in the index: it costs as many as there are pairs, however many records these have.
_OWNED = """
WITH RECURSIVE owned (register, unit) AS (
    SELECT * FROM (SELECT register, unit FROM current ORDER BY register, unit LIMIT 1)
    UNION ALL
    SELECT next.register, next.unit FROM owned JOIN current AS next ON next.id = coalesce(
        (SELECT id FROM current INDEXED BY current_in_book WHERE register = owned.register
            AND unit > owned.unit ORDER BY unit LIMIT 1),
        (SELECT id FROM current INDEXED BY current_in_book WHERE register > owned.register
            ORDER BY register, unit LIMIT 1))
) SELECT register, unit FROM owned
"""
_BY = "(? IS NULL OR drafts.author = ?)"
_MOST_RANKED = 5000
#: Records with a limit that has passed: of a register, at a moment as in `outstanding.Awaited.due`.
PASSED = "SELECT id FROM outstanding WHERE register = ? AND due < ?"
_IS_MUCH = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1 OFFSET ?"


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

    ``years`` are the first and the last year of the books; ``author`` is who entered the record.
    ``passed_at`` takes those with a limit
    that was over at that moment and is not met; written as `outstanding.Awaited.due`.
    """

    register: str
    period: Period | None = None
    state: str | None = None
    unit: str | None = None
    units: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    author: str | None = None
    passed_at: str | None = None


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

    def held(self) -> list[tuple[str, str, int, int, int]]:
        """Return (register, unit, records, voided, drafts); records are all that took a number."""
        rows = self._database.execute(
            "SELECT register, unit, sum(draft = 0), sum(voided), sum(draft)"
            " FROM current INDEXED BY current_in_list GROUP BY register, unit"
        )
        return [(str(name), str(unit), int(a), int(b), int(c)) for name, unit, a, b, c in rows]

    def happened(self, first: str, last: str) -> dict[str, dict[str, int]]:
        """Return by register how many records have their event in which month ("2023-05").

        ``first`` and ``last`` are days, both included. Counted is what indicators count: no draft,
        nothing voided, no duplicate (counting A03, A10).
        """
        found: dict[str, dict[str, int]] = {}
        rows = self._database.execute(
            "SELECT register, substr(event, 1, 7), count(*)"
            " FROM current INDEXED BY current_by_event"
            " WHERE draft = 0 AND voided = 0 AND duplicate = 0 AND event BETWEEN ? AND ?"
            " GROUP BY 1, 2",
            [first, last],
        )
        for register, month, count in rows:
            found.setdefault(str(register), {})[str(month)] = int(count)
        return found

    def drafts(self, author: str | None = None) -> int:
        """Return how many drafts there are, of an author or of all."""
        count = self._database.execute(f"SELECT count(*) FROM drafts WHERE {_BY}", [author, author])
        return int(count.fetchone()[0])

    def newest_drafts(self, most: int, author: str | None = None) -> list[Line]:
        """Return drafts of an author or of all, the one that was begun last first."""
        rows = self._database.execute(
            f"SELECT {COLUMNS} FROM drafts CROSS JOIN current ON current.record = drafts.record"
            f" WHERE {_BY} ORDER BY drafts.record DESC LIMIT ?",
            [author, author, most],
        )
        return [line_of(row) for row in rows]

    def units(self) -> set[str]:
        """Return the keys of the units that own a record or a draft."""
        return {unit for _, unit in self._owned()}

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
        wanted, owned = sorted(units), self._owned()
        if len({unit for _, unit in owned}) <= 1 or not wanted:
            return []
        registers = sorted({register for register, _ in owned})
        rows = self._database.execute(
            f"SELECT {COLUMNS} FROM current INDEXED BY current_in_book"
            f" WHERE register IN ({_marks(registers)}) AND unit IN ({_marks(wanted)})"
            " ORDER BY event DESC, id DESC LIMIT ?",
            [*registers, *wanted, limit],
        )
        return [line_of(row) for row in rows]

    def _owned(self) -> list[tuple[str, str]]:
        """Return each register with each unit that owns a record in it, one step a pair."""
        return self._database.execute(_OWNED).fetchall()

    def _ids(self, expression: str, limit: int) -> Iterator[int]:
        """Yield what is found, best first; where very much is found, the newest first.

        To rank a million records takes seconds, and says nothing where each of them has the word.
        """
        many = self._database.execute(_IS_MUCH, [expression, _MOST_RANKED]).fetchone()
        order = "rank" if many is None else "rowid DESC"
        rows = self._database.execute(
            f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY {order} LIMIT ?",
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
        terms.append(f"current.unit IN ({_marks(wanted.units)})")
        values.extend(sorted(wanted.units))
    if wanted.unit is not None:
        terms.append("current.unit = ?")
        values.append(wanted.unit)
    if wanted.years is not None:
        terms.append("current.book_year BETWEEN ? AND ?")
        values += wanted.years
    if wanted.author is not None:
        terms.append(
            "current.record IN (SELECT record FROM drafts WHERE author = ? UNION ALL"
            " SELECT record FROM revisions WHERE register = ? AND number = 1"
            " AND header ->> '$.author' = ?)"
        )
        values += [wanted.author, wanted.register, wanted.author]
    if wanted.passed_at is not None:
        terms.append(f"current.id IN ({PASSED})")
        values += [wanted.register, wanted.passed_at]
    return " AND ".join(terms), values


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def expression(column: str, key: str) -> str:
    """Return the FTS5 query for a key: all its words, the last one perhaps only begun."""
    # Quoted, so that nothing a person types is taken for the query language of FTS5.
    words = ['"' + word.replace('"', '""') + '"' for word in key.split()]
    return f"{column} : ({' AND '.join(words)}*)" if words else ""
