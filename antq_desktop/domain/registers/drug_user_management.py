"""R04b: management of illegal drug users at the commune, which is no administrative measure.

Basis: Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP Đ40-49, mẫu 03-10. Luật PCMT 120/2025/QH15 replaces the
law from 01/07/2026 (day not verified); its decrees were not read.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.day_limits import day_in, done_on, working_days
from antq_desktop.domain.deadlines import after_months, end_of
from antq_desktop.domain.declaring import ascending, private, shared, together
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.indicators import (
    CountKind,
    Figure,
    Indicator,
    distinct_persons,
    figure,
    stands,
)
from antq_desktop.domain.keys import person_keys
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.person_rules import (
    day_of,
    minors_have_guardians,
    number_fits,
    papers_fit,
)
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Deadline, Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.indicators import Books
    from antq_desktop.domain.register import Setting

    Values = Mapping[str, object]

REFORM = date(2025, 3, 1)
"""What changed with the reform of the police, and Luật PCMT 120/2025/QH15 of 2026, was not read."""

DECISION_DAYS = 3
FILE_TRANSFER_DAYS = 5
TERM_MONTHS = 12

DRUGS = codes(
    ("opioids", "Chất dạng thuốc phiện", "Opioids"),
    ("synthetic", "Ma túy tổng hợp", "Synthetic drugs"),
    ("cannabis", "Cần sa", "Cannabis"),
    ("other", "Loại khác", "Other"),
    ("unknown", "Chưa rõ", "Not known"),
)
CHECKS = codes(
    ("present", "Có mặt tại nơi cư trú", "Present"),
    ("absent_known", "Vắng mặt, có lý do", "Absent, reason known"),
    ("absent", "Vắng mặt, không rõ lý do", "Absent, reason unknown"),
)
END_KINDS = codes(
    ("expired", "Hết thời hạn quản lý", "Term over"),
    ("stopped", "Dừng quản lý (mẫu 09)", "Stopped (form 09)"),
    ("terminated", "Chấm dứt quản lý (mẫu 10)", "Terminated (form 10)"),
    ("died", "Chết", "Died"),
    ("moved", "Chuyển nơi ở", "Moved away"),
)
STATES = codes(
    ("detected", "Có kết quả dương tính", "Tested positive"),
    ("managed", "Đang quản lý", "Managed"),
    ("moving", "Đang chuyển hồ sơ", "File being passed on"),
    ("ended", "Đã kết thúc", "Ended"),
)
MANAGED = frozenset({"managed", "moving", "ended"})

DETECTION = Section(
    Label("Phát hiện", "Detection"),
    (
        shared(
            "tested_on",
            Kind.DATE,
            ("Ngày xét nghiệm dương tính", "Tested positive on"),
            required=True,
            help=Label(
                "Chủ tịch Ủy ban nhân dân xã quyết định trong 03 ngày làm việc kể từ ngày này.",
                "The chairman decides within 03 working days of it.",
            ),
            basis="Luật PCMT 2021 Đ23",
        ),
        private("test_number", Kind.TEXT, ("Phiếu kết quả xét nghiệm (mẫu 03)", "Test (form 03)")),
        private("person", Kind.PERSON, ("Người bị quản lý", "Person"), required=True),
        private(
            "guardian",
            Kind.PERSON,
            ("Cha mẹ, người giám hộ", "Parent or guardian"),
            help=Label("Bắt buộc với người dưới 18 tuổi.", "Demanded for those under 18."),
        ),
        shared("drugs", Kind.CHOICES, ("Loại chất ma túy", "Drugs used"), codes=DRUGS),
    ),
)

DECISION = Section(
    Label("Quyết định quản lý", "Decision"),
    (
        private(
            "decision_number",
            Kind.TEXT,
            ("Số quyết định (mẫu 07)", "Decision number (form 07)"),
            required_in=MANAGED,
        ),
        shared(
            "decision_date",
            Kind.DATE,
            ("Ngày quyết định", "Decision date"),
            required_in=MANAGED,
            basis="Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP Đ40-49",
        ),
        shared(
            "term_from",
            Kind.DATE,
            ("Quản lý từ ngày", "From"),
            required_in=MANAGED,
            help=Label("Thời hạn quản lý là 01 năm.", "The term is 01 year."),
            basis="Luật PCMT 2021 Đ23",
        ),
        shared(
            "term_to",
            Kind.DATE,
            ("Đến ngày", "Until"),
            required_in=MANAGED,
            help=Label(
                "Ngày đầu tiên không còn quản lý, nếu không kết thúc sớm hơn.",
                "The first day on which it is over, unless it ended earlier.",
            ),
        ),
        shared(
            "electronic_monitoring",
            Kind.FLAG,
            ("Giám sát điện tử", "Electronic monitoring"),
            basis="Luật PCMT 120/2025/QH15 (chưa đối chiếu văn bản gốc)",
        ),
    ),
)

MANAGEMENT = Section(
    Label("Quản lý, kết thúc", "Management and end"),
    (
        shared(
            "checks",
            Kind.ROWS,
            ("Kiểm tra cư trú", "Checks of residence"),
            help=Label(
                "Công an xã kiểm tra ít nhất mỗi tháng một lần.",
                "The commune police check at least once a month.",
            ),
            basis="Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP",
            columns=(
                shared("on", Kind.DATE, ("Ngày", "On"), required=True),
                shared("result", Kind.CHOICE, ("Kết quả", "Result"), codes=CHECKS, required=True),
                private("officer", Kind.OFFICER, ("Cán bộ", "Officer")),
                private("note", Kind.TEXT, ("Ghi chú", "Note")),
            ),
        ),
        shared(
            "moved_on",
            Kind.DATE,
            ("Ngày chuyển nơi ở", "Moved on"),
            help=Label(
                "Chuyển hồ sơ (mẫu 08) đến nơi ở mới trong 05 ngày làm việc kể từ ngày này.",
                "The file (form 08) follows within 05 working days of it.",
            ),
            basis="NĐ 105/2021/NĐ-CP Đ40-49",
        ),
        shared("moved_to", Kind.UNIT, ("Xã, phường chuyển đến", "Moved to")),
        shared("file_passed_on", Kind.DATE, ("Ngày chuyển hồ sơ", "File passed on")),
        shared(
            "end_kind",
            Kind.CHOICE,
            ("Kết thúc", "How it ended"),
            codes=END_KINDS,
            required_in=frozenset({"ended"}),
        ),
        shared(
            "end_date",
            Kind.DATE,
            ("Ngày kết thúc", "Ended on"),
            required_in=frozenset({"ended"}),
            help=Label(
                "Từ ngày này không còn tính là đang quản lý.",
                "From this day on the person no longer counts as managed.",
            ),
        ),
        private("end_number", Kind.TEXT, ("Số quyết định kết thúc", "Number of the last decision")),
    ),
)


def _check_limit(values: Values, _setting: Setting) -> datetime | None:
    """Return the last moment for the next check: a month after the last, while the term runs."""
    start, end = day_in(values, "term_from"), day_in(values, "term_to")
    if start is None or day_in(values, "end_date") is not None:
        return None
    checks = values.get("checks")
    rows = checks if isinstance(checks, list) else []
    last = max([start, *(date.fromisoformat(str(row["on"])) for row in rows)])
    due = after_months(last, 1)
    return None if end is not None and due >= end else end_of(due)


def _never(_values: Values) -> datetime | None:
    """Say that the next check is always outstanding: each one moves the limit."""
    return None


def _term(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of a term that is not 01 year; its last day may be counted in or not."""
    start, end = day_of(seen, "term_from"), day_of(seen, "term_to")
    if start and end and not 0 <= (after_months(start, TERM_MONTHS) - end).days <= 1:
        yield Problem("term_to", "rules.term_one_year", grave=False)


def _managed(books: Books) -> Figure:
    """Count the persons managed at the end of the last day, as B4.2 does (A25, A26)."""
    rows = [
        row
        for row in books.rows
        if row.day("decision_date")
        and stands(
            books.period.last, row.day("term_from"), row.day("end_date") or row.day("term_to")
        )
    ]
    return Figure(distinct_persons(rows), figure(rows).records)


INDICATORS = (
    Indicator(
        code="B4.4",
        label=Label(
            "Người sử dụng trái phép chất ma túy đang quản lý", "Illegal drug users managed"
        ),
        kind=CountKind.STOCK,
        rule="A02, A25, A26",
        counted_in=Label("người", "persons"),
        count=_managed,
    ),
)

DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Quyết định quản lý", "Decision of management"),
        basis="Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP Đ40-49",
        start="tested_on",
        due=working_days("tested_on", DECISION_DAYS),
        met=done_on("decision_date"),
        unverified_from=REFORM,
    ),
    Deadline(
        code="T2",
        label=Label("Kiểm tra cư trú hằng tháng", "Monthly check of residence"),
        basis="Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP Đ40-49",
        start="term_from",
        due=_check_limit,
        met=_never,
        unverified_from=REFORM,
    ),
    Deadline(
        code="T3",
        label=Label("Chuyển hồ sơ đến nơi ở mới", "Pass the file on after a move"),
        basis="NĐ 105/2021/NĐ-CP Đ40-49",
        start="moved_on",
        due=working_days("moved_on", FILE_TRANSFER_DAYS),
        met=done_on("file_passed_on"),
        unverified_from=REFORM,
    ),
)

REGISTER = Register(
    name="drug_user_management",
    code="R04b",
    label=Label("Quản lý người sử dụng trái phép chất ma túy", "Management of illegal drug users"),
    short=Label("Người sử dụng ma túy", "Drug users"),
    group=Group.PEOPLE,
    basis="Luật PCMT 2021 Đ23; NĐ 105/2021/NĐ-CP Đ40-49, mẫu 03-10",
    sections=(DETECTION, DECISION, MANAGEMENT),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(detected="managed ended", managed="moving ended", moving="managed ended"),
        # The book is begun with the persons who are managed already.
        first=frozenset({"detected", "managed", "moving"}),
    ),
    event_field="decision_date",
    title=("person",),
    columns=("person", "tested_on", "decision_date", "term_to", "end_kind"),
    booked_by="tested_on",
    keys=person_keys("person"),
    rules=(
        not_future("tested_on", "decision_date", "moved_on", "file_passed_on", "end_date"),
        not_future("checks.on", "moves.on"),
        ascending("tested_on", "decision_date", "term_from", "term_to"),
        ascending("decision_date", "moved_on", "file_passed_on"),
        ascending("term_from", "end_date"),
        minors_have_guardians("person", "guardian", "tested_on"),
        number_fits("person", "guardian"),
        papers_fit("tested_on", "person", "guardian"),
        together("end_kind", "end_date"),
        Rule(fields=("term_from", "term_to"), check=_term, basis="Luật PCMT 2021 Đ23"),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
