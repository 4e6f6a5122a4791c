"""Until when a report is due: a table that an office fills in, empty as shipped.

No text that was read gives these days for a commune's report, so the program sets none (chưa xác
minh). A rule is for a series, as days after the end of the period, or for one period, as a day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.series import series_named, series_of
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.periods import Period

MOST_DAYS = 366
"""The latest due date, in days after the end of a period."""


@dataclass(frozen=True, slots=True)
class DueDates:
    """The table: ``days`` by the code of a series, ``fixed`` by the code of a period."""

    days: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    fixed: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, period: Period) -> date | None:
        """Return the last day on which a report of the period is in time; None: none is set."""
        if period.code in self.fixed:
            return self.fixed[period.code]
        series = series_of(period)
        days = self.days.get(series.code) if series is not None else None
        return None if days is None else period.last + timedelta(days=days)

    def with_rule(self, name: str, due: str | None) -> DueDates:
        """Return the table with another rule; ``due`` None takes it away.

        ``name`` is the code of a series and ``due`` a number of days, or that of a period and a day
        (ISO 8601). Refusal ``periods.unknown_series`` or ``periods.unknown`` for the name,
        ``due.bad_days`` or ``due.bad_day`` for the rest.
        """
        days, fixed = dict(self.days), dict(self.fixed)
        if _is_series(name):
            days.pop(series_named(name).code, None)
            if due is not None:
                days[series_named(name).code] = _days(due)
        else:
            period = parse_period(name)
            fixed.pop(period.code, None)
            if due is not None:
                fixed[period.code] = _day(due, period)
        return DueDates(days, fixed)

    def rules(self) -> tuple[tuple[str, str], ...]:
        """Return the rules as `with_rule` takes them, sorted by name."""
        days = [(name, str(count)) for name, count in self.days.items()]
        return tuple(
            sorted([*days, *((name, day.isoformat()) for name, day in self.fixed.items())])
        )


def _is_series(name: str) -> bool:
    try:
        series_named(name)
    except Refusal:
        return not any(one.isdigit() for one in name)
    return True


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MOST_DAYS)):
        raise Refusal("due.bad_days", text=text[:40], most=MOST_DAYS)
    if int(text) > MOST_DAYS:
        raise Refusal("due.bad_days", text=text, most=MOST_DAYS)
    return int(text)


def _day(text: str, period: Period) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refusal("due.bad_day", text=text[:40], period=period.code) from None
    if not period.last <= day <= period.last + timedelta(days=MOST_DAYS):
        raise Refusal("due.bad_day", text=text, period=period.code)
    return day
