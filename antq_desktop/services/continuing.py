"""What became of units, as a window shows it; and what choosing a part of a split unit changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.domain.succession import Link
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Choice:
    """A commune whose unit was split, and which has not said yet as which part it goes on.

    ``on`` is the first day of the parts; ``records`` stay with the unit that was split.
    """

    before: Unit
    on: date
    parts: tuple[Unit, ...]
    records: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The unit of a workspace, what there is to choose, and what became of units, the last first.

    A commune is shown the changes of its own line, an office all.
    """

    unit: Unit
    choice: Choice | None
    changes: tuple[Link, ...]


def standing(workspace: Workspace) -> Standing:
    """Return what the screen of units shows."""
    return Standing(workspace.unit, choice_of(workspace), _changes(workspace))


def choice_of(workspace: Workspace) -> Choice | None:
    """Return what the head of a commune has to choose, None where there is nothing."""
    today = workspace.clock.today()
    unit = workspace.unit
    parts = workspace.units.parts(unit.key, today)
    if workspace.place.role == "office" or unit.valid_at(today) or not parts:
        return None
    links = workspace.units.succession.out_of(unit.key)
    on = next(link.on for link in links if link.after in parts)
    records = sum(held for held, *_ in workspace.store.queries.counts().values())
    return Choice(unit, on, tuple(map(workspace.units.get, parts)), records)


def _changes(workspace: Workspace) -> tuple[Link, ...]:
    links = workspace.units.succession.links
    if workspace.place.role == "commune":
        line = {workspace.place.unit, workspace.unit.key}
        links = tuple(link for link in links if line & {link.before, link.after})
    return tuple(
        sorted(links, key=lambda link: (-link.on.toordinal(), link.before.text, link.after.text))
    )
