"""Invented records of registers about persons: complete, without problems, every code once."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.fields import Kind
from antq_desktop.services.looking import list_records
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from tests.unit.services.conftest import COMMUNE, DAY, World

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.units import Unit

NAMES = ("administrative_measures", "commune_education", "drug_user_management", "wanted_persons")
RECORDS = 60


@pytest.fixture(scope="module")
def unit() -> Unit:
    return load_units().resolve(f"{COMMUNE}@{DAY}", DAY)


def sample(unit: Unit, name: str, seed: int = 1, year: int = 2023) -> list[dict[str, object]]:
    return list(SAMPLES[name](Sample(unit, year, RECORDS, seed)))


@pytest.mark.parametrize("name", NAMES)
def test_every_record_takes_its_number_and_has_no_problem(world: World, name: str) -> None:
    register = world.catalogue.by_name[name]
    with world.open(COMMUNE) as workspace:
        records = sample(workspace.unit, name)
        saved = add_records(workspace, register, records)
        lines = list_records(workspace, register)
    assert [one.problems for one in saved if one.problems] == []
    assert all(one.complete and one.number for one in saved)
    assert {one.state for one in saved} == {code.code for code in register.life_cycle.states}
    people = {cast("Mapping[str, str]", one["person"])["full_name"] for one in records}
    assert {line.title.partition(" · ")[0] for line in lines} == people


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_records(unit: Unit, name: str) -> None:
    assert sample(unit, name) == sample(unit, name)
    assert sample(unit, name) != sample(unit, name, seed=2)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_used_and_every_field_is_filled(world: World, unit: Unit, name: str) -> None:
    register = world.catalogue.by_name[name]
    used: dict[str, set[object]] = {}
    for record in sample(unit, name):
        for path, value in _leaves(register.fields, record):
            used.setdefault(path, set()).add(value)
    declared = dict(register.paths())
    for path, one in declared.items():
        assert {code.code for code in one.codes} <= used.get(path, set()), path
    links = {path for path, one in declared.items() if one.kind is Kind.REFERENCE}
    assert set(declared) - set(used) - links == {"moves.replaces"}


@pytest.mark.parametrize("name", NAMES)
def test_personal_numbers_belong_to_nobody(unit: Unit, name: str) -> None:
    numbers = [
        cast("Mapping[str, str]", value)["id_number"]
        for record in sample(unit, name)
        for value in record.values()
        if isinstance(value, dict) and "id_number" in value
    ]
    assert len(numbers) >= RECORDS
    assert all(number.startswith("000") for number in numbers)


def _leaves(
    fields: tuple[Field, ...], values: Mapping[str, object], prefix: str = ""
) -> Iterator[tuple[str, object]]:
    for one in fields:
        value = values.get(one.name)
        if value is None:
            continue
        if one.kind is Kind.ROWS:
            rows = cast("list[dict[str, object]]", value)
            yield from chain(*(_leaves(one.columns, row, f"{one.name}.") for row in rows))
        elif isinstance(value, list):
            yield from ((prefix + one.name, each) for each in value)
        else:
            yield prefix + one.name, str(value)
