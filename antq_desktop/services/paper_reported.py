"""Gathers what the papers on who has reported are filled from: matrix, reminders, letters."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.series import series_of
from antq_desktop.errors import Refusal
from antq_desktop.messages import label
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import ReminderSubject, ReportedLine, ReportedSubject
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.reported import Asked, ReportState, who_reported

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period
    from antq_desktop.printing.form import Form
    from antq_desktop.services.reported import Matrix, ReportRow
    from antq_desktop.services.workspace import Workspace

MATRIX, REMINDERS, LETTER = "reported-matrix", "reported-reminders", "reported-letter"

STATE_WORDS = {
    ReportState.REPORTED: "reported.reported",
    ReportState.NIL: "reported.nil",
    ReportState.LATE: "reported.late",
    ReportState.WAITING: "reported.waiting",
    ReportState.OVERDUE: "reported.overdue",
    ReportState.RETURNED: "reported.returned",
    ReportState.GAP: "reported.gap",
    ReportState.FORK: "reported.fork",
    ReportState.HELD: "reported.held",
    ReportState.NOT_DUE: "reported.not_due",
}
"""The ids of the words of the states."""


def asked_of(form: Form, period: Period | None) -> Asked:
    """Return what a form shows of a period: the matrix all of its series in that year.

    Refusal ``paper.needs_period`` without one.
    """
    if period is None:
        raise Refusal("paper.needs_period", form=form.code)
    series = series_of(period)
    if form.code == MATRIX and series is not None:
        return Asked(periods=series.of_year(period.year))
    return Asked(periods=(period,))


def fill_reported(workspace: Workspace, form: Form, asked: Asked) -> list[Filled]:
    """Return the bodies of a form; of letters one for each unit that owes the report.

    Reminders and letters are about one period. Refusal ``reported.nobody`` where none owes it.
    """
    matrix, code = who_reported(workspace, asked), asked.periods[0].code
    if form.code == MATRIX:
        if not matrix.rows:
            raise Refusal("reported.nobody")
        last = f"_{asked.periods[-1].code}" if len(asked.periods) > 1 else ""
        return [Filled(_subject(matrix, matrix.rows), {"period": f"{code}{last}"})]
    owing = matrix.owing()
    if not owing:
        raise Refusal("reported.nobody")
    if form.code == REMINDERS:
        return [Filled(_subject(matrix, owing), {"period": code})]
    return [
        Filled(_reminder(workspace, matrix, row), {"period": code, "unit": row.unit.key.text})
        for row in owing
    ]


def _subject(matrix: Matrix, rows: tuple[ReportRow, ...]) -> ReportedSubject:
    tallies = [matrix.tally(place) for place in range(len(matrix.asked.periods))]
    counted = matrix.states()
    return ReportedSubject(
        matrix.asked.periods,
        matrix.dues,
        [_line(row) for row in rows],
        [(one.told, one.due) for one in tallies],
        [(state_word(state), counted[state]) for state in ReportState if counted[state]],
        matrix.at,
    )


def _line(row: ReportRow) -> ReportedLine:
    first = row.cells[0]
    note = ""
    if first.at is not None:
        note = label("reported.came_at", "vi", day=f"{datetime.fromisoformat(first.at):%d/%m/%Y}")
    return ReportedLine(
        row.unit.name,
        row.office.name if row.office is not None else "",
        row.depth,
        [state_word(cell.state) for cell in row.cells],
        row.tally.told,
        row.tally.due,
        note,
    )


def _reminder(workspace: Workspace, matrix: Matrix, row: ReportRow) -> ReminderSubject:
    period, today = matrix.asked.periods[0], matrix.at.date()
    heir = workspace.units.get(workspace.units.succession.heir(row.unit.key, today))
    return ReminderSubject(
        issuer_of(heir, workspace.units, today).unit,
        period,
        matrix.dues[0],
        today,
        row.cells[0].state is ReportState.RETURNED,
    )


def state_word(state: ReportState) -> str:
    """Return the word of a state on paper and in a workbook."""
    return label(STATE_WORDS[state], "vi")
