"""The signing keys of the user who is logged in: the one in use, and the next one.

The next key is made with the request to renew and takes over once its certificate is here; until
then the old one signs. It lies sealed to the user alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import new_signing_key
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, seal_bytes, unseal_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.services.workspace import Workspace

NEXT = "next_keys"
"""The document with the keys that wait, by user."""


def next_key(workspace: Workspace) -> bytes | None:
    """Return the key that waits for its certificate, None without one."""
    sealed = cast("Mapping[str, str]", workspace.document(NEXT)).get(workspace.user)
    if sealed is None:
        return None
    try:
        return unseal_bytes(bytes.fromhex(sealed), [workspace.opened.seal])
    except (NotSealedToUs, SealDamaged):
        return None  # sealed by a slot that is no more: the next request makes another


def make_next_key(workspace: Workspace) -> bytes:
    """Return the key that waits, the same until its certificate is here: two files ask for one."""
    found = next_key(workspace)
    if found is not None:
        return found
    key = new_signing_key()
    sealed = seal_bytes(key, [workspace.opened.seal.recipient])
    with workspace.store.atomic():
        known = dict(workspace.document(NEXT))
        workspace.store.meta.set(NEXT, {**known, workspace.user: sealed.hex()})
    return key
