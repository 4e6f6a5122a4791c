"""Making, opening and closing a workspace."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from antq_desktop.crypto.certificates import new_signing_key
from antq_desktop.crypto.passphrases import check_passphrase
from antq_desktop.crypto.sealing import new_identity, seal_bytes
from antq_desktop.crypto.wrapping import new_key
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Fault, Refusal
from antq_desktop.services import pending
from antq_desktop.services.attachment_files import sweep_attachments
from antq_desktop.services.authority import Head, found_authority
from antq_desktop.services.backing_up import (
    automatic_backup,
    back_up_before_import,
    is_backup_due,
)
from antq_desktop.services.holding_keys import hold_slots, settle_slots
from antq_desktop.services.limits import keep_limits
from antq_desktop.services.marking_practice import settle_mark
from antq_desktop.services.recovery_key import settle_recovery
from antq_desktop.services.sweeping import sweep
from antq_desktop.services.workspace import (
    Place,
    Workspace,
    moment_of,
    place_of,
    user_name,
)
from antq_desktop.store.keyfile import (
    KeyFile,
    new_slot,
    open_slot,
    read_keys,
    write_keys,
)
from antq_desktop.store.locking import take_lock
from antq_desktop.store.rewriting import DUE, rewrite
from antq_desktop.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import FileLock

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.workspace import WorkspaceRole
    from antq_desktop.store.driver import Database
    from antq_desktop.store.keyfile import Opened
    from antq_desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkspace:
    """What a person says to begin. ``ca_passphrase`` is asked of an office only."""

    role: WorkspaceRole
    unit: Unit
    user: str
    passphrase: str
    practice: bool = False
    ca_passphrase: str | None = None


def database_file(paths: Paths) -> Path:
    """Where the encrypted database lies."""
    return paths.data / "antq.db"


def key_file(paths: Paths) -> Path:
    """Where the key file lies."""
    return paths.data / "keys.json"


def create_workspace(
    paths: Paths, wanted: NewWorkspace, units: UnitTree, catalogue: Catalogue, clock: Clock
) -> str:
    """Make a workspace with its first user, the head; return the secret of the recovery sheet.

    The secret is nowhere else: without it and without a passphrase nobody opens the workspace.
    Refusal if there is one already, if the passphrase is too short, or if the disk refuses.
    """
    if database_file(paths).exists():
        raise Refusal("workspace.exists")
    wanted = replace(wanted, user=user_name(wanted.user))
    check_passphrase(wanted.passphrase, practice=wanted.practice)
    if wanted.role == "office":
        check_passphrase(wanted.ca_passphrase or "", practice=wanted.practice)
    _make_folders(paths)
    lock = take_lock(paths.data)
    try:
        # Made aside and moved at the end: a power cut leaves no workspace, or a whole one.
        with tempfile.TemporaryDirectory(dir=paths.data, prefix=".new-") as aside:
            secret = _create(Path(aside), wanted, units, catalogue, clock)
            if key_file(paths).exists():
                key_file(paths).replace(key_file(paths).with_suffix(".json.old"))
            for name in ("keys.json", "antq.db"):
                (Path(aside) / name).replace(paths.data / name)
        settle_mark(paths, practice=wanted.practice)
    finally:
        lock.release()
    return secret


def _create(
    folder: Path, wanted: NewWorkspace, units: UnitTree, catalogue: Catalogue, clock: Clock
) -> str:
    key, recovery = new_key(), new_identity()
    account, workspace, at = str(uuid7()), str(uuid7()), clock.stamp()
    place = Place(workspace, wanted.practice, wanted.role, wanted.unit.key)
    signing_key = new_signing_key() if wanted.role == "office" else None
    slot = new_slot(account, wanted.user, Role.HEAD, wanted.passphrase, key, signing_key)
    store = open_store(folder / "antq.db", key, catalogue, create=True)
    try:
        with store.atomic():
            store.meta.set(
                "workspace",
                {
                    "id": workspace,
                    "class": place.class_,
                    "role": wanted.role,
                    "unit": wanted.unit.key.text,
                    "created_at": at,
                },
            )
            _new_age_identity(store)
            store.units.replace(units)
            store.add_account(account, wanted.user, Role.HEAD, at)
            hold_slots(store, [slot])
            if signing_key is not None:
                head = Head(account, wanted.user, signing_key, slot.recipient)
                found_authority(
                    store, place, wanted.unit.name, head, wanted.ca_passphrase or "", clock.now()
                )
            store.journal.add(at, account, "workspace_created", workspace=workspace)
    finally:
        store.close()
    keys = KeyFile(
        workspace=workspace,
        recovery=recovery.recipient,
        recovery_database=seal_bytes(key, [recovery.recipient]),
        slots=(slot,),
    )
    write_keys(folder / "keys.json", keys)
    return recovery.secret


def _new_age_identity(store: Store) -> None:
    """Make what bundles for this workspace are sealed to; identities are only ever added."""
    identity = new_identity()
    store.meta.set("identity", {"secrets": [identity.secret], "recipients": [identity.recipient]})


def _make_folders(paths: Paths) -> None:
    try:
        for folder in (paths.data, paths.data / "inbox", paths.data / "outbox", paths.backups):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Refusal("store.read_only") from None


@contextmanager
def open_workspace(
    paths: Paths, user: str | None, passphrase: str, catalogue: Catalogue, clock: Clock
) -> Iterator[Workspace]:
    """Open a workspace for one user, and close it with a backup.

    ``user`` None means the only one. Refusal for a wrong passphrase (it is noted and enters the
    journal at the next unlock), a second program, a newer or damaged database.
    """
    if not key_file(paths).exists():
        raise Refusal("store.missing")
    lock = take_lock(paths.data)
    try:
        sweep(paths)
        keys = read_keys(key_file(paths))
        opened = _unlock(paths, keys, user, passphrase, clock)
        with _opened(paths, keys, opened, catalogue, clock, lock) as workspace:
            yield workspace
    finally:
        lock.release()


def _unlock(paths: Paths, keys: KeyFile, user: str | None, passphrase: str, clock: Clock) -> Opened:
    name = user if user is not None else _only_user(keys)
    try:
        return open_slot(keys.slot(name), passphrase)
    except Refusal as refusal:
        pending.note(paths.data, clock.stamp(), name, f"unlock_failed:{refusal.message_id}")
        raise


def _only_user(keys: KeyFile) -> str:
    if len(keys.slots) != 1:
        raise Refusal("users.say_which")
    return keys.slots[0].name


@contextmanager
def _opened(
    paths: Paths, keys: KeyFile, opened: Opened, catalogue: Catalogue, clock: Clock, lock: FileLock
) -> Iterator[Workspace]:
    def before_migration(database: Database) -> None:
        automatic_backup(paths, database, opened.database_key, clock.now())

    store = open_store(
        database_file(paths), opened.database_key, catalogue, back_up=before_migration
    )
    try:
        sweep_attachments(paths, store)
        clock.learn(moment_of(store.journal.last_moment()))
        with store.atomic():
            for at, user, act in pending.take(paths.data):
                store.journal.add(clock.stamp(), None, act, noted_at=at, name=user)
            store.journal.add(clock.stamp(), opened.slot.id, "unlock")
        pending.clear(paths.data)
        began = store.journal.head().length
        workspace = Workspace(
            paths,
            place_of(store),
            store,
            keys,
            opened,
            catalogue,
            store.units.load(),
            clock,
            lock,
            began,
        )
        settle_recovery(workspace)
        settle_mark(paths, practice=workspace.place.practice)
        settle_slots(workspace)
        keep_limits(workspace)
        _release(workspace)
        try:
            yield workspace
        finally:
            workspace.tokens.end_act()
        due = store.meta.get(DUE) is not None
        if not due:
            _back_up_at_close(workspace)
    finally:
        store.close()
    if due:
        _write_anew(workspace)


def _write_anew(workspace: Workspace) -> None:
    """Write the closed database under another key, then back it up: not under the key of before.

    Where the disk has no room for it the backup is made all the same.
    """
    paths, catalogue = workspace.paths, workspace.catalogue
    key = workspace.opened.database_key
    try:
        key = rewrite(database_file(paths), key_file(paths), workspace.keys, key)
    finally:
        store = open_store(database_file(paths), key, catalogue)
        try:
            automatic_backup(paths, store.database, key, workspace.clock.now())
        finally:
            store.close()


def _release(workspace: Workspace) -> None:
    """Take what nothing holds any more: a newer program reads it, or a power cut came between."""
    if not workspace.store.exchanged.waiting():
        return
    from antq_desktop.services.releasing import release, ripe

    if ripe(workspace):
        with suppress(Refusal, Fault):
            back_up_before_import(workspace)
            release(workspace)


def _back_up_at_close(workspace: Workspace) -> None:
    """Back up what changed, unless a backup was made a short while ago."""
    if workspace.store.journal.head().length == workspace.began:
        return
    now = workspace.clock.now()
    if is_backup_due(workspace.paths, now):
        automatic_backup(
            workspace.paths, workspace.store.database, workspace.opened.database_key, now
        )
