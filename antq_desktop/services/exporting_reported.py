"""Who has reported, as a workbook; the journal knows before the file is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.exchange.workbooks import Sheet, write_workbook
from antq_desktop.messages import label
from antq_desktop.paths import replace_file
from antq_desktop.printing.remarks import MARK
from antq_desktop.printing.words import period_head
from antq_desktop.services.paper_reported import state_word
from antq_desktop.services.reported import ReportState, who_reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.exchange.workbooks import Tint
    from antq_desktop.services.reported import Asked, Matrix
    from antq_desktop.services.workspace import Workspace

_TINTS: Mapping[ReportState, Tint] = {
    ReportState.REPORTED: "good",
    ReportState.NIL: "good",
    ReportState.LATE: "warning",
    ReportState.WAITING: "plain",
    ReportState.OVERDUE: "bad",
    ReportState.RETURNED: "bad",
    ReportState.GAP: "warning",
    ReportState.FORK: "bad",
    ReportState.HELD: "warning",
    ReportState.NOT_DUE: "quiet",
}
_INDENT = "    "
_LEAD = ("reported.column_code", "reported.column_unit", "reported.column_office")
_ENDS = ("reported.column_told", "reported.column_due")


def save_reported(
    workspace: Workspace, asked: Asked, path: Path, *, overwrite: bool = False
) -> Matrix:
    """Write the matrix to a workbook that only its owner can read, whole or not at all.

    Refusal if the file is there and is not to be overwritten, or cannot be written.
    """
    if path.exists() and not overwrite:
        raise Refusal("files.exists", name=path.name)
    matrix = who_reported(workspace, asked)
    with workspace.store.atomic():
        codes = ", ".join(period.code for period in asked.periods)
        workspace.note("export", what="reported", periods=codes, rows=len(matrix.rows))
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".reported-") as scratch:
            made = Path(scratch) / "book.xlsx"
            mark = MARK if workspace.place.practice else ""
            write_workbook(made, [replace(_sheet(matrix), mark=mark)])
            replace_file(path, made.read_bytes())
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None
    return matrix


def _sheet(matrix: Matrix) -> Sheet:
    periods = matrix.asked.periods
    heads = [period_head(one) for one in periods] if len(periods) > 1 else [periods[0].code]
    head = [label(one, "vi") for one in _LEAD]
    ends = [label(one, "vi") for one in _ENDS]
    tallies = [matrix.tally(place) for place in range(len(periods))]
    return Sheet(
        title=label("reported.sheet", "vi"),
        above=[
            label("reported.title", "vi"),
            label("reported.at", "vi", at=f"{matrix.at:%H:%M %d/%m/%Y}"),
            label("reported.periods", "vi", first=periods[0].code, last=periods[-1].code),
        ],
        head=[*head, *heads, *ends],
        rows=_rows(matrix),
        widths=[12, 32, 28, *([11] * len(periods)), 9, 9],
        totals=[
            "",
            label("reported.total", "vi"),
            "",
            *(f"{one.told}/{one.due}" for one in tallies),
            matrix.whole.told,
            matrix.whole.due,
        ],
        frozen=2,
    )


def _rows(matrix: Matrix) -> Iterator[tuple[Sequence[str | int], Sequence[Tint]]]:
    for row in matrix.rows:
        office = row.office.name if row.office is not None else ""
        lead = [row.unit.key.code, f"{_INDENT * row.depth}{row.unit.name}", office]
        words = [state_word(cell.state) for cell in row.cells]
        tints = [_TINTS[cell.state] for cell in row.cells]
        ends = [row.tally.told, row.tally.due]
        yield [*lead, *words, *ends], ["plain", "plain", "plain", *tints, "plain", "plain"]
