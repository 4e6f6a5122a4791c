"""Time limits: by the clock, in days, in months, in working days, all in the zone +07:00."""

from __future__ import annotations

import calendar as months
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.domain.working_days import Calendar

ZONE = timezone(timedelta(hours=7))
"""The time of Việt Nam: fixed, without daylight saving."""

_DAY = timedelta(days=1)
_LAST_MINUTE = time(23, 59)
_MONTHS = 12


def local_day(moment: datetime) -> date:
    """Return the calendar day of a moment in Việt Nam; ValueError if it has no offset."""
    return _local(moment).date()


def to_minute(moment: datetime) -> datetime:
    """Return the moment in `ZONE`, cut to its minute; ValueError if it has no offset.

    Limits in hours are kept to the minute: cut the moment of the act too before comparing.
    """
    return _local(moment).replace(second=0, microsecond=0)


def end_of(day: date) -> datetime:
    """Return the last minute of a day: a limit in days ends at 24:00 (BLTTHS, Điều 134.1)."""
    return datetime.combine(day, _LAST_MINUTE, ZONE)


def after_hours(start: datetime, hours: int) -> datetime:
    """Return the last minute of a limit in hours, which runs by the clock through days off.

    Such are the 24 and 48 hours of TTLT 01/2017, Điều 8.5 as amended by TTLT 01/2021.
    """
    return to_minute(start) + timedelta(hours=_counted(hours))


def after_days(start: date, days: int) -> date:
    """Return the last day of a limit in days; it ends at 24:00 of that day (BLTTHS, Điều 134.1).

    The first day counted is the one after the start, and a day off at the end changes nothing.
    """
    return start + _counted(days) * _DAY


def after_months(start: date, count: int, calendar: Calendar | None = None) -> date:
    """Return the last day of a limit in months (BLTTHS, Điều 134.1).

    It is the same day of the month, or the month's last day where there is none such. With a
    calendar, an end on a day off moves to the next working day, as that article has it for months.
    """
    years, place = divmod(start.month - 1 + _counted(count), _MONTHS)
    year, month = start.year + years, place + 1
    end = date(year, month, min(start.day, months.monthrange(year, month)[1]))
    return end if calendar is None else calendar.next_working(end)


def after_working_days(start: date, days: int, calendar: Calendar) -> date:
    """Return the last day of a limit in working days; counting begins the day after the start.

    Raises Refusal ``calendar.unknown_year`` where the limit leaves the years of the calendar.
    """
    end = start
    for _ in range(_counted(days)):
        end = calendar.next_working(end + _DAY)
    return end


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset")
    return moment.astimezone(ZONE)


def _counted(count: int) -> int:
    if count < 0:
        raise ValueError("a limit is not negative")
    return count
