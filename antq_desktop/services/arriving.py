"""A bundle file as it arrives: opened with this workspace's keys and judged by its trust."""

from __future__ import annotations

import errno
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.opening import peek_authorities, unseal_to
from antq_desktop.bundle.reader import OpenBundle, open_bundle
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.crypto.sealing import Identity, identity_from
from antq_desktop.crypto.signatures import Trust
from antq_desktop.errors import Refusal
from antq_desktop.services.signing import trust_at
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

_PASSING = frozenset(
    {"signature_expired", "signature_revoked", "signature_untrusted", "signature_unassigned"}
)
"""Refusals that time brings about, and the end of an anchor: what was good stays good."""


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
    bundle came, where that is not now. A file that is known from before is judged as of then: its
    signer's certificate may have ended since. Raises BundleRefused, and Refusal where the file
    cannot be read at all.
    """
    try:
        with ExitStack() as stack:
            yield _entered(workspace, path, stack, anchor, moment, awaited=awaited)
    except OSError as error:
        # What is unsealed lies here meanwhile: then it is our disk that is full.
        if error.errno == errno.ENOSPC:
            raise Refusal("store.disk_full") from None
        raise Refusal("bundles.cannot_read", name=path.name) from None


def _entered(
    workspace: Workspace,
    path: Path,
    stack: ExitStack,
    anchor: bytes | None,
    moment: datetime | None,
    *,
    awaited: bool,
) -> OpenBundle:
    def enter(came: datetime) -> OpenBundle:
        return stack.enter_context(
            open_bundle(
                path,
                identities=identities(workspace),
                trust=_trust(workspace, anchor, came),
                scratch_folder=scratch(workspace),
                succession=workspace.units.succession,
                awaited=awaited,
            )
        )

    try:
        return enter(moment or workspace.clock.now())
    except BundleRefused as refused:
        if moment is not None or refused.reasons[0].rule not in _PASSING:
            raise
        before = _first_here(workspace, path)
        if before is None:
            raise
    return enter(before)


def _trust(workspace: Workspace, anchor: bytes | None, came: datetime) -> Trust:
    if anchor is not None:
        return Trust((anchor,), (), came)
    if workspace.document("trust"):
        return trust_at(workspace, came)
    return Trust((), (), came)


def _first_here(workspace: Workspace, path: Path) -> datetime | None:
    """Return when this very file came first, or was signed here; None where it never was."""
    with path.open("rb") as file:
        sha256, _ = hash_stream(file)
    return moment_of(workspace.store.exchanged.first_here(sha256))


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
