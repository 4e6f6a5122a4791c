"""Taking over: what another workspace hands over becomes ours to write and to report.

Its revisions stay as they are, with its name on them. For each record one revision of ours follows
that changes nothing: whoever sees the record sees by it who writes it from now on. All belongs to
the import, so that taking it back leaves the pens where they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.names import attachment_name
from antq_desktop.bundle.queries import QueryBody
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.bundle.transfers import SEALED_NAME
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, unseal_bytes
from antq_desktop.domain.attachments import attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.messages import label
from antq_desktop.services.attachment_files import put_sealed, state_of, take_away
from antq_desktop.services.hearing import hear_queries
from antq_desktop.services.person_keys import adopt_secret
from antq_desktop.services.revising import Content, next_revision, seal_part
from antq_desktop.services.saving import values_of
from antq_desktop.services.signing import key_of
from antq_desktop.services.taking_files import sealed_files
from antq_desktop.services.taking_in import take_in
from antq_desktop.store.attachments import StoredFile
from antq_desktop.store.pens import Pen
from antq_desktop.store.projections import of_revision

if TYPE_CHECKING:
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.bundle.transfers import TransferBody
    from antq_desktop.domain.record import Revision
    from antq_desktop.services.taken import Taken
    from antq_desktop.services.workspace import Workspace

_MANIFEST = "submission.json"
_BATCH = 500


def take_over(
    workspace: Workspace, bundle: OpenBundle, imported: int, *, union: bool, kept: bool
) -> Taken:
    """Take a transfer in: revisions, files, what is sealed, and with them the pens.

    The arguments are those of `take_in`. Where nothing is kept, what is sealed is not opened.
    Raises BundleRefused for a transfer that is not for this workspace (``transfer_workspace``) or
    from a unit that ours does not go on with (``transfer_unit``), and as `take_in`.
    """
    body = bundle.manifest.transferred
    if body is None:
        raise BundleRefused(Reason("manifest_schema", _MANIFEST, field="$.transfer"))
    _must_be_for_us(workspace, bundle, body)
    taken = take_in(workspace, bundle, imported, union=union, kept=kept)
    if taken.refused or not kept:
        return taken
    try:
        parts = _take_sealed(workspace, bundle, body)
        taken.files += _take_files(workspace, bundle, imported, parts)
        _take_pens(workspace, bundle, body, imported)
    except BaseException:
        take_away(workspace, taken.files)
        raise
    return taken


def _must_be_for_us(workspace: Workspace, bundle: OpenBundle, body: TransferBody) -> None:
    if body.workspace != workspace.place.id:
        raise BundleRefused(Reason("transfer_workspace", _MANIFEST, field="$.transfer.workspace"))
    if key_of(bundle.manifest.sender.unit) not in workspace.own_units:
        raise BundleRefused(Reason("transfer_unit", _MANIFEST, field="$.sender.unit"))


def _take_sealed(workspace: Workspace, bundle: OpenBundle, body: TransferBody) -> set[str]:
    """Seal the confidential parts to the heads here and the recovery key; return their digests.

    Only the head to whom they were sealed can do it: Refusal for anybody else. Raises
    BundleRefused for a part that is not the one of its digest (``sealed_part``).
    """
    own, found = workspace.opened.seal, set[str]()
    if body.sealed and body.sealed_to != own.recipient:
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


def _take_files(
    workspace: Workspace, bundle: OpenBundle, imported: int, parts: set[str]
) -> list[str]:
    """Keep the confidential files as they lie under their own seals; return the names written."""
    there = sealed_files(bundle)
    written: list[str] = []
    if not there:
        return written
    entries = {entry.path: entry for entry in bundle.manifest.files}
    named = _confidential(workspace, bundle)
    for attachment in sorted(there):
        name = attachment_name(attachment)
        digest = named.get(attachment)
        if digest is None or digest not in parts:
            take_away(workspace, written)
            raise BundleRefused(Reason("attachment_unlisted", name))
        if state_of(workspace, workspace.store.attachments.get((attachment, digest))) == "here":
            continue
        with bundle.stream(name) as stream:
            file = put_sealed(workspace, stream)
        written.append(file)
        entry = entries[name]
        workspace.store.attachments.add(
            StoredFile(
                id=attachment,
                digest=digest,
                file=file,
                size=entry.size,
                sha256=entry.sha256,
                at=workspace.clock.stamp(),
                imported=imported,
            )
        )
    return written


def _confidential(workspace: Workspace, bundle: OpenBundle) -> dict[str, str]:
    """Return the confidential files that the giver's revisions here name, with their parts."""
    found: dict[str, str] = {}
    sender = bundle.manifest.sender.workspace
    for place in (sender, *(one.workspace for one in bundle.manifest.pens)):
        for revision in workspace.store.revisions.with_files(place):
            for one in attached_of(revision.shared, revision.private):
                if one.travel is Travel.CONFIDENTIAL:
                    found[one.id] = one.digest
    return found


def _take_pens(workspace: Workspace, bundle: OpenBundle, body: TransferBody, imported: int) -> None:
    """Let the pens, and what belongs to them, be ours from now on."""
    manifest, place = bundle.manifest, workspace.place.id
    unit = key_of(manifest.sender.unit)
    workspace.store.pens.add(Pen(manifest.sender.workspace, place, unit.text), imported)
    for one in manifest.pens:
        workspace.store.pens.add(Pen(one.workspace, place, key_of(one.unit).text), imported)
    if body.secret is not None:
        adopt_secret(workspace, body.secret)
    for book in body.books:
        workspace.store.books.raise_to(book.register, book.year, book.last)
    workspace.store.attachments.send_elsewhere(
        bundle.digest, [(one.id, one.sha256) for one in body.at_office]
    )
    moved = _write_revisions(workspace, manifest.sender.unit.name, imported)
    workspace.note("take_over", digest=bundle.digest, giver=manifest.sender.workspace, moved=moved)
    if body.queries:
        hear_queries(workspace, QueryBody(items=body.queries, withdrawn=()), bundle.digest)


def _write_revisions(workspace: Workspace, unit: str, imported: int) -> int:
    """Write for each record that came one revision of ours that changes nothing; return how many.

    Its keys of persons are made with the secret here: persons are told apart over all books.
    """
    reason, stored = label("transfer.taken_over", "vi", unit=unit), workspace.store.revisions
    seq, made = workspace.last_seq(), 0
    batch: list[Revision] = []
    for record in sorted(stored.of_import(imported)):
        before = stored.latest(record)
        if before is None or before.header.workspace == workspace.place.id:
            continue
        made += 1
        batch.append(_following(workspace, before, seq + made, reason))
        if len(batch) == _BATCH:
            _write(workspace, batch, imported)
    _write(workspace, batch, imported)
    return made


def _following(workspace: Workspace, before: Revision, seq: int, reason: str) -> Revision:
    register = workspace.catalogue.by_name[before.header.register]
    content = Content(
        register=register,
        values=values_of(register, before),
        confidential={},
        sealed=before.header.confidential,
        attached=attached_of(before.shared, before.private),
    )
    voided = before.header.voided
    return next_revision(workspace, before, content, seq, reason=reason, voided=voided)


def _write(workspace: Workspace, batch: list[Revision], imported: int) -> None:
    by_name = workspace.catalogue.by_name
    workspace.store.revisions.append(batch, imported)
    workspace.store.projections.write(
        of_revision(by_name[one.header.register], one) for one in batch
    )
    batch.clear()
