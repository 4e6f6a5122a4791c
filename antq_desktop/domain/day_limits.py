"""Time limits in working days that run from one date of a record and end with another.

Counting begins the day after the start; the limit ends at 23:59 of its last day (counting A23).
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE, after_working_days, end_of, to_minute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.register import Due, Setting

    Values = Mapping[str, object]
    Met = Callable[[Values], datetime | None]


def day_in(values: Values, name: str) -> date | None:
    """Return the day of a date or moment of a record, None if it is empty."""
    text = values.get(name)
    return date.fromisoformat(text[:10]) if isinstance(text, str) else None


def working_days(start: str, days: int) -> Due:
    """Return the limit of so many working days from the date field ``start``."""

    def due(values: Values, setting: Setting) -> datetime | None:
        day = day_in(values, start)
        return None if day is None else last_minute(day, days, setting)

    return due


def last_minute(day: date, days: int, setting: Setting) -> datetime:
    """Return the last minute of so many working days after ``day``."""
    return end_of(after_working_days(day, days, setting.calendar()))


def done_on(name: str) -> Met:
    """Return how a date field says that the act was done: at the beginning of its day."""

    def met(values: Values) -> datetime | None:
        day = day_in(values, name)
        return None if day is None else datetime.combine(day, time(), ZONE)

    return met


def is_open(limit: datetime, seen_at: str) -> bool:
    """Say whether a limit had not passed at ``seen_at``, an ISO moment (counting A04)."""
    return to_minute(datetime.fromisoformat(seen_at)) <= limit
