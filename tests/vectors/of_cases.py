"""Vectors: full records handed over to a named body, as they should be and as they may not be."""

from __future__ import annotations

import base64
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.case_lines import case_lines
from antq_desktop.bundle.cases import case_name, form_name, sealed_name
from antq_desktop.bundle.manifest import to_bytes
from antq_desktop.bundle.readme import readme
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import MOMENT, line, packed, submission
from tests.vectors.bodies import NO_CHAIN
from tests.vectors.cms import WHOLE
from tests.vectors.members import Ways, member
from tests.vectors.packing import sealed, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.unit.bundle.world import Files

RECORD: Final = "01890a5d-ac96-774b-bcce-000000000001"
ATTACHMENT: Final = "01890a5d-ac96-774b-bcce-b302099a8060"
PART: Final = dump({"salt": "00" * 16, "values": {"informant": {"full_name": "Giàng A Ví"}}})
"""What is sealed: its digest stands in the header."""
SEALED: Final = base64.b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBUQjMwZ0I4bVNJRU54TXdjWW9iM0dzQUFiYlo3cE1JNjRa"
    "UEJia296MGhvCktQMnlQSHRRV3hqZHovWkdBN1RTeTRQSFJGVDRXSXZEZ2xQbEE4bG50dXcKLT4gW3V3MSpwRUQt"
    "Z3JlYXNlIHEoeDdrIEpXSCBfM2lGCnlCaDV6dm5kMzFESVBiYUE5VEtBVmtBZWdzK3lpdC8wMzdrdXN6NTd4Rlg3"
    "WFZ0VGRTanBrRlRQbVgyOWdBV2QKbGFQOHBtalJLT1BJemozS2NKc2VUUQotLS0gZ2xJeG1iL2xmTXFuUFlFL1NR"
    "enZVcUpPeEZlTTFSbWRnTkFpdDl4eHFWMAqLQ57zjGYHoUzBReQ4LlyUZ1R/lzCYePTSZNL0JxN6W3QawBOR74yl"
    "QPxp7iYmWcCSzCDl5MfXyfR3M4yHxjbSWxFFTkDF+vpx4Y5erSendxWvJFvBKXb8PbJdBPVIs8oApfRJFHIC4kmv"
    "ie4lAw3ttlZ7VK1yM4CtvF2MS7kD"
)
"""`PART` as an age file for the key of the receiver, sealed once: another time, other bytes."""
FORM: Final = b"%PDF-1.4\n%%EOF\n"


def handed_over() -> Iterator[Vector]:
    """Yield cases that must be accepted, then those that must not."""
    yield Vector(name="good-case", about="a record, handed over", make=lambda: _case(_files()))
    yield Vector(
        name="good-case-whole",
        about="a record with all its revisions and a sealed part",
        make=lambda: _case(_files(revisions=2, secret=True)),
    )
    yield Vector(
        name="case-expired",
        about="a case that comes when its signer's certificate has ended",
        make=lambda: _case(_files(), Ways(ends=MOMENT - timedelta(days=1))),
        rule="signature_expired",
    )
    yield Vector(
        name="case-tampered",
        about="a private value changed after it was signed",
        make=_tampered,
        rule="file_digest",
    )
    schema: dict[str, tuple[str, dict[str, Any]]] = {
        "case-nothing": ("no record handed over", {"records": []}),
        "case-twice": ("a record handed over twice", {"records": [_told(), _told()]}),
        "case-no-reason": ("no reason for it", {"reason": ""}),
        "case-both": (
            "a part that goes and stays",
            {"records": [_told(sealed=["a" * 64], withheld=["a" * 64])]},
        ),
        "case-path": ("a record that leads elsewhere", {"records": [_told(record="../x")]}),
        "case-more": ("an unknown member", {"more": 1}),
    }
    for name, (about, changes) in schema.items():
        yield _wrong(name, about, "manifest_schema", "S3", partial(_files, body=changes))
    yield _wrong("case-in-chain", "a case in a chain", "manifest_schema", "S3", _in_chain)
    yield _wrong("case-no-form", "no transfer form", "case_listed", "S3", lambda: _files(form=None))
    yield _wrong("case-stranger", "a sealed part of nobody", "case_listed", "S3", _stranger)
    yield _wrong("case-report", "figures in a case", "name", "U9", _report)
    yield _wrong(
        "case-private",
        "a private part that the header does not name",
        "line_digest",
        "S4",
        lambda: _files(private={"salt": "1" * 32, "values": {}}),
    )
    yield _wrong(
        "case-missing",
        "a revision that is told and missing",
        "case_revisions",
        "S4",
        lambda: _files(body={"records": [_told(number=2, whole=True)]}),
    )
    yield _wrong(
        "case-other",
        "the newest revision told, another one there",
        "case_revisions",
        "S4",
        lambda: _files(body={"records": [_told(number=2)]}),
    )


def _wrong(name: str, about: str, rule: str, row: str, make: Callable[[], Files]) -> Vector:
    return Vector(name=name, about=about, rule=rule, row=row, make=lambda: _case(make()))


def _told(**changes: Any) -> dict[str, Any]:
    told = {"record": RECORD, "register": "disputes", "number": 1, "whole": False}
    return {**told, "sealed": [], "withheld": [], "kept_files": [], **changes}


def _rows(revisions: int, private: dict[str, Any] | None, digest: str | None) -> bytes:
    rows = []
    before = None
    for number in range(1, revisions + 1):
        header, shared = line(1, number)
        hidden: dict[str, Any] = {"salt": f"{number:032x}", "values": {"risk": "thấp"}}
        parts = header["parts"] | {"private": sha256_hex(dump(hidden)), "confidential": digest}
        header |= {"parts": parts, "previous": before}
        before = sha256_hex(dump(header))
        rows.append((header, shared, private or hidden))
    return case_lines(rows)


def _files(
    *,
    revisions: int = 1,
    secret: bool = False,
    private: dict[str, Any] | None = None,
    form: bytes | None = FORM,
    body: dict[str, Any] | None = None,
    more: Files | None = None,
    **changes: Any,
) -> Files:
    """Return what is signed in a case; ``body`` are members of its own, ``changes`` of all."""
    digest = sha256_hex(PART) if secret else None
    told = _told(number=revisions, whole=revisions > 1, sealed=[digest] if digest else [])
    said = {
        "number": "12/PC-CAP",
        "on": MOMENT.date().isoformat(),
        "reason": "Chuyển theo thẩm quyền",
        "records": [told],
        **(body or {}),
    }
    manifest = submission(member(Ways()).serial, **NO_CHAIN, kind="case")
    text = readme(manifest)
    files = {names.README: text, case_name(RECORD): _rows(revisions, private, digest)}
    files |= {form_name(RECORD): form} if form is not None else {}
    files |= {sealed_name(digest): SEALED} if digest else {}
    files |= more or {}
    listed = [
        {"path": name, "size": len(data), "sha256": sha256_hex(data), "rows": None}
        for name, data in sorted(files.items())
    ]
    value = msgspec.json.decode(to_bytes(manifest))
    value |= {"case": said, "files": listed, **changes}
    return {names.MIMETYPE: names.MIMETYPE_CONTENT, **files, names.MANIFEST: dump(value)}


def case() -> Files:
    """Return the files of a good case."""
    return with_signature(_files(), member(Ways()), WHOLE)


def _case(files: Files, ways: Ways | None = None) -> bytes:
    signer = member(ways or Ways())
    if ways is not None:
        value = msgspec.json.decode(files[names.MANIFEST])
        value["sender"]["certificate"] = signer.serial
        files = files | {names.MANIFEST: dump(value)}
    return sealed(packed(with_signature(files, signer, WHOLE)))


def _in_chain() -> Files:
    return _files(sequence=1)


def _stranger() -> Files:
    return _files(more={sealed_name("a" * 64): SEALED})


def _report() -> Files:
    return _files(more={"reports/DL-2025.json": b"{}"})


def _tampered() -> bytes:
    files = with_signature(_files(), member(Ways()), WHOLE)
    changed = files[case_name(RECORD)].replace("thấp".encode(), b"cao!")
    assert changed != files[case_name(RECORD)]
    return sealed(packed(files | {case_name(RECORD): changed}))
