"""R08a: the officers of the regular commune police, each for the time of one posting.

Basis: Luật Công an nhân dân 2018 Đ17.2, 21; NĐ 42/2021/NĐ-CP. The commune that keeps the book is
where the officer is posted, so no field repeats it. "Chính quy" was built in communes and
townships; the police of wards were regular before (domain.md A.8.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import private, shared
from antq_desktop.domain.fields import Kind, Label, codes
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    stands,
)
from antq_desktop.domain.keys import BADGE_KEY, badge_key
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, ended_in, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

RANKS = codes(
    ("private", "Binh nhì", "Private"),
    ("private_first_class", "Binh nhất", "Private first class"),
    ("corporal", "Hạ sĩ", "Corporal"),
    ("sergeant", "Trung sĩ", "Sergeant"),
    ("senior_sergeant", "Thượng sĩ", "Senior sergeant"),
    ("junior_lieutenant", "Thiếu úy", "Junior lieutenant"),
    ("lieutenant", "Trung úy", "Lieutenant"),
    ("senior_lieutenant", "Thượng úy", "Senior lieutenant"),
    ("captain", "Đại úy", "Captain"),
    ("major", "Thiếu tá", "Major"),
    ("lieutenant_colonel", "Trung tá", "Lieutenant colonel"),
    ("senior_lieutenant_colonel", "Thượng tá", "Senior lieutenant colonel"),
    ("colonel", "Đại tá", "Colonel"),
)
TITLES = codes(
    ("head", "Trưởng Công an", "Head"),
    ("deputy_head", "Phó Trưởng Công an", "Deputy head"),
    ("officer", "Công an viên, cán bộ", "Officer"),
)
INVESTIGATORS = codes(
    ("none", "Không", "None"),
    ("junior", "Sơ cấp", "Junior"),
    ("intermediate", "Trung cấp", "Intermediate"),
    ("senior", "Cao cấp", "Senior"),
)
STATES = codes(
    ("serving", "Đang bố trí", "Serving"),
    ("ended", "Thôi bố trí", "No longer posted"),
)
ENDED = frozenset({"ended"})
#: Kinds of unit whose police became regular (Luật CAND 2018 Đ17.2); wards are in no figure.
REGULAR_KINDS = frozenset({"xa", "thi-tran"})

OFFICER = Section(
    Label("Cán bộ", "Officer"),
    (
        # The name alone: nothing of this book needs a birth date or a personal number.
        private("officer", Kind.OFFICER, ("Họ và tên", "Name"), required=True),
        private(
            "badge_no",
            Kind.TEXT,
            ("Số hiệu Công an nhân dân", "Badge number"),
            required=True,
            help=Label(
                "Chỉ tiêu đếm mỗi số hiệu một lần. Số hiệu không gửi đi.",
                "The figures count each badge number once. The number itself is not sent.",
            ),
        ),
        shared(
            "rank",
            Kind.CHOICE,
            ("Cấp bậc hàm", "Rank"),
            codes=RANKS,
            required=True,
            basis="Luật Công an nhân dân 2018 Đ21",
        ),
        shared(
            "title",
            Kind.CHOICE,
            ("Chức danh", "Title"),
            codes=TITLES,
            required=True,
            basis="NĐ 42/2021/NĐ-CP",
        ),
        private("duties", Kind.TEXT, ("Nhiệm vụ phân công", "Duties")),
        private(
            "investigator",
            Kind.CHOICE,
            ("Điều tra viên", "Investigator"),
            codes=INVESTIGATORS,
            basis="BLTTHS, sửa đổi ngày 27/06/2025",
        ),
    ),
)
POSTING = Section(
    Label("Thời gian bố trí", "Posting"),
    (
        private(
            "decision",
            Kind.TEXT,
            ("Quyết định bố trí", "Decision on the posting"),
            required=True,
            basis="NĐ 42/2021/NĐ-CP",
        ),
        shared("started_on", Kind.DATE, ("Bố trí từ ngày", "Posted from"), required=True),
        shared(
            "ended_on",
            Kind.DATE,
            ("Thôi bố trí từ ngày", "No longer from"),
            required_in=ENDED,
            help=Label(
                "Ngày đầu tiên không còn bố trí tại đơn vị. Cán bộ trở lại thì ghi hồ sơ mới.",
                "The first day on which the officer is no longer here. Who comes back gets a new"
                " record.",
            ),
        ),
    ),
)
DISCIPLINE = Section(
    Label("Kỷ luật", "Discipline"),
    (
        private(
            "discipline",
            Kind.ROWS,
            ("Các lần bị kỷ luật", "Disciplinary decisions"),
            columns=(
                private("on", Kind.DATE, ("Ngày", "On"), required=True),
                private("form", Kind.TEXT, ("Hình thức", "Form"), required=True),
                private("number", Kind.TEXT, ("Số quyết định", "Decision number")),
            ),
            help=Label(
                "Cần cho tiêu chí xã an toàn về an ninh, trật tự: không cá nhân bị kỷ luật.",
                "Needed for the standard of a safe commune: nobody was disciplined.",
            ),
            basis="TT 124/2021/TT-BCA Đ5.3",
        ),
    ),
)


def _badge(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for a number that tells officers apart (counting A38)."""
    text = seen.text("badge_no")
    if text and not any(one.isdigit() for one in text):
        yield Problem("badge_no", "rules.badge_number")


def _is_regular(books: Books) -> bool:
    """Say whether the unit is at the end one of those that were to get regular police (A38)."""
    unit = books.unit
    return unit is not None and unit.kind in REGULAR_KINDS and unit.valid_at(books.period.last)


def _posted(books: Books) -> list[Counted]:
    if not _is_regular(books):
        return []
    last = books.period.last
    return [row for row in books.rows if stands(last, row.day("started_on"), row.day("ended_on"))]


def _units(books: Books) -> Figure:
    """Count the unit once if anybody is posted there at the end; wards are in no denominator."""
    posted = _posted(books)
    return Figure(int(bool(posted)), figure(posted).records, denominator=int(_is_regular(books)))


def _officers(books: Books) -> Figure:
    """Count distinct badge numbers, for an officer may have two postings in one commune (A38)."""
    posted = _posted(books)
    badges = {row.shared.get(BADGE_KEY, row.record) for row in posted}
    return Figure(len(badges), figure(posted).records)


INDICATORS = (
    Indicator(
        code="B8.1",
        label=Label(
            "Xã, thị trấn đã bố trí Công an chính quy",
            "Communes and townships with regular police",
        ),
        kind=CountKind.STOCK,
        rule="A38",
        counted_in=Label("đơn vị", "units"),
        count=_units,
        every_unit=True,
    ),
    Indicator(
        code="B8.2",
        label=Label(
            "Cán bộ Công an chính quy tại xã, thị trấn",
            "Officers of the regular police in communes and townships",
        ),
        kind=CountKind.STOCK,
        rule="A38",
        counted_in=Label("người", "persons"),
        count=_officers,
    ),
)

REGISTER = Register(
    name="police_officers",
    code="R08a",
    label=Label("Công an xã chính quy", "Regular commune police"),
    group=Group.FORCES,
    basis="Luật Công an nhân dân 2018 Đ17.2, 21; NĐ 42/2021/NĐ-CP",
    sections=(OFFICER, POSTING, DISCIPLINE),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(serving="ended"),
        # A book is begun with the postings that are over, too.
        first=frozenset({"serving", "ended"}),
    ),
    event_field="started_on",
    title=("officer", "title"),
    columns=("officer", "rank", "title", "started_on", "ended_on"),
    keys=badge_key("badge_no"),
    rules=(
        not_future("started_on", "ended_on", "discipline.on", "moves.on"),
        days_in_order("started_on", "ended_on", strictly=True),
        ended_in(*ENDED),
        Rule(fields=("badge_no",), check=_badge),
    ),
    indicators=INDICATORS,
)
