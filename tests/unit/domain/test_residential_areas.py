"""U2: residential areas exist from one day until another, and name no one to the office."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.registers.residential_areas import REGISTER
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.values import Reader
from tests.unit.domain.samples import UNITS

TODAY = date(2023, 12, 31)
ENDED = [{"state": "active", "on": "2001-04-01"}, {"state": "ended", "on": "2023-05-01"}]


def area(**values: object) -> dict[str, object]:
    """Return the values of a residential area that is there."""
    return {
        "name": "Thôn 1",
        "unit": {"code": "13579", "valid_from": None},
        "households": 120,
        "population": 480,
        "valid_from": "2001-04-01",
        "moves": [{"state": "active", "on": "2001-04-01"}],
        **values,
    }


def found(**values: object) -> set[tuple[str, str, bool]]:
    """Return the field, rule and weight of each problem."""
    problems = [*missing(REGISTER, area(**values)), *check(REGISTER, area(**values), TODAY)]
    return {(one.field, one.rule, one.grave) for one in problems}


def test_a_complete_area_has_no_problem_and_reads_back_as_it_is() -> None:
    assert not found()
    assert not found(valid_to="2023-05-01", moves=ENDED)
    values, problems = Reader(UNITS, TODAY).read_all(REGISTER.fields, area())
    assert (values, problems) == (area(), [])


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"households": 500}, ("population", "rules.fewer_people_than_households", False)),
        ({"valid_from": "2024-01-01"}, ("valid_from", "rules.not_future", True)),
        # Counting A05: the end is the first day on which it is no more.
        ({"valid_to": "2001-03-31", "moves": ENDED}, ("valid_to", "rules.in_order", True)),
        ({"valid_to": "2023-12-31"}, ("valid_to", "rules.ended_but_active", True)),
        ({"valid_to": "2024-01-01"}, None),
        ({"moves": ENDED}, ("valid_to", "values.required", True)),
        (
            {"moves": [*ENDED, {"state": "active", "on": "2023-06-01"}], "valid_to": "2023-05-01"},
            ("moves", "rules.move_not_allowed", True),
        ),
    ],
)
def test_each_rule_finds_its_mistake(
    values: dict[str, object], problem: tuple[str, str, bool] | None
) -> None:
    assert (problem in found(**values)) if problem else not found(**values)


def test_the_names_of_people_stay_in_the_unit() -> None:
    shared = {name for name, one in REGISTER.by_name.items() if one.travel is Travel.SHARED}
    assert shared == {
        *("name", "unit", "households", "population"),
        *("valid_from", "valid_to", "moves"),
    }
