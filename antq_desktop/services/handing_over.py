"""Handing over: full records, signed and sealed for one named body, on printed transfer forms.

Confidential parts are opened by the head for a reason that is in the journal before, and sealed
again for the heads of that body alone: nobody else there, and no other copy, can open them.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, cast

from msgspec.structs import replace

from antq_desktop.bundle.case_lines import case_lines
from antq_desktop.bundle.cases import (
    CaseBody,
    CaseRecord,
    case_name,
    form_name,
    sealed_name,
)
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.bundle.names import attachment_name
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.sharing import written_text
from antq_desktop.errors import Refusal
from antq_desktop.services.case_paper import transfer_form
from antq_desktop.services.case_weighing import weigh
from antq_desktop.services.delivering import sign_into_outbox
from antq_desktop.services.saving import reason_text
from antq_desktop.services.sealing_again import content_to_send, seal_again
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.store.cases import SentCase, SentRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.lines import Object
    from antq_desktop.bundle.writer import Source
    from antq_desktop.services.case_weighing import Going, Wanted
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing


def hand_over(workspace: Workspace, wanted: Wanted) -> Outgoing:
    """Sign records over to a body, into the outbox; `delivering` carries the file.

    The records stay as they are and count as before: that they went stands in their history.
    Refusal as of `weigh`, for whoever may not sign, and where a sealed part cannot be opened.
    """
    own = own_signature(workspace)
    going = weigh(workspace, wanted)
    body = CaseBody(
        number=written_text(wanted.number) if wanted.number else None,
        on=wanted.on or workspace.clock.today(),
        reason=written_text(wanted.reason),
        records=tuple(_told(one, whole=wanted.whole) for one in going),
    )
    entries: dict[str, Source] = {}
    for one in going:
        entries |= _entries(workspace, one, wanted)
    recipient = Recipient(unit=unit_ref(wanted.to.unit))
    manifest = replace(manifest_of(workspace, "case", recipient, own.serial), case=body)
    code = wanted.to.unit.code
    with workspace.store.atomic():
        signed = sign_into_outbox(
            workspace,
            manifest,
            entries,
            own,
            recipients=sorted({*own_recipients(workspace), *wanted.to.recipients}),
            recipient_code=code,
            number=1 + workspace.store.exchanged.number_sent("case", code),
        )
        _keep(workspace, signed.row, body, wanted)
    return signed.row


def _keep(workspace: Workspace, row: Outgoing, body: CaseBody, wanted: Wanted) -> None:
    case = SentCase(
        bundle=row.digest,
        bundle_id=row.bundle_id,
        unit=wanted.to.unit.text,
        unit_name=wanted.to.name,
        workspaces=canonical.dump(list(wanted.to.workspaces)).decode(),
        number=body.number,
        reason=body.reason,
        at=row.created_at,
    )
    records = [
        SentRecord(
            bundle=row.digest,
            record=one.record,
            number=one.number,
            whole=int(one.whole),
            sealed=len(one.sealed),
        )
        for one in body.records
    ]
    workspace.store.cases.add_sent(case, records)
    told = ({"case": row.digest, "record": one.record, "to": case.unit} for one in records)
    workspace.note_all("case_sent", told)


def _told(going: Going, *, whole: bool) -> CaseRecord:
    return CaseRecord(
        record=going.record,
        register=going.register.name,
        number=going.last.header.number,
        whole=whole,
        sealed=going.sealed,
        withheld=going.withheld,
        kept_files=tuple(one.id for one in going.staying),
    )


def _entries(workspace: Workspace, going: Going, wanted: Wanted) -> dict[str, Source]:
    """Return the files of one record; what is large is opened when it is its turn."""
    paper = transfer_form(workspace, going, wanted)
    with workspace.store.atomic():
        workspace.note(
            "print",
            form=paper.form,
            how="case",
            pages=paper.pages,
            sha256=sha256_hex(paper.pdf),
            record=going.record,
        )
    found: dict[str, Source] = {
        case_name(going.record): partial(_lines, going),
        form_name(going.record): paper.pdf,
    }
    if going.sealed:
        found |= _sealed_again(workspace, going, wanted)
    for one in going.files:
        found[attachment_name(one.id)] = partial(content_to_send, workspace, one)
    return found


@contextmanager
def _lines(going: Going) -> Iterator[IO[bytes]]:
    rows = ((one.header.as_json(), one.shared, one.private) for one in going.revisions)
    yield io.BytesIO(case_lines(cast("Iterator[tuple[Object, Object, Object]]", rows)))


def _sealed_again(workspace: Workspace, going: Going, wanted: Wanted) -> dict[str, Source]:
    """Open each confidential part for the reason given, and seal it to the heads of the body."""
    reason = wanted.seal_reason or ""
    if not reason.strip():
        raise Refusal("records.reason_needed")
    with workspace.store.atomic():
        workspace.note(
            "reveal", record=going.record, to=wanted.to.unit.text, reason=reason_text(reason)
        )
    return {sealed_name(one): seal_again(workspace, one, wanted.to.seals) for one in going.sealed}
