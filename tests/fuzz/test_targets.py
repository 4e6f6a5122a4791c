"""What `make fuzz` runs is alive: its seeds, and damaged ones, give no finding."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.names import NAMES
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS
from tests.hard.resealing import changed

if TYPE_CHECKING:
    from pathlib import Path

TIMES = 10


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_seeds_and_damaged_seeds(name: str, tmp_path: Path) -> None:
    random = Random(name)
    found = list(seeds(name, tmp_path))
    assert found
    for seed in found:
        TARGETS[name](seed)
        for _ in range(TIMES):
            TARGETS[name](changed(random, seed))


def test_every_target_has_a_name() -> None:
    assert list(TARGETS) == list(NAMES)
