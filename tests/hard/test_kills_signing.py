"""SIGKILL at any moment of the second signature: the bundle waits as before, or it is finished."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.services.preparing import countersign_prepared
from antq_desktop.services.receiving import verify_bundle
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from tests.hard.killing import can_fork
from tests.hard.test_kills import COOPS, Bench, Tally, nothing_half_made, sha256, state_of
from tests.unit.services.conftest import COMMUNE, OFFICE
from tests.unit.services.signing_twice import HEAD, OFFICER, add_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

pytestmark = [
    pytest.mark.skipif(not can_fork, reason="needs fork and pidfd"),
    pytest.mark.slow,
    pytest.mark.usefixtures("derived_once"),
]


def test_a_second_signature(
    world: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    add_people(world)
    with world.open(COMMUNE, OFFICER) as workspace:
        add_records(workspace, world.catalogue.by_name["hen_coops"], COOPS)
        row = submit(workspace, [], [])

    def work(workspace: Workspace) -> None:
        countersign_prepared(workspace, row.digest)

    few = replace(torture, kills=max(10, torture.kills // 4))
    bench, tally = Bench(world, COMMUNE, work, HEAD), Tally(Counter())
    bench.keep()
    for end in bench.kills(few, "second signature"):
        with world.open(COMMUNE, HEAD) as workspace:
            state_of(workspace)
            nothing_half_made(workspace.paths.data)
            (found,) = workspace.store.exchanged.outgoing("submission")
            tally.add(end, done=not found.waits)
            outbox = workspace.paths.data / "outbox"
            assert sha256(outbox / found.file) == found.sha256
            if found.waits:
                assert found == row
                work(workspace)
            (found,) = workspace.store.exchanged.outgoing("submission")
            path = outbox / found.file
            assert (found.digest, sha256(path)) == (row.digest, found.sha256)
    with world.open(OFFICE) as workspace:
        assert verify_bundle(workspace, path).verdict == "accepted"
    record_property("kill in a second signature", str(tally))
    assert tally.ends["killed"] > few.kills // 3
