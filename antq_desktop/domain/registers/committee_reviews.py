"""R11e: interim and final reviews of Ban Chỉ đạo 138.

Basis: the practice of reviewing the movement at mid-term and at the end of a period, with a report
and as a rule a conference. Which days a review covers is written out, since three kinds of year
run side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

KINDS = codes(
    ("interim", "Sơ kết", "Interim review"),
    ("final", "Tổng kết", "Final review"),
)
STATES = codes(
    ("held", "Đã tổ chức", "Held"),
    ("reported", "Đã báo cáo", "Reported"),
)
REPORTED = frozenset({"reported"})

REVIEW = Section(
    Label("Sơ kết, tổng kết", "Review"),
    (
        shared("kind", Kind.CHOICE, ("Loại", "Kind"), codes=KINDS, required=True),
        shared("reviewed_on", Kind.DATE, ("Ngày tổ chức", "Reviewed on"), required=True),
        shared(
            "period_from",
            Kind.DATE,
            ("Kỳ: từ ngày", "Period from"),
            required=True,
            help=Label(
                "Ngày đầu của kỳ được đánh giá, ví dụ 15/12 năm trước với năm báo cáo hành chính.",
                "The first day of the period under review, such as 15/12 of the year before for"
                " the administrative year.",
            ),
        ),
        shared("period_to", Kind.DATE, ("Kỳ: đến hết ngày", "Period to"), required=True),
        private(
            "report",
            Kind.TEXT,
            ("Báo cáo", "Report"),
            required_in=REPORTED,
            help=Label(
                "Số, ký hiệu báo cáo, ví dụ 30/BC-BCĐ.",
                "The number and symbol of the report, such as 30/BC-BCĐ.",
            ),
        ),
    ),
)
CONFERENCE = Section(
    Label("Hội nghị và khen thưởng", "Conference and awards"),
    (
        private(
            "conference",
            Kind.TEXT,
            ("Hội nghị", "Conference"),
            help=Label(
                "Tên, địa điểm hội nghị; để trống nếu chỉ sơ kết, tổng kết bằng báo cáo.",
                "Name and place of the conference; empty if the review was a report alone.",
            ),
        ),
        shared("delegates", Kind.INTEGER, ("Số đại biểu", "Delegates")),
        shared(
            "awarded_collectives",
            Kind.INTEGER,
            ("Số tập thể được khen thưởng", "Collectives awarded"),
        ),
        shared(
            "awarded_individuals",
            Kind.INTEGER,
            ("Số cá nhân được khen thưởng", "Individuals awarded"),
        ),
    ),
)


def _delegates(seen: Seen, _today: date) -> Iterator[Problem]:
    if seen.text("conference") and seen.get("delegates") is None:
        yield Problem("delegates", "rules.delegates_missing", grave=False)


REGISTER = Register(
    name="committee_reviews",
    code="R11e",
    label=Label("Sơ kết, tổng kết của Ban Chỉ đạo 138", "Reviews of Committee 138"),
    short=Label("Sơ kết, tổng kết", "Reviews"),
    group=Group.COMMITTEE,
    basis="Căn cứ trước đây (hiệu lực hiện nay chưa xác minh): NQ 09/1998/NQ-CP; QĐ"
    " 282/QĐ-TTg (2011); QĐ 187/QĐ-TTg (2013); HD 4488/BCĐ (14/11/2013)",
    sections=(REVIEW, CONFERENCE),
    life_cycle=LifeCycle(states=STATES, next=steps(held="reported"), first=frozenset({"held"})),
    event_field="reviewed_on",
    title=("kind", "conference"),
    columns=("reviewed_on", "kind", "period_from", "period_to", "report", "delegates"),
    booked_by="reviewed_on",
    rules=(
        not_future("reviewed_on", "moves.on"),
        days_in_order("period_from", "period_to"),
        days_in_order("period_from", "reviewed_on"),
        Rule(fields=("conference", "delegates"), check=_delegates),
    ),
)
