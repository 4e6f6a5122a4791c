"""Lines of ``records/<register>.jsonl``: one revision each, its header and its shared part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.schema import (
    Digest,
    Moment,
    Part,
    Position,
    UnitRef,
    Uuid,
    Version,
    Word,
    in_zone,
    json_of,
    typed,
    unclean_texts,
)
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.crypto.canonical import Json

    Object = Mapping[str, Json]


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


@dataclass(frozen=True, slots=True)
class Line:
    """One checked line: its row (from 1), header and shared part as they stand there.

    ``digest`` is the digest of the revision.
    """

    row: int
    header: Object
    shared: Object
    digest: str


def revision_digest(header: Object) -> str:
    """Return the digest of a revision: the SHA-256 of its header's canonical JSON."""
    return sha256_hex(dump(header))


def write_lines(target: IO[bytes], revisions: Iterable[tuple[Object, Object]]) -> int:
    """Write (header, shared part) pairs, which come sorted by record and number; return the rows.

    Raises Fault where they do not come in that order.
    """
    rows = 0
    before = ("", 0)
    for header, shared in revisions:
        place = (cast("str", header["record"]), cast("int", header["number"]))
        if place <= before:
            raise Fault("revisions for a bundle are not sorted by record and number")
        target.write(dump({"header": header, "shared": shared}) + b"\n")
        before = place
        rows += 1
    return rows


def read_lines(
    source: IO[bytes], register: str, file: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Line]:
    """Read and check line after line; only one is in memory.

    Raises BundleRefused with file, row and field: ``line_end`` (a line too long or without its
    end), ``line_json``, ``line_schema``, ``line_digest`` (the shared part is not the one that the
    header names), ``line_order``, ``text``.
    """
    row = 0
    before = ("", 0)
    while data := source.readline(limits.line + 1):
        row += 1
        if len(data) > limits.line or not data.endswith(b"\n"):
            raise refused("line_end", file=file, row=row)
        value = json_of(data[:-1], limits.json_depth, "line_json", file, row)
        header = typed(value, _Envelope, "line_schema", file, row).header
        stated = cast("Mapping[str, Object]", value)["header"]["at"]
        if path := broken_member(header, register, stated):
            raise refused("line_schema", file=file, row=row, field=path)
        if (header.record, header.number) <= before:
            raise refused("line_order", file=file, row=row)
        before = (header.record, header.number)
        yield _checked(cast("Mapping[str, Object]", value), file, row)


def _checked(value: Mapping[str, Object], file: str, row: int) -> Line:
    header, shared = value["header"], value["shared"]
    if path := next(unclean_texts(shared, one_line=False, path="$.shared"), None):
        raise refused("text", file=file, row=row, field=path)
    parts = cast("Mapping[str, str]", header["parts"])
    if sha256_hex(dump(shared)) != parts["shared"]:
        raise refused("line_digest", file=file, row=row)
    return Line(row, header, shared, revision_digest(header))


def broken_member(header: RevisionHeader, register: str, stated: Json) -> str | None:
    """Return the path of a member of a header that contradicts another, or its file; else None."""
    if header.register != register:
        return "$.header.register"
    if (header.previous is None) != (header.number == 1):
        return "$.header.previous"
    one_spelling = in_zone(header.at) and header.at.isoformat() == stated
    return None if one_spelling else "$.header.at"
