"""What all invented records of a sample year are made with; it knows no published figure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from antq_desktop.assets import asset

if TYPE_CHECKING:
    from antq_desktop.domain.units import Unit

Words = Mapping[str, object]
Object = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sample:
    """What to make: the unit whose records they are, the year, how many, and the seed.

    ``saved`` are the ids of what was saved before, by register: records that point to others find
    them there.
    """

    unit: Unit
    year: int
    records: int
    seed: int
    saved: Mapping[str, Sequence[str]] = field(default_factory=dict)


def begin(sample: Sample, register: str) -> tuple[Words, Random]:
    """Return the words for a register, and chance that is the same for the same seed."""
    text = asset("data", "sample", f"{register}.toml").read_text(encoding="utf-8")
    seed = f"{sample.seed} {register} {sample.unit.key.text} {sample.year}"
    return tomllib.loads(text), Random(seed)


def day_of(random: Random, year: int) -> date:
    """Return any day of a year but the last weeks, so that what follows lies in it too."""
    return date(year, 1, 1) + timedelta(days=random.randrange(340))
