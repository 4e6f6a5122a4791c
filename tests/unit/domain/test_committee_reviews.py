"""R11e: reviews of a period that is written out in days."""

from __future__ import annotations

import pytest

from antq_desktop.domain.registers.committee_reviews import REGISTER
from tests.unit.domain.judging import Values, lacking, moves, problems, reads_back

DAY = "2023-06-20"
REPORTED = moves(("held", DAY), ("reported", DAY))


def review(**values: object) -> Values:
    """Return the review of half an administrative year."""
    return {
        "kind": "interim",
        "reviewed_on": DAY,
        "period_from": "2022-12-15",
        "period_to": "2023-06-14",
        "moves": moves(("held", DAY)),
        **values,
    }


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"conference": "Hội trường xã", "delegates": 60},
        {"report": "30/BC-BCĐ", "moves": REPORTED},
        # A year is often reviewed before its last day.
        {"reviewed_on": "2023-06-10", "moves": moves(("held", "2023-06-10"))},
    ],
)
def test_a_complete_review_has_no_problem(values: Values) -> None:
    assert problems(REGISTER, review(**values)) == []
    assert lacking(REGISTER, review(**values)) == set()
    assert reads_back(REGISTER, review(**values))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"reviewed_on": "2024-01-01"}, ("reviewed_on", "rules.not_future", True)),
        ({"reviewed_on": "2022-12-14"}, ("reviewed_on", "rules.in_order", True)),
        ({"period_to": "2022-12-14"}, ("period_to", "rules.in_order", True)),
        ({"conference": "Hội trường xã"}, ("delegates", "rules.delegates_missing", False)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, found: tuple[str, str, bool]) -> None:
    assert problems(REGISTER, review(**values)) == [found]


def test_a_review_that_was_reported_names_its_report() -> None:
    assert lacking(REGISTER, review(moves=REPORTED)) == {"report"}
