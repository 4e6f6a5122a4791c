"""Who decides about "An toàn về an ninh, trật tự", over which window, and by when.

TT 124/2021/TT-BCA Đ8.2 (windows), Đ9.1 (days), Đ10 (authority); QĐ 510/QĐ-BCA-V05 (grading of the
movement, another instrument). A day that law says "before" ends the day before it at 24:00.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE, end_of
from antq_desktop.domain.fields import Code, Label
from antq_desktop.domain.periods import Period, make_period
from antq_desktop.domain.register import Deadline
from antq_desktop.domain.registers.organizations import LEVELS, NO_DISTRICTS
from antq_desktop.domain.registers.security_standard.criteria import (
    AREA,
    COMMUNE,
    ORGANIZATIONS,
    UNVERIFIED_FROM,
)

if TYPE_CHECKING:
    from antq_desktop.domain.register import Setting

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """What holds for a kind of subject in year Y.

    ``window`` is the family of periods assessed; ``decided_before`` and ``graded_before`` are
    (month, day) of Y; ``levels`` are those that may recognise. ``chair`` presides over the meeting,
    the file goes to ``sent_to``, ``decides`` recognises (Đ9.1, 10).
    """

    window: str
    decided_before: tuple[int, int]
    graded_before: tuple[int, int]
    levels: tuple[Code, ...]
    chair: Label
    sent_to: Label
    decides: Label

    def may_recognise(self, level: str, day: date | None) -> bool:
        """Say whether a level recognises on a day; None, on some day."""
        return any(one.code == level and (day is None or one.valid_on(day)) for one in self.levels)


_LEVEL = {one.code: one for one in LEVELS}
_ORGANIZATION = Procedure(
    window="TT124XA",
    decided_before=(11, 20),
    graded_before=(11, 30),
    levels=LEVELS,
    chair=Label("Người đứng đầu", "The head of the organisation"),
    sent_to=Label(
        "Thường trực Ban Chỉ đạo cấp có thẩm quyền",
        "The standing steering committee of the competent level",
    ),
    decides=Label(
        "Chủ tịch Ủy ban nhân dân cấp có thẩm quyền hoặc cấp dưới trực tiếp được ủy quyền;"
        " Bộ trưởng Bộ Công an với nơi do Bộ theo dõi",
        "The chairman of the competent level or of the next lower one that he delegates to; the"
        " Minister of Public Security where the Ministry follows the organisation",
    ),
)
PROCEDURES: Mapping[str, Procedure] = {
    AREA: Procedure(
        window="TT124KDC",
        decided_before=(11, 15),
        graded_before=(11, 20),
        levels=(_LEVEL["commune"],),
        chair=Label("Trưởng khu dân cư", "The head of the area"),
        sent_to=Label(
            "Thường trực Ban Chỉ đạo cấp xã", "The standing steering committee of the commune"
        ),
        decides=Label(
            "Chủ tịch Ủy ban nhân dân cấp xã", "The chairman of the commune's People's Committee"
        ),
    ),
    COMMUNE: Procedure(
        window="TT124XA",
        decided_before=(11, 20),
        graded_before=(11, 30),
        # That the province took the place of the district was not read in TT 48/2025/TT-BCA.
        levels=(
            _LEVEL["district"],
            replace(_LEVEL["province"], valid_from=NO_DISTRICTS, verified=False),
        ),
        chair=Label(
            "Thường trực Ban Chỉ đạo cấp xã", "The standing steering committee of the commune"
        ),
        sent_to=Label(
            "Thường trực Ban Chỉ đạo cấp trên", "The standing steering committee of the level above"
        ),
        decides=Label(
            "Chủ tịch Ủy ban nhân dân cấp trên (cấp huyện đến 30/06/2025, sau đó cấp tỉnh)",
            "The chairman of the level above (the district until 30/06/2025, then the province)",
        ),
    ),
    **dict.fromkeys(sorted(ORGANIZATIONS), _ORGANIZATION),
}
TOP = "ministry"
"""The level that nobody delegates to: a right goes one level down (Đ10.5)."""

REGISTERED_BY = (3, 31)
"""Registration belongs to the first quarter (Đ4.1, 5.1, 6.1, 7.1)."""


def window(kind: str, year: int) -> Period:
    """Return the window that is assessed for a kind of subject; its last day is that of counts."""
    return make_period(PROCEDURES[kind].window, year)


def is_verified(kind: str, year: int) -> bool:
    """Say whether the texts were read that hold for a year: those of 2025 were not."""
    return window(kind, year).last < UNVERIFIED_FROM


def last_day(year: int, month_and_day: tuple[int, int]) -> date:
    """Return the last day for what law wants done before a day of the year."""
    return date(year, *month_and_day) - timedelta(days=1)


def year_of(values: Values) -> int | None:
    """Return the year a record is about."""
    text = values.get("year")
    return int(text[:4]) if isinstance(text, str) else None


def procedure_of(values: Values) -> tuple[Procedure, int] | None:
    """Return what holds for a record and its year; None while either is open, or out of scope."""
    kind, year = values.get("subject_kind"), year_of(values)
    if year is None or not isinstance(kind, str) or values.get("in_scope") is False:
        return None
    return PROCEDURES[kind], year


def _before(year: int, month_and_day: tuple[int, int]) -> datetime:
    return end_of(last_day(year, month_and_day))


def _done(values: Values, name: str) -> datetime | None:
    on = values.get(name)
    return datetime.combine(date.fromisoformat(on), time(), ZONE) if isinstance(on, str) else None


def _register(values: Values, _setting: Setting) -> datetime | None:
    found = procedure_of(values)
    return end_of(date(found[1], *REGISTERED_BY)) if found else None


def _decide(values: Values, _setting: Setting) -> datetime | None:
    found = procedure_of(values)
    # Who did not meet the standard is not recognised: there is nothing left to decide.
    if found is None or values.get("result") == "failed":
        return None
    return _before(found[1], found[0].decided_before)


def _grade(values: Values, _setting: Setting) -> datetime | None:
    found = procedure_of(values)
    return _before(found[1], found[0].graded_before) if found else None


DEADLINES = (
    Deadline(
        code="S1",
        label=Label("Đăng ký trong quý I", "Register in the first quarter"),
        basis="TT 124/2021/TT-BCA Đ4.1, 5.1, 6.1, 7.1",
        start="year",
        due=_register,
        met=lambda values: _done(values, "registered_on"),
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="S2",
        label=Label("Ra quyết định công nhận", "Decide on recognition"),
        basis="TT 124/2021/TT-BCA Đ9.1",
        start="year",
        due=_decide,
        met=lambda values: _done(values, "decision_on"),
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="S3",
        label=Label("Phân loại phong trào", "Grade the movement"),
        basis="QĐ 510/QĐ-BCA-V05",
        start="year",
        due=_grade,
        met=lambda values: _done(values, "graded_on"),
        unverified_from=UNVERIFIED_FROM,
    ),
)
