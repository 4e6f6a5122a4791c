"""Working days: a calendar that is data, what was corrected in it, and the answer for one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from antq_desktop.errors import Fault, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SATURDAY = 5


class DayKind(StrEnum):
    """What a correction makes of a day; the first two are off, the last is worked."""

    HOLIDAY = "holiday"
    """A public holiday (Bộ luật Lao động 2019, Điều 112)."""
    IN_LIEU = "in_lieu"
    """Off in place of a holiday on a weekend, or of a day that is worked instead."""
    WORKED = "worked"
    """Worked after all: a Saturday or Sunday, or a holiday that was taken back."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an office entered of one day: the notice, and whether somebody has read that."""

    day: date
    kind: DayKind
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """That all days of the yearly notice of a year are in the calendar, and which notice it is."""

    year: int
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The official days off of some years; outside them it knows nothing and says so.

    Source: the yearly notice of public holidays with its swapped days (Bộ luật Lao động 2019,
    Điều 112). The version is printed with every figure that was counted with it.
    """

    version: str
    days_off: frozenset[date]
    """Days off besides Saturdays and Sundays; days in lieu are among them."""
    working_days: frozenset[date]
    """Saturdays and Sundays that are worked in exchange for a day off."""
    first: date
    last: date
    official_to: date = date.max
    """The last day of which the official notice is known; later ones are computed."""
    unverified: frozenset[date] = frozenset()
    """Days of which nobody has read the notice that makes them off or worked."""

    def __post_init__(self) -> None:
        if self.days_off & self.working_days:
            raise Fault(f"calendar {self.version}: a day is both off and worked")
        if self.first > self.last:
            raise Fault(f"calendar {self.version}: it ends before it begins")

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on that day.

        Raises Refusal ``calendar.unknown_year`` for a day that the calendar does not cover.
        """
        if not self.first <= day <= self.last:
            raise Refusal("calendar.unknown_year", year=str(day.year))
        if day.weekday() >= _SATURDAY:
            return day in self.working_days
        return day not in self.days_off

    def is_sure(self, day: date) -> bool:
        """Tell whether the notice that makes the day off or worked is known, and was read."""
        return day <= self.official_to and day not in self.unverified

    def next_working(self, day: date) -> date:
        """Return the first working day on or after that day; refuses as `is_working`."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def watched(self, seen: Callable[[date], object]) -> Calendar:
        """Return the same calendar, which tells ``seen`` of each day that it is asked for."""
        return _Watched(self, seen)


class _Watched(Calendar):
    __slots__ = ("_seen",)

    _seen: Callable[[date], object]

    def __init__(self, calendar: Calendar, seen: Callable[[date], object]) -> None:
        for name in Calendar.__slots__:
            object.__setattr__(self, name, getattr(calendar, name))
        object.__setattr__(self, "_seen", seen)

    def is_working(self, day: date) -> bool:
        self._seen(day)
        return Calendar.is_working(self, day)


def corrected(
    calendar: Calendar, version: str, corrections: Iterable[Correction], notices: Iterable[Notice]
) -> Calendar:
    """Return a calendar in which each correction says what its day is, in whatever order they come.

    Of one day there is one correction. It is certain if it was verified, also where the calendar
    was not. Years whose notices are in it follow on the last official one without a gap.
    """
    off, worked, unverified = (
        set(days) for days in (calendar.days_off, calendar.working_days, calendar.unverified)
    )
    for one in corrections:
        off.discard(one.day)
        worked.discard(one.day)
        (worked if one.kind is DayKind.WORKED else off).add(one.day)
        (unverified.discard if one.verified else unverified.add)(one.day)
    return replace(
        calendar,
        version=version,
        days_off=frozenset(off),
        working_days=frozenset(worked),
        unverified=frozenset(unverified),
        official_to=_official_to(calendar, {one.year for one in notices}),
    )


def _official_to(calendar: Calendar, years: set[int]) -> date:
    reached = calendar.official_to
    while reached < calendar.last and reached.year + 1 in years:
        reached = date(reached.year + 1, 12, 31)
    return reached
