"""Telephone numbers as people write them."""

from __future__ import annotations

import pytest

from antq_desktop.domain.phones import NotAPhone, converted_prefix, parse_phone, shown


@pytest.mark.parametrize(
    ("typed", "stored", "display"),
    [
        ("0912345678", "+84912345678", "0912 345 678"),
        (" 0912.345.678 ", "+84912345678", "0912 345 678"),
        ("+84 (0) 912-345-678", "+84912345678", "0912 345 678"),
        ("84912345678", "+84912345678", "0912 345 678"),
        ("0084 912\u00a0345 678", "+84912345678", "0912 345 678"),
        ("(0226) 3852.773", "+842263852773", "0226 3852 773"),
        ("024 3825 1234", "+842438251234", "024 3825 1234"),
        ("113", "113", "113"),
        ("1 1 4", "114", "114"),
        ("+44 20 7946 0958", "+442079460958", "+442079460958"),
    ],
)
def test_phone_is_stored_international_and_shown_in_groups(
    typed: str, stored: str, display: str
) -> None:
    assert parse_phone(typed) == stored
    assert parse_phone(stored) == stored
    assert shown(stored) == display


@pytest.mark.parametrize(
    "typed",
    ["", "112", "091234567", "09123456789", "0112345678", "0912x45678", "+84123", "01234567890"],
)
def test_what_is_no_phone_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(NotAPhone) as refused:
        parse_phone(typed)
    assert str(refused.value) == "not a telephone number"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("0162 123 4567", "+84321234567"),
        ("01691234567", "+84391234567"),
        ("01201234567", "+84701234567"),
        ("01281234567", "+84781234567"),
        ("+84 123 123 4567", "+84831234567"),
        ("01271234567", "+84811234567"),
        ("01881234567", "+84581234567"),
        ("01991234567", "+84591234567"),
        ("01601234567", None),
        ("0912345678", None),
        ("0162123456", None),
    ],
)
def test_old_eleven_digit_numbers_are_offered_in_their_new_form(
    typed: str, offered: str | None
) -> None:
    assert converted_prefix(typed) == offered
    assert offered is None or parse_phone(offered) == offered
