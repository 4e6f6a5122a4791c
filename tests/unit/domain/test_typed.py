"""Dates, moments and numbers as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import (
    read_date,
    read_moment,
    read_number,
    read_partial_date,
    read_partial_moment,
    show_moment,
)

TODAY = date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15", "2024-03-15"),
        ("5", "2024-03-05"),
        ("15/3", "2024-03-15"),
        ("1503", "2024-03-15"),
        ("150324", "2024-03-15"),
        ("15.3.24", "2024-03-15"),
        (" 15/03/2024 ", "2024-03-15"),
        ("15032024", "2024-03-15"),
        ("2024-03-15", "2024-03-15"),
        ("150362", "1962-03-15"),
        ("1/1/25", "2025-01-01"),
        ("1/1/26", "1926-01-01"),
    ],
)
def test_dates_are_read_as_they_are_typed(text: str, value: str) -> None:
    assert read_date(text, TODAY) == value


@pytest.mark.parametrize(
    ("text", "rule"),
    [("31/2", "values.no_such_date"), ("hôm nay", "typed.date"), ("1/2/3/4", "typed.date")],
)
def test_what_is_no_date_is_refused(text: str, rule: str) -> None:
    with pytest.raises(BadValue) as refused:
        read_date(text, TODAY)
    assert refused.value.rule == rule


@pytest.mark.parametrize(
    ("text", "value"),
    [("1990", "1990"), ("3/1990", "1990-03"), ("15/3/90", "1990-03-15"), ("15", "2024-03-15")],
)
def test_a_partial_date_may_be_a_year_or_a_month(text: str, value: str) -> None:
    assert read_partial_date(text, TODAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1990", "1990"),
        ("3/1990", "1990-03"),
        ("3 1990", "1990-03"),
        ("15 3 1990", "1990-03-15"),
        ("15/3", "2024-03-15"),
        ("15/03/2024", "2024-03-15"),
        ("15/3 0830", "2024-03-15T08:30+07:00"),
        ("15/03/2024 08:30", "2024-03-15T08:30+07:00"),
        ("15 8h30", "2024-03-15T08:30+07:00"),
        ("150324 2030", "2024-03-15T20:30+07:00"),
        ("8h", "2024-03-20T08:00+07:00"),
        ("2024-03-15", "2024-03-15"),
    ],
)
def test_a_moment_may_lack_its_time_its_day_or_its_month(text: str, value: str) -> None:
    assert read_partial_moment(text, TODAY) == value


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("hôm qua", "typed.partial_moment"),
        ("15/3 2530", "typed.moment"),
        ("31/2 0830", "values.no_such_date"),
        ("13/1990", "values.no_such_date"),
    ],
)
def test_what_is_neither_moment_nor_date_is_refused(text: str, rule: str) -> None:
    with pytest.raises(BadValue) as refused:
        read_partial_moment(text, TODAY)
    assert refused.value.rule == rule


def test_a_partial_date_knows_twelve_months() -> None:
    with pytest.raises(BadValue, match=r"values\.no_such_date"):
        read_partial_date("13/1990", TODAY)
    with pytest.raises(BadValue, match=r"typed\.partial_date"):
        read_partial_date("lâu rồi", TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0830", "2024-03-20T08:30+07:00"),
        ("15/3 0830", "2024-03-15T08:30+07:00"),
        ("150324 8h30", "2024-03-15T08:30+07:00"),
        ("15/03/2024 23:59", "2024-03-15T23:59+07:00"),
        ("8g", "2024-03-20T08:00+07:00"),
    ],
)
def test_moments_are_a_day_and_a_time(text: str, value: str) -> None:
    assert read_moment(text, TODAY) == value


def test_a_moment_at_the_end_of_the_calendar_is_shown_as_it_is() -> None:
    assert show_moment(read_moment("1/1/0001 0000", TODAY)) == "01/01/0001 00:00"
    assert show_moment("0001-02-03T04:05+07:00") == "03/02/0001 04:05"


@pytest.mark.parametrize("text", ["15/3", "2460", "15/3 24:00", "sáng"])
def test_a_moment_without_a_time_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"typed\.moment"):
        read_moment(text, TODAY)


@pytest.mark.parametrize("text", ["1.234.567", "1234567", "1 234 567", "1,234,567"])
def test_numbers_may_have_their_thousands_apart(text: str) -> None:
    assert read_number(text) == 1_234_567


@pytest.mark.parametrize("text", ["1.5", "1.234,567", "-3", "12a"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match=r"typed\.number"):
        read_number(text)
