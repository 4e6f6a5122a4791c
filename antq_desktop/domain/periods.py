"""Reporting periods: families of windows with their legal basis, and the codes that name them.

A code is FAMILY-YEAR[-PART] or FROM_TO: ``DL-2023``, ``ND09-2023-03``, ``CAND-2023-Q1``,
``2023-01-01_2023-06-30``. The year of a code is the year of the last day. So ``CAND-2023-12`` is
15/11/2023 to 14/12/2023, the first month of the police year 2024: a month is named by the calendar,
whatever police year it lies in.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

CUSTOM = "CUSTOM"
"""The family of a period given by its two days."""

YEAR = ""
"""The part of a period that is the whole of its family's year."""

_DAY = timedelta(days=1)
_MONTHS = 12
_YEARS = range(1900, 3000)
_LABEL = re.compile(r"([A-Z0-9]+)-([0-9]{4})(?:-([0-9A-Z]{2}))?")
_WINDOW = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{4}-[0-9]{2}-[0-9]{2})")
_PARTS_OF_A_YEAR = (
    tuple(f"{month:02}" for month in range(1, _MONTHS + 1)),
    ("Q1", "Q2", "Q3", "Q4"),
    ("H1", "H2"),
)


@dataclass(frozen=True, slots=True)
class Window:
    """The months that a part covers, counted within the year of its code.

    January is 1, the December before it is 0. `verified` is false where `basis` was not read, or
    says nothing of this part: then the windows and the paper say so.
    """

    first_month: int
    last_month: int
    basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Family:
    """A preset: where a month begins, and which parts there are.

    With `first_day` 1 a month is the calendar's. Otherwise the month m runs from that day of
    m - 1 to the day before it in m.
    """

    code: str
    first_day: int
    windows: Mapping[str, Window]
    has_years: bool = True
    """Whether the whole is twelve months; only then indicators of a year are given."""


def _months(basis: str, *, verified: bool) -> dict[str, Window]:
    months = range(1, _MONTHS + 1)
    return {f"{month:02}": Window(month, month, basis, verified) for month in months}


def _runs(letter: str, length: int, begin: int, basis: str, *, verified: bool) -> dict[str, Window]:
    """Cut the twelve months from `begin` into runs of one length: Q1 to Q4, H1 and H2."""
    firsts = range(begin, begin + _MONTHS, length)
    return {
        f"{letter}{place}": Window(first, first + length - 1, basis, verified)
        for place, first in enumerate(firsts, start=1)
    }


_CALENDAR = "dương lịch"
_DECREE_09 = "NĐ 09/2019/NĐ-CP"
_PRACTICE = "thông lệ báo cáo"
_POLICE_YEAR = "năm công tác Công an, HD 01/HD-BCA-V05"

FAMILIES: Mapping[str, Family] = {
    family.code: family
    for family in (
        Family(
            "DL",
            first_day=1,
            windows={
                YEAR: Window(1, 12, _CALENDAR, verified=True),
                **_months(_CALENDAR, verified=True),
                **_runs("Q", 3, 1, _CALENDAR, verified=True),
                **_runs("H", 6, 1, _CALENDAR, verified=True),
            },
        ),
        Family(
            "ND09",
            first_day=15,
            windows={
                YEAR: Window(1, 12, _DECREE_09, verified=True),
                **_months(_DECREE_09, verified=True),
                **_runs("Q", 3, 1, _DECREE_09, verified=True),
                **_runs("H", 6, 1, _DECREE_09, verified=True),
                "9T": Window(1, 9, _PRACTICE, verified=False),
            },
        ),
        Family(
            "CAND",
            first_day=15,
            windows={
                YEAR: Window(0, 11, _POLICE_YEAR, verified=False),
                **_months(_PRACTICE, verified=False),
                **_runs("Q", 3, 0, _PRACTICE, verified=False),
                **_runs("H", 6, 0, _PRACTICE, verified=False),
            },
        ),
        Family(
            "TT124KDC",
            first_day=1,
            windows={YEAR: Window(-1, 10, "TT 124/2021/TT-BCA, Điều 8.2a", verified=True)},
        ),
        Family(
            "TT124XA",
            first_day=16,
            windows={YEAR: Window(0, 11, "TT 124/2021/TT-BCA, Điều 8.2b", verified=True)},
        ),
        Family(
            "TD198",
            first_day=1,
            windows={YEAR: Window(6, 8, _PRACTICE, verified=False)},
            has_years=False,
        ),
    )
}
"""The presets by code, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Period:
    """A window of days, both included, under the code that people use for it.

    Made by `parse_period`, `make_period` and `make_custom_period`, which keep its parts in step.
    """

    family: str
    year: int
    part: str
    first: date
    last: date

    @property
    def code(self) -> str:
        """The text that `parse_period` reads back; also the name of the file in ``reports/``."""
        if self.family == CUSTOM:
            return f"{self.first}_{self.last}"
        return "-".join(filter(None, (self.family, f"{self.year:04}", self.part)))

    @property
    def yearly(self) -> bool:
        """Whether this is the whole year of a preset, for figures that exist by the year only."""
        return self.part == YEAR and self.family != CUSTOM and FAMILIES[self.family].has_years

    @property
    def series(self) -> tuple[str, str] | None:
        """What periods have in common that follow one another: family and length of the part.

        None for a custom one: no report is the next of it.
        """
        if self.family == CUSTOM:
            return None
        return self.family, next(
            (one[0] for one in _PARTS_OF_A_YEAR if self.part in one), self.part
        )

    @property
    def basis(self) -> str:
        """The legal source of the window; empty for a custom one."""
        return "" if self.family == CUSTOM else FAMILIES[self.family].windows[self.part].basis

    @property
    def verified(self) -> bool:
        """Whether the window was found in its source; a custom one is what the person said."""
        return self.family == CUSTOM or FAMILIES[self.family].windows[self.part].verified

    def contains(self, day: date) -> bool:
        """Tell whether the day lies in the window."""
        return self.first <= day <= self.last

    def previous(self) -> Period:
        """Return the period of the same kind before this one; it ends the day before this begins.

        Of 9T and of the three months of TD198, which do not follow one another, it is the one of
        the year before. A custom period is preceded by as many days.
        """
        return self._neighbour(-1)

    def following(self) -> Period:
        """Return the period of the same kind after this one, as `previous`."""
        return self._neighbour(1)

    def year_before(self) -> Period:
        """Return the period that this one is compared with: the same of the year before.

        A custom period that ends with its month does so in the year before too.
        """
        if self.family != CUSTOM:
            return make_period(self.family, self.year - 1, self.part)
        last = _year_before(self.last)
        if (self.last + _DAY).month != self.last.month:
            last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        return make_custom_period(_year_before(self.first), last)

    def _neighbour(self, step: int) -> Period:
        if self.family == CUSTOM:
            days = self.last - self.first + _DAY
            return make_custom_period(self.first + step * days, self.last + step * days)
        parts = next((parts for parts in _PARTS_OF_A_YEAR if self.part in parts), (self.part,))
        years, place = divmod(parts.index(self.part) + step, len(parts))
        return make_period(self.family, self.year + years, parts[place])


def parse_period(text: str) -> Period:
    """Return the period of a code.

    Raises Refusal ``periods.unknown`` for a text that names none, ``periods.order`` for two days
    in the wrong order.
    """
    label = _LABEL.fullmatch(text)
    if label is not None:
        family, year, part = label[1], int(label[2]), label[3] or YEAR
        if family in FAMILIES and part in FAMILIES[family].windows and year in _YEARS:
            return make_period(family, year, part)
    window = _WINDOW.fullmatch(text)
    if window is None:
        raise Refusal("periods.unknown", text=text)
    try:
        first, last = date.fromisoformat(window[1]), date.fromisoformat(window[2])
    except ValueError:
        raise Refusal("periods.unknown", text=text) from None
    if first.year not in _YEARS or last.year not in _YEARS:
        raise Refusal("periods.unknown", text=text)
    return make_custom_period(first, last)


def make_period(family: str, year: int, part: str = YEAR) -> Period:
    """Return the period of a preset; family and part are keys of `FAMILIES` and its windows."""
    rule = FAMILIES[family]
    window = rule.windows[part]
    lead = 0 if rule.first_day == 1 else 1
    first = _month(year, window.first_month - lead).replace(day=rule.first_day)
    after = _month(year, window.last_month - lead + 1).replace(day=rule.first_day)
    return Period(family, year, part, first, after - _DAY)


def make_custom_period(first: date, last: date) -> Period:
    """Return the period from one day to another, both included.

    Raises Refusal ``periods.order`` where the last comes before the first.
    """
    if last < first:
        raise Refusal("periods.order", first=first.isoformat(), last=last.isoformat())
    return Period(CUSTOM, last.year, YEAR, first, last)


def _month(year: int, month: int) -> date:
    """Return the first day of a month counted within a year; 0 is the December before."""
    years, place = divmod(month - 1, _MONTHS)
    return date(year + years, place + 1, 1)


def _year_before(day: date) -> date:
    """Return the same day of the year before, or the last day of February."""
    if (day.month, day.day) == (2, 29):
        day -= _DAY
    return day.replace(year=day.year - 1)
