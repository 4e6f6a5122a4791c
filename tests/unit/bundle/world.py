"""An invented office and commune, and bundles between them, for the tests."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.bundle.bodies import Journal, RequestBody
from antq_desktop.bundle.container import Container
from antq_desktop.bundle.container_writer import ContainerWriter
from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.lines import write_lines
from antq_desktop.bundle.manifest import (
    Chain,
    Manifest,
    NamedUnit,
    Recipient,
    RegisterCounts,
    Sender,
    SeqRange,
)
from antq_desktop.bundle.reader import OpenBundle, open_bundle
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.bundle.writer import Draft, Written, write_bundle
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.certificates import (
    Holder,
    issue,
    new_authority,
    new_request,
    new_signing_key,
    read_certificate,
    read_request,
    self_signed,
)
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import Identity, new_identity
from antq_desktop.crypto.signatures import Trust, sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    Files = dict[str, bytes]

MOMENT = datetime(2025, 6, 30, 8, 15, tzinfo=timezone(timedelta(hours=7)))
WORKSPACE = "01890a5d-ac96-774b-bcce-b302099a8057"
CHAIN = "01890a5d-ac96-774b-bcce-b302099a8058"
BUNDLE = "01890a5d-ac96-774b-bcce-b302099a8059"
ATTACHMENT = "attachments/01890a5d-ac96-774b-bcce-b302099a8060"
PERIOD = "DL-2025-H1"
OFFICE = UnitRef(code="347", valid_from=None)
HOLDER = Holder(
    practice=True,
    unit_code="13285",
    valid_from=None,
    role="head",
    person="Nguyễn Văn Mẫu",
    unit_name="Công an phường Quang Trung",
)


@dataclass(frozen=True)
class Signing:
    """A signer's key and certificate, and the authority above it."""

    key: bytes
    certificate: bytes
    chain: tuple[bytes, ...]

    def sign(self, data: bytes) -> bytes:
        """Sign as at MOMENT."""
        return sign(data, self.key, self.certificate, self.chain, MOMENT)

    @property
    def serial(self) -> str:
        """The serial number as it stands in manifests."""
        return read_certificate(self.certificate).serial


def signing(name: str = "ours", holder: Holder = HOLDER) -> Signing:
    """Return a signer below an authority of the given name; the same name, the same keys."""
    return _signing(name, holder)


@cache
def _signing(name: str, holder: Holder) -> Signing:
    authority_key, key = new_signing_key(), new_signing_key()
    office = Holder(
        practice=holder.practice,
        unit_code="347",
        valid_from=None,
        role="office",
        person=f"Công an thành phố {name}",
        unit_name=f"Công an thành phố {name}",
    )
    authority = new_authority(authority_key, office, at=MOMENT - timedelta(days=100))
    request = read_request(new_request(key, holder))
    certificate = issue(authority, authority_key, request, at=MOMENT - timedelta(days=50))
    return Signing(key, certificate, (authority,))


@cache
def identity(name: str = "office") -> Identity:
    """Return an age key pair; the same name, the same keys."""
    del name
    return new_identity()


def trust(name: str = "ours") -> Trust:
    """Trust one authority at MOMENT."""
    return Trust(signing(name).chain, (), MOMENT)


def line(number: int, revision: int = 1, **shared: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and shared part of an invented dispute."""
    part = {"opened_on": "2025-03-01", "kind": "dispute", **shared}
    header = {
        "record": f"01890a5d-ac96-774b-bcce-{number:012x}",
        "register": "disputes",
        "unit": {"code": "13285", "valid_from": None},
        "workspace": WORKSPACE,
        "number": revision,
        "seq": max(number, 1),
        "previous": None if revision == 1 else "0" * 64,
        "state": "detected",
        "voided": False,
        "catalogue": "2025.1",
        "at": "2025-03-01T08:00:00+07:00",
        "author": WORKSPACE,
        "parts": {
            "shared": sha256_hex(dump(part)),
            "private": "1" * 64,
            "confidential": None,
        },
    }
    return header, part


def lines(count: int) -> bytes:
    """Return a records file of ``count`` disputes."""
    target = io.BytesIO()
    write_lines(target, (line(number) for number in range(1, count + 1)))
    return target.getvalue()


def submission(serial: str | None = None, **changes: Any) -> Manifest:
    """Return the manifest of a submission without its files."""
    values: dict[str, Any] = {
        "kind": "submission",
        "bundle_id": BUNDLE,
        "class_": "practice",
        "sender": Sender(
            workspace=WORKSPACE,
            unit=NamedUnit(code="13285", valid_from=None, name="Phường Quang Trung"),
            certificate=serial or signing().serial,
        ),
        "recipient": Recipient(unit=OFFICE),
        "chain": Chain(id=CHAIN, workspace=WORKSPACE, recipient=OFFICE),
        "sequence": 1,
        "seq": SeqRange(from_=1, to=3),
        "created_at": MOMENT,
        "program": "antq-desktop 0.1.0",
        "catalogue": "2025.1",
        "journal": Journal(length=7, head="7" * 64),
        "periods": (PERIOD,),
        "counts": {"disputes": RegisterCounts(new=3, changed=0, voided=0)},
    }
    return Manifest(**(values | changes))


def entries() -> dict[str, bytes]:
    """Return the further files of a submission."""
    return {
        "records/disputes.jsonl": lines(3),
        f"reports/{PERIOD}.json": b"{}",
        f"paper/{PERIOD}.pdf": b"%PDF-1.4\n",
        ATTACHMENT: bytes(range(256)) * 40,
    }


def packed(files: Files) -> bytes:
    """Return a container of exactly these files."""
    target = io.BytesIO()
    writer = ContainerWriter(target, DEFAULT_LIMITS)
    for name, content in files.items():
        writer.add(name, io.BytesIO(content))
    writer.close()
    return target.getvalue()


def unpacked(data: bytes) -> Files:
    """Return the files of a container."""
    container = Container(io.BytesIO(data), DEFAULT_LIMITS)
    return {name: container.read(name, 1 << 24) for name in container.names}


def signed(files: Files, by: Callable[[bytes], bytes] | None = None) -> Files:
    """Return the files with the digests and the signature that they would need."""
    outside = names.OF_THE_FIRST | names.OF_THE_SECOND
    digests = {name: sha256_hex(data) for name, data in files.items() if name not in outside}
    manifest = write_asic_manifest(digests)
    sign_it = by or signing().sign
    return files | {names.ASIC_MANIFEST: manifest, names.SIGNATURE: sign_it(manifest)}


def signed_again(files: Files, by: Callable[[bytes], bytes]) -> Files:
    """Return the files with a second signature over all of them, made anew."""
    first = {name: data for name, data in files.items() if name not in names.OF_THE_SECOND}
    digests = {name: sha256_hex(data) for name, data in first.items()}
    manifest = write_asic_manifest(digests, names.SECOND_SIGNATURE)
    return first | {names.SECOND_MANIFEST: manifest, names.SECOND_SIGNATURE: by(manifest)}


def relisted(files: Files, by: Callable[[bytes], bytes] | None = None, /, **changes: Any) -> Files:
    """Return the files with changed members in the manifest, signed again."""
    value = msgspec.json.decode(files[names.MANIFEST]) | changes
    return signed(files | {names.MANIFEST: dump(value)}, by)


@dataclass(frozen=True)
class Post:
    """Writes bundles to a folder and opens them again as the office."""

    folder: Path
    identities: Sequence[Identity] = field(default_factory=lambda: (identity(),))

    def write(self, name: str = "a.antq", **changes: Any) -> Written:
        """Write a submission; ``changes`` are fields of the draft."""
        values: dict[str, Any] = {
            "manifest": submission(),
            "entries": entries(),
            "sign": signing().sign,
            "recipients": [identity().recipient, identity("sender").recipient],
        }
        draft = Draft(**(values | changes))
        return write_bundle(self.folder / name, draft, scratch_folder=self.folder)

    def open(self, path: Path, **changes: Any) -> AbstractContextManager[OpenBundle]:
        """Open a bundle with the office's key and trust."""
        values: dict[str, Any] = {"identities": self.identities, "trust": trust()}
        return open_bundle(path, scratch_folder=self.folder, **(values | changes))


def request_draft(holder: Holder = HOLDER, **body: Any) -> Draft:
    """Return a request by the holder, signed with its own certificate."""
    key = new_signing_key()
    certificate = self_signed(key, holder, MOMENT)
    values: dict[str, Any] = {
        "csr": new_request(key, holder),
        "age_recipient": identity("sender").recipient,
        "person": holder.person,
        "role": holder.role,
    }
    manifest = submission(
        read_certificate(certificate).serial,
        kind="request",
        recipient=None,
        chain=None,
        sequence=None,
        seq=None,
        journal=None,
        periods=(),
        counts={},
        request=RequestBody(**(values | body)),
    )
    return Draft(manifest, {}, Signing(key, certificate, ()).sign, None)
