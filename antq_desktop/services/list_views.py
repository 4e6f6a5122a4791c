"""How each user looks at each list: columns, widths, filters and order, kept in the workspace.

How he last saw it comes back by itself, the views that he saved under a name when he asks for them.
They lie in the encrypted database, since a filter may hold a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.domain.vietnamese import clean, forbidden_characters, sort_key
from antq_desktop.errors import Refusal
from antq_desktop.services.listing import (
    BOOK,
    BY_BOOK,
    STATE,
    UNIT,
    Order,
    Wanted,
    choose_columns,
    columns_of,
    possible_columns,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

LONGEST_NAME = 60
"""The most characters that the name of a saved view has."""


@dataclass(frozen=True, slots=True)
class ListView:
    """What a user sees of a list, and the widths in pixels that he gave to its columns.

    ``places`` are the columns from left to right where he moved them.
    """

    wanted: Wanted
    widths: Mapping[str, int] = field(default_factory=dict)
    places: tuple[str, ...] = ()


def view_of(
    workspace: Workspace, register: Register, *, overdue: bool = False, unit: str | None = None
) -> ListView:
    """Return how this user last saw a list; what is no longer possible is left out.

    With ``overdue`` in place of his filter the one for all that is overdue, with the key of a
    ``unit`` the one for all that is its.
    """
    kept = workspace.document(_document(workspace)).get(register.name)
    view = _read(workspace, register, kept)
    if overdue or unit is not None:
        view = replace(view, wanted=Wanted(register=register.name, overdue=overdue, unit=unit))
    return view


def keep_view(workspace: Workspace, view: ListView) -> None:
    """Keep how this user sees a list."""
    before = workspace.document(_document(workspace))
    every = {**before, view.wanted.register: _body(view)}
    if every != before:
        with workspace.store.atomic():
            workspace.store.meta.set(_document(workspace), every)


def saved_views(workspace: Workspace, register: Register) -> list[str]:
    """Return the names of the views that this user saved of a list, in Vietnamese order."""
    return sorted(_saved(workspace, register), key=sort_key)


def save_view(workspace: Workspace, register: Register, name: str, view: ListView) -> None:
    """Save a view with its columns under a name, in place of one with the same name.

    Refusal ``lists.bad_view_name`` for a name that is empty or too long.
    """
    name = clean(name)
    if not name or "\n" in name or len(name) > LONGEST_NAME or forbidden_characters(name):
        raise Refusal("lists.bad_view_name", most=LONGEST_NAME)
    columns = cast("Json", list(columns_of(workspace, register)))
    body: Json = {**_body(view), "columns": columns}
    _keep_saved(workspace, register, {**_saved(workspace, register), name: body})


def choose_view(workspace: Workspace, register: Register, name: str) -> ListView:
    """Take a saved view as the one of today: its columns come back too; return it."""
    kept = _saved(workspace, register).get(name)
    if isinstance(kept, dict) and isinstance(kept.get("columns"), list):
        choose_columns(workspace, register, cast("list[str]", kept["columns"]))
    view = _read(workspace, register, kept)
    keep_view(workspace, view)
    return view


def drop_view(workspace: Workspace, register: Register, name: str) -> None:
    """Forget a saved view."""
    every = _saved(workspace, register)
    _keep_saved(workspace, register, {one: body for one, body in every.items() if one != name})


def _read(workspace: Workspace, register: Register, kept: Json) -> ListView:
    """Read a view; what is no longer possible is left out."""
    if not isinstance(kept, dict):
        return ListView(Wanted(register=register.name))
    unit, state, period = kept.get("unit"), kept.get("state"), kept.get("period")
    states = {"draft", "voided", *(code.code for code in register.life_cycle.states)}
    wanted = Wanted(
        register=register.name,
        period=parse_period(period) if isinstance(period, str) else None,
        state=state if isinstance(state, str) and state in states else None,
        overdue=kept.get("overdue") is True and bool(register.deadlines),
        text=str(kept.get("text", "")),
        unit=unit if isinstance(unit, str) and _known(workspace, unit) else None,
        order=_order(register, kept),
    )
    widths = cast("Mapping[str, Json]", kept.get("widths") or {})
    places = cast("list[Json]", kept.get("places") or [])
    return ListView(
        wanted,
        {name: one for name, one in widths.items() if isinstance(one, int)},
        tuple(str(name) for name in places),
    )


def _body(view: ListView) -> dict[str, Json]:
    wanted = view.wanted
    return {
        "period": wanted.period.code if wanted.period is not None else None,
        "state": wanted.state,
        "overdue": wanted.overdue,
        "text": wanted.text,
        "unit": wanted.unit,
        "order": wanted.order.column,
        "descending": wanted.order.descending,
        "widths": dict(view.widths),
        "places": list(view.places),
    }


def _saved(workspace: Workspace, register: Register) -> dict[str, Json]:
    kept = workspace.document(_saved_document(workspace)).get(register.name)
    views = cast("list[dict[str, Json]]", kept or [])
    return {str(view["name"]): view for view in views}


def _keep_saved(workspace: Workspace, register: Register, views: Mapping[str, Json]) -> None:
    document = _saved_document(workspace)
    # A list, because the keys of a document are ASCII and names are not.
    named = [{**cast("dict[str, Json]", body), "name": name} for name, body in views.items()]
    every = {**workspace.document(document), register.name: cast("Json", named)}
    with workspace.store.atomic():
        workspace.store.meta.set(document, every)


def _saved_document(workspace: Workspace) -> str:
    return f"saved_list_views:{workspace.user}"


def _document(workspace: Workspace) -> str:
    return f"list_views:{workspace.user}"


def _order(register: Register, kept: Mapping[str, Json]) -> Order:
    names = {BOOK, STATE, UNIT, *(one.name for one in possible_columns(register))}
    column = kept.get("order")
    if not isinstance(column, str) or column not in names:
        return BY_BOOK
    return Order(column, kept.get("descending") is True)


def _known(workspace: Workspace, unit: str) -> bool:
    try:
        workspace.units.get(parse_unit_key(unit))
    except Refusal:
        return False
    return True
