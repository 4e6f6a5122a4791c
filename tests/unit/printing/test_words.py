"""Dates, numbers and money as a Vietnamese document writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.printing import words


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 3, 5), "ngày 05 tháng 3 năm 2024"),
        (date(2024, 1, 9), "ngày 09 tháng 01 năm 2024"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
        (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
        (None, "ngày ...... tháng ...... năm .........."),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day: date | None, text: str) -> None:
    assert words.day_in_words(day) == text


def test_moments_are_told_in_the_time_of_viet_nam() -> None:
    moment = datetime(2024, 3, 4, 18, 5, tzinfo=UTC)
    assert words.moment_in_words(moment) == "01 giờ 05 phút, ngày 05 tháng 3 năm 2024"
    later = moment.astimezone(timezone(timedelta(hours=7)))
    assert words.moment_in_words(later) == words.moment_in_words(moment)
    assert words.moment_in_words(None).startswith("...... giờ ...... phút, ngày ......")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (1_005, "một nghìn không trăm linh năm"),
        (21_015, "hai mươi mốt nghìn không trăm mười lăm"),
        (5_000_000, "năm triệu"),
        (1_000_000_001, "một tỷ không trăm linh một"),
        (2_015_000_000_000, "hai nghìn không trăm mười lăm tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_in_words(number: int, text: str) -> None:
    assert words.in_words(number) == text


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_different_numbers_have_different_words(one: int, other: int) -> None:
    assert (words.in_words(one) == words.in_words(other)) == (one == other)
    assert "  " not in words.in_words(one)


def test_money_is_told_twice() -> None:
    assert words.money(5_000_000) == "5.000.000 đồng (Bằng chữ: Năm triệu đồng)"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (753, 763, "98,7%"),
        (19, 19, "100%"),
        (9_999, 10_000, "100,0%"),
        (1, 8, "12,5%"),
        (1, 16, "6,3%"),
        (0, 3, "0,0%"),
        (0, 0, "–"),
    ],
)
def test_percentages_have_one_decimal_half_up(part: int, whole: int, text: str) -> None:
    assert words.percentage(part, whole) == text


def test_partial_dates_keep_their_precision() -> None:
    assert [words.partial_date(one) for one in ("1990", "1990-05", "1990-05-20")] == [
        "1990",
        "05/1990",
        "20/05/1990",
    ]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Tổ dân phố số 3", "Phường Quang Trung"), "Tổ dân phố số 3, phường Quang Trung"),
        ((None, "Thị trấn Vĩnh Trụ"), "Thị trấn Vĩnh Trụ"),
        (("Cổng chợ", None, "Xã Bắc Lý"), "Cổng chợ, xã Bắc Lý"),
        (("Số 5", "Phường", ""), "Số 5, phường"),
        (("Thôn 2", "Công ty Mẫu"), "Thôn 2, Công ty Mẫu"),
        ((None, ""), None),
    ],
)
def test_kinds_of_units_are_small_within_a_place(
    parts: tuple[str | None, ...], text: str | None
) -> None:
    assert words.address(*parts) == text
