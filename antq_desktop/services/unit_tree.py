"""The unit tree of a workspace: listed for a day, replaced by a newer file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.reference_data import load_units

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.services.workspace import Workspace


def list_units(workspace: Workspace, at: date) -> tuple[Unit, ...]:
    """Return the units of a day."""
    return workspace.units.valid(at)


def find_unit(workspace: Workspace, text: str, today: date) -> Unit:
    """Return the unit that ``CODE[@DATE]`` means; without a day that of today, or the last one.

    Refusal as of `UnitTree.resolve`.
    """
    try:
        return workspace.units.resolve(text, today)
    except Refusal as refusal:
        ended = [one for one in workspace.units.units if one.key.code == text]
        if refusal.message_id != "units.not_valid" or not ended:
            raise
        return max(ended, key=lambda one: one.began)


def import_units(
    workspace: Workspace, path: Path, succession: Path | None = None, police: Path | None = None
) -> UnitTree:
    """Put another list in place of the one in use; a commune gets its list from its office.

    The files beside it say what became of units and where their police stands; without them the new
    list has neither. Refusal if a file is bad, or if the list lacks the unit of this workspace or
    of records that are there.
    """
    workspace.require_head()
    workspace.require_role("office")
    tree = load_units(path, succession, police)
    must_hold_all(workspace, tree)
    with workspace.store.atomic():
        workspace.store.units.replace(tree)
        workspace.note("units_imported", version=tree.version)
    workspace.units = tree
    return tree


def must_hold_all(workspace: Workspace, tree: UnitTree) -> None:
    """Refuse a list without the unit of this workspace, of a certificate, or of a record."""
    tree.get(workspace.place.unit)
    known = {unit.key.text for unit in tree.units}
    used = {one.unit for one in workspace.store.exchanged.certificates()}
    for unit in sorted(used | workspace.store.queries.units()):
        if unit not in known:
            raise Refusal("units.still_used", code=unit)
