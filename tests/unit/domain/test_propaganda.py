"""R09: its rules, what stays in the unit, and its figures."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.registers.propaganda import REGISTER
from tests.unit.domain.one_unit import (
    AFTER,
    BEFORE,
    FIRST,
    LAST,
    Values,
    at_import,
    count,
    found,
    moves,
    private_paths,
    row,
)


def event(on: str = FIRST, state: str = "done", /, **values: object) -> Values:
    return {
        "held_on": on,
        "form": "meeting",
        "topics": ["drugs"],
        "place": "Nhà văn hóa",
        "area": "Thôn 1",
        "sessions": 2,
        "attendees": 50,
        "moves": moves(("planned", "2024-01-01"), (state, on)),
        **values,
    }


def festival(on: str = "2025-06-20", /, **values: object) -> Values:
    block = {"festival_level": "area", "venues": 3, "festival_awards": 4, "delegates": 20}
    return event(on, **{"form": "festival", **block, **values})


def test_complete_events_have_no_problem() -> None:
    assert not found(REGISTER, event())
    assert not found(REGISTER, festival())
    assert not found(REGISTER, event(pilot=False, festival_awards=0))


def test_a_plan_may_lie_ahead_and_needs_no_result() -> None:
    plan = {"sessions": None, "attendees": None, "moves": moves(("planned", FIRST))}
    assert not found(REGISTER, event("2030-01-01", **plan))
    assert found(REGISTER, event(**{**plan, "moves": moves(("done", FIRST))})) == {
        ("sessions", "values.required", True),
        ("attendees", "values.required", True),
    }


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"held_on": "2030-01-01"}, ("held_on", "rules.not_future", True)),
        ({"moves": moves(("done", "2030-01-01"))}, ("moves[1].on", "rules.not_future", True)),
        ({"sessions": 0}, ("sessions", "values.range", True)),
        ({"topics": []}, ("topics", "values.required", True)),
        # QĐ 521/QĐ-TTg of 13/06/2005: the festival, and what is written of it alone.
        ({"venues": 1}, ("venues", "rules.festival_only", True)),
        ({"pilot": True}, ("pilot", "rules.festival_only", True)),
        ({"ceremony": "Diễn văn"}, ("ceremony", "rules.festival_only", True)),
        (festival(venues=None), ("venues", "rules.festival_venues", True)),
        (festival("2025-05-31"), ("held_on", "rules.festival_season", False)),
        (festival("2025-09-01"), ("held_on", "rules.festival_season", False)),
        (festival("2004-08-19"), ("form", "rules.code_not_valid", True)),
        (
            {"moves": moves(("planned", BEFORE), ("reported", FIRST))},
            ("moves", "rules.move_not_allowed", True),
        ),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, problem: tuple[str, str, bool]) -> None:
    assert problem in found(REGISTER, event(**values))


@pytest.mark.parametrize("on", ["2025-06-01", "2025-08-31"])
def test_the_festival_is_held_from_june_to_august(on: str) -> None:
    """Practice (domain.md B.1, TD19/8), no law."""
    assert not found(REGISTER, festival(on))


def test_a_planned_festival_needs_no_venues_yet() -> None:
    planned = festival(venues=None, moves=moves(("planned", FIRST)))
    assert not found(REGISTER, planned)


def test_what_was_put_off_may_be_planned_anew() -> None:
    course = moves(("planned", BEFORE), ("cancelled", BEFORE), ("planned", BEFORE), ("done", FIRST))
    assert not found(REGISTER, event(moves=course))


def test_places_tips_and_papers_stay_in_the_unit() -> None:
    assert not private_paths(REGISTER)
    for name in ("place", "co_hosts", "tips_received", "plan", "report", "photos", "leaflets"):
        assert {one.value for one in REGISTER.travels(name)} == {"private"}, name
    assert not at_import(REGISTER, event())
    assert at_import(REGISTER, event("2030-01-01")) == {"rules.not_future"}


ONE_OF_EACH = {
    "B9.1": (event(), 2),
    "B9.2": (festival("2025-06-20"), 3),
    "B9.3": (event(commitments=9), 9),
}


@pytest.mark.parametrize("code", ONE_OF_EACH)
def test_a_record_added_and_taken_away_changes_the_figure(code: str) -> None:
    values, each = ONE_OF_EACH[code]
    first, second = row(REGISTER, values, "a"), row(REGISTER, values, "b")
    assert [count(REGISTER, code, *some).value for some in ((), (first,), (second, first))] == [
        *(0, each, 2 * each)
    ]
    assert count(REGISTER, code, second, first).records == (first, second)


@pytest.mark.parametrize("code", ONE_OF_EACH)
@pytest.mark.parametrize(
    ("on", "counts"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)]
)
def test_an_event_counts_in_the_period_in_which_it_was_held(
    code: str, on: str, *, counts: bool
) -> None:
    values, each = ONE_OF_EACH[code]
    moved = row(REGISTER, {**values, "held_on": on})
    assert count(REGISTER, code, moved).value == each * counts


@pytest.mark.parametrize("code", ONE_OF_EACH)
@pytest.mark.parametrize(
    ("state", "counts"),
    [("planned", False), ("done", True), ("reported", True), ("cancelled", False)],
)
def test_only_what_was_held_counts(code: str, state: str, *, counts: bool) -> None:
    """Counting A39: state "Đã thực hiện" or "Đã báo cáo"."""
    values, each = ONE_OF_EACH[code]
    changed = row(REGISTER, {**values, "moves": moves(("planned", BEFORE), (state, FIRST))})
    assert count(REGISTER, code, changed).value == each * counts


def test_warning_talks_stand_apart_and_the_festival_is_in() -> None:
    """Counting A39."""
    rows = [
        row(REGISTER, event(), "a"),
        row(REGISTER, event(form="warning_talk", sessions=5, attendees=5), "b"),
        row(REGISTER, festival(sessions=1, attendees=200), "c"),
    ]
    figure = count(REGISTER, "B9.1", *rows)
    assert (figure.value, dict(figure.parts)) == (3, {"attendees": 250, "warning_talk": 5})
    assert [one.record for one in figure.records] == ["a", "c"]


def test_a_festival_has_venues_attendance_and_awards() -> None:
    rows = [row(REGISTER, festival(attendees=200)), row(REGISTER, event(), "b")]
    figure = count(REGISTER, "B9.2", *rows)
    assert (figure.value, dict(figure.parts)) == (3, {"attendees": 200, "awards": 4})


def test_pledges_news_broadcasts_and_reach_are_not_added_to_each_other() -> None:
    rows = [
        row(REGISTER, event(commitments=9, articles=2, broadcasts=3, reach=400), "a"),
        row(REGISTER, event(reach=100), "b"),
        row(REGISTER, event(form="warning_talk", commitments=1), "c"),
        row(REGISTER, event(), "d"),
    ]
    figure = count(REGISTER, "B9.3", *rows)
    parts = {"articles": 2, "broadcasts": 3, "reach": 500}
    assert (figure.value, dict(figure.parts)) == (9, parts)
    assert [one.record for one in figure.records] == ["a", "b"]


def test_the_festival_was_founded_on_13_june_2005() -> None:
    code = REGISTER.by_name["form"].code("festival")
    assert code is not None
    assert code.valid_from == date(2005, 6, 13)
