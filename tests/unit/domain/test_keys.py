"""Who is one person: what the keys are made from, and how many people rows are about."""

from __future__ import annotations

import pytest

from antq_desktop.domain.indicators import Counted, distinct_persons
from antq_desktop.domain.keys import badge_key, person_keys
from antq_desktop.domain.units import UnitKey

NUMBER, NAME = person_keys("person")
(BADGE,) = badge_key("badge_number")


def person(**values: object) -> dict[str, object]:
    return {"person": {"full_name": "Hoàng Văn Thử", **values}}


def row(record: str, **keys: str) -> Counted:
    return Counted(record, UnitKey("13579"), "1/2023", 1, "0" * 64, keys)


def test_a_number_is_a_key_and_nobody_is_none() -> None:
    assert NUMBER.text_of(person(id_number="000123456789")) == "000123456789"
    assert NUMBER.text_of(person()) is None
    assert NUMBER.text_of({}) is None


@pytest.mark.parametrize("name", ["HOÀNG VĂN THỬ", "Hoàng  Văn Thử", "Hòang Văn Thử"])
def test_case_spaces_and_the_place_of_a_tone_make_no_other_person(name: str) -> None:
    written = NAME.text_of(person(born="1990-05-01"))
    assert NAME.text_of(person(born="1990-05-01", full_name=name)) == written


@pytest.mark.parametrize("name", ["Hoàng Văn Thư", "Hoang Van Thu", "Hoàng Văn"])
def test_another_letter_or_tone_is_another_person(name: str) -> None:
    written = NAME.text_of(person(born="1990-05-01"))
    assert NAME.text_of(person(born="1990-05-01", full_name=name)) != written


def test_a_name_alone_is_nobody_in_particular() -> None:
    assert NAME.text_of(person()) is None
    assert NAME.text_of(person(born="1990")) != NAME.text_of(person(born="1991"))


def test_a_badge_is_read_without_its_signs() -> None:
    assert BADGE.text_of({"badge_number": "000-123"}) == BADGE.text_of({"badge_number": "000 123"})
    assert BADGE.text_of({"badge_number": "-"}) is None


def test_people_are_counted_once_each() -> None:
    assert distinct_persons([]) == 0
    assert distinct_persons([row("a", id_key="1", name_key="x"), row("b", id_key="1")]) == 1
    # The same name once without a number is the same person; two numbers under one name are two.
    assert distinct_persons([row("a", id_key="1", name_key="x"), row("b", name_key="x")]) == 1
    assert (
        distinct_persons([row("a", id_key="1", name_key="x"), row("b", id_key="2", name_key="x")])
        == 2
    )
    assert distinct_persons([row("a", name_key="x"), row("b", name_key="x")]) == 1
    assert distinct_persons([row("a"), row("b")]) == 2
