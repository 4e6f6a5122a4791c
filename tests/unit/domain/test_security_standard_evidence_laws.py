"""R07: what the books suggest, and what never changes it, from rows made by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.registers.security_standard.criteria import (
    SUBJECT_KINDS,
)
from antq_desktop.domain.registers.security_standard.evidence import (
    READS,
    contradictions,
    propose,
)
from tests.unit.domain.evidence_rows import (
    COMMUNE,
    EVERYTHING,
    FILE,
    FIRM,
    WORKS,
    case,
    facts,
    met,
    row,
    tip,
    words,
)

# --------------------------------------------------------------------------------- laws


def test_the_officer_who_says_the_opposite_is_told_why() -> None:
    proposals = propose(facts(FILE, {"disputes": [case(severity="hotspot")]}))
    rows = met("residential_area", KDC1="not_met")
    found = list(contradictions(proposals, rows, words))
    assert [(one.field, one.rule, one.grave) for one in found] == [
        ("criteria[1].result", "rules.books_say_met", False),
        ("criteria[8].result", "rules.books_say_not_met", False),
    ]
    assert "1 vụ mâu thuẫn" in str(found[1].values["why"])
    assert not list(contradictions(proposals, [{"criterion": "KDC3e"}], words))
    other = [{"criterion": "KDC3e", "result": "not_applicable"}]
    assert not list(contradictions(proposals, other, words))


def test_force_majeure_is_not_held_against_the_subject() -> None:
    proposals = propose(facts(FILE, {"crime_reports": [tip(urgency="very_serious")]}))
    rows = [{"criterion": "KDC4b", "result": "met", "force_majeure": True}]
    assert not list(contradictions(proposals, rows, words))
    rows[0]["force_majeure"] = False
    assert [one.rule for one in contradictions(proposals, rows, words)] == [
        "rules.books_say_not_met"
    ]


@given(data=st.data(), kind=st.sampled_from([code.code for code in SUBJECT_KINDS]))
def test_the_order_of_the_rows_changes_nothing(data: st.DataObject, kind: str) -> None:
    values = {**FILE, "subject_kind": kind, "organization": FIRM, "criteria": met(kind)}
    mixed = {name: data.draw(st.permutations(rows)) for name, rows in EVERYTHING.items()}
    assert propose(facts(values, mixed)) == propose(facts(values, EVERYTHING))


@given(
    severity=st.sampled_from(["normal", "complex", "complex_prolonged", "hotspot"]),
    kind=st.sampled_from(["dispute", "mass_gathering", "strike"]),
    urgency=st.sampled_from(["ordinary", "very_serious", "caught_in_act"]),
)
def test_what_happened_in_another_area_changes_nothing(
    severity: str, kind: str, urgency: str
) -> None:
    there = case("more", area="Thôn Đông", severity=severity, kind=kind)
    crime = tip("more", event_area="Thôn Đông", urgency=urgency)
    more = {
        **EVERYTHING,
        "disputes": [*EVERYTHING["disputes"], there],
        "crime_reports": [*EVERYTHING["crime_reports"], crime],
    }
    assert propose(facts(FILE, more)) == propose(facts(FILE, EVERYTHING))


@given(kind=st.sampled_from([code.code for code in SUBJECT_KINDS]))
def test_every_record_behind_a_proposal_is_one_of_the_books(kind: str) -> None:
    values = {**FILE, "subject_kind": kind, "organization": FIRM}
    known = {one.record for name in READS for one in EVERYTHING.get(name, [])}
    for one in propose(facts(values, EVERYTHING)):
        assert set(one.records) <= known
        assert list(one.records) == sorted(set(one.records))


@given(grade=st.sampled_from(["excellent", "good", "average", "weak"]), score=st.integers(0, 100))
def test_the_grade_of_the_movement_changes_no_proposal(grade: str, score: int) -> None:
    """QĐ 510/QĐ-BCA-V05 is another instrument."""
    graded = {"grade": grade, "score_self": str(score), "score_final": str(score)}
    books = {
        **EVERYTHING,
        "security_standard": [
            row(one.record, **{**one.shared, **graded}) for one in EVERYTHING["security_standard"]
        ],
    }
    for values in (FILE, COMMUNE, WORKS):
        assert propose(facts({**values, **graded}, books)) == propose(facts(values, EVERYTHING))
