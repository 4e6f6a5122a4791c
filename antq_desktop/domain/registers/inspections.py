"""R11d: inspections by Ban Chỉ đạo 138, and what became of their recommendations.

The day by which a recommendation is to be put right is set by the inspection itself. The figures of
this book stand in B11.2, beside the meetings.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Deadline, Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from antq_desktop.domain.register import Setting

    Values = Mapping[str, object]

STATES = codes(
    ("held", "Đã kiểm tra", "Held"),
    ("following_up", "Theo dõi khắc phục", "Followed up"),
    ("closed", "Kết thúc", "Closed"),
)

INSPECTION = Section(
    Label("Cuộc kiểm tra", "Inspection"),
    (
        private(
            "plan",
            Kind.TEXT,
            ("Kế hoạch", "Plan"),
            help=Label(
                "Số, ký hiệu kế hoạch kiểm tra, ví dụ 12/KH-BCĐ.",
                "The number and symbol of the plan, such as 12/KH-BCĐ.",
            ),
        ),
        shared("held_on", Kind.DATE, ("Ngày kiểm tra", "Held on"), required=True),
        private(
            "inspected_unit",
            Kind.ORGANIZATION,
            ("Đơn vị được kiểm tra", "Inspected unit"),
            required=True,
        ),
        private("team", Kind.TEXT, ("Đoàn kiểm tra", "Team"), required=True),
        private("content", Kind.LONG_TEXT, ("Nội dung", "Content"), required=True),
        private("strengths", Kind.LONG_TEXT, ("Ưu điểm", "Strengths")),
        private("shortcomings", Kind.LONG_TEXT, ("Tồn tại", "Shortcomings")),
    ),
)
RECOMMENDATIONS = Section(
    Label("Kiến nghị", "Recommendations"),
    (
        shared(
            "recommendations",
            Kind.ROWS,
            ("Kiến nghị", "Recommendations"),
            columns=(
                private("text", Kind.TEXT, ("Kiến nghị", "Recommendation"), required=True),
                shared("due", Kind.DATE, ("Hạn khắc phục", "Due")),
                shared("fixed_on", Kind.DATE, ("Ngày khắc phục", "Put right on")),
                private("remedy", Kind.TEXT, ("Kết quả khắc phục", "Remedy")),
            ),
        ),
    ),
)


def _days(seen: Seen, _today: date) -> Iterator[Problem]:
    """No recommendation is due, or put right, before the inspection that made it."""
    held = seen.text("held_on")
    for number, row in enumerate(seen.rows("recommendations"), 1):
        for name in ("due", "fixed_on"):
            if held and row.get(name) and str(row[name]) < held:
                yield Problem(f"recommendations[{number}].{name}", "rules.before_inspection")


def _remedies(seen: Seen, _today: date) -> Iterator[Problem]:
    for number, row in enumerate(seen.rows("recommendations"), 1):
        place = f"recommendations[{number}]"
        if row.get("fixed_on") and not row.get("remedy"):
            yield Problem(f"{place}.remedy", "rules.remedy_missing", grave=False)
        if row.get("remedy") and not row.get("fixed_on"):
            yield Problem(f"{place}.fixed_on", "rules.fixed_on_missing", grave=False)


def _closed(seen: Seen, _today: date) -> Iterator[Problem]:
    if last_state(seen.rows("moves")) != "closed":
        return
    for number, row in enumerate(seen.rows("recommendations"), 1):
        if not row.get("fixed_on"):
            place = f"recommendations[{number}].fixed_on"
            yield Problem(place, "rules.recommendation_open", grave=False)


def _due(values: Values, _setting: Setting) -> datetime | None:
    """Return the first limit of the recommendations that are not put right."""
    rows = cast("list[Mapping[str, object]]", values.get("recommendations") or [])
    days = [str(row["due"]) for row in rows if row.get("due") and not row.get("fixed_on")]
    return end_of(date.fromisoformat(min(days))) if days else None


def _met(_values: Values) -> datetime | None:
    """Return None: a limit that `_due` gives is one of what is still to be put right."""
    return None


REGISTER = Register(
    name="inspections",
    code="R11d",
    label=Label("Kiểm tra của Ban Chỉ đạo 138", "Inspections by Committee 138"),
    short=Label("Kiểm tra", "Inspections"),
    group=Group.COMMITTEE,
    basis="Căn cứ trước đây (hiệu lực hiện nay chưa xác minh): NQ 09/1998/NQ-CP; QĐ"
    " 282/QĐ-TTg (2011); QĐ 187/QĐ-TTg (2013); HD 4488/BCĐ (14/11/2013)",
    sections=(INSPECTION, RECOMMENDATIONS),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(held="following_up closed", following_up="closed"),
        first=frozenset({"held"}),
    ),
    event_field="held_on",
    title=("inspected_unit",),
    columns=("held_on", "inspected_unit", "team", "plan"),
    booked_by="held_on",
    rules=(
        not_future("held_on", "recommendations.fixed_on", "moves.on"),
        Rule(fields=("held_on", "recommendations"), check=_days),
        Rule(fields=("recommendations",), check=_remedies),
        Rule(fields=("recommendations", "moves"), check=_closed),
    ),
    deadlines=(
        Deadline(
            code="R11d-1",
            label=Label("Khắc phục kiến nghị", "Put a recommendation right"),
            basis="Hạn khắc phục ghi trong kết luận kiểm tra",
            start="held_on",
            due=_due,
            met=_met,
        ),
    ),
)
