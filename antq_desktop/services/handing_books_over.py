"""Handing over: the books of this workspace go to another one of the unit, or of its successor.

A transfer has all that the receiver has not confirmed: whole revisions, what is sealed sealed
again to the receiving head, files, reports. With it the pens move: from the signature on, what went
is only read here. A transfer that the receiver refuses gives the pens back.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from msgspec import UNSET
from msgspec.structs import replace
from uuid_utils import uuid7

from antq_desktop.bundle.lines import write_lines, write_sealed
from antq_desktop.bundle.manifest import Base, Chain, Continues, Recipient, RegisterCounts
from antq_desktop.bundle.names import records_name, report_name
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.bundle.transfers import SEALED_NAME, Book, SentFile, TransferBody
from antq_desktop.bundle.writer import letters_of
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import outbox, sign_into_outbox
from antq_desktop.services.directory import told_receivers
from antq_desktop.services.duties import duties
from antq_desktop.services.handing_books_over_files import Files, files_due
from antq_desktop.services.pens import DOCUMENT, GIVES_NOTHING, is_closed, told_pens
from antq_desktop.services.person_keys import known_secret
from antq_desktop.services.posting import item_of
from antq_desktop.services.sealing_again import seal_again
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.services.submitting import (
    Due,
    beside_of,
    must_be_sound,
    revisions_due,
    seq_range,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.writer import Source
    from antq_desktop.crypto import canonical
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing, Report

    Json = canonical.Json
    Object = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Receiver:
    """A workspace to which this one may hand over, as the office's directory names it.

    ``letters`` are the four that stand in the names of its files; ``seal`` is the key of its head,
    None where the directory does not know it.
    """

    workspace: str
    unit: UnitKey
    unit_name: str
    letters: str
    age_recipient: str
    seal: str | None

    @property
    def name(self) -> str:
        """What people call it: the unit, and the letters."""
        return f"{self.unit_name} ({self.letters})"


@dataclass(frozen=True, slots=True)
class Handing:
    """What would go now: ``due`` as in a submission, reports, files; and the drafts that stay."""

    due: Due
    reports: tuple[Report, ...]
    files: Files
    drafts: int

    @property
    def empty(self) -> bool:
        """Whether nothing waits to be handed over."""
        moved = any(after < until for _, after, until in self.due.beside)
        return not (self.due.counts or moved or self.files.go)


def receivers(workspace: Workspace) -> list[Receiver]:
    """Return to whom this workspace may hand over: others of its unit, and those of its successors.

    They are the ones that the installed directory of the office names. Refusal as `own_signature`.
    """
    own = own_signature(workspace, of_before=True).unit
    today, succession = workspace.clock.today(), workspace.units.succession
    found: list[Receiver] = []
    for one in told_receivers(workspace):
        unit = parse_unit_key(one.unit)
        follows = unit == own or own in succession.succeeded(unit, today)
        if one.workspace != workspace.place.id and follows:
            name, letters = workspace.units.get(unit).name, letters_of(one.workspace)
            found.append(Receiver(one.workspace, unit, name, letters, one.recipient, one.seal))
    return sorted(found, key=lambda one: (one.unit.text, one.letters))


def receiver_named(workspace: Workspace, letters: str | None) -> Receiver:
    """Return the receiver that a person means; without a word the only one, or that of before.

    Refusal if there is none, or none of these letters.
    """
    found = receivers(workspace)
    before = workspace.document(DOCUMENT).get("workspace")
    if letters is None:
        usual = [one for one in found if one.workspace == before] or found
        if len(usual) > 1:
            raise Refusal("transfer.say_which", names=", ".join(one.name for one in usual))
        named = usual
    else:
        named = [one for one in found if one.letters == letters.strip().lower()]
    if not named:
        raise Refusal("transfer.no_receiver")
    return named[0]


def handing(workspace: Workspace, to: Receiver) -> Handing:
    """Return what a receiver has not confirmed yet."""
    body, exchanged = workspace.document(DOCUMENT), workspace.store.exchanged
    chain = str(body["id"]) if _is_chain_to(body, to) else ""
    base, last = exchanged.last_acknowledged(chain), exchanged.last_in_chain(chain)
    after = exchanged.acknowledged_to(chain) if base is not None else 0
    until = workspace.store.revisions.last_seq(workspace.place.id)
    beside = beside_of(workspace, chain if base is not None else "")
    own = (workspace.place.id, after, until)
    counted = workspace.store.revisions.counts(own, beside=beside)
    counts = {
        name: RegisterCounts(new=new, changed=changed, voided=voided)
        for name, (new, changed, voided) in counted.items()
    }
    found = Due(chain, base, last, after, until, counts, beside=beside)
    files = files_due(workspace, chain)
    newest: dict[str, Report] = {}
    for report in exchanged.reports_of(workspace.place.id):
        newest[report.period] = report
    drafts = sum(1 for _ in workspace.store.drafts.all())
    return Handing(found, tuple(newest[code] for code in sorted(newest)), files, drafts)


def _is_chain_to(body: Mapping[str, Json], to: Receiver) -> bool:
    recipient = cast("Json", to.unit.as_json())
    return (body.get("workspace"), body.get("recipient")) == (to.workspace, recipient)


def hand_over(workspace: Workspace, to: Receiver, *, close: bool = False) -> Outgoing:
    """Sign a transfer into the outbox; ``deliver`` carries it from there. The pens move with it.

    With ``close`` this workspace writes no more afterwards. What was signed already and is not
    answered is given back as it is, if nothing came since. ProblemsFound lists grave problems that
    must be settled first; Refusal where there is nothing to hand over, where the books went to
    somebody else before, or where something is sealed and the receiving head's key is not known.
    """
    workspace.require_role("commune")
    own = own_signature(workspace, of_before=True)
    must_be_the_same(workspace, to)
    found = handing(workspace, to)
    close = close or is_closed(workspace)
    before = _signed_before(workspace, found, to, close=close)
    if before is not None:
        return before
    if found.empty and not close:
        raise Refusal("transfer.nothing")
    if close and found.drafts:
        raise Refusal("transfer.drafts", count=found.drafts)
    must_be_sound(workspace, found.due)
    with workspace.store.atomic():
        chain = _begin_chain(workspace, to)
        workspace.note(
            "hand_over",
            to=to.workspace,
            seq_from=found.due.after + 1,
            seq_to=found.due.until,
            closes=close,
        )
        row = _sign(workspace, found, to, own, chain, close=close)
        workspace.store.pens.bring(row.digest, found.due.ends)
        workspace.store.attachments.send(row.digest, [one.key for one in found.files.go])
        kept = {**chain, "sealed_to": [to.age_recipient, to.seal]}
        closed = row.digest if close else chain.get("closed")
        workspace.store.meta.set(DOCUMENT, {**kept, "closed": closed})
        return row


def must_be_the_same(workspace: Workspace, to: Receiver) -> None:
    """Refuse another receiver while one has the books: the pens would lie in two hands."""
    if workspace.document(DOCUMENT).get("workspace", to.workspace) == to.workspace:
        return
    sent = workspace.store.exchanged.outgoing("transfer")
    if any(one.verdict not in GIVES_NOTHING for one in sent):
        raise Refusal("transfer.other_receiver", name=str(workspace.document(DOCUMENT)["name"]))


def _signed_before(
    workspace: Workspace, found: Handing, to: Receiver, *, close: bool
) -> Outgoing | None:
    """Return the transfer that holds just this already and is not answered, None without."""
    last, body = found.due.last, workspace.document(DOCUMENT)
    if last is None or last.verdict is not None or not (outbox(workspace) / last.file).is_file():
        return None
    same = (
        body.get("workspace") == to.workspace
        and body.get("sealed_to") == [to.age_recipient, to.seal]
        and (last.seq_to or found.due.after) == found.due.until
        and (body.get("closed") == last.digest) == close
    )
    return last if same else None


def _begin_chain(workspace: Workspace, to: Receiver) -> dict[str, Json]:
    """Return what is kept of the chain to this receiver, begun now where there is none."""
    body = workspace.document(DOCUMENT)
    if _is_chain_to(body, to):
        return dict(body)
    return {
        "id": str(uuid7()),
        "continues": None,
        "recipient": cast("Json", to.unit.as_json()),
        "workspace": to.workspace,
        "name": to.name,
    }


def _sign(
    workspace: Workspace,
    found: Handing,
    to: Receiver,
    own: OwnSignature,
    chain: Mapping[str, Json],
    *,
    close: bool,
) -> Outgoing:
    with ExitStack() as stack:
        entries: dict[str, Source] = {
            report_name(one.period): one.body.encode() for one in found.reports
        }
        entries |= found.files.entries(workspace)
        for name in found.due.counts:
            scratch = stack.enter_context(Scratch(outbox(workspace)))
            write_lines(scratch, _whole(workspace, name, found.due))
            scratch.seek(0)
            entries[records_name(name)] = scratch
        sealed = stack.enter_context(Scratch(outbox(workspace)))
        count = write_sealed(sealed, _sealed(workspace, found, to.seal))
        if count:
            sealed.seek(0)
            entries[SEALED_NAME] = sealed
        manifest = _manifest(workspace, found, to, own, chain)
        body = _body(workspace, found, to, sealed=count, close=close)
        recipients = sorted({*own_recipients(workspace), to.age_recipient})
        signed = sign_into_outbox(
            workspace,
            replace(manifest, transfer=body),
            entries,
            own,
            recipients=recipients,
            recipient_code=to.unit.code,
            number=cast("int", manifest.sequence),
            versions={one.period: one.version for one in found.reports},
        )
    return signed.row


def _whole(workspace: Workspace, register: str, found: Due) -> Iterator[tuple[Object, ...]]:
    for one in revisions_due(workspace, register, found):
        parts = (one.header.as_json(), one.shared, one.private)
        yield cast("tuple[Object, ...]", parts)


def _sealed(workspace: Workspace, found: Handing, seal: str | None) -> Iterator[tuple[str, bytes]]:
    """Yield the confidential parts of what goes, by digest, each sealed to the receiving head.

    Refusal where there is one and his key is not known, and as of `seal_again`.
    """
    for digest in sealed_due(workspace, found):
        if seal is None:
            raise Refusal("transfer.no_seal")
        yield digest, seal_again(workspace, digest, [seal])


def sealed_due(workspace: Workspace, found: Handing) -> list[str]:
    """Return the digests of the confidential parts that go, of records and of files."""
    digests = {one.digest for one in found.files.go if one.travel is Travel.CONFIDENTIAL}
    for register in found.due.counts:
        for revision in revisions_due(workspace, register, found.due):
            if revision.header.confidential is not None:
                digests.add(revision.header.confidential)
    return sorted(digests)


def _manifest(
    workspace: Workspace,
    found: Handing,
    to: Receiver,
    own: OwnSignature,
    chain: Mapping[str, Json],
) -> Manifest:
    """Return the manifest, in the name of the unit that the signer's certificate names."""
    unit, due = unit_ref(to.unit), found.due
    base, last = due.base, due.last
    manifest = manifest_of(workspace, "transfer", Recipient(unit=unit), own.serial)
    named = workspace.units.get(own.unit)
    sender = replace(
        manifest.sender.unit, code=own.unit.code, valid_from=own.unit.valid_from, name=named.name
    )
    return replace(
        manifest,
        sender=replace(manifest.sender, unit=sender),
        chain=Chain(id=str(chain["id"]), workspace=workspace.place.id, recipient=unit),
        sequence=last.sequence + 1 if last is not None else 1,
        previous=last.digest if last is not None else None,
        base=Base(sequence=base.sequence, digest=base.digest) if base is not None else None,
        seq=seq_range(workspace, due),
        continues=_continues(chain) if base is None else None,
        periods=tuple(one.period for one in found.reports),
        counts=dict(due.counts),
        taken_over=told_pens(workspace) or UNSET,
    )


def _continues(chain: Mapping[str, Json]) -> Continues | None:
    before = cast("Mapping[str, str] | None", chain["continues"])
    if not before:
        return None
    sequence = int(before["sequence"])
    return Continues(chain=before["chain"], sequence=sequence, digest=before["digest"])


def _body(
    workspace: Workspace, found: Handing, to: Receiver, *, sealed: int, close: bool
) -> TransferBody:
    books = workspace.store.books.last() if close else {}
    asked = [one.query for one in duties(workspace) if not one.settled]
    return TransferBody(
        workspace=to.workspace,
        closes=close,
        sealed_to=to.seal if sealed else None,
        sealed=sealed,
        secret=known_secret(workspace),
        books=tuple(Book(name, year, last) for (name, year), last in sorted(books.items())),
        at_office=tuple(
            SentFile(id=one, sha256=digest) for one, digest in sorted(found.files.at_office)
        ),
        queries=tuple(
            item_of(one)
            for one in sorted(asked, key=lambda query: query.id)
            if one.origin == "received" and one.record is not None
        ),
    )
