"""The typed tables of a register, made from its declaration.

``r_<register>`` has a row for each record and a column for each field that is not a list;
``r_<register>__<rows>`` a row for each child row. Confidential fields have no column. Columns that
a list shows have a second one, ``<field>__sort``, in Vietnamese order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.vietnamese import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register

_INTEGERS = frozenset({Kind.INTEGER, Kind.MONEY, Kind.FLAG})
_SORTED = frozenset({Kind.TEXT, Kind.ORGANIZATION})

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its fields and those of them that have a sort column."""

    name: str
    keys: tuple[str, ...]
    fields: tuple[Field, ...]
    sorted: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names in order."""
        return (
            *self.keys,
            *(field.name for field in self.fields),
            *(f"{name}__sort" for name in self.sorted),
        )

    def create(self) -> str:
        """Return the statement that makes the table."""
        types = ["record TEXT NOT NULL", *(f"{key} INTEGER NOT NULL" for key in self.keys[1:])]
        types += [
            f'"{field.name}" {"INTEGER" if field.kind in _INTEGERS else "TEXT"}'
            for field in self.fields
        ]
        types += [f'"{name}__sort" TEXT' for name in self.sorted]
        key = ", ".join(self.keys)
        return f"CREATE TABLE {self.name} ({', '.join(types)}, PRIMARY KEY ({key})) STRICT"

    def insert(self) -> str:
        """Return the statement that writes a row."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        return f"INSERT INTO {self.name} ({names}) VALUES ({marks})"

    def row(self, keys: tuple[Cell, ...], values: Mapping[str, object]) -> tuple[Cell, ...]:
        """Return the cells of one row."""
        return (
            *keys,
            *(cell(field, values.get(field.name)) for field in self.fields),
            *(sort_key(str(values.get(name) or "")) for name in self.sorted),
        )


def cell(field: Field, value: object) -> Cell:
    """Return a value as its column holds it: units by key, lists and persons as JSON."""
    if value is None:
        return None
    if field.kind in _INTEGERS:
        return int(cast("int", value))
    if field.kind is Kind.UNIT:
        return UnitKey.from_json(cast("dict[str, object]", value)).text
    if isinstance(value, str):
        return value
    return canonical.dump(cast("Json", value)).decode()


def tables_of(register: Register) -> tuple[Table, ...]:
    """Return the main table of a register and one for each kind of child row."""
    name = f"r_{register.name}"
    plain = tuple(
        field
        for field in register.fields
        if field.kind is not Kind.ROWS and field.travel is not Travel.CONFIDENTIAL
    )
    sorted_fields = tuple(
        field.name for field in plain if field.name in register.columns and field.kind in _SORTED
    )
    children = tuple(
        Table(
            f"{name}__{field.name}",
            ("record", "row"),
            tuple(one for one in field.columns if one.travel is not Travel.CONFIDENTIAL),
        )
        for field in register.fields
        if field.kind is Kind.ROWS
    )
    return (Table(name, ("record",), plain, sorted_fields), *children)


def signature(register: Register) -> str:
    """Return a digest of what the projections follow: with another one they are made again."""
    fields = [(path, field.kind, field.travel) for path, field in register.paths()]
    rest = repr((fields, register.event_field, register.title))
    return sha256_hex("\n".join([*(one.create() for one in tables_of(register)), rest]).encode())
