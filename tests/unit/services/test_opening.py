"""Making, opening, recovering a workspace, and what stands in the way."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.looking import reveal
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.users import add_user, change_passphrase
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop

if TYPE_CHECKING:
    from pathlib import Path


def acts(world: World, code: str) -> list[str]:
    with world.open(code) as workspace:
        return [str(entry["act"]) for entry in workspace.store.journal.entries()]


def test_a_second_workspace_in_one_home_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match=r"workspace\.exists"):
        world.create(COMMUNE)


def test_a_short_passphrase_is_refused_and_leaves_nothing(world: World) -> None:
    home = world.home("13291")
    with pytest.raises(Refusal, match=r"passphrase\.short"):
        world.create("13291", office=True, practice=False)
    assert not (home / "antq.db").exists()
    world.create("13291")
    assert (home / "antq.db").exists()


def test_a_key_file_left_by_a_power_cut_does_not_block(world: World) -> None:
    home = world.home("13291")
    home.mkdir()
    (home / "keys.json").write_bytes(b"left")
    world.create("13291")
    assert (home / "keys.json.old").read_bytes() == b"left"
    with world.open("13291") as workspace:
        assert workspace.unit.name == "Phường Lê Hồng Phong"


def test_a_wrong_passphrase_is_refused_and_enters_the_journal(world: World) -> None:
    with pytest.raises(Refusal, match=r"users\.wrong_passphrase"), world.open(COMMUNE, None, "no"):
        pass
    assert (world.home(COMMUNE) / "pending.log").exists()
    assert "unlock_failed:users.wrong_passphrase" in acts(world, COMMUNE)
    assert not (world.home(COMMUNE) / "pending.log").exists()


def test_a_second_program_is_refused(world: World) -> None:
    with (
        world.open(COMMUNE),
        pytest.raises(Refusal, match=r"workspace\.in_use"),
        world.open(COMMUNE),
    ):
        pass


def test_an_unknown_user_and_a_missing_workspace_are_refused(world: World) -> None:
    with pytest.raises(Refusal, match=r"users\.unknown"), world.open(COMMUNE, "nobody"):
        pass
    with pytest.raises(Refusal, match=r"store\.missing"), world.open("nowhere"):
        pass


def test_users_have_passphrases_of_their_own(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "officer")
        with pytest.raises(Refusal, match=r"users\.name_taken"):
            add_user(workspace, "Cán  bộ Mẫu", Role.OFFICER, "again")
        with pytest.raises(Refusal, match=r"users\.bad_name"):
            add_user(workspace, "\x00", Role.OFFICER, "again")
    with pytest.raises(Refusal, match=r"users\.say_which"), world.open(COMMUNE):
        pass
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        with pytest.raises(Refusal, match=r"users\.head_only"):
            add_user(workspace, "Người khác", Role.OFFICER, "other")
        change_passphrase(workspace, "changed")
    with world.open(COMMUNE, "Cán bộ Mẫu", "changed") as workspace:
        assert workspace.opened.slot.role == Role.OFFICER


def test_the_recovery_sheet_opens_everything_sealed_parts_too(world: World) -> None:
    keeper = {"full_name": "Vàng A Thử"}
    (record,) = world.add(COMMUNE, coop(keeper=keeper))
    paths = paths_for(world.home(COMMUNE))
    typed = world.secrets[COMMUNE].lower().replace("1", " 1", 1)
    recover_workspace(paths, typed, "Trưởng mới", "new head", world.catalogue, world.clock())
    with world.open(COMMUNE, "Trưởng mới", "new head") as workspace:
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": keeper}
    recover_workspace(paths, typed, "Trưởng mới", "forgot it", world.catalogue, world.clock())
    with world.open(COMMUNE, "Trưởng mới", "forgot it") as workspace:
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": keeper}
    foreign = world.secrets[OFFICE]
    with pytest.raises(Refusal, match=r"users\.wrong_recovery"):
        recover_workspace(paths, foreign, "Kẻ lạ", "x", world.catalogue, world.clock())


def test_age_alone_opens_the_recovery_slot(world: World, tmp_path: Path) -> None:
    keys = json.loads((world.home(COMMUNE) / "keys.json").read_bytes())
    (tmp_path / "slot.age").write_bytes(bytes.fromhex(keys["recovery"]["database"]))
    (tmp_path / "sheet.txt").write_text(world.secrets[COMMUNE])
    command = ["age", "-d", "-i", str(tmp_path / "sheet.txt"), str(tmp_path / "slot.age")]
    found = subprocess.run(command, capture_output=True, check=True).stdout
    with world.open(COMMUNE) as workspace:
        assert found == workspace.opened.database_key


def test_a_backup_is_made_at_close_but_not_at_every_command(world: World) -> None:
    backups = world.home(COMMUNE) / "backups"
    before = len(list(backups.iterdir()))
    world.later(hours=1)
    world.add(COMMUNE, coop())
    world.add(COMMUNE, coop())
    assert len(list(backups.iterdir())) == before + 1
    with world.open(COMMUNE):
        world.later(days=1)
    assert len(list(backups.iterdir())) == before + 1
