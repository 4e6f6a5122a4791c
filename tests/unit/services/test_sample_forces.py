"""The invented forces, events and awards: complete, without problems, with every code in use."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.comparing import compare
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.units import Unit

    Rows = list[dict[str, object]]

#: How many show every code, and how many are saved.
MANY, FEW = 60, 18
#: The year in which all codes of the register can be used: teams are graded from 2025 on.
YEARS = {
    "police_officers": 2024,
    "security_teams": 2025,
    "other_forces": 2024,
    "propaganda": 2024,
    "awards": 2024,
}


UNITS, CATALOGUE = load_units(), load_catalogue()


def of_kind(kind: str) -> Unit:
    """Return a unit of a kind that was there until the reform."""
    until = date(2025, 7, 1)
    return next(one for one in UNITS.units if one.kind == kind and one.valid_to == until)


def samples(name: str, year: int, records: int = MANY) -> Iterator[dict[str, object]]:
    """Yield the records of a commune and of a ward, for each has forces that the other has not."""
    for kind in ("xa", "phuong"):
        yield from SAMPLES[name](Sample(of_kind(kind), year, records, seed=7))


@pytest.mark.parametrize("name", YEARS)
def test_every_sample_is_registered_without_a_problem(world: World, name: str) -> None:
    world.now = datetime(2026, 6, 1, 8, 0, tzinfo=ZONE)
    made = list(samples(name, YEARS[name], FEW))
    assert made == list(samples(name, YEARS[name], FEW))
    with world.open(COMMUNE) as workspace:
        saved = add_records(workspace, workspace.catalogue.by_name[name], made)
    assert len(saved) == 2 * FEW
    assert [(one.number, one.problems) for one in saved if one.problems or not one.complete] == []


def uses(value: object) -> Iterator[str]:
    """Yield the texts of a coded value: one code, or a list of them."""
    if isinstance(value, list):
        yield from (str(one) for one in value)
    elif value is not None:
        yield str(value)


@pytest.mark.parametrize("name", YEARS)
def test_every_code_and_every_state_is_used(name: str) -> None:
    made = list(samples(name, YEARS[name]))
    for field in CATALOGUE.by_name[name].fields:
        if field.kind is Kind.ROWS:
            rows = [row for one in made for row in cast("Rows", one.get(field.name, []))]
            places = [(column, rows) for column in field.columns if column.codes]
        else:
            places = [(field, made)] if field.codes else []
        for one, values in places:
            used = {text for value in values for text in uses(value.get(one.name))}
            assert {code.code for code in one.codes} <= used, f"{name}.{field.name}"


def test_there_are_no_teams_in_a_year_that_had_none() -> None:
    """Luật 30/2023/QH15 is in force from 01/07/2024."""
    assert list(samples("security_teams", 2023)) == []
    first = {str(one.get("started_on", "2024-07-01")) for one in samples("security_teams", 2024)}
    assert min(first) == "2024-07-01"


def test_forerunners_stand_until_the_law_ends_them() -> None:
    def ends(year: int) -> set[object]:
        kinds = {"civil_guard", "part_time_police"}
        made = samples("other_forces", year)
        return {one.get("ended_on") for one in made if one["kind"] in kinds}

    assert ends(2023) == {None}
    assert ends(2024) == {"2024-07-01"}


def test_the_office_counts_them_as_the_commune_does(world: World) -> None:
    world.now = datetime(2024, 12, 31, 8, 0, tzinfo=ZONE)
    period = parse_period("DL-2024")
    with world.open(COMMUNE) as workspace:
        sample = Sample(workspace.unit, 2024, 24, seed=3)
        for name in YEARS:
            add_records(workspace, workspace.catalogue.by_name[name], SAMPLES[name](sample))
        mine = {one.indicator.code: one.now for one in compare(workspace, period)}
        path = deliver(workspace, submit(workspace, [period], []), world.folder)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
        theirs = {one.indicator.code: one.now for one in compare(workspace, period)}
    for code in ("B8.2", "B8.3", "B8.4", "B9.1", "B9.2", "B9.3", "B10.1"):
        assert (mine[code].value, mine[code].parts) == (theirs[code].value, theirs[code].parts)
        assert code == "B8.2" or mine[code].value > 0, code


def test_a_commune_counts_its_officers_by_their_badges(world: World) -> None:
    """Counting A38: the key of the badge travels, so that two postings are one officer."""
    world.now = datetime(2024, 12, 31, 8, 0, tzinfo=ZONE)
    rural = of_kind("xa")
    world.create(rural.key.code)
    first, second, *_ = SAMPLES["police_officers"](Sample(rural, 2024, 6, seed=3))
    with world.open(rural.key.code) as workspace:
        register = workspace.catalogue.by_name["police_officers"]
        add_records(workspace, register, [first, second, {**second, "badge_no": "000 001"}])
        found = {one.indicator.code: one.now for one in compare(workspace, parse_period("DL-2024"))}
    assert (found["B8.1"].value, found["B8.1"].denominator) == (1, 1)
    assert (found["B8.2"].value, len(found["B8.2"].records)) == (2, 3)
