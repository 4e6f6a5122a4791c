"""The annex with figures: what came to nothing is told once, in one row."""

from __future__ import annotations

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.periods import parse_period
from antq_desktop.printing.annex import annex_blocks
from antq_desktop.printing.blocks import Table, Text
from antq_desktop.printing.subjects import FigureLine, FiguresSubject
from tests.unit.printing.pages import SHEET

REGISTER = load_catalogue().by_name["crime_reports"]
INDICATOR = next(one for one in REGISTER.indicators if len(one.part_labels) >= 3)
FIRST, SECOND, THIRD = list(INDICATOR.part_labels)[:3]
REMARK = "Chỉ tiêu bằng 0 và mọi số chi tiết cũng bằng 0 thì không in số chi tiết."


def told(figure: Figure) -> tuple[list[tuple[str, str]], list[str]]:
    """Return words and number of each row below an indicator, and the remarks."""
    line = FigureLine(REGISTER, INDICATOR, figure, {})
    subject = FiguresSubject(parse_period("DL-2023"), [line], [], None, None)
    blocks = annex_blocks(SHEET, subject)
    (table,) = (one for one in blocks if isinstance(one, Table))
    rows = [(row.cells[1], row.cells[3]) for row in table.rows if row.detail]
    return rows, [one.text for one in blocks if isinstance(one, Text)]


def words(*names: str) -> str:
    """Return the names of parts, as they stand together."""
    return "; ".join(INDICATOR.part_labels[name].vi for name in names)


def test_parts_of_nothing_stand_together() -> None:
    rows, remarks = told(Figure(4, parts={FIRST: 0, SECOND: 4, THIRD: 0}))
    assert rows == [(words(SECOND), "4"), (f"Không phát sinh: {words(FIRST, THIRD)}", "0")]
    assert REMARK not in remarks


def test_an_indicator_of_nothing_has_one_row_and_a_remark_says_so() -> None:
    rows, remarks = told(Figure(0, parts={FIRST: 0, SECOND: 0}))
    assert rows == []
    assert REMARK in remarks


@pytest.mark.parametrize("value", [0, 3])
def test_parts_that_are_no_part_of_the_sum_are_told(value: int) -> None:
    rows, remarks = told(Figure(value, parts={FIRST: 2}))
    assert rows == [(words(FIRST), "2")]
    assert REMARK not in remarks
