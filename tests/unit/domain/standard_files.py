"""Files of R07 made by hand, and what the rules find in them."""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.registers.security_standard.criteria import (
    criteria_of,
)
from antq_desktop.domain.rules import check, missing

TODAY = date(2023, 12, 31)
AREA = "018bcfe5-687b-7000-8000-000000000001"
FIRM = "018bcfe5-687b-7000-8000-000000000002"
STATES = ("registered", "monitored", "assessed", "submitted", "appraised", "passed", "certified")
DAYS = ("02-01", "04-01", "11-02", "11-03", "11-05", "11-08", "11-10")


def moves(*states: str) -> list[dict[str, object]]:
    """Return the way to a state; unknown steps come on the day after the last."""
    days = dict(zip(STATES, DAYS, strict=True))
    return [{"state": state, "on": f"2023-{days.get(state, '12-01')}"} for state in states]


def criteria(kind: str, **results: str) -> list[dict[str, object]]:
    """Return all criteria of a kind, met where nothing else is said."""
    return [{"criterion": code, "result": results.get(code, "met")} for code in criteria_of(kind)]


def file(**values: object) -> dict[str, object]:
    """Return the file of a residential area that was recognised; None leaves a value out."""
    given = {
        "year": "2023",
        "subject_kind": "residential_area",
        "subject": "Thôn 1",
        "residential_area": AREA,
        "in_scope": True,
        "registered_on": "2023-02-01",
        "registration_documents": "Nghị quyết số 1-NQ/CB",
        "households_total": 120,
        "households_registered": 120,
        "criteria": criteria("residential_area"),
        "meeting_on": "2023-11-02",
        "submitted_on": "2023-11-03",
        "submission_document": "1/TTr",
        "appraised_on": "2023-11-05",
        "result": "passed",
        "decision_number": "1/QĐ-UBND",
        "decision_on": "2023-11-08",
        "decision_level": "commune",
        "certificate_number": "1/GCN",
        "grade": "good",
        "graded_on": "2023-11-15",
        "score_self": "87,5",
        "moves": moves(*STATES),
        **values,
    }
    return {name: value for name, value in given.items() if value is not None}


COMMUNE = {
    "subject_kind": "commune",
    "subject": "Xã Thử",
    "residential_area": None,
    "households_total": None,
    "households_registered": None,
    "criteria": criteria("commune"),
    "decision_level": "district",
}
ENTERPRISE = {
    **COMMUNE,
    "subject_kind": "enterprise",
    "subject": "Công ty Thử",
    "organization": FIRM,
    "criteria": criteria("enterprise"),
    "decision_level": "commune",
}
FAILED = {
    "result": "failed",
    "fail_reasons": ["KDC5"],
    "criteria": criteria("residential_area", KDC5="not_met"),
    "moves": moves(*STATES[:5], "failed"),
}


def found(**values: object) -> set[tuple[str, str, bool]]:
    """Return the field, rule and weight of each problem."""
    problems = [*missing(REGISTER, file(**values)), *check(REGISTER, file(**values), TODAY)]
    return {(one.field, one.rule, one.grave) for one in problems}
