"""From the signed file to the medium: outbox first, then copied, flushed, read back, compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.writer import Draft, file_name, write_bundle
from antq_desktop.crypto import canonical
from antq_desktop.errors import Refusal
from antq_desktop.services.media import copy_and_compare, nobody
from antq_desktop.store.exchange_rows import Outgoing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.writer import Source
    from antq_desktop.services.media import Tell
    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.workspace import Workspace


PREPARED: Final = ".prepared"
_FINISHED: Final = ".antq"


@dataclass(frozen=True, slots=True)
class Signed:
    """A bundle in the outbox, and what its manifest says."""

    row: Outgoing
    manifest: Manifest


def sign_into_outbox(
    workspace: Workspace,
    manifest: Manifest,
    entries: Mapping[str, Source],
    own: OwnSignature,
    *,
    recipients: Sequence[str],
    recipient_code: str | None,
    number: int,
    versions: Mapping[str, int] | None = None,
) -> Signed:
    """Write the signed, sealed file into the outbox and keep a row for it; then it may leave.

    One that is to be signed a second time waits there, under a name that is no bundle's.
    ``versions`` are those of the reports inside, by period.
    """
    place = workspace.place
    usual = file_name(workspace.unit.key.code, recipient_code, place.id, number, manifest.kind)
    name = _free_name(workspace, usual)
    if manifest.signatures != 1:
        name = prepared_name(name)
    target = outbox(workspace) / name
    try:
        written = write_bundle(
            target,
            Draft(manifest, entries, own.sign, recipients),
            scratch_folder=outbox(workspace),
        )
    except OSError:
        raise Refusal("store.cannot_write", name=name) from None
    unit = manifest.recipient.unit if manifest.recipient else None
    row = Outgoing(
        digest=written.digest,
        bundle_id=manifest.bundle_id,
        kind=manifest.kind,
        recipient=unit.code if unit else "all",
        chain=manifest.chain.id if manifest.chain else None,
        sequence=number,
        base=manifest.base.digest if manifest.base else None,
        seq_to=manifest.seq.to if manifest.seq else None,
        periods=canonical.dump(list(manifest.periods)).decode(),
        counts=canonical.dump(
            {
                name: {"new": one.new, "changed": one.changed, "voided": one.voided}
                for name, one in manifest.counts.items()
            }
        ).decode(),
        file=name,
        sha256=written.sha256,
        created_at=manifest.created_at.isoformat(timespec="seconds"),
        versions=canonical.dump(dict(versions or {})).decode(),
        signatures=manifest.signatures,
        first_signer=own.person,
    )
    with workspace.store.atomic():
        workspace.store.exchanged.add_outgoing(row)
        workspace.note("sign", kind=manifest.kind, bundle=manifest.bundle_id, digest=row.digest)
    return Signed(row, manifest)


def _free_name(workspace: Workspace, name: str) -> str:
    """Return a name that no signed file in the outbox has: "…-receipt.antq", "…-receipt-2.antq".

    After a restore numbers come again; what was signed under them then may be out in the world.
    """
    folder, stem = outbox(workspace), name.removesuffix(_FINISHED)
    others = (f"{stem}-{again}{_FINISHED}" for again in count(2))
    return next(one for one in chain([name], others) if not (folder / one).exists())


def prepared_name(name: str) -> str:
    """Return under which name a bundle waits for its second signature."""
    return name.removesuffix(_FINISHED) + PREPARED


def finished_name(name: str) -> str:
    """Return the name of a bundle that has waited under another one."""
    return name.removesuffix(PREPARED) + _FINISHED


def must_be_finished(row: Outgoing) -> None:
    """Refuse to let a bundle leave that is still to be signed (``submission.not_signed_twice``)."""
    if row.waits:
        raise Refusal("submission.not_signed_twice")


def outbox(workspace: Workspace) -> Path:
    """Where signed files wait."""
    return workspace.paths.data / "outbox"


def deliver(workspace: Workspace, row: Outgoing, target: Path, tell: Tell | None = None) -> Path:
    """Copy a file of the outbox to a folder (or a file name), and read it back.

    The journal names the export before anything leaves. The same file can be delivered again
    without signing again. Refusal if the medium is missing, full, read-only or pulled out, or if
    what is read back is not what was written. ``tell`` hears "written", "flushed" and "equal" as
    they come true.
    """
    must_be_finished(row)
    source = outbox(workspace) / row.file
    path = target / row.file if target.is_dir() else target
    with workspace.store.atomic():
        workspace.note("export", bundle=row.bundle_id, file=path.name)
    copy_and_compare(source, path, row.sha256, tell or nobody)
    with workspace.store.atomic():
        workspace.store.exchanged.written(row.digest, workspace.clock.stamp(), str(path))
    return path


def size_in_outbox(workspace: Workspace, row: Outgoing) -> int:
    """Return how many bytes a signed file needs, 0 if the file is gone."""
    try:
        return (outbox(workspace) / row.file).stat().st_size
    except OSError:
        return 0
