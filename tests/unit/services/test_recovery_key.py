"""Shares in place of the sheet, the drill, and confidential parts for a new head."""

from __future__ import annotations

import dataclasses
import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.crypto.recovery import split
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services import sealing_to
from antq_desktop.services.looking import reveal
from antq_desktop.services.opening import database_file, key_file
from antq_desktop.services.overview import before_this_unlock
from antq_desktop.services.recovering import (
    lost_serials,
    recover_workspace,
    recovery_set,
)
from antq_desktop.services.recovery_key import (
    check_share,
    confirm,
    drill,
    drill_due,
    new_shares,
    new_sheet,
    secret_of,
    standing,
)
from antq_desktop.services.sealing_to import (
    begin_sealing,
    closed_parts,
    give_parts,
    seal_all,
    seal_some,
    sealing_due,
)
from antq_desktop.services.users import add_user, disable_user, renew_user
from antq_desktop.store.connection import open_database
from antq_desktop.store.keyfile import read_keys, write_keys
from tests.unit.services.conftest import COMMUNE, PASSPHRASE, World, coop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

KEEPER = {"full_name": "Vàng A Thử", "id_number": "000190000001"}
HEAD, NEW = "Lò Thị Mẫu", "Chỉ huy mới"


@contextmanager
def refused(message_id: str) -> Iterator[None]:
    with pytest.raises(Refusal) as heard:
        yield
    assert heard.value.message_id == message_id


def recover(world: World, secret: str, name: str = NEW) -> None:
    paths = paths_for(world.home(COMMUNE))
    recover_workspace(paths, secret, name, PASSPHRASE, world.catalogue, world.clock())


def opens(world: World, record: str, user: str | None = None) -> None:
    with world.open(COMMUNE, user) as workspace:
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": KEEPER}


def acts(workspace: Workspace) -> list[str]:
    return [str(entry["act"]) for entry in workspace.store.journal.entries()]


def test_shares_take_the_place_of_the_sheet_once_they_are_typed_back(
    world: World, tmp_path: Path
) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    sheet, paths = world.secrets[COMMUNE], paths_for(world.home(COMMUNE))
    before = key_file(paths).read_bytes()
    old_database = tmp_path / "old.db"
    shutil.copy(database_file(paths), old_database)
    with world.open(COMMUNE) as workspace:
        old_key = workspace.opened.database_key
        with refused("recovery.nothing_waits"):
            confirm(workspace, shares=[])
        shares = [one.text for one in new_shares(workspace)]
        assert standing(workspace).waiting is not None
        drill(workspace, sheet)  # nothing is replaced yet
    with world.open(COMMUNE) as workspace:  # a day later, on paper
        for wrong, why in (
            (shares[:2], "recovery.all_three"),
            ([*shares[:2], shares[1]], "shares.twice"),
            ([one.text for one in split(bytes(32))], "recovery.other_paper"),
        ):
            with refused(why):
                confirm(workspace, shares=wrong)
        confirm(workspace, shares=shares)
        found = standing(workspace)
        assert (found.share_set, found.waiting) == (check_share(shares[0], None).set, None)
        assert not drill_due(workspace)
        with refused("users.wrong_recovery"):
            drill(workspace, sheet)
        assert acts(workspace)[-1] == "recovery_replaced"
    assert recovery_set(paths) == found.share_set
    # The old sheet opens neither the new key file nor, with the old one, what is there now.
    with refused("users.wrong_recovery"):
        recover(world, sheet)
    with refused("store.not_readable"):
        open_database(database_file(paths), old_key)
    now = key_file(paths).read_bytes()
    key_file(paths).write_bytes(before)
    with refused("store.not_readable"):
        recover(world, sheet)
    key_file(paths).write_bytes(now)
    # A backup of before opens with it still, as the guide says.
    open_database(old_database, old_key).conn.close()
    for pair in (shares[:2], shares[1:], [shares[2], shares[0]]):
        name = f"{NEW} {pair[0][:5]}".strip()
        recover(world, secret_of(pair), name)
        opens(world, record, name)
    with world.open(COMMUNE, f"{NEW} {shares[0][:5]}".strip()) as workspace:
        drill(workspace, secret_of(shares[1:]))
        own = read_keys(key_file(paths)).recovery
        blobs = workspace.store.database.execute("SELECT DISTINCT recipient FROM sealed")
        recipients = {row[0] for row in blobs.fetchall()}
        assert own in recipients
        assert len(recipients) == 1 + len(workspace.keys.slots)


def test_one_sheet_takes_the_place_of_another_one(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    paths, sheet = paths_for(world.home(COMMUNE)), world.secrets[COMMUNE]
    with world.open(COMMUNE) as workspace:
        secret = new_sheet(workspace)
        with refused("recovery.other_paper"):
            confirm(workspace, sheet=sheet)
        confirm(workspace, sheet=secret.lower())
        assert standing(workspace).share_set is None
    assert "set" not in json.loads(key_file(paths).read_bytes())["recovery"]
    recover(world, secret, "Người giữ phiếu")
    opens(world, record, "Người giữ phiếu")


def test_a_power_cut_in_the_replacing_is_finished_at_the_next_opening(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    paths = paths_for(world.home(COMMUNE))
    with world.open(COMMUNE) as workspace:
        old = workspace.keys.recovery
        shares = [one.text for one in new_shares(workspace)]
        coming = dict(workspace.document("recovery_next"))
    with world.open(COMMUNE) as workspace:
        confirm(workspace, shares=shares)
        keys = workspace.keys
        # As if the key file had been written and the database had not heard of it.
        workspace.store.meta.set("recovery_next", {**coming, "old": old})
        for part in workspace.store.seals.lacking(old, keys.recovery, most=9):
            workspace.store.seals.add(part, old, b"left")
        workspace.store.meta.drop("recovery")
        workspace.store.meta.drop("rewrite")
    with world.open(COMMUNE) as workspace:
        assert standing(workspace).waiting is None
        assert workspace.store.seals.lacks(old, keys.recovery) == 1
        key = workspace.opened.database_key
    with refused("store.not_readable"):
        open_database(database_file(paths), key)
    recover(world, secret_of(shares[1:]))
    opens(world, record, NEW)


def test_a_new_head_gets_the_older_parts_and_goes_on_after_a_power_cut(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing_to, "BATCH", 2)
    records = world.add(COMMUNE, *(coop(keeper=KEEPER) for _ in range(5)))
    with world.open(COMMUNE) as workspace:
        add_user(workspace, NEW, Role.DEPUTY, "new head")
        assert closed_parts(workspace, NEW) == 5
        progress = seal_some(workspace)
        assert progress is not None
        assert (progress.done, progress.total, progress.finished) == (2, 5, False)
    with world.open(COMMUNE, NEW, "new head") as workspace:
        assert seal_some(workspace) is None  # he cannot do it for himself
        with refused("users.seals_first"):
            disable_user(workspace, HEAD, reason="Chuyển công tác")
    with world.open(COMMUNE, HEAD) as workspace:
        told: list[tuple[int, int]] = []
        seal_all(workspace, lambda done, total: told.append((done, total)))
        assert told[-1] == (5, 5)
        assert closed_parts(workspace, NEW) == 0
        assert sealing_due(workspace) == ()
        assert acts(workspace)[-1] == "seals_given"
    with world.open(COMMUNE, NEW, "new head") as workspace:
        for record in records:
            assert reveal(workspace, record, reason="Nhận bàn giao") == {"keeper": KEEPER}
        disable_user(workspace, HEAD, reason="Chuyển công tác")
    with world.open(COMMUNE, NEW, "new head") as workspace:
        assert reveal(workspace, records[0], reason="Sau khi thay khóa") == {"keeper": KEEPER}


def test_nobody_who_writes_into_the_files_has_parts_sealed_to_him(world: World) -> None:
    world.add(COMMUNE, coop(keeper=KEEPER))
    with world.open(COMMUNE) as workspace:
        slot = add_user(workspace, NEW, Role.DEPUTY, "new head")
        officer = add_user(workspace, "Cán bộ", Role.OFFICER, "an officer")
        # The officer writes his own key into the entry of the deputy, and into what is due.
        forged = dataclasses.replace(slot, recipient=officer.recipient)
        write_keys(key_file(workspace.paths), workspace.keys.with_slot(forged))
        due = cast("dict[str, dict[str, str]]", dict(workspace.document("sealing")))
        due[slot.id] = {**due[slot.id], "to": officer.recipient}
        workspace.store.meta.set("sealing", cast("Json", due))
    with world.open(COMMUNE, HEAD) as workspace:
        assert seal_some(workspace) is None
        assert workspace.store.sealed.get("", officer.recipient) is None
        with refused("users.seals_to_heads"):
            give_parts(workspace, "Cán bộ")
        with refused("users.seals_to_heads"):
            give_parts(workspace, HEAD)
        begin_sealing(workspace, workspace.keys.slot("Cán bộ"))
        assert sealing_due(workspace) == ()


def test_a_recovery_key_that_somebody_wrote_into_the_key_file_is_not_used(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        known, own = workspace.keys, workspace.opened.seal.recipient
        assert not before_this_unlock(workspace).mended
    path = key_file(paths_for(world.home(COMMUNE)))
    write_keys(path, dataclasses.replace(known, recovery=own, recovery_set=7))
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    with world.open(COMMUNE) as workspace:
        assert (workspace.keys.recovery, workspace.keys.recovery_set) == (known.recovery, None)
        assert acts(workspace).count("keys_mended") == 1
        assert workspace.store.seals.closed_to([known.recovery]) == 0
        drill(workspace, world.secrets[COMMUNE])
    write_keys(path, dataclasses.replace(read_keys(path), recovery=own))
    with world.open(COMMUNE) as workspace:
        assert before_this_unlock(workspace).mended
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": KEEPER}


def test_a_forgotten_passphrase(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(keeper=KEEPER))
    with world.open(COMMUNE) as workspace:
        account, certificates = workspace.user, workspace.document("certificates")
        assert account in certificates
        add_user(workspace, NEW, Role.DEPUTY, "deputy")
        seal_all(workspace, lambda _done, _total: None)
        officer = add_user(workspace, "Cán bộ", Role.OFFICER, "forgotten").id
        with refused("users.change_own"):
            renew_user(workspace, HEAD, "x")
        renew_user(workspace, "Cán bộ", "an officer")
    with world.open(COMMUNE, "Cán bộ", "an officer") as workspace:
        assert workspace.user == officer
    with refused("users.name_taken"):
        recover(world, world.secrets[COMMUNE], "Cán bộ")
    recover(world, world.secrets[COMMUNE], HEAD)
    opens(world, record, HEAD)
    with world.open(COMMUNE, HEAD) as workspace:
        assert workspace.user == account  # the same person
        assert workspace.opened.signing_key is None
        assert account not in workspace.document("certificates")
        assert len(lost_serials(workspace)) == 1
        renew_user(workspace, NEW, "deputy again")
        seal_all(workspace, lambda _done, _total: None)
    with world.open(COMMUNE, NEW, "deputy again") as workspace:
        assert reveal(workspace, record, reason="Kiểm tra") == {"keeper": KEEPER}


def test_the_old_sheet_is_asked_for_where_a_head_cannot_open_all(world: World) -> None:
    world.add(COMMUNE, coop(keeper=KEEPER))
    sheet = world.secrets[COMMUNE]
    with world.open(COMMUNE) as workspace:
        add_user(workspace, NEW, Role.DEPUTY, "deputy")
    with world.open(COMMUNE, NEW, "deputy") as workspace:
        shares = [one.text for one in new_shares(workspace)]
        with refused("recovery.parts_closed"):
            confirm(workspace, shares=shares)
        confirm(workspace, shares=shares, old=sheet)
        drill(workspace, secret_of(shares[:2]))
