"""Invented places and files: complete, without problems, and counted alike on both sides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.counting import count, lines_of
from antq_desktop.services.delivering import deliver
from antq_desktop.services.looking import show_record
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

Before = dict[str, dict[str, dict[str, object]]]
NAMES = ("residential_areas", "organizations", "security_standard", "key_areas")
RECORDS = 48


def sample(saved: Before) -> Sample:
    """Return what is made of the last year of a commune."""
    unit = load_units().resolve(f"{COMMUNE}@2023-12-31", date(2023, 12, 31))
    return Sample(unit, 2023, RECORDS, 1, saved)


def fill(workspace: Workspace) -> dict[str, list[Saved]]:
    """Save the sample as the demonstration does."""
    before: Before = {}
    added: dict[str, list[Saved]] = {}
    for name in NAMES:
        register = workspace.catalogue.by_name[name]
        made = list(SAMPLES[name](sample(before)))
        added[name] = add_records(workspace, register, made)
        before[name] = {one.record: made[place] for place, one in enumerate(added[name])}
    return added


def test_every_invented_record_is_complete_and_without_problems(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        for name, added in fill(workspace).items():
            assert len(added) == RECORDS
            assert all(one.complete for one in added)
            assert not [one.problems for one in added if one.problems]
            states = {code.code for code in workspace.catalogue.by_name[name].life_cycle.states}
            assert {one.state for one in added} == states


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_gives_the_same_records_everywhere(name: str) -> None:
    saved: Before = {
        one: {f"{number}": made for number, made in enumerate(SAMPLES[one](sample({})))}
        for one in NAMES[:2]
    }
    first = list(SAMPLES[name](sample(saved)))
    assert list(SAMPLES[name](sample(saved))) == first
    assert len(first) == RECORDS


def test_the_files_point_to_what_was_saved_before(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        added = fill(workspace)
        areas = {one.record for one in added["residential_areas"]}
        firms = {one.record for one in added["organizations"]}
        values = [show_record(workspace, one.record).values for one in added["security_standard"]]
    assert {one["residential_area"] for one in values if "residential_area" in one} <= areas
    assert {one["organization"] for one in values if "organization" in one} <= firms
    kinds = {one["subject_kind"] for one in values}
    assert kinds == {"residential_area", "commune", "agency", "enterprise", "school"}


def test_the_office_counts_the_standard_and_the_areas_as_the_commune_does(
    world: World, tmp_path: Path
) -> None:
    """Every figure of TT 124/2021 comes out of what travels (counting A34, A35, A42)."""
    period = parse_period("TT124XA-2023")
    codes = {f"B7.{number}" for number in range(1, 9)} | {"B13.1"}
    with world.open(COMMUNE) as workspace:
        fill(workspace)
        unit = workspace.place.unit
        units = frozenset({unit})
        counted = count(workspace, period, units=units)
        ours = [line for line in lines_of(counted) if _code(line) in codes]
        path = deliver(workspace, submit(workspace, [period], []), tmp_path)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
        counted = count(workspace, period, units=units)
        theirs = [line for line in lines_of(counted) if _code(line) in codes]
        assert len(write_receipts(workspace)) == 1
    assert {_code(line) for line in ours} == codes
    assert theirs == ours
    figures = {one.indicator.code: one.figure for one in counted}
    assert figures["B7.1"].value > 0
    assert figures["B7.2"].denominator == 1


def _code(line: object) -> str:
    assert isinstance(line, dict)
    return str(line["code"])
