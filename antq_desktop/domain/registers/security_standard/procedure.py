"""Who decides about "An toàn về an ninh, trật tự", over which window, and by when.

TT 124/2021/TT-BCA Đ8.2 (windows), Đ9.1 (days), Đ10 (authority); QĐ 510/QĐ-BCA-V05 (grading of the
movement, another instrument). A day that law says "before" ends the day before it at 24:00.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE, end_of
from antq_desktop.domain.fields import Label
from antq_desktop.domain.periods import Period, make_period
from antq_desktop.domain.register import Deadline
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
    (month, day) of Y; ``levels`` are those that may recognise.
    """

    window: str
    decided_before: tuple[int, int]
    graded_before: tuple[int, int]
    levels: frozenset[str]


_ORGANIZATION = Procedure(
    window="TT124XA",
    decided_before=(11, 20),
    graded_before=(11, 30),
    levels=frozenset({"commune", "district", "province", "ministry"}),
)
PROCEDURES: Mapping[str, Procedure] = {
    AREA: Procedure(
        window="TT124KDC",
        decided_before=(11, 15),
        graded_before=(11, 20),
        levels=frozenset({"commune"}),
    ),
    COMMUNE: Procedure(
        window="TT124XA",
        decided_before=(11, 20),
        graded_before=(11, 30),
        levels=frozenset({"district", "province"}),
    ),
    **dict.fromkeys(sorted(ORGANIZATIONS), _ORGANIZATION),
}
REGISTERED_BY = (3, 31)
"""Registration belongs to the first quarter (Đ4.1, 5.1, 6.1, 7.1)."""


def window(kind: str, year: int) -> Period:
    """Return the window that is assessed for a kind of subject; its last day is that of counts."""
    return make_period(PROCEDURES[kind].window, year)


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
    return end_of(date(year, *month_and_day) - timedelta(days=1))


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
