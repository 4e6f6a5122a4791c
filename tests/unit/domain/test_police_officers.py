"""R08a: its rules, and its figures by postings, badges and kinds of unit."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.registers.police_officers import REGISTER
from tests.unit.domain.one_unit import (
    AFTER,
    BEFORE,
    COMMUNE,
    FIRST,
    LAST,
    Values,
    at_import,
    count,
    found,
    moves,
    row,
    unit,
)

BADGES = {"badge_key": "1" * 64}


def officer(**values: object) -> Values:
    return {
        "officer": "Nguyễn Văn Mẫu",
        "badge_no": "000-001",
        "rank": "captain",
        "title": "officer",
        "decision": "000/QĐ-CAT",
        "started_on": BEFORE,
        "moves": moves(("serving", BEFORE)),
        **values,
    }


def left(on: str) -> Values:
    return officer(ended_on=on, moves=moves(("serving", BEFORE), ("ended", on)))


def test_a_complete_posting_has_no_problem() -> None:
    assert not found(REGISTER, officer())
    assert not found(REGISTER, left(LAST))


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"badge_no": None}, ("badge_no", "values.required", True)),
        ({"badge_no": "không rõ"}, ("badge_no", "rules.badge_number", True)),
        ({"started_on": "2030-01-01"}, ("started_on", "rules.not_future", True)),
        ({"ended_on": BEFORE}, ("ended_on", "rules.in_order", True)),
        ({"ended_on": LAST}, ("moves", "rules.ended_state", False)),
        (
            {"moves": moves(("serving", BEFORE), ("ended", LAST))},
            ("ended_on", "values.required", True),
        ),
        (
            {"moves": moves(("ended", BEFORE), ("serving", LAST)), "ended_on": LAST},
            ("moves", "rules.move_not_allowed", True),
        ),
        (
            {"discipline": [{"on": "2030-01-01", "form": "Khiển trách"}]},
            ("discipline[1].on", "rules.not_future", True),
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, problem: tuple[str, str, bool]) -> None:
    assert problem in found(REGISTER, officer(**values))


def test_neither_name_nor_badge_nor_discipline_leaves_the_unit() -> None:
    shared = {path for path, one in REGISTER.paths() if one.travel is Travel.SHARED}
    assert shared == {
        *("rank", "title", "started_on", "ended_on"),
        *("moves.state", "moves.on", "moves.replaces"),
    }
    assert [(key.name, key.field) for key in REGISTER.keys] == [("badge_key", "badge_no")]
    assert not at_import(REGISTER, officer())


@pytest.mark.parametrize("code", ["B8.1", "B8.2"])
@pytest.mark.parametrize(
    ("values", "value"),
    [
        (officer(), 1),
        (officer(started_on=FIRST), 1),
        (officer(started_on=LAST), 1),
        (officer(started_on=AFTER), 0),
        (left(FIRST), 0),
        (left(LAST), 0),
        (left(AFTER), 1),
    ],
)
def test_an_officer_counts_while_posted_at_the_end(code: str, values: Values, value: int) -> None:
    """Counting A05: an end is the first day on which the posting is no more."""
    assert count(REGISTER, code, row(REGISTER, values, **BADGES)).value == value


@pytest.mark.parametrize(
    ("kind", "value", "denominator"),
    [("xa", 1, 1), ("thi-tran", 1, 1), ("phuong", 0, 0), ("thanh-pho", 0, 0)],
)
def test_only_communes_and_townships_are_in_the_figures(
    kind: str, value: int, denominator: int
) -> None:
    """Counting A38; Luật CAND 2018 Đ17.2: the police of wards were regular before."""
    posted = row(REGISTER, officer(), **BADGES)
    figure = count(REGISTER, "B8.1", posted, unit=unit(kind))
    assert (figure.value, figure.denominator) == (value, denominator)
    assert count(REGISTER, "B8.2", posted, unit=unit(kind)).value == value


@pytest.mark.parametrize(("valid_to", "units"), [(date(2025, 6, 30), 0), (date(2025, 7, 1), 1)])
def test_a_unit_that_was_merged_away_is_in_no_figure(valid_to: date, units: int) -> None:
    gone = unit("xa", valid_to)
    figure = count(REGISTER, "B8.1", row(REGISTER, officer(), **BADGES), unit=gone)
    assert (figure.value, figure.denominator) == (units, units)


def test_a_commune_without_officers_is_in_the_denominator() -> None:
    figure = count(REGISTER, "B8.1")
    assert (figure.value, figure.denominator, figure.records) == (0, 1, ())
    assert [one.code for one in REGISTER.indicators if one.every_unit] == ["B8.1"]
    assert count(REGISTER, "B8.1", unit=None).denominator == 0


def test_two_officers_are_one_unit_and_one_badge_is_one_officer() -> None:
    rows = [
        row(REGISTER, officer(), "a", badge_key="1"),
        row(REGISTER, officer(title="head"), "b", badge_key="1"),
        row(REGISTER, officer(), "c", badge_key="2"),
    ]
    assert count(REGISTER, "B8.1", *rows, unit=COMMUNE).value == 1
    figure = count(REGISTER, "B8.2", *rows)
    assert figure.value == 2
    assert [one.record for one in figure.records] == ["a", "b", "c"]
    assert count(REGISTER, "B8.2", *rows[:2]).value == 1
    assert count(REGISTER, "B8.2").value == 0
