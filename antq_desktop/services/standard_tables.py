"""The dated tables of R07 that an office brings: criteria of its province, thresholds of grades.

They are data of the workspace. The office takes them from its own files, and the communes from the
same files: a file of records names an added criterion by its number alone, and an office that does
not have that number refuses the row and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.problems import Problem
from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.registers.security_standard.criteria import LOCAL
from antq_desktop.domain.registers.security_standard.procedure import window
from antq_desktop.domain.registers.security_standard.tables import (
    AddedCriterion,
    Threshold,
    parse_added,
    parse_thresholds,
)
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.registers.security_standard.tables import Row
    from antq_desktop.services.workspace import Workspace

    Values = Mapping[str, object]
    Rows = list[dict[str, object]]

_ADDED, _THRESHOLDS = "added_criteria", "grade_thresholds"


@dataclass(frozen=True, slots=True)
class Tables:
    """Both tables; one without rows was never taken, or was emptied."""

    added: tuple[AddedCriterion, ...]
    thresholds: tuple[Threshold, ...]


def standard_tables(workspace: Workspace) -> Tables:
    """Return the tables of this workspace."""
    return Tables(
        tuple(AddedCriterion.from_row(row) for row in _rows(workspace, _ADDED)),
        tuple(Threshold.from_row(row) for row in _rows(workspace, _THRESHOLDS)),
    )


def import_added(workspace: Workspace, path: Path) -> tuple[AddedCriterion, ...]:
    """Put a table of added criteria in place of the one in use; Refusal if it is bad."""
    found = parse_added(_text(workspace, path))
    _keep(workspace, _ADDED, [one.as_row() for one in found])
    return found


def import_thresholds(workspace: Workspace, path: Path) -> tuple[Threshold, ...]:
    """Put a table of thresholds in place of the one in use; Refusal if it is bad."""
    found = parse_thresholds(_text(workspace, path))
    _keep(workspace, _THRESHOLDS, [one.as_row() for one in found])
    return found


def added_problems(workspace: Workspace, register: Register, values: Values) -> Iterator[Problem]:
    """Yield what is wrong with the added criteria of a file (Đ8.1).

    A number that is in no table is grave: the office would not know what was met. One that holds
    for another kind or another year, and one that is asked and not there, are told.
    """
    if register.name != REGISTER.name:
        return
    rows = cast("Rows", values.get("criteria") or [])
    known = standard_tables(workspace).added
    there: set[object] = set()
    kind, last = str(values.get("subject_kind")), _last_day(values)
    asked = added_of(known, kind, last)
    for number, row in enumerate(rows, 1):
        added = row.get("added")
        if row.get("criterion") != LOCAL or added is None:
            continue
        there.add(added)
        path = f"criteria[{number}].added"
        if added not in {one.number for one in known}:
            yield Problem(path, "rules.added_unknown", values={"number": str(added)})
        elif last is not None and added not in {one.number for one in asked}:
            yield Problem(path, "rules.added_not_asked", grave=False)
    lacking = [one for one in asked if one.number not in there]
    if rows and lacking:
        shown = ", ".join(f"{one.number} ({one.name})" for one in lacking)
        yield Problem(
            "criteria",
            "rules.added_missing",
            grave=False,
            values={"count": len(lacking), "names": shown},
        )


def added_of(
    added: tuple[AddedCriterion, ...], kind: str, last: date | None
) -> list[AddedCriterion]:
    """Return the added criteria that are asked of a kind in a window that ends on a day."""
    if last is None:
        return []
    return [one for one in added if kind in one.subject_kinds and one.valid_on(last)]


def _last_day(values: Values) -> date | None:
    kind, year = values.get("subject_kind"), str(values.get("year") or "")[:4]
    if not isinstance(kind, str) or not year.isdecimal():
        return None
    return window(kind, int(year)).last


def _rows(workspace: Workspace, name: str) -> list[Row]:
    return cast("list[Row]", workspace.document(name).get("rows") or [])


def _text(workspace: Workspace, path: Path) -> str:
    workspace.require_head()
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("standard.unreadable", name=path.name) from None


def _keep(workspace: Workspace, name: str, rows: list[dict[str, str]]) -> None:
    with workspace.store.atomic():
        workspace.store.meta.set(name, {"rows": cast("Json", rows)})
        workspace.note(name, rows=len(rows))
