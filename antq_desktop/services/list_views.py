"""How each user looks at each list: columns, widths, filters and order, kept in the workspace.

They lie in the encrypted database, since a filter may hold a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.listing import (
    BOOK,
    BY_BOOK,
    STATE,
    UNIT,
    Order,
    Wanted,
    possible_columns,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListView:
    """What a user last saw of a list, and the widths in pixels that he gave to its columns."""

    wanted: Wanted
    widths: Mapping[str, int] = field(default_factory=dict)


def view_of(workspace: Workspace, register: Register) -> ListView:
    """Return how this user last saw a list; what is no longer possible is left out."""
    kept = workspace.document(_document(workspace)).get(register.name)
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
    return ListView(wanted, {name: one for name, one in widths.items() if isinstance(one, int)})


def keep_view(workspace: Workspace, view: ListView) -> None:
    """Keep how this user sees a list."""
    wanted = view.wanted
    every = dict(workspace.document(_document(workspace)))
    every[wanted.register] = {
        "period": wanted.period.code if wanted.period is not None else None,
        "state": wanted.state,
        "overdue": wanted.overdue,
        "text": wanted.text,
        "unit": wanted.unit,
        "order": wanted.order.column,
        "descending": wanted.order.descending,
        "widths": dict(view.widths),
    }
    if every != workspace.document(_document(workspace)):
        with workspace.store.atomic():
            workspace.store.meta.set(_document(workspace), every)


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
