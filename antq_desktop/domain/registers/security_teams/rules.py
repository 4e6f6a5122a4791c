"""The rules of R08b (Luật 30/2023/QH15; HD 01/HD-BCA-V05 of 2026 on grades)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import after_months
from antq_desktop.domain.identity_papers import naming_number
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.registers.security_teams.fields import ENDED, LAW
from antq_desktop.domain.rules import (
    Rule,
    Seen,
    days_in_order,
    distinct,
    ended_in,
    in_order,
    not_future,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The first day of Luật 30/2023/QH15.
IN_FORCE = date(2024, 7, 1)
ADULT, OLD = 18, 70
#: HD 01/HD-BCA-V05: the year of grading ends on 14/11; who served less than 9 months has none.
GUIDED_FROM, GRADED_UNTIL, LEAST_MONTHS = 2026, (11, 14), 9
#: Grades from the best to the worst.
ORDER = ("excellent", "good", "completed", "not_completed")


def birthday(born: str, years: int, rest: str) -> str:
    """Return the day on which a person born then is so many years old, ISO 8601.

    ``rest`` ("-01-01" or "-12-31") stands for what is not known of the date of birth.
    """
    day = born + rest[len(born) - len("1990") :]
    return f"{int(day[:4]) + years:04}{day[4:]}"


def _first_day(seen: Seen, _today: date) -> Iterator[Problem]:
    started = seen.text("started_on")
    if started and started < IN_FORCE.isoformat():
        yield Problem("started_on", "rules.team_before_law")


def _ages(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ13: from 18 to 70; above, the Chairman decides on the proposal of the commune police."""
    for number, row in enumerate(seen.rows("members"), 1):
        born = cast("Mapping[str, str]", row.get("person") or {}).get("born")
        on = str(row.get("started_on", ""))
        if not born or not on:
            continue
        if on < birthday(born, ADULT, "-01-01"):
            yield Problem(f"members[{number}].person", "rules.member_too_young")
        if birthday(born, OLD, "-12-31") < on:
            yield Problem(f"members[{number}].person", "rules.member_old", grave=False)


def _leaving(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ17.3: who leaves has a day and a reason; with the team everybody leaves."""
    team_ended = seen.text("ended_on")
    for number, row in enumerate(seen.rows("members"), 1):
        ended = row.get("ended_on")
        if bool(ended) != bool(row.get("reason_out")):
            name = "reason_out" if ended else "ended_on"
            yield Problem(f"members[{number}].{name}", "rules.leaving_reason", grave=False)
        if team_ended and (not ended or str(ended) > team_ended):
            yield Problem(f"members[{number}].ended_on", "rules.member_of_ended_team", grave=False)


def _membership(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ16.1: a team has one leader; nobody belongs to it before it is there."""
    started = seen.text("started_on")
    rows = seen.rows("members")
    for number, row in enumerate(rows, 1):
        if started and str(row.get("started_on", started)) < started:
            yield Problem(f"members[{number}].started_on", "rules.member_before_team", grave=False)
    leaders = [row for row in rows if row.get("title") == "leader" and not row.get("ended_on")]
    if len(leaders) > 1:
        yield Problem("members", "rules.team_leaders", grave=False)


def _twice(seen: Seen, _today: date) -> Iterator[Problem]:
    """Find a person who has two lines at one time: he would count twice."""
    until: dict[str, str] = {}
    numbered = [(n, row) for n, row in enumerate(seen.rows("members"), 1)]
    for number, row in sorted(numbered, key=lambda one: str(one[1].get("started_on", ""))):
        known = naming_number(cast("Mapping[str, object]", row.get("person") or {}))
        if known is None:
            continue
        if str(row.get("started_on", "")) < until.get(known, ""):
            yield Problem(f"members[{number}].person", "rules.member_twice", grave=False)
        until[known] = str(row.get("ended_on") or "9999")


def _numbers(seen: Seen, _today: date) -> Iterator[Problem]:
    known = {row.get("number") for row in seen.rows("members")}
    for name in ("training", "grades"):
        for number, row in enumerate(seen.rows(name), 1):
            if row.get("member") is not None and row["member"] not in known:
                yield Problem(f"{name}[{number}].member", "rules.no_such_member")


def _graded_once(seen: Seen, today: date) -> Iterator[Problem]:
    given: set[object] = set()
    for number, row in enumerate(seen.rows("grades"), 1):
        year = str(row.get("year"))
        if not re.fullmatch(r"\d{4}", year) or not IN_FORCE.year <= int(year) <= today.year:
            yield Problem(f"grades[{number}].year", "rules.grade_year")
        whose = (row.get("year"), row.get("member"))
        if whose in given:
            yield Problem(f"grades[{number}].year", "rules.graded_twice")
        given.add(whose)


def _grades(seen: Seen, _today: date) -> Iterator[Problem]:
    """HD 01/HD-BCA-V05 (2026): nobody below 9 months is graded, no leader above his team."""
    rows = seen.rows("grades")
    members = {row.get("number"): row for row in seen.rows("members")}
    teams = {str(row["year"])[:4]: str(row["grade"]) for row in rows if row.get("member") is None}
    for number, row in enumerate(rows, 1):
        year, grade = int(str(row["year"])[:4]), str(row["grade"])
        if year < GUIDED_FROM or grade not in ORDER:
            continue
        whose = members.get(row.get("member"), {})
        began = whose.get("started_on") if "member" in row else seen.text("started_on")
        if began and _too_short(str(began), year):
            yield Problem(f"grades[{number}].grade", "rules.graded_too_early", grave=False)
        team = teams.get(str(year))
        if whose.get("title") == "leader" and team in ORDER and _above(grade, team):
            yield Problem(f"grades[{number}].grade", "rules.leader_above_team", grave=False)


def _too_short(began: str, year: int) -> bool:
    return after_months(date.fromisoformat(began), LEAST_MONTHS) > date(year, *GRADED_UNTIL)


def _above(grade: str, other: str) -> bool:
    return ORDER.index(grade) < ORDER.index(other)


GRADING = "HD 01/HD-BCA-V05 (2026)"
RULES = (
    not_future("proposed_on", "decided_on", "started_on", "ended_on", "moves.on"),
    not_future("members.started_on", "members.ended_on", "training.on", "equipment.received_on"),
    days_in_order("proposed_on", "decided_on"),
    days_in_order("started_on", "ended_on", strictly=True),
    in_order("members", "started_on", "ended_on"),
    distinct("areas", "area"),
    distinct("members", "number"),
    Rule(fields=("started_on",), check=_first_day, basis=LAW),
    ended_in(*ENDED),
    Rule(fields=("members",), check=_ages, basis=f"{LAW} Đ13"),
    Rule(fields=("ended_on", "members"), check=_leaving, basis=f"{LAW} Đ17.3"),
    Rule(fields=("started_on", "members"), check=_membership, basis=f"{LAW} Đ16.1"),
    Rule(fields=("members",), check=_twice),
    Rule(fields=("members", "training", "grades"), check=_numbers),
    Rule(fields=("grades",), check=_graded_once),
    Rule(fields=("started_on", "members", "grades"), check=_grades, basis=GRADING),
)
