"""R07: its criteria, what follows from them, and the days that law sets."""

from __future__ import annotations

from dataclasses import replace
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
from antq_desktop.domain.registers.security_standard.outcome import outcome_of
from antq_desktop.domain.registers.security_standard.procedure import (
    PROCEDURES,
    is_verified,
    last_day,
    window,
)
from antq_desktop.domain.rules import check

if TYPE_CHECKING:
    from antq_desktop.domain.working_days import Calendar

from tests.unit.domain.standard_files import (
    COMMUNE,
    FAILED,
    TODAY,
    criteria,
    file,
    found,
    moves,
)

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


def test_added_criteria_have_numbers_of_their_own() -> None:
    """TT 124/2021/TT-BCA Đ8.1: with a number the table of the province names them."""
    every = criteria("residential_area")
    assert not found(criteria=[*every, line("LOCAL", added=1), line("LOCAL", added=2)])
    twice = [*every, line("LOCAL", added=1), line("LOCAL", added=1)]
    assert found(criteria=twice) == {("criteria[16].criterion", "rules.distinct", True)}
    every[0] |= {"added": 1}
    assert found(criteria=every) == {("criteria[1].added", "rules.added_of_circular", True)}


def test_the_outcome_follows_from_the_criteria() -> None:
    """TT 124/2021/TT-BCA Đ8.1: met if all are, and a grade has no part in it."""
    last = window("residential_area", 2023).last
    every = criteria("residential_area")
    outcome = outcome_of("residential_area", every, last)
    assert (outcome.result, outcome.reasons) == ("passed", ())
    outcome = outcome_of("residential_area", every[1:], last)
    assert (outcome.result, outcome.said) == (
        None,
        ("evidence.outcome_open", {"count": 1, "codes": "KDC1"}),
    )
    every[8] |= {"result": "not_met"}
    outcome = outcome_of("residential_area", every[1:], last)
    assert (outcome.result, outcome.reasons) == ("failed", ("KDC3g",))


@pytest.mark.parametrize("grade", ["excellent", "good", "average", "weak", None])
def test_the_grade_and_the_result_have_nothing_to_do_with_each_other(grade: str | None) -> None:
    """QĐ 510/QĐ-BCA-V05 is another instrument."""
    assert not found(grade=grade)
    assert not found(**FAILED, grade=grade)


def test_a_criterion_is_asked_while_it_is_valid() -> None:
    dated = replace(BY_CODE["KDC1"], valid_from=date(2022, 1, 1), valid_to=date(2025, 10, 31))
    asked = [dated.valid_on(window("residential_area", year).last) for year in range(2021, 2027)]
    assert asked == [False, True, True, True, False, False]
    assert dated.basis == "TT 124/2021/TT-BCA Đ4.1"


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
    ("kind", "decided", "graded", "levels"),
    [
        ("residential_area", date(2023, 11, 14), date(2023, 11, 19), {"commune"}),
        ("commune", date(2023, 11, 19), date(2023, 11, 29), {"district"}),
        (
            "school",
            date(2023, 11, 19),
            date(2023, 11, 29),
            {"commune", "district", "province", "ministry"},
        ),
    ],
)
def test_who_decides_before_which_day(
    kind: str, decided: date, graded: date, levels: set[str]
) -> None:
    """TT 124/2021/TT-BCA Đ9.1, 10: before 15/11 and 20/11; the text of 2025 was not read."""
    procedure = PROCEDURES[kind]
    assert last_day(2023, procedure.decided_before) == decided
    assert last_day(2023, procedure.graded_before) == graded
    every = ("commune", "district", "province", "ministry")
    assert {one for one in every if procedure.may_recognise(one, decided)} == levels
    later = {one for one in every if procedure.may_recognise(one, date(2025, 11, 1))}
    assert later == (levels | {"province"} if kind == "commune" else levels) - {"district"}
    assert [is_verified(kind, year) for year in (2023, 2024, 2025)] == [True, True, False]


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
        *("score_self", "score_final", "subordinate_units", "good_subordinate_units"),
    }
