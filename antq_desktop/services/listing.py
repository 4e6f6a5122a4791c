"""Lists for windows: their order and their pages, and which columns a user wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.domain.vietnamese import fold, person_sort_key, sort_key
from antq_desktop.services.looking import list_records
from antq_desktop.store.listing import BOOK, BY_BOOK, STATE, UNIT, ListRow, Order
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.tables import Cell

# The windows take what a list is made of from here; they do not know the store.
__all__ = [
    "BOOK",
    "BY_BOOK",
    "STATE",
    "UNIT",
    "ListRow",
    "Order",
    "Wanted",
    "choose_columns",
    "columns_of",
    "list_ids",
    "list_rows",
    "possible_columns",
    "value_of",
]

_UNSHOWN = frozenset({Kind.ROWS, Kind.LONG_TEXT, Kind.CHOICES, Kind.REFERENCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list shows: a register, and what narrows it; ``state`` as for `list_records`."""

    register: str
    period: Period | None = None
    state: str | None = None
    overdue: bool = False
    text: str = ""
    order: Order = BY_BOOK


def list_ids(workspace: Workspace, wanted: Wanted) -> array[int]:
    """Return the ids of the rows of a list, in its order; `list_rows` reads them by page."""
    register = workspace.catalogue.by_name[wanted.register]
    column = wanted.order.column
    narrowed = Filter(register.name, wanted.period, wanted.state)
    ids = workspace.store.listing.ids(
        register,
        narrowed,
        fold(wanted.text),
        wanted.order,
        lambda cell: _sort_key(workspace, register, column, cell),
    )
    if not wanted.overdue:
        return ids
    late = {
        line.record
        for line in list_records(
            workspace, register, period=wanted.period, state=wanted.state, overdue=True
        )
    }
    kept = ids[:0]
    kept.extend(
        one for one, record in workspace.store.listing.records(register, ids) if record in late
    )
    return kept


def list_rows(
    workspace: Workspace, register: Register, ids: Sequence[int], columns: Sequence[str]
) -> list[ListRow]:
    """Return the rows of one page, with the cells of these fields."""
    fields = [register.by_name[name] for name in columns]
    return workspace.store.listing.rows(register, ids, fields)


def value_of(one: Field, cell: Cell) -> object:
    """Return the value that a cell of a list holds."""
    if cell is None or one.kind is Kind.FLAG:
        return None if cell is None else bool(cell)
    if one.kind is Kind.UNIT:
        return parse_unit_key(str(cell)).as_json()
    return canonical.load(str(cell).encode()) if one.kind is Kind.PERSON else cell


def possible_columns(register: Register) -> tuple[Field, ...]:
    """Return the fields that a list can show: short ones that are not sealed."""
    return tuple(
        one
        for one in register.fields
        if one.kind not in _UNSHOWN and one.travel is not Travel.CONFIDENTIAL
    )


def columns_of(workspace: Workspace, register: Register) -> tuple[str, ...]:
    """Return the columns that this user chose, or those that the register declares."""
    chosen = workspace.document(_document(workspace)).get(register.name)
    known = {one.name for one in possible_columns(register)}
    names = cast("list[str]", chosen) if isinstance(chosen, list) else register.columns
    return tuple(name for name in names if name in known)


def choose_columns(workspace: Workspace, register: Register, names: Sequence[str]) -> None:
    """Keep which columns this user wants to see."""
    chosen = dict(workspace.document(_document(workspace)))
    chosen[register.name] = list(names)
    with workspace.store.atomic():
        workspace.store.meta.set(_document(workspace), chosen)


def _document(workspace: Workspace) -> str:
    return f"columns:{workspace.user}"


def _sort_key(workspace: Workspace, register: Register, column: str, cell: str) -> str:
    if column == UNIT:
        return sort_key(workspace.units.get(parse_unit_key(cell)).name)
    if column == STATE:
        states = [code.code for code in register.life_cycle.states]
        return f"{states.index(cell):04}" if cell in states else ""
    one = register.by_name[column]
    code = one.code(cell)
    if code is not None:
        return sort_key(code.label.vi)
    if one.kind is Kind.UNIT:
        return sort_key(workspace.units.get(parse_unit_key(cell)).name)
    if one.kind is Kind.PERSON:
        person = cast("Mapping[str, str]", canonical.load(cell.encode()))
        return person_sort_key(person.get("full_name", ""))
    return sort_key(cell)
