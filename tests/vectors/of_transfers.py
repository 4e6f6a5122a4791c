"""Vectors: books that go to another workspace, as they should be and as they may not be."""

from __future__ import annotations

import base64
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.manifest import RegisterCounts, SeqRange, to_bytes
from antq_desktop.bundle.transfers import SEALED_NAME
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import OFFICE, WORKSPACE, line, packed, submission
from tests.vectors.cms import WHOLE
from tests.vectors.members import identity, member
from tests.vectors.of_cases import PART, SEALED
from tests.vectors.packing import README, RECORDS, SIGNER, sealed, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.unit.bundle.world import Files

RECEIVER: Final = "01890a5d-ac96-774b-bcce-0000000000b2"
"""The workspace that takes the books."""
PRIVATE: Final[dict[str, Any]] = {"salt": "1" * 32, "values": {"risk": "thấp"}}

_BY_ANOTHER_SPELLING: Final = "QUF="
"""The two bytes of ``QUE=``, with a spare bit that is not zero."""


def transferred() -> Iterator[Vector]:
    """Yield a transfer that must be accepted, then those that must not."""
    yield Vector(
        name="good-transfer",
        about="the books of a workspace with a sealed part, for another one of its unit",
        make=lambda: _packed(_files()),
    )
    unit = msgspec.to_builtins(OFFICE)
    pen = {"workspace": WORKSPACE, "unit": unit, "until": 1}
    schema: dict[str, tuple[str, dict[str, Any]]] = {
        "transfer-itself": ("a workspace that gives to itself", _body(workspace=WORKSPACE)),
        "transfer-books": ("numbers of books that stay open", _body(books=[["disputes", 2025, 1]])),
        "transfer-nobody": ("a sealed part, and no head named", _body(sealed_to=None)),
        "transfer-secret": ("a secret that is none", _body(secret="x")),
        "transfer-more": ("an unknown member", _body(more=1)),
        "transfer-own-pen": ("the sender among those it took over", {"taken_over": [pen]}),
        "transfer-no-pens": ("an empty list of those taken over", {"taken_over": []}),
    }
    for name, (about, changes) in schema.items():
        yield _wrong(name, about, "manifest_schema", "S3", partial(_files, **changes))
    yield _wrong(
        "transfer-private",
        "a private part that the header does not name",
        "line_digest",
        "S4",
        lambda: _files(private=PRIVATE | {"salt": "2" * 32}),
    )
    yield _wrong(
        "transfer-shared-only",
        "a line without its private part",
        "line_schema",
        "S4",
        lambda: _files(private=None),
    )
    yield _wrong(
        "transfer-sealed-fewer",
        "two sealed parts told, one there",
        "rows",
        "S4",
        lambda: _files(**_body(sealed=2)),
    )
    yield _wrong(
        "transfer-sealed-spelling",
        "a sealed part in base64 that has another spelling",
        "line_schema",
        "S4",
        lambda: _files(blob=_BY_ANOTHER_SPELLING),
    )
    yield _wrong(
        "transfer-paper",
        "a printed report in a transfer",
        "name",
        "U9",
        lambda: _files(more={"paper/DL-2025.pdf": b"%PDF-1.4\n"}),
    )


def _wrong(name: str, about: str, rule: str, row: str, make: Callable[[], Files]) -> Vector:
    return Vector(name=name, about=about, rule=rule, row=row, make=lambda: _packed(make()))


def _body(**changes: Any) -> dict[str, Any]:
    body = {
        "workspace": RECEIVER,
        "closes": False,
        "sealed_to": identity("receiver").recipient,
        "sealed": 1,
        "secret": "5" * 64,
        "books": [],
        "at_office": [],
        "queries": [],
    }
    return {"transfer": {**body, **changes}}


def _files(
    *,
    private: dict[str, Any] | None = PRIVATE,
    blob: str = base64.b64encode(SEALED).decode(),
    more: Files | None = None,
    **changes: Any,
) -> Files:
    """Return what is signed in a transfer; ``changes`` are members of its manifest."""
    header, shared = line(1)
    digests = {"private": sha256_hex(dump(PRIVATE)), "confidential": sha256_hex(PART)}
    row = {"header": {**header, "parts": header["parts"] | digests}, "shared": shared}
    row |= {"private": private} if private is not None else {}
    part = {"blob": blob, "digest": sha256_hex(PART)}
    files = {
        names.README: README,
        RECORDS: dump(row) + b"\n",
        SEALED_NAME: dump(part) + b"\n",
        **(more or {}),
    }
    listed = [
        {
            "path": name,
            "size": len(data),
            "sha256": sha256_hex(data),
            "rows": 1 if name == RECORDS else None,
        }
        for name, data in sorted(files.items())
    ]
    manifest = submission(
        member(SIGNER).serial,
        kind="transfer",
        periods=(),
        seq=SeqRange(from_=1, to=1),
        counts={"disputes": RegisterCounts(new=1, changed=0, voided=0)},
    )
    value = msgspec.json.decode(to_bytes(manifest)) | {"files": listed} | _body() | changes
    return {names.MIMETYPE: names.MIMETYPE_CONTENT, **files, names.MANIFEST: dump(value)}


def _packed(files: Files) -> bytes:
    return sealed(packed(with_signature(files, member(SIGNER), WHOLE)))
