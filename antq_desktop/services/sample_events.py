"""Invented work among the people with its festivals (R09), and invented awards (R10).

Codes take turns, so that a few dozen records show every one of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.services.sample_base import Object, Sample, Words, begin, day_of, full_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

_FORMS = (
    *("meeting", "loudspeaker", "festival", "household_visit", "leaflets", "billboards"),
    *("mock_trial", "contest", "social_media", "pledge", "warning_talk"),
)
_TOPICS = (
    *("online_fraud", "crime_prevention", "drugs", "traffic", "fire_rescue", "residence_identity"),
    *("weapons_fireworks", "trafficking", "school_violence", "land", "religion", "other"),
)
_LEVELS = ("area", "inter_area", "commune", "organization", "province")
#: What an event has come to: one in twelve is still a plan, one was called off.
_COURSES = ("planned", "cancelled", *("done",) * 4, *("reported",) * 6)

_AWARDS = (
    *("commendation", "certificate", "emulation_flag", "advanced_soldier", "cultured_family"),
    *("unit_of_victory", "advanced_worker", "security_medal", "exemplary_commune", "commendation"),
    *("emulation_soldier", "advanced_collective", "excellent_collective", "government_flag"),
    *("prime_minister_certificate", "advanced_unit", "other"),
)
_COLLECTIVES = ("police_collective", "team_collective", "area", "agency", "enterprise", "school")
_ANYBODY = ("individual", *_COLLECTIVES, "household", "model")
_ONE_PERSON = frozenset(
    {"advanced_soldier", "emulation_soldier", "advanced_worker", "security_medal"}
)
_OF_FORCES = frozenset({"unit_of_victory", "advanced_unit"})
_BOTH = frozenset({"commendation", "certificate", "prime_minister_certificate", "other"})
_LEVEL_OF = {
    "government_flag": "government",
    "prime_minister_certificate": "government",
    "excellent_collective": "province",
    "exemplary_commune": "province",
    "advanced_worker": "commune",
    "cultured_family": "commune",
    "security_medal": "ministry",
    "other": "state",
}
_COMMENDED_BY = ("commune", "district", "provincial_police")
_KINDS = ("merit", "emulation", "unplanned", "devotion", "seniority", "external")
_THEMES = ("movement", "model", "fighting_crime", "internal_protection", "denouncing")
_FATES = (
    *("presented", "decided", "presented", "submitted", "decided", "proposed", "not_awarded"),
)
_NO_DISTRICTS = date(2025, 7, 1)


def propaganda(sample: Sample) -> Iterator[Object]:
    """Yield invented events: most were held and reported, each form in its turn."""
    words, random = begin(sample, "propaganda")
    for number in sample.numbers:
        yield _event(random, sample, words, number)


def _event(random: Random, sample: Sample, words: Words, number: int) -> Object:
    form, course = _FORMS[number % len(_FORMS)], _COURSES[number % len(_COURSES)]
    held = day_of(random, sample.year)
    if form == "festival":
        course = "reported"
        held = date(sample.year, 8, 19) - timedelta(days=random.randrange(30))
    topics = {_TOPICS[number % len(_TOPICS)], random.choice(_TOPICS)}
    event: Object = {
        "held_on": held.isoformat(),
        "form": form,
        "topics": sorted(topics),
        "place": random.choice(_list(words, "places")),
        "co_hosts": [{"name": random.choice(_list(words, "hosts"))}],
        "plan": str(words["plan"]).format(number=random.randrange(1, 90)),
    }
    if number % 5:
        kind = "rural" if sample.unit.kind == "xa" else "urban"
        event["area"] = str(words[kind]).format(number=random.randrange(1, 9))
    else:
        event["organization"] = random.choice(_list(words, "organizations"))
    moves = list(_course(course, held))
    if course in {"done", "reported"}:
        event |= _result(random, words, form, number)
    if course == "reported":
        event["report"] = str(words["report"]).format(number=random.randrange(1, 200))
    return {**event, "moves": moves}


def _course(course: str, held: date) -> Iterator[Object]:
    yield {"state": "planned", "on": (held - timedelta(days=12)).isoformat()}
    if course == "cancelled":
        yield {"state": course, "on": (held - timedelta(days=1)).isoformat()}
    if course in {"done", "reported"}:
        yield {"state": "done", "on": held.isoformat()}
    if course == "reported":
        yield {"state": course, "on": (held + timedelta(days=5)).isoformat()}


def _result(random: Random, words: Words, form: str, number: int) -> Object:
    result: Object = {
        "sessions": random.randrange(1, 4),
        "attendees": random.randrange(20, 260),
        "photos": words["photos"],
    }
    more: dict[str, Object] = {
        "loudspeaker": {"broadcasts": random.randrange(5, 40)},
        "leaflets": {"leaflets": random.randrange(100, 900)},
        "social_media": {"articles": random.randrange(1, 9), "reach": random.randrange(500, 9000)},
        "pledge": {"commitments": random.randrange(30, 300)},
        "festival": {
            "festival_level": _LEVELS[number // len(_FORMS) % len(_LEVELS)],
            "pilot": random.random() < 0.2,
            "venues": random.randrange(1, 4),
            "delegates": random.randrange(10, 60),
            "ceremony": words["ceremony"],
            "festivities": words["festivities"],
            "festival_awards": random.randrange(12),
            "gifts": random.randrange(30),
        },
    }
    return {**result, **more.get(form, {})}


def awards(sample: Sample) -> Iterator[Object]:
    """Yield invented awards: each in its turn, most of them decided and handed over."""
    words, random = begin(sample, "awards")
    for number in sample.numbers:
        yield _award(random, sample, words, number)


def _award(random: Random, sample: Sample, words: Words, number: int) -> Object:
    award, fate = _AWARDS[number % len(_AWARDS)], _FATES[number % len(_FATES)]
    decided = day_of(random, sample.year)
    proposed = decided - timedelta(days=random.randrange(15, 40))
    level = _level_of(award, number, decided)
    one: Object = {
        **_recipient(random, words, award, number),
        "award": award,
        "level": level,
        "authority": _words_of(words, "authorities", level),
        "kind": _KINDS[number % len(_KINDS)],
        "theme": _THEMES[number % len(_THEMES)],
        "achievement": random.choice(_list(words, "achievements")),
        "proposed_on": proposed.isoformat(),
        "proposal": str(words["proposal"]).format(number=random.randrange(1, 90)),
    }
    if award == "other":
        one["other_award"] = words["other"]
    moves: list[Object] = [{"state": "proposed", "on": proposed.isoformat()}]
    if fate == "submitted":
        moves.append({"state": fate, "on": (proposed + timedelta(days=3)).isoformat()})
    if fate == "not_awarded":
        moves.append({"state": fate, "on": decided.isoformat()})
    if fate in {"decided", "presented"}:
        moves.append({"state": "decided", "on": decided.isoformat()})
        one |= {
            "decision_number": str(words["decision"]).format(number=random.randrange(100, 900)),
            "decided_on": decided.isoformat(),
            "money": random.randrange(1, 20) * 100_000,
        }
    if fate == "presented":
        on = (decided + timedelta(days=random.randrange(3, 15))).isoformat()
        moves.append({"state": fate, "on": on})
        one["presented_on"] = on
    return {**one, "moves": moves}


def _recipient(random: Random, words: Words, award: str, number: int) -> Object:
    if award in _ONE_PERSON:
        kind = "individual"
    elif award == "cultured_family":
        kind = "household"
    elif award in _OF_FORCES:
        kind = _COLLECTIVES[number % 2]
    elif award == "exemplary_commune":
        kind = "agency"
    elif award in _BOTH:
        kind = _ANYBODY[number % len(_ANYBODY)]
    else:
        kind = _COLLECTIVES[number % len(_COLLECTIVES)]
    if kind in {"individual", "household"}:
        name = full_name(random)
        return {"recipient_kind": kind, "recipient_person": name}
    name = _words_of(words, "collectives", kind)
    return {"recipient_kind": kind, "recipient_collective": name}


def _level_of(award: str, number: int, decided: date) -> str:
    if award == "commendation":
        level = _COMMENDED_BY[number % len(_COMMENDED_BY)]
        return "commune" if level == "district" and decided >= _NO_DISTRICTS else level
    if award in {"certificate", "emulation_flag"}:
        return ("province", "ministry")[number % 2]
    return _LEVEL_OF.get(award, "provincial_police")


def _words_of(words: Words, table: str, name: str) -> str:
    return str(cast("Mapping[str, object]", words[table])[name])


def _list(words: Words, name: str) -> list[str]:
    return cast("list[str]", words[name])
