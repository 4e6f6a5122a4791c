"""keys.json is held to the database: nobody who writes into the folder lets himself in."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.sealing import NotSealedToUs, new_identity, unseal_bytes
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.opening import key_file
from antq_desktop.services.overview import before_this_unlock
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.saving import add_records
from antq_desktop.services.users import add_user, change_passphrase, disable_user, renew_user
from antq_desktop.store.keyfile import new_slot, read_keys, write_keys
from tests.unit.services.conftest import COMMUNE, PASSPHRASE, World, coop

if TYPE_CHECKING:
    from antq_desktop.store.keyfile import KeyFile

HEAD, DEPUTY, OFFICER = "Lò Thị Mẫu", "Sùng A Thử", "Giàng A Thử"
KEEPER = {"full_name": "Vàng A Thử", "id_number": "000190000001"}


@pytest.fixture
def peopled(world: World) -> World:
    """Return a world whose commune has a head, a deputy and an officer."""
    with world.open(COMMUNE) as workspace:
        add_user(workspace, DEPUTY, Role.DEPUTY, PASSPHRASE)
        add_user(workspace, OFFICER, Role.OFFICER, PASSPHRASE)
    return world


def forged(keys: KeyFile, recipient: str) -> KeyFile:
    """Write as a thief does who has the file: his key for a deputy, himself, an officer in command.

    The entry of himself has everything but the key of the database, which he does not know.
    """
    own = new_slot("thief", "Người lạ", "head", "his own", b"\0" * 32)
    for slot in (
        dataclasses.replace(keys.slot(DEPUTY), recipient=recipient),
        dataclasses.replace(keys.slot(OFFICER), role="head"),
        dataclasses.replace(own, recipient=recipient),
    ):
        keys = keys.with_slot(slot)
    return keys


def test_what_somebody_wrote_into_the_key_file_is_put_right_and_told(peopled: World) -> None:
    path, thief = key_file(paths_for(peopled.home(COMMUNE))), new_identity()
    before = read_keys(path)
    write_keys(path, forged(before, thief.recipient))
    with peopled.open(COMMUNE, HEAD) as workspace:
        people = [(one.name, one.role, one.recipient) for one in before.slots]
        assert [(one.name, one.role, one.recipient) for one in workspace.keys.slots] == people
        assert before_this_unlock(workspace).mended
        disable_user(workspace, OFFICER, reason="Chuyển công tác")
    with peopled.open(COMMUNE, HEAD) as workspace:
        assert not before_this_unlock(workspace).mended
        add_records(workspace, workspace.catalogue.by_name["hen_coops"], [coop(keeper=KEEPER)])
        rows = workspace.store.database.execute("SELECT recipient FROM sealed").fetchall()
        assert thief.recipient not in {row[0] for row in rows}
    # The database was written anew: the thief's entry has not got its key.
    for slot in read_keys(path).slots:
        with pytest.raises(NotSealedToUs):
            unseal_bytes(slot.database, [thief])
    with peopled.open(COMMUNE, DEPUTY):
        pass


def test_an_entry_that_is_gone_comes_back_and_an_old_one_lets_nobody_in(peopled: World) -> None:
    path = key_file(paths_for(peopled.home(COMMUNE)))
    before = read_keys(path)
    write_keys(path, before.without(before.slot(DEPUTY)))
    with peopled.open(COMMUNE, HEAD) as workspace:
        assert before_this_unlock(workspace).mended
        assert workspace.keys.slot(DEPUTY).recipient == before.slot(DEPUTY).recipient
    with peopled.open(COMMUNE, DEPUTY) as workspace:
        change_passphrase(workspace, "another")
    with peopled.open(COMMUNE, HEAD) as workspace:
        renew_user(workspace, OFFICER, "a new one")
    # The file of before: its officer has a passphrase that was taken from him since.
    write_keys(path, before)
    with pytest.raises(Refusal, match=r"users\.wrong_passphrase"), peopled.open(COMMUNE, OFFICER):
        pass
    with peopled.open(COMMUNE, OFFICER, "a new one"):
        pass
    with peopled.open(COMMUNE, DEPUTY, "another"):
        pass


def test_the_recovery_paper_takes_nothing_from_a_forged_file(peopled: World) -> None:
    paths, thief = paths_for(peopled.home(COMMUNE)), new_identity()
    path = key_file(paths)
    write_keys(path, forged(read_keys(path), thief.recipient))
    secret = peopled.secrets[COMMUNE]
    with pytest.raises(Refusal, match=r"users\.name_taken"):
        recover_workspace(paths, secret, OFFICER, "new", peopled.catalogue, peopled.clock())
    recover_workspace(paths, secret, HEAD, "new", peopled.catalogue, peopled.clock())
    assert thief.recipient not in {slot.recipient for slot in read_keys(path).slots}
    assert {slot.name for slot in read_keys(path).slots} == {HEAD, DEPUTY, OFFICER}
