"""R11b: the state of a task, its limit and the day it was done say the same thing."""

from __future__ import annotations

import pytest

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.registers.committee_tasks import REGISTER
from tests.unit.domain.judging import SETTING, TODAY, Values, lacking, moves, problems, reads_back

GIVEN, DUE = ("assigned", "2023-03-01"), "2023-03-31"


def task(*states: tuple[str, str], **values: object) -> Values:
    """Return a task due at the end of March."""
    return {
        "source_document": "03/KH-BCĐ",
        "content": "Rà soát người sử dụng trái phép chất ma túy",
        "lead": "Công an xã",
        "assigned_on": "2023-03-01",
        "due": DUE,
        "moves": moves(GIVEN, *states),
        **values,
    }


def done(state: str, day: str) -> Values:
    """Return a task that was done."""
    return task((state, day), done_on=day, result="Đã rà soát")


@pytest.mark.parametrize(
    "values",
    [
        task(),
        done("done_in_time", DUE),
        done("done_late", "2023-04-01"),
        task(("overdue", "2023-04-01")),
        task(("cancelled", "2023-03-15")),
    ],
)
def test_a_task_in_each_state_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, values) == []
    assert lacking(REGISTER, values) == set()
    assert reads_back(REGISTER, values)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # Counting A41: the day done against the limit, whose last day is still in time.
        (done("done_late", DUE), ("moves", "rules.task_in_time", True)),
        (done("done_in_time", "2023-04-01"), ("moves", "rules.task_in_time", True)),
        (task(done_on="2023-03-15"), ("moves", "rules.task_done_state", True)),
        (task(("overdue", DUE)), ("moves", "rules.task_overdue_early", True)),
        (task(due="2023-02-28"), ("due", "rules.in_order", True)),
        (done("done_in_time", "2023-02-28"), ("done_on", "rules.in_order", True)),
        (done("done_late", "2024-01-01"), ("done_on", "rules.not_future", True)),
        (
            task(("done_late", "2023-04-01"), ("assigned", "2023-04-02")),
            ("moves", "rules.move_not_allowed", True),
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, found: tuple[str, str, bool]) -> None:
    assert found in problems(REGISTER, values)


def test_a_task_that_is_done_needs_its_day_and_result() -> None:
    assert lacking(REGISTER, task(("done_in_time", DUE))) == {"done_on", "result"}


def test_the_limit_is_the_end_of_the_day_that_the_task_names() -> None:
    [limit] = REGISTER.deadlines
    assert limit.due(task(), SETTING) == end_of(TODAY.replace(month=3))
    assert limit.met(task()) is None
    late = limit.met(done("done_late", "2023-04-01"))
    in_time = limit.met(done("done_in_time", DUE))
    assert in_time == limit.due(task(), SETTING)
    assert late is not None
    assert in_time is not None
    assert late > in_time


def test_a_cancelled_task_has_no_limit() -> None:
    [limit] = REGISTER.deadlines
    assert limit.due(task(("cancelled", "2023-03-15")), SETTING) is None
    assert limit.due({}, SETTING) is None
