"""The self-check, backups and the restore."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.printing.drawing.fonts import FOLDERS_VARIABLE
from antq_desktop.services.ages import age_of, days_since
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
from tests.mounting import needs_mount, small_disk
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
        assert told(workspace)["backup"] == "check.date_doubt"  # nobody waits for three years
        workspace.clock.system = lambda: world.now.replace(year=2020)
        wrong = told(workspace)
        assert wrong.pop("clock") == "check.clock_bad"
        dated = {name for name, message in wrong.items() if message == "check.date_doubt"}
        assert dated == {"backup", "certificate", "office", "revocations"}


def told(workspace: Workspace) -> dict[str, str]:
    return {one.name: one.message_id for one in self_check(workspace)}


def test_no_wrong_clock_makes_an_age(world: World) -> None:
    clock = world.clock()
    clock.learn(world.now)
    for days, sure, to_come in ((0, True, False), (-366, True, False), (1, False, True)):
        age = age_of(clock, world.now + timedelta(days=days))
        assert (age.sure, age.to_come, age.days) == (sure, to_come, max(-days, 0))
    assert not age_of(clock, world.now - timedelta(days=1054)).sure
    assert days_since(clock, world.now + timedelta(minutes=3)) == 0
    assert days_since(clock, world.now + timedelta(days=30)) == -1
    world.later(days=-400)  # the battery of the clock is empty
    assert not age_of(clock, world.now).sure


def test_a_pc_without_fonts_is_told_before_the_first_print(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDERS_VARIABLE, str(tmp_path / "none"))
    with world.open(COMMUNE) as workspace:
        assert told(workspace)["fonts"] == "paper.no_font"


@needs_mount
def test_a_disk_with_little_room_is_told(world: World, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", "1m") as small, world.open(COMMUNE) as workspace:
        workspace.paths = replace(workspace.paths, data=small)
        (space,) = (one for one in self_check(workspace) if one.name == "space")
        assert (space.ok, space.values["megabytes"]) == (False, 1)


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
