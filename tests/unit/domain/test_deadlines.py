"""Time limits, each by the way its law counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from antq_desktop.domain.deadlines import (
    ZONE,
    after_days,
    after_hours,
    after_months,
    after_working_days,
    end_of,
    local_day,
    to_minute,
)
from antq_desktop.domain.working_days import Calendar
from antq_desktop.errors import Refusal

CALENDAR = Calendar(
    "test",
    days_off=frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)}),
    working_days=frozenset({date(2024, 5, 4)}),
    first=date(2024, 1, 1),
    last=date(2024, 12, 31),
)


def test_the_day_of_a_moment_is_that_of_the_clock_in_viet_nam() -> None:
    assert local_day(datetime(2023, 12, 31, 16, 59, tzinfo=UTC)) == date(2023, 12, 31)
    assert local_day(datetime(2023, 12, 31, 17, 0, tzinfo=UTC)) == date(2024, 1, 1)


def test_hours_run_by_the_clock_to_the_minute() -> None:
    start = datetime(2024, 4, 30, 22, 15, 59, tzinfo=ZONE)
    assert after_hours(start, 24) == datetime(2024, 5, 1, 22, 15, tzinfo=ZONE)
    assert to_minute(start + timedelta(hours=24)) <= after_hours(start, 24)
    assert to_minute(start + timedelta(hours=24, minutes=1)) > after_hours(start, 24)
    assert after_hours(start.astimezone(UTC), 48).tzinfo is ZONE


def test_days_include_days_off_and_end_at_midnight_of_the_last() -> None:
    assert after_days(date(2024, 4, 23), 7) == date(2024, 4, 30)
    assert after_days(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert after_days(date(2024, 2, 28), 0) == date(2024, 2, 28)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2024, 3, 29), 1, date(2024, 4, 29)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 12, 15), 12, date(2024, 12, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: date, count: int, end: date) -> None:
    assert after_months(start, count) == end


def test_only_months_move_on_from_a_day_off() -> None:
    assert after_months(date(2024, 3, 29), 1, CALENDAR) == date(2024, 5, 2)
    assert after_months(date(2024, 4, 4), 1, CALENDAR) == date(2024, 5, 4)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2024, 4, 26), 0, date(2024, 4, 26)),
        (date(2024, 4, 26), 1, date(2024, 5, 2)),
        (date(2024, 4, 26), 3, date(2024, 5, 4)),
        (date(2024, 4, 28), 4, date(2024, 5, 6)),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: date, days: int, end: date) -> None:
    assert after_working_days(start, days, CALENDAR) == end


def test_a_limit_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(Refusal, match=r"calendar\.unknown_year\(year='2025'\)"):
        after_working_days(date(2024, 12, 30), 2, CALENDAR)


def test_a_moment_without_offset_and_a_negative_limit_are_mistakes_of_the_caller() -> None:
    with pytest.raises(ValueError, match="offset"):
        local_day(datetime(2024, 1, 1, tzinfo=ZONE).replace(tzinfo=None))
    with pytest.raises(ValueError, match="negative"):
        after_days(date(2024, 1, 1), -1)


def test_a_day_ends_a_minute_before_the_next() -> None:
    assert end_of(date(2023, 5, 12)).isoformat() == "2023-05-12T23:59:00+07:00"
