"""B11.1: documents of Ban Chỉ đạo 138 and the tasks that they gave (counting A41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    within,
)
from antq_desktop.domain.registers.documents.codes import COMMITTEE_138, KINDS, OUTGOING

if TYPE_CHECKING:
    from datetime import date

#: The kinds that the committee issues as a rule; the rest is one line.
NAMED = (
    "resolution",
    "directive",
    "plan",
    "official_letter",
    "decision",
    "guidance",
    "report",
    "notice",
)
OTHER = "kind.other"
IN_TIME, LATE, OPEN = "tasks.done_in_time", "tasks.done_late", "tasks.overdue"
CANCELLED = "cancelled"

LABELS = {
    **{f"kind.{code.code}": code.label for code in KINDS if code.code in NAMED},
    OTHER: Label("Loại khác", "Other kinds"),
    IN_TIME: Label("Nhiệm vụ hoàn thành đúng hạn", "Tasks done in time"),
    LATE: Label("Nhiệm vụ hoàn thành quá hạn", "Tasks done late"),
    OPEN: Label("Nhiệm vụ quá hạn chưa hoàn thành", "Tasks overdue and open"),
}


def _outgoing(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if row.shared.get("direction") == OUTGOING
        and row.shared.get("series") == COMMITTEE_138
        and within(books.period, row.day("document_on"))
    ]


def _happened(books: Books) -> list[Counted]:
    """Return what was issued in the period, and the tasks done in it."""
    tasks = books.of("committee_tasks")
    done = (one for one in tasks if within(books.period, one.day("done_on")))
    return [*_outgoing(books), *done]


def _issued(books: Books) -> Figure:
    issued = _outgoing(books)
    parts = dict.fromkeys(LABELS, 0)
    for row in issued:
        kind = row.shared["kind"]
        parts[f"kind.{kind}" if kind in NAMED else OTHER] += 1
    for task in books.of("committee_tasks"):
        if within(books.period, task.day("done_on")):
            parts[IN_TIME if task.day("done_on") <= task.day("due") else LATE] += 1
        if _overdue(task, books.period.last):
            parts[OPEN] += 1
    return Figure(len(issued), figure(issued).records, parts=parts)


def _overdue(task: Counted, day: date) -> bool:
    """Say whether a task stands open past its limit at the end of a day; a cancelled one is not.

    The day before is the last on which it may be due: on its last day a task is still in time.
    """
    done, until = task.day("done_on"), day.isoformat()
    given = bool(task.day("assigned_on")) and task.day("assigned_on") <= until
    still_open = (not done or done > until) and task.state_at(day) != CANCELLED
    return given and still_open and "" < task.day("due") < until


INDICATORS = (
    Indicator(
        code="B11.1",
        label=Label("Văn bản Ban Chỉ đạo 138 ban hành", "Documents issued by Committee 138"),
        kind=CountKind.FLOW,
        rule="A41",
        counted_in=Label("văn bản", "documents"),
        count=_issued,
        part_labels=LABELS,
        reads=("committee_tasks",),
        enters=_happened,
        adds=frozenset({"committee_tasks"}),
    ),
)
