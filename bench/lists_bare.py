"""What the window of lists is measured against: bare queries of the same file, and a bare CSV."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from antq_desktop.domain.vietnamese import fold
from antq_desktop.services.listing import columns_of
from antq_desktop.store.queries import expression
from antq_desktop.store.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.lists_world import ListWorld

_PAGE, _HITS = 100, 100
_IN_BOOK = "register = :register AND draft = 0"
_BY_BOOK = "ORDER BY book_year DESC, book_number DESC"
_FOUND = "SELECT rowid FROM search WHERE search MATCH :words"


@dataclass(frozen=True, slots=True)
class Baselines:
    """Seconds of a page by index; of count and page of a text, a search, a CSV, by the text."""

    page: float
    filters: dict[str, float]
    searches: dict[str, float]
    export: float


def measure_bare(world: ListWorld, clock: Callable[[], float]) -> Baselines:
    """Measure each once, after one page that warms the file; letter by letter as it is typed."""
    texts = [world.book.typed[:end] for end in range(1, len(world.book.typed) + 1)]
    with _connection(world) as (connection, columns):
        bare = _Bare(world, connection, columns)

        def seconds(act: Callable[[], object]) -> float:
            began = clock()
            act()
            return clock() - began

        bare.page()
        return Baselines(
            seconds(bare.page),
            {text: seconds(partial(bare.filter, text)) for text in texts},
            {text: seconds(partial(bare.search, text)) for text in texts},
            seconds(partial(bare.export, texts[-1])),
        )


@contextmanager
def _connection(world: ListWorld) -> Iterator[tuple[Any, tuple[str, ...]]]:
    with world.open(world.folder / world.book.unit) as workspace:
        yield workspace.store.database.conn, columns_of(workspace, world.register)


class _Bare:
    """The queries that a good programmer would write."""

    def __init__(self, world: ListWorld, connection: Any, columns: tuple[str, ...]) -> None:
        self._world, self._connection, self._columns = world, connection, columns

    def _ask(self, sql: str, text: str = "") -> list[tuple[object, ...]]:
        bound = {"register": self._world.book.register, "words": expression("folded", fold(text))}
        rows: list[tuple[object, ...]] = self._connection.execute(sql, bound).fetchall()
        return rows

    def page(self) -> None:
        """Read a page by index."""
        self._ask(f"SELECT * FROM current WHERE {_IN_BOOK} {_BY_BOOK} LIMIT {_PAGE}")

    def filter(self, text: str) -> None:
        """Count what has the words, and read the first page of it."""
        self._ask("SELECT count(*) FROM search WHERE search MATCH :words", text)
        self._ask(
            f"SELECT * FROM current WHERE {_IN_BOOK} AND id IN ({_FOUND}) {_BY_BOOK} LIMIT {_PAGE}",
            text,
        )

    def search(self, text: str) -> None:
        """Read the best hits of all books."""
        self._ask(
            "SELECT current.* FROM search JOIN current ON current.id = search.rowid"
            f" WHERE search MATCH :words ORDER BY rank LIMIT {_HITS}",
            text,
        )

    def export(self, text: str) -> None:
        """Write the cells of what has the words into a file, as they are."""
        cells = ", ".join(f't."{name}"' for name in self._columns)
        target = self._world.folder / f"{self._world.book.unit}-bare.csv"
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(
                self._connection.execute(
                    f"SELECT book_year, book_number, unit, state, {cells} FROM current"
                    f" JOIN {tables_of(self._world.register)[0].name} AS t USING (id)"
                    f" WHERE {_IN_BOOK} AND id IN ({_FOUND}) {_BY_BOOK}",
                    {
                        "register": self._world.book.register,
                        "words": expression("folded", fold(text)),
                    },
                )
            )
