"""A list as a CSV file: all records of the filter in their order, in the journal before the act."""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.listing import list_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from antq_desktop.domain.register import Register
    from antq_desktop.services.listing import ListRow
    from antq_desktop.services.workspace import Workspace

_AT_ONCE = 500
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it."""


def export_list(
    workspace: Workspace,
    register: Register,
    ids: Sequence[int],
    target: Path,
    *,
    fields: Sequence[str],
    heads: Sequence[str],
    cells: Callable[[ListRow], Sequence[str]],
    told: Callable[[int], object] = lambda _: None,
) -> int:
    """Write rows as a spreadsheet opens them (UTF-8 with a mark); return how many there are.

    ``cells`` gives the texts of a row under ``heads``; ``told`` hears how many rows are written.
    The file appears whole or not at all. Refusal ``files.cannot_write`` where the disk refuses.
    """
    with workspace.store.atomic():
        workspace.note("list_exported", register=register.name, records=len(ids))
    part = target.with_name(f"{target.name}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heads)
            for start in range(0, len(ids), _AT_ONCE):
                rows = list_rows(workspace, register, ids[start : start + _AT_ONCE], fields)
                writer.writerows([_safe(text) for text in cells(row)] for row in rows)
                count += len(rows)
                told(count)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refusal("files.cannot_write", name=target.name) from error
    return count


def _safe(text: str) -> str:
    """Put a quote before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
