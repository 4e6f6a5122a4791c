"""A batch of bundles: how far it is, stopped inside one, a stick that goes, a full disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.services.batching import Batch
from antq_desktop.services.fetching import Stopped
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.workspace import uninterrupted
from tests.mounting import needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop, model
from tests.unit.services.exchange import digest, sign

if TYPE_CHECKING:
    from pathlib import Path


def files(world: World) -> list[Path]:
    """Sign two registers at each of two communes."""
    for code in (COMMUNE, SECOND):
        world.add(code, coop(), coop("2023-06-06"))
        world.add(code, model(), register="movement_models")
    return [sign(world, "DL-2023", code=code) for code in (COMMUNE, SECOND)]


def test_stopped_inside_a_bundle_nothing_of_it_is_in_and_what_came_before_stays(
    world: World,
) -> None:
    first, second = files(world)
    heard: list[int] = []
    batch = Batch(heard.append)
    with world.open(OFFICE) as workspace:
        assert batch.rehearse(workspace, first).verdict.verdict == "accepted"
        assert batch.take(workspace, first).verdict == "accepted"
        assert max(heard) > 0
    whole = digest(world)
    rows: list[int] = []

    def stop_in_the_middle(count: int) -> None:
        rows.append(count)
        if count:  # the rows of one register are written already
            stopped.stop()

    stopped = Batch(stop_in_the_middle)
    with world.open(OFFICE) as workspace:
        with pytest.raises(Stopped):
            stopped.take(workspace, second)
        with pytest.raises(Stopped):
            stopped.take(workspace, first)
        assert workspace.pulse is uninterrupted
        assert len(workspace.store.exchanged.standing()) == 1
        assert not list((workspace.paths.data / "inbox").glob("*.part"))
    assert max(rows) > 0
    assert digest(world) == whole
    with world.open(OFFICE) as workspace:
        assert Batch(heard.append).take(workspace, second).verdict == "accepted"


def test_a_batch_backs_up_once(world: World) -> None:
    paths = files(world)
    batch = Batch(lambda _: None)
    with world.open(OFFICE) as workspace:
        before = len(list(workspace.paths.backups.glob("*.antq-backup")))
        for path in paths:
            world.later(seconds=2)
            assert batch.take(workspace, path).verdict == "accepted"
        assert len(list(workspace.paths.backups.glob("*.antq-backup"))) == before + 1


def test_a_stick_that_is_drawn_out_is_told_and_nothing_is_lost(world: World) -> None:
    first, second = files(world)

    def draw_out(count: int) -> None:
        if count:
            first.unlink()

    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal) as refusal:
            Batch(draw_out).take(workspace, first)
        assert refusal.value.message_id == "bundles.cannot_read"
        assert workspace.store.exchanged.standing() == []
        assert not list((workspace.paths.data / "inbox").glob("*.part"))
        assert Batch(lambda _: None).take(workspace, second).verdict == "accepted"


@needs_mount
def test_a_full_disk_is_told_and_nothing_is_half_in(world: World, tmp_path: Path) -> None:
    first, _ = files(world)
    with world.open(OFFICE) as workspace, small_disk(tmp_path / "small", "16k") as disk:
        inbox = workspace.paths.data / "inbox"
        kept = inbox.rename(inbox.with_name("kept"))
        inbox.symlink_to(disk)
        with pytest.raises(Refusal) as refusal:
            Batch(lambda _: None).take(workspace, first)
        assert refusal.value.message_id == "store.disk_full"
        assert workspace.store.exchanged.standing() == []
        inbox.unlink()
        kept.rename(inbox)
        assert import_bundle(workspace, first).verdict == "accepted"
