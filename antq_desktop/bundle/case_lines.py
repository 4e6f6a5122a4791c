"""Lines of ``cases/<record>.jsonl``: the revisions of one record, private part and all."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Final

from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.lines import read_line, write_lines
from antq_desktop.bundle.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.bundle.cases import CaseRecord
    from antq_desktop.bundle.lines import Line, Object

MOST_REVISIONS: Final = 2000
"""Of one record in a case."""


def case_lines(revisions: Iterable[tuple[Object, Object, Object]]) -> bytes:
    """Return the file of a record from (header, shared part, private part), oldest first."""
    lines = io.BytesIO()
    write_lines(lines, revisions)
    return lines.getvalue()


def read_case_lines(
    source: IO[bytes], told: CaseRecord, file: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Line]:
    """Read and check the revisions of a record; only one is in memory.

    Raises BundleRefused with file, row and field: those of ``read_lines``, ``line_schema`` also for
    a revision of another record, and ``case_revisions`` where the numbers are not those that the
    manifest tells, or one does not follow the one before.
    """
    expected = 1 if told.whole else told.number
    before: Line | None = None
    row = 0
    while data := source.readline(limits.line + 1):
        row += 1
        if row > MOST_REVISIONS or expected > told.number:
            raise refused("case_revisions", file=file, row=row, field="$.header.number")
        header, line = read_line(data, row, told.register, file, limits, whole=True)
        if header.record != told.record:
            raise refused("line_schema", file=file, row=row, field="$.header.record")
        follows = before is None or header.previous == before.digest
        if header.number != expected or not follows:
            raise refused("case_revisions", file=file, row=row, field="$.header.number")
        before, expected = line, expected + 1
        yield line
    if expected != told.number + 1:
        raise refused("case_revisions", file=file)
