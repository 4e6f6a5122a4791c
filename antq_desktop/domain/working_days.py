"""Working days: a calendar that is data, and the answer for one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from antq_desktop.errors import Fault, Refusal

_SATURDAY = 5


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

    def __post_init__(self) -> None:
        if self.days_off & self.working_days:
            raise Fault(f"calendar {self.version}: a day is both off and worked")

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on that day.

        Raises Refusal ``calendar.unknown_year`` for a day that the calendar does not cover.
        """
        if not self.first <= day <= self.last:
            raise Refusal("calendar.unknown_year", year=day.year)
        if day.weekday() >= _SATURDAY:
            return day in self.working_days
        return day not in self.days_off

    def next_working(self, day: date) -> date:
        """Return the first working day on or after that day; refuses as `is_working`."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day
