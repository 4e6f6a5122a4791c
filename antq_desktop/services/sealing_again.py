"""Sealing again: confidential parts go from one head to another, and are in the clear nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.bundle.transfers import SEALED_NAME
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, seal_bytes, unseal_bytes
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.revising import seal_part
from antq_desktop.services.submitting import revisions_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.handing_over_files import Files
    from antq_desktop.services.submitting import Due
    from antq_desktop.services.workspace import Workspace


def sealed_for(
    workspace: Workspace, found: Due, files: Files, seal: str | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the confidential parts of what goes, by digest, each sealed to the receiving head.

    Refusal where there is one and his key is not known, and where one was not sealed to the head
    who hands over.
    """
    digests = {one.digest for one in files.go if one.travel is Travel.CONFIDENTIAL}
    for register in found.counts:
        for revision in revisions_due(workspace, register, found):
            if revision.header.confidential is not None:
                digests.add(revision.header.confidential)
    for digest in sorted(digests):
        if seal is None:
            raise Refusal("transfer.no_seal")
        yield digest, seal_bytes(_open(workspace, digest), [seal])


def _open(workspace: Workspace, digest: str) -> bytes:
    own = workspace.opened.seal
    blob = workspace.store.sealed.get(digest, own.recipient)
    if blob is None:
        raise Refusal("records.not_sealed_to_you")
    try:
        part = unseal_bytes(blob, [own])
    except (NotSealedToUs, SealDamaged):
        raise Refusal("records.seal_damaged") from None
    if sha256_hex(part) != digest:
        raise Refusal("records.seal_damaged")
    return part


def take_sealed(workspace: Workspace, bundle: OpenBundle) -> set[str]:
    """Seal the confidential parts of a transfer to the heads here and the recovery key.

    Returns their digests. Only the head to whom they were sealed can do it: Refusal for anybody
    else. Raises BundleRefused for a part that is not the one of its digest (``sealed_part``).
    """
    body = bundle.manifest.handed_over
    own, found = workspace.opened.seal, set[str]()
    if body is not None and body.sealed and body.sealed_to != own.recipient:
        raise Refusal("transfer.other_head")
    for row, one in enumerate(bundle.sealed(), 1):
        try:
            part = unseal_bytes(one.blob, [own])
        except (NotSealedToUs, SealDamaged):
            raise BundleRefused(Reason("sealed_part", SEALED_NAME, row)) from None
        if sha256_hex(part) != one.digest:
            raise BundleRefused(Reason("sealed_part", SEALED_NAME, row))
        if workspace.store.sealed.get(one.digest, own.recipient) is None:
            seal_part(workspace, part)
        found.add(one.digest)
    return found
