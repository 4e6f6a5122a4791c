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
from antq_desktop.services.considering import OFFICERS_WORD
from antq_desktop.services.dating import learn_from
from antq_desktop.services.delivering import Signed, sign_into_outbox
from antq_desktop.services.directory import enrolled, policy_told
from antq_desktop.services.hearing import hear_verdict, heard_reasons
from antq_desktop.services.keeping import outcome_of, reason_json
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.bundle.bodies import VerdictCode
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming


_WRITTEN = frozenset(OFFICERS_WORD.values())


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
    for (name, _), bundles in sorted(waiting.items()):
        with workspace.store.atomic():
            one = _sign(workspace, bundles, own, keys[name])
            told = (each.digest for each in bundles)
            workspace.store.exchanged.tell(told, one.row.sequence)
            signed.append(one)
    return signed


def answer(
    workspace: Workspace, bundles: list[Incoming], own: OwnSignature, key: str | None = None
) -> Signed:
    """Sign a receipt for some bundles of one workspace: to be passed on with them, or for it.

    It is sealed to the ``key`` of that workspace; without one to the one it is enrolled with.
    """
    keys = {one.workspace: one.age_recipient for one in enrolled(workspace)}
    return _sign(workspace, bundles, own, key or keys.get(bundles[0].workspace))


def _sign(
    workspace: Workspace, bundles: list[Incoming], own: OwnSignature, key: str | None
) -> Signed:
    """Sign one receipt; without a ``key`` of the sender only we can open it."""
    unit = parse_unit_key(bundles[0].unit)
    number = 1 + workspace.store.exchanged.number_sent("receipt", unit.code)
    last = _last_of_each(bundles)
    manifest = replace(
        manifest_of(workspace, "receipt", Recipient(unit=unit_ref(unit)), own.serial),
        receipt=ReceiptBody(
            verdicts=tuple(_verdict(workspace, one) for one in last),
            policy=policy_told(workspace),
            journal_seen=_journal_seen(last[-1]),
        ),
    )
    with workspace.store.atomic():
        signed = sign_into_outbox(
            workspace,
            manifest,
            {},
            own,
            recipients=sorted({*own_recipients(workspace), *([key] if key else [])}),
            recipient_code=unit.code,
            number=number,
        )
        workspace.store.passed_on.carry(signed.row.digest, [one.digest for one in last])
    return signed


def _last_of_each(bundles: list[Incoming]) -> list[Incoming]:
    """Keep the last verdict on each bundle, the latest at the end.

    One that was refused may have come again, and one that was held may have been taken.
    """
    last: dict[str, Incoming] = {}
    for bundle in bundles:
        last.pop(bundle.digest, None)
        last[bundle.digest] = bundle
    return list(last.values())


def _journal_seen(bundle: Incoming) -> SeenJournal | None:
    """Return the head of the sender's journal as its bundle stated it."""
    trust = cast("Mapping[str, canonical.Json]", canonical.load(bundle.trust.encode()))
    head = cast("Mapping[str, canonical.Json] | None", trust["journal"])
    if head is None:
        return None
    return SeenJournal(length=cast("int", head["length"]), head=str(head["head"]))


def _verdict(workspace: Workspace, bundle: Incoming) -> Verdict:
    outcome = outcome_of(bundle)
    withdrawn = bundle.verdict == "withdrawn"
    taken = bundle.imported is not None
    left_out = workspace.store.left_out.of(bundle.digest) if taken else []
    return Verdict(
        bundle_id=bundle.bundle_id,
        digest=bundle.digest,
        chain=str(bundle.chain),
        sequence=cast("int", bundle.sequence),
        verdict=cast("VerdictCode", outcome.was if withdrawn else bundle.verdict),
        received_at=cast("datetime", moment_of(bundle.received_at)),
        content=outcome.content,
        counts=VerdictCounts(
            **{name: outcome.counts.get(name, 0) for name in ("new", "changed", "same", "refused")}
        ),
        reasons=tuple(
            VerdictReason(
                file=one.file,
                row=one.row,
                field=one.field,
                rule=one.rule,
                text=str(one.values["text"]) if one.rule in _WRITTEN else None,
            )
            for one in (*outcome.reasons, *outcome.notes)
        ),
        withdrawn=withdrawn,
        base_ok=taken and outcome.base_ok,
        left_out=tuple(left_out),
    )


def install_receipt(workspace: Workspace, bundle: OpenBundle) -> None:
    """Note the verdicts on our bundles; what the office has is not sent again.

    Receipts may come in any order: what a later one says stands. Where the office lacks what a
    bundle of ours was built on, the next one builds on nothing before it.
    """
    body = bundle.manifest.receipt
    if body is None:
        return
    learn_from(workspace, bundle)
    # An office whose clock was ahead must not outvote what it says later.
    told_at = min(bundle.manifest.created_at, workspace.clock.now()).isoformat()
    with workspace.store.atomic():
        for verdict in body.verdicts:
            _install(workspace, verdict, told_at)
        seen = body.journal_seen
        if seen is not None and _is_of_this_chain(workspace, body):
            workspace.store.meta.set("journal_seen", {"length": seen.length, "head": seen.head})
        workspace.note("receipt", digest=bundle.digest, verdicts=len(body.verdicts))


def _install(workspace: Workspace, verdict: Verdict, told_at: str) -> None:
    exchanged = workspace.store.exchanged
    reasons = [reason_json(one) for one in heard_reasons(verdict)]
    taken = verdict.verdict in {"accepted", "remarks"} and not verdict.withdrawn
    code = "withdrawn" if verdict.withdrawn else verdict.verdict
    why = canonical.dump(cast("canonical.Json", reasons)).decode()
    sent = exchanged.outgoing("submission", "correction")
    row = next((one for one in sent if one.digest == verdict.digest), None)
    left_out = workspace.store.left_out.of(verdict.digest)
    # Receipts repeat themselves: what is known is not looked up in the bundle again.
    heard = row is not None and (row.verdict, row.reasons) == (code, why)
    heard = heard and left_out == sorted(set(verdict.left_out))
    news = exchanged.answered(
        verdict.digest,
        code,
        verdict.received_at.isoformat(timespec="seconds"),
        why,
        acknowledged=taken and verdict.base_ok,
        told_at=told_at,
    )
    if news:
        workspace.store.left_out.keep(verdict.digest, verdict.left_out)
        if verdict.verdict == "held_gap" or (taken and not verdict.base_ok):
            exchanged.doubt(verdict.digest, told_at)
        if not heard:
            hear_verdict(workspace, verdict, row)


def _is_of_this_chain(workspace: Workspace, body: ReceiptBody) -> bool:
    """Say whether a receipt has seen the journal as it is: one of before a restore has not."""
    chain = workspace.document("chain").get("id")
    return bool(body.verdicts) and body.verdicts[-1].chain == chain
