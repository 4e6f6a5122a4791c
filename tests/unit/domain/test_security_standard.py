"""R07: what must agree in a file, its criteria, and the days that law sets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import end_of
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.register import Setting
from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.registers.security_standard.criteria import (
    BY_CODE,
    COMMUNE_WIDE,
    criteria_of,
)
from antq_desktop.domain.registers.security_standard.procedure import window
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.values import Reader

if TYPE_CHECKING:
    from antq_desktop.domain.working_days import Calendar

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


@pytest.mark.parametrize("values", [{}, COMMUNE, ENTERPRISE, FAILED])
def test_a_complete_file_has_no_problem_and_reads_back_as_it_is(
    values: dict[str, object],
) -> None:
    assert not found(**values)
    read, problems = Reader(None, TODAY).read_all(REGISTER.fields, file(**values))
    assert (read, problems) == (file(**values), [])


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        # TT 124/2021/TT-BCA Đ8.2: the window of a year.
        ({"year": "2023-11"}, ("year", "rules.year_only", True)),
        ({"year": "2025"}, ("year", "rules.year_not_begun", True)),
        (
            {"registered_on": "2022-10-31"},
            ("registered_on", "rules.registered_in_other_year", False),
        ),
        # Counting A35: figures follow the reference.
        ({"residential_area": None}, ("residential_area", "rules.subject_not_chosen", True)),
        ({**ENTERPRISE, "organization": None}, ("organization", "rules.subject_not_chosen", True)),
        ({"organization": FIRM}, ("organization", "rules.subject_of_other_kind", True)),
        (
            {**COMMUNE, "residential_area": AREA},
            ("residential_area", "rules.subject_of_other_kind", True),
        ),
        # Đ1.2b
        ({"in_scope": False}, ("exclusion", "rules.exclusion_missing", True)),
        (
            {"in_scope": False, "exclusion": "newly_established"},
            ("result", "rules.result_out_of_scope", True),
        ),
        ({"exclusion": "newly_established"}, ("exclusion", "rules.exclusion_in_scope", True)),
        # Đ4.1: all households register.
        ({"households_total": None}, ("households_total", "rules.households_missing", False)),
        (
            {"households_registered": None},
            ("households_registered", "rules.households_missing", False),
        ),
        (
            {"households_registered": 121},
            ("households_registered", "rules.more_registered_than_households", True),
        ),
        (
            {"households_registered": 119},
            ("households_registered", "rules.households_not_registered", False),
        ),
        # Đ8.1: met or not met.
        (
            {"criteria": criteria("residential_area", KDC5="not_met")},
            ("result", "rules.passed_but_not_met", False),
        ),
        ({"fail_reasons": ["KDC5"]}, ("fail_reasons", "rules.reasons_but_passed", True)),
        (
            {**FAILED, "fail_reasons": ["KDC1", "KDC5"]},
            ("fail_reasons", "rules.reason_is_met", False),
        ),
        ({**FAILED, "fail_reasons": None}, ("fail_reasons", "values.required", True)),
        ({"moves": moves(*STATES[:5])}, ("result", "rules.result_is_not_state", True)),
        ({**FAILED, "result": "passed"}, ("result", "rules.result_is_not_state", True)),
        # Đ9: one after the other.
        ({"meeting_on": "2023-11-04"}, ("submitted_on", "rules.in_order", True)),
        (
            {"submitted_on": None, "appraised_on": None, "decision_on": "2023-11-01"},
            ("decision_on", "rules.in_order", True),
        ),
        ({"graded_on": "2024-01-01"}, ("graded_on", "rules.not_future", True)),
        # Đ10, Đ10.5: who recognises, and by whose right.
        (
            {"decision_level": "province"},
            ("decision_level", "rules.level_of_other_kind", False),
        ),
        (
            {**COMMUNE, "decision_level": "commune"},
            ("decision_level", "rules.level_of_other_kind", False),
        ),
        ({"delegated": True}, ("delegated", "rules.not_delegable", False)),
        # QĐ 510: a sheet of 100 points.
        ({"score_self": "100,5"}, ("score_self", "rules.score", True)),
        ({"score_final": "chín mươi"}, ("score_final", "rules.score", True)),
        ({"moves": moves("registered", "passed")}, ("moves", "rules.move_not_allowed", True)),
    ],
)
def test_each_rule_finds_its_mistake(
    values: dict[str, object], problem: tuple[str, str, bool]
) -> None:
    assert problem in found(**values)


@pytest.mark.parametrize("score", ["0", "7", "87.5", "99,99", "100", "100,00"])
def test_a_score_is_a_number_up_to_a_hundred(score: str) -> None:
    assert not found(score_final=score)


def test_an_organisation_may_be_recognised_by_delegation() -> None:
    """TT 124/2021/TT-BCA Đ10.5."""
    assert not found(**ENTERPRISE, delegated=True)


def test_no_district_recognises_after_the_reform() -> None:
    values = file(**COMMUNE, decision_on="2025-07-01")
    problems = check(REGISTER, values, date(2025, 12, 31))
    assert ("decision_level", "rules.no_districts") in {(one.field, one.rule) for one in problems}
    values = file(**COMMUNE, decision_on="2025-06-30")
    problems = check(REGISTER, values, date(2025, 12, 31))
    assert not [one for one in problems if one.field == "decision_level"]


def test_what_is_not_registered_needs_no_file_yet() -> None:
    empty = dict.fromkeys(file(), None)
    values = {name: file()[name] for name in ("year", "subject_kind", "subject", "in_scope")}
    begun = {**empty, **values, "residential_area": AREA, "moves": moves("not_registered")}
    assert not found(**begun)
    lacking = {field for field, _, _ in found(**{**begun, "moves": moves("registered")})}
    assert lacking == {"registered_on", "registration_documents"}


# ----------------------------------------------------------------------------- criteria (Đ4 to 7)


def test_the_criteria_are_those_of_the_circular() -> None:
    assert len(criteria_of("residential_area")) == 14
    assert criteria_of("commune")[-4:] == ("XA1", "XA2", "XA3", "XA4")
    assert criteria_of("commune")[:-4] == criteria_of("residential_area")[2:-1]
    assert criteria_of("agency") == criteria_of("enterprise")
    assert len(criteria_of("agency")) == 12
    assert criteria_of("school") == ("GD1", "GD2", "GD3", "GD4", "GD5", "GD6")
    assert {code for code, one in BY_CODE.items() if one.excusable} == {
        *("KDC4b", "KDC4d", "CQ3dd", "CQ3g"),
    }
    assert (BY_CODE["KDC3dd"].shown, BY_CODE["KDC3dd"].article) == ("KDC3đ", "Đ4.3đ")
    assert set(criteria_of("residential_area")) - {"KDC1", "KDC5"} == COMMUNE_WIDE


def line(criterion: str, result: str = "met", **more: object) -> dict[str, object]:
    return {"criterion": criterion, "result": result, **more}


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (line("CQ1"), ("criteria[15].criterion", "rules.criterion_of_other_kind", True)),
        (line("KDC1"), ("criteria[15].criterion", "rules.distinct", True)),
        (line("LOCAL"), ("criteria[15].note", "rules.local_criterion_name", False)),
        (
            line("LOCAL", note="Camera", force_majeure=True),
            ("criteria[15].force_majeure", "rules.no_force_majeure", False),
        ),
    ],
)
def test_a_criterion_that_does_not_belong_is_found(
    more: dict[str, object], problem: tuple[str, str, bool]
) -> None:
    assert found(criteria=[*criteria("residential_area"), more]) == {problem}


def test_a_province_may_add_several_criteria() -> None:
    """TT 124/2021/TT-BCA Đ8.1."""
    added = [line("LOCAL", note="Camera"), line("LOCAL", note="Zalo")]
    assert not found(criteria=[*criteria("residential_area"), *added])


def test_all_criteria_of_a_kind_are_asked_for() -> None:
    some = criteria("residential_area")[1:-1]
    [problem] = check(REGISTER, file(criteria=some), TODAY)
    assert (problem.rule, problem.grave) == ("rules.criteria_missing", False)
    assert problem.values == {"count": 2, "codes": "KDC1, KDC5"}


def test_force_majeure_is_explained() -> None:
    """TT 124/2021/TT-BCA Đ4.4b, 4.4d, 6.3đ, 6.3g."""
    rows = criteria("residential_area")
    rows[10] |= {"force_majeure": True}
    assert rows[10]["criterion"] == "KDC4b"
    assert found(criteria=rows) == {("criteria[11].note", "rules.force_majeure_why", False)}
    rows[10] |= {"note": "Sét đánh"}
    assert not found(criteria=rows)


@pytest.mark.parametrize(
    ("code", "told"),
    [("KDC1", False), ("KDC2", True), ("KDC3e", True), ("KDC4d", True), ("KDC5", False)],
)
def test_an_area_that_failed_by_clauses_2_to_4_fails_its_commune(code: str, *, told: bool) -> None:
    """TT 124/2021/TT-BCA Đ5.2, and the control of domain.md B.5."""
    rows = criteria("residential_area", **{code: "not_met"})
    problem = ("fail_reasons", "rules.commune_fails_too", False)
    values = {**FAILED, "criteria": rows, "fail_reasons": [code]}
    assert found(**values) == ({problem} if told else set())


def test_a_commune_does_not_meet_xa2_with_a_criterion_not_met() -> None:
    """TT 124/2021/TT-BCA Đ5.2."""
    problem = ("criteria", "rules.commune_criterion_not_met", False)
    rows = criteria("commune", KDC3e="not_met")
    assert problem in found(**{**COMMUNE, "criteria": rows})
    rows = criteria("commune", KDC3e="not_met", XA2="not_met")
    assert problem not in found(**{**COMMUNE, "criteria": rows})


# ----------------------------------------------------------------------------- windows and days


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("residential_area", date(2022, 11, 1), date(2023, 10, 31)),
        ("commune", date(2022, 11, 16), date(2023, 11, 15)),
        ("school", date(2022, 11, 16), date(2023, 11, 15)),
    ],
)
def test_the_windows_are_those_of_the_circular(kind: str, first: date, last: date) -> None:
    """TT 124/2021/TT-BCA Đ8.2a, b."""
    assessed = window(kind, 2023)
    assert (assessed.first, assessed.last) == (first, last)


@pytest.mark.parametrize(
    ("kind", "today", "begun"),
    [
        ("residential_area", date(2023, 10, 31), False),
        ("residential_area", date(2023, 11, 1), True),
        ("commune", date(2023, 11, 15), False),
        ("commune", date(2023, 11, 16), True),
    ],
)
def test_a_year_begins_with_its_window(kind: str, today: date, *, begun: bool) -> None:
    values = {"year": "2024", "subject_kind": kind, "moves": moves("not_registered")}
    rules = {one.rule for one in check(REGISTER, values, today)}
    assert ("rules.year_not_begun" not in rules) is begun


def no_calendar() -> Calendar:
    """Fail a limit that asks for working days: all of these are days of the year."""
    raise AssertionError


@pytest.mark.parametrize(
    ("kind", "limits"),
    [
        ("residential_area", ["2023-03-31", "2023-11-14", "2023-11-19"]),
        ("commune", ["2023-03-31", "2023-11-19", "2023-11-29"]),
        ("agency", ["2023-03-31", "2023-11-19", "2023-11-29"]),
    ],
)
def test_the_days_before_which_things_are_done(kind: str, limits: list[str]) -> None:
    """TT 124/2021/TT-BCA Đ4.1 and 9.1; QĐ 510: "before" ends at 24:00 of the day before."""
    values = {"year": "2023", "subject_kind": kind, "in_scope": True}
    setting = Setting(remote=False, calendar=no_calendar)
    assert [one.last_moment(values, setting) for one in REGISTER.deadlines] == [
        end_of(date.fromisoformat(day)) for day in limits
    ]


def test_a_limit_is_met_on_its_last_day_and_missed_on_the_next() -> None:
    setting = Setting(remote=False, calendar=no_calendar)
    for number, name, good, late in (
        (0, "registered_on", "2023-03-31", "2023-04-01"),
        (1, "decision_on", "2023-11-14", "2023-11-15"),
        (2, "graded_on", "2023-11-19", "2023-11-20"),
    ):
        deadline = REGISTER.deadlines[number]
        due = deadline.last_moment(file(), setting)
        assert due is not None
        for day, in_time in ((good, True), (late, False)):
            done = deadline.met(file(**{name: day}))
            assert done is not None
            assert (done <= due) is in_time
        assert deadline.met(file(**{name: None})) is None


@pytest.mark.parametrize(
    "values", [{"in_scope": False}, {"year": None}, {"subject_kind": None}, FAILED]
)
def test_some_files_have_nothing_to_decide(values: dict[str, object]) -> None:
    setting = Setting(remote=False, calendar=no_calendar)
    assert REGISTER.deadlines[1].last_moment(file(**values), setting) is None


@pytest.mark.parametrize(("year", "verified"), [("2024", True), ("2025", False), ("2026", False)])
def test_the_limits_are_unverified_since_the_circular_was_amended(
    year: str, *, verified: bool
) -> None:
    """TT 48/2025/TT-BCA could not be read."""
    assert {one.verified_for(file(year=year)) for one in REGISTER.deadlines} == {verified}


def test_texts_and_documents_stay_in_the_unit() -> None:
    kept = {path for path, one in REGISTER.paths() if one.travel is Travel.PRIVATE}
    assert kept == {
        *("registration_documents", "criteria.evidence", "criteria.note", "minutes"),
        *("submission_document", "appraised_by", "appraisal", "certificate_number"),
        *("score_self", "score_final"),
    }
