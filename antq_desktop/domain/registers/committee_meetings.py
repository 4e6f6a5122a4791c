"""R11c: meetings of Ban Chỉ đạo 138, with their conclusions.

How often it meets at the commune follows local practice. B11.2 counts these meetings, and beside
them the inspections and the recommendations that were put right.
"""

from __future__ import annotations

from antq_desktop.domain.declaring import part_labels, private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    within,
)
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import not_future

KINDS = codes(
    ("quarterly", "Định kỳ quý", "Quarterly"),
    ("half_yearly", "Định kỳ 6 tháng", "Half-yearly"),
    ("yearly", "Định kỳ năm", "Yearly"),
    ("extraordinary", "Đột xuất", "Extraordinary"),
    ("thematic", "Chuyên đề", "Thematic"),
)
STATES = codes(
    ("held", "Đã họp", "Held"),
    ("concluded", "Đã thông báo kết luận", "Conclusions notified"),
)
CONCLUDED = frozenset({"concluded"})

MEETING = Section(
    Label("Cuộc họp", "Meeting"),
    (
        shared("held_on", Kind.DATE, ("Ngày họp", "Held on"), required=True),
        shared("kind", Kind.CHOICE, ("Loại cuộc họp", "Kind"), codes=KINDS, required=True),
        private("chair", Kind.TEXT, ("Chủ trì", "Chair"), required=True),
        private("participants", Kind.LONG_TEXT, ("Thành phần", "Participants"), required=True),
        private("agenda", Kind.LONG_TEXT, ("Nội dung", "Agenda"), required=True),
    ),
)
CONCLUSIONS = Section(
    Label("Kết luận", "Conclusions"),
    (
        private(
            "conclusions",
            Kind.LONG_TEXT,
            ("Kết luận", "Conclusions"),
            required_in=CONCLUDED,
        ),
        private(
            "notice",
            Kind.TEXT,
            ("Thông báo kết luận", "Notice of the conclusions"),
            required_in=CONCLUDED,
            help=Label(
                "Số, ký hiệu thông báo, ví dụ 07/TB-BCĐ.",
                "The number and symbol of the notice, such as 07/TB-BCĐ.",
            ),
        ),
        private(
            "notice_record",
            Kind.REFERENCE,
            ("Thông báo trong sổ văn bản", "Notice in the book of documents"),
            register="documents",
        ),
        private("minutes", Kind.TEXT, ("Biên bản", "Minutes")),
    ),
)

INSPECTIONS, FIXED = "inspections", "recommendations_fixed"


def _held(books: Books) -> list[Counted]:
    return [row for row in books.rows if within(books.period, row.day("held_on"))]


def _happened(books: Books) -> list[Counted]:
    """Return the meetings of the period, and the inspections held or followed up in it."""
    period = books.period
    inspections = [
        row
        for row in books.of("inspections")
        if within(period, row.day("held_on"))
        or any(
            within(period, str(one.get("fixed_on") or "")) for one in row.rows("recommendations")
        )
    ]
    return [*_held(books), *inspections]


def _met(books: Books) -> Figure:
    """Count meetings and inspections by their day, recommendations by the day fixed (A41)."""
    period = books.period
    meetings = _held(books)
    parts = {f"kind.{code.code}": 0 for code in KINDS}
    for row in meetings:
        parts[f"kind.{row.shared['kind']}"] += 1
    inspections = books.of("inspections")
    parts[INSPECTIONS] = sum(within(period, row.day("held_on")) for row in inspections)
    parts[FIXED] = sum(
        within(period, str(one.get("fixed_on") or ""))
        for row in inspections
        for one in row.rows("recommendations")
    )
    return Figure(len(meetings), figure(meetings).records, parts=parts)


REGISTER = Register(
    name="committee_meetings",
    code="R11c",
    label=Label("Cuộc họp Ban Chỉ đạo 138", "Meetings of Committee 138"),
    short=Label("Cuộc họp", "Meetings"),
    group=Group.COMMITTEE,
    basis="Căn cứ trước đây (hiệu lực hiện nay chưa xác minh): NQ 09/1998/NQ-CP; QĐ"
    " 282/QĐ-TTg (2011); QĐ 187/QĐ-TTg (2013); HD 4488/BCĐ (14/11/2013)",
    sections=(MEETING, CONCLUSIONS),
    life_cycle=LifeCycle(states=STATES, next=steps(held="concluded"), first=frozenset({"held"})),
    event_field="held_on",
    title=("kind", "chair"),
    columns=("held_on", "kind", "chair", "notice"),
    booked_by="held_on",
    rules=(not_future("held_on", "moves.on"),),
    indicators=(
        Indicator(
            code="B11.2",
            label=Label("Cuộc họp Ban Chỉ đạo 138", "Meetings of Committee 138"),
            kind=CountKind.FLOW,
            rule="A41",
            counted_in=Label("cuộc", "meetings"),
            count=_met,
            part_labels={
                **part_labels("kind", KINDS),
                INSPECTIONS: Label("Cuộc kiểm tra", "Inspections"),
                FIXED: Label("Kiến nghị đã khắc phục", "Recommendations put right"),
            },
            reads=("inspections",),
            enters=_happened,
            adds=frozenset({"inspections"}),
        ),
    ),
)
