"""SIGKILL while people, keys and the PC change: the workspace opens as before, or as after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.backing_up import verify_backup
from antq_desktop.services.looking import reveal
from antq_desktop.services.moving import move_away, moved_away, stay_here
from antq_desktop.services.opening import database_file
from antq_desktop.services.recovery_key import confirm, new_sheet
from antq_desktop.services.sealing_to import closed_parts, give_parts, seal_all
from antq_desktop.services.users import add_user, disable_user
from antq_desktop.store.connection import open_database
from antq_desktop.store.keyfile import open_with_recovery
from tests.hard.killing import can_fork
from tests.hard.test_kills import COOPS, Bench, Tally, nothing_half_made
from tests.unit.services.conftest import COMMUNE, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

    Work = Callable[[Workspace], object]

pytestmark = [
    pytest.mark.skipif(not can_fork, reason="needs fork and pidfd"),
    pytest.mark.slow,
    pytest.mark.usefixtures("derived_once"),
]

HEAD, DEPUTY, OFFICER, NEW = "Lò Thị Mẫu", "Sùng A Thử", "Giàng A Thử", "Vàng A Thử"
KEEPER = {"full_name": "Mẫu"}


def quiet(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changes who opens a workspace: who does it, and when it is ``done``.

    ``finished`` is what is so once it was done to its end. ``stays`` says that the key of the
    database is the one of before even then.
    """

    name: str
    work: Work
    done: Callable[[Workspace], bool]
    finished: Callable[[Workspace], bool]
    user: str = HEAD
    stays: bool = False


def names(workspace: Workspace) -> set[str]:
    """Return who may log in."""
    return {slot.name for slot in workspace.keys.slots}


def add_a_head(workspace: Workspace) -> None:
    """Give a new head a slot and every older sealed part."""
    if NEW in names(workspace):
        give_parts(workspace, NEW)
    else:
        add_user(workspace, NEW, Role.HEAD, PASSPHRASE)
    seal_all(workspace, quiet)


def changes(world: World, bench: Bench) -> list[Change]:
    """Return all that is killed; what it needs is made ready in the world."""
    with world.open(COMMUNE, HEAD) as workspace:
        add_user(workspace, DEPUTY, Role.HEAD, PASSPHRASE)
        add_user(workspace, OFFICER, Role.OFFICER, PASSPHRASE)
        seal_all(workspace, quiet)
        sheet = new_sheet(workspace)
    world.secrets["new"] = sheet

    def gone(name: str) -> Callable[[Workspace], bool]:
        return lambda workspace: name not in names(workspace)

    def replaced(workspace: Workspace) -> bool:
        return opens(workspace, sheet)

    def sealed(workspace: Workspace) -> bool:
        return NEW in names(workspace) and closed_parts(workspace, NEW) == 0

    def moved(workspace: Workspace) -> bool:
        return moved_away(workspace) is not None

    def proven(workspace: Workspace) -> bool:
        found = moved_away(workspace)
        return found is not None and found.backup is not None

    def disable(name: str) -> Work:
        return lambda workspace: disable_user(workspace, name, reason="Chuyển công tác")

    def move(workspace: Workspace) -> object:
        bench.stick.mkdir(exist_ok=True)
        return move_away(workspace, bench.stick)

    return [
        Change("sealing to a new head", add_a_head, sealed, sealed, stays=True),
        Change("a new sheet", lambda one: confirm(one, sheet=sheet), replaced, replaced),
        Change("a user who goes", disable(OFFICER), gone(OFFICER), gone(OFFICER)),
        Change("a head who is replaced", disable(HEAD), gone(HEAD), gone(HEAD), user=DEPUTY),
        Change("a move", move, moved, proven, stays=True),
    ]


def opens(workspace: Workspace, secret: str) -> bool:
    """Say whether a recovery key opens the database as it is now."""
    try:
        return open_with_recovery(workspace.keys, secret) == workspace.opened.database_key
    except Refusal:
        return False


def is_whole(world: World, workspace: Workspace, record: str, digest: str) -> None:
    """See that all is there, for the one who is in command, and for whoever holds the paper."""
    assert workspace.store.findings() == []
    assert workspace.store.digest() == digest
    assert reveal(workspace, record, reason="Kiểm tra")["keeper"] == KEEPER
    assert opens(workspace, world.secrets[COMMUNE]) != opens(workspace, world.secrets["new"])
    acts = [one["act"] for one in workspace.store.journal.entries()]
    assert "keys_mended" not in acts  # a power cut is no stranger
    nothing_half_made(workspace.paths.data)


def test_whoever_opens_it_before_or_after(
    world: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    record = world.add(COMMUNE, *COOPS)[0]
    bench = Bench(world, COMMUNE, add_a_head)
    everything = changes(world, bench)
    with world.open(COMMUNE, HEAD) as workspace:
        digest, old = workspace.store.digest(), workspace.opened.database_key
    bench.keep()
    few = replace(torture, kills=max(2, torture.kills // 8 - 1))
    for change in everything:
        bench.work, bench.user, tally = change.work, change.user, Tally(Counter())
        for end in bench.kills(few, change.name):
            with world.open(COMMUNE, change.user) as workspace:
                is_whole(world, workspace, record, digest)
                done = change.done(workspace)
                tally.add(end, done=done)
                if not change.finished(workspace):
                    change.work(workspace)
            with world.open(COMMUNE, change.user) as workspace:
                assert change.finished(workspace), change.name
                is_whole(world, workspace, record, digest)
                assert (workspace.opened.database_key == old) == change.stays
            if not change.stays:
                with pytest.raises(Refusal):
                    open_database(database_file(paths_for(world.home(COMMUNE))), old)
        record_property(f"kill in {change.name}", str(tally))
        assert tally.ends["killed"]
    # The last of all was a move: its backup is whole, and the way back is open.
    backup = max(bench.stick.glob("*.antq-backup"))
    with world.open(COMMUNE, HEAD) as workspace:
        assert verify_backup(backup, old, workspace.paths).verified == "opened"
        with pytest.raises(Refusal, match=r"moving\.closed"):
            add_user(workspace, NEW, Role.OFFICER, PASSPHRASE)
        stay_here(workspace, reason="Máy mới hỏng")
        add_user(workspace, NEW, Role.OFFICER, PASSPHRASE)
