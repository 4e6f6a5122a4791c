"""R03: each rule with its source, each limit at its edges, each indicator with a record moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.registers.administrative_measures import REGISTER
from antq_desktop.domain.registers.administrative_measures.codes import (
    AGES,
    GROUNDS,
    GROUNDS_OF,
    MEASURES,
    TERMS,
)
from antq_desktop.domain.rules import missing
from tests.unit.domain.books import (
    assert_complete,
    count,
    counted,
    numbers,
    rules_found,
)

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted

TODAY = date(2023, 12, 31)
ADULT = {"full_name": "Vàng A Thử", "born": "1990-05-01", "sex": "male"}
CHILD = {"full_name": "Vàng A Mẫu", "born": "2008-05-01", "sex": "male"}
PARENT = {"full_name": "Lò Thị Mẫu"}
MOVES = [
    {"state": "collecting", "on": "2023-04-10"},
    {"state": "filed", "on": "2023-04-14"},
    {"state": "notified", "on": "2023-04-17"},
    {"state": "sent", "on": "2023-04-21"},
]


def file(**values: object) -> dict[str, object]:
    """Return the values of a file for compulsory rehabilitation that was sent in time."""
    whole = {
        "detected_on": "2023-04-10",
        "measure": "compulsory_rehabilitation",
        "ground": "relapse_after_treatment",
        "stable_residence": True,
        "file_number": "01/HS",
        "file_date": "2023-04-14",
        "compiled_by": "Cán bộ mẫu",
        "person": ADULT,
        "violations": [{"on": "2023-04-10", "act": "Sử dụng trái phép chất ma túy"}],
        "addiction_result": "05/PKQ ngày 12/04/2023",
        "documents": [{"kind": "violation_record"}],
        "notified_on": "2023-04-17",
        "sent_on": "2023-04-21",
        "sent_to": "Tòa án mẫu",
        "moves": MOVES,
        **values,
    }
    return {name: value for name, value in whole.items() if value is not None}


def broken(**values: object) -> dict[str, bool]:
    return rules_found(REGISTER, file(**values), TODAY)


DECIDED = {"court_decision_date": "2023-05-15", "decision": "applied", "term_months": 12}


def test_a_complete_file_has_no_problem_and_reads_back_as_it_is() -> None:
    assert_complete(REGISTER, file(), TODAY)
    assert broken(**DECIDED, executions=[{"kind": "sent_off", "on": "2023-05-20"}]) == {}


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        # Luật XLVPHC Đ92, 94, 96; Luật PCMT 2021 Đ32, 33
        ({"ground": "adult_after_education"}, "rules.ground_of_measure", True),
        (
            {"measure": "compulsory_rehabilitation_minor"},
            "rules.ground_of_measure",
            True,
        ),
        # Luật XLVPHC Đ94: the ground is that there is no stable residence
        (
            {"measure": "compulsory_education", "ground": "third_violation_no_residence"},
            "rules.stable_residence",
            True,
        ),
        # Luật XLVPHC Đ94, 90.6: two sanctions and a third record within 06 months
        (
            {"measure": "compulsory_education", "ground": "third_violation_no_residence"},
            "rules.third_violation",
            False,
        ),
        # Luật XLVPHC Đ96; NĐ 116/2021
        ({"addiction_result": None}, "rules.addiction_result", False),
        # Luật XLVPHC Đ97.4, 103.2; NĐ 116/2021 Đ42.3: 03 working days to read
        ({"sent_on": "2023-04-19"}, "rules.sent_before_reading", False),
        # Luật XLVPHC Đ96: 18 and over; the guardian of somebody younger
        ({"person": CHILD}, "rules.age", False),
        ({"person": CHILD}, "rules.guardian", True),
        # Luật XLVPHC Đ95 (not verified)
        ({**DECIDED, "term_months": 11}, "rules.term_months", False),
        ({**DECIDED, "term_months": 25}, "rules.term_months", False),
        # NĐ 137/2015 Đ13: 0001… is a woman of the 20th century
        ({"person": {**ADULT, "id_number": "000190000001"}}, "rules.number_differs", False),
        ({"person": {**ADULT, "id_number": "000091000001"}}, "rules.number_differs", False),
        ({"decision": "applied"}, "rules.day_without", True),
        ({"court_decision_date": "2023-05-15"}, "rules.result_without", True),
        (
            {"executions": [{"kind": "sent_off", "on": "2023-05-20"}]},
            "rules.execution_without_decision",
            True,
        ),
        (
            {**DECIDED, "executions": [{"kind": "sent_off", "on": "2023-05-14"}]},
            "rules.in_order",
            True,
        ),
        ({"file_date": "2023-04-09"}, "rules.in_order", True),
        ({"notified_on": "2023-04-13"}, "rules.in_order", True),
        ({"returned_on": "2023-04-20"}, "rules.in_order", True),
        (
            {"returned_on": "2023-04-24", "supplemented_on": "2023-04-23"},
            "rules.in_order",
            True,
        ),
        ({"to_court_on": "2023-04-20"}, "rules.in_order", True),
        ({"sent_on": "2024-01-01"}, "rules.not_future", True),
        ({"violations": [{"on": "2024-01-01", "act": "Thử"}]}, "rules.not_future", True),
        ({"moves": [{"state": "completed", "on": "2023-04-10"}]}, "rules.move_first", True),
    ],
)
def test_each_rule_finds_what_it_is_for(
    values: dict[str, object], rule: str, *, grave: bool
) -> None:
    found = broken(**values)
    assert rule in found
    assert found[rule] is grave


EDUCATION = {
    "measure": "compulsory_education",
    "ground": "third_violation_no_residence",
    "stable_residence": False,
    "addiction_result": None,
}


@pytest.mark.parametrize(
    ("days", "enough"),
    [
        (("2022-10-10", "2023-01-01", "2023-04-10"), True),
        (("2022-10-09", "2023-01-01", "2023-04-10"), False),
        (("2023-01-01", "2023-04-10"), False),
        (("2022-01-01", "2022-12-01", "2023-01-01", "2023-04-10"), True),
    ],
)
def test_a_third_violation_lies_within_six_months_luat_xlvphc_d94(
    days: tuple[str, ...], *, enough: bool
) -> None:
    rows = [{"on": day, "act": "Gây rối trật tự công cộng"} for day in days]
    found = broken(**EDUCATION, violations=rows)
    assert found == ({} if enough else {"rules.third_violation": False})


@pytest.mark.parametrize(
    ("born", "found"),
    [
        ("2005-04-10", {}),
        ("2005-04-11", {"rules.age": False, "rules.guardian": True}),
        ("2005", {}),  # a year alone leaves it open
        ("2006", {"rules.age": False, "rules.guardian": True}),
    ],
)
def test_the_age_is_that_of_the_detection_luat_xlvphc_d96(
    born: str, found: dict[str, bool]
) -> None:
    person = {"full_name": "Vàng A Thử", "born": born}
    given = broken(person=person, file_date="2023-04-10", guardian=None)
    assert given == found


def test_a_minor_with_a_guardian_has_a_measure_of_his_own_luat_pcmt_d33() -> None:
    values = {
        "measure": "compulsory_rehabilitation_minor",
        "ground": "use_during_treatment",
        "person": CHILD,
        "guardian": PARENT,
    }
    assert broken(**values) == {}
    assert broken(**values, **{**DECIDED, "term_months": 13}) == {"rules.term_months": False}


@pytest.mark.parametrize(("day", "grave"), [("2025-12-31", False), ("2026-01-01", True)])
def test_reform_school_is_not_used_from_2026_on_luat_59_2024(day: str, *, grave: bool) -> None:
    values = file(
        measure="reform_school",
        ground="minor_very_serious",
        person={**CHILD, "born": "2010-01-01"},
        guardian=PARENT,
        detected_on=day,
        file_date=day,
        violations=[{"on": day, "act": "Trộm cắp tài sản"}],
        notified_on=None,
        sent_on=None,
        moves=[{"state": "filed", "on": day}],
    )
    found = rules_found(REGISTER, values, date(2026, 6, 1))
    assert found == ({"rules.code_not_valid": True} if grave else {})


def test_every_measure_has_its_grounds_ages_and_terms() -> None:
    measures = {code.code for code in MEASURES}
    assert set(GROUNDS_OF) == set(AGES) == set(TERMS) == measures
    assert frozenset.union(*GROUNDS_OF.values()) == {code.code for code in GROUNDS}


@pytest.mark.parametrize(
    ("state", "lacking"),
    [
        ("collecting", set()),
        ("filed", {"file_number", "file_date", "ground", "compiled_by", "documents"}),
        ("notified", {"notified_on"}),
        ("sent", {"sent_on", "sent_to"}),
        ("decided", {"court_decision_date", "decision"}),
    ],
)
def test_a_fact_is_demanded_from_the_state_in_which_it_exists(
    state: str, lacking: set[str]
) -> None:
    """Counting A03."""
    bare = {
        "detected_on": "2023-04-10",
        "measure": "compulsory_rehabilitation",
        "person": ADULT,
        "moves": [{"state": state, "on": "2023-04-10"}],
    }
    found = {one.field for one in missing(REGISTER, bare)}
    assert found >= lacking
    assert (state == "collecting") == (not found)


def row(number: int, **values: object) -> Counted:
    return counted(REGISTER, number, file(**values))


def test_b31_counts_files_by_their_day_minors_included() -> None:
    """Counting A20."""
    rows = (
        row(1, file_date="2023-01-01"),
        row(2, file_date="2023-12-31", measure="compulsory_rehabilitation_minor"),
        row(3, measure="compulsory_education"),
        row(4, file_date="2022-12-31"),
        row(5, file_date="2024-01-01"),
        row(6, measure="reform_school"),
        row(7, file_date=None),
    )
    figure = count(REGISTER, "B3.1", *rows)
    assert numbers(figure) == (3, None, ["0001", "0002", "0003"])
    assert figure.parts == {
        "compulsory_education": 1,
        "compulsory_rehabilitation": 1,
        "compulsory_rehabilitation_minor": 1,
    }
    assert count(REGISTER, "B3.1", *rows[1:]).value == 2


def test_b32_counts_reform_school_alone() -> None:
    rows = row(1, measure="reform_school"), row(2)
    assert numbers(count(REGISTER, "B3.2", *rows)) == (1, None, ["0001"])
    outside = row(3, measure="reform_school", file_date="2024-01-01")
    assert count(REGISTER, "B3.2", outside).value == 0


def test_b33_counts_what_courts_applied_and_who_was_sent_off_each_by_its_day() -> None:
    """Counting A21: all measures."""
    sent = [{"kind": "postponed", "on": "2023-06-01"}, {"kind": "sent_off", "on": "2023-07-01"}]
    earlier = {**DECIDED, "court_decision_date": "2022-12-31"}
    rows = (
        row(1, **DECIDED, executions=sent),
        row(2, **{**DECIDED, "decision": "not_applied"}),
        row(3, **earlier, executions=[{"kind": "sent_off", "on": "2023-01-01"}]),
        row(4, **DECIDED, measure="reform_school"),
        row(5, **earlier, executions=[{"kind": "sent_off", "on": "2022-12-31"}]),
        row(6, **DECIDED, executions=[{"kind": "completed", "on": "2023-12-01"}]),
        row(7, **{**DECIDED, "court_decision_date": "2024-01-01"}),
    )
    figure = count(REGISTER, "B3.3", *rows)
    assert numbers(figure) == (3, None, ["0001", "0004", "0006"])
    assert figure.parts == {"sent_off": 2}


def test_b34_counts_files_made_and_sent_in_time_of_those_that_were_due() -> None:
    """Counting A22: T1 for rehabilitation, the end of reading and one day for all."""
    rows = (
        row(1),
        row(2, sent_on="2023-04-22"),  # a day late
        row(3, detected_on="2023-04-06"),  # 05 working days end on 13/04
        row(4, detected_on="2023-04-06", measure="reform_school"),  # T1 is for rehabilitation
        row(5, sent_on=None),  # never sent
        replace(row(6, sent_on=None), seen_at="2023-04-21T23:59:59+07:00"),  # within its days
        replace(row(7, sent_on=None), seen_at="2023-04-22T00:00:00+07:00"),
        row(8, notified_on=None, sent_on=None),  # its limit has not begun
        row(9, file_date="2022-12-31"),
    )
    assert numbers(count(REGISTER, "B3.4", *rows)) == (2, 6, ["0001", "0004"])


def test_b34_leaves_out_years_whose_working_days_are_not_known() -> None:
    far = row(1, notified_on="2026-12-30", sent_on="2027-01-05")
    assert numbers(count(REGISTER, "B3.4", far)) == (0, 0, [])
