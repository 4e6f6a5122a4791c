"""R08c: its rules, its kinds with their last day, and its figure."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.registers.other_forces import KINDS, REGISTER
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

REPLACED = "2024-07-01"


def force(**values: object) -> Values:
    return {
        "kind": "civil_defence",
        "area": "Thôn 1",
        "members": 10,
        "trained": 10,
        "started_on": "2020-01-01",
        "moves": moves(("active", "2020-01-01")),
        **values,
    }


def ended(on: str, /, **values: object) -> Values:
    return force(ended_on=on, moves=moves(("active", "2020-01-01"), ("ended", on)), **values)


def test_complete_forces_have_no_problem() -> None:
    assert not found(REGISTER, force())
    assert not found(REGISTER, ended(REPLACED, kind="civil_guard"))
    assert not found(REGISTER, force(kind="fire_team", organization="Công ty Mẫu"))


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"trained": 11}, ("trained", "rules.more_than_all", True)),
        ({"members": 0}, ("members", "values.range", True)),
        # NĐ 06/2013/NĐ-CP: such a force is that of an agency or enterprise.
        ({"kind": "agency_guard"}, ("organization", "rules.force_of_whom", False)),
        # Luật 30/2023/QH15: civil guards and part-time police end on 30/06/2024.
        ({"kind": "civil_guard"}, ("ended_on", "rules.force_replaced", False)),
        (
            ended("2024-07-02", kind="part_time_police"),
            ("ended_on", "rules.force_replaced", False),
        ),
        (
            {"kind": "civil_guard", "started_on": REPLACED},
            ("kind", "rules.code_not_valid", True),
        ),
        ({"ended_on": LAST}, ("moves", "rules.ended_state", False)),
        ({"ended_on": "2020-01-01"}, ("ended_on", "rules.in_order", True)),
        ({"started_on": "2030-01-01"}, ("started_on", "rules.not_future", True)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, problem: tuple[str, str, bool]) -> None:
    assert problem in found(REGISTER, force(**values))


def test_a_force_that_still_exists_needs_no_end() -> None:
    """The same row is right on 30/06/2024 and remarked on the next day (Luật 30/2023/QH15)."""
    guard = force(kind="civil_guard")
    assert not found(REGISTER, guard, date(2024, 6, 30))
    assert found(REGISTER, guard, date(2024, 7, 1)) == {("ended_on", "rules.force_replaced", False)}


def test_what_was_not_read_is_marked() -> None:
    marked = {one.code for one in KINDS if not one.verified}
    read = {"civil_guard", "part_time_police"}
    assert marked == {one.code for one in KINDS} - read
    ending = {one.code: one.valid_to for one in KINDS if one.valid_to}
    assert ending == dict.fromkeys(("civil_guard", "part_time_police"), date(2024, 7, 1))


def test_the_name_of_the_head_stays_in_the_unit() -> None:
    assert not private_paths(REGISTER)
    assert REGISTER.by_name["head"].travel.value == "private"
    assert not at_import(REGISTER, force(head="Nguyễn Văn Ví"))


@pytest.mark.parametrize(
    ("values", "people"),
    [
        (force(), 10),
        (force(started_on=FIRST), 10),
        (force(started_on=LAST), 10),
        (force(started_on=AFTER), 0),
        (ended(BEFORE), 0),
        (ended(LAST), 0),
        (ended(AFTER), 10),
        # Its kind is no more in law, though nobody wrote an end.
        (force(kind="civil_guard"), 0),
    ],
)
def test_people_count_while_their_force_exists(values: Values, people: int) -> None:
    """Counting A38: B8.4 gives persons."""
    figure = count(REGISTER, "B8.4", row(REGISTER, values))
    assert figure.value == people
    assert len(figure.records) == bool(people)


def test_people_are_added_up_by_kind() -> None:
    rows = [
        row(REGISTER, force(), "a"),
        row(REGISTER, force(members=7, trained=0), "b"),
        row(REGISTER, force(kind="police_veterans", members=5, trained=0), "c"),
    ]
    figure = count(REGISTER, "B8.4", *rows)
    parts = {name: number for name, number in figure.parts.items() if number}
    assert (figure.value, parts) == (22, {"kind.civil_defence": 17, "kind.police_veterans": 5})
    assert count(REGISTER, "B8.4", *rows[1:]).value == 12
    assert count(REGISTER, "B8.4").value == 0
