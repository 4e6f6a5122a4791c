"""Bundles of the vectors: the usual files, packed, signed and sealed in usual and odd ways."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.bundle.manifest import RegisterCounts, SeqRange, to_bytes
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from tests.unit.bundle.world import WORKSPACE, lines, packed, submission
from tests.vectors.cms import USUAL, Form, signature
from tests.vectors.members import Member, Ways, identity, member

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.unit.bundle.world import Files

RECORDS = "records/disputes.jsonl"
# Short: what is committed should be small. The whole text is in the vectors of each kind.
README = b"Xem docs/bundle-format.md.\n"
SIGNER = Ways()


def content(records: bytes | None = None, **changes: Any) -> Files:
    """Return mimetype, README, two records and the manifest; ``changes`` are its members."""
    data = lines(2) if records is None else records
    files = {names.README: README, RECORDS: data}
    listed = [
        {
            "path": name,
            "size": len(one),
            "sha256": sha256_hex(one),
            "rows": one.count(b"\n") if name == RECORDS else None,
        }
        for name, one in files.items()
    ]
    manifest = submission(
        member(SIGNER).serial,
        periods=(),
        seq=SeqRange(from_=1, to=2),
        counts={"disputes": RegisterCounts(new=2, changed=0, voided=0)},
    )
    value = msgspec.json.decode(to_bytes(manifest)) | {"files": listed} | changes
    return {names.MIMETYPE: names.MIMETYPE_CONTENT, **files, names.MANIFEST: dump(value)}


def sender_of(signer: Member, **unit: Any) -> dict[str, Any]:
    """Return the manifest's member about the sender."""
    named = {"code": "13285", "name": "Phường Quang Trung", "valid_from": None}
    return {"certificate": signer.serial, "unit": named | unit, "workspace": WORKSPACE}


def with_signature(
    files: Files, signer: Member | None = None, form: Form = USUAL, *, xml: bytes | None = None
) -> Files:
    """Return the files with their digests, or with this ``xml``, and a signature over them."""
    digests = {name: sha256_hex(data) for name, data in files.items()}
    listing = write_asic_manifest(digests) if xml is None else xml
    value = signature(listing, signer or member(SIGNER), form)
    return {**files, names.ASIC_MANIFEST: listing, names.SIGNATURE: value}


def with_second(
    files: Files,
    signer: Member,
    form: Form = USUAL,
    *,
    without: Sequence[str] = (),
    xml: bytes | None = None,
) -> Files:
    """Return the files with a second signature, over all of them but those ``without``."""
    covered = {name: sha256_hex(data) for name, data in files.items() if name not in without}
    listing = write_asic_manifest(covered, names.SECOND_SIGNATURE) if xml is None else xml
    second = signature(listing, signer, form)
    return {**files, names.SECOND_MANIFEST: listing, names.SECOND_SIGNATURE: second}


def signed_by(ways: Ways, form: Form = USUAL, **changes: Any) -> Files:
    """Return the usual files signed with a certificate made in these ways, which they name."""
    signer = member(ways)
    values = {"sender": sender_of(signer)} | changes
    return with_signature(content(**values), signer, form)


def usual() -> Files:
    """Return all files of a good bundle."""
    return with_signature(content())


def deflated(files: Files) -> bytes:
    """Return a container as another program writes it, and as the reader takes it too."""
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, data in files.items():
            method = 0 if name == names.MIMETYPE else ZIP_DEFLATED
            file.writestr(ZipInfo(name), data, compress_type=method)
    return target.getvalue()


def stored(files: Files) -> bytes:
    """Return a container as we write it."""
    return packed(files)


def sealed(container: bytes, *more: str) -> bytes:
    """Return a container sealed to the receiver, and to the others that are named."""
    return seal_bytes(container, [identity(name).recipient for name in ("receiver", *more)])


def bundle(files: Files) -> bytes:
    """Return a bundle of exactly these files, small."""
    return sealed(deflated(files))
