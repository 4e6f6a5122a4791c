"""Invented files of "An toàn về an ninh, trật tự" (R07)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, cycle, islice, zip_longest
from typing import TYPE_CHECKING

from antq_desktop.domain.registers.organizations import NO_DISTRICTS
from antq_desktop.domain.registers.security_standard.criteria import AREA, COMMUNE, criteria_of
from antq_desktop.services.sample_base import Object, Sample, Words, begin, office_day
from antq_desktop.services.sample_persons import working

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from random import Random

_WAY = ("registered", "monitored", "assessed", "submitted", "appraised", "passed", "certified")
_FATES = (
    *("certified", "certified", "passed", "certified", "failed", "certified", "revoked"),
    *("certified", "appraised", "certified", "supplement_requested", "certified", "submitted"),
    *("certified", "assessed", "passed", "monitored", "certified", "registered"),
    *("certified", "not_registered", "certified", "passed"),
)
_DECIDED = frozenset({"passed", "certified", "revoked"})
#: Not met in one area without the whole commune failing (TT 124/2021/TT-BCA Đ5.2).
_FAILING = {AREA: "KDC5", "agency": "CQ4", "enterprise": "CQ3g", "school": "GD4"}


def security_standard(sample: Sample) -> Iterator[Object]:
    """Yield invented files: the commune, then its areas and organisations in turn.

    They are about the areas and organisations that were saved before.
    """
    fates = cycle(_FATES)
    yield from islice(files(sample, lambda _kind: next(fates)), sample.records)


def files(sample: Sample, fate: Callable[[str], str]) -> Iterator[Object]:
    """Yield the files of a commune; ``fate`` says what became of the next subject of a kind."""
    words, random = begin(sample, "security_standard")
    for subject in subjects_of(sample):
        if subject["in_scope"]:
            yield _file(random, sample, words, subject, fate(str(subject["subject_kind"])))
        else:
            moves = [{"state": "not_registered", "on": date(sample.year, 1, 5).isoformat()}]
            yield {**_plain(subject), "moves": moves}


def subjects_of(sample: Sample) -> Iterator[Object]:
    """Yield what a commune has files about: itself, and what was saved before and is there."""
    year = f"{sample.year:04}"
    level = "district" if date(sample.year, 11, 18) < NO_DISTRICTS else "province"
    yield {
        "year": year,
        "subject_kind": COMMUNE,
        "subject": sample.unit.name,
        "in_scope": True,
        "level": level,
    }
    areas = sample.saved.get("residential_areas", {}).items()
    others = sample.saved.get("organizations", {}).items()
    both = zip_longest(
        (_area(year, record, area) for record, area in areas if "valid_to" not in area),
        (_organization(year, record, one) for record, one in others if "valid_to" not in one),
    )
    yield from (one for one in chain.from_iterable(both) if one is not None)


def _area(year: str, record: str, area: Object) -> Object:
    return {
        "year": year,
        "subject_kind": AREA,
        "subject": area["name"],
        "residential_area": record,
        "in_scope": True,
        "level": "commune",
        "households_total": area["households"],
    }


def _organization(year: str, record: str, one: Object) -> Object:
    reason = {"exclusion": one["exclusion"]} if "exclusion" in one else {}
    return {
        "year": year,
        "subject_kind": one["kind"],
        "subject": one["name"],
        "organization": record,
        "in_scope": one["in_scope"],
        "level": one["level"],
        **reason,
    }


def _plain(subject: Object) -> Object:
    return {name: value for name, value in subject.items() if name != "level"}


def _file(random: Random, sample: Sample, words: Words, subject: Object, fate: str) -> Object:
    states = _states(fate)
    days = _days(random, sample.year, area=subject["subject_kind"] == AREA)
    moves = [{"state": state, "on": days[state].isoformat()} for state in states]
    number = random.randrange(10, 400)

    def told(name: str) -> str:
        return str(words[name]).format(number=number)

    found: Object = {**_plain(subject), "moves": moves}
    if "registered" in states:
        found |= {
            "registered_on": days["registered"].isoformat(),
            "registration_documents": told("documents"),
        }
    if "households_total" in subject and "registered" in states:
        found["households_registered"] = subject["households_total"]
    if "assessed" in states:
        found |= {"meeting_on": days["assessed"].isoformat(), "minutes": told("minutes")}
        found["criteria"] = _criteria(random, words, str(subject["subject_kind"]), fate)
    if "submitted" in states:
        found["submitted_on"] = days["submitted"].isoformat()
        found["submission_document"] = told("proposal")
    if "appraised" in states:
        found |= {
            "appraised_by": words["appraiser"],
            "appraised_on": days["appraised"].isoformat(),
            "appraisal": words["appraisal"],
        }
    return {**found, **_decided(random, told, subject, states, days)}


def _decided(
    random: Random,
    told: Callable[[str], str],
    subject: Object,
    states: tuple[str, ...],
    days: Mapping[str, date],
) -> Object:
    fate = states[-1]
    kind = str(subject["subject_kind"])
    if fate == "failed":
        return {
            "result": "failed",
            "fail_reasons": [_FAILING[kind]],
            **_graded(random, days, "weak"),
        }
    if fate not in _DECIDED:
        return {}
    found: Object = {
        "result": "passed",
        "decision_number": told("decision"),
        "decision_on": days["passed"].isoformat(),
        "decision_level": subject["level"],
        "delegated": kind not in {AREA, COMMUNE} and random.random() < 0.2,
    }
    if "certified" in states:
        found["certificate_number"] = told("certificate")
    grade = random.choices(("excellent", "good", "average"), weights=(1, 6, 2))[0]
    return {**found, **_graded(random, days, grade)}


def _graded(random: Random, days: Mapping[str, date], grade: str) -> Object:
    score = random.randrange(50, 98)
    return {
        "grade": grade,
        "graded_on": days["graded"].isoformat(),
        "score_self": f"{score},5",
        "score_final": f"{score - 1}",
    }


def _states(fate: str) -> tuple[str, ...]:
    """Return the way to a state; what failed or was revoked took it too."""
    match fate:
        case "not_registered":
            return ("not_registered",)
        case "failed":
            return (*_WAY[:5], "failed")
        case "revoked":
            return (*_WAY, "revoked")
        case "supplement_requested":
            return (*_WAY[:4], "supplement_requested")
        case _:
            return _WAY[: _WAY.index(fate) + 1]


def _days(random: Random, year: int, *, area: bool) -> dict[str, date]:
    """Return the day of each step: all before the days that law sets."""
    met = date(year, 11, 1) + timedelta(days=random.randrange(3)) if area else date(year, 11, 15)
    while met.weekday() >= 5:
        met -= timedelta(days=1)
    registered = office_day(date(year, 1, 10) + timedelta(days=random.randrange(75)))
    return {
        "not_registered": date(year, 1, 5),
        "registered": registered,
        "monitored": date(year, 4, 5),
        "assessed": met,
        "submitted": working(met, 1),
        "supplement_requested": working(met, 2),
        "appraised": working(met, 1),
        "failed": working(met, 2),
        "passed": working(met, 2),
        "certified": working(met, 3),
        "graded": working(met, 7),
        "revoked": date(year, 12, 20),
    }


def _criteria(random: Random, words: Words, kind: str, fate: str) -> list[Object]:
    rows: list[Object] = []
    for code in criteria_of(kind):
        row: Object = {"criterion": code, "result": "met", "evidence": words["evidence"]}
        if fate == "failed" and code == _FAILING.get(kind):
            row["result"] = "not_met"
        elif code in {"CQ5", "GD6"} and random.random() < 0.5:
            row["result"] = "not_applicable"
        elif code in {"KDC4d", "CQ3g"} and random.random() < 0.2:
            row |= {"force_majeure": True, "note": words["majeure"]}
        rows.append(row)
    if random.random() < 0.3:
        rows.append({"criterion": "LOCAL", "result": "met", "note": words["added"]})
    return rows
