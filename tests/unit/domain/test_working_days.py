"""Working days of a small calendar written out here."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.working_days import Calendar
from antq_desktop.errors import Fault, Refusal

MAY_2024 = Calendar(
    "test",
    days_off=frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)}),
    working_days=frozenset({date(2024, 5, 4)}),
    first=date(2024, 1, 1),
    last=date(2024, 12, 31),
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 4, 26), True),
        (date(2024, 4, 27), False),
        (date(2024, 4, 29), False),
        (date(2024, 5, 2), True),
        (date(2024, 5, 4), True),
        (date(2024, 5, 5), False),
    ],
)
def test_holidays_and_swapped_days(day: date, *, works: bool) -> None:
    assert MAY_2024.is_working(day) is works


def test_next_working_day() -> None:
    assert MAY_2024.next_working(date(2024, 4, 27)) == date(2024, 5, 2)
    assert MAY_2024.next_working(date(2024, 5, 2)) == date(2024, 5, 2)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_a_year_that_is_not_in_the_calendar_is_refused(day: date) -> None:
    with pytest.raises(Refusal) as refused:
        MAY_2024.is_working(day)
    assert refused.value.message_id == "calendar.unknown_year"
    assert refused.value.values == {"year": day.year}


def test_a_day_cannot_be_off_and_worked() -> None:
    day = frozenset({date(2024, 5, 4)})
    with pytest.raises(Fault):
        Calendar("test", day, day, date(2024, 1, 1), date(2024, 12, 31))
