"""A user who is taken away holds nothing: the database lies under another key afterwards."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.looking import reveal, search
from antq_desktop.services.opening import database_file, key_file
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.saving import add_records
from antq_desktop.services.users import add_user, disable_user
from antq_desktop.store.connection import integrity_findings, open_database
from antq_desktop.store.keyfile import read_keys
from antq_desktop.store.rewriting import next_to
from tests.unit.services.conftest import COMMUNE, World, coop, model

if TYPE_CHECKING:
    from pathlib import Path

HEAD, NAME, SECRET = "Lò Thị Mẫu", "Sùng A Thử", "another one"
KEEPER = {"full_name": "Vàng A Thử", "id_number": "000190000001"}


def _filled(world: World) -> tuple[str, bytes, str]:
    """Enter a record with a sealed part and one to be found, add an officer; return both keys."""
    with world.open(COMMUNE) as workspace:
        (record,) = add_records(
            workspace, world.catalogue.by_name["hen_coops"], [coop(keeper=KEEPER)]
        )
        add_records(workspace, world.catalogue.by_name["movement_models"], [model()])
        add_user(workspace, NAME, Role.OFFICER, SECRET)
        return record.record, workspace.opened.database_key, workspace.store.digest()


def _is_whole(world: World, record: str, digest: str) -> bytes:
    """Everything is there for the head; return the key that opens it now."""
    with world.open(COMMUNE) as workspace:
        assert workspace.store.digest() == digest
        assert integrity_findings(workspace.store.database) == []
        assert len(search(workspace, "tieng keng")) == 1
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": KEEPER}
        assert [entry["act"] for entry in workspace.store.journal.entries()].count("user_added")
        return workspace.opened.database_key


def test_the_key_of_a_disabled_user_opens_nothing(world: World) -> None:
    record, old, digest = _filled(world)
    path = database_file(paths_for(world.home(COMMUNE)))
    keys = key_file(paths_for(world.home(COMMUNE)))
    before = keys.read_bytes()
    only_the_head = pytest.raises(Refusal, match=r"users\.head_only")
    with world.open(COMMUNE, NAME, SECRET) as workspace, only_the_head:
        disable_user(workspace, HEAD, reason="Thử")
    with world.open(COMMUNE, HEAD) as workspace:
        for name, why in ((HEAD, "not_oneself"), ("Không Có", "unknown")):
            with pytest.raises(Refusal, match=rf"users\.{why}"):
                disable_user(workspace, name, reason="Thử")
        disable_user(workspace, NAME, reason="Chuyển công tác")
    with pytest.raises(Refusal, match=r"store\.not_readable"):
        open_database(path, old)
    assert not next_to(path).exists()
    with pytest.raises(Refusal, match=r"users\.unknown"), world.open(COMMUNE, NAME, SECRET):
        pass
    assert _is_whole(world, record, digest) != old
    # His copy of the key file opens the new database no more than the old key does.
    now = keys.read_bytes()
    keys.write_bytes(before)
    with pytest.raises(Refusal, match=r"store\.not_readable"), world.open(COMMUNE, NAME, SECRET):
        pass
    keys.write_bytes(now)
    with world.open(COMMUNE) as workspace:
        last = [one for one in workspace.store.journal.entries() if one["act"] == "user_disabled"]
        assert len(last) == 1
        assert NAME in workspace.store.account_names().values()
        assert len(workspace.keys.slots) == 1
    # The recovery sheet got the new key too.
    paths = paths_for(world.home(COMMUNE))
    recover_workspace(
        paths, world.secrets[COMMUNE], "Chỉ huy mới", "a new one", world.catalogue, world.clock()
    )
    with world.open(COMMUNE, "Chỉ huy mới", "a new one") as workspace:
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": KEEPER}


def test_a_power_cut_leaves_the_old_file_or_the_new_one(world: World, tmp_path: Path) -> None:
    """Both states between are made of real files, opened, and are whole."""
    record, old, digest = _filled(world)
    path = database_file(paths_for(world.home(COMMUNE)))
    keys = key_file(paths_for(world.home(COMMUNE)))
    old_file, old_keys = tmp_path / "old.db", tmp_path / "old.json"
    with world.open(COMMUNE, HEAD) as workspace:
        disable_user(workspace, NAME, reason="Thử")
        # He is out already, the key is still the old one.
        workspace.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(keys, old_keys)
        shutil.copy(path, old_file)
    new_file, new_keys = tmp_path / "new.db", tmp_path / "new.json"
    shutil.copy(path, new_file)
    shutil.copy(keys, new_keys)

    # The key file was written, the new database had not taken its place yet.
    shutil.copy(old_file, path)
    shutil.copy(new_file, next_to(path))
    new = _is_whole(world, record, digest)
    assert new != old
    assert not next_to(path).exists()
    with pytest.raises(Refusal, match=r"store\.not_readable"):
        open_database(path, old)

    # The new database was written, the key file was not: the work is done again at the close.
    shutil.copy(old_file, path)
    shutil.copy(old_keys, keys)
    shutil.copy(new_file, next_to(path))
    assert _is_whole(world, record, digest) == old
    assert not next_to(path).exists()
    with pytest.raises(Refusal, match=r"store\.not_readable"):
        open_database(path, old)
    assert len(read_keys(keys).slots) == 1
