"""A backup for a stick that is too small for it, or for what is beside it; then to a larger one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.messages import words
from antq_desktop.paths import paths_for
from antq_desktop.services.backing_up import (
    KEPT_FOLDER,
    order_backup,
    unpack_backup,
    verify_backup,
)
from antq_desktop.services.receiving import import_bundle
from tests.mounting import fill, needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import sign

if TYPE_CHECKING:
    from pathlib import Path

CLUSTER = 64 * 1024


@needs_mount
def test_a_stick_that_is_too_small_costs_nothing_but_the_copy(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, *(coop() for _ in range(40)))
    world.add(SECOND, *(coop() for _ in range(50)))
    bundles = [sign(world), sign(world, code=SECOND)]
    with world.open(OFFICE) as workspace, small_disk(tmp_path / "KINGSTON", "3m") as stick:
        for one in bundles:
            assert import_bundle(workspace, one).verdict == "accepted"
        fill(stick, leave=100_000)
        with pytest.raises(Refusal) as caught:
            order_backup(workspace, stick)
        refusal = caught.value
        assert refusal.message_id == "backup.medium_small"
        assert refusal.values["name"] == "KINGSTON"
        assert refusal.values["free"] == 0
        said = words(refusal.message_id, "vi", refusal.values)
        assert said.text.startswith("KINGSTON chỉ còn 0 MB, bản sao lưu này cần ")
        assert [one.name for one in stick.iterdir()] == ["filler"]
        own = sorted(workspace.paths.backups.glob("*.antq-backup"))

        # Room for books and keys, not for both bundles: they go with one, and what lacks is told.
        size = own[-1].stat().st_size
        (smaller, larger) = sorted(
            one.stat().st_size for one in workspace.paths.data.glob("inbox/*")
        )
        (stick / "filler").unlink()
        fill(stick, leave=size + larger + 2 * CLUSTER + CLUSTER // 4)
        assert smaller > CLUSTER // 3
        made = order_backup(workspace, stick)
        assert (made.kept, made.left, len(made.missing)) == (2, 1, 1)
        assert 0 < made.short <= smaller + CLUSTER
        assert verify_backup(made.path, None).missing == made.missing
        assert len(list((stick / KEPT_FOLDER).iterdir())) == 1

        # The next stick has room; until now nothing was made again.
        whole = order_backup(workspace, tmp_path / "large")
        assert (whole.left, whole.short, whole.missing) == (0, 0, ())
        assert whole.path.read_bytes() == made.path.read_bytes() == own[-1].read_bytes()
        assert sorted(workspace.paths.backups.glob("*.antq-backup")) == own
        assert verify_backup(whole.path, None).missing == ()
    world.add(OFFICE, coop())
    with world.open(OFFICE) as workspace:
        assert order_backup(workspace, tmp_path / "large").revisions == made.revisions + 1
    shutil.rmtree(world.home(OFFICE))
    assert unpack_backup(whole.path, paths_for(world.home(OFFICE))) == ()


def test_what_changed_is_in_the_next_backup_of_a_session(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        first = order_backup(workspace, tmp_path / "a")
        workspace.store.meta.set("anything", {"typed": 1})  # what no line of the journal tells
        second = order_backup(workspace, tmp_path / "b")
        assert first.sha256 != second.sha256
        # One that was damaged meanwhile is not carried on.
        (newest,) = [
            one
            for one in workspace.paths.backups.glob("*.antq-backup")
            if one.read_bytes() == second.path.read_bytes()
        ]
        newest.write_bytes(b"")
        assert verify_backup(order_backup(workspace, tmp_path / "c").path, None).revisions == 0


def test_a_machine_without_room_makes_it_on_the_stick(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        shutil.rmtree(workspace.paths.backups)
        workspace.paths.backups.write_text("no folder", encoding="ascii")
        made = order_backup(workspace, tmp_path / "stick")
        assert made.path.parent == tmp_path / "stick"
        assert made.verified == "opened"
        workspace.paths.backups.unlink()


@needs_mount
def test_a_stick_that_cannot_be_written_is_named(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace, small_disk(tmp_path / "usb", "4m") as stick:
        (stick / KEPT_FOLDER).write_text("no folder", encoding="ascii")
        made = order_backup(workspace, stick)  # nothing is to be put there
        made.path.unlink()
        made.path.mkdir()
        with pytest.raises(Refusal, match=r"medium\."):
            order_backup(workspace, stick)
        assert [one.name for one in stick.iterdir() if one.name.endswith(".part")] == []
