"""R08b: its rules by Luật 30/2023/QH15 and HD 01/HD-BCA-V05, its limit, its figure."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.register import Setting
from antq_desktop.domain.registers.security_teams import REGISTER
from antq_desktop.domain.registers.security_teams.rules import birthday
from antq_desktop.domain.working_days import Calendar
from tests.unit.domain.one_unit import (
    AFTER,
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

START = "2024-07-01"


def member(number: int = 1, title: str = "leader", /, **values: object) -> Values:
    person = {"full_name": "Vàng A Thử", "born": "1980", "id_number": f"00008000000{number}"}
    return {"number": number, "person": person, "title": title, "started_on": START, **values}


def aged(born: str) -> Values:
    return {"members": [member(person={"full_name": "Lò Thị Mẫu", "born": born})]}


def team(**values: object) -> Values:
    return {
        "name": "Tổ bảo vệ an ninh, trật tự Thôn 1",
        "areas": [{"area": "Thôn 1"}],
        "proposed_on": "2024-06-20",
        "decision": "01/QĐ-UBND",
        "decided_on": "2024-06-25",
        "started_on": START,
        "members": [member(), member(2, "deputy_leader"), member(3, "member")],
        "moves": moves(("active", START)),
        **values,
    }


def ended(on: str, /, **values: object) -> Values:
    gone = [member(ended_on=on, reason_out="team_ended")]
    states = moves(("active", START), ("dissolved", on))
    return team(**{"ended_on": on, "members": gone, "moves": states, **values})


def graded(*grades: tuple[int, int | None, str], **values: object) -> Values:
    rows = [
        {"year": str(year), **({} if whose is None else {"member": whose}), "grade": grade}
        for year, whose, grade in grades
    ]
    return {"grades": rows, **values}


def test_a_complete_team_has_no_problem() -> None:
    assert not found(REGISTER, team())
    assert not found(REGISTER, ended(LAST))


def test_a_proposed_team_needs_no_decision_yet() -> None:
    proposed: Values = {
        "name": "Tổ 1",
        "areas": [{"area": "Thôn 1"}],
        "moves": moves(("proposed", START)),
    }
    assert not found(REGISTER, proposed)
    lacking = found(REGISTER, {**proposed, "moves": moves(("active", START))})
    names = ("decision", "decided_on", "started_on", "members")
    assert lacking == {(name, "values.required", True) for name in names}


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        # Luật 30/2023/QH15 is in force from 01/07/2024.
        ({"started_on": "2024-06-30"}, ("started_on", "rules.team_before_law", True)),
        # Đ13: from 18 to 70 years; above 70 the Chairman decides.
        (aged("2006-07-02"), ("members[1].person", "rules.member_too_young", True)),
        (aged("2007"), ("members[1].person", "rules.member_too_young", True)),
        (aged("1954-06-30"), ("members[1].person", "rules.member_old", False)),
        (aged("1953"), ("members[1].person", "rules.member_old", False)),
        # Đ16.1: one leader.
        ({"members": [member(), member(2)]}, ("members", "rules.team_leaders", False)),
        (
            {"members": [member(started_on="2024-06-30")]},
            ("members[1].started_on", "rules.member_before_team", False),
        ),
        # Đ17.3: who leaves has a day and a reason.
        (
            {"members": [member(ended_on=LAST)]},
            ("members[1].reason_out", "rules.leaving_reason", False),
        ),
        (
            {"members": [member(reason_out="health")]},
            ("members[1].ended_on", "rules.leaving_reason", False),
        ),
        (
            ended(LAST, members=[member()]),
            ("members[1].ended_on", "rules.member_of_ended_team", False),
        ),
        (
            ended(LAST, members=[member(ended_on=AFTER, reason_out="moved")]),
            ("members[1].ended_on", "rules.member_of_ended_team", False),
        ),
        (
            {"members": [member(), {**member(2, "member"), "person": member()["person"]}]},
            ("members[2].person", "rules.member_twice", False),
        ),
        ({"members": [member(), member()]}, ("members[2].number", "rules.distinct", True)),
        (graded((2025, 7, "good")), ("grades[1].member", "rules.no_such_member", True)),
        (
            {"training": [{"on": LAST, "content": "Tuần tra", "member": 7}]},
            ("training[1].member", "rules.no_such_member", True),
        ),
        (
            graded((2025, 1, "good"), (2025, 1, "completed")),
            ("grades[2].year", "rules.graded_twice", True),
        ),
        (graded((2023, None, "good")), ("grades[1].year", "rules.grade_year", True)),
        (graded((2027, None, "good")), ("grades[1].year", "rules.grade_year", True)),
        (
            {"grades": [{"year": "2025-01", "grade": "good"}]},
            ("grades[1].year", "rules.grade_year", True),
        ),
        # HD 01/HD-BCA-V05 (2026): the leader not above the team.
        (
            graded((2026, None, "good"), (2026, 1, "excellent")),
            ("grades[2].grade", "rules.leader_above_team", False),
        ),
        # The same: the year ends on 14/11, who served less than 9 months is not graded.
        (
            graded((2026, None, "good"), started_on="2026-02-15"),
            ("grades[1].grade", "rules.graded_too_early", False),
        ),
        (
            graded((2026, 1, "good"), members=[member(started_on="2026-02-15")]),
            ("grades[1].grade", "rules.graded_too_early", False),
        ),
        ({"ended_on": LAST}, ("moves", "rules.ended_state", False)),
        ({"ended_on": START}, ("ended_on", "rules.in_order", True)),
        ({"decided_on": "2024-06-19"}, ("decided_on", "rules.in_order", True)),
        ({"areas": [{"area": "Thôn 1"}] * 2}, ("areas[2].area", "rules.distinct", True)),
        ({"started_on": "2030-01-01"}, ("started_on", "rules.not_future", True)),
    ],
)
def test_each_rule_finds_what_it_is_for(values: Values, problem: tuple[str, str, bool]) -> None:
    assert problem in found(REGISTER, team(**values))


@pytest.mark.parametrize(
    "values",
    [
        aged("2006-07-01"),
        aged("2006"),
        aged("1954-07-01"),
        aged("1954"),
        {"members": [member(ended_on=LAST, reason_out="moved"), member(2, started_on=LAST)]},
        {
            "members": [
                member(1, "member", ended_on=LAST, reason_out="resigned"),
                {**member(2, "leader", started_on=LAST), "person": member()["person"]},
            ]
        },
        graded((2026, None, "good"), (2026, 1, "good"), (2026, 2, "excellent")),
        graded((2026, None, "good"), (2026, 1, "not_graded")),
        graded((2026, None, "good"), started_on="2026-02-14", members=[]),
        graded((2025, None, "good"), started_on="2025-03-01", members=[]),
    ],
)
def test_what_the_law_allows_is_no_problem(values: Values) -> None:
    problems = found(REGISTER, team(**values))
    assert {rule for _, rule, _ in problems} <= {"values.required"}


@pytest.mark.parametrize(
    ("born", "years", "rest", "day"),
    [
        ("1980-02-29", 18, "-01-01", "1998-02-29"),
        ("1980-02", 18, "-01-01", "1998-02-01"),
        ("1980", 70, "-12-31", "2050-12-31"),
        ("1980-02", 70, "-12-31", "2050-02-31"),
    ],
)
def test_a_birthday_takes_what_is_not_known_as_it_is_told(
    born: str, years: int, rest: str, day: str
) -> None:
    assert birthday(born, years, rest) == day


CALENDAR = Calendar(
    "test", frozenset({date(2024, 6, 27)}), frozenset(), date(2024, 1, 1), date(2024, 12, 31)
)


def test_the_limit_is_five_working_days_and_nobody_has_read_its_text() -> None:
    """TT 14/2024/TT-BCA, through a report: shown as unverified from its day on."""
    [limit] = REGISTER.deadlines
    setting = Setting(remote=False, calendar=lambda: CALENDAR)
    proposed = {"proposed_on": "2024-06-24"}
    last = datetime(2024, 7, 2, 23, 59, tzinfo=ZONE)  # Thursday 27/6 is off, then a weekend
    assert limit.due(proposed, setting) == last
    assert limit.due({}, setting) is None
    assert limit.met({}) is None
    met = [limit.met({"decided_on": day}) for day in ("2024-07-02", "2024-07-03")]
    assert [one is not None and one <= last for one in met] == [True, False]
    assert not limit.verified_for(proposed)


def test_persons_and_why_they_left_stay_in_the_unit() -> None:
    assert not private_paths(REGISTER)
    columns = {one.name: one.travel.value for one in REGISTER.by_name["members"].columns}
    shared = {name for name, travel in columns.items() if travel == "shared"}
    assert shared == {"number", "title", "started_on", "ended_on", "previous_force"}
    assert not at_import(REGISTER, team())
    assert at_import(REGISTER, team(started_on="2024-06-30")) == {"rules.team_before_law"}


@pytest.mark.parametrize(
    ("values", "value"),
    [
        (team(), 1),
        (team(started_on=FIRST), 1),
        (team(started_on=LAST), 1),
        (team(started_on=AFTER), 0),
        (team(started_on=None, moves=moves(("proposed", START))), 0),
        (ended(FIRST), 0),
        (ended(LAST), 0),
        (ended(AFTER), 1),
    ],
)
def test_a_team_counts_while_it_exists_at_the_end(values: Values, value: int) -> None:
    assert count(REGISTER, "B8.3", row(REGISTER, values)).value == value


def test_members_count_while_they_belong_and_grades_are_of_the_year() -> None:
    """Counting A05, A43: the year of the last day, whatever part of it the period is."""
    people = [
        member(),
        member(2, "deputy_leader", ended_on=LAST),
        member(3, "member", ended_on=AFTER),
        member(4, "member", started_on=LAST),
        member(5, "member", started_on=AFTER),
    ]
    grades = graded((2025, None, "good"), (2025, 1, "completed"), (2024, None, "excellent"))
    rows = [row(REGISTER, team(members=people, **grades), "a"), row(REGISTER, team(), "b")]
    figure = count(REGISTER, "B8.3", *rows)
    parts = {name: number for name, number in figure.parts.items() if number}
    assert figure.value == 2
    assert parts == {
        "members": 6,
        "title.leader": 2,
        "title.deputy_leader": 1,
        "title.member": 3,
        "team.good": 1,
        "team.not_graded": 1,
        "member.completed": 1,
        "member.not_graded": 5,
    }
    assert [one.record for one in figure.records] == ["a", "b"]
    assert count(REGISTER, "B8.3", rows[1]).parts["members"] == 3
    assert count(REGISTER, "B8.3").value == 0
