"""The typed tables of a register, made from its declaration.

``r_<register>`` has a row for each record and a column for each field that is not a list;
``r_<register>__<rows>`` a row for each child row. Confidential fields have no column. A text that a
list can show has a second column, ``<field>__sort``, in Vietnamese order, persons by given name.
The row of a record has the number that it has in ``current``: lists join and sort by numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.vietnamese import person_sort_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register

_INTEGERS = frozenset({Kind.INTEGER, Kind.MONEY, Kind.FLAG})
_PERSONS = frozenset({Kind.PERSON, Kind.OFFICER})
_SORTED = frozenset({Kind.TEXT, Kind.ORGANIZATION, *_PERSONS})
_FULL_NAME = "full_name"

_KEYS = {
    "id": "id INTEGER PRIMARY KEY",
    "record": "record TEXT NOT NULL",
    "row": "row INTEGER NOT NULL",
}

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its keys, its fields and those of them that have a sort column.

    The first key is ``id`` in the main table of a register, ``record`` in one of child rows.
    """

    name: str
    keys: tuple[str, ...]
    fields: tuple[Field, ...]
    sorted: tuple[Field, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names in order."""
        return (
            *self.keys,
            *(field.name for field in self.fields),
            *(sort_column(field) for field in self.sorted),
        )

    def create(self) -> str:
        """Return the statement that makes the table."""
        types = [_KEYS[key] for key in self.keys]
        types += [
            f'"{field.name}" {"INTEGER" if field.kind in _INTEGERS else "TEXT"}'
            for field in self.fields
        ]
        types += [f'"{sort_column(field)}" TEXT' for field in self.sorted]
        types.append("UNIQUE (record)" if "id" in self.keys else "PRIMARY KEY (record, row)")
        return f"CREATE TABLE {self.name} ({', '.join(types)}) STRICT"

    def insert(self) -> str:
        """Return the statement that writes a row."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        return f"INSERT INTO {self.name} ({names}) VALUES ({marks})"

    def row(self, keys: tuple[Cell, ...], values: Mapping[str, object]) -> tuple[Cell, ...]:
        """Return the cells of one row."""
        return (
            *keys,
            *[cell(field, values.get(field.name)) for field in self.fields],
            *(_sorted(field, values.get(field.name)) for field in self.sorted),
        )


def sort_column(field: Field) -> str:
    """Return the name of the column that a field is sorted by."""
    return f"{field.name}__sort" if field.kind in _SORTED else field.name


def _sorted(field: Field, value: object) -> Cell:
    """Return the key of a text in Vietnamese order; that of a person begins with the given name."""
    if isinstance(value, dict):
        value = cast("dict[str, object]", value).get(_FULL_NAME)
    if not value:
        return None
    person = field.kind in _PERSONS or field.name == _FULL_NAME
    return (person_sort_key if person else sort_key)(str(value))


def cell(field: Field, value: object) -> Cell:
    """Return a value as its column holds it: units by key, lists and persons as JSON."""
    if value is None or isinstance(value, str):
        return value
    if field.kind in _INTEGERS:
        return int(cast("int", value))
    if field.kind is Kind.UNIT:
        return UnitKey.from_json(cast("dict[str, object]", value)).text
    return canonical.dump_again(cast("Json", value)).decode()


def tables_of(register: Register) -> tuple[Table, ...]:
    """Return the main table of a register and one for each kind of child row."""
    name = f"r_{register.name}"
    plain = tuple(
        field
        for field in register.fields
        if field.kind is not Kind.ROWS and field.travel is not Travel.CONFIDENTIAL
    )
    sorted_fields = tuple(field for field in plain if field.kind in _SORTED)
    children = tuple(
        Table(
            f"{name}__{field.name}",
            ("record", "row"),
            tuple(one for one in field.columns if one.travel is not Travel.CONFIDENTIAL),
        )
        for field in register.fields
        if field.kind is Kind.ROWS
    )
    return (Table(name, ("id", "record"), plain, sorted_fields), *children)


def signature(register: Register) -> str:
    """Return a digest of what the projections follow: with another one they are made again."""
    fields = [(path, field.kind, field.travel) for path, field in register.paths()]
    rest = repr((fields, register.event_field, register.title))
    return sha256_hex("\n".join([*(one.create() for one in tables_of(register)), rest]).encode())
