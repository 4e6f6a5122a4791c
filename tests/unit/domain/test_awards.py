"""R10: its rules by Luật 06/2022/QH15, what never leaves the unit, and its figure."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.registers.awards import REGISTER
from tests.unit.domain.one_unit import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    Values,
    at_import,
    count,
    found,
    moves,
    private_paths,
    row,
)

PERSON = "Vàng A Thử"


def award(on: str = FIRST, /, **values: object) -> Values:
    return {
        "recipient_kind": "area",
        "recipient_collective": "Thôn 1",
        "award": "commendation",
        "level": "commune",
        "kind": "emulation",
        "theme": "movement",
        "achievement": "Dẫn đầu phong trào.",
        "proposed_on": "2024-01-01",
        "decision_number": "01/QĐ-UBND",
        "decided_on": on,
        "moves": moves(("proposed", "2024-01-01"), ("decided", on)),
        **values,
    }


def personal(kind: str = "individual", /, **values: object) -> Values:
    given = {"recipient_kind": kind, "recipient_collective": None, "recipient_person": PERSON}
    return award(**{**given, **values})


def test_complete_awards_have_no_problem() -> None:
    assert not found(REGISTER, award())
    assert not found(REGISTER, personal())
    assert not found(REGISTER, personal("household"))
    presented = moves(("decided", FIRST), ("presented", LAST))
    assert not found(REGISTER, award(moves=presented, presented_on=LAST))


def test_a_proposal_needs_no_decision_yet() -> None:
    open_ = {"decision_number": None, "decided_on": None}
    assert not found(REGISTER, award(**open_, moves=moves(("proposed", FIRST))))
    assert found(REGISTER, award(**open_)) == {
        ("decision_number", "values.required", True),
        ("decided_on", "values.required", True),
    }
    refused = moves(("proposed", FIRST), ("not_awarded", LAST))
    assert not found(REGISTER, award(**open_, moves=refused))


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (
            personal(recipient_collective="Vàng A Thử"),
            ("recipient_collective", "rules.person_among_collectives", True),
        ),
        (
            {"recipient_collective": None},
            ("recipient_collective", "rules.recipient_collective", True),
        ),
        (
            personal("household", recipient_person=None),
            ("recipient_person", "rules.recipient_person", True),
        ),
        ({"recipient_person": PERSON}, ("recipient_person", "rules.person_of_collective", True)),
        ({"award": "other", "level": "state"}, ("other_award", "rules.other_award", True)),
        # Luật 06/2022/QH15 Đ26, 27, 78-80: for whom an award is.
        (
            personal(award="government_flag", level="government"),
            ("award", "rules.award_for_whom", False),
        ),
        ({"award": "advanced_worker"}, ("award", "rules.award_for_whom", False)),
        (
            personal("household", award="security_medal", level="ministry"),
            ("award", "rules.award_for_whom", False),
        ),
        (personal(award="cultured_family"), ("award", "rules.award_for_whom", False)),
        # The same, Đ74, 78-80: who decides.
        ({"award": "certificate"}, ("level", "rules.award_level", False)),
        (
            {"award": "cultured_family", "level": "province"},
            ("level", "rules.award_level", False),
        ),
        # Đ75.1d: the district commends until 30/06/2025.
        (award(AFTER, level="district"), ("level", "rules.code_not_valid", True)),
        ({"decided_on": "2023-12-31"}, ("decided_on", "rules.in_order", True)),
        ({"presented_on": BEFORE}, ("presented_on", "rules.in_order", True)),
        ({"decided_on": "2030-01-01"}, ("decided_on", "rules.not_future", True)),
        (
            {"moves": moves(("proposed", FIRST), ("not_awarded", LAST))},
            ("decided_on", "rules.not_awarded_but_decided", True),
        ),
        (
            {"moves": moves(("decided", FIRST), ("presented", LAST))},
            ("presented_on", "values.required", True),
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, problem: tuple[str, str, bool]) -> None:
    assert problem in found(REGISTER, award(**values))


@pytest.mark.parametrize(
    "values",
    [
        # Civil guards were given it too: the circular on it was not found (domain.md R-15).
        {"award": "unit_of_victory", "recipient_kind": "team_collective", "level": "ministry"},
        {"level": "district", "decided_on": LAST, "moves": moves(("decided", LAST))},
        {"award": "prime_minister_certificate", "level": "government"},
        {"award": "other", "other_award": "Thư khen", "level": "state"},
        # Before 01/01/2024 another law said who decides.
        {
            "award": "certificate",
            "level": "provincial_police",
            "proposed_on": None,
            "decided_on": "2023-12-31",
            "moves": moves(("decided", "2023-12-31")),
        },
    ],
)
def test_what_the_law_leaves_open_is_no_problem(values: Values) -> None:
    assert not found(REGISTER, award(**values))


def test_an_award_refers_to_no_other_record() -> None:
    """BLTTHS Đ56.1a: an informant of R01 must never be found through the award he got."""
    assert not [path for path, one in REGISTER.paths() if one.kind is Kind.REFERENCE]
    assert not [path for path, one in REGISTER.paths() if one.register is not None]
    assert not [one.code for one in REGISTER.indicators if one.reads]
    assert not REGISTER.keys


def test_names_of_persons_never_travel_and_the_office_sees_to_it() -> None:
    assert not private_paths(REGISTER)
    private = (
        *("recipient_person", "other_award", "authority", "achievement", "money"),
        *("proposal", "decision_number"),
    )
    for name in private:
        assert {one.value for one in REGISTER.travels(name)} == {"private"}, name
    assert not at_import(REGISTER, award())
    assert not at_import(REGISTER, personal())
    smuggled = personal(recipient_collective="Vàng A Thử")
    assert at_import(REGISTER, smuggled) == {"rules.person_among_collectives"}


@pytest.mark.parametrize(
    ("on", "value"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0), (None, 0)]
)
def test_an_award_counts_by_the_day_of_its_decision(on: str | None, value: int) -> None:
    values = award(presented_on=AFTER, decided_on=on)
    assert count(REGISTER, "B10.1", row(REGISTER, values)).value == value


def test_awards_are_divided_by_award_recipient_and_level() -> None:
    """Counting A40: collectives are all but individuals and households."""
    rows = [
        row(REGISTER, award(), "a"),
        row(REGISTER, award(recipient_kind="school"), "b"),
        row(REGISTER, personal(), "c"),
        row(REGISTER, personal("household"), "d"),
        row(REGISTER, award(award="certificate", level="province"), "e"),
        row(REGISTER, award(award="certificate", level="ministry"), "f"),
    ]
    figure = count(REGISTER, "B10.1", *rows)
    parts = {name: number for name, number in figure.parts.items() if number}
    assert figure.value == 6
    assert parts == {
        "recipient.area": 3,
        "recipient.school": 1,
        "recipient.individual": 1,
        "recipient.household": 1,
        "commendation.collective.commune": 2,
        "commendation.individual.commune": 1,
        "commendation.household.commune": 1,
        "certificate.collective.province": 1,
        "certificate.collective.ministry": 1,
    }
    assert [one.record for one in figure.records] == list("abcdef")
    fewer = count(REGISTER, "B10.1", *rows[1:])
    assert fewer.parts["commendation.collective.commune"] == 1
    assert count(REGISTER, "B10.1").value == 0


def test_districts_end_with_their_level_of_government() -> None:
    code = REGISTER.by_name["level"].code("district")
    assert code is not None
    assert code.valid_to == date(2025, 7, 1)
