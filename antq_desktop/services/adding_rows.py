"""Many new records out of one table: the good rows are saved together, the others stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.services.saving import add_records, hindrances
from antq_desktop.services.unsaved import drop_form, keep_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RowsSaved:
    """What became of the rows: the saved by their place, and why each of the others stays."""

    saved: Mapping[int, Saved]
    refused: Mapping[int, tuple[Problem, ...]]


def look_at_rows(
    workspace: Workspace, register: Register, rows: Sequence[Mapping[str, object]]
) -> list[tuple[Problem, ...]]:
    """Return for each row why it could not be saved as it is; nothing is saved."""
    return [hindrances(workspace, register, dict(row)) for row in rows]


def save_rows(
    workspace: Workspace,
    register: Register,
    rows: Sequence[Mapping[str, object]],
    unread: Mapping[int, Sequence[Problem]],
    table: UnsavedForm,
) -> RowsSaved:
    """Save every row that can enter the book, in one transaction; none becomes a draft.

    ``unread`` are problems of rows whose cells could not be understood, by place. ``table`` holds
    the cells of all rows as they were typed: what of it is refused is kept for its user by the same
    transaction, so that a power cut loses nothing. Raises what `add_records` raises.
    """
    found = look_at_rows(workspace, register, rows)
    refused = {
        place: (*unread.get(place, ()), *problems)
        for place, problems in enumerate(found)
        if problems or unread.get(place)
    }
    good = [place for place in range(len(rows)) if place not in refused]
    with workspace.store.atomic():
        saved = add_records(workspace, register, [dict(rows[place]) for place in good])
        if refused:
            typed = table.typed["rows"]
            left = [typed[place] for place in sorted(refused)] if isinstance(typed, list) else []
            keep_form(workspace, replace(table, typed={"rows": left}))
        else:
            drop_form(workspace, table.form)
    return RowsSaved(dict(zip(good, saved, strict=True)), refused)
