"""Lines of ``records/<register>.jsonl``: one revision each, its header and its shared part.

In a transfer, and in the files of a case, a line has the private part too; in a transfer the
confidential parts have lines of their own.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, cast

from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.schema import (
    AgeFile,
    Digest,
    Moment,
    Part,
    Position,
    UnitRef,
    Uuid,
    Version,
    Word,
    in_zone,
    is_clean_json,
    json_of,
    typed,
    unclean_texts,
)
from antq_desktop.crypto.canonical import dump, dump_again
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.crypto.canonical import Json

    Object = Mapping[str, Json]

_PARTS: Final = ("header", "shared", "private")


class PartDigests(Part, frozen=True, kw_only=True):
    """SHA-256 of the canonical JSON of each part; null where a record has nothing confidential."""

    shared: Digest
    private: Digest
    confidential: Digest | None


class RevisionHeader(Part, frozen=True, kw_only=True):
    """The members of a revision's header, and what each may hold."""

    record: Uuid
    register: Word
    unit: UnitRef
    workspace: Uuid
    number: Position
    seq: Position
    previous: Digest | None
    state: Word
    voided: bool
    catalogue: Version
    at: Moment
    author: Uuid
    parts: PartDigests


class _Envelope(Part, frozen=True, kw_only=True):
    header: RevisionHeader
    shared: dict[str, object]


class _WholeEnvelope(Part, frozen=True, kw_only=True):
    header: RevisionHeader
    shared: dict[str, object]
    private: dict[str, object]


class SealedPart(Part, frozen=True, kw_only=True):
    """A confidential part by its digest in the clear, as an age file."""

    digest: Digest
    blob: AgeFile


@dataclass(frozen=True, slots=True)
class Line:
    """One checked line: its row (from 1), header and parts as they stand there.

    ``digest`` is the digest of the revision; ``private`` is None but in a transfer or case.
    """

    row: int
    header: Object
    shared: Object
    digest: str
    private: Object | None = None


def revision_digest(header: Object) -> str:
    """Return the digest of a revision: the SHA-256 of its header's canonical JSON."""
    return sha256_hex(dump_again(header))


def write_lines(target: IO[bytes], revisions: Iterable[tuple[Object, ...]]) -> int:
    """Write the parts of revisions, which come sorted by record and number; return the rows.

    Each is header and shared part, and in a transfer or case the private part besides, as they were
    written when they got their digests. Raises Fault where they do not come in that order.
    """
    rows = 0
    before = ("", 0)
    for parts in revisions:
        header = parts[0]
        place = (cast("str", header["record"]), cast("int", header["number"]))
        if place <= before:
            raise Fault("revisions for a bundle are not sorted by record and number")
        target.write(dump_again(dict(zip(_PARTS, parts, strict=False))) + b"\n")
        before = place
        rows += 1
    return rows


def write_sealed(target: IO[bytes], parts: Iterable[tuple[str, bytes]]) -> int:
    """Write confidential parts, each with its digest and sorted by it; return how many."""
    rows = 0
    for digest, blob in parts:
        line = {"digest": digest, "blob": b64encode(blob).decode()}
        target.write(dump(cast("Json", line)) + b"\n")
        rows += 1
    return rows


def read_lines(
    source: IO[bytes],
    register: str,
    file: str,
    limits: Limits = DEFAULT_LIMITS,
    *,
    whole: bool = False,
) -> Iterator[Line]:
    """Read and check line after line; only one is in memory.

    With ``whole`` each has its private part too.

    Raises BundleRefused with file, row and field: ``line_end`` (a line too long or without its
    end), ``line_json``, ``line_schema``, ``line_digest`` (a part is not the one that the header
    names), ``line_order``, ``text``.
    """
    row = 0
    before = ("", 0)
    while data := source.readline(limits.line + 1):
        row += 1
        header, line = read_line(data, row, register, file, limits, whole=whole)
        if (header.record, header.number) <= before:
            raise refused("line_order", file=file, row=row)
        before = (header.record, header.number)
        yield line


def sealed_line(data: bytes, row: int, limits: Limits, *, file: str) -> SealedPart:
    """Read a line with a confidential part; BundleRefused as ``read_lines``.

    Whether the part is the one of its digest is known only to who can open it.
    """
    value = _value_of(data, file, row, limits)
    part = typed(value, SealedPart, "line_schema", file, row)
    if value != {"digest": part.digest, "blob": b64encode(part.blob).decode()}:
        # base64 has spare bits at its end: one value must have one spelling
        raise refused("line_schema", file=file, row=row, field="$.blob")
    return part


def _value_of(data: bytes, file: str, row: int, limits: Limits) -> Json:
    if len(data) > limits.line or not data.endswith(b"\n"):
        raise refused("line_end", file=file, row=row)
    return json_of(data[:-1], limits.json_depth, "line_json", file, row)


def read_line(
    data: bytes,
    row: int,
    register: str,
    file: str,
    limits: Limits = DEFAULT_LIMITS,
    *,
    whole: bool = False,
) -> tuple[RevisionHeader, Line]:
    """Read and check one line; BundleRefused as ``read_lines``, which knows the order besides."""
    value = _value_of(data, file, row, limits)
    envelope: type[_Envelope | _WholeEnvelope] = _WholeEnvelope if whole else _Envelope
    header = typed(value, envelope, "line_schema", file, row).header
    parts = cast("Mapping[str, Object]", value)
    if path := _broken_member(header, register, parts["header"]["at"]):
        raise refused("line_schema", file=file, row=row, field=path)
    return header, _checked(parts, file, row, clean=is_clean_json(data[:-1]))


def _checked(value: Mapping[str, Object], file: str, row: int, *, clean: bool) -> Line:
    # All of it was read by `load` and is canonical.
    header, shared, private = value["header"], value["shared"], value.get("private")
    digests = cast("Mapping[str, str]", header["parts"])
    for name in ("shared", "private"):
        part = value.get(name)
        if part is None:
            continue
        unclean = iter(()) if clean else unclean_texts(part, one_line=False, path=f"$.{name}")
        if path := next(unclean, None):
            raise refused("text", file=file, row=row, field=path)
        if sha256_hex(dump_again(part)) != digests[name]:
            raise refused("line_digest", file=file, row=row)
    return Line(row, header, shared, revision_digest(header), private)


def _broken_member(header: RevisionHeader, register: str, stated: Json) -> str | None:
    """Return the path of a member of a header that contradicts another, or its file; else None."""
    if header.register != register:
        return "$.header.register"
    if (header.previous is None) != (header.number == 1):
        return "$.header.previous"
    one_spelling = in_zone(header.at) and header.at.isoformat() == stated
    return None if one_spelling else "$.header.at"
