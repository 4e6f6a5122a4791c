"""Thousands of damaged submissions: none taken, no crash, little memory; ``make torture``."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.rules.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.hard.conftest import Torture

pytestmark = pytest.mark.slow

PARTS = 2
"""As many processes as the machine has processors: a bundle with one signature, and with two."""
KIBIBYTES = 300 * 1024
SECONDS = 5.0
"""For one file; asked only of `make torture`, where nothing else runs."""


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_submissions(
    part: int,
    torture: Torture,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    pytestconfig: pytest.Config,
) -> None:
    changes = torture.changes // PARTS
    command = [sys.executable, "-m", "tests.hard.torturing"]
    done = subprocess.run(
        [*command, f"{torture.seed} {part}", str(changes), tmp_path, str(part + 1)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    said = json.loads(done.stdout)
    assert sum(said["said"].values()) == changes
    assert said["peak_kib"] < KIBIBYTES
    record_property(f"damaged submissions, part {part + 1} of {PARTS}", json.dumps(said))
    if pytestconfig.getoption("--torture", default=None) is not None:
        assert said["slowest_seconds"] < SECONDS
