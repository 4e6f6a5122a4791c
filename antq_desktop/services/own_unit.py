"""The unit of a workspace through reforms: which one a record belongs to, and who goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.services.workspace import Workspace


def unit_of_event(workspace: Workspace, event: object) -> UnitKey:
    """Return the unit that a new record belongs to: the one of the day of its event.

    ``event`` is a date or moment as it is stored; without one it is today. Refusal where the unit
    was split and nobody has said yet which part goes on here.
    """
    today = workspace.clock.today()
    day = min(day_of(event) or today, today)
    key = workspace.unit_on(day)
    _must_have_chosen(workspace, key, day)
    return key


def day_of(event: object) -> date | None:
    """Return the day of a stored date or moment; None for anything else."""
    try:
        return date.fromisoformat(str(event)[:10])
    except ValueError:
        return None


def continue_as(workspace: Workspace, text: str) -> Unit:
    """Go on here as one part of the unit that was split; records of before stay with the whole.

    ``text`` is ``CODE[@DATE]``. Refusal if it is no verified part of this unit.
    """
    workspace.require_head()
    today = workspace.clock.today()
    chosen = workspace.units.resolve(text, today)
    own = workspace.unit_on(today)
    if chosen.key not in workspace.units.parts(own, today):
        name = workspace.units.get(own).name
        raise Refusal("units.no_part", name=chosen.name, before=name)
    earlier = cast("list[str]", workspace.document("continues").get("units") or [])
    with workspace.store.atomic():
        workspace.store.meta.set("continues", {"units": [*earlier, chosen.key.text]})
        workspace.note("unit_continued", unit=chosen.key.text)
    return chosen


def must_have_unit(workspace: Workspace) -> None:
    """Refuse what only a unit that is there may do, while its head has not chosen a part."""
    today = workspace.clock.today()
    _must_have_chosen(workspace, workspace.unit_on(today), today)


def _must_have_chosen(workspace: Workspace, key: UnitKey, day: date) -> None:
    unit = workspace.units.get(key)
    if not unit.valid_at(day) and workspace.units.parts(key, day):
        raise Refusal("units.choose_part", name=unit.name)
