"""Periods: the windows of every family, their codes and their neighbours."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.periods import FAMILIES, Period, make_custom_period, parse_period
from antq_desktop.errors import Refusal

WINDOWS = [
    ("DL-2023", "2023-01-01", "2023-12-31"),
    ("DL-2024-02", "2024-02-01", "2024-02-29"),
    ("DL-2023-Q1", "2023-01-01", "2023-03-31"),
    ("DL-2023-H1", "2023-01-01", "2023-06-30"),
    ("ND09-2023", "2022-12-15", "2023-12-14"),
    ("ND09-2023-01", "2022-12-15", "2023-01-14"),
    ("ND09-2023-03", "2023-02-15", "2023-03-14"),
    ("ND09-2023-Q1", "2022-12-15", "2023-03-14"),
    ("ND09-2023-Q4", "2023-09-15", "2023-12-14"),
    ("ND09-2023-H1", "2022-12-15", "2023-06-14"),
    ("ND09-2023-H2", "2023-06-15", "2023-12-14"),
    ("ND09-2023-9T", "2022-12-15", "2023-09-14"),
    ("CAND-2023", "2022-11-15", "2023-11-14"),
    ("CAND-2023-01", "2022-12-15", "2023-01-14"),
    ("CAND-2023-12", "2023-11-15", "2023-12-14"),
    ("CAND-2023-Q1", "2022-11-15", "2023-02-14"),
    ("CAND-2023-Q4", "2023-08-15", "2023-11-14"),
    ("CAND-2023-H1", "2022-11-15", "2023-05-14"),
    ("CAND-2023-H2", "2023-05-15", "2023-11-14"),
    ("TT124KDC-2023", "2022-11-01", "2023-10-31"),
    ("TT124XA-2023", "2022-11-16", "2023-11-15"),
    ("TD198-2023", "2023-06-01", "2023-08-31"),
    ("2023-01-01_2023-06-30", "2023-01-01", "2023-06-30"),
    ("2022-12-31_2023-01-01", "2022-12-31", "2023-01-01"),
]


@pytest.mark.parametrize(("code", "first", "last"), WINDOWS)
def test_window_and_code(code: str, first: str, last: str) -> None:
    period = parse_period(code)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert period.code == code
    assert period.year == period.last.year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "DL",
        "DL-23",
        "dl-2023",
        "DL-2023-",
        "DL-2023-13",
        "DL-2023-00",
        "DL-2023-9T",
        "DL-2023-Q5",
        "DL-1899",
        "DL-3000",
        "DL-\uff12\uff10\uff12\uff13",
        "CUSTOM-2023",
        "TT124KDC-2023-Q1",
        "TD198-2023-H1",
        "DL-2023\n",
        "2023-02-29_2023-03-01",
        "2023-01-01_",
        "1800-01-01_2023-03-01",
    ],
)
def test_a_text_that_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_period(text)
    assert refused.value.message_id == "periods.unknown"
    assert refused.value.values == {"text": text}


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match=r"periods\.order"):
        parse_period("2023-06-30_2023-01-01")


@pytest.mark.parametrize(
    ("code", "previous"),
    [
        ("DL-2023-01", "DL-2022-12"),
        ("CAND-2024-01", "CAND-2023-12"),
        ("CAND-2023-Q1", "CAND-2022-Q4"),
        ("ND09-2023-H2", "ND09-2023-H1"),
        ("ND09-2023-9T", "ND09-2022-9T"),
        ("TD198-2023", "TD198-2022"),
        ("2023-01-01_2023-01-10", "2022-12-22_2022-12-31"),
    ],
)
def test_previous_and_following(code: str, previous: str) -> None:
    assert parse_period(code).previous().code == previous
    assert parse_period(previous).following().code == code


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("DL-2023-02", "DL-2022-02"),
        ("CAND-2023-12", "CAND-2022-12"),
        ("2023-01-01_2023-06-30", "2022-01-01_2022-06-30"),
        ("2024-02-29_2024-03-15", "2023-02-28_2023-03-15"),
        ("2025-01-01_2025-02-28", "2024-01-01_2024-02-29"),
        ("2024-02-01_2024-02-29", "2023-02-01_2023-02-28"),
    ],
)
def test_year_before(code: str, before: str) -> None:
    assert parse_period(code).year_before().code == before


def test_only_whole_years_are_yearly() -> None:
    yearly = {
        period.code for period in (parse_period(code) for code, _, _ in WINDOWS) if period.yearly
    }
    expected = {"DL-2023", "ND09-2023", "CAND-2023", "TT124KDC-2023", "TT124XA-2023"}
    assert yearly == expected
    assert not parse_period("2023-01-01_2023-12-31").yearly


def test_what_was_not_read_in_a_source_says_so() -> None:
    assert parse_period("ND09-2023-Q1").verified
    assert parse_period("TT124XA-2023").verified
    unverified = ["ND09-2023-9T", "CAND-2023", "CAND-2023-03", "CAND-2023-H1", "TD198-2023"]
    assert not any(parse_period(code).verified for code in unverified)


def test_every_preset_names_its_basis_and_a_custom_window_has_none() -> None:
    windows = [window for family in FAMILIES.values() for window in family.windows.values()]
    assert all(window.basis for window in windows)
    assert parse_period("TT124KDC-2023").basis == "TT 124/2021/TT-BCA, Điều 8.2a"
    custom = make_custom_period(date(2023, 1, 1), date(2023, 1, 1))
    assert custom.basis == ""
    assert custom.verified


def test_both_ends_belong_to_a_period() -> None:
    period: Period = parse_period("CAND-2023")
    days = [date(2022, 11, 14), date(2022, 11, 15), date(2023, 11, 14), date(2023, 11, 15)]
    assert [period.contains(day) for day in days] == [False, True, True, False]
