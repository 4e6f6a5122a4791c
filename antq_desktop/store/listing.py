"""Lists of a million records: their order is kept once in a table of its own, and read by page.

With LIMIT and OFFSET every page would sort everything again. The order is a temporary table of
numbers in memory (some 13 MB for a million), filled by statements of SQL alone: the windows go on
meanwhile. A page of a hundred rows is then read in a millisecond wherever it lies, and what is
added afterwards moves no row of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.store.early import LOOKED, first_with
from antq_desktop.store.queries import COLUMNS, PASSED, Line, expression, line_of, where
from antq_desktop.store.sorting import BookSorting, FieldSorting, in_filter, temporary
from antq_desktop.store.stopping import go_on, stopped_by
from antq_desktop.store.tables import Cell, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database
    from antq_desktop.store.queries import Filter
    from antq_desktop.store.stopping import Stop

    Key = Callable[[str], str]

#: What a list may be sorted by besides the fields of its register.
#: They begin with "_", as no field does.
BOOK, STATE, UNIT = "_book", "_state", "_unit"

LONG = 20_000
"""From how many records on a list is long: it gets indexes, and shows its first page early."""

FEW, SHARE = 50_000, 25
"""Up to how many records are sorted one by one rather than picked out of the whole order: so many
at most, and of all records one in ``SHARE``. To look one up costs as much as to pass that many."""

_PASSING = ("list_hits", "list_kept", "list_drafts", "list_ranks")
"""The tables that an order is made with."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for: a register, what narrows it, how it is sorted.

    ``text`` is a folded text: records that have all its words. ``key`` gives the values of a column
    with codes, or of units, their order.
    """

    register: Register
    wanted: Filter
    order: Order
    key: Key
    text: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether some records of the register are left out."""
        wanted = self.wanted
        by = (wanted.period, wanted.state, wanted.unit, wanted.units, wanted.years)
        return any(by) or self.picked

    @property
    def picked(self) -> bool:
        """Whether an index names the records: by their words, or by what is overdue."""
        return bool(self.text) or self.wanted.passed_at is not None


class Listed:
    """The order of a list as it was when it was read: ``count`` rows, numbered from 0."""

    def __init__(self, register: Register, table: str, count: int) -> None:
        self.register = register
        self.table = table
        self.count = count

    def __len__(self) -> int:
        return self.count


class Listing:
    """Orders and pages of lists."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._made = 0

    def is_long(self, register: str) -> bool:
        """Say whether a register has so many records that its lists are long."""
        row = self._database.execute(
            "SELECT 1 FROM current WHERE register = ? LIMIT 1 OFFSET ?", [register, LONG]
        ).fetchone()
        return row is not None

    def first(
        self, asked: Asked, many: int, fields: Sequence[Field], stop: Stop = go_on
    ) -> list[ListRow] | None:
        """Return the first rows of a list before its order is known.

        None where that would take as long as the order itself, or ``stop`` said to stop.
        """
        column, text, every = asked.order.column, asked.text, replace(asked, text="")
        if every.picked or (every.narrowed and column != BOOK):
            return None
        if (text and column in {STATE, UNIT}) or not self.is_long(asked.register.name):
            return None
        found: list[int] | None = None
        with stopped_by(self._database, stop) as going:
            sorting = self._sorting(every, long=True)
            if sorting.indexed:
                found = self._first_ids(every, sorting, LOOKED if text else many)
            if text and found is not None:
                found = first_with(self._database, asked.register, found, text, many)
        if not going.on or found is None:
            return None
        return [row for row in self._rows(asked.register, found, fields) if row is not None]

    def _first_ids(self, asked: Asked, sorting: BookSorting | FieldSorting, many: int) -> list[int]:
        found: list[int] = []
        for sql, values in self._statements(asked, sorting, long=True):
            room = many - len(found)
            rows = self._database.execute(f"{sql} LIMIT ?", [*values, room])
            found.extend(int(row[0]) for row in rows)
        return found

    def order(self, asked: Asked, stop: Stop = go_on) -> Listed | None:
        """Take the order of a list, drafts first; None where ``stop`` said that nobody wants it.

        Records without a value come last both ways; those with the same value in the order in
        which they came, or in that of the book where the list is sorted by state or unit.
        """
        self._made += 1
        name = f"list_{self._made}"
        temporary(self._database, name, "n INTEGER PRIMARY KEY, id INTEGER NOT NULL")
        count = 0
        with stopped_by(self._database, stop) as going:
            long = self.is_long(asked.register.name)
            sorting = self._sorting(asked, long=long)
            for sql, values in self._statements(asked, sorting, long=long):
                self._database.execute(f"INSERT INTO temp.{name} (id) {sql}", values)
            count = self._count(name)
        for used in _PASSING:
            self._database.execute(f"DROP TABLE IF EXISTS temp.{used}")
        listed = Listed(asked.register, f"temp.{name}", count)
        if going.on:
            return listed
        self.close(listed)
        return None

    def close(self, listed: Listed) -> None:
        """Forget an order; its pages are empty from then on."""
        self._database.execute(f"DROP TABLE IF EXISTS {listed.table}")
        listed.count = 0

    def rows(
        self, listed: Listed, start: int, many: int, fields: Sequence[Field]
    ) -> list[ListRow | None]:
        """Return rows from ``start`` on; None for a record that is gone meanwhile."""
        return self._rows(listed.register, list(self.ids(listed, start, many)), fields)

    def ids(self, listed: Listed, start: int, many: int) -> Iterator[int]:
        """Yield the numbers of the records from ``start`` on, in order."""
        if not listed.count:
            return
        rows = self._database.execute(
            f"SELECT id FROM {listed.table} WHERE n > ? AND n <= ? ORDER BY n",
            [start, start + many],
        )
        yield from (int(row[0]) for row in rows)

    def places(self, listed: Listed, ids: Iterable[int]) -> dict[int, int]:
        """Return at which row records stand, by their number; without those that are not there."""
        if not listed.count:
            return {}
        numbers = ",".join(str(int(one)) for one in ids)
        rows = self._database.execute(
            f"SELECT id, n - 1 FROM {listed.table} WHERE id IN ({numbers})"
        )
        return {int(one): int(place) for one, place in rows}

    def number_of(self, record: str) -> int | None:
        """Return the number of a record, None where it is not known."""
        row = self._database.execute("SELECT id FROM current WHERE record = ?", [record]).fetchone()
        return int(row[0]) if row else None

    def _sorting(self, asked: Asked, *, long: bool) -> BookSorting | FieldSorting:
        column, descending = asked.order.column, asked.order.descending
        if column == BOOK:
            return BookSorting(None, descending=descending)
        if column in {STATE, UNIT}:
            by_code = BookSorting(column[1:], descending=descending)
            if long and not asked.narrowed:  # else the filter needs more than the index has
                by_code.index(self._database)
            by_code.rank(self._database, asked.register.name, asked.key)
            return by_code
        field = asked.register.by_name[column]
        sorting = FieldSorting(asked.register, field, descending=descending)
        if long:
            sorting.index(self._database)
        sorting.rank(self._database, asked.key)
        return sorting

    def _statements(
        self, asked: Asked, sorting: BookSorting | FieldSorting, *, long: bool
    ) -> Iterator[tuple[str, list[object]]]:
        """Yield the statements that give the numbers of a list, one after another."""
        terms, values = where(asked.wanted)
        of: str | None = None
        if asked.picked:
            terms = f"{terms} AND current.id IN (SELECT id FROM temp.list_hits)"
            of = "temp.list_hits" if self._hits(asked) <= self._few() else None
        for draft in (1, 0):
            wanted = f"{terms} AND current.draft = {draft}"
            if sorting.of_current:
                inside, bound, source = wanted, values, of
            elif draft or asked.narrowed or not long:
                kept = "list_drafts" if draft else "list_kept"
                inside, bound = f"t.id IN (SELECT id FROM temp.{kept})", []
                few = self._keep(kept, wanted, values, of) <= self._few()
                source = f"temp.{kept}" if few or not long else None
            else:
                inside, bound = "t.id NOT IN (SELECT id FROM temp.list_drafts)", []
                source = None
            for part in sorting.segments:
                yield sorting.select(part, inside, source), [*part.values, *bound]

    def _few(self) -> int:
        """Return up to how many records are looked up one by one."""
        row = self._database.execute("SELECT coalesce(max(id), 0) FROM current").fetchone()
        return min(FEW, int(row[0]) // SHARE)

    def _hits(self, asked: Asked) -> int:
        """Note which records have the words, or are overdue; return how many."""
        temporary(self._database, "list_hits", "id INTEGER PRIMARY KEY")
        passed = asked.wanted.passed_at
        if passed is not None:
            self._database.execute(
                f"INSERT OR IGNORE INTO temp.list_hits {PASSED}", [asked.register.name, passed]
            )
        if asked.text:
            found = "SELECT rowid FROM search WHERE search MATCH ?"
            words = [expression("folded", asked.text)]
            if passed is None:
                self._database.execute(f"INSERT INTO temp.list_hits {found}", words)
            else:
                self._database.execute(
                    f"DELETE FROM temp.list_hits WHERE id NOT IN ({found})", words
                )
        return self._count("list_hits")

    def _keep(self, name: str, terms: str, values: Sequence[object], of: str | None) -> int:
        """Note the records of the filter, to be sorted; return how many there are."""
        temporary(self._database, name, "id INTEGER PRIMARY KEY")
        sql = in_filter(terms, of)
        self._database.execute(f"INSERT INTO temp.{name} {sql}", list(values))
        return self._count(name)

    def _count(self, name: str) -> int:
        row = self._database.execute(f"SELECT count(*) FROM temp.{name}").fetchone()
        return int(row[0])

    def _rows(
        self, register: Register, ids: Sequence[int], fields: Sequence[Field]
    ) -> list[ListRow | None]:
        main = tables_of(register)[0]
        cells = "".join(f', t."{field.name}"' for field in fields)
        found = {
            int(row[0]): ListRow(line_of(row[1:12]), tuple(row[12:]))
            for row in self._database.execute(
                f"SELECT current.id, {COLUMNS}{cells} FROM current"
                f" JOIN {main.name} AS t ON t.id = current.id"
                f" WHERE current.id IN ({','.join(str(one) for one in ids)})"
            )
        }
        return [found.get(one) for one in ids]
