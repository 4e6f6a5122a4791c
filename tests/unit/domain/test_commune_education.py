"""R04: each rule with its source, each limit at its edges, each indicator with a record moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.registers.commune_education import REGISTER
from antq_desktop.domain.registers.commune_education.codes import (
    ACTS,
    ACTS_OF,
    AGES,
    CLAUSES,
    LIMITATIONS,
)
from antq_desktop.domain.rules import missing
from tests.unit.domain.books import assert_complete, count, counted, last_day, numbers, rules_found

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted

TODAY = date(2023, 12, 31)
ADULT = {"full_name": "Vàng A Thử", "born": "1990-05-01", "sex": "male"}
OTHER = {"full_name": "Giàng A Ví", "born": "1991-05-01", "sex": "male"}
DAYS = ("2022-11-15", "2023-01-15", "2023-02-20")
VIOLATIONS = [{"on": day, "act": "Gây rối trật tự công cộng"} for day in DAYS]
MOVES = [
    {"state": "compiling", "on": "2023-03-01"},
    {"state": "notified", "on": "2023-03-02"},
    {"state": "sent", "on": "2023-03-08"},
    {"state": "met", "on": "2023-03-15"},
    {"state": "decided", "on": "2023-03-17"},
    {"state": "serving", "on": "2023-03-20"},
]


def file(**values: object) -> dict[str, object]:
    """Return the values of a person whose term of three months runs."""
    whole = {
        "file_number": "01/HS",
        "file_date": "2023-03-01",
        "subject_clause": "clause_6",
        "proposer": "commune_police_head",
        "acts": ["public_disorder"],
        "person": ADULT,
        "violations": VIOLATIONS,
        "notified_on": "2023-03-02",
        "sent_on": "2023-03-08",
        "received_on": "2023-03-08",
        "meeting_on": "2023-03-15",
        "attendees": [{"role": "chair"}, {"role": "person", "attended": False}],
        "decision": "applied",
        "decision_date": "2023-03-17",
        "term_months": 3,
        "term_from": "2023-03-20",
        "term_to": "2023-06-20",
        "supervisor_organization": "Hội Cựu chiến binh mẫu",
        "moves": MOVES,
        **values,
    }
    return {name: value for name, value in whole.items() if value is not None}


def broken(**values: object) -> dict[str, bool]:
    return rules_found(REGISTER, file(**values), TODAY)


def test_a_complete_file_has_no_problem_and_reads_back_as_it_is() -> None:
    assert_complete(REGISTER, file(), TODAY)
    assert broken(end_kind="completed", end_date="2023-06-20") == {}


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        # Luật XLVPHC Đ90: clause 6 names no illegal use of drugs, clause 5 nothing else
        ({"acts": ["drug_use"]}, "rules.acts_of_clause", False),
        ({"subject_clause": "clause_5"}, "rules.acts_of_clause", False),
        # Luật XLVPHC Đ90.6: a third violation within 06 months
        ({"violations": VIOLATIONS[1:]}, "rules.third_violation", False),
        # Luật XLVPHC Đ90.6: 18 and over
        ({"person": {**ADULT, "born": "2005-03-02"}}, "rules.age", False),
        ({"person": {**ADULT, "born": "2005-03-02"}}, "rules.guardian", True),
        # Luật XLVPHC Đ97.4
        ({"sent_on": "2023-03-04"}, "rules.sent_before_reading", False),
        # Luật XLVPHC Đ98.1: the person must be invited
        ({"attendees": [{"role": "chair"}]}, "rules.person_not_invited", False),
        ({"attendees": None}, "rules.person_not_invited", False),
        # Luật XLVPHC Đ89.2 (not verified), Đ140a
        ({"term_months": 2}, "rules.term_months", False),
        ({"term_months": 7}, "rules.term_months", False),
        (
            {"alternative_measure": "community_education", "term_months": 5},
            "rules.term_months",
            False,
        ),
        # NĐ 137/2015 Đ13
        ({"person": {**ADULT, "id_number": "000190000001"}}, "rules.number_differs", False),
        ({"decision_date": None}, "rules.day_without", True),
        ({"decision": None}, "rules.result_without", True),
        ({"decision": "not_applied"}, "rules.served_without_decision", True),
        ({"end_kind": "completed"}, "rules.day_without", True),
        ({"end_date": "2023-06-20"}, "rules.result_without", True),
        ({"end_kind": "died", "end_date": "2023-03-16"}, "rules.in_order", True),
        ({"term_to": "2023-03-19"}, "rules.in_order", True),
        ({"term_from": "2023-03-16"}, "rules.in_order", True),
        ({"meeting_on": "2023-03-07"}, "rules.in_order", True),
        ({"decision_date": "2024-01-01"}, "rules.not_future", True),
        (
            {"monthly_reviews": [{"on": "2024-01-01", "behaviour": "progress"}]},
            "rules.not_future",
            True,
        ),
        ({"moves": [{"state": "completed", "on": "2023-03-01"}]}, "rules.move_first", True),
    ],
)
def test_each_rule_finds_what_it_is_for(
    values: dict[str, object], rule: str, *, grave: bool
) -> None:
    found = broken(**values)
    assert rule in found
    assert found[rule] is grave


@pytest.mark.parametrize(
    ("clause", "last"),
    [
        ("clause_1", "2024-02-20"),
        ("clause_2", "2023-08-20"),
        ("clause_3", "2023-08-20"),
        ("clause_4", "2023-08-20"),
        ("clause_5", "2023-05-20"),
        ("clause_6", "2023-08-20"),
    ],
)
def test_the_limitation_runs_from_the_last_act_luat_xlvphc_d6_2a(clause: str, last: str) -> None:
    day_after = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()
    served = {"term_from": None, "term_to": None}
    for day, late in ((last, False), (day_after, True)):
        values = file(subject_clause=clause, decision_date=day, **served)
        found = rules_found(REGISTER, values, date(2024, 6, 1))
        assert ("rules.limitation" in found) is late
        assert found.get("rules.limitation", False) is False


@pytest.mark.parametrize(("months", "good"), [(5, False), (6, True), (24, True), (25, False)])
def test_community_education_has_its_own_term_luat_xlvphc_d140a(months: int, *, good: bool) -> None:
    found = broken(alternative_measure="community_education", term_months=months)
    assert found == ({} if good else {"rules.term_months": False})
    assert broken(alternative_measure="family_management", term_months=months) == {}


@pytest.mark.parametrize(
    ("day", "born", "warned"),
    [
        ("2025-12-31", "2009-01-01", False),
        ("2026-01-01", "2009-01-01", True),
        ("2026-01-01", "2008-01-01", False),
    ],
)
def test_files_on_minors_are_unverified_from_2026_on_luat_59_2024(
    day: str, born: str, *, warned: bool
) -> None:
    bare = {
        "file_number": "01/HS",
        "file_date": day,
        "subject_clause": "clause_5",
        "proposer": "commune_police_head",
        "acts": ["drug_use"],
        "person": {"full_name": "Vàng A Mẫu", "born": born},
        "guardian": {"full_name": "Lò Thị Mẫu"},
        "violations": [{"on": day, "act": "Thử"}] * 3,
        "moves": [{"state": "compiling", "on": day}],
    }
    found = rules_found(REGISTER, bare, date(2026, 6, 1))
    assert found == ({"rules.minors_law": False} if warned else {})


def test_every_clause_has_its_acts_ages_and_limitation() -> None:
    clauses = {code.code for code in CLAUSES}
    assert set(ACTS_OF) == set(AGES) == set(LIMITATIONS) == clauses
    assert frozenset.union(*ACTS_OF.values()) == {code.code for code in ACTS}


@pytest.mark.parametrize(
    ("state", "lacking"),
    [
        ("compiling", set()),
        ("notified", {"notified_on", "violations"}),
        ("sent", {"sent_on"}),
        ("met", {"received_on", "meeting_on"}),
        ("decided", {"decision", "decision_date"}),
        ("serving", {"term_months", "term_from", "term_to", "supervisor_organization"}),
        ("completed", {"end_kind", "end_date"}),
    ],
)
def test_a_fact_is_demanded_from_the_state_in_which_it_exists(
    state: str, lacking: set[str]
) -> None:
    """Counting A03."""
    names = ("file_number", "file_date", "subject_clause", "proposer", "acts", "person")
    bare = {name: file()[name] for name in names}
    bare["moves"] = [{"state": state, "on": "2023-03-01"}]
    found = {one.field for one in missing(REGISTER, bare)}
    assert found >= lacking
    assert (state == "compiling") == (not found)


@pytest.mark.parametrize(
    ("code", "values", "last"),
    [
        # 03 to read, 01 to send (Đ97.4)
        ("T1-T2", {"notified_on": "2023-03-02"}, "2023-03-08"),
        ("T1-T2", {"notified_on": "2023-04-27"}, "2023-05-04"),  # 01/05 is a day off
        ("T1-T2", {"notified_on": None}, None),
        # 07 working days for the meeting (Đ98.1)
        ("T3", {"received_on": "2023-03-08"}, "2023-03-17"),
        ("T3", {"received_on": None}, None),
        # 02 working days for the decision (Đ98.2)
        ("T4", {"meeting_on": "2023-03-15"}, "2023-03-17"),
        ("T4", {"meeting_on": "2023-04-28"}, "2023-05-03"),
        ("T4", {"meeting_on": None}, None),
    ],
)
def test_limits_run_in_working_days_luat_xlvphc_d97_98(
    code: str, values: dict[str, object], last: str | None
) -> None:
    assert last_day(REGISTER, code, file(**values)) == last


def test_limits_are_met_by_the_next_act() -> None:
    met = [str(one.met(file()))[:10] for one in REGISTER.deadlines]
    assert met == ["2023-03-08", "2023-03-15", "2023-03-17"]
    assert all(one.met({}) is None for one in REGISTER.deadlines)


def test_limits_are_unverified_from_the_reform_on() -> None:
    for one in REGISTER.deadlines:
        assert one.verified_for({one.start: "2025-02-28"})
        assert not one.verified_for({one.start: "2025-03-01"})


def row(number: int, **values: object) -> Counted:
    return counted(REGISTER, number, file(**values))


def test_b41_counts_persons_by_the_day_of_the_decision() -> None:
    """Counting A24, A02: alternative measures apart."""
    rows = (
        row(1, decision_date="2023-01-01"),
        row(2, decision_date="2023-12-31", person=OTHER),
        row(3),  # the person of the first again
        row(4, person=OTHER, alternative_measure="family_management"),
        row(5, person={"full_name": "Lò Văn Mẫu"}, decision="not_applied"),
        row(6, person={"full_name": "Lò Văn Mẫu"}, decision_date="2022-12-31"),
        row(7, person={"full_name": "Lò Văn Mẫu"}, decision_date="2024-01-01"),
        row(8, person=ADULT, alternative_measure="community_education"),
        row(9, person=ADULT, alternative_measure="community_education"),
    )
    figure = count(REGISTER, "B4.1", *rows)
    assert numbers(figure) == (2, None, ["0001", "0002", "0003"])
    assert figure.parts == {"family_management": 1, "community_education": 1}
    assert count(REGISTER, "B4.1", rows[1]).value == 1


def test_b42_counts_terms_that_run_at_the_end_of_the_last_day() -> None:
    """Counting A25, A05: an end is the first day on which it is over."""
    running = {"term_from": "2023-12-31", "term_to": "2024-01-01"}
    rows = (
        row(1, **running),
        row(2, term_from="2024-01-01", term_to="2024-04-01"),
        row(3, term_from="2023-10-01", term_to="2023-12-31"),
        row(4, **running, end_kind="moved", end_date="2023-12-31"),
        row(5, term_from="2023-10-01", term_to="2023-12-31", end_date="2024-01-01"),
        row(6, **running, alternative_measure="family_management"),
        row(7, **running, decision="not_applied"),
        row(8, term_from=None, term_to=None),
    )
    figure = count(REGISTER, "B4.2", *rows)
    assert numbers(figure) == (2, None, ["0001", "0005"])
    assert figure.parts == {"alternative": 1}


def test_b43_counts_each_way_to_end_by_its_day() -> None:
    """Counting A26."""
    apart = {"alternative_measure": "family_management"}
    rows = (
        row(1, end_kind="completed", end_date="2023-01-01"),
        row(2, end_kind="moved", end_date="2023-12-31"),
        row(3, end_kind="converted", end_date="2024-01-01"),
        row(4, end_kind="completed", end_date="2022-12-31"),
        row(5, end_kind="completed", end_date="2023-06-20", **apart),
        row(6),
    )
    figure = count(REGISTER, "B4.3", *rows)
    assert numbers(figure) == (2, None, ["0001", "0002"])
    assert {name: number for name, number in figure.parts.items() if number} == {
        "completed": 1,
        "moved": 1,
        "alternative": 1,
    }
