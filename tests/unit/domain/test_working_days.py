"""Working days of a small calendar written out here."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.deadlines import after_working_days
from antq_desktop.domain.working_days import Calendar, Correction, DayKind, Notice, corrected
from antq_desktop.errors import Fault, Refusal

if TYPE_CHECKING:
    from random import Random

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
    assert refused.value.values == {"year": str(day.year)}


def test_a_day_cannot_be_off_and_worked() -> None:
    day = frozenset({date(2024, 5, 4)})
    with pytest.raises(Fault):
        Calendar("test", day, day, date(2024, 1, 1), date(2024, 12, 31))


def test_a_calendar_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(Fault):
        Calendar("test", frozenset(), frozenset(), date(2024, 12, 31), date(2024, 1, 1))


DAYS = st.dates(MAY_2024.first, MAY_2024.last)
CORRECTIONS = st.lists(
    st.builds(Correction, DAYS, st.sampled_from(DayKind), st.just("TB 1"), st.booleans()),
    unique_by=lambda one: one.day,
)


@given(CORRECTIONS, st.randoms(use_true_random=False))
def test_corrections_say_what_their_days_are_and_nothing_of_others(
    corrections: list[Correction], chance: Random
) -> None:
    shuffled = chance.sample(corrections, len(corrections))
    calendar = corrected(MAY_2024, "own", corrections, ())
    assert calendar == corrected(MAY_2024, "own", shuffled, ())
    made = {one.day: one for one in corrections}
    for ordinal in range(MAY_2024.first.toordinal(), MAY_2024.last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day in made:
            assert calendar.is_working(day) is (made[day].kind is DayKind.WORKED)
            assert calendar.is_sure(day) is made[day].verified
        else:
            assert calendar.is_working(day) is MAY_2024.is_working(day)
            assert calendar.is_sure(day)


@given(CORRECTIONS, DAYS, st.integers(1, 20))
def test_a_limit_rests_on_the_days_it_runs_over_and_on_no_other(
    corrections: list[Correction], start: date, days: int
) -> None:
    """A correction outside the days that were looked at never moves the end."""
    calendar = corrected(MAY_2024, "own", corrections, ())
    seen: list[date] = []
    try:
        end = after_working_days(start, days, calendar.watched(seen.append))
    except Refusal:
        return  # it leaves the year
    assert seen == [start + timedelta(days=one) for one in range(1, (end - start).days + 1)]
    inside = [one for one in corrections if one.day in set(seen)]
    assert after_working_days(start, days, corrected(MAY_2024, "own", inside, ())) == end


def test_years_are_official_as_far_as_their_notices_follow_on_each_other() -> None:
    computed = Calendar(
        "test",
        frozenset(),
        frozenset(),
        date(2024, 1, 1),
        date(2028, 12, 31),
        date(2025, 12, 31),
        frozenset({date(2025, 11, 24)}),
    )
    for years, reached in (((), 2025), ((2026,), 2026), ((2027,), 2025), ((2027, 2026), 2027)):
        calendar = corrected(computed, "own", (), [Notice(year, "TB 2") for year in years])
        assert calendar.official_to == date(reached, 12, 31)
        assert not calendar.is_sure(date(2025, 11, 24))
    every = [Notice(year, "TB 2") for year in range(2026, 2040)]
    assert corrected(computed, "own", (), every).official_to == computed.last
