"""R07: what the books of cases and people suggest, from rows made by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.registers.security_standard.criteria import (
    SUBJECT_KINDS,
    criteria_of,
)
from antq_desktop.domain.registers.security_standard.evidence import (
    propose,
)
from antq_desktop.domain.units import Unit, UnitKey
from antq_desktop.messages import label
from tests.unit.domain.evidence_rows import (
    COMMUNE,
    FILE,
    FIRM,
    HERE,
    KEY,
    MET,
    NOT_MET,
    OLD,
    OPEN,
    THERE,
    WORKS,
    area,
    case,
    crimes,
    facts,
    proposal,
    result,
    row,
    spot,
    tip,
    words,
)

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted


@pytest.mark.parametrize("kind", [code.code for code in SUBJECT_KINDS])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_criterion_has_a_proposal_with_words_in_both_languages(
    kind: str, language: Any
) -> None:
    for books in ({}, {"disputes": [case()], "crime_reports": [tip(), OLD]}):
        found = propose(facts({**FILE, "subject_kind": kind, "organization": FIRM}, books))
        assert [one.criterion for one in found] == list(criteria_of(kind))
        for one in found:
            assert all(label(message, language, **values) for message, values in one.said)


# ------------------------------------------------------------------------------- disputes


@pytest.mark.parametrize(
    ("more", "proposed"),
    [
        ({}, MET),
        ({"severity": "complex"}, OPEN),
        ({"severity": "complex_prolonged"}, NOT_MET),
        ({"severity": "hotspot"}, NOT_MET),
        # It lies elsewhere, nowhere that is known, or cannot be told apart.
        ({"severity": "hotspot", "area": "Thôn Đông"}, MET),
        ({"severity": "hotspot", "area": "thon dong"}, MET),
        ({"severity": "hotspot", "area": "thôn  TRUNG"}, NOT_MET),
        ({"severity": "hotspot", "area": "thon trung"}, NOT_MET),
        ({"severity": "hotspot", "area": "Xóm Mới"}, OPEN),
        ({"severity": "hotspot", "area": ""}, OPEN),
        # TT 124/2021/TT-BCA Đ8.2a: from 1 November to 31 October; what was carried over counts.
        ({"severity": "hotspot", "opened_on": "2023-10-31"}, NOT_MET),
        ({"severity": "hotspot", "opened_on": "2023-11-01"}, MET),
        ({"severity": "hotspot", "opened_on": "2022-10-31"}, NOT_MET),
        (
            {
                "severity": "hotspot",
                "opened_on": "2022-10-01",
                "resolved_on": "2022-10-31",
                "result": "settled",
            },
            MET,
        ),
        (
            {
                "severity": "hotspot",
                "opened_on": "2022-10-01",
                "resolved_on": "2022-11-01",
                "result": "settled",
            },
            NOT_MET,
        ),
    ],
)
def test_a_complex_prolonged_dispute_suggests_not_met(more: dict[str, Any], proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ4.3e."""
    assert result("KDC3e", FILE, {"disputes": [case(**more), case("other")]}) == proposed


def test_a_proposal_says_numbers_and_names_its_records() -> None:
    grave = [case("a", severity="hotspot"), case("b", severity="complex_prolonged")]
    rows = [*grave, case("c"), case("d", severity="complex", area="")]
    found = proposal("KDC3e", FILE, {"disputes": rows})
    assert found.records == ("a", "b", "d")
    assert words(found) == (
        "Thôn Trung: 2 vụ mâu thuẫn, tranh chấp phức tạp, kéo dài hoặc điểm nóng. "
        "Trong toàn xã (Xã Thử) còn 1 hồ sơ không rõ khu dân cư, cần xem từng "
        "hồ sơ."
    )


def test_names_that_differ_by_a_tone_are_told_apart() -> None:
    areas = {"residential_areas": [area(HERE, "Thôn Trung"), area(THERE, "Thôn Trúng")]}
    for text, proposed in (("Thôn Trung", NOT_MET), ("Thôn Trúng", MET), ("thon trung", OPEN)):
        books = {**areas, "disputes": [case(severity="hotspot", area=text)]}
        assert result("KDC3e", FILE, books) == proposed


@pytest.mark.parametrize(
    ("more", "proposed"),
    [
        ({}, MET),
        ({"subject": "religion_ethnicity"}, MET),
        ({"subject": "religion_ethnicity", "severity": "complex"}, OPEN),
        ({"subject": "religion_ethnicity", "severity": "hotspot"}, NOT_MET),
        ({"severity": "hotspot"}, OPEN),
    ],
)
def test_abuse_of_religion_is_suggested_by_subject_and_severity(
    more: dict[str, Any], proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ4.3d."""
    assert result("KDC3d", FILE, {"disputes": [case(**more)]}) == proposed


@pytest.mark.parametrize(
    ("more", "proposed"),
    [
        ({}, MET),
        ({"kind": "mass_gathering", "participants": 20}, NOT_MET),
        ({"participants": 5, "severity": "complex"}, OPEN),
        ({"participants": 5}, MET),
        ({"participants": 4, "severity": "complex"}, MET),
    ],
)
def test_a_crowd_is_suggested_by_its_kind(more: dict[str, Any], proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ4.3g."""
    assert result("KDC3g", FILE, {"disputes": [case(**more)]}) == proposed


@pytest.mark.parametrize(
    ("criterion", "more"),
    [
        ("CQ3b", {"severity": "hotspot", "subject": "religion_ethnicity"}),
        ("CQ3c", {"kind": "mass_gathering"}),
        ("CQ3d", {"kind": "strike"}),
    ],
)
def test_of_an_organisation_no_dispute_can_be_placed(criterion: str, more: dict[str, Any]) -> None:
    """TT 124/2021/TT-BCA Đ6.3b, c, d: it is said of the whole commune, and left to be judged."""
    found = proposal(criterion, WORKS, {"disputes": [case(**more)]})
    assert (str(found.result), found.records) == (OPEN, ("r02",))
    assert words(found).startswith("Trong toàn xã (Xã Thử): 1 vụ")
    assert result(criterion, WORKS, {"disputes": [case()]}) == MET


def test_a_unit_that_is_younger_than_the_window_cannot_say_met() -> None:
    """Its forerunner kept the first part of the window; what it saw itself still counts."""
    began = Unit(UnitKey("13579", date(2023, 7, 1)), "Xã Thử", "xa", 3, "35", None, remote=False)
    found = proposal("KDC3e", FILE, {"disputes": [case()]}, unit=began)
    assert str(found.result) == OPEN
    assert "Đơn vị thành lập ngày 01/07/2023" in words(found)
    grave = {"disputes": [case(severity="hotspot", opened_on="2023-08-01")]}
    assert result("KDC3e", FILE, grave, unit=began) == NOT_MET
    assert result("KDC1", FILE, {}, unit=began) == MET


@pytest.mark.parametrize("criterion", ["KDC3d", "KDC3e", "KDC3g", "KDC4b", "KDC4c", "KDC5"])
def test_an_empty_book_suggests_nothing(criterion: str) -> None:
    assert result(criterion, FILE, {}) == OPEN


# ------------------------------------------------------------------------- reports of crime


@pytest.mark.parametrize(
    ("now", "before", "proposed"), [(0, 0, MET), (2, 2, MET), (1, 2, MET), (3, 2, NOT_MET)]
)
def test_crimes_are_compared_with_the_window_before(now: int, before: int, proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ4.4a."""
    found = proposal("KDC4a", FILE, {"crime_reports": crimes(now, before)})
    assert str(found.result) == proposed
    assert f"{now} tin về tội phạm, vi phạm; kỳ trước {before} tin." in words(found)
    assert len(found.records) == now + before


def test_what_cannot_be_placed_or_compared_is_left_to_be_judged() -> None:
    unplaced = tip("lost", event_area="")
    assert result("KDC4a", FILE, {"crime_reports": [*crimes(1, 1), unplaced]}) == OPEN
    assert result("KDC4a", FILE, {"crime_reports": [*crimes(1, 2), unplaced]}) == MET
    assert result("KDC4a", FILE, {"crime_reports": [tip()]}) == OPEN
    younger = Unit(UnitKey("13579", date(2022, 7, 1)), "Xã Thử", "xa", 3, "35", None, remote=False)
    assert result("KDC4a", FILE, {"crime_reports": crimes(1, 2)}, unit=younger) == OPEN


def test_a_window_that_goes_on_is_not_yet_held_down() -> None:
    rows = {"crime_reports": crimes(1, 2)}
    found = proposal("KDC4a", FILE, rows, today=date(2023, 10, 31))
    assert str(found.result) == OPEN
    assert "Kỳ xét chưa hết (đến 31/10/2023)." in words(found)
    assert result("KDC4a", FILE, {"crime_reports": crimes(3, 2)}, today=date(2023, 6, 1)) == NOT_MET


@pytest.mark.parametrize("urgency", ["civil_guidance", "complaint"])
def test_what_is_no_violation_is_in_no_comparison(urgency: str) -> None:
    rows = {"crime_reports": [*crimes(1, 1), tip("more", urgency=urgency)]}
    assert result("KDC4a", FILE, rows) == MET


@pytest.mark.parametrize(
    ("more", "proposed"),
    [
        ({}, MET),
        ({"urgency": "very_serious"}, NOT_MET),
        ({"urgency": "very_serious", "first_notice_at": "2023-05-01T08:05:00+07:00"}, OPEN),
        ({"urgency": "caught_in_act"}, OPEN),
        ({"outcomes": [{"outcome": "prosecuted", "on": "2023-06-01"}]}, OPEN),
        ({"outcomes": [{"outcome": "not_prosecuted", "on": "2023-06-01"}]}, MET),
        ({"urgency": "very_serious", "event_area": "Thôn Đông"}, MET),
        ({"urgency": "very_serious", "event_area": None}, OPEN),
        ({"urgency": "very_serious", "event_unit": {"code": "1", "valid_from": None}}, MET),
        ({"urgency": "very_serious", "event_unit": KEY.as_json()}, NOT_MET),
        ({"urgency": "very_serious", "received_at": "2023-11-01T00:00:00+07:00"}, MET),
    ],
)
def test_a_serious_crime_is_excused_where_it_was_reported(
    more: dict[str, Any], proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ4.4b."""
    assert result("KDC4b", FILE, {"crime_reports": [tip(**more)]}) == proposed


def test_of_an_organisation_no_crime_can_be_placed() -> None:
    """TT 124/2021/TT-BCA Đ6.3đ, 7.3."""
    rows = {"crime_reports": [tip(urgency="very_serious")]}
    assert result("CQ3dd", WORKS, rows) == OPEN
    school = {**WORKS, "subject_kind": "school"}
    found = proposal("GD3", school, {**rows, "disputes": [case()]})
    assert (str(found.result), found.records) == (OPEN, ("r01",))


# ----------------------------------------------------------------------- hot spots and people


@pytest.mark.parametrize(
    ("book", "one", "of_area", "of_commune"),
    [
        ("key_areas", spot(), NOT_MET, NOT_MET),
        ("key_areas", spot(residential_area=THERE), MET, NOT_MET),
        ("key_areas", spot(residential_area=None), OPEN, NOT_MET),
        ("key_areas", spot(listed_on="2020-03-01"), MET, MET),
        (
            "key_areas",
            spot(listed_on="2020-03-01", evaluations=[{"on": "2023-02-01", "result": "relapsed"}]),
            NOT_MET,
            NOT_MET,
        ),
        # In which area a person lives is in no shared field.
        ("commune_education", row("p", file_date="2023-02-01", acts=["gambling"]), OPEN, NOT_MET),
        ("commune_education", row("p", file_date="2023-02-01", acts=["theft"]), MET, MET),
        ("commune_education", row("p", file_date="2021-02-01", acts=["gambling"]), MET, MET),
        ("drug_user_management", row("p", tested_on="2023-02-01"), OPEN, NOT_MET),
        (
            "commune_education",
            row(
                "p",
                file_date="2021-02-01",
                monthly_reviews=[
                    {"on": "2023-03-01", "behaviour": "violated"},
                    {"on": "2023-02-01", "behaviour": "progress"},
                ],
            ),
            OPEN,
            OPEN,
        ),
    ],
)
def test_new_hot_spots_and_people_in_social_evils(
    book: str, one: Counted, of_area: str, of_commune: str
) -> None:
    """TT 124/2021/TT-BCA Đ4.4c."""
    assert result("KDC4c", FILE, {book: [one]}) == of_area
    assert result("KDC4c", COMMUNE, {book: [one]}) == of_commune
