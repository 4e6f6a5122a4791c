"""Invented wanted persons (R05): some found in the year, some still at large."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.registers.wanted_persons.codes import (
    FORCES,
    KINDS,
    MINUTES,
    OUTCOMES_OF,
    TIES,
)
from antq_desktop.services.sample_base import begin
from antq_desktop.services.sample_persons import People, moves, said, texts, turn, working

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from antq_desktop.services.sample_base import Object, Sample, Words

_FOUND = ("arrested", "surrendered")
_PATHS = (
    ("wanted", "persuading", "surrendered", "handed_over"),
    ("wanted",),
    ("wanted", "arrested", "handed_over", "closed"),
    ("wanted", "persuading"),
    ("wanted", "persuading", "surrendered", "handed_over", "closed"),
    ("wanted", "persuading", "cancelled"),
    ("wanted", "arrested"),
    ("wanted", "persuading", "surrendered"),
    ("arrested", "handed_over", "closed"),
    ("wanted", "cancelled", "closed"),
    ("wanted", "persuading"),
)
#: Most fled before or after an ordinary sentence.
_GROUPS = (
    *("accused", "prison", "accused", "serving", "accused", "prison"),
    *("accused", "serving", "prison", "expelled", "accused", "death"),
)
_PUBLIC_HELP = 3  # every so many arrests


def wanted_persons(sample: Sample) -> Iterator[Object]:
    """Yield invented decisions; now and then a second decision is about the person before."""
    words, random = begin(sample, "wanted_persons")
    people = People(sample, "wanted_persons")
    before: Object = {}
    for number in sample.numbers:
        decided = date(sample.year - 1 - number % 2, 1, 5) + timedelta(days=random.randrange(250))
        again = number % 12 == 5 and bool(before)
        person = before if again else people.person(random.randrange(19, 50), decided)
        values = _decision(sample, words, random, people, number, decided)
        if values["tie"] == "temporary_residence":
            person = {
                **person,
                "temporary_unit": sample.unit.key.as_json(),
                "temporary_address": person["address"],
            }
        yield values | {"person": person}
        before = person


def _decision(
    sample: Sample, words: Words, random: Random, people: People, number: int, decided: date
) -> Object:
    path = turn(number, _PATHS)
    body = random.choice(texts(words, "bodies"))
    received = working(decided, 10)
    values: Object = {
        "decision_number": said(words, "decision", number=number + 1, year=decided.year),
        "decision_date": decided.isoformat(),
        "decision_body": body,
        "decision_kind": KINDS[number % 4 if number % 7 == 3 else 0].code,
        "decision_signer": people.officer(),
        "decision_address": said(words, "address", body=body),
        "decision_phone": "0200 000 0000",
        "received_on": received.isoformat(),
        "incoming_document": f"{number + 1:02}/CV",
        "features": random.choice(texts(words, "features")),
        "photo": said(words, "photo"),
        **_judged(random, words, turn(number, _GROUPS)),
        "tie": "arrested_here" if path[0] == "arrested" else turn(number, TIES[:-1]).code,
    }
    if "persuading" in path:
        values["persuasion"] = [
            {
                "on": working(received, 20 + 30 * time_).isoformat(),
                "officer": people.officer(),
                "contacted": random.choice(texts(words, "contacts")),
                "content": random.choice(texts(words, "contents")),
                "result": random.choice(texts(words, "results")),
            }
            for time_ in range(1 + number % 2)
        ]
    ended = next((state for state in path if state in OUTCOMES_OF), None)
    day = date(sample.year, 1, 10) + timedelta(days=random.randrange(330))
    if ended is None:
        return {**values, "moves": moves(path, [received, working(received, 15)])}
    at = datetime.combine(day, time(random.randrange(6, 22), 20), ZONE)
    values |= _outcome(sample, words, ended, at, number)
    if ended in _FOUND:
        values |= _found(random, number, body, at, over="handed_over" in path)
    first = [received, working(received, 15)][: path.index(ended)]
    return {**values, "moves": moves(path, [*first, day])}


def _judged(random: Random, words: Words, group: str) -> Object:
    """Return who is wanted for what, and the sentence that such a person has."""
    if group == "death":
        offence = said(words, "capital_offence")
    else:
        offence = random.choice(texts(words, "offences"))
    values: Object = {"subject_group": group, "offence": offence}
    sentence = cast("Mapping[str, str]", words["sentences"]).get(group)
    if sentence is not None:
        values["sentence"] = sentence.format(years=random.randrange(1, 10))
    return values


def _outcome(sample: Sample, words: Words, state: str, at: datetime, number: int) -> Object:
    return {
        "outcome": turn(number // len(_PATHS), sorted(OUTCOMES_OF[state])),
        "outcome_at": at.isoformat(timespec="minutes"),
        "outcome_unit": sample.unit.key.as_json(),
        "outcome_place": said(words, "place"),
    }


def _found(random: Random, number: int, body: str, at: datetime, *, over: bool) -> Object:
    """Return what was written of an arrest or a surrender, and of the hand-over if it is over."""
    values: Object = {
        "done_by": sorted({turn(number, FORCES).code, random.choice(FORCES).code}),
        "people_help": number % _PUBLIC_HELP == 0,
        "minutes_form": turn(number, MINUTES).code,
        "minutes_number": f"{number + 1:02}/BB",
        "reported_to": body,
        "reported_at": (at + timedelta(minutes=1 + number % 3)).isoformat(timespec="minutes"),
    }
    if over:
        values |= {
            "handed_over_at": (at + timedelta(hours=6)).isoformat(timespec="minutes"),
            "handed_over_to": body,
            "handover_minutes": f"{number + 1:02}/BBGN",
        }
    return values
