"""Paper against what is stored: which revision or report it was printed from, and what came since.

It works without a network, at the office too: both sides have the headers of all revisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from antq_desktop.domain.paper_codes import BadCode, read_code, record_code, report_code
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.saving import values_of
from antq_desktop.services.scanning import scanned_texts

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.paper_codes import PaperCode, ReadCode
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report


class PaperState(Enum):
    """What a paper is, compared with what is stored."""

    EQUAL = "equal"
    """It was printed from the newest revision, or from the newest version of the report."""
    OLDER = "older"
    """Something came after it."""
    VOIDED = "voided"
    """The record was struck out after it was printed."""
    UNKNOWN = "unknown"
    """Nothing here has this code."""
    PRACTICE = "practice"
    """It is of a practice class, and this workspace is a real one: it has no value."""


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A paper of a record: printed from revision ``number``, ``now`` is the newest.

    ``changed`` are the fields that differ between the two and can be seen here; ``hidden`` says
    that fields which stay at the unit, or sealed ones, differ too.
    """

    record: str
    register: Register
    book: str
    unit: UnitKey
    number: int
    now: int
    printed_from: str
    changed: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A paper of a report: version ``version`` of a period, ``now`` is the newest one here."""

    unit: UnitKey
    period: str
    version: int
    now: int


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """The outcome for one code."""

    code: str
    state: PaperState
    paper: RecordPaper | ReportPaper | None = None


def code_of_record(workspace: Workspace, revision: Revision) -> PaperCode:
    """Return the code that a paper of this revision carries, printed here."""
    header, practice = revision.header, workspace.place.practice
    return record_code(header.record, header.number, revision.digest, practice=practice)


def code_of_report(workspace: Workspace, report: Report) -> PaperCode:
    """Return the code that a paper of this signed report carries, printed here."""
    return _report_code(report, practice=workspace.place.practice)


def _report_code(report: Report, *, practice: bool) -> PaperCode:
    made = report.workspace, report.period, report.version, report.digest
    return report_code(*made, practice=practice)


def check_paper(workspace: Workspace, text: str) -> PaperCheck:
    """Compare a code, typed or scanned, with what is stored here.

    Refusal for a text that is no code, or has a wrong character.
    """
    try:
        code = read_code(text)
    except BadCode:
        raise Refusal("paper.bad_code") from None
    if code.practice and not workspace.place.practice:
        return PaperCheck(code.text, PaperState.PRACTICE)
    found = _record(workspace, code) if code.kind == "H" else _report(workspace, code)
    return found or PaperCheck(code.text, PaperState.UNKNOWN)


def check_picture(workspace: Workspace, path: Path) -> list[PaperCheck]:
    """Compare every code on a picture or a scanned PDF; each once, in the order of the pages.

    Refusal if the file cannot be read, is no picture or PDF, or has no code of our papers.
    """
    codes = dict.fromkeys(text for text in scanned_texts(path) if _is_code(text))
    if not codes:
        raise Refusal("paper.no_code", name=path.name)
    return [check_paper(workspace, text) for text in codes]


def _is_code(text: str) -> bool:
    try:
        read_code(text)
    except BadCode:
        return False
    return True


def _record(workspace: Workspace, code: ReadCode) -> PaperCheck | None:
    for record, number, digest in workspace.store.revisions.keys_in_order():
        if code.means(record_code(record, number, digest, practice=code.practice)):
            return _compared(workspace, code, workspace.store.revisions.history(record), digest)
    return None


def _compared(
    workspace: Workspace, code: ReadCode, history: list[Revision], digest: str
) -> PaperCheck:
    printed = next(one for one in history if one.digest == digest)
    newest = history[-1]
    before, after = printed.header, newest.header
    register = workspace.catalogue.by_name[before.register]
    old, new = values_of(register, printed), values_of(register, newest)
    paper = RecordPaper(
        before.record,
        register,
        printed.book,
        before.unit,
        before.number,
        after.number,
        before.at,
        tuple(each.name for each in register.fields if old.get(each.name) != new.get(each.name)),
        hidden=(newest.private is None and before.private != after.private)
        or before.confidential != after.confidential,
    )
    if digest == newest.digest:
        state = PaperState.EQUAL
    else:
        state = PaperState.VOIDED if after.voided else PaperState.OLDER
    return PaperCheck(code.text, state, paper)


def _report(workspace: Workspace, code: ReadCode) -> PaperCheck | None:
    for report in workspace.store.exchanged.reports():
        if code.means(_report_code(report, practice=code.practice)):
            versions = workspace.store.exchanged.versions(report.unit, report.period)
            now = max(one.version for one in versions)
            state = PaperState.EQUAL if report.version == now else PaperState.OLDER
            unit = parse_unit_key(report.unit)
            paper = ReportPaper(unit, report.period, report.version, now)
            return PaperCheck(code.text, state, paper)
    return None
