"""What came in and must go up again: kept by the inbox and by every backup, each file once."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.arriving import unseal
from antq_desktop.services.backing_up import (
    KEPT_FOLDER,
    order_backup,
    unpack_backup,
    verify_backup,
)
from antq_desktop.services.checking import self_check
from antq_desktop.services.consolidating import consolidate, due_above
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.status import bundle_status, next_step, received_bundles
from antq_desktop.store import backup, kept_files
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import answer, sign, take
from tests.unit.services.levels import PROVINCE, answered, levels, made_levels, submitted, taken
from tests.unit.services.passing import container

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.backup import Backup

__all__ = ["levels", "made_levels"]


def inbox(world: World) -> dict[str, Path]:
    """Return the files of the office's inbox by name."""
    return {path.name: path for path in (world.home(OFFICE) / "inbox").iterdir()}


def backed_up(world: World, folder: Path | None) -> Backup:
    """Let the office write a backup."""
    with world.open(OFFICE) as workspace:
        return order_backup(workspace, folder)


def files_found(world: World) -> bool:
    """Say whether the self-check finds all files."""
    with world.open(OFFICE) as workspace:
        return {one.name: one.ok for one in self_check(workspace)}["files"]


def test_a_restored_office_passes_on_what_it_had(levels: World, tmp_path: Path) -> None:
    """From the stick, byte for byte: containers and receipts, after the PC is gone."""
    for code in (COMMUNE, SECOND):
        levels.add(code, coop())
    sent = [submitted(levels, code) for code in (COMMUNE, SECOND)]
    taken(levels, OFFICE, *sent)
    receipts = answered(levels, OFFICE)
    originals = {container(levels, OFFICE, path) for path in (*sent, *receipts)}
    stick = tmp_path / "stick"
    made = backed_up(levels, stick)
    assert (made.verified, made.kept, made.missing) == ("opened", 4, ())
    shutil.rmtree(levels.home(OFFICE))
    levels.later(days=1)
    assert unpack_backup(made.path, paths_for(levels.home(OFFICE))) == ()
    with levels.open(OFFICE) as workspace:
        restore_backup(workspace, as_fork=False)
        assert len(due_above(workspace).bundles) == 2
        above = workspace.paths.data / "outbox" / consolidate(workspace, [], []).file
    assert taken(levels, PROVINCE, above).counts["new"] == 2
    with levels.open(PROVINCE) as workspace:
        unseal(workspace, above, tmp_path / "above")
    with ZipFile(tmp_path / "above") as outer:
        inside = {outer.read(name) for name in outer.namelist() if name.startswith("bundles/")}
    assert inside == originals


def test_the_own_folder_holds_each_file_once_and_puts_it_back(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, coop())
    take(world, sign(world))
    answer(world)
    first = backed_up(world, None)
    side = first.path.parent / KEPT_FOLDER
    (file,) = inbox(world).values()
    (same,) = [path for path in side.iterdir() if path.name == file.stem]
    assert same.stat().st_ino == file.stat().st_ino
    before = {path.name: path.stat().st_ino for path in side.iterdir()}
    world.later(hours=1)
    assert backed_up(world, None).kept == 2
    assert {path.name: path.stat().st_ino for path in side.iterdir()} == before
    file.unlink()
    assert not files_found(world)
    with world.open(OFFICE) as workspace:
        (line,) = [one for one in bundle_status(workspace, None) if one.state != "waiting"]
        assert line.file_gone
        assert next_step(workspace, line.state, file_gone=True) == "states.office_file_gone"
        assert received_bundles(workspace)[0].step == "states.office_file_gone"
    world.later(hours=1)
    assert backed_up(world, None).missing == ()
    assert files_found(world)
    with world.open(OFFICE) as workspace:
        assert received_bundles(workspace)[0].step is None
    # A disk that knows no second names has a copy there: what was cut off here is mended by it.
    whole = same.read_bytes()
    same.unlink()
    same.write_bytes(whole)
    file.write_bytes(whole[:10])
    world.later(hours=1)
    assert backed_up(world, None).missing == ()
    assert file.read_bytes() == whole
    # Lost here and there: the next backup says so, and all else is in it.
    file.unlink()
    same.unlink()
    lost = backed_up(world, tmp_path / "stick")
    assert lost.missing == (f"inbox/{file.name}",)
    shutil.rmtree(world.home(OFFICE))
    assert unpack_backup(lost.path, paths_for(world.home(OFFICE))) == lost.missing
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 1


def test_a_backup_without_its_folder_names_what_is_missing(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, coop())
    take(world, sign(world))
    made = backed_up(world, tmp_path / "stick")
    (kept,) = (made.path.parent / KEPT_FOLDER).iterdir()
    data = kept.read_bytes()
    for damaged in (data[:-1], data[:100] + bytes([data[100] ^ 1]) + data[101:]):
        kept.write_bytes(damaged)
        assert verify_backup(made.path, None).missing == (f"inbox/{kept.name}.antq",)
    # The next one to the same stick mends what it finds damaged.
    world.later(minutes=1)
    assert backed_up(world, tmp_path / "stick").missing == ()
    assert verify_backup(made.path, None).missing == ()
    alone = tmp_path / "alone.antq-backup"
    shutil.copy(made.path, alone)
    assert len(verify_backup(alone, None).missing) == 1
    world.now = world.now.replace(year=2025)
    shutil.rmtree(world.home(OFFICE))
    assert len(unpack_backup(alone, paths_for(world.home(OFFICE)))) == 1
    assert not files_found(world)


def test_a_backup_of_before_there_was_a_list_restores(world: World, tmp_path: Path) -> None:
    made = backed_up(world, tmp_path)
    with ZipFile(made.path) as archive:
        archive.extractall(tmp_path / "inside")
    (tmp_path / "inside" / "kept.json").unlink()
    contents = tmp_path / "inside" / "backup.json"
    body = canonical.load(contents.read_bytes())
    assert isinstance(body, dict)
    files = [one for one in body["files"] if one["path"] != "kept.json"]
    contents.write_bytes(canonical.dump({**body, "files": files}))
    old = tmp_path / "old.antq-backup"
    with old.open("w+b") as stream:
        backup.pack(stream, tmp_path / "inside")
    with ZipFile(old) as archive:
        assert archive.namelist() == ["backup.json", "antq.db", "keys.json"]
    assert (verify_backup(old, None).kept, verify_backup(old, None).missing) == (0, ())
    shutil.rmtree(world.home(OFFICE))
    assert unpack_backup(old, paths_for(world.home(OFFICE))) == ()
    with world.open(OFFICE) as workspace:
        assert workspace.store.journal.broken_at() is None


@pytest.mark.parametrize("path", ["../antq.db", "inbox/../../x", "/etc/x", "keys.json", "inbox/"])
def test_a_list_that_leads_out_of_the_workspace_is_no_list(path: str) -> None:
    good = kept_files.Kept("inbox/a.antq", 1, "0" * 64)
    assert kept_files.listed_from(kept_files.Listed((good,)).to_bytes()).files == (good,)
    for bad in (
        kept_files.Listed((kept_files.Kept(path, 1, "0" * 64),)),
        kept_files.Listed((), (path,)),
        kept_files.Listed((kept_files.Kept("inbox/a.antq", 1, "../../x"),)),
    ):
        with pytest.raises(ValueError, match=r"."):
            kept_files.listed_from(bad.to_bytes())


def test_what_no_backup_names_any_more_goes(world: World) -> None:
    world.add(COMMUNE, coop())
    take(world, sign(world))
    made = backed_up(world, None)
    stray = made.path.parent / KEPT_FOLDER / ("0" * 64)
    stray.write_bytes(b"x")
    world.later(days=1)
    backed_up(world, None)
    assert stray.exists()
    for _ in range(backup.KEPT):
        world.later(minutes=20)
        backed_up(world, None)
    assert not stray.exists()
    assert len(list(stray.parent.iterdir())) == 1


def test_the_same_bundle_again_brings_back_its_file(world: World) -> None:
    world.add(COMMUNE, coop())
    path = sign(world)
    take(world, path)
    (file,) = inbox(world).values()
    for damage in (file.unlink, lambda: file.write_bytes(b"x")):
        damage()
        (again,) = take(world, path)
        assert again.verdict == "same"
        assert file.read_bytes() == path.read_bytes()
    # The same container under a new seal: the file that is here now stands for it.
    file.unlink()
    shutil.rmtree(world.home(OFFICE) / "backups")
    whole = container(world, COMMUNE, path)
    sealed = world.folder / "sealed-anew.antq"
    sealed.write_bytes(sealed_again(world, whole))
    assert take(world, sealed)[0].verdict == "same"
    (now,) = inbox(world).values()
    assert now.name != file.name
    assert files_found(world)
    with world.open(OFFICE) as workspace:
        (row,) = workspace.store.exchanged.incoming()
        assert (row.file, f"{row.sha256}.antq") == (now.name, now.name)


def sealed_again(world: World, whole: bytes) -> bytes:
    """Return a container under another seal for the office."""
    from antq_desktop.crypto.sealing import seal_bytes
    from antq_desktop.services.signing import own_recipients

    with world.open(OFFICE) as workspace:
        return seal_bytes(whole, own_recipients(workspace))


def test_a_file_is_on_the_disk_before_the_row_that_names_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add(COMMUNE, coop())
    path = sign(world)
    synced: list[int] = []
    real = os.fsync

    def watched(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    take(world, path)
    (file,) = inbox(world).values()
    assert synced.index(file.stat().st_ino) < synced.index(file.parent.stat().st_ino)


def test_a_batch_has_one_backup(world: World) -> None:
    paths = []
    for hens in (1, 2, 3):
        world.add(COMMUNE, coop(hens=hens))
        paths.append(sign(world))
    made: set[str] = set()

    def names() -> int:
        made.update(one.name for one in (world.home(OFFICE) / "backups").glob("*.antq-backup"))
        return len(made)

    shutil.rmtree(world.home(OFFICE) / "backups")
    for path in paths:  # each by a command of its own
        world.later(minutes=1)
        take(world, path)
    assert names() == 1
    # Something else was done since: that must not be lost with what is imported now.
    world.add(OFFICE, coop())
    world.later(minutes=1)
    take(world, paths[0])
    assert names() == 2
    world.later(minutes=16)
    take(world, paths[0])
    assert names() == 3


def test_a_disk_that_refuses_leaves_no_row(world: World) -> None:
    world.add(COMMUNE, coop())
    path = sign(world)
    folder = world.home(OFFICE) / "inbox"
    with world.open(OFFICE) as workspace:
        folder.rmdir()
        folder.write_bytes(b"not a folder")
        with pytest.raises(Refusal):
            import_bundle(workspace, path)
        assert not workspace.store.exchanged.incoming()
        assert workspace.store.queries.records() == 0
        folder.unlink()
        folder.mkdir()
        assert import_bundle(workspace, path).verdict == "accepted"
