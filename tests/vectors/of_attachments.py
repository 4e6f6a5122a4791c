"""Vectors: submissions with the file of a record, as it is signed and otherwise."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

from antq_desktop.bundle import names
from antq_desktop.bundle.lines import write_lines
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import ATTACHMENT, line
from tests.vectors.packing import bundle, content, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.unit.bundle.world import Files

FILE: Final = b"%PDF-1.4\n% an invented scan\n%%EOF\n"
OTHER: Final = ATTACHMENT[:-1] + "1"


def attachments() -> Iterator[Vector]:
    """Yield a good bundle with an attachment, and what may not become of that."""
    yield Vector(
        name="good-attachment", about="a record with a file", make=lambda: bundle(_signed())
    )
    yield Vector(
        name="attachment-missing",
        about="the file of a record is not there",
        rule="file_missing",
        make=lambda: bundle({k: v for k, v in _signed().items() if k != ATTACHMENT}),
    )
    yield Vector(
        name="attachment-extra",
        about="a second file that is not signed",
        rule="file_extra",
        row="U9",
        make=lambda: bundle({**_signed(), OTHER: FILE}),
    )
    yield Vector(
        name="attachment-replaced",
        about="the file is not the one that was signed",
        rule="file_digest",
        make=lambda: bundle({**_signed(), ATTACHMENT: FILE.replace(b"scan", b"fake")}),
    )
    yield Vector(
        name="attachment-unlisted",
        about="a signed file that the manifest does not list",
        rule="file_listed",
        row="S3",
        make=lambda: bundle(with_signature({**_content(), OTHER: FILE})),
    )


def _signed() -> Files:
    return with_signature(_content())


def _content() -> Files:
    """Return the usual content with a file that the first row names."""
    files = content(records=_rows())
    manifest: dict[str, Any] = json.loads(files[names.MANIFEST])
    entry = {"path": ATTACHMENT, "size": len(FILE), "sha256": sha256_hex(FILE), "rows": None}
    listed = sorted([*manifest["files"], entry], key=lambda one: str(one["path"]))
    text = canonical.dump({**manifest, "files": listed})
    return {**files, ATTACHMENT: FILE, names.MANIFEST: text}


def _rows() -> bytes:
    """Return two rows, the first of which names the file."""
    named = {
        "id": ATTACHMENT.partition("/")[2],
        "media": "application/pdf",
        "sha256": sha256_hex(FILE),
        "size": len(FILE),
    }
    target = io.BytesIO()
    write_lines(target, (line(1, attachments=[named]), line(2)))
    return target.getvalue()
