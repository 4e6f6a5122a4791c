"""The people of a workspace: adding one, listing them, changing one's own passphrase."""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from antq_desktop.crypto.passphrases import check_passphrase
from antq_desktop.domain.roles import COMMANDING
from antq_desktop.errors import Refusal
from antq_desktop.services.holding_keys import changing_slots
from antq_desktop.services.opening import key_file
from antq_desktop.services.recovering import forget_certificate
from antq_desktop.services.saving import reason_text
from antq_desktop.services.sealing_to import begin_sealing
from antq_desktop.services.workspace import user_name
from antq_desktop.store.keyfile import new_slot, open_slot, with_passphrase
from antq_desktop.store.rewriting import DUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.roles import Role
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import KeyFile, Slot


def add_user(workspace: Workspace, name: str, role: Role, passphrase: str) -> Slot:
    """Give a person a slot of his own; only the head does this.

    A new head gets the confidential parts of before too: `sealing_to.seal_some` is then to be
    called until it has done all.
    """
    workspace.require_head()
    name = user_name(name)
    if any(slot.name == name for slot in workspace.keys.slots):
        raise Refusal("users.name_taken", name=name)
    check_passphrase(passphrase, practice=workspace.place.practice)
    slot = new_slot(str(uuid7()), name, role, passphrase, workspace.opened.database_key)
    with _changing(workspace, workspace.keys.with_slot(slot)):
        # One transaction: an account without a slot would keep the name for ever.
        workspace.store.add_account(slot.id, name, role, workspace.clock.stamp())
        workspace.note("user_added", user=slot.id, role=str(role))
        if role in COMMANDING:
            begin_sealing(workspace, slot)
    return slot


def renew_user(workspace: Workspace, name: str, passphrase: str) -> Slot:
    """Give somebody who forgot his passphrase a new one; only who is in command does this.

    He stays the same person. What only the old passphrase opened is gone: his signing key, whose
    certificate the office is to revoke, and of a head the older confidential parts until
    `sealing_to.seal_some` has sealed them to him again. For oneself there is `change_passphrase`.
    """
    workspace.require_head()
    before = workspace.keys.slot(name)
    if before.id == workspace.user:
        raise Refusal("users.change_own")
    check_passphrase(passphrase, practice=workspace.place.practice)
    _must_not_close_parts(workspace, before)
    key = workspace.opened.database_key
    slot = new_slot(before.id, before.name, before.role, passphrase, key)
    with _changing(workspace, workspace.keys.with_slot(slot)):
        workspace.note("user_renewed", user=slot.id)
        workspace.store.seals.drop(before.recipient)
        forget_certificate(workspace.store, slot.id, slot.name)
        if slot.role in COMMANDING:
            begin_sealing(workspace, slot)
    return slot


def _must_not_close_parts(workspace: Workspace, slot: Slot) -> None:
    """Refuse to take away the last head who can open some confidential part."""
    others = [one.recipient for one in workspace.keys.slots if one.id != slot.id]
    closed = workspace.store.seals
    count = closed.closed_to(others) - closed.closed_to([*others, slot.recipient])
    if count:
        raise Refusal("users.seals_first", name=slot.name, count=count)


def set_role(workspace: Workspace, name: str, role: Role) -> Slot:
    """Give a person other work; only who is in command does this.

    Command is neither given nor taken like this, because what was sealed before stays sealed: a
    new head gets a slot of his own. Refusal for such a role, and for a name that is not there.
    """
    workspace.require_head()
    slot = workspace.keys.slot(name)
    if {slot.role, role} & COMMANDING:
        raise Refusal("users.command_fixed")
    changed = dataclasses.replace(slot, role=str(role))
    with _changing(workspace, workspace.keys.with_slot(changed)):
        workspace.note("role_changed", user=slot.id, role=str(role))
    return changed


def disable_user(workspace: Workspace, name: str, *, reason: str) -> None:
    """Take a person's slot away; only who is in command does this, and not of himself.

    His name stays with what he did. The database is written anew under another key once the
    workspace is closed, so that the key that he held opens nothing; backups and copies that were
    made before still open with what they carry. The office is to revoke his certificate: the
    self-test asks for it until it is. Refusal ``users.seals_first`` where he alone can open some
    confidential part.
    """
    workspace.require_head()
    slot = workspace.keys.slot(name)
    if slot.id == workspace.user:
        raise Refusal("users.not_oneself")
    _must_not_close_parts(workspace, slot)
    told = reason_text(reason)
    with _changing(workspace, workspace.keys.without(slot)):
        workspace.note("user_disabled", user=slot.id, reason=told)
        forget_certificate(workspace.store, slot.id, slot.name)
        workspace.store.meta.set(DUE, {"user": slot.id})


def list_users(workspace: Workspace) -> tuple[Slot, ...]:
    """Return the slots of all who may log in."""
    return workspace.keys.slots


def change_passphrase(workspace: Workspace, passphrase: str, *, old: str | None = None) -> None:
    """Put another passphrase in place of the one that opened this workspace.

    Where some time has passed since, ``old`` shows that it is still he; Refusal if it is wrong.
    """
    if old is not None:
        open_slot(workspace.opened.slot, old)
    check_passphrase(passphrase, practice=workspace.place.practice)
    slot = with_passphrase(workspace.opened, passphrase)
    with _changing(workspace, workspace.keys.with_slot(slot)):
        workspace.note("passphrase_changed")
    workspace.opened = dataclasses.replace(workspace.opened, slot=slot)


@contextmanager
def _changing(workspace: Workspace, keys: KeyFile) -> Iterator[None]:
    with changing_slots(workspace.store, key_file(workspace.paths), keys):
        yield
    workspace.keys = keys
