"""What all invented records of a sample year are made with; it knows no published figure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, cast

from antq_desktop.assets import asset
from antq_desktop.services.reference_data import load_calendar

if TYPE_CHECKING:
    from antq_desktop.domain.units import Unit

Words = Mapping[str, object]
Object = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sample:
    """What to make: the unit whose records they are, the year, how many, and the seed.

    ``start`` is the number of the first: codes take turns by it. ``saved`` is what was saved before
    by register and id: records that point to others find them there.
    """

    unit: Unit
    year: int
    records: int
    seed: int
    saved: Mapping[str, Mapping[str, Object]] = field(default_factory=dict)
    start: int = 0

    @property
    def numbers(self) -> range:
        """The numbers of the records."""
        return range(self.start, self.start + self.records)


@cache
def words_of(name: str) -> Words:
    """Return what a file of words for the sample holds."""
    return tomllib.loads(asset("data", "sample", f"{name}.toml").read_text(encoding="utf-8"))


def begin(sample: Sample, register: str) -> tuple[Words, Random]:
    """Return the words for a register, and chance that is the same for the same seed."""
    seed = f"{sample.seed} {register} {sample.unit.key.text} {sample.year}"
    return words_of(register), Random(seed)


def any_day_of(random: Random, year: int) -> date:
    """Return any day of a year but the last weeks, so that what follows lies in it too."""
    return date(year, 1, 1) + timedelta(days=random.randrange(340))


def day_of(random: Random, year: int) -> date:
    """Return such a day on which offices work."""
    return office_day(any_day_of(random, year))


def office_day(day: date) -> date:
    """Return the day, or the next on which offices work, where the calendar knows that."""
    calendar = load_calendar()
    return calendar.next_working(day) if calendar.first <= day <= calendar.last else day


def full_name(random: Random, sex: str | None = None) -> str:
    """Return an invented name, put together from common ones; of either sex if none is given."""
    names = words_of("persons")
    of = sex or random.choice(("male", "male", "female"))
    family = random.choice(cast("list[str]", names["families"]))
    middle, given = (cast("Mapping[str, list[str]]", names[part]) for part in ("middle", "given"))
    return f"{family} {random.choice(middle[of])} {random.choice(given[of])}"


def area_names(sample: Sample) -> list[str]:
    """Return the names of the first residential areas of a commune."""
    kind = "rural" if sample.unit.kind == "xa" else "urban"
    return cast("list[str]", words_of("persons")[kind])


def area_name(random: Random, sample: Sample) -> str:
    """Return one of them."""
    return random.choice(area_names(sample))
