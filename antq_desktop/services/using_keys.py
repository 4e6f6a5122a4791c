"""Which signing key a user has from now on: made with the first request, anew, or the next one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import new_signing_key, public_key_of, read_certificate
from antq_desktop.services.holding_keys import changing_slots
from antq_desktop.services.opening import key_file
from antq_desktop.services.own_keys import NEXT, next_key
from antq_desktop.store.keyfile import with_signing_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.services.workspace import Workspace


def key_in_use(workspace: Workspace) -> bytes:
    """Return the key in use, PKCS#8; it is made with the first request."""
    return workspace.opened.signing_key or new_key(workspace)


def new_key(workspace: Workspace) -> bytes:
    """Put a new key in the place of the one in use, which is gone with that, and its certificate.

    The key file is written first: a power cut between the two leaves a certificate without its
    key, with which nothing is signed.
    """
    key = new_signing_key()
    _use(workspace, key)
    with workspace.store.atomic():
        certificates = dict(workspace.document("certificates"))
        certificates.pop(workspace.user, None)
        workspace.store.meta.set("certificates", certificates)
        _forget(workspace)
    return key


def settle(workspace: Workspace) -> None:
    """Use the next key from now on, if its certificate is the one that is installed.

    A power cut before the end leaves both: `key_of` finds the right one until this is done again.
    """
    key = next_key(workspace)
    own = cast("Mapping[str, str]", workspace.document("certificates")).get(workspace.user)
    if key is None or own is None:
        return
    if read_certificate(bytes.fromhex(own)).public_key == public_key_of(key):
        _use(workspace, key)
        with workspace.store.atomic():
            _forget(workspace)


def _use(workspace: Workspace, key: bytes) -> None:
    slot = with_signing_key(workspace.opened, key)
    keys = workspace.keys.with_slot(slot)
    with changing_slots(workspace.store, key_file(workspace.paths), keys):
        workspace.keys = keys
    workspace.opened = dataclasses.replace(workspace.opened, slot=slot, signing_key=key)


def _forget(workspace: Workspace) -> None:
    left = dict(workspace.document(NEXT))
    left.pop(workspace.user, None)
    workspace.store.meta.set(NEXT, left)
