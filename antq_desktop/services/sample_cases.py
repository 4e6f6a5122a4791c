"""Invented reports of crime (R01) and disputes (R02)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.services.sample_base import Object, Sample, Words, begin, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_CLASSES = ("caught_in_act", "known_suspect", "ordinary", "ordinary", "ordinary", "complaint")
_FIELDS = ("social_order", "social_order", "drugs", "high_tech", "environment", "economic")
_FORWARDED = frozenset({"caught_in_act", "known_suspect", "ordinary"})


def crime_reports(sample: Sample) -> Iterator[Object]:
    """Yield invented reports: most of the people, forwarded in time, some with an outcome."""
    words, random = begin(sample, "crime_reports")
    for number in range(sample.records):
        yield _report(random, sample, words, number)


def _report(random: Random, sample: Sample, words: Words, number: int) -> Object:
    at = datetime.combine(day_of(random, sample.year), time(random.randrange(6, 22), 15), ZONE)
    urgency = random.choice(_CLASSES)
    moves = [_move("received", at), _move("classified", at + timedelta(minutes=30))]
    report: Object = {
        "received_at": at.isoformat(timespec="minutes"),
        "received_by": random.choice(cast("list[str]", words["officers"])),
        "source_kind": random.choice(("denunciation", "crime_news", "crime_news")),
        "channel": random.choice(("in_person", "phone", "tip_box", "online")),
        "origin_group": random.choice(("people", "people", "grassroots_force", "organization")),
        "informant": _informant(random, words, number),
        "secrecy_request": random.choice(("none", "none", "secrecy")),
        "event_unit": sample.unit.key.as_json(),
        "summary": random.choice(cast("list[str]", words["summaries"])),
        "offence_field": random.choice(_FIELDS),
        "knowledge_reason": random.choice(cast("list[str]", words["reasons"])),
        "urgency": urgency,
    }
    if urgency in _FORWARDED:
        report |= _forwarded(random, sample, at, moves)
    else:
        moves.append(_move("guided", at + timedelta(hours=2)))
    return {**report, "moves": moves}


def _forwarded(random: Random, sample: Sample, at: datetime, moves: list[Object]) -> Object:
    sent = at + timedelta(hours=random.randrange(2, 23))
    moves.append(_move("forwarded", sent))
    done: Object = {
        "first_notice_at": (at + timedelta(minutes=5)).isoformat(timespec="minutes"),
        "forward_at": sent.isoformat(timespec="minutes"),
        "forward_to": sample.unit.parent,
    }
    if random.random() < 0.6:
        on = sent + timedelta(days=random.randrange(5, 20))
        outcome = random.choice(("prosecuted", "not_prosecuted", "administrative_penalty"))
        moves.append(_move("outcome_known", on))
        done["outcomes"] = [{"outcome": outcome, "on": on.date().isoformat()}]
        if outcome == "prosecuted":
            done["helped"] = ["prosecution"]
    return done


def _informant(random: Random, words: Words, number: int) -> Object:
    return {
        "full_name": random.choice(cast("list[str]", words["informants"])),
        "id_number": f"000190{number:06}",
    }


def _move(state: str, at: datetime) -> Object:
    return {"state": state, "on": at.isoformat(timespec="minutes")}


def disputes(sample: Sample) -> Iterator[Object]:
    """Yield invented disputes: most are settled in the year, some were opened the year before."""
    words, random = begin(sample, "disputes")
    for _ in range(sample.records):
        yield _dispute(random, sample, words)


def _dispute(random: Random, sample: Sample, words: Words) -> Object:
    year = sample.year - (random.random() < 0.2)
    opened = day_of(random, year)
    moves: list[Object] = [{"state": "detected", "on": opened.isoformat()}]
    names = random.sample(cast("list[str]", words["parties"]), k=2)
    case: Object = {
        "opened_on": opened.isoformat(),
        "detected_by": random.choice(("petition", "commune_police", "area_head")),
        "kind": random.choice(("dispute", "dispute", "dispute", "petition")),
        "subject": random.choice(("land", "neighbours", "debt_civil", "marriage_family")),
        "parties": [{"name": name} for name in names],
        "participants": random.randrange(2, 9),
        "area": random.choice(cast("list[str]", words["areas"])),
        "summary": random.choice(cast("list[str]", words["summaries"])),
        "mediable": True,
        "severity": random.choice(("normal", "normal", "normal", "complex", "complex_prolonged")),
        "risk": random.random() < 0.1,
        "resolving_body": random.choice(("mediation_team", "commune_police", "peoples_committee")),
    }
    if random.random() < 0.8:
        on = (opened + timedelta(days=random.randrange(3, 20))).isoformat()
        moves += [{"state": "resolving", "on": on}, {"state": "settled", "on": on}]
        case |= {"result": random.choice(("mediated", "settled")), "resolved_on": on}
    return {**case, "moves": moves}
