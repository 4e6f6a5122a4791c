"""Numbers as the article says them (counting A08)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.phrases import change, moved_points, number, percentage, phrase


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (87, "87"),
        (999, "999"),
        (1000, "1 nghìn"),
        (1001, "trên 1 nghìn"),
        (1999, "trên 1 nghìn"),
        (2000, "2 nghìn"),
        (1_234_567, "trên 1.234 nghìn"),
    ],
)
def test_thousands_are_said_in_words(value: int, text: str) -> None:
    assert phrase(value) == text


@given(st.integers(0, 10**9))
def test_a_phrase_never_says_more_than_there_is(value: int) -> None:
    said = phrase(value)
    plain = said.removeprefix("trên ").removesuffix(" nghìn").replace(".", "")
    least = int(plain) * (1000 if said.endswith("nghìn") else 1)
    assert least <= value < least + 1000
    assert (least == value) is not said.startswith("trên ")


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (677, 686, "98,7%"),
        (192, 196, "98,0%"),
        (1, 3, "33,3%"),
        (1, 2000, "0,1%"),
        (89, 89, "100%"),
        (9_994, 10_000, "99,9%"),
        (9_995, 10_000, "100,0%"),
        (0, 5, "0,0%"),
        (0, 0, "–"),
        (3, 0, "–"),
    ],
)
def test_a_percentage_has_one_decimal_but_where_it_is_all(part: int, whole: int, text: str) -> None:
    assert percentage(part, whole) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_percentage_is_the_nearest_one_half_up(part: int, whole: int) -> None:
    said = percentage(part, whole)
    shown = Fraction(said.removesuffix("%").replace(".", "").replace(",", "."))
    exact = Fraction(100 * part, whole)
    assert -Fraction(1, 20) < shown - exact <= Fraction(1, 20)
    assert ("," not in said) is (part == whole)


def test_thousands_stand_apart_by_dots() -> None:
    assert number(1_234_567) == "1.234.567"


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (157, 145, "tăng 12 vụ, 8,3%"),
        (3, 1, "tăng 2 vụ, 200%"),
        (1, 2, "giảm 1 vụ, 50%"),
        (0, 4, "giảm 4 vụ, 100%"),
        (19_999, 10_000, "tăng 9.999 vụ, 100,0%"),
        (5, 5, "không tăng, giảm"),
        (5, 0, ""),
        (5, None, ""),
    ],
)
def test_a_change_is_told_in_numbers_and_percent(now: int, before: int | None, text: str) -> None:
    assert change(now, before, "vụ") == text


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        ((977, 1000), (954, 1000), "tăng 2,3 điểm phần trăm"),
        ((1, 2), (1, 1), "giảm 50,0 điểm phần trăm"),
        ((2, 4), (1, 2), "không tăng, giảm"),
        ((1_001, 2_000), (1_000, 2_000), "tăng 0,1 điểm phần trăm"),
        ((10_001, 20_000), (10_000, 20_000), "tăng dưới 0,1 điểm phần trăm"),
    ],
)
def test_a_share_moves_by_points(now: tuple[int, int], before: tuple[int, int], text: str) -> None:
    assert moved_points(now, before) == text
