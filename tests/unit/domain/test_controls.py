"""The controls of domain.md B.5, and the balance of each book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.balances import OPENINGS, balance
from antq_desktop.domain.controls import Seen, doubles, findings
from antq_desktop.domain.indicators import Counted, Figure
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import UnitKey

if TYPE_CHECKING:
    from antq_desktop.domain.controls import Finding

UNIT, OTHER = UnitKey("13285"), UnitKey("13288")
YEAR = parse_period("DL-2023")
STANDARD = parse_period("TT124XA-2023")


def row(record: str, unit: UnitKey = UNIT, /, **shared: object) -> Counted:
    return Counted(record, unit, "1/2023", 1, "0" * 64, shared)


def found(
    figures: dict[str, Figure] | None = None,
    rows: dict[str, list[Counted]] | None = None,
    period: str = "DL-2023",
) -> list[Finding]:
    return findings(Seen(UNIT, parse_period(period), figures or {}, rows or {}))


def test_what_is_as_it_should_be_is_not_found() -> None:
    good = {
        "B1.1": Figure(5),
        "B1.2": Figure(5),
        "B2.1": Figure(2),
        "B2.2": Figure(2, denominator=2),
        "B6.1": Figure(2),
        "B6.2": Figure(2),
        "B8.1": Figure(1, denominator=1),
        "B8.2": Figure(5),
        "B9.2": Figure(9, denominator=3),
    }
    assert found(good) == []


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"B2.1": Figure(1), "B2.2": Figure(2)}, "part_exceeds_whole"),
        ({"B1.1": Figure(1), "B1.2": Figure(2)}, "part_exceeds_whole"),
        ({"B7.1": Figure(3, denominator=2)}, "share_above_all"),
        ({"B6.1": Figure(1), "B6.2": Figure(2)}, "part_exceeds_usual"),
        ({"B6.1": Figure(1), "B6.4": Figure(2)}, "part_exceeds_usual"),
        ({"B3.1": Figure(1), "B3.3": Figure(2)}, "part_exceeds_usual"),
        ({"B8.1": Figure(1, denominator=1), "B8.2": Figure(4)}, "officers"),
        ({"B8.1": Figure(1, denominator=1), "B8.2": Figure(16)}, "officers"),
    ],
)
def test_each_control_finds_what_it_is_for(figures: dict[str, Figure], code: str) -> None:
    (one,) = found(figures)
    assert (one.code, one.units) == (code, (UNIT,))
    assert one.hard is (code in {"part_exceeds_whole", "share_above_all"})


def test_a_ward_without_regular_police_is_not_asked_for_officers() -> None:
    assert found({"B8.1": Figure(0, denominator=0), "B8.2": Figure(0)}) == []


def test_a_part_names_the_records_that_are_not_in_the_whole() -> None:
    known, strange = row("a"), row("b")
    (one,) = found({"B2.1": Figure(1, (known,)), "B2.2": Figure(2, (known, strange))})
    assert one.records == ("b",)
    assert one.values == {"part": "B2.2", "whole": "B2.1", "x": 2, "y": 1}


def test_seventy_of_a_hundred_are_asked_of_the_commune() -> None:
    parts = {"recognised": 6, "registered": 10, "everybody": 0}
    (one,) = found({"B7.7": Figure(0, denominator=1, parts=parts)}, period="TT124XA-2023")
    assert (one.code, one.values) == ("xa4", {"recognised": 6, "registered": 10})
    parts = {"recognised": 7, "registered": 10, "everybody": 1}
    assert not found({"B7.7": Figure(1, denominator=1, parts=parts)}, period="TT124XA-2023")


def test_an_area_that_failed_by_clause_3_or_4_fails_its_commune() -> None:
    def area(criterion: str) -> Counted:
        return row(
            f"area-{criterion}",
            year="2023",
            subject_kind="residential_area",
            result="failed",
            criteria=[{"criterion": criterion, "result": "not_met"}],
        )

    commune = row(
        "commune",
        year="2023",
        subject_kind="commune",
        result="passed",
        moves=[{"state": "recognised", "on": "2023-12-01"}],
    )
    figures = {"B7.1": Figure(0, denominator=2)}

    def asked(*rows: Counted) -> list[tuple[str, tuple[str, ...]]]:
        by_register = {"security_standard": list(rows)}
        return [(one.code, one.records) for one in found(figures, by_register, "TT124XA-2023")]

    assert asked(commune, area("KDC3a")) == [("xa2", ("commune", "area-KDC3a"))]
    assert asked(commune, area("KDC4b")) == [("xa2", ("commune", "area-KDC4b"))]
    assert asked(commune, area("KDC5")) == []
    assert asked(area("KDC3a")) == []


def test_one_wanted_decision_in_two_communes_is_listed() -> None:
    first = row("a", decision_number="12/QĐ-CSĐT", decision_date="2023-02-02")
    same = row("b", OTHER, decision_number="12/qđ-csđt ", decision_date="2023-02-02")
    other = row("c", OTHER, decision_number="12/QĐ-CSĐT", decision_date="2022-02-02")
    twice = row("d", decision_number="13", decision_date="2023-02-02")
    rows: dict[UnitKey, dict[str, list[Counted]]] = {
        UNIT: {"wanted_persons": [first, twice, twice]},
        OTHER: {"wanted_persons": [same, other]},
    }
    (one,) = doubles(rows)
    assert (one.records, one.units, one.hard) == (("a", "b"), (UNIT, OTHER), False)


def test_a_book_that_closes_before_it_opens_does_not_balance() -> None:
    good = row("a", opened_on="2022-12-01", resolved_on="2023-02-01", result="settled")
    waits = row("b", opened_on="2023-03-01", result="pending")
    odd = row("c", opened_on="2024-01-05", resolved_on="2023-06-01", result="settled")
    line = balance("disputes", [good, waits], YEAR)
    assert (line.carried, line.new, line.closed, line.remaining) == (1, 1, 1, 1)
    assert line.even
    wrong = balance("disputes", [good, waits, odd], YEAR)
    assert not wrong.even
    assert [one.record for one in wrong.odd] == ["c"]
    (one,) = found(rows={"disputes": [good, waits, odd]})
    assert (one.code, one.records, one.hard) == ("balance", ("c",), False)


_days = st.one_of(st.just(""), st.dates().map(str))


@given(st.lists(st.tuples(st.dates().map(str), _days)), st.sampled_from(sorted(OPENINGS)))
def test_every_book_balances_where_nothing_ends_before_it_begins(
    lines: list[tuple[str, str]], register: str
) -> None:
    names = {
        "crime_reports": "received_at",
        "administrative_measures": "file_date",
        "commune_education": "term_from",
        "drug_user_management": "term_from",
        "wanted_persons": "decision_date",
        "police_officers": "started_on",
        "security_teams": "started_on",
        "committee_tasks": "assigned_on",
        "coordination_programmes": "valid_from",
        "key_areas": "listed_on",
        "disputes": "opened_on",
    }
    ends = {
        "administrative_measures": "court_decision_date",
        "commune_education": "end_date",
        "drug_user_management": "end_date",
        "wanted_persons": "outcome_at",
        "police_officers": "ended_on",
        "security_teams": "ended_on",
        "committee_tasks": "done_on",
        "coordination_programmes": "valid_to",
        "key_areas": "removed_on",
        "disputes": "resolved_on",
    }
    rows: list[Counted] = []
    for start, end in lines:
        later = end if end >= start else ""
        values: dict[str, object] = {names[register]: start, "decision": "applied"}
        if register == "crime_reports":
            values["outcomes"] = [{"outcome": "prosecuted", "on": later}] if later else []
        elif later:
            values[ends[register]] = later
        rows.append(row(str(len(rows)), **values))
    assert balance(register, rows, YEAR).even
