"""Looking at cases: what was handed over, what came, and the records of those that came.

A record of a case is shown from its own rows, never from the registers. Opening it, revealing what
is sealed, saving a file and printing are in the journal before the act.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, TYPE_CHECKING, cast

import msgspec

from antq_desktop.bundle.cases import CaseBody
from antq_desktop.bundle.files import copy, replacing
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import hash_stream, sha256_hex
from antq_desktop.crypto.sealing import (
    NotSealedToUs,
    SealDamaged,
    identity_from,
    unseal_bytes,
    unseal_stream,
)
from antq_desktop.domain.attachments import MEDIA, attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.subjects import Origin
from antq_desktop.services.arriving import identities
from antq_desktop.services.attaching import named
from antq_desktop.services.attachment_files import attachments_folder, state_of, unsealed
from antq_desktop.services.attachments import Item
from antq_desktop.services.paper_records import subject_of
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.papers import Paper, count_pages, draw_paper
from antq_desktop.services.saving import reason_text, values_of
from antq_desktop.store.attachments import StoredFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from antq_desktop.bundle.cases import CaseRecord
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import CaseFile, ReceivedCase, SentCase


@dataclass(frozen=True, slots=True)
class Handed:
    """One line in the history of a record: to whom it went with which case, and the answer."""

    case: SentCase
    number: int
    sealed: int
    written: bool


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A record of a case as a person sees it; sealed fields are not among ``values``.

    ``sealed`` says that confidential values came, ``withheld`` that they stayed with the sender.
    """

    case: ReceivedCase
    told: CaseRecord
    register: Register
    revisions: tuple[Revision, ...]
    values: Mapping[str, object]
    files: tuple[Item, ...]
    sealed: bool
    withheld: bool

    @property
    def last(self) -> Revision:
        """The newest revision."""
        return self.revisions[-1]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A record of a case in a list: its register, and its number in the sender's book."""

    record: str
    register: Register
    book: str
    state: str
    files: int
    sealed: int
    withheld: int


def body_of(case: ReceivedCase) -> CaseBody:
    """Return what the manifest of a case said."""
    return msgspec.json.decode(case.body.encode(), type=CaseBody)


def handed_over(workspace: Workspace, record: str) -> list[Handed]:
    """Return to whom a record of ours was handed over, oldest first."""
    found: list[Handed] = []
    sent = {one.digest: one for one in workspace.store.exchanged.outgoing("case")}
    for case in workspace.store.cases.sent_of(record):
        rows = workspace.store.cases.sent_records(case.bundle)
        row = next(one for one in rows if one.record == record)
        out = sent.get(case.bundle)
        written = out is not None and out.written_at is not None
        found.append(Handed(case, row.number, row.sealed, written))
    return found


def case_named(workspace: Workspace, text: str) -> ReceivedCase:
    """Return a case that came by its id, its digest, or the beginning of that."""
    enough = 8
    found = [
        one
        for one in workspace.store.cases.received()
        if text == one.bundle_id or (len(text) >= enough and one.bundle.startswith(text))
    ]
    if len(found) != 1:
        raise Refusal("cases.unknown", id=text[:64])
    return found[0]


def lines_of(workspace: Workspace, case: ReceivedCase) -> list[CaseLine]:
    """Return the records of a case; it names nobody."""
    found: list[CaseLine] = []
    for told in body_of(case).records:
        last = workspace.store.cases.revisions(case.bundle, told.record)[-1]
        register = workspace.catalogue.by_name[told.register]
        files = len(attached_of(last.shared, last.private)) - len(told.kept_files)
        stays = len(told.withheld) + len(told.kept_files)
        state = last.header.state
        sealed = len(told.sealed)
        found.append(CaseLine(told.record, register, last.book, state, files, sealed, stays))
    return found


def show_case_record(workspace: Workspace, case: str, record: str) -> CaseShown:
    """Return a record of a case; that it was opened is in the journal before."""
    shown = _shown(workspace, case, record)
    with workspace.store.atomic():
        workspace.note("case_read", case=shown.case.bundle, record=shown.told.record)
    return shown


def _shown(workspace: Workspace, text: str, record: str) -> CaseShown:
    case = case_named(workspace, text)
    told = _told(workspace, case, record)
    revisions = tuple(workspace.store.cases.revisions(case.bundle, told.record))
    register = workspace.catalogue.by_name[told.register]
    last = revisions[-1]
    part = last.header.confidential
    return CaseShown(
        case,
        told,
        register,
        revisions,
        values_of(register, last),
        tuple(_items(workspace, case, told, last)),
        part in told.sealed,
        part in told.withheld,
    )


def _told(workspace: Workspace, case: ReceivedCase, text: str) -> CaseRecord:
    """Return the record that ``text`` means: its id, its place from 1, or R01/12/2023."""
    for place, one in enumerate(body_of(case).records, 1):
        if text in (one.record, str(place)):
            return one
        last = workspace.store.cases.revisions(case.bundle, one.record)[-1]
        register = workspace.catalogue.by_name[one.register]
        if text in (f"{register.code}/{last.book}", f"{register.name}/{last.book}"):
            return one
    raise Refusal("cases.unknown_record", id=text[:64])


def _items(
    workspace: Workspace, case: ReceivedCase, told: CaseRecord, last: Revision
) -> Iterator[Item]:
    for place, one in enumerate(attached_of(last.shared, last.private), 1):
        if one.id not in told.kept_files:
            stored = _stored(workspace, case, one)
            yield Item(place, one, state_of(workspace, stored), None)


def _stored(workspace: Workspace, case: ReceivedCase, one: Attached) -> StoredFile | None:
    found: CaseFile | None = workspace.store.cases.file(case.bundle, one.key)
    if found is None:
        return None
    return StoredFile(
        id=found.id,
        digest=found.digest,
        file=found.file,
        size=found.size,
        sha256=found.sha256,
        at=case.received_at,
    )


def reveal_in_case(
    workspace: Workspace, case: str, record: str, *, reason: str
) -> Mapping[str, object]:
    """Return the confidential fields of a record that came, to the head, for a reason.

    Refusal where none came, and where they were not sealed to this head.
    """
    shown = _shown(workspace, case, record)
    digest = shown.last.header.confidential
    if digest is None or not shown.sealed:
        raise Refusal("cases.withheld" if shown.withheld else "records.nothing_sealed")
    return _part(workspace, shown, digest, reason)


def _part(
    workspace: Workspace, shown: CaseShown, digest: str, reason: str | None
) -> Mapping[str, object]:
    """Open a sealed part for the head; the journal knows before."""
    workspace.require_head()
    if not reason or not reason.strip():
        raise Refusal("records.reason_needed")
    bundle, seal = shown.case.bundle, workspace.opened.seal
    with workspace.store.atomic():
        workspace.note(
            "reveal", case=bundle, record=shown.told.record, part=digest, reason=reason_text(reason)
        )
    blobs = workspace.store.cases.sealed(bundle, digest)
    blob = blobs.get(seal.recipient, blobs.get(""))
    if blob is None:
        raise Refusal("records.not_sealed_to_you")
    try:
        part = unseal_bytes(blob, [seal])
    except NotSealedToUs:
        raise Refusal("records.not_sealed_to_you") from None
    except SealDamaged:
        raise Refusal("records.seal_damaged") from None
    if sha256_hex(part) != digest:
        raise Refusal("records.seal_damaged")
    values = cast("Mapping[str, object]", canonical.load(part)).get("values")
    if not isinstance(values, dict):
        raise Refusal("records.seal_damaged")
    return values


def save_case_file(
    workspace: Workspace,
    case: str,
    record: str,
    which: str,
    target: Path,
    *,
    reason: str | None = None,
) -> Path:
    """Write a copy of an attachment of a case outside; a confidential one needs head and reason."""
    shown = _shown(workspace, case, record)
    one = named([item.attached for item in shown.files], which)
    with _opened(workspace, shown, one, reason) as (name, stream):
        path = target / name if target.is_dir() else target
        if path.exists():
            raise Refusal("attach.exists", name=path.name)
        with workspace.store.atomic():
            workspace.note(
                "attachment_export",
                case=shown.case.bundle,
                record=shown.told.record,
                attachment=one.id,
            )
        try:
            with replacing(path) as file:
                copy(stream, file)
        except OSError:
            raise Refusal("store.cannot_write", name=path.name) from None
    return path


@contextmanager
def _opened(
    workspace: Workspace, shown: CaseShown, one: Attached, reason: str | None
) -> Iterator[tuple[str, IO[bytes]]]:
    stored = _stored(workspace, shown.case, one)
    plain = one.id + MEDIA[one.media]
    if stored is None:
        raise Refusal("attach.missing", name=plain)
    if one.travel is not Travel.CONFIDENTIAL:
        with unsealed(workspace, stored, identities(workspace), one.digest, plain) as stream:
            yield plain, stream
        return
    values = _part(workspace, shown, one.digest, reason)
    with _inner(workspace, stored, str(values.get("key")), str(values.get("sha256"))) as stream:
        yield plain, stream


@contextmanager
def _inner(workspace: Workspace, stored: StoredFile, key: str, sha256: str) -> Iterator[IO[bytes]]:
    """Open a confidential file: our seal around it, then the one of its own part."""
    folder = attachments_folder(workspace.paths)
    with Scratch(folder) as outer, Scratch(folder) as inner:
        try:
            with (folder / stored.file).open("rb") as file:
                unseal_stream(file, outer, identities(workspace))
            outer.seek(0)
            unseal_stream(outer, inner, [identity_from(key)])
        except (OSError, ValueError, NotSealedToUs, SealDamaged):
            raise Refusal("attach.damaged", name=stored.id) from None
        inner.seek(0)
        if hash_stream(inner)[0] != sha256:
            raise Refusal("attach.damaged", name=stored.id)
        inner.seek(0)
        yield inner


def form_of(workspace: Workspace, case: str, record: str) -> Paper:
    """Return the transfer form of a record as it came; whoever prints it notes it before."""
    shown = _shown(workspace, case, record)
    pdf = workspace.store.cases.form(shown.case.bundle, shown.told.record)
    if pdf is None:
        raise Refusal("cases.unknown_record", id=record[:64])
    form = form_named("case-transfer")
    named_by = {"case": shown.case.bundle, "record": shown.told.record}
    name = f"{form.code}-{shown.case.bundle[:8]}.pdf"
    return Paper(
        form.code,
        form.title.vi,
        pdf,
        count_pages(pdf),
        name,
        verified=True,
        subjects=[named_by],
    )


def slip_of(workspace: Workspace, case: str, record: str, *, reason: str | None = None) -> Paper:
    """Draw a record of a case on the slip of any record, which says where it came from.

    With a ``reason`` the head has the sealed fields on it too.
    """
    shown = _shown(workspace, case, record)
    subject = subject_of(workspace, shown.register, shown.last)
    came = datetime.fromisoformat(shown.case.received_at).date()
    subject = replace(subject, origin=Origin(shown.case.unit_name, came))
    if reason is not None:
        hidden = reveal_in_case(workspace, case, record, reason=reason)
        subject = subject.revealed(hidden, {})
    named_by = {
        "case": shown.case.bundle,
        "record": shown.told.record,
        "register": shown.register.name,
        "book": shown.last.book,
    }
    return draw_paper(
        workspace, form_named("record-slip"), [Filled(subject, named_by)], blank=False
    )
