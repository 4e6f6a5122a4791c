"""What the public print keeps back cannot be reckoned from what it tells."""

from __future__ import annotations

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.narrative import Narrator, Section, Stated


@pytest.mark.parametrize(
    ("caught", "came", "told"),
    [
        (1, 3, ["- Bắt dưới 3 đối tượng truy nã."]),
        (3, 1, ["- Đối tượng truy nã ra đầu thú: dưới 3 người."]),
        (2, 2, ["- Bắt dưới 3 đối tượng truy nã."]),
        (
            3,
            4,
            ["- Bắt 3 đối tượng truy nã.", "- Đối tượng truy nã ra đầu thú: 4 người."],
        ),
    ],
)
def test_beside_a_sum_one_part_alone_is_kept_back(caught: int, came: int, told: list[str]) -> None:
    indicators = load_catalogue().indicators
    figures = {"B5.1": caught, "B5.2": came, "B5.3": caught + came}
    stated = {code: Stated(indicators[code][1], Figure(n)) for code, n in figures.items()}
    lines = Narrator(stated, [], public=True).paragraphs(Section.CASES)
    assert [line for line in lines if line.startswith("- ")] == told
