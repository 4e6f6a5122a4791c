"""Confirming transfers: what the receiving workspace answers, and what the giving one learns."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from antq_desktop.crypto import canonical
from antq_desktop.services.answering import answer
from antq_desktop.services.chaining import is_addressed_to
from antq_desktop.services.dating import learn_from
from antq_desktop.services.directory import told_receivers
from antq_desktop.services.pens import DOCUMENT
from antq_desktop.services.signing import anchor_of, own_signature

if TYPE_CHECKING:
    from antq_desktop.bundle.bodies import Verdict
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming, Outgoing


def write_confirmations(workspace: Workspace) -> list[Outgoing]:
    """Sign a receipt for each workspace whose transfers were judged here and not confirmed yet."""
    workspace.require_role("commune")
    waiting: dict[tuple[str, str], list[Incoming]] = defaultdict(list)
    keys = _keys(workspace)
    for name in keys:
        for bundle in workspace.store.exchanged.unconfirmed(name):
            waiting[name, bundle.unit].append(bundle)
    if not waiting:
        return []
    own = own_signature(workspace)
    found: list[Outgoing] = []
    for (name, _), bundles in sorted(waiting.items()):
        with workspace.store.atomic():
            signed = answer(workspace, bundles, own, keys[name])
            told = (each.digest for each in bundles)
            workspace.store.exchanged.tell(told, signed.row.sequence)
            found.append(signed.row)
    return found


def unanswered(workspace: Workspace) -> int:
    """Return how many transfers were judged here of which their givers wait to hear."""
    waits = [
        one
        for one in workspace.store.exchanged.standing()
        if one.kind == "transfer" and one.answered is None and not one.confirmed
    ]
    return sum(one.workspace in _keys(workspace) for one in waits)


def _keys(workspace: Workspace) -> dict[str, str]:
    return {one.workspace: one.recipient for one in told_receivers(workspace)}


def is_of_transfers(workspace: Workspace, bundle: OpenBundle) -> bool:
    """Say whether a receipt is one of the workspace to which this one hands over.

    A head whom our office certified signs it, in the name of that workspace.
    """
    manifest, signer = bundle.manifest, bundle.signer
    holder, body = signer.certificate.holder, workspace.document(DOCUMENT)
    return (
        workspace.place.role == "commune"
        and manifest.sender.workspace == body.get("workspace")
        and holder is not None
        and holder.role == "head"
        and len(signer.chain) == 1
        and signer.chain[0].der == anchor_of(workspace)
        and is_addressed_to(workspace, manifest, workspace.unit.key)
    )


def hear_confirmation(workspace: Workspace, bundle: OpenBundle) -> None:
    """Note the verdicts on our transfers, and on nothing else, in a transaction of its own.

    Where one is refused or taken back the pens are here again.
    """
    body = bundle.manifest.receipt
    if body is None:
        return
    learn_from(workspace, bundle)
    told_at = min(bundle.manifest.created_at, workspace.clock.now()).isoformat()
    ours = {one.digest for one in workspace.store.exchanged.outgoing("transfer")}
    with workspace.store.atomic():
        heard = [one for one in body.verdicts if one.digest in ours]
        for verdict in heard:
            _note(workspace, verdict, told_at)
        workspace.note("transfer_receipt", digest=bundle.digest, verdicts=len(heard))


def _note(workspace: Workspace, verdict: Verdict, told_at: str) -> None:
    exchanged = workspace.store.exchanged
    reasons: list[canonical.Json] = [
        {"file": one.file, "row": one.row, "field": one.field, "rule": one.rule}
        for one in verdict.reasons
    ]
    taken = verdict.verdict in {"accepted", "remarks"} and not verdict.withdrawn
    news = exchanged.answered(
        verdict.digest,
        "withdrawn" if verdict.withdrawn else verdict.verdict,
        verdict.received_at.isoformat(timespec="seconds"),
        canonical.dump(reasons).decode(),
        acknowledged=taken and verdict.base_ok,
        told_at=told_at,
    )
    if news and (verdict.verdict == "held_gap" or (taken and not verdict.base_ok)):
        exchanged.doubt(verdict.digest, told_at)
