"""Figures: made from records, added over units."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    add,
    figure,
    stands,
    within,
)
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import UnitKey

HALF = parse_period("2023-01-01_2023-06-30")


def counted(record: str, **shared: object) -> Counted:
    return Counted(record, UnitKey("13579"), "1/2023", 1, "0" * 64, shared)


def test_a_figure_counts_its_records_in_order() -> None:
    first, second = counted("a"), counted("b")
    assert figure([second, first]) == Figure(2, (first, second))


def test_the_figures_of_units_add_up_line_by_line() -> None:
    first, second = counted("a"), counted("b")
    total = add(
        [
            Figure(2, (second,), 10, {"groups": 1, "members": 2}),
            Figure(3, (first,), None, {"groups": 4}),
            Figure(1, (), 5),
        ]
    )
    assert total == Figure(6, (first, second), 15, {"groups": 5, "members": 2})


def test_nothing_adds_up_to_nothing() -> None:
    assert add([]) == Figure(0)


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        ("2022-12-31", False),
        ("2023-01-01", True),
        ("2023-06-30", True),
        ("2023-07-01", False),
        ("", False),
    ],
)
def test_a_period_has_its_first_and_its_last_day(day: str, *, inside: bool) -> None:
    assert within(HALF, day) is inside


def test_a_record_is_read_for_counting() -> None:
    moves = [{"state": "open", "on": "2023-01-10"}]
    record = counted("a", at="2023-05-01T08:30+07:00", moves=moves)
    assert record.day("at") == "2023-05-01"
    assert record.day("nothing") == ""
    assert record.rows("nothing") == []
    assert record.state_at(date(2023, 1, 10)) == "open"
    assert record.state_at(date(2023, 1, 9)) is None


@pytest.mark.parametrize(
    ("start", "end", "there"),
    [
        ("2023-06-30", "", True),
        ("2023-07-01", "", False),
        ("2023-01-01", "2023-07-01", True),
        ("2023-01-01", "2023-06-30", False),
        ("", "", False),
    ],
)
def test_a_thing_stands_from_its_first_day_until_the_day_it_is_no_more(
    start: str, end: str, *, there: bool
) -> None:
    assert stands(HALF.last, start, end) is there


def test_an_indicator_of_some_periods_is_given_for_no_other() -> None:
    year = Indicator(
        code="X",
        label=Label("Nhãn", "Label"),
        kind=CountKind.FLOW,
        rule="A34",
        count=lambda books: figure(books.of("others")),
        families=frozenset({"TT124KDC"}),
    )
    assert year.given_for(parse_period("TT124KDC-2023"))
    assert not year.given_for(parse_period("DL-2023"))


def test_books_hold_the_rows_of_other_registers_and_say_when_they_lack_a_calendar() -> None:
    row = counted("a")
    books = Books(period=HALF, others={"others": [row]})
    assert list(books.of("others")) == [row]
    assert list(books.of("nothing")) == []
    with pytest.raises(LookupError):
        books.calendar()


def test_codes_stand_in_the_order_of_their_numbers() -> None:
    made = [
        Indicator(
            code=code,
            label=Label("Nhãn", "Label"),
            kind=CountKind.FLOW,
            rule="",
            count=lambda books: figure(books.rows),
        )
        for code in ("B11.1", "B2.10", "B2.9", "B10.1")
    ]
    ordered = [one.code for one in sorted(made, key=lambda one: one.order)]
    assert ordered == ["B2.9", "B2.10", "B10.1", "B11.1"]
