"""Signing second: the head looks at what an officer prepared, and signs it or gives it back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.countersigning import countersign
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.right_to_sign import is_same_person
from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import identities, opened, refusal_of
from antq_desktop.services.delivering import finished_name, outbox
from antq_desktop.services.pens import must_report_itself
from antq_desktop.services.prepared import (
    DOCUMENT,
    SENT_BACK,
    clear_outbox,
    discard,
    waiting_bundle,
)
from antq_desktop.services.signing import own_signature, recipients_above
from antq_desktop.services.submitting import must_be_the_office

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

LONGEST_TEXT = 500
"""Characters of what the head writes to the officer."""
_LEAST = 8
"""So many digits of a digest name the bundle that a person has looked at."""


@dataclasses.dataclass(frozen=True, slots=True)
class SentBack:
    """What was written when a prepared bundle was given back: when, by whom, of which periods."""

    at: str
    by: str
    text: str
    periods: tuple[str, ...]


def prepared_named(workspace: Workspace, text: str) -> Outgoing:
    """Return what waits for its second signature, by its digest, the beginning of it, or its id.

    So that nobody signs another one than he looked at. Refusal ``submission.none_prepared``, and
    ``submission.prepared_other`` where another one waits by now.
    """
    row = waiting_bundle(workspace)
    if row is None:
        raise Refusal("submission.none_prepared")
    wanted = text.strip().lower()
    named = len(wanted) >= _LEAST and row.digest.startswith(wanted)
    if not named and wanted not in {row.bundle_id, row.file}:
        raise Refusal("submission.prepared_other", digest=row.digest[:_LEAST])
    return row


def countersign_prepared(workspace: Workspace, name: str) -> Outgoing:
    """Sign what an officer prepared; ``deliver`` carries it from there.

    ``name`` is as in `prepared_named`. What comes of it is opened and judged before it counts, so
    that nothing leaves that the office would refuse for its signatures. A power cut leaves it
    prepared, or signed. Refusal if who signs is not in command or has signed it first, if the first
    signature does not hold any more, or the bundle has lost its place in the chain.
    """
    workspace.require_role("commune")
    must_report_itself(workspace)
    own = own_signature(workspace)
    must_be_the_office(workspace)
    row = prepared_named(workspace, name)
    _must_be_next(workspace, row)
    source, file = outbox(workspace) / row.file, finished_name(row.file)
    if not source.is_file():
        raise Refusal("submission.prepared_gone")
    try:
        with opened(workspace, source, awaited=True) as bundle:
            _must_be_another(workspace, bundle)
        with workspace.store.atomic():
            workspace.note("countersign", bundle=row.bundle_id, digest=row.digest)
            written = countersign(
                source,
                outbox(workspace) / file,
                digest=row.digest,
                sign=own.sign,
                identities=identities(workspace),
                recipients=recipients_above(workspace),
                scratch_folder=outbox(workspace),
            )
            with opened(workspace, written.path):
                pass  # judged as the office will: nothing leaves that it would refuse
            workspace.store.prepared.finish(row.digest, file, written.sha256, own.person)
            workspace.store.meta.set(DOCUMENT, {})
    except BundleRefused as refused:
        (outbox(workspace) / file).unlink(missing_ok=True)
        raise refusal_of(refused) from None
    except OSError:
        raise Refusal("store.cannot_write", name=file) from None
    clear_outbox(workspace)
    return dataclasses.replace(row, file=file, sha256=written.sha256, second_signer=own.person)


def send_back(workspace: Workspace, name: str, *, text: str) -> Outgoing:
    """Give what an officer prepared back to him, with what is to be changed.

    It is discarded: its records stay due, its number goes to the next one, and the figures that
    were frozen for it are open again. Refusal without a text, and as `prepared_named`.
    """
    workspace.require_head()
    said = " ".join(text.split())[:LONGEST_TEXT]
    if not said:
        raise Refusal("submission.text_needed")
    row = prepared_named(workspace, name)
    with workspace.store.atomic():
        workspace.note("send_back", bundle=row.bundle_id, digest=row.digest, reason=said)
        discard(workspace)
        told = {
            "at": workspace.clock.stamp(),
            "by": workspace.opened.slot.name,
            "text": said,
            "periods": row.periods,
        }
        workspace.store.meta.set(SENT_BACK, told)
    clear_outbox(workspace)
    return row


def sent_back(workspace: Workspace) -> SentBack | None:
    """Return what was written when the last prepared bundle was given back, None since the next."""
    body = cast("Mapping[str, str]", workspace.document(SENT_BACK))
    if not body:
        return None
    periods = tuple(part.strip('"') for part in body["periods"].strip("[]").split(",") if part)
    return SentBack(body["at"], body["by"], body["text"], periods)


def given_back(workspace: Workspace) -> SentBack | None:
    """Return what this user is told of a bundle that was given back; None for him who wrote it."""
    back = sent_back(workspace)
    return back if back is not None and back.by != workspace.opened.slot.name else None


def may_countersign(workspace: Workspace, row: Outgoing) -> bool:
    """Say whether this user may give what waits its second signature."""
    return workspace.is_head and row.first_signer != workspace.opened.slot.name


def _must_be_next(workspace: Workspace, row: Outgoing) -> None:
    """Refuse one whose chain has ended, or went on without it (``submission.prepared_stale``)."""
    chain = workspace.document("chain")
    last = workspace.store.exchanged.last_in_chain(str(chain.get("id", "")))
    if last is None or last.digest != row.digest:
        raise Refusal("submission.prepared_stale")


def _must_be_another(workspace: Workspace, bundle: OpenBundle) -> None:
    own = cast("Mapping[str, str]", workspace.document("certificates"))[workspace.user]
    if is_same_person(bundle.signer.certificate, read_certificate(bytes.fromhex(own))):
        raise Refusal("submission.same_signer")
