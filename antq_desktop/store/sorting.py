"""How the rows of a list are put in order in SQL, and the indexes that long lists get for it.

An index is made when somebody first sorts a long list by its column, which costs about as much as
sorting it that once. A book that is never long pays for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.store.driver import DatabaseError
from antq_desktop.store.stopping import INTERRUPTED
from antq_desktop.store.tables import sort_column, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database

    Key = Callable[[str], str]

_CODED = frozenset({Kind.CHOICE, Kind.UNIT})
_RANK = "(SELECT rank FROM temp.list_ranks WHERE value = {column})"


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that stand together in an order: which they are, and how they are sorted inside."""

    terms: str
    by: str
    values: tuple[object, ...] = ()


class BookSorting:
    """The order of the book; by a column of ``current`` with codes first, where one is named."""

    of_current = True
    """The order needs nothing but the columns of ``current``."""

    def __init__(self, column: str | None, *, descending: bool) -> None:
        way = "DESC" if descending else "ASC"
        book = ", ".join(f"current.{name} {way}" for name in ("book_year", "book_number", "id"))
        rank = f"{_RANK.format(column=f'current.{column}')} {way}, " if column else ""
        self._column, self._book, self._descending = column, book, descending
        self._index = "current_in_list"
        self.indexed = column is None
        """Whether an index gives the order."""
        self.segments: tuple[Segment, ...] = (Segment("1", rank + book),)

    def index(self, database: Database) -> None:
        """Make sure that an index gives the order by the codes, as `FieldSorting.index` does."""
        name = f"current_by_{self._column}"
        columns = f"register, draft, {self._column}, book_year, book_number"
        if make_index(database, f"CREATE INDEX IF NOT EXISTS {name} ON current ({columns})"):
            self._index, self.indexed = name, True

    def rank(self, database: Database, register: str, key: Key) -> None:
        """Give the codes of a register their order."""
        codes = self._codes(database, register)
        if self.indexed:
            ranked = sorted(codes, key=key, reverse=self._descending)
            term = f"current.{self._column} = ?"
            self.segments = tuple(Segment(term, self._book, (code,)) for code in ranked)
        else:
            write_ranks(database, codes, key)

    def select(self, part: Segment, terms: str, of: str | None) -> str:
        """Return the statement that gives the numbers of a segment in their order.

        With ``of`` the records of that table are looked up and sorted, without it the whole order
        is gone through. ``terms`` say which records are wanted.
        """
        return f"{in_filter(f'{part.terms} AND {terms}', of, self._index)} ORDER BY {part.by}"

    def _codes(self, database: Database, register: str) -> set[str]:
        """Return the different codes of a register; by steps where the index has them in order."""
        column, source = self._column, f"current INDEXED BY {self._index}"
        if not self.indexed:
            sql = f"SELECT DISTINCT {column} FROM {source} WHERE register = ?"
            return {str(row[0]) for row in database.execute(sql, [register])}
        least = f"SELECT min({column}) FROM {source} WHERE register = :register AND draft = :draft"
        sql = (
            f"WITH RECURSIVE codes (code) AS ({least} UNION ALL"
            f" SELECT ({least} AND {column} > code) FROM codes WHERE code IS NOT NULL)"
            " SELECT code FROM codes WHERE code IS NOT NULL"
        )
        bound = [{"register": register, "draft": draft} for draft in (0, 1)]
        return {str(row[0]) for one in bound for row in database.execute(sql, one)}


class FieldSorting:
    """An order by a field of a register: segments one after another, each sorted in itself."""

    of_current = False
    """The order is that of the typed table, where ``t`` stands for it."""

    def __init__(self, register: Register, field: Field, *, descending: bool) -> None:
        self._table = tables_of(register)[0].name
        self._coded = field.kind in _CODED
        self._name = sort_column(field)
        self._column = f't."{self._name}"'
        self._descending = descending
        self._way = "DESC" if descending else "ASC"
        self._by_id = f"t.id {self._way}"
        self.indexed = False
        """Whether an index gives the order."""
        self.segments = self._segments(f"{self._column} {self._way}, {self._by_id}")

    @property
    def _index(self) -> str:
        return f'"{self._table}__by_{self._name}"'

    def index(self, database: Database) -> None:
        """Make sure that an index gives the order; where the disk refuses, it goes without."""
        self.indexed = make_index(
            database, f'CREATE INDEX IF NOT EXISTS {self._index} ON {self._table} ("{self._name}")'
        )

    def rank(self, database: Database, key: Key) -> None:
        """Give codes and units their order, if the field has such."""
        if not self._coded:
            return
        codes = self._codes(database)
        if self.indexed:
            ranked = sorted(codes, key=key, reverse=self._descending)
            known = (Segment(f"{self._column} = ?", self._by_id, (code,)) for code in ranked)
            self.segments = (*known, self.segments[-1])
        else:
            write_ranks(database, codes, key)
            rank = _RANK.format(column=self._column)
            self.segments = self._segments(f"{rank} {self._way}, {self._by_id}")

    def select(self, part: Segment, terms: str, of: str | None) -> str:
        """Return the statement that gives a segment, see `BookSorting.select`."""
        source = f"{self._table} AS t"
        if of is not None:
            source = f"{of} AS kept CROSS JOIN {source} ON t.id = kept.id"
        elif self.indexed:
            source += f" INDEXED BY {self._index}"
        return f"SELECT t.id FROM {source} WHERE {part.terms} AND {terms} ORDER BY {part.by}"

    def _codes(self, database: Database) -> list[str]:
        """Return the different values; by steps in the index where there is one."""
        column, table = f'"{self._name}"', self._table
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
        if self.indexed:
            least = f"SELECT min({column}) FROM {table} INDEXED BY {self._index}"
            sql = (
                f"WITH RECURSIVE codes (code) AS ({least} UNION ALL"
                f" SELECT ({least} WHERE {column} > code) FROM codes WHERE code IS NOT NULL)"
                " SELECT code FROM codes WHERE code IS NOT NULL"
            )
        return [str(row[0]) for row in database.execute(sql)]

    def _segments(self, by: str) -> tuple[Segment, ...]:
        return (
            Segment(f"{self._column} IS NOT NULL", by),
            Segment(f"{self._column} IS NULL", self._by_id),
        )


def make_index(database: Database, statement: str) -> bool:
    """Make an index; False where the disk refuses. What stops the statement goes on as an error."""
    try:
        database.execute(statement)
    except DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == INTERRUPTED:
            raise
        return False
    return True


def in_filter(terms: str, of: str | None, index: str = "current_in_list") -> str:
    """Return the statement that gives the numbers of the wanted records, in no order."""
    source = f"current INDEXED BY {index}"
    if of is not None:
        source = f"{of} AS kept CROSS JOIN current ON current.id = kept.id"
    return f"SELECT current.id FROM {source} WHERE {terms}"


def write_ranks(database: Database, codes: Iterable[str], key: Key) -> None:
    """Write down the order of codes, for SQL to sort by."""
    temporary(database, "list_ranks", "value TEXT PRIMARY KEY, rank INTEGER NOT NULL")
    ranked: Sequence[str] = sorted(codes, key=key)
    database.conn.executemany(
        "INSERT INTO temp.list_ranks VALUES (?, ?)",
        [(code, rank) for rank, code in enumerate(ranked)],
    )


def temporary(database: Database, name: str, columns: str) -> None:
    """Make an empty table in memory in place of the one before."""
    database.execute(f"DROP TABLE IF EXISTS temp.{name}")
    database.execute(f"CREATE TEMP TABLE {name} ({columns})")
