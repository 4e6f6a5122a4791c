"""Keeping what came in: the file in the inbox, and a line for each judgement of it."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.manifest import reads_format
from antq_desktop.bundle.refusals import Reason
from antq_desktop.bundle.room import Weight
from antq_desktop.crypto import canonical
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Fault, Refusal
from antq_desktop.paths import sync_folder
from antq_desktop.services.signing import key_of
from antq_desktop.store.exchange_rows import Incoming
from antq_desktop.store.kept_files import copy_whole, is_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest, NewerFormat
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.crypto.signatures import Signer
    from antq_desktop.services.admitting import Admission
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is kept of a judgement beside its verdict.

    ``decided`` says that a person took or refused it; ``newer`` names the format or catalogue that
    this program must read first; ``was`` is the verdict that was withdrawn; ``weight`` is what the
    bundle takes inside another, None in rows of before it was kept.
    """

    content: str
    counts: Mapping[str, int]
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    base_ok: bool = False
    decided: bool = False
    newer: str | None = None
    was: str | None = None
    periods: tuple[str, ...] = ()
    weight: Weight | None = None

    def to_text(self) -> str:
        """Return the canonical JSON that is stored."""
        body = {
            "content": self.content,
            "counts": dict(self.counts),
            "reasons": [reason_json(one) for one in self.reasons],
            "notes": [reason_json(one) for one in self.notes],
            "base_ok": self.base_ok,
            "decided": self.decided,
            "newer": self.newer,
            "was": self.was,
            "periods": list(self.periods),
            "weight": [self.weight.unpacked, self.weight.files] if self.weight else None,
        }
        return canonical.dump(cast("Json", body)).decode()


def outcome_of(row: Incoming) -> Outcome:
    """Read what was kept of a judgement; an older program kept less."""
    body = cast("Mapping[str, Json]", canonical.load(row.outcome.encode()))
    weight = cast("list[int] | None", body.get("weight"))
    return Outcome(
        content=str(body["content"]),
        counts=cast("Mapping[str, int]", body["counts"]),
        reasons=reasons_of(body["reasons"]),
        notes=reasons_of(body.get("notes", [])),
        base_ok=bool(body.get("base_ok", row.imported is not None)),
        decided=bool(body.get("decided")),
        newer=cast("str | None", body.get("newer")),
        was=cast("str | None", body.get("was")),
        periods=tuple(map(str, cast("list[str]", body.get("periods", [])))),
        weight=Weight(*weight) if weight else None,
    )


def reason_json(reason: Reason) -> dict[str, Json]:
    """Return a reason as it is stored, with what its words need."""
    values = {name: str(value) for name, value in reason.values.items()}
    found: dict[str, Json] = {
        "file": reason.file,
        "row": reason.row,
        "field": reason.field,
        "rule": reason.rule,
    }
    return {**found, "values": cast("Json", values)} if values else found


def reasons_of(stored: Json) -> tuple[Reason, ...]:
    """Read stored reasons; those of a receipt come without the values of their words."""
    return tuple(
        Reason(
            str(one["rule"]),
            cast("str | None", one["file"]),
            cast("int | None", one["row"]),
            cast("str | None", one["field"]),
            cast("Mapping[str, str]", one.get("values", {})),
        )
        for one in cast("list[Mapping[str, Json]]", stored)
    )


def keep(
    workspace: Workspace,
    path: Path,
    bundle: OpenBundle,
    admission: Admission,
    received_at: str,
    *,
    decided: bool,
) -> None:
    """Keep the file and a judgement of it, in the transaction that is open."""
    manifest, exchanged = bundle.manifest, workspace.store.exchanged
    chain, base = manifest.chain, manifest.base
    outcome = Outcome(
        content=admission.content[0],
        counts=admission.counts,
        reasons=admission.reasons,
        notes=admission.notes,
        base_ok=admission.base_ok,
        decided=decided,
        newer=manifest.catalogue if admission.verdict == "held_newer" else None,
        periods=manifest.periods,
        weight=bundle.weight,
    )
    exchanged.add_incoming(
        Incoming(
            digest=bundle.digest,
            bundle_id=manifest.bundle_id,
            kind=manifest.kind,
            unit=key_of(manifest.sender.unit).text,
            workspace=manifest.sender.workspace,
            chain=chain.id if chain is not None else None,
            sequence=manifest.sequence,
            file=_put_into_inbox(workspace, path, bundle.sha256),
            sha256=bundle.sha256,
            verdict=admission.verdict,
            outcome=outcome.to_text(),
            received_at=received_at,
            trust=_trust(bundle.signer, manifest, bundle.second),
            imported=admission.imported,
            base=base.digest if base is not None else None,
            previous=manifest.previous,
        )
    )
    workspace.store.left_out.keep(bundle.digest, admission.left_out)
    if admission.imported is not None and base is not None:
        exchanged.confirm(manifest.sender.workspace, base.digest)
    workspace.note("import", digest=bundle.digest, verdict=admission.verdict)


def keep_newer(workspace: Workspace, path: Path, newer: NewerFormat) -> None:
    """Keep a bundle of a format that this program does not read yet, so that its sender is told."""
    stated, signer = newer.stated, newer.signer
    if stated is None or signer is None:
        raise Fault("a bundle of a later format is kept without its signer")
    outcome = Outcome(
        content="verdicts.held_newer",
        counts={},
        reasons=(Reason("newer_format", "submission.json", values={"format": newer.format}),),
        newer=newer.format,
    )
    holder = signer.certificate.holder
    unit = UnitKey(holder.unit_code, holder.valid_from) if holder is not None else None
    with workspace.store.atomic():
        workspace.store.exchanged.add_incoming(
            Incoming(
                digest=newer.digest,
                bundle_id=stated.bundle_id,
                kind=stated.kind,
                unit=unit.text if unit is not None else "",
                workspace=stated.sender.workspace,
                chain=stated.chain.id,
                sequence=stated.sequence,
                file=_put_into_inbox(workspace, path, newer.sha256),
                sha256=newer.sha256,
                verdict="held_newer",
                outcome=outcome.to_text(),
                received_at=workspace.clock.stamp(),
                trust=_trust(signer, None),
            )
        )
        workspace.note("import", digest=newer.digest, verdict="held_newer")


def keep_again(
    workspace: Workspace, row: Incoming, verdict: str, outcome: Outcome, at: str
) -> Incoming:
    """Add a judgement of a bundle that is here already, in the transaction that is open."""
    again = replace(
        row,
        verdict=verdict,
        outcome=outcome.to_text(),
        received_at=at,
        imported=None,
        confirmed=0,
        answered=None,
    )
    workspace.store.exchanged.add_incoming(again)
    return again


def is_read_now(workspace: Workspace, row: Incoming) -> bool:
    """Say whether a bundle of a newer program can be read by this one."""
    newer = outcome_of(row).newer
    if newer is None:
        return False
    return workspace.catalogue.reads(newer) or reads_format(newer)


def inbox_file(workspace: Workspace, row: Incoming) -> Path:
    """Return where the file of a bundle is kept."""
    return workspace.paths.data / "inbox" / row.file


def _trust(signer: Signer, manifest: Manifest | None, second: Signer | None = None) -> str:
    """Return by what the signature was judged, and the head of the sender's journal."""
    made = signer.list_issued_at
    journal = manifest.journal if manifest is not None else None
    trust: dict[str, object] = {
        "journal": {"length": journal.length, "head": journal.head} if journal else None,
        "serial": signer.certificate.serial,
        "anchor": signer.chain[-1].fingerprint,
        "list_issued_at": made.isoformat() if made is not None else None,
    }
    if second is not None:
        trust["second"] = second.certificate.serial
    return canonical.dump(cast("Json", trust)).decode()


def keep_file_again(workspace: Workspace, path: Path, row: Incoming, sha256: str) -> None:
    """Put the file of a bundle that is known back, if the inbox has lost or damaged its own.

    It may have been sealed anew since: then it is known by the file that is here now.
    """
    if is_whole(inbox_file(workspace, row), row.sha256):
        return
    name = _put_into_inbox(workspace, path, sha256)
    if name != row.file:
        with workspace.store.atomic():
            workspace.store.exchanged.kept_as(row.digest, name, sha256)


def _put_into_inbox(workspace: Workspace, path: Path, sha256: str) -> str:
    """Keep the file as it came, under the name of its digest, flushed to the disk.

    The row that names it is committed afterwards: no power cut leaves one without its file.
    """
    target = workspace.paths.data / "inbox" / f"{sha256}.antq"
    if is_whole(target, sha256):
        return target.name
    try:
        if copy_whole(path, target, sha256) is None:
            raise Refusal("bundles.cannot_read", name=path.name)
        sync_folder(target.parent)
    except OSError as error:
        raise _not_kept(error, path, target) from None
    return target.name


def _not_kept(error: OSError, path: Path, target: Path) -> Refusal:
    """Say which side failed: this disk is full, the stick is gone, or this disk cannot be written.

    Nothing of the bundle is in then.
    """
    if error.errno == errno.ENOSPC:
        return Refusal("store.disk_full")
    if not path.is_file():
        return Refusal("bundles.cannot_read", name=path.name)
    return Refusal("store.cannot_write", name=target.name)
