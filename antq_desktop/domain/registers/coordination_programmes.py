"""R12: programmes of coordination with the Fatherland Front, mass organisations and neighbours.

Basis: CTPH 07/CTrPH-BCA-MTTW of 17/10/2023 (2023-2033), which replaced 09/CTr-BCA-MTTW of
01/08/2013; its five groups of contents are the first of `CONTENTS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.indicators import (
    Books,
    CountKind,
    Figure,
    Indicator,
    figure,
    stands,
    within,
)
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

PARTNERS = codes(
    ("fatherland_front", "Mặt trận Tổ quốc", "Fatherland Front"),
    ("womens_union", "Hội Liên hiệp Phụ nữ", "Women's Union"),
    ("farmers_union", "Hội Nông dân", "Farmers' Union"),
    ("veterans", "Hội Cựu chiến binh", "Veterans"),
    ("youth_union", "Đoàn Thanh niên", "Youth Union"),
    ("trade_union", "Liên đoàn Lao động, Công đoàn", "Trade Union"),
    ("elderly", "Hội Người cao tuổi", "Association of the Elderly"),
    ("police_veterans", "Hội Cựu Công an nhân dân", "Police Veterans"),
    ("red_cross", "Hội Chữ thập đỏ", "Red Cross"),
    ("military_command", "Ban Chỉ huy quân sự", "Military command"),
    ("education", "Giáo dục", "Education"),
    ("health", "Y tế", "Health"),
    ("religion", "Tôn giáo (chức sắc)", "Religion (dignitaries)"),
    ("enterprise", "Doanh nghiệp", "Enterprise"),
    ("neighbours", "Công an, Ủy ban nhân dân giáp ranh", "Neighbouring police, committee"),
)
DOCUMENT_KINDS = codes(
    ("programme", "Chương trình phối hợp (CTPH)", "Programme of coordination"),
    ("regulation", "Quy chế phối hợp (QCPH)", "Regulation of coordination"),
    ("joint_resolution", "Nghị quyết liên tịch (NQLT)", "Joint resolution"),
    ("joint_plan", "Kế hoạch liên tịch (KHLT)", "Joint plan"),
)
CONTENTS = codes(
    ("propaganda", "Tuyên truyền", "Propaganda"),
    ("movement", "Xây dựng phong trào", "Building the movement"),
    ("crime_prevention", "Phòng, chống tội phạm, tệ nạn xã hội", "Crime and social evils"),
    ("cybersecurity", "An ninh mạng", "Cybersecurity"),
    ("core_forces", "Lực lượng nòng cốt", "Core forces"),
    ("offender_support", "Quản lý, giáo dục người lầm lỗi", "Support of offenders"),
    ("models", "Mô hình", "Models"),
    ("supervision", "Giám sát", "Supervision"),
)
REVIEW_KINDS = codes(
    ("interim", "Sơ kết", "Interim review"),
    ("final", "Tổng kết", "Final review"),
)
REVIEW_PERIODS = codes(
    ("half_year", "6 tháng", "Six months"),
    ("year", "Năm", "Year"),
    ("five_years", "5 năm", "Five years"),
)
STATES = codes(
    ("in_force", "Đang hiệu lực", "In force"),
    ("expired", "Hết hạn", "Expired"),
    ("replaced", "Thay thế", "Replaced"),
    ("terminated", "Chấm dứt", "Terminated"),
)
ENDED = frozenset({"expired", "replaced", "terminated"})

PROGRAMME = Section(
    Label("Chương trình", "Programme"),
    (
        shared(
            "partner", Kind.CHOICE, ("Đơn vị phối hợp", "Partner"), codes=PARTNERS, required=True
        ),
        private(
            "partner_name",
            Kind.ORGANIZATION,
            ("Tên đơn vị phối hợp", "Name of the partner"),
            help=Label(
                "Tên đầy đủ, nếu có nhiều đơn vị cùng loại: doanh nghiệp, trường học, xã.",
                "The full name where there are several of a kind: enterprises, schools, communes.",
            ),
        ),
        shared(
            "document_kind",
            Kind.CHOICE,
            ("Loại văn bản", "Kind of document"),
            codes=DOCUMENT_KINDS,
            required=True,
        ),
        private("number", Kind.TEXT, ("Số, ký hiệu", "Number"), required=True),
        shared("signed_on", Kind.DATE, ("Ngày ký", "Signed on"), required=True),
        shared("valid_from", Kind.DATE, ("Hiệu lực từ ngày", "In force from"), required=True),
        shared(
            "valid_to",
            Kind.DATE,
            ("Hết hiệu lực từ ngày", "No longer in force from"),
            required_in=ENDED,
            help=Label(
                "Ngày đầu tiên không còn hiệu lực. Để trống nếu văn bản không ghi thời hạn.",
                "The first day on which it is no longer in force. Empty if no end is set.",
            ),
        ),
        shared("status", Kind.CHOICE, ("Trạng thái", "Status"), codes=STATES, required=True),
        shared(
            "contents",
            Kind.CHOICES,
            ("Nội dung", "Contents"),
            codes=CONTENTS,
            required=True,
            basis="CTPH 07/CTrPH-BCA-MTTW ngày 17/10/2023",
        ),
    ),
)
ACTIVITIES = Section(
    Label("Thực hiện", "Carrying out"),
    (
        shared(
            "activities",
            Kind.ROWS,
            ("Hoạt động chung", "Joint activities"),
            help=Label(
                "Mỗi hoạt động một dòng: ngày, và buổi tuyên truyền hoặc mô hình đã ghi ở sổ khác.",
                "A line for each: its day, and the event or the model that another book has.",
            ),
            columns=(
                shared("held_on", Kind.DATE, ("Ngày", "Held on"), required=True),
                private(
                    "event",
                    Kind.REFERENCE,
                    ("Buổi tuyên truyền", "Event"),
                    register="propaganda",
                ),
                private("model", Kind.REFERENCE, ("Mô hình", "Model"), register="movement_models"),
                private("summary", Kind.TEXT, ("Tóm tắt", "Summary")),
            ),
        ),
        shared(
            "reviews",
            Kind.ROWS,
            ("Sơ kết, tổng kết", "Reviews"),
            columns=(
                shared("on", Kind.DATE, ("Ngày", "On"), required=True),
                shared("kind", Kind.CHOICE, ("Loại", "Kind"), codes=REVIEW_KINDS, required=True),
                shared("span", Kind.CHOICE, ("Kỳ", "Span"), codes=REVIEW_PERIODS, required=True),
                private("report", Kind.TEXT, ("Báo cáo", "Report")),
            ),
        ),
    ),
)


def _expired(seen: Seen, today: date) -> Iterator[Problem]:
    """Say that the status has not followed the dates; the figures go by the dates (A42)."""
    end = seen.text("valid_to")
    over = bool(end) and str(end) <= today.isoformat()
    if over and seen.text("status") == "in_force":
        yield Problem("status", "rules.programme_expired", grave=False)
    if end and not over and seen.text("status") in ENDED:
        yield Problem("valid_to", "rules.not_future")


def _outside(seen: Seen, _today: date) -> Iterator[Problem]:
    start, end = seen.text("valid_from"), seen.text("valid_to")
    for number, row in enumerate(seen.rows("activities"), 1):
        held = str(row.get("held_on") or "")
        if held and ((start and held < start) or (end and held >= end)):
            yield Problem(f"activities[{number}].held_on", "rules.activity_outside", grave=False)


def _linked(seen: Seen, _today: date) -> Iterator[Problem]:
    for number, row in enumerate(seen.rows("activities"), 1):
        if not (row.get("event") or row.get("model") or row.get("summary")):
            yield Problem(f"activities[{number}].summary", "rules.activity_unnamed", grave=False)


SIGNED, HELD = "signed", "activities"


def _in_force(books: Books) -> Figure:
    """Count what stands at the end of the period, and what was signed and held in it (A42)."""
    period = books.period
    standing = [
        row for row in books.rows if stands(period.last, row.day("valid_from"), row.day("valid_to"))
    ]
    parts = {
        SIGNED: sum(within(period, row.day("signed_on")) for row in books.rows),
        HELD: sum(
            within(period, str(one["held_on"]))
            for row in books.rows
            for one in row.rows("activities")
        ),
    }
    return Figure(len(standing), figure(standing).records, parts=parts)


REGISTER = Register(
    name="coordination_programmes",
    code="R12",
    label=Label("Chương trình phối hợp", "Programmes of coordination"),
    short=Label("Chương trình phối hợp", "Coordination programmes"),
    group=Group.FORCES,
    basis="CTPH 07/CTrPH-BCA-MTTW ngày 17/10/2023 (thay 09/CTr-BCA-MTTW ngày 01/08/2013)",
    sections=(PROGRAMME, ACTIVITIES),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(in_force="expired replaced terminated"),
        # A book is begun with programmes that may have ended already.
        first=frozenset(code.code for code in STATES),
    ),
    event_field="signed_on",
    title=("document_kind", "partner", "number"),
    columns=("number", "document_kind", "partner", "signed_on", "valid_to", "status"),
    state_field="status",
    rules=(
        not_future("signed_on", "activities.held_on", "reviews.on", "moves.on"),
        days_in_order("valid_from", "valid_to", strictly=True),
        Rule(fields=("valid_to", "status"), check=_expired, basis="counting A42"),
        Rule(fields=("valid_from", "valid_to", "activities"), check=_outside),
        Rule(fields=("activities",), check=_linked),
    ),
    indicators=(
        Indicator(
            code="B12.1",
            label=Label("Chương trình phối hợp đang hiệu lực", "Programmes in force"),
            kind=CountKind.STOCK,
            rule="A42",
            counted_in=Label("chương trình", "programmes"),
            count=_in_force,
            part_labels={
                SIGNED: Label("Ký mới trong kỳ", "Signed in the period"),
                HELD: Label("Hoạt động chung trong kỳ", "Joint activities in the period"),
            },
        ),
    ),
)
