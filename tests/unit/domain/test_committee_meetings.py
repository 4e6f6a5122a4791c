"""R11c and B11.2: meetings, and beside them inspections and what was put right (counting A41)."""

from __future__ import annotations

import pytest

from antq_desktop.domain.registers.committee_meetings import REGISTER
from antq_desktop.domain.registers.inspections import REGISTER as INSPECTIONS
from tests.unit.domain.judging import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    Values,
    count,
    counted,
    lacking,
    moves,
    problems,
    reads_back,
)


def meeting(day: str = "2023-03-03", **values: object) -> Values:
    """Return a meeting without conclusions so far."""
    return {
        "held_on": day,
        "kind": "quarterly",
        "chair": "Trưởng ban",
        "participants": "Các thành viên Ban Chỉ đạo",
        "agenda": "Đánh giá kết quả quý",
        "moves": moves(("held", day)),
        **values,
    }


CONCLUDED = moves(("held", "2023-03-03"), ("concluded", "2023-03-05"))


def test_a_complete_meeting_has_no_problem() -> None:
    ended = meeting(conclusions="Giao Công an xã", notice="07/TB-BCĐ", moves=CONCLUDED)
    for values in (meeting(), ended):
        assert problems(REGISTER, values) == []
        assert lacking(REGISTER, values) == set()
        assert reads_back(REGISTER, values)


def test_conclusions_that_were_notified_are_written_down() -> None:
    assert lacking(REGISTER, meeting(moves=CONCLUDED)) == {"conclusions", "notice"}


def test_a_meeting_has_been_held() -> None:
    found = problems(REGISTER, meeting("2024-01-01"))
    assert found[0] == ("held_on", "rules.not_future", True)


def test_b112_counts_meetings_added_and_taken_away() -> None:
    one, other = meeting(), meeting(kind="thematic")
    assert [count(REGISTER, rows).value for rows in ([], [one], [one, other])] == [0, 1, 2]
    assert count(REGISTER, [one, other]).parts["kind.thematic"] == 1
    assert [row.record for row in count(REGISTER, [one, other]).records] == ["0", "1"]


EDGES = [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)]


@pytest.mark.parametrize(("day", "value"), EDGES)
def test_b112_takes_meetings_and_inspections_by_their_day(day: str, value: int) -> None:
    seen = count(
        REGISTER, [meeting(day)], inspections=[counted(INSPECTIONS, {"held_on": day, "moves": []})]
    )
    assert (seen.value, seen.parts["inspections"]) == (value, value)


@pytest.mark.parametrize(("day", "value"), EDGES)
def test_b112_takes_a_recommendation_by_the_day_it_was_put_right(day: str, value: int) -> None:
    rows: list[Values] = [
        {"text": "Củng cố tổ tự quản", "fixed_on": day},
        {"text": "Bổ sung hồ sơ", "due": "2023-04-04"},
    ]
    before: Values = {"held_on": "2022-06-06", "recommendations": rows, "moves": []}
    parts = count(REGISTER, [], inspections=[counted(INSPECTIONS, before)]).parts
    assert (parts["inspections"], parts["recommendations_fixed"]) == (0, value)
