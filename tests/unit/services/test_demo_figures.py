"""What the demonstration says of a figure that is not what another level counted or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import Counted, Figure
from antq_desktop.domain.units import UnitKey
from antq_desktop.services.demo_figures import Line, compare, differing, total
from antq_desktop.services.published import load_published

if TYPE_CHECKING:
    from antq_desktop.services.demo_figures import Lines

TABLE = load_published()


def lines(figure: Figure, code: str = "B2.1", period: str = "DL-2023") -> Lines:
    """Return the one figure of a level."""
    return {code: Line(code, period, Label("Vụ", "Cases"), figure)}


def row(digest: str) -> Counted:
    """Return a record behind a figure."""
    return Counted("00000000", UnitKey("13285"), "1/2023", 1, digest, {})


def test_sums_of_offices_are_what_they_counted_together() -> None:
    found = total([lines(Figure(2, denominator=3)), lines(Figure(1, denominator=1))])
    assert found == lines(Figure(3, denominator=4))


@pytest.mark.parametrize(
    "other",
    [
        Figure(4, (row("a"),), 5, {"opened": 3}),
        Figure(3, (row("a"),), 4, {"opened": 3}),
        Figure(3, (row("a"),), 5, {"opened": 2}),
        Figure(3, (row("b"),), 5, {"opened": 3}),
    ],
)
def test_value_denominator_parts_and_records_must_be_those_of_the_level_below(
    other: Figure,
) -> None:
    counted = Figure(3, (row("a"),), 5, {"opened": 3})
    assert differing(lines(counted), [lines(counted)]) == set()
    assert differing(lines(counted), [lines(other)]) == {"B2.1"}
    (compared,) = compare(lines(counted), {"B2.1"}, None)
    assert not compared.equal
    assert compared.published is None


def test_a_figure_that_one_level_alone_has_is_not_equal() -> None:
    one = Figure(1)
    assert differing(lines(one), []) == {"B2.1"}
    assert differing({}, [lines(one)]) == {"B2.1"}


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("B1.2", Figure(1001), Figure(1000)),
        ("B1.3", Figure(1500, denominator=1500), Figure(1499, denominator=1500)),
        ("B1.3", Figure(1, denominator=1), Figure(0, denominator=0)),
        ("B2.1", Figure(19), Figure(18)),
        ("B2.2", Figure(19, denominator=19), Figure(19, denominator=20)),
        ("B7.1", Figure(677, denominator=686), Figure(677, denominator=687)),
        ("B8.2", Figure(637), Figure(638)),
    ],
)
def test_a_figure_must_be_the_published_one(code: str, good: Figure, bad: Figure) -> None:
    period = TABLE[code].period
    for figure, equal in ((good, True), (bad, False)):
        (compared,) = compare(lines(figure, code, period), set(), TABLE)
        assert compared.published == TABLE[code]
        assert compared.equal is equal


def test_the_published_figure_of_another_period_is_another_figure() -> None:
    (compared,) = compare(lines(Figure(19), period="DL-2022"), set(), TABLE)
    assert not compared.equal


def test_what_was_published_is_shown_as_it_was() -> None:
    assert {code: TABLE[code].shown for code in ("B1.2", "B1.3", "B2.1")} == {
        "B1.2": ">1000",
        "B1.3": "100%",
        "B2.1": 19,
    }
    assert len(TABLE) == 18
