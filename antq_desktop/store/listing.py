"""Lists of a million records: their order is taken once, as ids; rows are read by page.

With LIMIT and OFFSET every page would sort everything again. The ids of a million records are
8 MB, and a page of a hundred rows is then read in a millisecond wherever it lies.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.store.queries import COLUMNS, Filter, Line, expression, line_of, where
from antq_desktop.store.tables import Cell, Table, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database

    Key = Callable[[str], str]


_KEY = "list_key"
"""The name of the function by which SQL asks for a key."""

#: What a list may be sorted by besides the fields of its register.
#: They begin with "_", as no field does.
BOOK, STATE, UNIT = "_book", "_state", "_unit"

_PLAIN = frozenset(
    {
        *(Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT, Kind.PARTIAL_MOMENT),
        *(Kind.INTEGER, Kind.MONEY, Kind.FLAG),
    }
)


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted: the name of a field, or BOOK, STATE, UNIT."""

    column: str = BOOK
    descending: bool = True


BY_BOOK = Order()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list: the record, and the cells of the columns that were asked for."""

    line: Line
    cells: tuple[Cell, ...]


class Listing:
    """Orders and pages of lists."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(
        self, register: Register, wanted: Filter, text: str, order: Order, key: Key
    ) -> array[int]:
        """Return the ids of the records of a list in its order; drafts come first.

        ``text`` is a folded text: it narrows the list to records that have all its words. ``key``
        orders the values of a column that are not ordered as they are stored.
        """
        terms, values = where(wanted)
        if text:
            terms += " AND current.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
            values.append(expression("folded", text))
        found = array("q")
        join, by = self._ordered(register, order, key)
        for draft in (1, 0):  # apart, so that the index of the book gives the order both ways
            rows = self._database.execute(
                f"SELECT current.id FROM current{join}"
                f" WHERE {terms} AND current.draft = {draft} ORDER BY {by}",
                values,
            )
            found.extend(int(row[0]) for row in rows)
        return found

    def _ordered(self, register: Register, order: Order, key: Key) -> tuple[str, str]:
        """Return the table that is joined for an order, and the terms of it."""
        way = "DESC" if order.descending else "ASC"
        book = ", ".join(f"current.{name} {way}" for name in ("book_year", "book_number", "id"))
        if order.column == BOOK:
            return "", book
        main = tables_of(register)[0]
        column, keyed = _sorted_by(register, order.column, main)
        by = column
        if keyed:
            self._database.conn.create_function(_KEY, 1, _remembered(key))
            by = f"{_KEY}({column})"
        of_current = order.column in {STATE, UNIT}
        join = "" if of_current else f" JOIN {main.name} AS t ON t.record = current.record"
        return join, f"{column} IS NULL, {by} {way}, {book}"

    def rows(
        self, register: Register, ids: Sequence[int], fields: Sequence[Field]
    ) -> list[ListRow]:
        """Return rows by their ids, in that order; a record that is gone meanwhile is left out."""
        main = tables_of(register)[0]
        cells = "".join(f', t."{field.name}"' for field in fields)
        found = {
            int(row[0]): ListRow(line_of(row[1:12]), tuple(row[12:]))
            for row in self._database.execute(
                f"SELECT current.id, {COLUMNS}{cells} FROM current"
                f" JOIN {main.name} AS t ON t.record = current.record"
                f" WHERE current.id IN ({', '.join('?' for _ in ids)})",
                list(ids),
            )
        }
        return [found[one] for one in ids if one in found]

    def records(self, register: Register, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the record of each of these ids, in their order."""
        known = dict(
            self._database.execute(
                "SELECT id, record FROM current WHERE register = ?", [register.name]
            ).fetchall()
        )
        yield from ((one, known[one]) for one in ids)


def _remembered(key: Key) -> Callable[[object], str | None]:
    """Return a function for SQL that asks for the key of each value once.

    It is called row by row, so that other threads go on meanwhile: a list of the values of a
    million records in one piece would stop the windows.
    """
    known: dict[object, str] = {}

    def keyed(cell: object) -> str | None:
        if cell is None:
            return None
        found = known.get(cell)
        if found is None:
            found = known[cell] = key(str(cell))
        return found

    return keyed


def _sorted_by(register: Register, column: str, main: Table) -> tuple[str, bool]:
    """Return what a list is ordered by in SQL, and whether its values are ordered by a key."""
    if column in {STATE, UNIT}:
        return f"current.{column[1:]}", True
    if column in main.sorted:
        return f't."{column}__sort"', False
    return f't."{register.by_name[column].name}"', register.by_name[column].kind not in _PLAIN
