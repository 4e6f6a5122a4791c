"""R07: what files, models and forces suggest, from rows made by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.registers.security_standard.criteria import (
    COMMUNE_WIDE,
    criteria_of,
)
from tests.unit.domain.evidence_rows import (
    BAD,
    COMMUNE,
    FILE,
    GOOD,
    HERE,
    MET,
    NOT_MET,
    OPEN,
    THERE,
    WAITING,
    WORKS,
    area,
    at,
    file,
    firm,
    met,
    model,
    of_firm,
    proposal,
    result,
    row,
    team,
    words,
)

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted

# ------------------------------------------------------------------ registration and households


@pytest.mark.parametrize(
    ("more", "proposed"),
    [
        ({}, MET),
        ({"households_registered": 119}, NOT_MET),
        ({"households_registered": None}, OPEN),
        # The book of areas has the number where the file has none, and may say another.
        ({"households_total": None}, MET),
        ({"households_total": 110, "households_registered": 110}, OPEN),
        ({"registered_on": "2023-03-31"}, MET),
        ({"registered_on": "2023-04-01"}, NOT_MET),
        ({"registered_on": None}, OPEN),
        ({"registration_documents": None}, OPEN),
    ],
)
def test_all_households_register_in_the_first_quarter(
    more: dict[str, object], proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ4.1."""
    found = proposal("KDC1", {**FILE, **more}, {})
    assert (str(found.result), found.records) == (proposed, (HERE,))


INACTIVE = [{"on": "2023-06-01", "result": "inactive"}]


@pytest.mark.parametrize(
    ("rows", "proposed"),
    [
        ([], OPEN),
        ([model()], MET),
        ([model(reviews=[])], OPEN),
        ([model(reviews=INACTIVE)], NOT_MET),
        ([model(reviews=INACTIVE), model("b")], MET),
        ([model(moves=[{"state": "dissolved", "on": "2022-01-01"}])], NOT_MET),
    ],
)
def test_a_commune_has_an_effective_model(rows: list[Counted], proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ5.1."""
    assert result("XA1", COMMUNE, {"movement_models": rows}) == proposed
    late = {**COMMUNE, "registered_on": "2023-04-01"}
    assert result("XA1", late, {"movement_models": rows}) == NOT_MET


@pytest.mark.parametrize(
    ("rows", "proposed"),
    [
        ([model(scope="organization", points=at("Công ty Thử"))], MET),
        ([model(scope="organization", points=at("Công ty Khác"))], OPEN),
        ([model(scope="organization", points=at("Trường Thử"))], NOT_MET),
        ([model()], NOT_MET),
    ],
)
def test_an_organisation_has_a_model_of_its_own(rows: list[Counted], proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ6.1."""
    organizations = [firm(), firm("firm-2", "Trường Thử", kind="school")]
    books = {"movement_models": rows, "organizations": organizations}
    assert result("CQ1", WORKS, books) == proposed


@pytest.mark.parametrize(
    ("total", "good", "proposed"),
    [(10, 7, MET), (10, 6, NOT_MET), (None, 7, OPEN), (10, None, OPEN), (0, 0, OPEN)],
)
def test_seventy_of_a_hundred_parts_did_well(
    total: int | None, good: int | None, proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ6.5, 7.6."""
    numbers = {"subordinate_units": total, "good_subordinate_units": good}
    assert result("CQ5", {**WORKS, **numbers}, {}) == proposed
    assert result("GD6", {**WORKS, "subject_kind": "school", **numbers}, {}) == proposed


# ------------------------------------------------------------------------- below the commune


@pytest.mark.parametrize(
    ("files", "own", "proposed"),
    [
        ([file("1"), file("2", THERE)], met("commune"), MET),
        ([file("1"), file("2", THERE)], [], OPEN),
        ([file("1")], met("commune"), OPEN),
        ([file("1"), file("2", THERE, criteria=[])], met("commune"), OPEN),
        ([file("1"), file("2", THERE, criteria=BAD)], met("commune"), NOT_MET),
        ([file("1"), file("2", THERE)], met("commune", KDC4a="not_met"), NOT_MET),
        ([file("1"), file("2", THERE, year="2022", criteria=BAD)], met("commune"), OPEN),
        (
            [
                file("1"),
                file("2", THERE, criteria=met("residential_area", KDC1="not_met")),
            ],
            met("commune"),
            MET,
        ),
    ],
)
def test_clauses_2_to_4_hold_in_the_whole_commune(
    files: list[Counted], own: list[dict[str, object]], proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ5.2."""
    books = {"security_standard": files}
    assert result("XA2", {**COMMUNE, "criteria": own}, books) == proposed


def test_a_criterion_that_an_area_did_not_meet_was_not_met_in_the_commune() -> None:
    """TT 124/2021/TT-BCA Đ5.2, also of criteria on which no book speaks."""
    for criterion in sorted(COMMUNE_WIDE & set(criteria_of("commune"))):
        rows = met("residential_area", **{criterion: "not_met"})
        found = proposal(criterion, COMMUNE, {"security_standard": [file("1", criteria=rows)]})
        assert (str(found.result), found.records[:1]) == (NOT_MET, ("1",))


@pytest.mark.parametrize(
    ("files", "proposed"),
    [
        ([file("1"), file("2", THERE), of_firm("3")], MET),
        # Two of three are less than 70 in a hundred.
        ([file("1"), file("2", THERE), of_firm("3", result="failed")], NOT_MET),
        ([file("1"), file("2", THERE), of_firm("3", **WAITING)], OPEN),
        ([file("1", result="failed"), file("2", THERE), of_firm("3", **WAITING)], NOT_MET),
        ([file("1"), file("2", THERE)], NOT_MET),
        ([file("1"), file("2", THERE), of_firm("3", registered_on=None)], NOT_MET),
        # What is out of scope is not asked for.
        ([file("1"), file("2", THERE, in_scope=False, result=None), of_firm("3")], MET),
    ],
)
def test_all_register_and_seventy_of_a_hundred_are_recognised(
    files: list[Counted], proposed: str
) -> None:
    """TT 124/2021/TT-BCA Đ5.4."""
    assert result("XA4", COMMUNE, {"security_standard": files}) == proposed


@pytest.mark.parametrize(("good", "proposed"), [(7, MET), (6, NOT_MET)])
def test_seventy_of_a_hundred_is_the_border(good: int, proposed: str) -> None:
    areas = {"residential_areas": [area(f"a{one}", f"Thôn {one}") for one in range(10)]}
    files = [file(f"f{one}", f"a{one}") for one in range(good)]
    files += [file(f"f{one}", f"a{one}", result="failed") for one in range(good, 10)]
    books = {**areas, "security_standard": files, "organizations": []}
    found = proposal("XA4", COMMUNE, books)
    assert str(found.result) == proposed
    assert words(found) == (
        f"10 trên 10 đối tượng đăng ký; {good} được công nhận (cần từ 70%), 0 chưa có kết quả."
    )


def test_a_commune_without_subjects_is_left_to_be_judged() -> None:
    assert result("XA4", COMMUNE, {"residential_areas": [], "organizations": []}) == OPEN


def test_registration_goes_on_until_the_end_of_the_quarter() -> None:
    rows = {"security_standard": [file("1", **WAITING)]}
    assert result("XA4", COMMUNE, rows, today=date(2023, 3, 31)) == OPEN
    assert result("XA4", COMMUNE, rows, today=date(2023, 4, 1)) == NOT_MET


# ---------------------------------------------------------------------------- forces, police


@pytest.mark.parametrize(
    ("one", "proposed"),
    [
        (team(*GOOD), MET),
        (team((None, "good")), OPEN),
        (team((None, "not_graded"), (1, "good")), OPEN),
        (team((None, "good"), (1, "not_completed")), NOT_MET),
        (team((None, "not_completed")), NOT_MET),
        (team(*GOOD, areas=[{"area": "Thôn Đông"}, {"area": "Thôn Trung"}]), MET),
        (team(*GOOD, areas=[{"area": "Thôn Đông"}]), OPEN),
        (team(*GOOD, areas=[{"area": "Xóm Mới"}]), OPEN),
        (team(*GOOD, ended_on="2023-01-01"), OPEN),
    ],
)
def test_the_teams_of_the_area_did_their_task(one: Counted, proposed: str) -> None:
    """TT 124/2021/TT-BCA Đ4.5."""
    assert result("KDC5", FILE, {"security_teams": [one]}) == proposed


def test_only_the_unit_itself_sees_who_was_disciplined() -> None:
    """TT 124/2021/TT-BCA Đ5.3."""
    books = {"police_officers": [row("o1", started_on="2021-01-01"), row("o2")]}
    clean: dict[str, dict[str, object]] = {"o1": {"discipline": None}, "o2": {}}
    punished: dict[str, dict[str, object]] = {"o1": {"discipline": [{"on": "2023-01-05"}]}}
    before: dict[str, dict[str, object]] = {"o1": {"discipline": [{"on": "2022-11-15"}]}}
    assert result("XA3", COMMUNE, books) == OPEN
    assert result("XA3", COMMUNE, books, private=clean) == MET
    assert result("XA3", COMMUNE, books, private=before) == MET
    found = proposal("XA3", COMMUNE, books, private=punished)
    assert (str(found.result), found.records) == (NOT_MET, ("o1",))
    assert result("XA3", COMMUNE, {}, private={}) == OPEN


def test_agreements_are_shown_and_never_decide() -> None:
    """TT 124/2021/TT-BCA Đ6.2, 7.2."""
    rows = [
        row("mine", partner="enterprise", valid_from="2022-01-01"),
        row("other", partner="education", valid_from="2022-01-01"),
        row("past", partner="enterprise", valid_from="2020-01-01", valid_to="2023-01-01"),
    ]
    found = proposal("CQ2", WORKS, {"coordination_programmes": rows})
    assert (str(found.result), found.records) == (OPEN, ("mine",))
    school = {**WORKS, "subject_kind": "school"}
    assert proposal("GD2", school, {"coordination_programmes": rows}).records == ("other",)
