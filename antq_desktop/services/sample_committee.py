"""Invented books of Ban Chỉ đạo 138 (R11a to R11e)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.services.sample_base import (
    Object,
    Sample,
    Words,
    begin,
    day_of,
    full_name,
    office_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

_ROUNDS = ("quarterly", "half_yearly", "yearly", "extraordinary", "thematic")


def committee_members(sample: Sample) -> Iterator[Object]:
    """Yield invented members: each post in turn, every third of them has left in the year."""
    words, random = begin(sample, "committee_members")
    posts = cast("list[Mapping[str, str]]", words["posts"])
    for number in sample.numbers:
        ended = number % 3 == 2
        new = number % 4 == 0 and not ended
        started = day_of(random, sample.year if new else sample.year - 1 - number % 3)
        moves = [_move("serving", started)]
        member: Object = {
            **posts[number % len(posts)],
            "full_name": full_name(random),
            "decision": _number(random, words, "decision"),
            "decided_on": started.isoformat(),
            "started_on": started.isoformat(),
        }
        if ended:
            left = day_of(random, sample.year)
            member["ended_on"] = left.isoformat()
            moves.append(_move("ended", left))
        yield {**member, "moves": moves}


def committee_tasks(sample: Sample) -> Iterator[Object]:
    """Yield invented tasks: every state in turn, most of them done."""
    words, random = begin(sample, "committee_tasks")
    fates = ("done_in_time", "done_late", "assigned", "done_in_time", "overdue", "in_progress")
    for number in sample.numbers:
        fate = "cancelled" if number % 11 == 10 else fates[number % len(fates)]
        yield _task(random, sample, words, fate)


def _task(random: Random, sample: Sample, words: Words, fate: str) -> Object:
    assigned = _early(random, sample.year)
    due = assigned + timedelta(days=random.randrange(15, 45))
    moves = [_move("assigned", assigned)]
    task: Object = {
        "source_document": _number(random, words, "source"),
        "content": _one(random, words, "contents"),
        "lead": _one(random, words, "leads"),
        "partners": _one(random, words, "partners"),
        "assigned_on": assigned.isoformat(),
        "due": due.isoformat(),
    }
    if fate != "assigned":
        moves.append(_move("in_progress", assigned + timedelta(days=2)))
    if fate.startswith("done"):
        early, late = -random.randrange(10), random.randrange(1, 12)
        done = due + timedelta(days=early if fate == "done_in_time" else late)
        task |= {"done_on": done.isoformat(), "result": _one(random, words, "results")}
        moves.append(_move(fate, done))
    elif fate == "overdue":
        moves.append(_move(fate, due + timedelta(days=1)))
    elif fate == "cancelled":
        moves.append(_move(fate, assigned + timedelta(days=10)))
    return {**task, "moves": moves}


def committee_meetings(sample: Sample) -> Iterator[Object]:
    """Yield invented meetings: every kind in turn, most with their conclusions notified."""
    words, random = begin(sample, "committee_meetings")
    for number in sample.numbers:
        held = day_of(random, sample.year)
        moves = [_move("held", held)]
        meeting: Object = {
            "held_on": held.isoformat(),
            "kind": _ROUNDS[number % len(_ROUNDS)],
            "chair": _one(random, words, "chairs"),
            "participants": _one(random, words, "participants"),
            "agenda": _one(random, words, "agendas"),
            "minutes": _number(random, words, "minutes"),
        }
        if number % 4:
            moves.append(_move("concluded", held + timedelta(days=random.randrange(1, 6))))
            meeting |= {
                "conclusions": _one(random, words, "conclusions"),
                "notice": _number(random, words, "notice"),
            }
        yield {**meeting, "moves": moves}


def inspections(sample: Sample) -> Iterator[Object]:
    """Yield invented inspections: some followed up, some closed with everything put right."""
    words, random = begin(sample, "inspections")
    for number in sample.numbers:
        yield _inspection(random, sample, words, ("closed", "following_up", "held")[number % 3])


def _inspection(random: Random, sample: Sample, words: Words, fate: str) -> Object:
    held = _early(random, sample.year)
    moves = [_move("held", held)]
    texts = random.sample(cast("list[str]", words["recommendations"]), k=random.randrange(1, 4))
    rows: list[Object] = []
    last = held
    for place, text in enumerate(texts):
        row: Object = {"text": text, "due": (held + timedelta(days=30)).isoformat()}
        if fate == "closed" or (fate == "following_up" and place == 0):
            fixed = held + timedelta(days=random.randrange(8, 40))
            last = max(last, fixed)
            row |= {"fixed_on": fixed.isoformat(), "remedy": _one(random, words, "remedies")}
        rows.append(row)
    if fate != "held":
        moves.append(_move("following_up", held + timedelta(days=3)))
    if fate == "closed":
        moves.append(_move("closed", last))
    return {
        "plan": _number(random, words, "plan"),
        "held_on": held.isoformat(),
        "inspected_unit": _one(random, words, "units"),
        "team": _one(random, words, "teams"),
        "content": _one(random, words, "contents"),
        "strengths": _one(random, words, "strengths"),
        "shortcomings": _one(random, words, "shortcomings"),
        "recommendations": rows,
        "moves": moves,
    }


def committee_reviews(sample: Sample) -> Iterator[Object]:
    """Yield invented reviews: of half a year and of a year, by the administrative year."""
    words, random = begin(sample, "committee_reviews")
    year = sample.year
    for number in sample.numbers:
        interim = number % 2 == 0
        end = date(year, 6, 14) if interim else date(year, 12, 14)
        on = end + timedelta(days=random.randrange(1, 12))
        moves = [_move("held", on)]
        review: Object = {
            "kind": "interim" if interim else "final",
            "reviewed_on": on.isoformat(),
            "period_from": date(year - 1, 12, 15).isoformat(),
            "period_to": end.isoformat(),
            "awarded_collectives": random.randrange(4),
            "awarded_individuals": random.randrange(9),
        }
        if number % 3:
            conference = _one(random, words, "conferences")
            review |= {"conference": conference, "delegates": random.randrange(30, 120)}
        if number % 4:
            review["report"] = _number(random, words, "report")
            moves.append(_move("reported", on + timedelta(days=2)))
        yield {**review, "moves": moves}


def _early(random: Random, year: int) -> date:
    """Return a day that leaves two months of its year for what follows."""
    return office_day(date(year, 1, 1) + timedelta(days=random.randrange(290)))


def _one(random: Random, words: Words, name: str) -> str:
    return random.choice(cast("list[str]", words[name]))


def _number(random: Random, words: Words, name: str) -> str:
    return str(words[name]).format(number=random.randrange(1, 90))


def _move(state: str, on: date) -> Object:
    return {"state": state, "on": on.isoformat()}
