"""Invented residential areas (U2) and organisations (U3)."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING, cast

from antq_desktop.services.sample_base import Object, Sample, begin, day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random


def residential_areas(sample: Sample) -> Iterator[Object]:
    """Yield invented residential areas: nearly all are there, a few were merged in the year."""
    words, random = begin(sample, "residential_areas")
    kinds = cast("list[str]", words["kinds"])
    for number in range(sample.records):
        name = f"{kinds[number % len(kinds)]} {number // len(kinds) + 1}"
        households = random.randrange(80, 400)
        yield {
            "name": name,
            "code": f"{number + 1:03}",
            "unit": sample.unit.key.as_json(),
            "households": households,
            "population": households * 4 - random.randrange(60),
            **_exists(random, sample, ends=number % 12 == 11),
            "head": random.choice(cast("list[str]", words["heads"])),
            "party_secretary": random.choice(cast("list[str]", words["heads"])),
            "front_head": random.choice(cast("list[str]", words["heads"])),
        }


def organizations(sample: Sample) -> Iterator[Object]:
    """Yield invented organisations: most in scope and recognised by the commune."""
    words, random = begin(sample, "organizations")
    kinds = cast("list[Mapping[str, str]]", words["organizations"])
    for number, kind in enumerate(islice(cycle(kinds), sample.records)):
        ends = number % 12 == 5
        exclusion = kind.get("exclusion")
        level = ("province", "ministry")[number % 2] if number % 8 == 7 else "commune"
        yield {
            **kind,
            "name": kind["name"].format(number=number // len(kinds) + 1),
            "head": random.choice(cast("list[str]", words["heads"])),
            "headcount": random.randrange(8, 400),
            "has_protection_force": random.random() < 0.6,
            "in_scope": exclusion is None,
            # The districts are no more: only what ended before them names their level.
            "level": "district" if ends else level,
            **_exists(random, sample, ends=ends),
        }


def _exists(random: Random, sample: Sample, *, ends: bool) -> Object:
    since = day_of(random, random.randrange(1995, sample.year)).isoformat()
    moves = [{"state": "active", "on": since}]
    if not ends:
        return {"valid_from": since, "moves": moves}
    until = day_of(random, sample.year).isoformat()
    moves.append({"state": "ended", "on": until})
    return {"valid_from": since, "valid_to": until, "moves": moves}
