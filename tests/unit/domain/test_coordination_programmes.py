"""R12 and B12.1: programmes in force, newly signed, and what was done together (counting A42)."""

from __future__ import annotations

import pytest

from antq_desktop.domain.registers.coordination_programmes import REGISTER
from tests.unit.domain.judging import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    Values,
    count,
    lacking,
    moves,
    problems,
    reads_back,
)

SIGNED = "2022-06-06"


def programme(**values: object) -> Values:
    """Return a programme that has no end."""
    return {
        "partner": "fatherland_front",
        "document_kind": "programme",
        "number": "01/CTPH",
        "signed_on": SIGNED,
        "valid_from": SIGNED,
        "status": "in_force",
        "contents": ["movement", "propaganda"],
        "moves": moves(("in_force", SIGNED)),
        **values,
    }


def ended(state: str, day: str) -> Values:
    """Return a programme that ended."""
    return programme(status=state, valid_to=day, moves=moves(("in_force", SIGNED), (state, day)))


def activity(day: str, **more: object) -> Values:
    """Return a joint activity."""
    return {"held_on": day, "summary": "Ra quân tuyên truyền", **more}


@pytest.mark.parametrize(
    "values",
    [
        programme(),
        programme(valid_to="2027-06-06", activities=[activity("2023-03-03")]),
        ended("expired", "2023-06-06"),
        ended("replaced", "2023-12-31"),
        ended("terminated", "2022-06-07"),
    ],
)
def test_a_programme_in_each_state_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, values) == []
    assert lacking(REGISTER, values) == set()
    assert reads_back(REGISTER, values)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (programme(signed_on="2024-01-01"), ("signed_on", "rules.not_future", True)),
        (programme(valid_to="2022-06-05"), ("valid_to", "rules.in_order", True)),
        (ended("replaced", SIGNED), ("valid_to", "rules.in_order", True)),
        # Counting A05, A42: the day of the end is the first on which it is no longer in force.
        (programme(valid_to="2023-12-31"), ("status", "rules.programme_expired", False)),
        (ended("replaced", "2024-01-01"), ("valid_to", "rules.not_future", True)),
        (
            programme(activities=[activity("2022-06-05")]),
            ("activities[1].held_on", "rules.activity_outside", False),
        ),
        (
            programme(valid_to="2027-01-01", activities=[{"held_on": "2023-03-03"}]),
            ("activities[1].summary", "rules.activity_unnamed", False),
        ),
        (programme(status="expired"), ("status", "rules.status_is_last_move", True)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, found: tuple[str, str, bool]) -> None:
    assert found in problems(REGISTER, values)


@pytest.mark.parametrize(("day", "inside"), [("2023-06-05", True), ("2023-06-06", False)])
def test_an_activity_on_the_day_of_the_end_is_outside(day: str, *, inside: bool) -> None:
    values = {**ended("expired", "2023-06-06"), "activities": [activity(day)]}
    assert (problems(REGISTER, values) == []) is inside


def test_a_programme_that_is_no_longer_in_force_needs_its_end() -> None:
    over = programme(status="expired", moves=moves(("in_force", SIGNED), ("expired", "2023-06-06")))
    assert lacking(REGISTER, over) == {"valid_to"}


def test_b121_counts_programmes_added_and_taken_away() -> None:
    one = programme()
    assert [count(REGISTER, rows).value for rows in ([], [one], [one, one])] == [0, 1, 2]


@pytest.mark.parametrize(
    ("start", "end", "value"),
    [(LAST, None, 1), (AFTER, None, 0), (SIGNED, AFTER, 1), (SIGNED, LAST, 0), (SIGNED, BEFORE, 0)],
)
def test_b121_counts_what_is_in_force_at_the_end_of_the_period(
    start: str, end: str | None, value: int
) -> None:
    values = programme(valid_from=start, **({"valid_to": end} if end else {}))
    assert count(REGISTER, [values]).value == value


EDGES = [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)]


@pytest.mark.parametrize(("day", "value"), EDGES)
def test_b121_counts_what_was_signed_in_the_period(day: str, value: int) -> None:
    assert count(REGISTER, [programme(signed_on=day)]).parts["signed"] == value


@pytest.mark.parametrize(("day", "value"), EDGES)
def test_b121_counts_joint_activities_by_their_day_whatever_became_of_the_programme(
    day: str, value: int
) -> None:
    rows = [activity(day), activity("2023-03-03")]
    over = {**ended("terminated", "2023-04-04"), "activities": rows}
    seen = count(REGISTER, [over])
    assert (seen.value, seen.parts["activities"]) == (0, 1 + value)


def test_the_office_counts_activities_without_knowing_what_they_are() -> None:
    columns = REGISTER.by_name["activities"].columns
    assert {one.name for one in columns if one.travel == "shared"} == {"held_on"}
