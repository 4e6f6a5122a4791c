"""Lines of ``cases/<record>.jsonl``: the revisions of one record, private part and all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, cast

from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.lines import RevisionHeader, broken_member, revision_digest
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.schema import Part, json_of, typed, unclean_texts
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.bundle.cases import CaseRecord
    from antq_desktop.bundle.lines import Object

MOST_REVISIONS: Final = 2000
"""Of one record in a case."""


class _Envelope(Part, frozen=True, kw_only=True):
    header: RevisionHeader
    shared: dict[str, object]
    private: dict[str, object]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One checked line: its row (from 1), the header and the two open parts as they stand there."""

    row: int
    header: Object
    shared: Object
    private: Object
    digest: str


def case_lines(revisions: Iterable[tuple[Object, Object, Object]]) -> bytes:
    """Return the file of a record from (header, shared part, private part), oldest first."""
    return b"".join(
        dump({"header": header, "shared": shared, "private": private}) + b"\n"
        for header, shared, private in revisions
    )


def read_case_lines(
    source: IO[bytes], told: CaseRecord, file: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[CaseLine]:
    """Read and check the revisions of a record; only one is in memory.

    Raises BundleRefused with file, row and field: those of ``read_lines``, ``line_digest`` also for
    a private part that is not the one of the header, and ``case_revisions`` where the numbers are
    not those that the manifest tells, or one does not follow the one before.
    """
    expected = 1 if told.whole else told.number
    before: CaseLine | None = None
    row = 0
    while data := source.readline(limits.line + 1):
        row += 1
        if len(data) > limits.line or not data.endswith(b"\n"):
            raise refused("line_end", file=file, row=row)
        if row > MOST_REVISIONS or expected > told.number:
            raise refused("case_revisions", file=file, row=row, field="$.header.number")
        line = _checked(data[:-1], told, file, row, limits)
        previous = line.header["previous"]
        follows = before is None or previous == before.digest
        if line.header["number"] != expected or not follows:
            raise refused("case_revisions", file=file, row=row, field="$.header.number")
        before, expected = line, expected + 1
        yield line
    if expected != told.number + 1:
        raise refused("case_revisions", file=file)


def _checked(data: bytes, told: CaseRecord, file: str, row: int, limits: Limits) -> CaseLine:
    value = json_of(data, limits.json_depth, "line_json", file, row)
    header = typed(value, _Envelope, "line_schema", file, row).header
    found = cast("dict[str, Object]", value)
    path = broken_member(header, told.register, found["header"]["at"])
    if path is None and header.record != told.record:
        path = "$.header.record"
    if path is not None:
        raise refused("line_schema", file=file, row=row, field=path)
    parts = cast("dict[str, str]", found["header"]["parts"])
    for name in ("shared", "private"):
        part = found[name]
        if wrong := next(unclean_texts(part, one_line=False, path=f"$.{name}"), None):
            raise refused("text", file=file, row=row, field=wrong)
        if sha256_hex(dump(part)) != parts[name]:
            raise refused("line_digest", file=file, row=row)
    stated = found["header"]
    return CaseLine(row, stated, found["shared"], found["private"], revision_digest(stated))
