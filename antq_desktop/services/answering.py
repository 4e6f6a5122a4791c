"""Answering: the office's receipts, and what a commune learns from one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from antq_desktop.bundle.bodies import Journal as SeenJournal
from antq_desktop.bundle.bodies import ReceiptBody, Verdict, VerdictCounts, VerdictReason
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.crypto import canonical
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.dating import learn_from
from antq_desktop.services.delivering import Signed, sign_into_outbox
from antq_desktop.services.directory import POLICY, enrolled
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.bundle.bodies import VerdictCode
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchanged import Incoming


def write_receipts(workspace: Workspace) -> list[Signed]:
    """Sign one receipt for each workspace that has verdicts it has not confirmed."""
    workspace.require_role("office")
    own = own_signature(workspace)
    keys = {one.workspace: one.age_recipient for one in enrolled(workspace)}
    waiting: dict[tuple[str, str], list[Incoming]] = defaultdict(list)
    for name in keys:
        for bundle in workspace.store.exchanged.unconfirmed(name):
            waiting[(name, bundle.unit)].append(bundle)
    signed: list[Signed] = []
    for (name, unit), bundles in sorted(waiting.items()):
        number = 1 + sum(
            one.recipient == parse_unit_key(unit).code
            for one in workspace.store.exchanged.outgoing("receipt")
        )
        recipient = Recipient(unit=unit_ref(parse_unit_key(unit)))
        manifest = replace(
            manifest_of(workspace, "receipt", recipient, own.serial),
            receipt=ReceiptBody(
                verdicts=tuple(map(_verdict, _last_of_each(bundles))),
                policy=POLICY,
                journal_seen=_journal_seen(bundles[-1]),
            ),
        )
        signed.append(
            sign_into_outbox(
                workspace,
                manifest,
                {},
                own,
                recipients=sorted({*own_recipients(workspace), keys[name]}),
                recipient_code=parse_unit_key(unit).code,
                number=number,
            )
        )
    return signed


def _last_of_each(bundles: list[Incoming]) -> list[Incoming]:
    """Keep the last verdict on each bundle: one that was refused may have come again."""
    return list({bundle.digest: bundle for bundle in bundles}.values())


def _journal_seen(bundle: Incoming) -> SeenJournal | None:
    """Return the head of the sender's journal as its bundle stated it."""
    trust = cast("Mapping[str, canonical.Json]", canonical.load(bundle.trust.encode()))
    head = cast("Mapping[str, canonical.Json] | None", trust["journal"])
    if head is None:
        return None
    return SeenJournal(length=cast("int", head["length"]), head=str(head["head"]))


def _verdict(bundle: Incoming) -> Verdict:
    outcome = cast("Mapping[str, canonical.Json]", canonical.load(bundle.outcome.encode()))
    counts = cast("Mapping[str, int]", outcome["counts"])
    reasons = cast("list[Mapping[str, canonical.Json]]", outcome["reasons"])
    return Verdict(
        bundle_id=bundle.bundle_id,
        digest=bundle.digest,
        chain=str(bundle.chain),
        sequence=cast("int", bundle.sequence),
        verdict=cast("VerdictCode", bundle.verdict),
        received_at=cast("datetime", moment_of(bundle.received_at)),
        content=str(outcome["content"]),
        counts=VerdictCounts(
            **{name: counts.get(name, 0) for name in ("new", "changed", "same", "refused")}
        ),
        reasons=tuple(
            VerdictReason(
                file=cast("str | None", one["file"]),
                row=cast("int | None", one["row"]),
                field=cast("str | None", one["field"]),
                rule=str(one["rule"]),
            )
            for one in reasons
        ),
        withdrawn=False,
        base_ok=bundle.imported is not None,
    )


def install_receipt(workspace: Workspace, bundle: OpenBundle) -> None:
    """Note the verdicts on our bundles; what the office has is not sent again."""
    body = bundle.manifest.receipt
    if body is None:
        return
    learn_from(workspace, bundle)
    with workspace.store.atomic():
        for verdict in body.verdicts:
            reasons: list[canonical.Json] = [
                {"file": one.file, "row": one.row, "field": one.field, "rule": one.rule}
                for one in verdict.reasons
            ]
            workspace.store.exchanged.answered(
                verdict.digest,
                verdict.verdict,
                verdict.received_at.isoformat(timespec="seconds"),
                canonical.dump(reasons).decode(),
            )
        seen = body.journal_seen
        if seen is not None:
            workspace.store.meta.set("journal_seen", {"length": seen.length, "head": seen.head})
        workspace.note("receipt", digest=bundle.digest, verdicts=len(body.verdicts))
