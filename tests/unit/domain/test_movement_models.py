"""R06: its rules, and each of its figures changed by a record added, moved and taken away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.indicators import Books, Counted
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.registers.movement_models import REGISTER
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader
from tests.unit.domain.samples import UNITS

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Figure

PERIOD = parse_period("2023-01-01_2023-06-30")
BEFORE, IN, LATER, AFTER = "2022-11-01", "2023-02-01", "2023-03-01", "2023-07-01"
LAST, TODAY = "2023-06-30", date(2023, 12, 31)
EFFECTIVE = {"on": IN, "result": "effective"}
MINISTRY = {"level": "ministry", "form": "award", "on": IN}


def point(number: int, started_on: str = BEFORE, **more: object) -> dict[str, object]:
    row = {"number": number, "started_on": started_on}
    return {**row, "groups": 2, "members": 30, "households": 9, **more}


def model(record: str = "a", *states: tuple[str, str], **values: object) -> Counted:
    moves = [{"state": state, "on": on} for state, on in states or [("maintained", BEFORE)]]
    shared = {"established_on": BEFORE, "moves": moves, **values}
    return Counted(record, UnitKey("13579"), "1/2023", 1, "0" * 64, shared)


def count(code: str, *models: Counted) -> Figure:
    [indicator] = [one for one in REGISTER.indicators if one.code == code]
    return indicator.count(Books(period=PERIOD, rows=models))


ONE_OF_EACH: dict[str, dict[str, Any]] = {
    "B6.1": {"reviews": [EFFECTIVE]},
    "B6.2": {"established_on": IN},
    "B6.3": {"points": [point(1), point(2, IN)]},
    "B6.4": {"recognitions": [MINISTRY]},
    "B6.5": {"points": [point(1)]},
}


@pytest.mark.parametrize("code", ONE_OF_EACH)
def test_a_record_added_and_taken_away_changes_the_figure(code: str) -> None:
    first, second = model("a", **ONE_OF_EACH[code]), model("b", **ONE_OF_EACH[code])
    assert [count(code, *some).value for some in ([], [first], [second, first])] == [0, 1, 2]
    assert count(code, second, first).records == (first, second)


MOVED: list[tuple[str, dict[str, Any]]] = [
    ("B6.1", {"reviews": [{**EFFECTIVE, "on": AFTER}]}),
    ("B6.2", {"established_on": AFTER}),
    ("B6.2", {"established_on": BEFORE}),
    ("B6.3", {"points": [point(1), point(2, AFTER)]}),
    ("B6.4", {"recognitions": [{**MINISTRY, "on": AFTER}]}),
    ("B6.5", {"points": [point(1, AFTER)]}),
]


@pytest.mark.parametrize(("code", "values"), MOVED)
def test_a_record_moved_out_of_the_period_is_in_no_figure(code: str, values: Any) -> None:
    assert count(code, model(**values)).value == 0


@pytest.mark.parametrize("code", ["B6.1", "B6.5"])
@pytest.mark.parametrize(
    ("states", "value"),
    [
        ([("new", BEFORE)], 1),
        ([("strengthened", BEFORE)], 1),
        ([("proposed", BEFORE)], 0),
        ([("maintained", BEFORE), ("paused", LAST)], 0),
        ([("maintained", BEFORE), ("dissolved", AFTER)], 1),
        ([("paused", BEFORE), ("maintained", IN)], 1),
        ([("maintained", AFTER)], 0),
    ],
)
def test_a_stock_is_judged_by_the_state_at_the_end_of_the_period(
    code: str, states: list[tuple[str, str]], value: int
) -> None:
    assert count(code, model("a", *states, **ONE_OF_EACH[code])).value == value


@pytest.mark.parametrize(
    ("reviews", "value"),
    [
        ([], 0),
        ([("weak", BEFORE), ("effective", IN)], 1),
        ([("effective", IN), ("weak", BEFORE)], 1),
        ([("effective", BEFORE), ("weak", IN)], 0),
        ([("effective", IN), ("weak", AFTER)], 1),
        ([("weak", IN), ("effective", AFTER)], 0),
        ([("weak", IN), ("effective", IN)], 1),
        ([("effective", IN), ("ordinary", LAST)], 0),
    ],
)
def test_the_last_review_up_to_the_end_decides(reviews: list[tuple[str, str]], value: int) -> None:
    """Counting rule A30; of two on one day the later line."""
    rows = [{"result": result, "on": on} for result, on in reviews]
    assert count("B6.1", model(reviews=rows)).value == value


@pytest.mark.parametrize(
    ("points", "value"),
    [
        ([point(1, IN)], 0),
        ([point(1, IN), point(2, IN)], 1),
        ([point(2, IN), point(1, AFTER)], 0),
        ([point(1, IN), point(2, AFTER)], 0),
        ([point(5, BEFORE), point(1, IN)], 1),
        ([point(1, BEFORE), point(2, IN), point(3, LATER)], 1),
    ],
)
def test_a_model_is_replicated_by_a_point_that_is_not_its_first(
    points: list[dict[str, object]], value: int
) -> None:
    """Counting rule A32: the first is the earliest, of one day that of the lowest number."""
    assert count("B6.3", model(points=points)).value == value


def test_a_model_noted_twice_counts_once() -> None:
    rows = [MINISTRY, {**MINISTRY, "form": "experience_notice"}]
    assert count("B6.4", model(recognitions=rows)).value == 1


def test_only_the_ministry_counts() -> None:
    assert count("B6.4", model(recognitions=[{**MINISTRY, "level": "province"}])).value == 0


@pytest.mark.parametrize(
    ("ended_on", "value"), [(None, 1), (LAST, 0), (AFTER, 1), ("2023-06-29", 0)]
)
def test_a_point_counts_until_the_first_day_on_which_it_is_no_more(
    ended_on: str | None, value: int
) -> None:
    assert count("B6.5", model(points=[point(1, ended_on=ended_on)])).value == value


def test_points_are_counted_with_what_they_have() -> None:
    first = model("a", points=[point(1), point(2, LAST), point(3, ended_on=IN)])
    figure = count("B6.5", first, model("b"), model("c", points=[point(1)]))
    assert figure.value == 3
    assert figure.parts == {"groups": 6, "members": 90, "households": 27}
    assert [one.record for one in figure.records] == ["a", "c"]


COMPLETE: dict[str, object] = {
    "name": "Camera an ninh",
    "field": "rural_security",
    "scope": "commune",
    "lead": "police",
    "status": "maintained",
    "established_on": IN,
    "moves": [{"state": "maintained", "on": IN}],
    "points": [point(1, IN, unit="13579", area="Thôn Thử")],
    "reviews": [EFFECTIVE],
    "recognitions": [{**MINISTRY, "number": "01/TB-BCA"}],
}


def rules(**changed: object) -> set[tuple[str, str, bool]]:
    values, problems = Reader(UNITS, TODAY).read_all(REGISTER.fields, {**COMPLETE, **changed})
    found = problems or [*missing(REGISTER, values), *check(REGISTER, values, TODAY)]
    return {(one.field, one.rule, one.grave) for one in found}


def test_a_complete_model_has_no_problem() -> None:
    assert not rules()


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"name": None}, ("name", "values.required", True)),
        ({"reviews": []}, ("reviews", "rules.model_not_reviewed", False)),
        ({"established_on": LATER}, ("points[1].started_on", "rules.point_before_model", False)),
        ({"established_on": "2024-01-01"}, ("established_on", "rules.not_future", True)),
        (
            {"points": [point(1, LATER, unit="13579", ended_on=IN)]},
            ("points[1].ended_on", "rules.in_order", True),
        ),
        (
            {"points": [point(1, LATER, unit="13579")] * 2},
            ("points[2].number", "rules.distinct", True),
        ),
        ({"status": "paused"}, ("status", "rules.status_is_last_move", True)),
        (
            {"moves": [{"state": "dissolved", "on": IN}, {"state": "maintained", "on": LATER}]},
            ("moves", "rules.move_not_allowed", True),
        ),
        (
            {"moves": [{"state": "maintained", "on": "2024-01-01"}]},
            ("moves[1].on", "rules.not_future", True),
        ),
    ],
)
def test_each_rule_finds_its_mistake(
    changed: dict[str, object], problem: tuple[str, str, bool]
) -> None:
    assert problem in rules(**changed)


@pytest.mark.parametrize("status", ["new", "surveyed", "paused", "dissolved"])
def test_a_model_that_does_not_run_yet_or_any_more_needs_no_review(status: str) -> None:
    moves = [{"state": status, "on": IN}]
    assert not rules(status=status, moves=moves, reviews=[])
