"""The due dates of reports: kept by an office for those below it, each change in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.due_dates import DueDates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.services.workspace import Workspace

_DOCUMENT = "due_dates"


def due_dates(workspace: Workspace) -> DueDates:
    """Return the table; it is empty until the office fills it in."""
    stored = workspace.document(_DOCUMENT)
    fixed = cast("Mapping[str, str]", stored.get("fixed") or {})
    return DueDates(
        dict(cast("Mapping[str, int]", stored.get("days") or {})),
        {code: date.fromisoformat(day) for code, day in fixed.items()},
    )


def set_due(workspace: Workspace, name: str, due: str | None) -> DueDates:
    """Set or take away one rule, see `DueDates.with_rule`; Refusal for a bad one."""
    workspace.require_role("office")
    workspace.require_head()
    table = due_dates(workspace).with_rule(name, due)
    with workspace.store.atomic():
        days = {code: day.isoformat() for code, day in table.fixed.items()}
        workspace.store.meta.set(_DOCUMENT, {"days": dict(table.days), "fixed": dict(days)})
        workspace.note("due_date", of=name, due=due)
    return table
