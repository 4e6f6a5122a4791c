"""What fuzzing begins with: the parts of every vector, and one good file of all else."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import hashes
from cryptography.x509 import CertificateSigningRequestBuilder

from antq_desktop.assets import asset
from antq_desktop.bundle import names
from antq_desktop.bundle.cases import case_name
from antq_desktop.bundle.parts import LEAST_PART, cut
from antq_desktop.bundle.transfers import SEALED_NAME
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.holders import alternative_name_of, subject_of
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, unseal_bytes
from antq_desktop.store.backup import pack
from antq_desktop.store.kept_files import Kept, Listed
from antq_desktop.store.keyfile import KeyFile, new_slot, write_keys
from tests.fuzz.targets import CUT, SIGNED
from tests.unit.bundle.world import HOLDER, PERIOD, WORKSPACE
from tests.vectors.bodies import revocation_list
from tests.vectors.cms import WHOLE, signature
from tests.vectors.members import VECTORS, Ways, authority_named, identity, member
from tests.vectors.of_cases import RECORD
from tests.vectors.packing import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json

_PARTS = {
    names.ASIC_MANIFEST: ("digests",),
    names.SIGNATURE: ("cms",),
    names.MANIFEST: ("manifest",),
    RECORDS: ("records", "books"),
    SEALED_NAME: ("sealed_parts",),
    case_name(RECORD): ("case_lines",),
}


def seeds(target: str, folder: Path) -> Iterator[bytes]:
    """Yield the seeds of a target; ``folder`` is for files that must be made."""
    yield from (data for name, data in _of_vectors() if name == target)
    yield from {
        "cms": _signatures,
        "certificate": _certificates,
        "revocation": lambda: [revocation_list("authority")],
        "request": lambda: [_request()],
        "report": lambda: [_report()],
        "canonical": lambda: [_report(), b'{"a":[null,true,-1,"\\n"]}'],
        "units": lambda: [_units()],
        "parts": lambda: _parts(folder),
        "keys": lambda: [_keys(folder).read_bytes()],
        "backup": lambda: [_backup(folder), _backup(folder, kept=True)],
        "typed": _typed,
    }.get(target, list)()


@cache
def _of_vectors() -> tuple[tuple[str, bytes], ...]:
    return tuple(dict.fromkeys(_parts_of_vectors()))


def _parts_of_vectors() -> Iterator[tuple[str, bytes]]:
    for path in sorted(VECTORS.glob("*.antq")):
        data = path.read_bytes()
        yield "age", data
        try:
            whole = unseal_bytes(data, [identity("receiver")])
        except (NotSealedToUs, SealDamaged):
            continue
        yield "container", whole
        try:
            with zipfile.ZipFile(io.BytesIO(whole)) as file:
                for name, targets in _PARTS.items():
                    if name in file.namelist():
                        data = file.read(name)
                        yield from ((target, data) for target in targets)
        except (zipfile.BadZipFile, KeyError, RuntimeError, zlib.error):
            continue


def _signatures() -> list[bytes]:
    signers = (Ways(), Ways(key="signer-rsa2048"), Ways(issuer=None))
    return [signature(SIGNED, member(ways), WHOLE) for ways in signers]


def _certificates() -> list[bytes]:
    return [authority_named("authority").der, member(Ways()).der, member(Ways(issuer=None)).der]


def _request() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding

    key = member(Ways()).key
    assert isinstance(key, EllipticCurvePrivateKey)
    builder = CertificateSigningRequestBuilder(subject_of(HOLDER))
    builder = builder.add_extension(alternative_name_of(HOLDER), critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def _report() -> bytes:
    return dump(
        {
            "period": PERIOD,
            "version": 1,
            "as_of": {WORKSPACE: 7},
            "versions": {"catalogue": "2025.1"},
            "indicators": [{"code": "B1.1", "value": 3, "denominator": None}],
        }
    )


def _units() -> bytes:
    table = asset("data", "units", "hanam-2023.csv").read_bytes()
    return b"".join(table.splitlines(keepends=True)[:40])


def _parts(folder: Path) -> list[bytes]:
    """Cut a small bundle: whole, without its first part, with the parts in another order."""
    source = folder / "13285-347-abcd-000001-submission.antq"
    source.write_bytes((VECTORS / "unsealed-newer.antq").read_bytes()[: 2 * LEAST_PART + 1])
    listed = cut(source, folder, LEAST_PART)
    text = listed.as_text().encode()
    pieces = [(folder / listed.part_name(number)).read_bytes() for number in (1, 2, 3)]
    mailed = text.replace(b"\n", b"\r\n")
    return [
        CUT.join(one) for one in ([text, *pieces], [text, *pieces[1:]], [mailed, *pieces[::-1]])
    ]


def _keys(folder: Path) -> Path:
    slot = new_slot("1", "Lò Thị Mẫu", "head", "demo", bytes(32), bytes(32))
    recovery = identity("receiver").recipient
    path = folder / "keys.json"
    write_keys(
        path,
        KeyFile(
            workspace=WORKSPACE,
            recovery=recovery,
            recovery_database=slot.database,
            slots=(slot,),
        ),
    )
    return path


def _backup(folder: Path, *, kept: bool = False) -> bytes:
    (folder / "antq.db").write_bytes(bytes(100))
    keys = _keys(folder)
    beside = folder / "kept.json"
    if kept:
        listed = Listed((Kept("inbox/a.antq", 1, "0" * 64),), ("outbox/b.antq",))
        beside.write_bytes(listed.to_bytes())
    files: list[Json] = [
        {"path": name, "size": (folder / name).stat().st_size, "sha256": _sha256(folder / name)}
        for name in ("antq.db", keys.name, *([beside.name] if kept else []))
    ]
    body: dict[str, Json] = {
        "format": "antq-backup/1",
        "files": files,
        "revisions": 1,
        "journal": {"length": 1, "head": "0" * 64},
    }
    (folder / "backup.json").write_bytes(dump(body))
    target = io.BytesIO()
    pack(target, folder)
    return target.getvalue()


def _sha256(path: Path) -> str:
    return sha256_hex(path.read_bytes())


def _typed() -> list[bytes]:
    pair = identity("receiver")
    texts = (
        pair.secret,
        " ".join(pair.secret),
        pair.recipient,
        "0" * 64,
        ":".join(["00"] * 32),
        "13285@2025-07-01",
        PERIOD,
        "2025-01-01..2025-06-30",
    )
    return [text.encode() for text in texts]
