"""What `make fuzz` runs is alive: its seeds, and damaged ones, give no finding."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, get_args

import pytest

from antq_desktop.bundle.manifest import Kind, parse_manifest
from antq_desktop.bundle.refusals import BundleRefused
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


def test_seeds_have_a_manifest_of_each_kind(tmp_path: Path) -> None:
    """What a kind says besides what all say is reached from the beginning."""
    found: set[str] = set()
    for seed in seeds("manifest", tmp_path):
        with suppress(BundleRefused):
            found.add(parse_manifest(seed).kind)
    assert found == set(get_args(Kind))


def test_targets_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    for name in ("parts", "keys", "backup", "typed"):
        for seed in seeds(name, tmp_path):
            TARGETS[name](seed)
    assert list(made.iterdir()) == []


def test_every_target_has_a_name() -> None:
    assert list(TARGETS) == list(NAMES)
