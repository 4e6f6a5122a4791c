"""Lists for windows: their order and their pages, and which columns a user wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.domain.vietnamese import fold, sort_key
from antq_desktop.services.access import only_by
from antq_desktop.services.limits import passed_now
from antq_desktop.store.listing import (
    BOOK,
    BY_BOOK,
    STATE,
    UNIT,
    Asked,
    Listed,
    ListRow,
    Order,
)
from antq_desktop.store.queries import Filter
from antq_desktop.store.stopping import go_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.tables import Cell

    Stop = Callable[[], bool]

# The windows take what a list is made of from here; they do not know the store.
__all__ = [
    "BOOK",
    "BY_BOOK",
    "STATE",
    "UNIT",
    "ListRow",
    "Listed",
    "Order",
    "Wanted",
    "choose_columns",
    "close_list",
    "columns_of",
    "first_rows",
    "go_on",
    "open_list",
    "place_of",
    "places_in",
    "possible_columns",
    "read_rows",
    "records_at",
    "unit_words",
    "units_of",
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


def open_list(workspace: Workspace, wanted: Wanted, stop: Stop = go_on) -> Listed | None:
    """Take the order of a list as it is now; `read_rows` reads it by page, `close_list` ends it.

    ``stop`` is asked again and again, from the thread of the workspace: where it says True, the
    work is broken off and there is no list.
    """
    asked = _asked(workspace, wanted)
    return None if stop() else workspace.store.listing.order(asked, stop)


def first_rows(
    workspace: Workspace, wanted: Wanted, columns: Sequence[str], many: int, stop: Stop = go_on
) -> list[ListRow] | None:
    """Return the first rows of a long list at once, before its order is taken.

    None for a short list, and where they are not known earlier than all the others.
    """
    if wanted.overdue:
        return None
    fields = _fields(workspace.catalogue.by_name[wanted.register], columns)
    return workspace.store.listing.first(_asked(workspace, wanted), many, fields, stop)


def read_rows(
    workspace: Workspace, listed: Listed, start: int, many: int, columns: Sequence[str]
) -> list[ListRow | None]:
    """Return rows of a list with the cells of these fields; None for a record that is gone."""
    return workspace.store.listing.rows(listed, start, many, _fields(listed.register, columns))


def close_list(workspace: Workspace, listed: Listed) -> None:
    """Give back the memory of a list."""
    workspace.store.listing.close(listed)


def records_at(workspace: Workspace, listed: Listed, rows: Iterable[int]) -> list[int]:
    """Return what the records in some rows are known by in every list, see `places_in`."""
    return [one for row in rows for one in workspace.store.listing.ids(listed, row, 1)]


def places_in(workspace: Workspace, listed: Listed, records: Sequence[int]) -> dict[int, int]:
    """Return the rows where records stand in a list, by what `records_at` gave for them."""
    return workspace.store.listing.places(listed, records) if records else {}


def place_of(workspace: Workspace, listed: Listed, record: str) -> int:
    """Return the row where a record stands in a list, by its id; -1 where it is not in it."""
    number = workspace.store.listing.number_of(record)
    return -1 if number is None else places_in(workspace, listed, [number]).get(number, -1)


def _fields(register: Register, columns: Sequence[str]) -> list[Field]:
    return [register.by_name[name] for name in columns]


def _asked(workspace: Workspace, wanted: Wanted) -> Asked:
    register = workspace.catalogue.by_name[wanted.register]
    units = units_of(workspace, wanted.unit)
    return Asked(
        register,
        Filter(
            register.name,
            wanted.period,
            wanted.state,
            units=units,
            author=only_by(workspace, register.name),
            passed_at=passed_now(workspace, whole=False) if wanted.overdue else None,
        ),
        wanted.order,
        lambda code: _sort_key(workspace, register, wanted.order.column, code),
        fold(wanted.text),
    )


def units_of(workspace: Workspace, unit: str | None) -> frozenset[str]:
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


def unit_words(workspace: Workspace, unit: str) -> str:
    """Return the name of a unit with the one it stands below: many communes share a name."""
    tree, today = workspace.units, workspace.clock.today()
    known = tree.get(parse_unit_key(unit))
    day = today if known.valid_to is None else min(today, known.valid_to - timedelta(days=1))
    above = tree.parent(known.key, day)
    if above is None or workspace.place.unit in {above.key, known.key}:
        return known.name
    return f"{known.name}, {above.name}"


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
    return sort_key(cell)
