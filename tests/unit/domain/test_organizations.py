"""U3: who is in scope of the standard, and at which level each is recognised."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.registers.organizations import REGISTER
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.values import Reader

TODAY, REFORM = date(2023, 12, 31), date(2025, 7, 1)
OUT = {"in_scope": False}


def organization(**values: object) -> dict[str, object]:
    """Return the values of an enterprise that the commune recognises."""
    return {
        "name": "Công ty TNHH May Thử Nghiệm",
        "kind": "enterprise",
        "in_scope": True,
        "level": "commune",
        "valid_from": "2010-01-01",
        "moves": [{"state": "active", "on": "2010-01-01"}],
        **values,
    }


def found(today: date = TODAY, **values: object) -> set[tuple[str, str, bool]]:
    """Return the field, rule and weight of each problem."""
    one = organization(**values)
    problems = [*missing(REGISTER, one), *check(REGISTER, one, today)]
    return {(problem.field, problem.rule, problem.grave) for problem in problems}


def test_a_complete_organisation_has_no_problem_and_reads_back_as_it_is() -> None:
    assert not found()
    values, problems = Reader(None, TODAY).read_all(REGISTER.fields, organization())
    assert (values, problems) == (organization(), [])


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        (OUT, "rules.exclusion_missing"),
        ({"exclusion": "small_enterprise"}, "rules.exclusion_in_scope"),
        ({**OUT, "exclusion": "primary_preschool"}, "rules.exclusion_of_other_kind"),
        (
            {**OUT, "exclusion": "small_enterprise", "kind": "agency"},
            "rules.exclusion_of_other_kind",
        ),
        ({**OUT, "exclusion": "small_enterprise"}, None),
        ({**OUT, "exclusion": "primary_preschool", "kind": "school"}, None),
        ({**OUT, "exclusion": "armed_forces", "kind": "agency"}, None),
        ({**OUT, "exclusion": "newly_established"}, None),
    ],
)
def test_scope_and_reason_agree(values: dict[str, Any], rule: str | None) -> None:
    """TT 124/2021/TT-BCA Đ1.2b."""
    assert found(**values) == ({("exclusion", rule, True)} if rule else set())


@pytest.mark.parametrize(
    ("today", "values", "told"),
    [
        (date(2025, 6, 30), {}, False),
        (REFORM, {}, True),
        (REFORM, {"valid_to": "2025-07-01"}, False),
        (REFORM, {"valid_to": "2025-07-02"}, True),
    ],
)
def test_there_is_no_district_level_after_the_reform(
    today: date, values: dict[str, Any], *, told: bool
) -> None:
    """TT 124/2021/TT-BCA Đ10; the districts ended on 01/07/2025."""
    if "valid_to" in values:
        on = values["valid_to"]
        values = {**values, "moves": [{"state": "ended", "on": "2025-06-01"}], "valid_to": on}
    problem = ("level", "rules.no_districts", False)
    assert found(today, level="district", **values) == ({problem} if told else set())


def test_one_that_began_after_the_districts_cannot_name_their_level() -> None:
    late = {"valid_from": "2025-08-01", "moves": [{"state": "active", "on": "2025-08-01"}]}
    rules = {rule for _, rule, _ in found(date(2025, 12, 31), level="district", **late)}
    assert "rules.code_not_valid" in rules


def test_what_the_figures_need_travels_and_no_more() -> None:
    """Counting A35 reads kind, scope, level and the days; heads and tax codes stay."""
    shared = {name for name, one in REGISTER.by_name.items() if one.travel is Travel.SHARED}
    assert shared == {
        *("name", "kind", "has_protection_force", "in_scope", "exclusion", "level"),
        *("valid_from", "valid_to", "moves"),
    }
