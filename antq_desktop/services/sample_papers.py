"""Invented programmes of coordination (R12) and documents (U5)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.moves import last_state
from antq_desktop.domain.registers.coordination_programmes import (
    CONTENTS,
    DOCUMENT_KINDS,
    PARTNERS,
    REVIEW_PERIODS,
)
from antq_desktop.domain.registers.documents.codes import (
    ABBREVIATIONS,
    COMMITTEE_138,
    KINDS,
    STATES,
    URGENCIES,
)
from antq_desktop.domain.registers.propaganda import HELD
from antq_desktop.services.sample_base import Object, Sample, Words, begin, day_of, full_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

_FATES = ("in_force", "in_force", "expired", "replaced", "terminated")


def coordination_programmes(sample: Sample) -> Iterator[Object]:
    """Yield invented programmes: each partner in turn, three of five ended in the year."""
    words, random = begin(sample, "coordination_programmes")
    for number in sample.numbers:
        yield _programme(random, sample, words, number)


def _programme(random: Random, sample: Sample, words: Words, number: int) -> Object:
    fate = _FATES[number % len(_FATES)]
    ended = fate != "in_force"
    signed = day_of(random, sample.year - (random.randrange(2, 6) if ended else number % 3))
    until = day_of(random, sample.year) if ended else signed.replace(year=signed.year + 5, day=1)
    partner = PARTNERS[number % len(PARTNERS)].code
    kind = DOCUMENT_KINDS[number % len(DOCUMENT_KINDS)].code
    chosen = {CONTENTS[(number + more) % len(CONTENTS)].code for more in (0, 1, 3)}
    short = cast("Mapping[str, str]", words["abbreviations"])[kind]
    moves: list[Object] = [{"state": "in_force", "on": signed.isoformat()}]
    programme: Object = {
        "partner": partner,
        "document_kind": kind,
        "number": f"{random.randrange(1, 40):02}/{short}",
        "signed_on": signed.isoformat(),
        "valid_from": signed.isoformat(),
        "status": fate,
        "contents": sorted(chosen),
        "activities": list(_activities(random, sample, words, signed, until)),
        "reviews": list(_reviews(sample, signed, number)),
    }
    name = cast("Mapping[str, str]", words["names"]).get(partner)
    if name:
        programme["partner_name"] = name
    if ended or number % 2:
        programme["valid_to"] = until.isoformat()
    if ended:
        moves.append({"state": fate, "on": until.isoformat()})
    return {**programme, "moves": moves}


def _activities(
    random: Random, sample: Sample, words: Words, signed: date, until: date
) -> Iterator[Object]:
    events = _events(sample)
    for _ in range(3):
        held, event = random.choice(events) if events else (day_of(random, sample.year), "")
        if signed <= held < until:
            what = {"summary": random.choice(cast("list[str]", words["activities"]))}
            yield {"held_on": held.isoformat(), **({"event": event} if event else what)}


def _events(sample: Sample) -> list[tuple[date, str]]:
    """Return the events that the unit has held, by their days."""
    return [
        (date.fromisoformat(str(event["held_on"])), record)
        for record, event in sample.saved.get("propaganda", {}).items()
        if last_state(cast("list[Object]", event["moves"])) in HELD
    ]


def _reviews(sample: Sample, signed: date, number: int) -> Iterator[Object]:
    on = date(sample.year, 12, 20)
    if signed.year < sample.year:
        span = REVIEW_PERIODS[number % len(REVIEW_PERIODS)].code
        kind = "interim" if span == "half_year" else "final"
        yield {"on": on.isoformat(), "kind": kind, "span": span}


def documents(sample: Sample) -> Iterator[Object]:
    """Yield invented documents in the order of their days: out and in by turns, all kinds."""
    words, random = begin(sample, "documents")
    days = sorted(day_of(random, sample.year) for _ in range(sample.records))
    numbers: Counter[str] = Counter()
    for place, day in enumerate(days):
        series = COMMITTEE_138 if place % 3 == 0 else "police"
        kind = KINDS[place % len(KINDS)].code
        outgoing = place % 2 == 0
        book = f"{outgoing} {series}"
        numbers[book] += 1
        one: Object = {
            "series": series,
            "number": numbers[book],
            "kind": kind,
            "classification": "not_classified",
            "urgency": URGENCIES[place % 7 % len(URGENCIES)].code if place % 7 < 4 else "normal",
            "summary": _one(random, words, "summaries"),
        }
        yield {
            **one,
            **(_outgoing if outgoing else _incoming)(random, words, one, day),
            **_handled(random, words, place, day),
        }


def _outgoing(random: Random, words: Words, one: Object, day: date) -> Object:
    house = cast("Mapping[str, str]", words["houses"])[str(one["series"])]
    short = ABBREVIATIONS.get(str(one["kind"]))
    return {
        "direction": "outgoing",
        "document_on": day.isoformat(),
        "registered_on": day.isoformat(),
        "symbol": f"{one['number']:02}/" + (f"{short}-{house}" if short else f"{house}-TH"),
        "signer": full_name(random),
        "recipients": _one(random, words, "recipients"),
        "copy_kept_by": _one(random, words, "keepers"),
        "copies": random.randrange(1, 30),
        "envelopes": random.randrange(12),
    }


def _incoming(random: Random, words: Words, one: Object, day: date) -> Object:
    short = ABBREVIATIONS.get(str(one["kind"]))
    number = random.randrange(10, 900)
    return {
        "direction": "incoming",
        "document_on": (day - timedelta(days=random.randrange(1, 7))).isoformat(),
        "registered_on": day.isoformat(),
        "symbol": f"{number}/{short}-UBND" if short else f"{number}/UBND-VP",
        "author": _one(random, words, "authors"),
        "assignee": _one(random, words, "assignees"),
    }


def _handled(random: Random, words: Words, place: int, day: date) -> Object:
    """Return how far a document has got: as many steps as its place says."""
    reached = [code.code for code in STATES][: place % len(STATES) + 1]
    resolved = day + timedelta(days=random.randrange(3, 15))
    moves = [
        {"state": state, "on": (resolved if state in {"resolved", "filed"} else day).isoformat()}
        for state in reached
    ]
    handled: Object = {"due": (day + timedelta(days=15)).isoformat(), "moves": moves}
    if "passed_on" in reached:
        handled["passed_on"] = day.isoformat()
        handled["received_by"] = _one(random, words, "assignees")
    if "in_progress" in reached:
        handled["progress"] = _one(random, words, "progress")
    if "resolved" in reached:
        handled["resolved_on"] = resolved.isoformat()
        handled["reply_symbol"] = f"{random.randrange(10, 90)}/BC-CAX"
    return handled


def _one(random: Random, words: Words, name: str) -> str:
    return random.choice(cast("list[str]", words[name]))
