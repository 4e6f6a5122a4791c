"""Invented places: complete, and without problems."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from tests.unit.services.conftest import COMMUNE, World

if TYPE_CHECKING:
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

NAMES = ("residential_areas", "organizations", "key_areas")
RECORDS = 48


def sample(saved: dict[str, list[str]]) -> Sample:
    """Return what is made of the last year of a commune."""
    unit = load_units().resolve(f"{COMMUNE}@2023-12-31", date(2023, 12, 31))
    return Sample(unit, 2023, RECORDS, 1, saved)


def fill(workspace: Workspace) -> dict[str, list[Saved]]:
    """Save the sample as the demonstration does."""
    ids: dict[str, list[str]] = {}
    added: dict[str, list[Saved]] = {}
    for name in NAMES:
        register = workspace.catalogue.by_name[name]
        added[name] = add_records(workspace, register, SAMPLES[name](sample(ids)))
        ids[name] = [one.record for one in added[name]]
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
    saved = {one: [f"{number}" for number in range(RECORDS)] for one in NAMES[:2]}
    first = list(SAMPLES[name](sample(saved)))
    assert list(SAMPLES[name](sample(saved))) == first
    assert len(first) == RECORDS
