"""The records of a sample year: of each sort as many as planned, all of them in order."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.values import Reader
from antq_desktop.errors import Fault
from antq_desktop.services.published import load_published
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.sample_plan import plan_year
from antq_desktop.services.sample_sorts import sort_of
from antq_desktop.services.sample_year import records_of_year
from tests.unit.services.test_sample_plan import EVERY
from tests.unit.services.years import SHARE, YEAR, Year, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.units import Unit
    from tests.unit.services.conftest import World

CATALOGUE, UNITS = load_catalogue(), load_units()
RURAL = "13306"
LAST = date(YEAR, 12, 31)


def year_of(unit: Unit, seed: int, share: Mapping[str, Mapping[str, int]]) -> Year:
    """Make the records of a commune, with invented ids."""
    year: Year = {}
    for name in SAMPLES:
        sample = Sample(unit, YEAR, 0, seed, year)
        made = records_of_year(CATALOGUE.by_name[name], sample, share.get(name, {}))
        year[name] = {f"00000000-0000-7000-8000-{n:012}": one for n, one in enumerate(made)}
    return year


def test_the_officers_program_has_nothing_to_say_about_them(world: World) -> None:
    """All rules of entry, with references and numbers of the book, in a commune of its own."""
    world.create(RURAL)
    with world.open(RURAL) as workspace:
        year, said = fill(workspace)
    assert [(one.number, one.problems) for one in said if one.problems] == []
    assert all(one.complete for one in said)
    for name, sorts in SHARE.items():
        found = Counter(sort_of(name, one, YEAR) for one in year[name].values())
        if name != "security_standard":
            assert found == sorts, name
    results = Counter(one.get("result") for one in year["security_standard"].values())
    assert results == {"passed": 1 + 7 + 8 - 2, "failed": 2, None: 3}


@pytest.mark.parametrize("seed", [1, 2])
def test_no_record_of_the_province_breaks_a_rule(seed: int) -> None:
    """What reads and checks values at entry finds nothing, whichever commune it is."""
    plan = plan_year(EVERY, load_published(), seed)
    today = date(2024, 1, 15)
    for unit in EVERY[seed :: len(EVERY) // 9]:
        for name, records in year_of(unit, seed, plan[unit.key]).items():
            register = CATALOGUE.by_name[name]
            for values in records.values():
                reader = Reader(UNITS, LAST)
                read, bad = reader.read_all(register.fields, values)
                found = [*bad, *missing(register, read), *check(register, read, today)]
                assert [(one.field, one.rule) for one in found] == [], (unit.name, name, values)


def test_books_are_kept_in_the_order_of_days() -> None:
    year = year_of(EVERY[30], 1, SHARE)
    for name in ("crime_reports", "disputes", "commune_education", "movement_models"):
        event = CATALOGUE.by_name[name].event_field
        days = [str(one[event]) for one in year[name].values()]
        assert len(days) > 1
        assert days == sorted(days)


def test_communes_are_not_alike() -> None:
    firsts = {
        str(next(iter(year_of(unit, 1, SHARE)["movement_models"].values()))["name"])
        for unit in EVERY[:6]
    }
    assert len(firsts) > 1


def test_offices_do_not_meet_on_holidays() -> None:
    share = {name: {"any": 30} for name in ("committee_meetings", "inspections")}
    year = year_of(EVERY[0], 1, share)
    days = {
        date.fromisoformat(str(one["held_on"])) for name in share for one in year[name].values()
    }
    assert len(days) > 20
    assert all(day.weekday() < 5 for day in days)
    tet = {date(2023, 1, day) for day in range(20, 27)}
    assert not days & tet


def test_what_a_stream_no_longer_has_is_our_fault() -> None:
    sample = Sample(EVERY[0], YEAR, 0, 1)
    with pytest.raises(Fault, match="disputes"):
        records_of_year(CATALOGUE.by_name["disputes"], sample, {"unheard of": 1})
