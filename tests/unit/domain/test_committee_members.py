"""R11a: who sits on the committee, from which day, until which."""

from __future__ import annotations

import pytest

from antq_desktop.domain.registers.committee_members import REGISTER
from tests.unit.domain.judging import Values, lacking, moves, problems, reads_back

SERVING = moves(("serving", "2023-02-02"))
ENDED = [*SERVING, *moves(("ended", "2023-05-05"))]


def member(**values: object) -> Values:
    """Return a member who serves."""
    return {
        "full_name": "Lò Thị Mẫu",
        "role": "head",
        "agency": "Ủy ban nhân dân xã",
        "position": "Chủ tịch",
        "decision": "15/QĐ-UBND",
        "decided_on": "2023-02-01",
        "started_on": "2023-02-02",
        "moves": SERVING,
        **values,
    }


@pytest.mark.parametrize("values", [{}, {"ended_on": "2023-05-05", "moves": ENDED}])
def test_a_complete_member_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, member(**values)) == []
    assert lacking(REGISTER, member(**values)) == set()
    assert reads_back(REGISTER, member(**values))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"decided_on": "2024-01-01"}, ("decided_on", "rules.not_future", True)),
        ({"ended_on": "2023-02-01", "moves": ENDED}, ("ended_on", "rules.in_order", True)),
        # The end is the first day without him, so it is no day of his (counting A05).
        ({"ended_on": "2023-02-02", "moves": ENDED}, ("ended_on", "rules.in_order", True)),
        ({"ended_on": "2023-05-05"}, ("moves", "rules.member_ended", False)),
        ({"moves": moves(("ended", "2023-05-05"))}, ("moves", "rules.move_first", True)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, found: tuple[str, str, bool]) -> None:
    assert problems(REGISTER, member(**values)) == [found]


def test_the_end_may_be_the_day_after_the_start() -> None:
    assert problems(REGISTER, member(ended_on="2023-02-03", moves=ENDED)) == []


def test_who_has_left_needs_the_day() -> None:
    assert lacking(REGISTER, member(moves=ENDED)) == {"ended_on"}


def test_no_name_leaves_the_unit() -> None:
    travelling = {path for path, one in REGISTER.paths() if one.travel == "shared"}
    assert travelling == {
        *("role", "decided_on", "started_on", "ended_on"),
        *("moves.state", "moves.on", "moves.replaces"),
    }
