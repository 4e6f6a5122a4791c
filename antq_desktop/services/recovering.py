"""Getting in again when the passphrase is lost: with the recovery sheet, or with two shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from uuid_utils import uuid7

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.crypto.passphrases import check_passphrase
from antq_desktop.crypto.sealing import identity_from
from antq_desktop.domain.roles import COMMANDING, Role
from antq_desktop.errors import Refusal
from antq_desktop.services import pending
from antq_desktop.services.holding_keys import changing_slots, righted
from antq_desktop.services.opening import database_file, key_file
from antq_desktop.services.sealing_to import seal_batch
from antq_desktop.services.workspace import moment_of, place_of, user_name
from antq_desktop.store.keyfile import new_slot, open_with_recovery, read_keys
from antq_desktop.store.locking import take_lock
from antq_desktop.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import KeyFile, Slot
    from antq_desktop.store.store import Store

LOST: Final = "lost_certificates"
"""The document that names certificates whose keys are lost: the office is to revoke them."""


def recovery_set(paths: Paths) -> int | None:
    """Return the number of the set of shares that lets in here, None for one sheet."""
    return read_keys(key_file(paths)).recovery_set


def check_recovery(paths: Paths, secret: str, clock: Clock) -> None:
    """Say at once whether a recovery key fits; Refusal, which is noted, where it does not."""
    _open(paths, read_keys(key_file(paths)), secret, "", clock)


def recover_workspace(
    paths: Paths, secret: str, user: str, passphrase: str, catalogue: Catalogue, clock: Clock
) -> None:
    """Let the holder of the recovery key in again, as a head with a passphrase of his own.

    ``user`` is a new name, or that of a head who has forgotten his passphrase: he stays the same
    person, and his old passphrase opens nothing here any more. All data is there, confidential
    parts included; signing keys are not: the old certificate is to be revoked, and he enrols again.

    Refusal if the secret does not fit (noted as a failed unlock is), if the name is that of
    somebody who is not in command or is gone, or if the passphrase is too short.
    """
    user = user_name(user)
    if not key_file(paths).exists():
        raise Refusal("store.missing")
    lock = take_lock(paths.data)
    try:
        keys = read_keys(key_file(paths))
        key = _open(paths, keys, secret, user, clock)
        store = open_store(database_file(paths), key, catalogue)
        try:
            keys = righted(store, keys, key, None)
            known = next((slot for slot in keys.slots if slot.name == user), None)
            if known is not None and known.role not in COMMANDING:
                raise Refusal("users.name_taken", name=user)
            check_passphrase(passphrase, practice=place_of(store).practice)
            if known is None and user in store.account_names().values():
                raise Refusal("users.name_taken", name=user)
            clock.learn(moment_of(store.journal.last_moment()))
            slot = _slot(known, user, passphrase, key)
            with changing_slots(store, key_file(paths), keys.with_slot(slot)):
                if slot.id not in store.account_names():
                    store.add_account(slot.id, user, slot.role, clock.stamp())
                if known is not None:
                    store.seals.drop(known.recipient)
                    forget_certificate(store, slot.id, user)
                _seal_all(store, secret, slot.recipient)
                store.journal.add(clock.stamp(), slot.id, "recovered")
        finally:
            store.close()
    finally:
        lock.release()


def _open(paths: Paths, keys: KeyFile, secret: str, user: str, clock: Clock) -> bytes:
    try:
        return open_with_recovery(keys, secret)
    except Refusal as refusal:
        pending.note(paths.data, clock.stamp(), user, f"unlock_failed:{refusal.message_id}")
        raise


def _slot(known: Slot | None, user: str, passphrase: str, key: bytes) -> Slot:
    if known is None:
        return new_slot(str(uuid7()), user, Role.HEAD, passphrase, key)
    return new_slot(known.id, user, known.role, passphrase, key)


def _seal_all(store: Store, secret: str, recipient: str) -> None:
    after: tuple[str, str] | None = ("", "")
    while after is not None:
        after = seal_batch(store, identity_from(secret), recipient, after)


def forget_certificate(store: Store, account: str, name: str) -> None:
    """Take the certificate of somebody whose signing key is lost out of use, and remember it."""
    certificates = dict(cast("Mapping[str, str]", store.meta.get("certificates") or {}))
    der = certificates.pop(account, None)
    if der is None:
        return
    before = cast("Mapping[str, list[Json]]", store.meta.get(LOST) or {"of": []})
    lost = list(before["of"])
    lost.append({"serial": read_certificate(bytes.fromhex(der)).serial, "name": name})
    store.meta.set("certificates", cast("Json", certificates))
    store.meta.set(LOST, {"of": lost})


def lost_serials(workspace: Workspace) -> tuple[str, ...]:
    """Return the certificates whose keys are lost, in the order in which that was known."""
    body = cast("Mapping[str, list[Mapping[str, str]]]", workspace.document(LOST))
    return tuple(one["serial"] for one in body.get("of", []))
