"""R11d: what an inspection recommended, by when, and whether it was put right."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.registers.inspections import REGISTER
from tests.unit.domain.judging import SETTING, Values, lacking, moves, problems, reads_back

HELD = "2023-03-03"
OPEN: Values = {"text": "Củng cố tổ tự quản", "due": "2023-04-02"}
FIXED: Values = {**OPEN, "fixed_on": "2023-03-20", "remedy": "Đã củng cố"}


def inspection(*rows: Values, **values: object) -> Values:
    """Return an inspection with these recommendations."""
    return {
        "held_on": HELD,
        "inspected_unit": "Thôn 1",
        "team": "Tổ kiểm tra số 1",
        "content": "Hoạt động của mô hình tự quản",
        "recommendations": list(rows or (OPEN,)),
        "moves": moves(("held", HELD)),
        **values,
    }


CLOSED = moves(("held", HELD), ("following_up", HELD), ("closed", "2023-03-20"))


@pytest.mark.parametrize("values", [inspection(), inspection(FIXED, moves=CLOSED)])
def test_a_complete_inspection_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, values) == []
    assert lacking(REGISTER, values) == set()
    assert reads_back(REGISTER, values)


@pytest.mark.parametrize(
    ("row", "field", "rule", "grave"),
    [
        ({**OPEN, "due": "2023-03-02"}, "due", "rules.before_inspection", True),
        ({**FIXED, "fixed_on": "2023-03-02"}, "fixed_on", "rules.before_inspection", True),
        ({**FIXED, "fixed_on": "2024-01-01"}, "fixed_on", "rules.not_future", True),
        ({**FIXED, "remedy": ""}, "remedy", "rules.remedy_missing", False),
        ({**OPEN, "remedy": "Đã củng cố"}, "fixed_on", "rules.fixed_on_missing", False),
    ],
)
def test_each_rule_finds_the_row_it_is_about(
    row: Values, field: str, rule: str, *, grave: bool
) -> None:
    found = problems(REGISTER, inspection(FIXED, row))
    assert found == [(f"recommendations[2].{field}", rule, grave)]


def test_what_is_due_or_done_on_the_day_itself_is_not_before_it() -> None:
    assert problems(REGISTER, inspection({**FIXED, "due": HELD, "fixed_on": HELD})) == []


def test_a_closed_inspection_with_an_open_recommendation_is_remarked() -> None:
    found = problems(REGISTER, inspection(FIXED, OPEN, moves=CLOSED))
    assert found == [("recommendations[2].fixed_on", "rules.recommendation_open", False)]


def test_the_limit_is_the_first_of_what_is_still_open() -> None:
    [limit] = REGISTER.deadlines
    later = {**OPEN, "due": "2023-05-05"}
    assert limit.due(inspection(later, OPEN), SETTING) == end_of(date(2023, 4, 2))
    assert limit.due(inspection(later, FIXED), SETTING) == end_of(date(2023, 5, 5))
    assert limit.met(inspection()) is None


def test_without_anything_open_there_is_no_limit() -> None:
    [limit] = REGISTER.deadlines
    assert limit.due(inspection(FIXED), SETTING) is None
    assert limit.due(inspection({"text": "Không có hạn"}), SETTING) is None
    assert limit.due({}, SETTING) is None
