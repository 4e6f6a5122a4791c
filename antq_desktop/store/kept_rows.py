"""Rows of tables that are kept as dataclasses: a field is the column of its name."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from _typeshed import DataclassInstance

    from antq_desktop.store.driver import Database

R = TypeVar("R", bound="DataclassInstance")


class KeptRows:
    """Writes and reads such rows; what the tables mean is said by the classes below this one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _add(self, table: str, row: DataclassInstance) -> None:
        cells = astuple(row)
        marks = ", ".join("?" for _ in cells)
        self._database.execute(
            f"INSERT INTO {table} ({_names(type(row))}) VALUES ({marks})", list(cells)
        )

    def _all(self, kind: type[R], table: str, rest: str, values: Sequence[object]) -> Iterator[R]:
        names = [one.name for one in fields(kind)]
        rows = self._database.execute(f"SELECT {_names(kind)} FROM {table} {rest}", list(values))
        for row in rows.fetchall():
            yield kind(**dict(zip(names, row, strict=True)))


def _names(kind: type[DataclassInstance]) -> str:
    # No field can be called "import".
    return ", ".join("import" if one.name == "imported" else one.name for one in fields(kind))
