"""Invented residential areas (U2), organisations (U3) and key areas (R13)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.services.sample_base import Object, Sample, Words, begin, day_of, full_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

_KEY_AREA_STATES = (
    ("listed", "converting"),
    ("listed", "converting", "converted"),
    ("listed",),
    ("listed", "converting", "converted", "monitored"),
    ("listed", "converting", "converted", "monitored", "removed"),
    ("proposed",),
    ("listed", "converted", "relapsed"),
)
_COMPLEX_AS_TO = (
    *("social_order", "drugs", "economic", "environment", "rural_security"),
    *("workers", "religion", "complaints", "key_area", "complex_drugs"),
)
_HEADCOUNT = {"agency": (6, 40), "enterprise": (60, 900), "school": (25, 80)}


def residential_areas(sample: Sample) -> Iterator[Object]:
    """Yield invented residential areas: nearly all are there, a few were merged in the year."""
    words, random = begin(sample, "residential_areas")
    kind = words["rural" if sample.unit.kind == "xa" else "urban"]
    for number in sample.numbers:
        households = random.randrange(80, 400)
        yield {
            "name": f"{kind} {number + 1}",
            "code": f"{number + 1:03}",
            "unit": sample.unit.key.as_json(),
            "households": households,
            "population": households * 4 - random.randrange(60),
            **_exists(random, sample, ends=number % 12 == 11),
            "head": full_name(random),
            "party_secretary": full_name(random),
            "front_head": full_name(random),
        }


def organizations(sample: Sample) -> Iterator[Object]:
    """Yield invented organisations: most in scope and recognised by the commune."""
    words, random = begin(sample, "organizations")
    kinds = cast("list[Mapping[str, str]]", words["organizations"])
    for number in sample.numbers:
        kind = kinds[number % len(kinds)]
        ends = number % 12 == 5
        exclusion = kind.get("exclusion")
        level = ("province", "ministry")[number % 2] if number % 8 == 7 else "commune"
        yield {
            **kind,
            "name": kind["name"].format(number=number // len(kinds) + 1),
            "head": full_name(random),
            "headcount": random.randrange(*_HEADCOUNT[kind["kind"]]),
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


def key_areas(sample: Sample) -> Iterator[Object]:
    """Yield invented key areas, none of them classified, in every state."""
    words, random = begin(sample, "key_areas")
    places = cast("list[Mapping[str, str]]", words["places"])
    for number in sample.numbers:
        place = places[number % len(places)]
        states = _KEY_AREA_STATES[number % len(_KEY_AREA_STATES)]
        year = sample.year - (len(states) > 2 or random.random() < 0.5)
        area: Object = {
            "classification": "not_classified",
            "area_kind": place["area_kind"],
            "name": f"{place['name']} {number // len(places) + 1}",
            "unit": sample.unit.key.as_json(),
            "kind": sorted(random.sample(_COMPLEX_AS_TO, k=random.randrange(1, 3))),
        }
        yield {**area, **_listed(random, words, states, day_of(random, year))}


def _listed(random: Random, words: Words, states: tuple[str, ...], began: date) -> Object:
    """Return what the states of an area mean for its dates, one some weeks after the other."""
    moves: list[Object] = []
    evaluations: list[Object] = []
    found: Object = {"moves": moves}
    on = began
    for state in states:
        day = on.isoformat()
        moves.append({"state": state, "on": day})
        if state == "listed":
            found |= {
                "listed_on": day,
                "list_document": _numbered(words, "decision", random),
                "list_level": random.choice(("commune", "province", "ministry")),
                "baseline_cases": random.randrange(3, 20),
                "baseline_offenders": random.randrange(2, 15),
                "baseline_hotspots": random.randrange(4),
            }
        elif state == "converting":
            found |= {
                "plan_document": _numbered(words, "plan", random),
                "measures": words["measures"],
            }
            result = random.choice(("improved", "improved", "unchanged"))
            evaluations.append({"on": day, "result": result})
        elif state in {"converted", "relapsed"}:
            evaluations.append({"on": day, "result": state})
        elif state == "removed":
            found |= {
                "removed_on": day,
                "removal_document": _numbered(words, "decision", random),
            }
        on += timedelta(days=random.randrange(15, 22))
    return {**found, "evaluations": evaluations} if evaluations else found


def _numbered(words: Words, name: str, random: Random) -> str:
    return str(words[name]).format(number=random.randrange(10, 400))
