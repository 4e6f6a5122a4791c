"""The keys that travel in place of a person: HMACs with a secret that never leaves the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto.wrapping import hmac_key, new_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

_DOCUMENT = "unit_secret"


def shared_keys(
    workspace: Workspace, register: Register, values: Mapping[str, object]
) -> dict[str, str]:
    """Return the keys of a record by name; without what a key is made from there is none.

    They differ from book to book, so that nobody who knows a person from a public decision finds
    him in the others. The secret is made at first use. Call it in the transaction that saves the
    record.
    """
    texts = {key.name: key.text_of(values) for key in register.keys}
    if not any(texts.values()):
        return {}
    secret = _secret(workspace)
    return {
        name: hmac_key(secret, f"{register.name}\n{name}\n{text}")
        for name, text in texts.items()
        if text is not None
    }


def known_secret(workspace: Workspace) -> str | None:
    """Return the secret in hex, None before its first use; it leaves only with the books."""
    kept = workspace.store.meta.get(_DOCUMENT)
    return kept if isinstance(kept, str) else None


def adopt_secret(workspace: Workspace, secret: str) -> None:
    """Go on with the secret of the books that were taken over, where none was made here yet.

    Where there is one it stays: keys are made anew with it as the pens come over.
    """
    if known_secret(workspace) is None:
        workspace.store.meta.set(_DOCUMENT, secret)


def _secret(workspace: Workspace) -> bytes:
    kept = workspace.store.meta.get(_DOCUMENT)
    if isinstance(kept, str):
        return bytes.fromhex(kept)
    made = new_key()
    workspace.store.meta.set(_DOCUMENT, made.hex())
    return made
