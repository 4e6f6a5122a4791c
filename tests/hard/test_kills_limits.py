"""SIGKILL while limits are made again: the next start goes on, and all of them are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.services.limits import bring_up_limits, limits_left, work_on_limits
from antq_desktop.services.saving import add_records
from tests.hard.killing import can_trap, run
from tests.unit.services.conftest import COMMUNE
from tests.unit.services.test_limits import tip
from tests.unit.services.test_outstanding import said, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.services.conftest import World

pytestmark = [
    pytest.mark.skipif(not can_trap, reason="needs fork and seccomp"),
    pytest.mark.usefixtures("derived_once"),
]

RECORDS, MANY, KILLS = 10, 3, 8


def test_limits_that_are_killed_on_the_way(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        add_records(workspace, register, [tip("2023-05-05")] * RECORDS)
        bring_up_limits(workspace)
        whole = table(workspace)
        workspace.store.limits.forget()

    def act(begin: Callable[[], None]) -> None:
        with world.open(COMMUNE) as workspace:
            begin()
            workspace.store.limits.forget()
            while work_on_limits(workspace, MANY) is not None:
                pass
            # The rest is the backup at the end, which others kill.
            workspace.began = workspace.store.journal.head().length

    calls = run(act, at_call=0).calls
    reached = []
    for kill in range(KILLS):
        assert run(act, at_call=1 + calls * kill // KILLS).killed
        with world.open(COMMUNE) as workspace:
            left = limits_left(workspace)
            reached.append(left.done if left is not None else 0)
            assert table(workspace) == said(workspace) == whole
    assert {0, MANY, 2 * MANY} <= set(reached)
