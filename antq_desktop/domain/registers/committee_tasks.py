"""R11b: tasks that Ban Chỉ đạo 138 has given, and whether they were done in time.

The limit of a task is the day written in the document that gives it; no law sets one. The figures
of this book stand in B11.1, beside the documents of the committee.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import history, last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Deadline, Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from antq_desktop.domain.register import Setting

    Values = Mapping[str, object]

IN_TIME, LATE, OVERDUE, CANCELLED = "done_in_time", "done_late", "overdue", "cancelled"
STATES = codes(
    ("assigned", "Mới giao", "Assigned"),
    ("in_progress", "Đang thực hiện", "In progress"),
    (IN_TIME, "Hoàn thành đúng hạn", "Done in time"),
    (LATE, "Hoàn thành quá hạn", "Done late"),
    (OVERDUE, "Quá hạn", "Overdue"),
    (CANCELLED, "Hủy", "Cancelled"),
)
DONE = frozenset({IN_TIME, LATE})

TASK = Section(
    Label("Nhiệm vụ", "Task"),
    (
        private(
            "source_document",
            Kind.TEXT,
            ("Văn bản gốc", "Source document"),
            required=True,
            help=Label(
                "Số, ký hiệu văn bản giao nhiệm vụ, ví dụ 03/KH-BCĐ.",
                "The number and symbol of the document that gives the task, such as 03/KH-BCĐ.",
            ),
        ),
        private(
            "source_record",
            Kind.REFERENCE,
            ("Văn bản gốc trong sổ văn bản", "Source in the book of documents"),
            register="documents",
        ),
        private("content", Kind.TEXT, ("Nội dung", "Task"), required=True),
        private("lead", Kind.ORGANIZATION, ("Đơn vị chủ trì", "Lead"), required=True),
        private("partners", Kind.TEXT, ("Đơn vị phối hợp", "Partners")),
        shared("assigned_on", Kind.DATE, ("Ngày giao", "Assigned on"), required=True),
        shared("due", Kind.DATE, ("Thời hạn", "Due"), required=True),
    ),
)
OUTCOME = Section(
    Label("Kết quả", "Outcome"),
    (
        shared("done_on", Kind.DATE, ("Ngày hoàn thành", "Done on"), required_in=DONE),
        private("result", Kind.LONG_TEXT, ("Kết quả", "Result"), required_in=DONE),
    ),
)


def _done(seen: Seen, _today: date) -> Iterator[Problem]:
    """Demand that day, limit and state say the same: in time is up to the end of the last day."""
    state, done, due = last_state(seen.rows("moves")), seen.text("done_on"), seen.text("due")
    if done and state not in DONE:
        yield Problem("moves", "rules.task_done_state")
    elif done and due and (state == IN_TIME) != (done <= due):
        yield Problem("moves", "rules.task_in_time")


def _overdue(seen: Seen, _today: date) -> Iterator[Problem]:
    due = seen.text("due")
    if due and any(
        move.state == OVERDUE and move.day <= due for move in history(seen.rows("moves"))
    ):
        yield Problem("moves", "rules.task_overdue_early")


def _due(values: Values, _setting: Setting) -> datetime | None:
    due = values.get("due")
    moves = values.get("moves")
    if not isinstance(due, str) or not isinstance(moves, list) or last_state(moves) == CANCELLED:
        return None
    return end_of(date.fromisoformat(due))


def _met(values: Values) -> datetime | None:
    done = values.get("done_on")
    return end_of(date.fromisoformat(done)) if isinstance(done, str) else None


REGISTER = Register(
    name="committee_tasks",
    code="R11b",
    label=Label("Nhiệm vụ Ban Chỉ đạo 138 giao", "Tasks of Committee 138"),
    short=Label("Nhiệm vụ được giao", "Committee tasks"),
    group=Group.COMMITTEE,
    basis="Căn cứ trước đây (hiệu lực hiện nay chưa xác minh): NQ 09/1998/NQ-CP; QĐ"
    " 282/QĐ-TTg (2011); QĐ 187/QĐ-TTg (2013); HD 4488/BCĐ (14/11/2013)",
    sections=(TASK, OUTCOME),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            assigned=f"in_progress {IN_TIME} {LATE} {OVERDUE} {CANCELLED}",
            in_progress=f"{IN_TIME} {LATE} {OVERDUE} {CANCELLED}",
            overdue=f"{LATE} {CANCELLED}",
        ),
        first=frozenset({"assigned"}),
    ),
    event_field="assigned_on",
    title=("content", "lead"),
    columns=("content", "lead", "due", "done_on"),
    booked_by="assigned_on",
    rules=(
        not_future("assigned_on", "done_on", "moves.on"),
        days_in_order("assigned_on", "due"),
        days_in_order("assigned_on", "done_on"),
        Rule(fields=("done_on", "due", "moves"), check=_done, basis="counting A41"),
        Rule(fields=("due", "moves"), check=_overdue),
    ),
    deadlines=(
        Deadline(
            code="R11b-1",
            label=Label("Hoàn thành nhiệm vụ", "Finish the task"),
            basis="Thời hạn ghi trong văn bản giao nhiệm vụ",
            start="assigned_on",
            due=_due,
            met=_met,
        ),
    ),
)
