"""A PC that was used with a date in the future, and the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock, system_time
from antq_desktop.services.opening import open_workspace
from tests.unit.cli.driver import COMMUNE, PASSPHRASE, PROGRAM

if TYPE_CHECKING:
    from tests.unit.cli.driver import Result, World


def clock_of(result: Result) -> bool:
    return bool({one["name"]: one["ok"] for one in result.document["checks"]}["clock"])


def test_the_head_says_that_the_clock_is_right(world: World) -> None:
    ahead = Clock(system=lambda: system_time() + timedelta(days=400))
    paths = paths_for(world.folder / COMMUNE)
    with open_workspace(paths, None, PASSPHRASE, PROGRAM.catalogue, ahead):
        pass
    assert not clock_of(world.commune("check"))
    refused = world.commune("bundle", "export", "--period", "DL-2023", "-o", world.folder)
    assert refused.document["refused"] == "clock.behind"
    assert "--clock-is-right" in refused.document["action"]
    assert clock_of(world.commune("check", "--clock-is-right"))
    assert clock_of(world.commune("check"))
    assert world.export().is_file()
