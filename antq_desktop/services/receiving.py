"""Receiving: a verdict on any bundle, and the import of those that are for us."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import install_receipt
from antq_desktop.services.arriving import opened
from antq_desktop.services.backing_up import automatic_backup
from antq_desktop.services.dating import time_remarks
from antq_desktop.services.signing import key_of
from antq_desktop.services.taking_in import Taken, take_in
from antq_desktop.store.exchanged import Incoming

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.workspace import Workspace

    Look = Callable[[Manifest], object]

Sentence = tuple[str, Mapping[str, "MessageValue"]]
#: What a person installs or issues; an import only shows it.
_SHOWN = {"request": "verdicts.shown_request", "directory": "verdicts.shown_directory"}
GOOD = frozenset({"accepted", "remarks", "same"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A verdict in three sentences (message id and values): content, signer, time.

    ``verdict`` is accepted, remarks, same or refused; ``reasons`` name file, row, field and rule.
    """

    path: Path
    kind: str
    verdict: str
    content: Sentence
    signer: Sentence
    time: Sentence
    counts: Mapping[str, int] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()

    @property
    def good(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.verdict in GOOD


class _RollBack(Exception):
    """Leaves a transaction with a result and without a trace."""

    def __init__(self, taken: Taken) -> None:
        super().__init__()
        self.taken = taken


def verify_bundle(workspace: Workspace, path: Path, look: Look | None = None) -> Verdict:
    """Say what an import would say, and change nothing.

    ``look`` is called with the manifest of a submission while its rows are in: it sees the
    workspace as it would be. Afterwards all of it is taken back.
    """
    return _judge(workspace, path, keep=False, look=look)


def import_bundle(workspace: Workspace, path: Path, *, rehearse: bool = False) -> Verdict:
    """Take a bundle in: a submission at the office, a receipt at the commune.

    Requests and directories are only shown: a person issues or installs them. A rehearsal is the
    same work without the end.
    """
    if rehearse:
        return _judge(workspace, path, keep=False)
    if workspace.place.role == "office":
        key, now = workspace.opened.database_key, workspace.clock.now()
        automatic_backup(workspace.paths, workspace.store.database, key, now)
    return _judge(workspace, path, keep=True)


def _judge(workspace: Workspace, path: Path, *, keep: bool, look: Look | None = None) -> Verdict:
    try:
        with opened(workspace, path) as bundle:
            return _by_kind(workspace, path, bundle, keep=keep, look=look)
    except BundleRefused as refused:
        return _unreadable(path, refused)


def _unreadable(path: Path, refused: BundleRefused) -> Verdict:
    """Return the verdict on what is no good bundle: it is not believed, nobody is answered."""
    return Verdict(
        path=path,
        kind="unknown",
        verdict="refused",
        content=("verdicts.unreadable", {}),
        signer=("verdicts.signer_unknown", {}),
        time=("verdicts.time_unknown", {}),
        reasons=refused.reasons,
    )


def _by_kind(
    workspace: Workspace, path: Path, bundle: OpenBundle, *, keep: bool, look: Look | None
) -> Verdict:
    manifest = bundle.manifest
    if manifest.class_ != workspace.place.class_:
        return _refused(workspace, path, bundle, Reason("other_class", "submission.json"))
    if manifest.kind == "submission" and workspace.place.role == "office":
        return _submission(workspace, path, bundle, keep=keep, look=look)
    if manifest.kind == "receipt" and workspace.place.role == "commune":
        return _receipt(workspace, path, bundle, keep=keep)
    if manifest.kind in _SHOWN:
        return _verdict(workspace, path, bundle, "accepted", (_SHOWN[manifest.kind], {}))
    return _refused(workspace, path, bundle, Reason("wrong_side", "submission.json"))


def _verdict(
    workspace: Workspace,
    path: Path,
    bundle: OpenBundle,
    verdict: str,
    content: Sentence,
    counts: Mapping[str, int] | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Verdict:
    manifest, signer = bundle.manifest, bundle.signer
    holder = signer.certificate.holder
    # The certificate names person and unit, not the manifest: that is what an office has compared.
    person = holder.person if holder is not None else ""
    unit = holder.unit_name if holder is not None else ""
    known = manifest.kind != "request"
    return Verdict(
        path=path,
        kind=manifest.kind,
        verdict=verdict,
        content=content,
        signer=(
            "verdicts.signer" if known else "verdicts.signer_self",
            {"person": person, "unit": unit},
        ),
        time=(
            "verdicts.time",
            {
                "created": manifest.created_at.strftime("%H:%M %d/%m/%Y"),
                "received": workspace.clock.now().strftime("%H:%M %d/%m/%Y"),
            },
        ),
        counts=counts or {},
        reasons=reasons,
    )


def _refused(workspace: Workspace, path: Path, bundle: OpenBundle, *reasons: Reason) -> Verdict:
    content: Sentence = ("verdicts.refused", {"count": len(reasons)})
    return _verdict(workspace, path, bundle, "refused", content, None, reasons)


def _receipt(workspace: Workspace, path: Path, bundle: OpenBundle, *, keep: bool) -> Verdict:
    reason = _not_from_our_office(workspace, bundle)
    if reason is not None:
        return _refused(workspace, path, bundle, reason)
    body = bundle.manifest.receipt
    verdicts = body.verdicts if body is not None else ()
    if keep:
        install_receipt(workspace, bundle)
    content: Sentence = ("verdicts.receipt", {"count": len(verdicts)})
    return _verdict(workspace, path, bundle, "accepted", content)


def _not_from_our_office(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    holder = bundle.signer.certificate.holder
    office = workspace.document("directory").get("office")
    if holder is None or holder.role != "office" or not isinstance(office, Mapping):
        return Reason("not_from_office", "submission.json")
    if key_of(bundle.manifest.sender.unit).as_json() != dict(office):
        return Reason("not_from_office", "submission.json")
    return _not_for_us(workspace, bundle.manifest)


def _not_for_us(workspace: Workspace, manifest: Manifest) -> Reason | None:
    unit = manifest.recipient.unit if manifest.recipient is not None else None
    if unit is None or key_of(unit) != workspace.place.unit:
        return Reason("wrong_recipient", "submission.json", field="$.recipient")
    return None


def _newer(workspace: Workspace, manifest: Manifest) -> Reason | None:
    if workspace.catalogue.reads(manifest.catalogue):
        return None
    return Reason("newer_catalogue", "submission.json", field="$.catalogue")


def _submission(
    workspace: Workspace, path: Path, bundle: OpenBundle, *, keep: bool, look: Look | None
) -> Verdict:
    reason = _place(workspace, bundle)
    if reason is not None:
        verdict = _refused(workspace, path, bundle, reason)
        return _kept(workspace, path, bundle, verdict) if keep else verdict
    if workspace.store.exchanged.counted(bundle.digest) is not None:
        content: Sentence = ("verdicts.same", {})
        return _verdict(workspace, path, bundle, "same", content)
    taken, refused = Taken(), None
    try:
        with workspace.store.atomic():
            at = workspace.clock.stamp()
            imported = workspace.store.exchanged.new_import(bundle.digest, at)
            taken = take_in(workspace, bundle, imported)
            taken.remarks.extend(time_remarks(workspace, bundle))
            if look is not None:
                look(bundle.manifest)
            _roll_back_unless(taken, keep=keep)
            verdict = _taken(workspace, path, bundle, taken)
            _note(workspace, path, bundle, verdict, imported)
            return verdict
    except _RollBack as end:
        taken = end.taken
    except BundleRefused as error:
        refused = error
    if refused is not None:
        verdict = _refused(workspace, path, bundle, *refused.reasons)
    else:
        verdict = _taken(workspace, path, bundle, taken)
    return _kept(workspace, path, bundle, verdict) if keep else verdict


def _roll_back_unless(taken: Taken, *, keep: bool) -> None:
    """Leave the transaction without a trace for a rehearsal, and if one row was refused.

    That is the policy "whole": one grave problem refuses the bundle, with the list.
    """
    if taken.refused or not keep:
        raise _RollBack(taken)


def _taken(workspace: Workspace, path: Path, bundle: OpenBundle, taken: Taken) -> Verdict:
    if taken.refused:
        content: Sentence = ("verdicts.rows_refused", {"count": taken.refused})
        # With the policy "whole" nothing of the bundle is in, so nothing is new or changed.
        return _verdict(
            workspace, path, bundle, "refused", content, taken.counts, tuple(taken.reasons)
        )
    rows: dict[str, MessageValue] = {
        "new": taken.new,
        "changed": taken.changed,
        "same": taken.same,
    }
    if taken.remarks:
        content = ("verdicts.remarks", rows)
        remarks = tuple(taken.remarks)
        return _verdict(workspace, path, bundle, "remarks", content, taken.counts, remarks)
    content = ("verdicts.accepted", rows)
    return _verdict(workspace, path, bundle, "accepted", content, taken.counts)


def _place(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    """Return why a submission cannot be taken before its rows are looked at."""
    manifest = bundle.manifest
    holder = bundle.signer.certificate.holder
    if holder is None or holder.role != "head":
        return Reason("signer_role", "META-INF/signature001.p7s")
    wrong = _not_for_us(workspace, manifest) or _newer(workspace, manifest)
    if wrong is not None:
        return wrong
    chain, sequence = manifest.chain, manifest.sequence
    if chain is None or sequence is None:
        return Reason("chain", "submission.json", field="$.chain")
    there = workspace.store.exchanged.at_place(chain.id, sequence)
    if any(one.digest != bundle.digest for one in there):
        return Reason("chain_place", "submission.json", field="$.sequence")
    base = manifest.base
    if base is not None:
        known = workspace.store.exchanged.counted(base.digest)
        if known is None or (known.chain, known.sequence) != (chain.id, base.sequence):
            return Reason(
                "base_missing",
                "submission.json",
                field="$.base",
                values={"sequence": base.sequence},
            )
    return None


def _kept(workspace: Workspace, path: Path, bundle: OpenBundle, verdict: Verdict) -> Verdict:
    """Keep a refused bundle aside, with its verdict, so that the sender is told."""
    with workspace.store.atomic():
        _note(workspace, path, bundle, verdict, None)
    return verdict


def _note(
    workspace: Workspace, path: Path, bundle: OpenBundle, verdict: Verdict, imported: int | None
) -> None:
    manifest = bundle.manifest
    name = _put_into_inbox(workspace, path, bundle.sha256)
    outcome = {
        "content": verdict.content[0],
        "counts": dict(verdict.counts),
        "reasons": [
            {"file": one.file, "row": one.row, "field": one.field, "rule": one.rule}
            for one in verdict.reasons
        ],
    }
    signer = bundle.signer
    made = signer.list_issued_at
    journal = manifest.journal
    trust = {
        "journal": {"length": journal.length, "head": journal.head} if journal else None,
        "serial": signer.certificate.serial,
        "anchor": signer.chain[-1].fingerprint,
        "list_issued_at": made.isoformat() if made is not None else None,
    }
    chain = manifest.chain
    workspace.store.exchanged.add_incoming(
        Incoming(
            digest=bundle.digest,
            bundle_id=manifest.bundle_id,
            kind=manifest.kind,
            unit=key_of(manifest.sender.unit).text,
            workspace=manifest.sender.workspace,
            chain=chain.id if chain is not None else None,
            sequence=manifest.sequence,
            file=name,
            sha256=bundle.sha256,
            verdict=verdict.verdict,
            outcome=canonical.dump(cast("canonical.Json", outcome)).decode(),
            received_at=workspace.clock.stamp(),
            trust=canonical.dump(cast("canonical.Json", trust)).decode(),
            imported=imported,
        )
    )
    base = manifest.base
    if imported is not None and chain is not None and base is not None:
        workspace.store.exchanged.confirm(chain.id, base.sequence)
    workspace.note("import", digest=bundle.digest, verdict=verdict.verdict)


def _put_into_inbox(workspace: Workspace, path: Path, sha256: str) -> str:
    """Keep the file as it came, under the name of its digest."""
    target = workspace.paths.data / "inbox" / f"{sha256}.antq"
    if target.exists():
        return target.name
    part = target.with_suffix(".part")
    try:
        shutil.copyfile(path, part)
        with part.open("rb") as copy:
            if hash_stream(copy)[0] != sha256:
                raise Refusal("bundles.cannot_read", name=path.name)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise Refusal("store.cannot_write", name=target.name) from None
    return target.name
