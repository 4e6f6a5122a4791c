"""What the books of forces, programmes, key areas and persons under education suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.indicators import stands, within
from antq_desktop.domain.registers.security_standard.criteria import AREA, COMMUNE
from antq_desktop.domain.registers.security_standard.evidence.cases import empty, running
from antq_desktop.domain.registers.security_standard.evidence.facts import Proposal, Proposed
from antq_desktop.domain.registers.security_standard.evidence.files import worst
from antq_desktop.domain.registers.security_standard.said import say
from antq_desktop.domain.registers.security_teams.indicators import UNGRADED

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted, Rows
    from antq_desktop.domain.registers.security_standard.evidence.facts import Facts
    from antq_desktop.domain.registers.security_standard.said import Said

TEAMS, OFFICERS, KEY_AREAS = "security_teams", "police_officers", "key_areas"
EDUCATION, DRUG_USERS = "commune_education", "drug_user_management"
PROGRAMMES = "coordination_programmes"
#: Acts of R04 that are social evils.
EVILS = frozenset({"drug_use", "gambling"})
#: With whom the police agree for each kind of organisation; agencies have no partner of their own.
PARTNERS = {"enterprise": "enterprise", "school": "education"}
_MET, _NOT_MET, _OPEN = Proposed.MET, Proposed.NOT_MET, Proposed.TO_BE_JUDGED


# ---------------------------------------------------------------------- hot spots, people


def hot_spots(facts: Facts, criterion: str) -> Proposal:
    """KDC4c: new key areas, new people in social evils, and how those under education behave."""
    if not any(map(facts.of, (KEY_AREAS, EDUCATION, DRUG_USERS))):
        return empty(criterion, "R04", "R04b", "R13")
    new = [row for row in facts.of(KEY_AREAS) if _is_new(facts, row)]
    spots = facts.sorted(new, lambda row: _is_at(facts, row))
    files = [row for row in facts.in_window(EDUCATION, "file_date") if _is_evil(row)]
    users = facts.in_window(DRUG_USERS, "tested_on")
    bad = [row for row in facts.of(EDUCATION) if _violates(facts, row)]
    people = _MET
    if files or users:
        # No book says in which residential area a person lives.
        people = _NOT_MET if facts.kind == COMMUNE else _OPEN
    places = _NOT_MET if spots.here else _OPEN if spots.unplaced else _MET
    behind = {row.record for row in (*files, *users, *bad)}
    said: list[Said] = [facts.here(), say("evidence.hot_spots", count=len(spots.here))]
    if spots.unplaced:
        said.append(say("evidence.unplaced", count=len(spots.unplaced), place=facts.unit.name))
    if facts.kind == AREA:
        said.append(say("evidence.in_commune", place=facts.unit.name))
    said += [
        say("evidence.social_evils", files=len(files), users=len(users)),
        say("evidence.violating", count=len(bad)),
        *running(facts),
    ]
    return Proposal(
        criterion=criterion,
        result=worst(people, places, _OPEN if bad else _MET),
        said=tuple(said),
        records=tuple(sorted(behind | set(spots.records))),
    )


def _is_new(facts: Facts, row: Counted) -> bool:
    """Say whether an area came onto the list in the window, or became complex again in it."""
    again = any(
        one.get("result") == "relapsed" and within(facts.window, str(one.get("on") or ""))
        for one in row.rows("evaluations")
    )
    return again or within(facts.window, row.day("listed_on"))


def _is_at(facts: Facts, row: Counted) -> bool | None:
    if facts.kind == COMMUNE:
        return True
    area = row.shared.get("residential_area")
    return None if area is None else area == facts.values.get("residential_area")


def _is_evil(row: Counted) -> bool:
    return not EVILS.isdisjoint(cast("list[str]", row.shared.get("acts") or []))


def _violates(facts: Facts, row: Counted) -> bool:
    """Say whether the last monthly review in the window of a person says "violated"."""
    reviews = [
        (str(one.get("on")), str(one.get("behaviour")))
        for one in row.rows("monthly_reviews")
        if within(facts.window, str(one.get("on") or ""))
    ]
    return bool(reviews) and max(reviews)[1] == "violated"


# ---------------------------------------------------------------------- teams, police


def teams(facts: Facts, criterion: str) -> Proposal:
    """KDC5: the security teams of the area, as they were graded for the year."""
    if not facts.of(TEAMS):
        return empty(criterion, "R08b")
    last = facts.window.last
    there = [
        row for row in facts.of(TEAMS) if stands(last, row.day("started_on"), row.day("ended_on"))
    ]
    placed = facts.sorted(there, lambda row: _covers(facts, row.rows("areas")))
    grades = [grade for row in placed.here for grade in _grades(facts, row)]
    bad, open_ = grades.count("not_completed"), grades.count(UNGRADED)
    count, year = len(placed.here), str(facts.year)
    said = [facts.here(), say("evidence.teams", count=count, bad=bad, open=open_, year=year)]
    if placed.unplaced:
        said.append(say("evidence.unplaced", count=len(placed.unplaced), place=facts.unit.name))
    if bad:
        result = _NOT_MET
    elif open_ or not placed.here:
        result = _OPEN
    else:
        result = _MET
        said.append(say("evidence.discipline_unseen"))
    return Proposal(criterion=criterion, result=result, said=tuple(said), records=placed.records)


def _covers(facts: Facts, areas: Rows) -> bool | None:
    told = {facts.is_here(str(row.get("area") or "")) for row in areas}
    return True if True in told else None if None in told or not told else False


def _grades(facts: Facts, team: Counted) -> list[str]:
    """Return the grade of a team for the year, and that of each member it has at the end."""
    given = {
        row.get("member"): str(row.get("grade"))
        for row in team.rows("grades")
        if row.get("year") == f"{facts.year:04}"
    }
    last = facts.window.last
    members = [
        row.get("number")
        for row in team.rows("members")
        if stands(last, str(row.get("started_on") or ""), str(row.get("ended_on") or ""))
    ]
    return [given.get(whose, UNGRADED) for whose in (None, *members)]


def police(facts: Facts, criterion: str) -> Proposal:
    """XA3: nobody of the commune police was disciplined; only the unit itself can read that."""
    if not facts.of(OFFICERS):
        return empty(criterion, "R08a")
    first, last = facts.window.first.isoformat(), facts.window.last.isoformat()
    posted = [
        row
        for row in facts.of(OFFICERS)
        if row.day("started_on") <= last
        and (not row.day("ended_on") or row.day("ended_on") > first)
    ]
    records = tuple(row.record for row in posted)
    if facts.private is None:
        seen: tuple[Said, ...] = (say("evidence.private_unseen"),)
        return Proposal(criterion=criterion, result=_OPEN, said=seen, records=records)
    punished = {row.record: _punished(facts, row.record) for row in posted}
    count = sum(punished.values())
    said: list[Said] = [say("evidence.police", officers=len(posted), count=count)]
    if not count:
        said.append(say("evidence.advice_unseen"))
    return Proposal(
        criterion=criterion,
        result=_NOT_MET if count else _MET,
        said=(*said, *running(facts)),
        records=tuple(record for record, times in punished.items() if times) or records,
    )


def _punished(facts: Facts, record: str) -> int:
    """Return how often an officer was disciplined in the window."""
    rows = cast("Rows", (facts.private or {}).get(record, {}).get("discipline") or [])
    return sum(within(facts.window, str(row.get("on") or "")) for row in rows)


# ---------------------------------------------------------------------- programmes


def agreements(facts: Facts, criterion: str) -> Proposal:
    """CQ2, GD2: agreements with the police in force; whether they are kept is to be judged."""
    last, partner = facts.window.last, PARTNERS.get(facts.kind)
    rows = [
        row
        for row in facts.of(PROGRAMMES)
        if stands(last, row.day("valid_from"), row.day("valid_to"))
        and partner in {None, row.shared.get("partner")}
    ]
    said: tuple[Said, ...] = (
        say("evidence.in_commune", place=facts.unit.name),
        say("evidence.agreements", count=len(rows)),
        say("evidence.look_policies"),
    )
    return Proposal(
        criterion=criterion,
        result=_OPEN,
        said=said,
        records=tuple(row.record for row in rows),
    )
