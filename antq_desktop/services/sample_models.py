"""Invented models of the movement (R06)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.services.sample_base import Object, Sample, Words, area_names, begin, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random


def movement_models(sample: Sample) -> Iterator[Object]:
    """Yield invented models: most from years before, some new, some replicated, a few ended."""
    words, random = begin(sample, "movement_models")
    kinds = cast("list[Mapping[str, str]]", words["models"])
    for number in sample.numbers:
        kind = kinds[(number + random.randrange(len(kinds))) % len(kinds)]
        yield _model(random, sample, words, kind)


def _model(random: Random, sample: Sample, words: Words, kind: Mapping[str, str]) -> Object:
    new = random.random() < 0.15
    year = sample.year if new else random.randrange(sample.year - 6, sample.year)
    established = day_of(random, year)
    moves: list[Object] = [{"state": "new", "on": established.isoformat()}]
    if not new:
        moves += _later_moves(random, established, sample.year)
    decision = str(words["lead_decision"]).format(number=random.randrange(10, 400))
    return {
        **kind,
        "status": moves[-1]["state"],
        "moves": moves,
        "established_on": established.isoformat(),
        "decision": decision,
        "points": list(_points(random, sample, words, established)),
        "reviews": list(_reviews(random, sample.year, established)),
        "recognitions": list(_recognitions(random, sample.year, words, established)),
    }


def _later_moves(random: Random, established: date, year: int) -> Iterator[Object]:
    kept = established + timedelta(days=random.randrange(60, 180))
    yield {"state": "maintained", "on": kept.isoformat()}
    fate = random.random()
    if fate < 0.2:
        last = "strengthened" if fate < 0.12 else "paused" if fate < 0.16 else "dissolved"
        on = max(kept, day_of(random, year))
        yield {"state": last, "on": on.isoformat()}


def _points(random: Random, sample: Sample, words: Words, established: date) -> Iterator[Object]:
    areas = random.sample(area_names(sample), k=random.randrange(1, 4))
    for number, area in enumerate(areas, 1):
        started = established if number == 1 else _between(random, established, sample.year)
        yield {
            "number": number,
            "unit": sample.unit.key.as_json(),
            "area": area,
            "started_on": started.isoformat(),
            "groups": random.randrange(1, 6),
            "members": random.randrange(5, 60),
            "households": random.randrange(20, 220),
            "budget_funds": random.randrange(0, 20) * 1_000_000,
            "social_funds": random.randrange(0, 40) * 1_000_000,
            "rules_document": str(words["rules"]).format(number=number),
        }


def _reviews(random: Random, year: int, established: date) -> Iterator[Object]:
    for on in (date(year, 6, 10), date(year, 12, 5)):
        if on > established:
            yield {
                "on": on.isoformat(),
                "result": random.choices(
                    ("effective", "ordinary", "weak", "inactive"), weights=(70, 20, 7, 3)
                )[0],
                "tips": random.randrange(0, 9),
                "cases_found": random.randrange(0, 3),
                "mediated": random.randrange(0, 4),
            }


def _recognitions(random: Random, year: int, words: Words, since: date) -> Iterator[Object]:
    if random.random() < 0.2:
        level = random.choices(("commune", "province", "ministry"), weights=(60, 30, 10))[0]
        number = str(words["notice"]).format(number=random.randrange(10, 90))
        on = max(since, day_of(random, year))
        form = "experience_notice"
        yield {"level": level, "form": form, "number": number, "on": on.isoformat()}


def _between(random: Random, first: date, year: int) -> date:
    last = date(year, 12, 31)
    return first + timedelta(days=random.randrange(max((last - first).days, 1)))
