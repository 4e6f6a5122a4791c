"""Personal numbers; all are invented, the province digits are 000 where there are any."""

from __future__ import annotations

import pytest

from antq_desktop.domain.personal_numbers import (
    MASK_LIST,
    MASK_NONE,
    MASK_PUBLIC,
    MASK_STATISTICS,
    NotAPersonalNumber,
    masked,
    parse_personal_number,
)


@pytest.mark.parametrize(
    ("typed", "sex", "year"),
    [
        ("000090001234", "male", 1990),
        ("000 1 88 001234", "female", 1988),
        ("000.205.001234", "male", 2005),
        (" 000\u00a0301 001234 ", "female", 2001),
        ("000400001234", "male", 2100),
        ("000999001234", "female", 2399),
    ],
)
def test_identity_number_claims_province_sex_and_year(typed: str, sex: str, year: int) -> None:
    number = parse_personal_number(typed)
    assert number.kind == "identity"
    assert (number.province, number.sex, number.birth_year) == ("000", sex, year)
    assert len(number.digits) == 12
    assert number.is_invented


def test_number_of_a_real_province_is_not_invented() -> None:
    assert not parse_personal_number("035" + "0" * 9).is_invented


def test_nine_digits_are_a_cmnd_that_claims_nothing() -> None:
    number = parse_personal_number("000 000 123")
    assert (number.kind, number.digits) == ("cmnd", "000000123")
    assert (number.province, number.sex, number.birth_year) == (None, None, None)
    assert number.is_invented


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "length"),
        ("00009000123", "length"),
        ("0000900012345", "length"),
        ("00009000123x", "characters"),
        ("000-090-001234", "characters"),
        ("\u0660" * 12, "characters"),
    ],
)
def test_what_is_no_number_says_why_without_repeating_it(typed: str, reason: str) -> None:
    with pytest.raises(NotAPersonalNumber) as refused:
        parse_personal_number(typed)
    assert refused.value.reason == str(refused.value) == reason


@pytest.mark.parametrize(
    ("number", "level", "hide_origin", "shown"),
    [
        ("000090001234", MASK_NONE, False, "000090001234"),
        ("000090001234", MASK_LIST, False, "000•••••1234"),
        ("000090001234", MASK_LIST, True, "••••••••1234"),
        ("000000123", MASK_LIST, False, "•••••0123"),
        ("12345", MASK_LIST, False, "•••••"),
        ("", MASK_LIST, False, ""),
        ("000090001234", MASK_STATISTICS, False, "\u2013"),
        ("000090001234", MASK_PUBLIC, False, "\u2013"),
    ],
)
def test_masks(number: str, level: int, *, hide_origin: bool, shown: str) -> None:
    assert masked(number, level, hide_origin=hide_origin) == shown
