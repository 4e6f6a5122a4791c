"""Answering a case: the head takes it over or refuses it, and a receipt tells who sent it.

A receipt for cases repeats all answers to that workspace, so that a lost one loses nothing.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from antq_desktop.bundle.bodies import CaseAnswer, ReceiptBody
from antq_desktop.bundle.cases import MOST_ANSWERS
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.bundle.names import MANIFEST
from antq_desktop.bundle.refusals import Reason
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, seal_bytes, unseal_bytes
from antq_desktop.domain.roles import COMMANDING
from antq_desktop.domain.sharing import written_text
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.case_bodies import not_entitled, way_back
from antq_desktop.services.case_records import body_of, case_named
from antq_desktop.services.chaining import is_addressed_to
from antq_desktop.services.delivering import sign_into_outbox
from antq_desktop.services.directory import policy_told
from antq_desktop.services.signing import (
    key_of,
    manifest_of,
    own_recipients,
    own_signature,
    unit_ref,
)
from antq_desktop.services.verdicts import Sentence, Verdict, refused, said
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.cases import with_answer

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import ReceivedCase
    from antq_desktop.store.exchange_rows import Outgoing


def answer_case(workspace: Workspace, case: str, *, taken: bool, text: str = "") -> Outgoing:
    """Take a case over or refuse it, and sign the receipt that says so, into the outbox.

    Whoever takes it over has opened every sealed part first: it is sealed again to all heads here
    and to the recovery sheet, so that no single person's leaving loses it. Refusal for another than
    the head, for a second answer, for a refusal without a reason, and where a part does not open.
    """
    found = case_named(workspace, case)
    own_signature(workspace)
    if found.answer is not None:
        raise Refusal("cases.answered")
    words = written_text(text) if text.strip() or not taken else None
    at = workspace.clock.stamp()
    with workspace.store.atomic():
        if taken:
            _seal_again(workspace, found)
        decided = with_answer(found, "taken" if taken else "refused", at, words)
        workspace.store.cases.decide(decided)
        workspace.note("case_answered", case=found.bundle, taken=taken)
        return receipt_for(workspace, found.workspace, found.unit)


def receipt_for(workspace: Workspace, maker: str, unit: str) -> Outgoing:
    """Sign once more all answers to the cases of one workspace; Refusal where there are none."""
    own = own_signature(workspace)
    answers = [
        CaseAnswer(
            case=one.bundle,
            taken=one.answer == "taken",
            at=cast("datetime", moment_of(one.answered_at)),
            text=one.answer_text,
        )
        for one in workspace.store.cases.received()
        if one.workspace == maker and one.answer is not None
    ]
    if not answers:
        raise Refusal("cases.not_answered")
    key = parse_unit_key(unit)
    newest = sorted(answers, key=lambda one: one.at)[-MOST_ANSWERS:]
    manifest = replace(
        manifest_of(workspace, "receipt", Recipient(unit=unit_ref(key)), own.serial),
        receipt=ReceiptBody(
            verdicts=(),
            policy=policy_told(workspace),
            journal_seen=None,
            cases=tuple(sorted(newest, key=lambda one: one.case)),
        ),
    )
    return sign_into_outbox(
        workspace,
        manifest,
        {},
        own,
        recipients=sorted({*own_recipients(workspace), way_back(workspace, maker)}),
        recipient_code=key.code,
        number=1 + workspace.store.exchanged.number_sent("receipt", key.code),
    ).row


def _seal_again(workspace: Workspace, case: ReceivedCase) -> None:
    cases, seal = workspace.store.cases, workspace.opened.seal
    heads = [slot.recipient for slot in workspace.keys.slots if slot.role in COMMANDING]
    for digest in (one for told in body_of(case).records for one in told.sealed):
        try:
            part = unseal_bytes(cases.sealed(case.bundle, digest)[""], [seal])
        except NotSealedToUs:
            raise Refusal("records.not_sealed_to_you") from None
        except SealDamaged:
            raise Refusal("records.seal_damaged") from None
        if sha256_hex(part) != digest:
            raise Refusal("records.seal_damaged")
        for recipient in (*heads, workspace.keys.recovery):
            cases.put_sealed(case.bundle, digest, recipient, seal_bytes(part, [recipient]))


def hear_answers(workspace: Workspace, path: Path, bundle: OpenBundle, *, kept: bool) -> Verdict:
    """Keep what a body answers to cases of ours; they may come twice and in any order.

    An answer to what was not handed over to that body is passed over, and noted.
    """
    body, manifest = bundle.manifest.receipt, bundle.manifest
    wrong = not_entitled(workspace, bundle)
    if wrong is None and not is_addressed_to(workspace, manifest, workspace.unit.key):
        wrong = Reason("wrong_recipient", MANIFEST, field="$.recipient")
    if wrong is not None or body is None:
        other = wrong or Reason("wrong_side", MANIFEST)
        return refused(workspace, path, bundle, other)
    holder = bundle.signer.certificate.holder
    signer = f"{holder.person}, {holder.unit_name}" if holder is not None else ""
    strange = 0
    with workspace.store.atomic():
        for answer in body.cases:
            heard = _hear(workspace, bundle, answer, signer, kept=kept)
            strange += not heard
        if kept:
            workspace.note("case_receipt", digest=bundle.digest, answers=len(body.cases))
    content: Sentence = ("verdicts.case_receipt", {"count": len(body.cases) - strange})
    field = "$.receipt.cases"
    notes = (Reason("case_unknown", MANIFEST, field=field, values={"count": strange}),)
    verdict = "remarks" if strange else "accepted"
    return said(workspace, path, bundle, verdict, content, notes=notes if strange else ())


def _hear(
    workspace: Workspace, bundle: OpenBundle, answer: CaseAnswer, signer: str, *, kept: bool
) -> bool:
    """Keep one answer; False where the case is not one that went to whoever answers."""
    sender = bundle.manifest.sender
    case = next((one for one in workspace.store.cases.sent() if one.bundle == answer.case), None)
    if case is None:
        return False
    to = cast("list[str]", canonical.load(case.workspaces.encode()))
    if sender.workspace not in to or key_of(sender.unit).text != case.unit:
        return False
    if kept:
        at = answer.at.isoformat(timespec="seconds")
        if case.answered_at is None or case.answered_at <= at:
            heard = dataclasses.replace(
                case,
                answer="taken" if answer.taken else "refused",
                answered_at=at,
                answer_text=answer.text,
                answered_by=signer,
            )
            workspace.store.cases.answered(heard)
    return True
