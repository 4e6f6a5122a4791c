"""By what a person is known again, and who is not compared."""

from __future__ import annotations

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.duplicates import Mark, Why, has_persons, marks_of
from antq_desktop.domain.short_registers import in_rows

CATALOGUE = load_catalogue().by_name
AN = {"full_name": "Nguyễn Văn Án", "born": "1990-05", "id_number": "000090000001"}


def marks(person: dict[str, object], register: str = "drug_user_management") -> set[Mark]:
    return set(marks_of(CATALOGUE[register], {"person": person}))


def test_a_person_is_known_by_number_and_by_name_with_the_year() -> None:
    number, name = Mark(Why.NUMBER, "000090000001"), Mark(Why.NAME, "nguyen van an\n1990")
    assert marks(dict(AN)) == {number, name}
    other = {"full_name": "NGUYEN  văn an", "born": "1990-12-31"}
    assert marks(dict(other)) == {name}
    assert marks({"full_name": "Nguyễn Văn Án", "id_number": "000090000001"}) == {number}


@pytest.mark.parametrize(
    "person",
    [{}, {"full_name": "Nguyễn Văn Án"}, {"born": "1990"}, {"full_name": " ", "born": "1990"}],
)
def test_less_than_that_is_no_mark(person: dict[str, object]) -> None:
    assert marks(person) == set()


def test_a_number_that_names_nobody_is_none_and_a_passport_is_no_personal_number() -> None:
    birth = {"id_kind": "birth_certificate", "id_number": "12/2020"}
    assert marks({**AN, **birth}) == marks({**AN, "id_number": None})
    digits = {"id_number": "000090001"}
    assert not marks(dict(digits)) & marks({**digits, "id_kind": "passport"})


def test_only_whom_a_record_is_about_is_compared_and_nobody_sealed() -> None:
    managed = {"person": {"full_name": "Lò Văn Bé", "born": "2008"}, "guardian": AN}
    assert {mark.text for mark in marks_of(CATALOGUE["drug_user_management"], managed)} == {
        "lo van be\n2008"
    }
    report = {
        "informant": AN,
        "suspects": [{"person": {"full_name": "Lò Văn Hai", "born": "1980-01-01"}}, {}],
    }
    assert {mark.text for mark in marks_of(CATALOGUE["crime_reports"], report)} == {
        "lo van hai\n1980"
    }


def test_which_books_are_about_persons() -> None:
    assert {name for name, one in CATALOGUE.items() if has_persons(one)} == {
        "administrative_measures",
        "commune_education",
        "crime_reports",
        "drug_user_management",
        "security_teams",
        "wanted_persons",
    }


def test_no_book_of_persons_is_typed_in_a_table() -> None:
    """A table need not say who is there already: the form, which does, is the only way in."""
    assert not [one.name for one in CATALOGUE.values() if has_persons(one) and in_rows(one)]
    assert any(map(in_rows, CATALOGUE.values()))
