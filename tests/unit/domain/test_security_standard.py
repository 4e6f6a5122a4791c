"""R07: what must agree in a file."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.rules import check
from antq_desktop.domain.values import Reader
from tests.unit.domain.standard_files import (
    AREA,
    COMMUNE,
    ENTERPRISE,
    FAILED,
    FIRM,
    STATES,
    TODAY,
    criteria,
    file,
    found,
    moves,
)


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
        (
            {**FAILED, "criteria": criteria("residential_area")},
            ("result", "rules.failed_but_all_met", False),
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
        (
            {**ENTERPRISE, "decision_level": "ministry", "delegated": True},
            ("delegated", "rules.not_delegable", False),
        ),
        (
            {**COMMUNE, "decision_level": "province"},
            ("decision_level", "rules.level_of_other_kind", False),
        ),
        # Đ6.5: parts of an organisation.
        (
            {**ENTERPRISE, "subordinate_units": 3, "good_subordinate_units": 4},
            ("good_subordinate_units", "rules.more_parts_than_all", True),
        ),
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
