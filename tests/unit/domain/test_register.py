"""A register is checked when it is declared: names fit, and no free text travels by accident."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from antq_desktop.domain.fields import FREE_KINDS, Kind, Label, Travel
from antq_desktop.domain.rules import not_future
from antq_desktop.domain.sharing import SHARED_TEXT
from tests.unit.domain.samples import FIELDS, PEOPLE, REASONS, SHARED, VISITS, field, register

ON = FIELDS[0]


def test_the_free_texts_that_travel_are_these() -> None:
    """A new one is a decision: names of public places and bodies, and numbers of documents."""
    assert sorted(SHARED_TEXT) == [
        ("awards", "recipient_collective"),
        ("crime_reports", "event_area"),
        ("disputes", "area"),
        ("key_areas", "name"),
        ("movement_models", "name"),
        ("movement_models", "points.area"),
        ("movement_models", "points.organization"),
        ("movement_models", "recognitions.number"),
        ("organizations", "name"),
        ("other_forces", "area"),
        ("other_forces", "organization"),
        ("propaganda", "area"),
        ("propaganda", "organization"),
        ("residential_areas", "name"),
        ("security_standard", "decision_number"),
        ("security_standard", "subject"),
        ("security_teams", "areas.area"),
        ("security_teams", "name"),
        ("wanted_persons", "decision_body"),
        ("wanted_persons", "decision_number"),
    ]


def test_the_kinds_that_can_name_a_person_are_these() -> None:
    names = "text long_text person phone personal_number paper_number officer organization"
    assert {Kind(name) for name in names.split()} == FREE_KINDS


@pytest.mark.parametrize("kind", sorted(FREE_KINDS))
def test_free_text_may_not_travel(kind: Kind) -> None:
    with pytest.raises(ValueError, match=r"visits\.x is free text"):
        register(ON, field("x", kind, SHARED))


@pytest.mark.parametrize("kind", sorted(FREE_KINDS))
def test_free_text_in_a_row_may_not_travel(kind: Kind) -> None:
    with pytest.raises(ValueError, match=r"visits\.rows\.x is free text"):
        register(ON, field("rows", Kind.ROWS, columns=(field("x", kind, SHARED),)))


def test_rows_hold_no_rows() -> None:
    inner = field("inner", Kind.ROWS, columns=(field("x", Kind.TEXT, SHARED),))
    with pytest.raises(ValueError, match=r"visits\.outer\.inner has rows inside rows"):
        register(ON, field("outer", Kind.ROWS, columns=(inner,)))


@pytest.mark.parametrize("name", ["on", "book", "moves", "record", "row"])
def test_no_name_stands_twice_or_is_the_programs_own(name: str) -> None:
    with pytest.raises(ValueError, match="writes itself"):
        register(ON, field(name, Kind.DATE))


@pytest.mark.parametrize(
    "more", [{"title": ("nothing",)}, {"rules": (not_future("on", "nothing.day"),)}]
)
def test_every_name_that_is_used_must_be_there(more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no field \['nothing'\]"):
        register(ON, **more)


def test_every_register_has_moves_and_they_travel() -> None:
    assert VISITS.fields[-1].name == "moves"
    assert VISITS.travels("moves") == {Travel.SHARED}
    assert [column.name for column in VISITS.by_name["moves"].columns] == [
        "state",
        "on",
        "replaces",
    ]


def test_rows_are_in_the_parts_of_their_columns() -> None:
    assert VISITS.travels("people") == set(Travel)
    assert VISITS.travels("on") == {Travel.SHARED}


def test_a_register_knows_whether_anything_is_sealed() -> None:
    assert VISITS.has_confidential
    assert not register(ON).has_confidential


def test_paths_name_the_columns_of_rows() -> None:
    assert [path for path, _ in register(ON, PEOPLE).paths()] == [
        *("on", "people.age", "people.name", "people.secret"),
        *("moves.state", "moves.on", "moves.replaces"),
    ]


def test_a_column_is_found_by_its_name() -> None:
    assert PEOPLE.column("age").kind is Kind.INTEGER
    with pytest.raises(KeyError):
        PEOPLE.column("nothing")


def test_a_label_is_shown_in_the_language_of_the_person() -> None:
    label = Label("Xã", "Commune")
    assert (label.text("vi"), label.text("en")) == ("Xã", "Commune")


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2019, 12, 31), True),
        (date(2020, 1, 1), False),
    ],
)
def test_a_code_may_be_used_from_its_first_day_until_its_end(day: date, *, valid: bool) -> None:
    assert REASONS[2].valid_on(day) is valid
    assert REASONS[0].valid_on(day)
