"""The plan of a sample year: its sums are the published figures, its shares are like communes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.services.published import PROVINCE, YEAR, load_published
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample_plan import REGULAR, plan_year

if TYPE_CHECKING:
    from antq_desktop.domain.units import Unit

DAY = date(YEAR, 12, 31)
SEEDS = (1, 2, 3, 20230819)
TABLE = load_published()
#: Which sorts a published figure counts; what is not here has a test of its own.
COUNTED = {
    "B2.1": ("disputes", "settled"),
    "B2.2": ("disputes", "settled"),
    "B3.1": ("administrative_measures", "proposed"),
    "B4.1": ("commune_education", "applied"),
    "B5.3": ("wanted_persons", "found"),
    "B6.1": ("movement_models", "kept", "new", "replicated", "noted"),
    "B6.2": ("movement_models", "new"),
    "B6.3": ("movement_models", "replicated"),
    "B6.4": ("movement_models", "noted"),
}
#: The kind of subject of each figure of the standard, and the book that its subjects stand in.
SUBJECTS = {
    "B7.1": ("residential_areas", "there", "residential_area"),
    "B7.3": ("organizations", "agency", "agency"),
    "B7.4": ("organizations", "enterprise", "enterprise"),
    "B7.5": ("organizations", "school", "school"),
}


def communes_of(year: int) -> list[Unit]:
    """Return the communes of the province at the end of a year."""
    units, day = load_units(), date(year, 12, 31)
    province = units.resolve(f"{PROVINCE}@{day}", day)
    return [one for one in units.below(province.key, day) if not units.children(one.key, day)]


EVERY = communes_of(YEAR)


def sums(seed: int, communes: list[Unit]) -> Counter[tuple[str, str]]:
    """Return how many records of each sort there are in all communes together."""
    found: Counter[tuple[str, str]] = Counter()
    for share in plan_year(communes, TABLE, seed).values():
        for register, sorts in share.items():
            found.update({(register, sort): number for sort, number in sorts.items()})
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sums_are_what_was_published(seed: int) -> None:
    found = sums(seed, EVERY)
    for code, (register, *sorts) in COUNTED.items():
        assert sum(found[register, sort] for sort in sorts) == TABLE[code].value, code
    for code, (register, sort, kind) in SUBJECTS.items():
        assert found[register, sort] == TABLE[code].denominator, code
        assert found[register, sort] - found["security_standard", kind] == TABLE[code].value, code
    assert TABLE["B1.2"].above
    assert found["crime_reports", "people"] > TABLE["B1.2"].value == 1000


@pytest.mark.parametrize("seed", SEEDS)
def test_the_officers_are_those_of_communes_and_townships(seed: int) -> None:
    plan = plan_year(EVERY, TABLE, seed)
    officers = [
        plan[unit.key]["police_officers"]["serving"] for unit in EVERY if unit.kind in REGULAR
    ]
    assert len(officers) == TABLE["B8.1"].value == TABLE["B8.1"].denominator
    assert sum(officers) == TABLE["B8.2"].value
    assert set(officers) <= set(range(5, 11))
    assert len(set(officers)) > 3


@pytest.mark.parametrize("seed", SEEDS)
def test_no_commune_loses_its_own_standard_by_those_who_failed(seed: int) -> None:
    """TT 124/2021 Đ5.4: 70 % of those that registered under a commune must be recognised."""
    for share in plan_year(EVERY, TABLE, seed).values():
        failed = sum(share.get("security_standard", {}).values())
        organizations = share["organizations"]
        inside = sum(organizations[kind] for kind in ("agency", "enterprise", "school"))
        subjects = share["residential_areas"]["there"] + inside
        assert failed <= 1
        assert (subjects - failed) * 100 >= subjects * 70


def test_towns_have_more_enterprises_than_villages() -> None:
    plan = plan_year(EVERY, TABLE, 1)

    def mean(kinds: tuple[str, ...]) -> float:
        units = [unit for unit in EVERY if unit.kind in kinds]
        return sum(plan[one.key]["organizations"]["enterprise"] for one in units) / len(units)

    assert mean(("phuong", "thi-tran")) > 1.5 * mean(("xa",))


def test_a_seed_gives_the_same_plan_and_another_seed_another() -> None:
    assert plan_year(EVERY, TABLE, 7) == plan_year(EVERY, TABLE, 7)
    assert plan_year(EVERY, TABLE, 7) != plan_year(EVERY, TABLE, 8)


@pytest.mark.parametrize("number", [1, 7, 40])
def test_fewer_communes_get_their_part_and_lose_no_figure(number: int) -> None:
    found = sums(1, EVERY[:number])
    for code, (register, *sorts) in COUNTED.items():
        part = sum(found[register, sort] for sort in sorts)
        whole = TABLE[code].value * number / len(EVERY)
        # Each of the four sorts of models is rounded up by itself.
        assert max(whole, 1) <= part < whole + 1 + len(sorts), code
    assert found["residential_areas", "there"] >= 4 * number
    assert found["police_officers", "serving"] >= 5 * number


def test_another_year_has_its_own_communes() -> None:
    other = load_units()
    day = date(2025, 12, 31)
    communes = [one for one in other.valid(day) if one.parent == "37"]
    found = sums(1, communes)
    assert len(communes) == 33
    assert found["residential_areas", "there"] == -(-686 * 33 // 109)


#: Books that no published figure looks into; there were no security teams before July 2024.
OTHER_BOOKS = (
    *("drug_user_management", "key_areas", "other_forces", "coordination_programmes", "documents"),
    *("committee_members", "committee_tasks", "committee_meetings", "committee_reviews"),
    *("inspections", "propaganda", "awards"),
)
BESIDE = 30
"""So many records each commune has besides what the published figures need."""


@pytest.mark.parametrize("seed", SEEDS)
def test_every_commune_has_enough_besides_what_the_figures_need(seed: int) -> None:
    counted = {one.indicator.partition(".")[0] for one in TABLE.values()}
    assert not counted & {"B9", "B11", "B12", "B13"}
    least = min(
        sum(number for book in OTHER_BOOKS for number in share.get(book, {}).values())
        for share in plan_year(EVERY, TABLE, seed).values()
    )
    assert least >= BESIDE
