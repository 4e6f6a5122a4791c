"""Choosing what is handed over: what is known of each record, and why one of them cannot go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.cases import MOST_RECORDS
from antq_desktop.domain.attachments import attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.case_weighing import revisions_that_go
from antq_desktop.services.listing import read_rows
from antq_desktop.services.looking import history

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.services.listing import Listed
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

_REPORTS = "crime_reports"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be handed over; ``refusal`` says why it cannot, None where it can.

    ``confidential``: there is something sealed in it. ``forwarded``: the book says where and when
    it went, as it has to before the record goes.
    """

    line: Line
    files: tuple[Attached, ...] = ()
    revisions: int = 0
    confidential: bool = False
    forwarded: bool = True
    refusal: Refusal | None = None


def records_in(workspace: Workspace, listed: Listed, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return the records in some rows of a list, (first, how many).

    Refusal ``cases.too_many`` for more than a case holds: no more of them are read.
    """
    found: list[str] = []
    for first, many in spans:
        rows = read_rows(workspace, listed, first, min(many, MOST_RECORDS + 1 - len(found)), ())
        found += [row.line.record for row in rows if row is not None]
        if len(found) > MOST_RECORDS:
            raise Refusal("cases.too_many", most=MOST_RECORDS)
    return found


def candidates(workspace: Workspace, records: Sequence[str]) -> list[Candidate]:
    """Return what is known of each record, in the order that is given.

    One that cannot go is among them. Where it is the only one, its refusal is raised.
    """
    found = [_candidate(workspace, record) for record in records]
    if len(found) == 1 and found[0].refusal is not None:
        raise found[0].refusal
    return found


def _candidate(workspace: Workspace, record: str) -> Candidate:
    line = workspace.store.queries.line(record)
    if line is None:
        raise Refusal("records.unknown", id=record)
    try:
        (last,) = revisions_that_go(workspace, record, whole=False)
    except Refusal as error:
        return Candidate(line, refusal=error)
    files = attached_of(last.shared, last.private)
    secret = any(one.travel is Travel.CONFIDENTIAL for one in files)
    return Candidate(
        line,
        files,
        len(history(workspace, record)),
        secret or last.header.confidential is not None,
        "forward_at" in last.shared or last.header.register != _REPORTS,
    )
