"""Moves: append-only, corrected by a further line, read as at a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import Move, check_moves, history, last_state, state_at
from tests.unit.domain.samples import STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

CYCLE = LifeCycle(STATES, steps(open="shut"), frozenset({"open"}))
Rows = list[dict[str, object]]

OPEN: dict[str, object] = {"state": "open", "on": "2023-01-10"}
SHUT: dict[str, object] = {"state": "shut", "on": "2023-03-01"}


def rules(rows: Sequence[dict[str, object]], earlier: Sequence[dict[str, object]] = ()) -> set[str]:
    return {problem.rule for problem in check_moves(rows, earlier, CYCLE)}


def test_the_history_is_in_the_order_of_days() -> None:
    assert history([SHUT, OPEN]) == (Move("open", "2023-01-10"), Move("shut", "2023-03-01"))


def test_lines_of_one_day_keep_their_order() -> None:
    rows: Rows = [{"state": state, "on": "2023-01-10"} for state in ("shut", "open", "shut")]
    assert [move.state for move in history(rows)] == ["shut", "open", "shut"]


def test_a_correction_takes_the_place_of_its_line() -> None:
    rows: Rows = [OPEN, SHUT, {"state": "open", "on": "2023-02-01", "replaces": 1}]
    assert history(rows) == (Move("open", "2023-02-01"), Move("shut", "2023-03-01"))
    assert state_at(rows, date(2023, 1, 15)) is None
    assert not rules(rows, [OPEN, SHUT])


def test_a_line_can_be_corrected_twice() -> None:
    rows: Rows = [
        OPEN,
        {"state": "open", "on": "2023-02-01", "replaces": 1},
        {"state": "open", "on": "2023-01-05", "replaces": 1},
    ]
    assert history(rows) == (Move("open", "2023-01-05"),)
    assert not rules(rows)


@pytest.mark.parametrize("replaces", [2, 9, 0])
def test_a_correction_of_no_earlier_line_is_a_problem_and_stands_for_itself(replaces: int) -> None:
    rows: Rows = [OPEN, {"state": "shut", "on": "2023-03-01", "replaces": replaces}]
    [problem] = check_moves(rows, [], CYCLE)
    assert (problem.field, problem.rule) == ("moves[2].replaces", "rules.move_replaces")
    assert len(history(rows)) == 2


def test_a_correction_cannot_be_corrected() -> None:
    rows: Rows = [OPEN, {**OPEN, "replaces": 1}, {**OPEN, "replaces": 2}]
    assert rules(rows) == {"rules.move_replaces"}


def test_the_last_state_is_that_of_the_last_day() -> None:
    assert last_state([SHUT, OPEN]) == "shut"
    assert last_state([]) is None


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2023, 1, 9), None),
        (date(2023, 1, 10), "open"),
        (date(2023, 2, 28), "open"),
        (date(2023, 3, 1), "shut"),
        (date(2099, 1, 1), "shut"),
    ],
)
def test_the_state_as_at_a_day_is_that_of_its_end(day: date, state: str | None) -> None:
    assert state_at([OPEN, SHUT], day) == state


def test_a_moment_counts_on_its_local_day() -> None:
    rows: Rows = [{"state": "open", "on": "2023-01-10T23:59+07:00"}]
    assert state_at(rows, date(2023, 1, 9)) is None
    assert state_at(rows, date(2023, 1, 10)) == "open"


@pytest.mark.parametrize("changed", [[], [SHUT], [{**OPEN, "on": "2023-01-11"}]])
def test_a_line_that_was_saved_stays(changed: Rows) -> None:
    assert "rules.moves_append_only" in rules(changed, [OPEN])


def test_a_line_may_be_added() -> None:
    assert not rules([OPEN, SHUT], [OPEN])


def test_the_first_state_must_be_one_that_may_be_first() -> None:
    assert rules([SHUT]) == {"rules.move_first"}


def test_a_step_must_be_in_the_life_cycle() -> None:
    assert rules([OPEN, SHUT, {"state": "open", "on": "2023-04-01"}]) == {"rules.move_not_allowed"}


def test_staying_in_a_state_is_allowed() -> None:
    assert not rules([OPEN, {"state": "open", "on": "2023-04-01"}])
