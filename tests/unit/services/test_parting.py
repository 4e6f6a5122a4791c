"""A list of parts is not signed: it must not make the program write more than a bundle may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.parts import PartList
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.services.arriving import scratch
from antq_desktop.services.parting import join_parts
from tests.unit.services.conftest import OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path

TIMES = 999


def test_a_part_listed_many_times_does_not_fill_the_disk(world: World, tmp_path: Path) -> None:
    part = tmp_path / "a.antq.001"
    with part.open("wb") as file:  # holes: it takes no room
        file.truncate(DEFAULT_LIMITS.sealed // TIMES + 1)
    with part.open("rb") as file:
        digest = hash_stream(file)[0]
    listing = tmp_path / "a.antq.sha256"
    listing.write_text(PartList("a.antq", (digest,) * TIMES, "0" * 64).as_text(), encoding="ascii")
    with world.open(OFFICE) as workspace:
        found = join_parts(workspace, [part, listing])
        written = [path for path in scratch(workspace).rglob("a.antq*") if path.is_file()]
    assert (found.bundles, written) == ((), [])
    assert [one.content[0] for one in found.verdicts] == ["parts.bad_list"]
