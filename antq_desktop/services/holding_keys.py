"""Holding keys.json to the database: who is there, what he may do, and what is sealed to him.

Whoever can write into the folder can write another recipient, another role, or an entry of his own
into ``keys.json``; what is sealed next, the key of a database that is written anew included, would
be his to open. The database, which he cannot write, keeps the entries too, and where they differ
its own stand. It says as well which entries are about to be written, so that what a power cut
leaves between the two files is put right without anybody being told of a stranger.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.errors import Refusal
from antq_desktop.store.keyfile import slot_from, write_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import KeyFile, Slot
    from antq_desktop.store.store import Store

_HELD: Final = "slots"
_COMING: Final = "slots_coming"


def hold_slots(store: Store, slots: Sequence[Slot]) -> None:
    """Keep the entries in the database, in the transaction that is open."""
    store.meta.set(_HELD, {"slots": _bodies(slots)})


@contextmanager
def changing_slots(store: Store, path: Path, keys: KeyFile) -> Iterator[None]:
    """Write the key file and what the database keeps of it, with what is done inside.

    It is one transaction whose last step is the file: where that fails, Refusal, nothing was done.
    """
    with store.atomic():
        store.meta.set(_COMING, {"sha256": _digest(keys.slots)})
    with store.atomic():
        yield
        hold_slots(store, keys.slots)
        store.meta.drop(_COMING)
        write_keys(path, keys)


def settle_slots(workspace: Workspace) -> None:
    """Put the key file right where it differs from the database; the journal tells of a stranger.

    Refusal for a user whose entry is his no more.
    """
    store, before, user = workspace.store, workspace.keys, workspace.user
    workspace.keys = righted(store, before, workspace.opened.database_key, user)
    if workspace.keys != before:
        write_keys(workspace.paths.data / "keys.json", workspace.keys)
        if _digest(before.slots) != workspace.document(_COMING).get("sha256"):
            with store.atomic():
                workspace.note("keys_mended")
    held = workspace.document(_HELD)
    if held.get("slots") != _bodies(workspace.keys.slots) or workspace.document(_COMING):
        with store.atomic():
            hold_slots(store, workspace.keys.slots)
            store.meta.drop(_COMING)
    own = next((one for one in workspace.keys.slots if one.id == user), None)
    if own is None:
        raise Refusal("users.unknown", name=workspace.opened.slot.name)
    if own.recipient != workspace.opened.seal.recipient:
        raise Refusal("users.wrong_passphrase")
    workspace.opened = replace(workspace.opened, slot=own)


def righted(store: Store, keys: KeyFile, key: bytes, user: str | None) -> KeyFile:
    """Return the key file with the entries that the database knows; ``key`` is its own.

    The entry of the ``user``, which his passphrase has opened, may have a passphrase that the
    database does not know yet. A database of before it kept them knows nothing better.
    """
    held = cast("Mapping[str, Sequence[Mapping[str, Json]]] | None", store.meta.get(_HELD))
    if held is None:
        return keys
    known = [slot_from({**one, "database": ""}) for one in held["slots"]]
    return replace(keys, slots=tuple(_right(keys, one, key, user) for one in known))


def _right(keys: KeyFile, known: Slot, key: bytes, user: str | None) -> Slot:
    """Return the entry of the file where it is right, and the one of the database otherwise."""
    found = next((one for one in keys.slots if one.id == known.id), None)
    if found is not None:
        same = _body(found) == _body(known)
        if same or (found.id == user and _said(found) == _said(known)):
            return found
    return replace(known, database=seal_bytes(key, [known.recipient]))


def _said(slot: Slot) -> tuple[str, str, str]:
    return slot.name, slot.role, slot.recipient


def _bodies(slots: Sequence[Slot]) -> list[Json]:
    return [_body(one) for one in slots]


def _body(slot: Slot) -> dict[str, Json]:
    """Return an entry without the key of the database, which is another one after a rewriting."""
    body = cast("dict[str, Json]", slot.as_json())
    return {name: value for name, value in body.items() if name != "database"}


def _digest(slots: Sequence[Slot]) -> str:
    return sha256_hex(canonical.dump(_bodies(slots)))
