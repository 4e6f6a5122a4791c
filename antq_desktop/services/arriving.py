"""A bundle file as it arrives: opened with this workspace's keys and judged by its trust."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.opening import peek_authorities, unseal_to
from antq_desktop.bundle.reader import OpenBundle, open_bundle
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.sealing import Identity, identity_from
from antq_desktop.crypto.signatures import Trust
from antq_desktop.errors import Refusal
from antq_desktop.services.signing import trust_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace


def identities(workspace: Workspace) -> list[Identity]:
    """Return all keys that open what was sealed to this workspace, old ones too."""
    body = cast("Mapping[str, list[str]]", workspace.document("identity"))
    return [identity_from(secret) for secret in body["secrets"]]


def scratch(workspace: Workspace) -> Path:
    """Where what is unsealed lies meanwhile, encrypted under a throw-away key."""
    return workspace.paths.data / "inbox"


@contextmanager
def opened(
    workspace: Workspace,
    path: Path,
    *,
    anchor: bytes | None = None,
    moment: datetime | None = None,
    awaited: bool = False,
) -> Iterator[OpenBundle]:
    """Open any bundle that this workspace can open; ``awaited``: one that is still to be signed.

    ``anchor`` takes the place of the trusted authority at the first contact. ``moment`` is when the
    bundle came, where that is not now. Raises BundleRefused, and Refusal where the file cannot be
    read at all.
    """
    came = moment or workspace.clock.now()
    if anchor is not None:
        trust = Trust((anchor,), (), came)
    elif workspace.document("trust"):
        trust = trust_at(workspace, came)
    else:
        trust = Trust((), (), came)
    try:
        with open_bundle(
            path,
            identities=identities(workspace),
            trust=trust,
            scratch_folder=scratch(workspace),
            succession=workspace.units.succession,
            awaited=awaited,
        ) as bundle:
            yield bundle
    except OSError as error:
        # What is unsealed lies here meanwhile: then it is our disk that is full.
        if error.errno == errno.ENOSPC:
            raise Refusal("store.disk_full") from None
        raise Refusal("bundles.cannot_read", name=path.name) from None


def authorities_in(workspace: Workspace, path: Path) -> list[bytes]:
    """Return the authorities whose certificates lie in a bundle, unjudged, DER."""
    try:
        found = peek_authorities(
            path, identities=identities(workspace), scratch_folder=scratch(workspace)
        )
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None
    except BundleRefused as refused:
        raise refusal_of(refused) from None
    return [one.der for one in found]


def unseal(workspace: Workspace, path: Path, target: Path) -> None:
    """Write the container of a sealed bundle for other tools; it is in the journal before."""
    with workspace.store.atomic():
        workspace.note("unseal", file=path.name[:200])
    try:
        unseal_to(path, target, identities(workspace), scratch_folder=scratch(workspace))
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def refusal_of(refused: BundleRefused) -> Refusal:
    """Return the first reason for which a bundle is refused, as a person is told it."""
    reason = refused.reasons[0]
    return Refusal(reason.message_id, **reason.values)
