"""Differences and shares: half up, in points between two ratios, none over nothing."""

from __future__ import annotations

import pytest

from antq_desktop.domain.changes import Change, change
from antq_desktop.domain.indicators import Figure


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (Figure(4), Figure(5), Change(1, 250)),
        (Figure(6), Figure(5), Change(-1, -167)),
        (Figure(2000), Figure(2001), Change(1, 1)),  # 0.05 % is rounded up
        (Figure(2000), Figure(1999), Change(-1, -1)),
        (Figure(0), Figure(3), Change(3, None)),
        (Figure(3, denominator=4), Figure(4, denominator=5), Change(1, 50, points=True)),
        (Figure(0, denominator=0), Figure(1, denominator=1), Change(1, None, points=True)),
        (Figure(1, denominator=3), Figure(2, denominator=3), Change(1, 334, points=True)),
    ],
)
def test_a_change_has_a_difference_and_a_share(
    before: Figure, now: Figure, expected: Change
) -> None:
    assert change(before, now) == expected
