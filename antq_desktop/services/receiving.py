"""Receiving: a verdict on any bundle, and the import of those that are for us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.bundle.manifest import NewerFormat
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.services.answering import install_receipt
from antq_desktop.services.arriving import opened
from antq_desktop.services.backing_up import back_up_before_import
from antq_desktop.services.case_answering import hear_answers
from antq_desktop.services.case_taking import consider_case
from antq_desktop.services.chaining import is_addressed_to
from antq_desktop.services.confirming import hear_confirmation, is_of_transfers
from antq_desktop.services.considering import consider
from antq_desktop.services.hearing import hear_queries, unknown_records
from antq_desktop.services.keeping import keep_newer, outcome_of
from antq_desktop.services.releasing import release
from antq_desktop.services.signing import anchor_of, key_of
from antq_desktop.services.submitting import has_office
from antq_desktop.services.verdicts import Sentence, Verdict, refused, said, unopened
from antq_desktop.services.vouching import TAKEN, is_from_above
from antq_desktop.services.workspace import uninterrupted

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.admitting import Look
    from antq_desktop.services.workspace import Workspace

#: What a person installs or issues; an import only shows it.
_SHOWN = {"request": "verdicts.shown_request", "directory": "verdicts.shown_directory"}


def verify_bundle(workspace: Workspace, path: Path, look: Look | None = None) -> Verdict:
    """Say what an import would say, and change nothing.

    ``look`` is called with the manifest of a submission while its rows are in: it sees the
    workspace as it would be. Afterwards all of it is taken back.
    """
    return _judge(workspace, path, kept=False, look=look)


def import_bundle(workspace: Workspace, path: Path, *, rehearse: bool = False) -> Verdict:
    """Take a bundle in: a submission at the office, a receipt at the commune.

    What was held and can be taken now comes in after it; the verdict lists it. Requests and
    directories are only shown: a person issues or installs them. A rehearsal is the same work
    without the end. An office backs up before.
    """
    if rehearse:
        return _judge(workspace, path, kept=False)
    if workspace.place.role != "office":
        verdict = _judge(workspace, path, kept=True)
        if verdict.kind != "transfer" or not verdict.all_good:
            return verdict
        return replace(verdict, released=release(workspace))
    back_up_before_import(workspace)
    verdict = _judge(workspace, path, kept=True)
    # It is in: who stops the work now stops what comes after it.
    workspace.pulse = uninterrupted
    return replace(verdict, released=release(workspace))


def _judge(workspace: Workspace, path: Path, *, kept: bool, look: Look | None = None) -> Verdict:
    try:
        with opened(workspace, path) as bundle:
            return _by_kind(workspace, path, bundle, kept=kept, look=look)
    except NewerFormat as newer:
        return _newer(workspace, path, newer, kept=kept)
    except BundleRefused as error:
        # It is not believed, so nobody is answered.
        return unopened(path, "refused", "verdicts.unreadable", *error.reasons)


def _newer(workspace: Workspace, path: Path, newer: NewerFormat, *, kept: bool) -> Verdict:
    """Hold a submission of a format of later; anything else is told, and brought again."""
    if newer.stated is None or workspace.place.role != "office" or not _is_ours(workspace, newer):
        return unopened(path, "refused", "verdicts.unreadable", *newer.reasons)
    before = workspace.store.exchanged.standing_of(newer.digest)
    if before is not None and before.verdict == "refused" and outcome_of(before).decided:
        return unopened(path, "refused", "verdicts.decided_refused", Reason("put_aside"))
    if kept:
        keep_newer(workspace, path, newer)
    verdict = unopened(path, "held_newer", "verdicts.held_newer", *newer.reasons)
    return replace(verdict, kind=newer.stated.kind)


def _is_ours(workspace: Workspace, newer: NewerFormat) -> bool:
    """Say whether our own authority vouches for the signer: nobody else's file is kept."""
    signer = newer.signer
    return signer is not None and signer.chain[-1].der == anchor_of(workspace)


def _by_kind(
    workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool, look: Look | None
) -> Verdict:
    manifest = bundle.manifest
    if manifest.class_ != workspace.place.class_:
        return refused(workspace, path, bundle, Reason("other_class", "submission.json"))
    if manifest.kind in TAKEN and workspace.place.role == "office":
        return consider(workspace, path, bundle, kept=kept, look=look)
    if manifest.kind == "case":
        return consider_case(workspace, path, bundle, kept=kept)
    if manifest.receipt is not None and (manifest.receipt.cases or has_office(workspace)):
        return _heard(workspace, path, bundle, kept=kept)
    if manifest.kind in _AT_COMMUNES and workspace.place.role == "commune":
        return _AT_COMMUNES[manifest.kind](workspace, path, bundle, kept=kept)
    shown = _SHOWN.get(manifest.kind)
    wrong = Reason("wrong_side", "submission.json")
    return (
        said(workspace, path, bundle, "accepted", (shown, {}))
        if shown is not None
        else refused(workspace, path, bundle, wrong)
    )


def _heard(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    """Hear a receipt: of cases, of transfers, or of what went to the office."""
    body = bundle.manifest.receipt
    if body is not None and body.cases:
        return hear_answers(workspace, path, bundle, kept=kept)
    if is_of_transfers(workspace, bundle):
        return _confirmed(workspace, path, bundle, kept=kept)
    return _receipt(workspace, path, bundle, kept=kept)


def _transfer(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    """Judge what another workspace hands over; only the head takes the pens."""
    if not has_office(workspace):
        return refused(workspace, path, bundle, Reason("wrong_side", "submission.json"))
    if kept:
        workspace.require_head()
    return consider(workspace, path, bundle, kept=kept)


def _confirmed(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    body = bundle.manifest.receipt
    verdicts = body.verdicts if body is not None else ()
    if kept:
        hear_confirmation(workspace, bundle)
    content: Sentence = ("verdicts.transfer_receipt", {"count": len(verdicts)})
    return said(workspace, path, bundle, "accepted", content)


def _receipt(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    reason = not_from_our_office(workspace, bundle)
    if reason is not None:
        return refused(workspace, path, bundle, reason)
    body = bundle.manifest.receipt
    verdicts = body.verdicts if body is not None else ()
    if kept:
        install_receipt(workspace, bundle)
    content: Sentence = ("verdicts.receipt", {"count": len(verdicts)})
    return said(workspace, path, bundle, "accepted", content)


def _query(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    """Say what an office asks, and keep it; what is known already changes nothing."""
    if not has_office(workspace):
        return refused(workspace, path, bundle, Reason("wrong_side", "submission.json"))
    reason, body = not_from_our_office(workspace, bundle), bundle.manifest.asked
    if reason is not None or body is None:
        wrong = reason or Reason("wrong_side", "submission.json")
        return refused(workspace, path, bundle, wrong)
    notes = unknown_records(workspace, body)
    content: Sentence = ("verdicts.query", {"count": len(body.items)})
    if kept and not hear_queries(workspace, body, bundle.digest):
        return said(workspace, path, bundle, "same", ("verdicts.query_same", {}))
    return said(workspace, path, bundle, "accepted", content, notes=notes)


_AT_COMMUNES = {"query": _query, "transfer": _transfer}


def not_from_our_office(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    """Return why a receipt is not one of our office for us, None if it is."""
    if bundle.manifest.class_ != workspace.place.class_:
        return Reason("other_class", "submission.json")
    holder = bundle.signer.certificate.holder
    office = workspace.document("directory").get("office")
    if holder is None or holder.role != "office" or not isinstance(office, Mapping):
        return Reason("not_from_office", "submission.json")
    if not is_from_above(workspace, bundle):
        return Reason("not_from_office", "submission.json")
    if key_of(bundle.manifest.sender.unit).as_json() != dict(office):
        return Reason("not_from_office", "submission.json")
    if not is_addressed_to(workspace, bundle.manifest, workspace.unit.key):
        return Reason("wrong_recipient", "submission.json", field="$.recipient")
    return None
