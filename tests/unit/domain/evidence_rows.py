"""Rows made by hand for what the other books suggest for R07."""

from __future__ import annotations

from datetime import date
from typing import Any

from antq_desktop.domain.indicators import Counted
from antq_desktop.domain.registers.security_standard.criteria import (
    criteria_of,
)
from antq_desktop.domain.registers.security_standard.evidence import (
    Facts,
    Proposal,
    propose,
)
from antq_desktop.domain.units import Unit, UnitKey
from antq_desktop.messages import label

KEY = UnitKey("13579")
UNIT = Unit(KEY, "Xã Thử", "xa", 3, "35", date(2025, 7, 1), remote=False)
TODAY = date(2023, 12, 31)
HERE, THERE = "area-1", "area-2"
FIRM = "firm-1"
MET, NOT_MET, OPEN = "met", "not_met", "to_be_judged"

Rows = dict[str, list[Counted]]


def row(record: str, **shared: object) -> Counted:
    """Return a row of any book, of its shared part alone."""
    return Counted(record, KEY, "1/2023", 1, "0" * 64, shared)


def area(record: str, name: str, households: int = 120) -> Counted:
    """Return a residential area that is there since long."""
    return row(record, name=name, households=households, valid_from="2001-04-01")


def firm(record: str = FIRM, name: str = "Công ty Thử", **more: object) -> Counted:
    """Return an enterprise in scope that the commune recognises."""
    given = {"kind": "enterprise", "in_scope": True, "level": "commune", "valid_from": "2001-04-01"}
    return row(record, name=name, **{**given, **more})


def case(record: str = "r02", **more: object) -> Counted:
    """Return an ordinary dispute in Thôn Trung."""
    given = {
        "opened_on": "2023-05-01",
        "kind": "dispute",
        "subject": "land",
        "severity": "normal",
        "participants": 2,
        "area": "Thôn Trung",
    }
    return row(record, **{**given, **more})


def tip(record: str = "r01", **more: object) -> Counted:
    """Return an ordinary report of crime in Thôn Trung."""
    given = {
        "received_at": "2023-05-01T08:00:00+07:00",
        "urgency": "ordinary",
        "event_area": "Thôn Trung",
    }
    return row(record, **{**given, **more})


AREAS = {"residential_areas": [area(HERE, "Thôn Trung"), area(THERE, "Thôn Đông")]}
OLD = tip("old", received_at="2021-01-01T08:00:00+07:00", event_area="Thôn Đông")
FILE = {
    "year": "2023",
    "subject_kind": "residential_area",
    "subject": "Thôn Trung",
    "residential_area": HERE,
    "registered_on": "2023-02-01",
    "registration_documents": "Nghị quyết số 1-NQ/CB",
    "households_total": 120,
    "households_registered": 120,
}
COMMUNE: dict[str, object] = {**FILE, "subject_kind": "commune", "subject": "Xã Thử"}
WORKS: dict[str, object] = {
    **FILE,
    "subject_kind": "enterprise",
    "subject": "Công ty Thử",
    "organization": FIRM,
}


def facts(
    values: dict[str, object],
    books: Rows,
    *,
    today: date = TODAY,
    unit: Unit = UNIT,
    private: dict[str, dict[str, object]] | None = None,
) -> Facts:
    """Return what a proposal looks at; the books of places are there if none are given."""
    every = {**AREAS, "organizations": [firm()], **books}
    return Facts(unit=unit, values=values, today=today, books=every, private=private)


def proposal(criterion: str, values: dict[str, object], books: Rows, **more: Any) -> Proposal:
    """Return what is proposed for one criterion."""
    (found,) = (one for one in propose(facts(values, books, **more)) if one.criterion == criterion)
    return found


def result(criterion: str, values: dict[str, object], books: Rows, **more: Any) -> str:
    """Return which result is proposed for one criterion."""
    return str(proposal(criterion, values, books, **more).result)


def words(one: Proposal) -> str:
    """Return a proposal as people read it."""
    return " ".join(label(message, "vi", **values) for message, values in one.said)


def crimes(now: int, before: int, **more: object) -> list[Counted]:
    """Return reports of the window of 2023 and of the one before it, and one much older."""
    then = "2022-05-01T08:00:00+07:00"
    return [
        OLD,
        *(tip(f"now{one}", **more) for one in range(now)),
        *(tip(f"then{one}", received_at=then) for one in range(before)),
    ]


def spot(**more: object) -> Counted:
    """Return a key area of Thôn Trung that was listed in the window."""
    return row("r13", **{"residential_area": HERE, "listed_on": "2023-03-01", **more})


def model(record: str = "r06", **more: object) -> Counted:
    """Return a model at work that was last found effective."""
    given = {
        "scope": "commune",
        "moves": [{"state": "maintained", "on": "2021-01-01"}],
        "reviews": [{"on": "2023-06-01", "result": "effective"}],
        "points": [{"number": 1, "started_on": "2021-01-01"}],
    }
    return row(record, **{**given, **more})


def at(name: str) -> list[dict[str, object]]:
    """Return the point of a model at an organisation."""
    return [{"number": 1, "started_on": "2021-01-01", "organization": name}]


def file(record: str, subject: str = HERE, **more: object) -> Counted:
    """Return the file of an area that met everything and was recognised."""
    state = "failed" if more.get("result") == "failed" else "passed"
    given = {
        "year": "2023",
        "subject_kind": "residential_area",
        "residential_area": subject,
        "in_scope": True,
        "registered_on": "2023-02-01",
        "result": "passed",
        "criteria": met("residential_area"),
        "moves": [{"state": state, "on": "2023-11-10"}],
    }
    return row(record, **{**given, **more})


def met(kind: str, **results: str) -> list[dict[str, object]]:
    """Return all criteria of a kind, met where nothing else is said."""
    return [{"criterion": one, "result": results.get(one, "met")} for one in criteria_of(kind)]


BAD = met("residential_area", KDC3e="not_met")


def of_firm(record: str, **more: object) -> Counted:
    """Return the file of the enterprise."""
    given: dict[str, Any] = {
        "subject_kind": "enterprise",
        "residential_area": None,
        "organization": FIRM,
    }
    return file(record, **{**given, **more})


WAITING: dict[str, Any] = {"result": None, "moves": [{"state": "submitted", "on": "2023-11-05"}]}


def team(*grades: tuple[int | None, str], **more: object) -> Counted:
    """Return the team of Thôn Trung with a member that stayed and one that left."""
    given = {
        "started_on": "2022-07-01",
        "areas": [{"area": "Thôn Trung"}],
        "members": [
            {"number": 1, "started_on": "2022-07-01"},
            {"number": 2, "started_on": "2022-07-01", "ended_on": "2023-01-01"},
        ],
        "grades": [{"year": "2023", "member": whose, "grade": grade} for whose, grade in grades],
    }
    return row("r08b", **{**given, **more})


GOOD = ((None, "good"), (1, "completed"))


EVERYTHING: Rows = {
    **AREAS,
    "organizations": [firm(), firm("firm-2", "Trường Thử", kind="school")],
    "disputes": [case("a", severity="hotspot"), case("b", area=""), case("c", kind="strike")],
    "crime_reports": [*crimes(3, 2), tip("x", urgency="very_serious"), tip("y", event_area="?")],
    "movement_models": [model(), model("m2", scope="organization", points=at("Công ty Thử"))],
    "key_areas": [spot()],
    "commune_education": [row("p", file_date="2023-02-01", acts=["gambling"])],
    "drug_user_management": [row("d", tested_on="2023-02-01")],
    "security_teams": [team(*GOOD)],
    "police_officers": [row("o1", started_on="2021-01-01")],
    "coordination_programmes": [row("q", partner="enterprise", valid_from="2022-01-01")],
    "security_standard": [file("1"), file("2", THERE, criteria=BAD), of_firm("3", **WAITING)],
}
