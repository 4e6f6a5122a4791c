"""R13: what is classified is not stored, and B13.1 counts by the days of lists and evaluations."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.indicators import Books, Counted, Figure
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.registers.key_areas import REGISTER
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader
from tests.unit.domain.samples import UNITS

TODAY = date(2023, 12, 31)
PERIOD = parse_period("2023-01-01_2023-06-30")
LISTED: list[dict[str, object]] = [{"state": "listed", "on": "2022-03-01"}]


def area(**values: object) -> dict[str, object]:
    """Return the values of an area on a list of the commune; None leaves one out."""
    given = {
        "classification": "not_classified",
        "area_kind": "lodgings",
        "name": "Khu nhà trọ Mẫu",
        "unit": {"code": "13579", "valid_from": None},
        "kind": ["drugs", "social_order"],
        "listed_on": "2022-03-01",
        "list_document": "Quyết định số 1/QĐ",
        "list_level": "commune",
        "moves": LISTED,
        **values,
    }
    return {name: value for name, value in given.items() if value is not None}


def row(result: str, on: str = "2023-02-01") -> dict[str, object]:
    return {"on": on, "result": result}


def in_state(*states: str) -> list[dict[str, object]]:
    later: list[dict[str, object]] = [{"state": state, "on": "2023-02-01"} for state in states]
    return [*LISTED, *later]


def found(**values: object) -> set[tuple[str, str, bool]]:
    """Return the field, rule and weight of each problem."""
    problems = [*missing(REGISTER, area(**values)), *check(REGISTER, area(**values), TODAY)]
    return {(one.field, one.rule, one.grave) for one in problems}


def test_a_complete_area_has_no_problem_and_reads_back_as_it_is() -> None:
    assert not found()
    values, problems = Reader(UNITS, TODAY).read_all(REGISTER.fields, area())
    assert (values, problems) == (area(), [])


@pytest.mark.parametrize(
    ("classification", "rule"),
    [
        ("confidential", "rules.state_secret"),
        ("secret", "rules.state_secret"),
        ("top_secret", "rules.state_secret"),
        (None, "rules.classification_missing"),
    ],
)
def test_only_what_is_not_classified_is_stored(classification: str | None, rule: str) -> None:
    """Luật Bảo vệ bí mật nhà nước 2018 Đ5.5: no secret on an ordinary machine, not even a draft."""
    problems = check(REGISTER, area(classification=classification), TODAY)
    assert [(one.field, one.rule, one.blocks) for one in problems] == [
        ("classification", rule, True)
    ]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"listed_on": "2024-01-01"}, ("listed_on", "rules.not_future", True)),
        ({"removed_on": "2022-02-28"}, ("removed_on", "rules.in_order", True)),
        ({"removed_on": "2023-02-01"}, ("removed_on", "rules.removed_but_listed", True)),
        (
            {"evaluations": [row("improved", "2022-02-28")]},
            ("evaluations[1].on", "rules.before_listing", True),
        ),
        (
            {"removed_on": "2023-01-31", "evaluations": [row("converted")]},
            ("evaluations[1].on", "rules.converted_after_removal", True),
        ),
        (
            {"moves": in_state("converting"), "listed_on": None},
            ("listed_on", "values.required", True),
        ),
        ({"moves": in_state("removed")}, ("removed_on", "values.required", True)),
        # Counting A42: conversion and relapse count by their evaluations.
        ({"moves": in_state("converted")}, ("evaluations", "rules.area_not_evaluated", False)),
        (
            {"evaluations": [row("relapsed")]},
            ("evaluations[1].result", "rules.relapse_of_nothing", False),
        ),
        (
            {"evaluations": [row("relapsed"), row("converted", "2023-02-02")]},
            ("evaluations[1].result", "rules.relapse_of_nothing", False),
        ),
        (
            {"moves": [{"state": "removed", "on": "2023-02-01"}]},
            ("moves", "rules.move_first", True),
        ),
    ],
)
def test_each_rule_finds_its_mistake(
    values: dict[str, object], problem: tuple[str, str, bool]
) -> None:
    assert problem in found(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"evaluations": [row("converted")], "moves": in_state("converting", "converted")},
        {
            "evaluations": [row("converted", "2022-06-01"), row("relapsed")],
            "moves": in_state("converted", "relapsed"),
        },
        {
            "removed_on": "2023-02-01",
            "removal_document": "Quyết định số 2/QĐ",
            "evaluations": [row("converted")],
            "moves": in_state("removed"),
        },
        {
            "listed_on": None,
            "list_document": None,
            "list_level": None,
            "moves": [{"state": "proposed", "on": "2023-02-01"}],
        },
    ],
)
def test_a_true_course_has_no_problem(values: dict[str, object]) -> None:
    assert not found(**values)


def counted(number: int = 1, **values: object) -> Counted:
    shared = area(**values)
    return Counted(f"{number:04}", UnitKey("13579"), f"{number}/2023", 1, "0" * 64, shared)


def count(*rows: Counted) -> Figure:
    (indicator,) = REGISTER.indicators
    return indicator.count(Books(period=PERIOD, rows=rows))


def test_b131_changes_with_a_record_added_and_taken_away() -> None:
    rows = [counted(1), counted(2)]
    assert [count(*rows[:most]).value for most in range(3)] == [0, 1, 2]
    assert count(*reversed(rows)).records == tuple(rows)


@pytest.mark.parametrize(
    ("listed", "removed", "managed", "on_list", "new"),
    [
        ("2023-06-30", None, 1, 1, 1),
        ("2023-07-01", None, 0, 0, 0),
        ("2023-01-01", None, 1, 1, 1),
        ("2022-12-31", None, 1, 1, 0),
        # The day of removal is the first on which it is no longer on the list (A05).
        ("2022-03-01", "2023-07-01", 1, 1, 0),
        ("2022-03-01", "2023-06-30", 0, 1, 0),
        ("2022-03-01", "2023-01-02", 0, 1, 0),
        ("2022-03-01", "2023-01-01", 0, 0, 0),
        (None, None, 0, 0, 0),
    ],
)
def test_b131_counts_the_list_at_the_end_and_on_any_day_of_the_period(
    listed: str | None, removed: str | None, managed: int, on_list: int, new: int
) -> None:
    """Counting A42: managed is on the list, whatever the evaluation."""
    figure = count(counted(listed_on=listed, removed_on=removed))
    assert (figure.value, figure.parts["on_list"], figure.parts["new"]) == (managed, on_list, new)


@pytest.mark.parametrize(
    ("on", "within", "ever"),
    [
        ("2022-12-31", 0, 1),
        ("2023-01-01", 1, 1),
        ("2023-06-30", 1, 1),
        ("2023-07-01", 0, 0),
    ],
)
def test_b131_counts_conversions_by_their_day(on: str, within: int, ever: int) -> None:
    parts = count(counted(evaluations=[row("improved"), row("converted", on)])).parts
    assert (parts["converted"], parts["ever_converted"], parts["relapsed"]) == (within, ever, 0)


def test_b131_counts_an_area_once_however_often_it_was_evaluated() -> None:
    twice = [row("converted"), row("converted", "2023-03-01"), row("relapsed", "2023-04-01")]
    figure = count(counted(1, evaluations=twice), counted(2, evaluations=[row("relapsed")]))
    assert figure.value == 2
    assert figure.parts == {
        "on_list": 2,
        "new": 0,
        "converted": 1,
        "relapsed": 2,
        "ever_converted": 1,
    }


def test_documents_measures_and_numbers_of_offenders_stay() -> None:
    kept = {name for name, one in REGISTER.by_name.items() if one.travel is Travel.PRIVATE}
    assert kept - {"evaluations", "moves"} == {
        *("list_document", "plan_document", "removal_document", "measures"),
        *("baseline_cases", "baseline_offenders", "baseline_hotspots"),
    }
    assert REGISTER.travels("evaluations") == {Travel.SHARED}
