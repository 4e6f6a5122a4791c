"""Invented reports of crime (R01) and disputes (R02)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.identity_papers import IDENTITY
from antq_desktop.services.sample_base import (
    Object,
    Sample,
    Words,
    any_day_of,
    area_name,
    begin,
    full_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

_CLASSES = ("caught_in_act", "known_suspect", "ordinary", "ordinary", "ordinary", "complaint")
_FIELDS = (
    *("social_order", "social_order", "social_order", "high_tech", "high_tech", "drugs"),
    *("environment", "economic"),
)
_FORWARDED = frozenset({"caught_in_act", "known_suspect", "ordinary"})
_CHANNELS = (
    *("in_person", "in_person", "phone", "phone", "phone", "online", "tip_box"),
    *("written_in_person", "other_body"),
)
_ORIGINS = (*("people",) * 7, "grassroots_force", "grassroots_force", "organization", "press")
#: More is reported in the evening than at dawn, more before Tết than in spring.
_HOURS = (*range(6, 23), *range(16, 23))
_BUSY = (1, 11, 12)


def crime_reports(sample: Sample) -> Iterator[Object]:
    """Yield invented reports: most of the people, forwarded in time, some with an outcome."""
    words, random = begin(sample, "crime_reports")
    for number in sample.numbers:
        yield _report(random, sample, words, number)


def _report(random: Random, sample: Sample, words: Words, number: int) -> Object:
    at = _received(random, sample)
    urgency = random.choice(_CLASSES)
    moves = [_move("received", at), _move("classified", at + timedelta(minutes=30))]
    source = "denunciation" if random.random() < 0.3 else "crime_news"
    report: Object = {
        "received_at": at.isoformat(timespec="minutes"),
        "received_by": full_name(random, "male"),
        "source_kind": source,
        "channel": random.choice(_CHANNELS),
        "origin_group": random.choice(_ORIGINS),
        "informant": _informant(random, number),
        "secrecy_request": random.choice(("none", "none", "none", "secrecy")),
        "event_from": _happened(random, at),
        "event_unit": sample.unit.key.as_json(),
        **_told(random, words, urgency),
        "knowledge_reason": random.choice(_list(words, "reasons")),
        "urgency": urgency,
        **_through(sample, number),
    }
    if urgency in _FORWARDED:
        report |= _forwarded(random, sample, words, at, moves)
    else:
        moves.append(_move("guided", _by_day(at, at + timedelta(hours=2))))
    return {**report, "moves": moves}


def _received(random: Random, sample: Sample) -> datetime:
    """Return a moment of the year on which the unit is there; the last day is for what follows."""
    first = max(date(sample.year, 1, 1), sample.unit.key.valid_from or date.min)
    day = first + timedelta(days=random.randrange((date(sample.year, 12, 31) - first).days))
    if day.month not in _BUSY and random.random() < 0.25:
        busy = day.replace(month=random.choice(_BUSY), day=min(day.day, 30))
        day = max(busy, first)
    return datetime.combine(day, time(random.choice(_HOURS), random.randrange(60)), ZONE)


def _happened(random: Random, at: datetime) -> str:
    """Return when it happened: to the minute if it was just now, else the day or the month."""
    if random.random() < 0.5:
        return (at - timedelta(minutes=random.randrange(20, 240))).isoformat(timespec="minutes")
    day = (at.date() - timedelta(days=random.randrange(1, 60))).isoformat()
    return day if random.random() < 0.7 else day[: len("2023-01")]


def _through(sample: Sample, number: int) -> Object:
    """Return the models that a report came through: one report in four, one of them two."""
    models = sorted(sample.saved.get("movement_models", {}))
    if not models or number % 4:
        return {}
    first = number // 4 % len(models)
    chosen = {models[first], models[(first + 1) % len(models)] if number % 16 == 0 else ""}
    return {"models": [{"model": model} for model in sorted(chosen - {""})]}


def _told(random: Random, words: Words, urgency: str) -> Object:
    if urgency == "complaint":
        return {"summary": random.choice(_list(words, "complaints")), "offence_field": "other"}
    of = random.choice(_FIELDS)
    summaries = cast("Mapping[str, list[str]]", words["summaries"])[of]
    summary = random.choice(summaries).format(area=random.choice(_list(words, "areas")))
    return {"summary": summary, "offence_field": of}


def _forwarded(
    random: Random, sample: Sample, words: Words, at: datetime, moves: list[Object]
) -> Object:
    sent = _by_day(at, at + timedelta(hours=random.randrange(2, 23)))
    moves.append(_move("forwarded", sent))
    done: Object = {
        "first_notice_at": (at + timedelta(minutes=5)).isoformat(timespec="minutes"),
        "first_notice_by": random.choice(_list(words, "notices")),
        "forward_at": sent.isoformat(timespec="minutes"),
        "forward_to": sample.unit.parent,
    }
    on = sent + timedelta(days=random.randrange(5, 20))
    if random.random() < 0.6 and on.year == sample.year:
        outcome = random.choice(("prosecuted", "not_prosecuted", "administrative_penalty"))
        moves.append(_move("outcome_known", on))
        done["outcomes"] = [{"outcome": outcome, "on": on.date().isoformat()}]
        if outcome == "prosecuted":
            done["helped"] = ["prosecution"]
    return done


def _by_day(at: datetime, then: datetime) -> datetime:
    """Return a moment after the reception that is not in the night."""
    if then.hour >= 7:
        return then
    if at.date() < then.date() and at.hour < 20:
        return datetime.combine(at.date(), time(20, 45), ZONE)
    return max(at + timedelta(hours=1), datetime.combine(then.date(), time(7, 30), ZONE))


def _informant(random: Random, number: int) -> Object:
    sex = random.choice(("male", "female"))
    return {
        "full_name": full_name(random, sex),
        "id_kind": IDENTITY,
        "id_number": f"000{int(sex == 'female')}{random.randrange(50, 100)}{number:06}",
    }


def _move(state: str, at: datetime) -> Object:
    return {"state": state, "on": at.isoformat(timespec="minutes")}


def disputes(sample: Sample) -> Iterator[Object]:
    """Yield invented disputes: most are settled in the year, some were opened the year before."""
    words, random = begin(sample, "disputes")
    for number in sample.numbers:
        yield _dispute(random, sample, words, number)


def _dispute(random: Random, sample: Sample, words: Words, number: int) -> Object:
    # What came up before is from the autumn, so that some of it is carried over.
    opened = any_day_of(random, sample.year)
    if random.random() < 0.2:
        opened = date(sample.year - 1, 10, 20) + timedelta(days=random.randrange(70))
    moves: list[Object] = [{"state": "detected", "on": opened.isoformat()}]
    subject = random.choice(("land", "land", "neighbours", "debt_civil", "marriage_family"))
    summaries = cast("Mapping[str, list[str]]", words["summaries"])[subject]
    case: Object = {
        "opened_on": opened.isoformat(),
        "detected_by": random.choice(("petition", "commune_police", "area_head")),
        "kind": random.choice(("dispute", "dispute", "dispute", "petition")),
        "subject": subject,
        "parties": [{"name": _household(random, words)} for _ in range(2)],
        "participants": random.randrange(2, 9),
        "area": area_name(random, sample),
        "summary": random.choice(summaries),
        "mediable": True,
        "severity": random.choice(("normal", "normal", "normal", "complex", "complex_prolonged")),
        "risk": random.random() < 0.1,
        "resolving_body": random.choice(("mediation_team", "commune_police", "peoples_committee")),
    }
    case |= _petition(number, opened)
    if random.random() < 0.8:
        on = (opened + timedelta(days=random.randrange(3, 20))).isoformat()
        moves += [{"state": "resolving", "on": on}, {"state": "settled", "on": on}]
        case |= {"result": random.choice(("mediated", "settled")), "resolved_on": on}
    return {**case, "moves": moves}


def _petition(number: int, opened: date) -> Object:
    """Return what a complaint or a denunciation has besides: one case in six is one."""
    accepted = (opened + timedelta(days=2)).isoformat()
    body: Object = {"accepted_on": accepted, "resolving_body": "peoples_committee"}
    if number % 12 == 5:
        known = (opened - timedelta(days=10 + number % 30)).isoformat()
        instance = "second" if number % 24 == 5 else "first"
        return {**body, "kind": "complaint", "instance": instance, "contested_on": known}
    if number % 12 == 11:
        return {**body, "kind": "denunciation", "extensions": number // 12 % 3}
    return {}


def _household(random: Random, words: Words) -> str:
    sex = random.choice(("male", "female"))
    said = cast("Mapping[str, str]", words["households"])[sex]
    return said.format(name=full_name(random, sex))


def _list(words: Words, name: str) -> list[str]:
    return cast("list[str]", words[name])
