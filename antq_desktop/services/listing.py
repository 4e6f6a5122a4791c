"""Lists for windows: their order and their pages, and which columns a user wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
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
    "units_with_records",
    "value_of",
]

_UNSHOWN = frozenset({Kind.ROWS, Kind.LONG_TEXT, Kind.CHOICES, Kind.REFERENCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list shows: a register, and what narrows it; ``state`` as for `list_records`.

    ``unit`` is the key of a unit: it takes those below it and those they took over with it.
    """

    register: str
    period: Period | None = None
    state: str | None = None
    overdue: bool = False
    text: str = ""
    unit: str | None = None
    order: Order = BY_BOOK


def list_ids(workspace: Workspace, wanted: Wanted) -> array[int]:
    """Return the ids of the rows of a list, in its order; `list_rows` reads them by page."""
    register = workspace.catalogue.by_name[wanted.register]
    column = wanted.order.column
    narrowed = Filter(
        register.name, wanted.period, wanted.state, units=_units_of(workspace, wanted.unit)
    )
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


def _units_of(workspace: Workspace, unit: str | None) -> frozenset[str]:
    """Return the keys of a unit, of those below it today or on its last day, and before them."""
    if unit is None:
        return frozenset()
    tree, today = workspace.units, workspace.clock.today()
    known = tree.get(parse_unit_key(unit))
    day = today if known.valid_to is None else min(today, known.valid_to - timedelta(days=1))
    found = {known.key, *(one.key for one in tree.below(known.key, day))}
    before = (tree.succession.taken_over(one, day) for one in found)
    return frozenset(one.text for one in found.union(*before))


def units_with_records(workspace: Workspace) -> list[str]:
    """Return the keys of the units that a list can be narrowed to: with records, or above such."""
    tree, today = workspace.units, workspace.clock.today()
    found = set(workspace.store.queries.units())
    own = workspace.place.unit
    for text in list(found):
        unit = tree.get(parse_unit_key(text))
        day = today if unit.valid_to is None else min(today, unit.valid_to - timedelta(days=1))
        above, between = tree.parent(unit.key, day), set[str]()
        while above is not None and above.key != own:
            between.add(above.key.text)
            above = tree.parent(above.key, day)
        if above is not None:  # what stands above this office is no choice
            found |= between
    units = [tree.get(parse_unit_key(one)) for one in found]
    return [one.key.text for one in sorted(units, key=lambda one: (one.level, sort_key(one.name)))]


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
