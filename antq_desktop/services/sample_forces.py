"""Invented forces of a commune: police officers (R08a), security teams (R08b), others (R08c).

Codes take turns, so that a few dozen records show every one of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import after_months
from antq_desktop.domain.identity_papers import IDENTITY
from antq_desktop.services.sample_base import Object, Sample, Words, begin, day_of, full_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_HEADS = ("major", "lieutenant_colonel", "senior_lieutenant_colonel", "colonel")
_DEPUTIES = ("captain", "major")
_OFFICERS = (
    *("lieutenant", "captain", "senior_lieutenant", "junior_lieutenant", "senior_sergeant"),
    *("sergeant", "corporal", "private_first_class", "private"),
)
_INVESTIGATORS = ("none", "none", "none", "junior", "none", "intermediate", "none", "senior")
_TEAM_LAW = date(2024, 7, 1)
_PREVIOUS = ("civil_guard", "part_time_police", "civil_defence", "new")
_REASONS = ("resigned", "moved", "health", "breach", "team_ended", "died", "prosecuted")
_GRADES = ("good", "completed", "excellent", "not_completed", "not_graded")
_KINDS = (
    *("forerunner", "civil_defence", "self_managed_group", "agency_guard", "fire_team"),
    *("police_veterans", "security_service"),
)
_OF_ORGANIZATIONS = frozenset({"agency_guard", "fire_team", "security_service"})


def police_officers(sample: Sample) -> Iterator[Object]:
    """Yield invented officers: a head, two deputies and nine others, some of whom have left."""
    words, random = begin(sample, "police_officers")
    for number in sample.numbers:
        yield _officer(random, sample, words, number)


def _officer(random: Random, sample: Sample, words: Words, number: int) -> Object:
    dozen, place = divmod(number, 12)
    title = "head" if place == 0 else "deputy_head" if place < 3 else "officer"
    ranks = {"head": _HEADS, "deputy_head": _DEPUTIES, "officer": _OFFICERS}[title]
    started = day_of(random, sample.year - random.randrange(1, 4))
    one: Object = {
        "officer": full_name(random),
        "badge_no": f"000-{number:03}",
        "rank": ranks[(dozen if title == "head" else number) % len(ranks)],
        "title": title,
        "duties": random.choice(_list(words, "duties")),
        "investigator": _INVESTIGATORS[number % len(_INVESTIGATORS)],
        "decision": str(words["decision"]).format(number=random.randrange(100, 900)),
        "started_on": started.isoformat(),
    }
    if number % 11 == 8:
        on = day_of(random, sample.year).isoformat()
        one["discipline"] = [{"on": on, "form": words["discipline"]}]
    # Who was head before has left; so have some others.
    ended = day_of(random, sample.year) if number % 6 == 0 and number else None
    return _with_life(one, ("serving", started), ("ended", ended))


def security_teams(sample: Sample) -> Iterator[Object]:
    """Yield invented teams, one a hamlet; none in a year in which there were none yet by law."""
    words, random = begin(sample, "security_teams")
    if sample.year >= _TEAM_LAW.year:
        for number in sample.numbers:
            yield _team(random, sample, words, number)


def _team(random: Random, sample: Sample, words: Words, number: int) -> Object:
    area = _area(sample, words, number + 1)
    new = number % 6 == 4
    started = max(_TEAM_LAW, day_of(random, sample.year)) if new else _TEAM_LAW
    decided = started - timedelta(days=random.randrange(1, 8))
    team: Object = {
        "name": str(words["name"]).format(area=area),
        "code": f"T{number + 1:02}",
        "areas": [{"area": area}],
        "proposed_on": (decided - timedelta(days=random.randrange(1, 5))).isoformat(),
    }
    if number % 8 == 5:
        return {**team, "moves": [{"state": "proposed", "on": team["proposed_on"]}]}
    ended = _last_day(sample.year) if number % 8 == 7 else None
    members = list(_members(random, words, number, started, ended))
    team |= {
        "decision": str(words["decision"]).format(number=random.randrange(10, 400)),
        "decided_on": decided.isoformat(),
        "started_on": started.isoformat(),
        "members": members,
        "training": list(_training(random, sample.year, words, started)),
        "grades": list(_grades(sample.year, number, started, members)),
        "equipment": [
            {"item": item, "quantity": random.randrange(1, 6), "received_on": started.isoformat()}
            for item in random.sample(_list(words, "equipment"), k=2)
        ],
    }
    return _with_life(team, ("active", started), ("dissolved", ended))


def _members(
    random: Random, words: Words, team: int, started: date, team_ended: date | None
) -> Iterator[Object]:
    for number in range(1, random.randrange(4, 7)):
        serial = team * 10 + number
        born = random.randrange(60, 100)
        member: Object = {
            "number": number,
            "person": {
                "full_name": full_name(random),
                "born": f"19{born}",
                "id_kind": IDENTITY,
                "id_number": f"0000{born}{serial:06}",
            },
            "title": "leader" if number == 1 else "deputy_leader" if number == 2 else "member",
            "started_on": started.isoformat(),
            "decision_in": str(words["decision"]).format(number=random.randrange(10, 400)),
            "certificate_number": str(words["certificate"]).format(number=serial),
            "previous_force": _PREVIOUS[serial % len(_PREVIOUS)],
        }
        if team_ended:
            member |= {"ended_on": team_ended.isoformat(), "reason_out": "team_ended"}
        elif number == 3 and team % 2:
            on = started + timedelta(days=random.randrange(30, 120))
            member |= {"ended_on": on.isoformat(), "reason_out": _REASONS[team // 2 % 7]}
        yield member


def _training(random: Random, year: int, words: Words, started: date) -> Iterator[Object]:
    for content in random.sample(_list(words, "training"), k=random.randrange(1, 3)):
        on = max(started, day_of(random, year))
        yield {"on": on.isoformat(), "content": content}


def _grades(year: int, team: int, started: date, members: list[Object]) -> Iterator[Object]:
    """Yield the grades of a year of which nine months were served; the leader has the team's."""
    long_enough = after_months(started, 9) <= date(year, 11, 14)
    grade = _GRADES[team % len(_GRADES)] if long_enough else "not_graded"
    yield {"year": str(year), "grade": grade}
    for member in members:
        number = cast("int", member["number"])
        if long_enough and "ended_on" not in member:
            own = grade if number == 1 else _GRADES[(team + number) % len(_GRADES)]
            yield {"year": str(year), "member": number, "grade": own}


def other_forces(sample: Sample) -> Iterator[Object]:
    """Yield invented forces; the forerunners of the security teams end when the law says so."""
    words, random = begin(sample, "other_forces")
    for number in sample.numbers:
        yield _force(random, sample, words, number)


def _force(random: Random, sample: Sample, words: Words, number: int) -> Object:
    kind = _KINDS[number % len(_KINDS)]
    forerunner = kind == "forerunner"
    if forerunner:
        kind = "civil_guard" if sample.unit.kind == "phuong" else "part_time_police"
    started = day_of(random, random.randrange(2015, min(sample.year, 2023)))
    people = random.randrange(3, 15)
    place: Object = {"area": _area(sample, words, number % 8 + 1)}
    if kind in _OF_ORGANIZATIONS:
        place = {"organization": random.choice(_list(words, "organizations"))}
    one: Object = {
        "kind": kind,
        **place,
        "decision": str(words["decision"]).format(number=random.randrange(10, 400)),
        "head": full_name(random),
        "members": people,
        "trained": random.randrange(people + 1),
        "started_on": started.isoformat(),
        "grade": random.choice(_list(words, "grades")),
    }
    ended = _last_day(sample.year) if number % 9 == 8 else None
    if forerunner:
        ended = _TEAM_LAW if sample.year >= _TEAM_LAW.year else None
    return _with_life(one, ("active", started), ("ended", ended))


def _with_life(one: Object, first: tuple[str, date], last: tuple[str, date | None]) -> Object:
    """Return the record with its dated states, and its last day if it has come."""
    moves: list[Object] = [{"state": first[0], "on": first[1].isoformat()}]
    state, ended = last
    if ended is None:
        return {**one, "moves": moves}
    moves.append({"state": state, "on": ended.isoformat()})
    return {**one, "ended_on": ended.isoformat(), "moves": moves}


def _last_day(year: int) -> date:
    return date(year, 12, 20)


def _area(sample: Sample, words: Words, number: int) -> str:
    kind = "rural" if sample.unit.kind == "xa" else "urban"
    return str(words[kind]).format(number=number)


def _list(words: Words, name: str) -> list[str]:
    return cast("list[str]", words[name])
