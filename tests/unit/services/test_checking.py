"""The self-check, backups and the restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.backing_up import (
    order_backup,
    unpack_backup,
    verify_backup,
)
from antq_desktop.services.checking import self_check
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.recovery_key import drill
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace


def findings(workspace: Workspace) -> dict[str, bool]:
    return {one.name: one.ok for one in self_check(workspace)}


def test_a_sound_workspace_has_nothing_to_report(world: World) -> None:
    world.add(COMMUNE, coop())
    for code in (COMMUNE, OFFICE):
        with world.open(code) as workspace:
            assert all(findings(workspace).values())
    world.create("13291")
    with world.open("13291") as workspace:
        found = {one.name: one.message_id for one in self_check(workspace)}
        assert found["certificate"] == "check.certificate_none"
        assert "revocations" not in found
    world.later(days=31)
    with world.open("13291") as workspace:
        assert not findings(workspace)["recovery"]  # nobody has tried the sheet in a month
        drill(workspace, world.secrets["13291"])
        assert findings(workspace)["recovery"]


def test_what_is_wrong_is_found(world: World) -> None:
    world.add(COMMUNE, coop(), coop())
    with world.open(COMMUNE) as workspace:
        execute = workspace.store.database.execute
        execute("UPDATE current SET number = 7 WHERE book_number = 1")
        execute("UPDATE journal SET entry = replace(entry, 'save', 'void') WHERE n > 3")
        found = findings(workspace)
        assert not found["projections"]
        assert not found["journal"]
        repaired = {one.name: one.ok for one in self_check(workspace, rebuild=True)}
        assert repaired["projections"]
        assert findings(workspace)["projections"]
    world.later(days=1040)
    with world.open(COMMUNE) as workspace:
        found = findings(workspace)
        assert not found["backup"]
        assert not found["recovery"]
        assert not found["certificate"]
        assert not found["revocations"]
        workspace.clock.system = lambda: world.now.replace(year=2020)
        assert not findings(workspace)["clock"]


def test_a_backup_is_verified_and_restored_into_a_new_home(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        submit(workspace, [], [])
        backup = order_backup(workspace, tmp_path)
        assert (backup.verified, backup.revisions) == ("opened", 1)
        assert verify_backup(backup.path, None).verified == "digests"
        assert (
            verify_backup(backup.path, workspace.opened.database_key, workspace.paths).verified
            == "opened"
        )
        before = workspace.store.digest()
        assert order_backup(workspace, None).path.parent == world.home(COMMUNE) / "backups"
    with pytest.raises(Refusal, match=r"backup\.not_empty"):
        unpack_backup(backup.path, paths_for(world.home(COMMUNE)))
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match=r"store\.not_readable"):
        verify_backup(backup.path, workspace.opened.database_key, workspace.paths)
    paths = paths_for(tmp_path / "restored")
    unpack_backup(backup.path, paths)
    with open_workspace(paths, None, PASSPHRASE, world.catalogue, world.clock()) as workspace:
        restore_backup(workspace, as_fork=False)
        assert workspace.store.digest() == before
        assert workspace.store.queries.line(record) is not None
        row = submit(workspace, [], [])
        # A new chain that says what it continues; it holds everything, so the office can take it.
        assert (row.sequence, row.base) == (1, None)
        file = paths.data / "outbox" / row.file
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, file).verdict == "accepted"


def test_a_damaged_or_foreign_file_is_no_backup(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as workspace:
        backup = order_backup(workspace, tmp_path).path
        with pytest.raises(Refusal, match=r"backup\.cannot_write"):
            order_backup(workspace, backup)
    data = backup.read_bytes()
    text = tmp_path / "text"
    text.write_text("Kính gửi")
    with pytest.raises(Refusal, match=r"backup\.not_one"):
        verify_backup(text, None)
    with pytest.raises(Refusal, match=r"backup\.missing"):
        verify_backup(tmp_path / "none", None)
    for place in (len(data) // 3, len(data) // 2):
        text.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(Refusal, match=r"backup\.(damaged|not_one)"):
            verify_backup(text, None)
