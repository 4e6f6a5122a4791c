"""Periods of every family, part and year."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.periods import (
    FAMILIES,
    Period,
    make_custom_period,
    make_period,
    parse_period,
)

YEARS = st.integers(1901, 2998)
NAMES = [(family.code, part) for family in FAMILIES.values() for part in family.windows]
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))

presets = st.builds(
    lambda name, year: make_period(name[0], year, name[1]), *(st.sampled_from(NAMES), YEARS)
)
adjoining = presets.filter(lambda period: period.part != "9T" and period.family != "TD198")
customs = st.tuples(DAYS, DAYS).map(lambda days: make_custom_period(min(days), max(days)))


@given(presets | customs)
def test_a_code_gives_the_same_period_back(period: Period) -> None:
    assert parse_period(period.code) == period


@given(presets | customs)
def test_the_year_of_a_code_is_that_of_the_last_day(period: Period) -> None:
    assert period.first <= period.last
    assert period.year == period.last.year


@given(adjoining | customs)
def test_a_period_begins_the_day_after_the_one_before(period: Period) -> None:
    assert period.previous().last + timedelta(days=1) == period.first
    assert period.following().previous() == period


@given(presets | customs)
def test_the_period_of_the_year_before_lies_a_year_back(period: Period) -> None:
    before = period.year_before()
    assert before.year == period.year - 1
    assert before.last < period.last
    assert abs((period.first - before.first).days - 365) <= 1


@given(YEARS, st.sampled_from(["DL", "ND09", "CAND"]))
def test_quarters_and_halves_fill_their_year(year: int, family: str) -> None:
    whole = make_period(family, year)
    for parts in (("Q1", "Q2", "Q3", "Q4"), ("H1", "H2")):
        cut = [make_period(family, year, part) for part in parts]
        assert cut[0].first == whole.first
        assert cut[-1].last == whole.last
