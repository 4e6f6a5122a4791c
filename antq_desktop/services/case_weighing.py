"""Weighing a case before it is signed: which revisions, parts and files go, and what stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.bundle.case_lines import MOST_REVISIONS
from antq_desktop.bundle.cases import MOST_RECORDS
from antq_desktop.domain.attachments import Attached, attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.attachment_files import MOST_BYTES, state_of
from antq_desktop.services.saving import own_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.services.case_bodies import Body
    from antq_desktop.services.workspace import Workspace

_OF_ONE: Final = {
    "cases.draft": "cases.one_draft",
    "cases.voided": "cases.voided",
    "cases.not_whole": "cases.one_not_whole",
    "records.not_ours": "cases.one_not_ours",
    "transfer.given": "cases.one_given",
    "attach.missing": "cases.one_missing",
    "attach.damaged": "cases.one_damaged",
}
"""What is refused of a record, and the same where it is named among others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asks for: which records (ids) go to whom, and why.

    ``whole`` sends all revisions, else the newest. Confidential parts go only with a
    ``seal_reason``, for which they are opened and sealed again; without one they stay. ``stay`` are
    ids of attachments that stay; ``number`` and ``on`` are those of the transfer form.
    """

    records: Sequence[str]
    to: Body
    reason: str
    number: str | None = None
    on: date | None = None
    whole: bool = False
    seal_reason: str | None = None
    stay: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Going:
    """What goes of one record: its revisions, oldest first, sealed parts (digests) and files.

    ``withheld`` and ``staying`` are the parts and files that stay.
    """

    register: Register
    revisions: tuple[Revision, ...]
    sealed: tuple[str, ...]
    withheld: tuple[str, ...]
    files: tuple[Attached, ...]
    staying: tuple[Attached, ...]

    @property
    def last(self) -> Revision:
        """The newest revision."""
        return self.revisions[-1]

    @property
    def record(self) -> str:
        """The record's id."""
        return self.last.header.record

    @property
    def size(self) -> int:
        """Bytes of the files that go."""
        return sum(one.size for one in self.files)


def weigh(workspace: Workspace, wanted: Wanted) -> list[Going]:
    """Return what would go of each record, by record; nothing is opened or written.

    Refusal for a record that is a draft, struck through or not ours, or of which a file is missing:
    it names the record, for others may go with it. Refusal where it is more than a case may hold.
    """
    records = sorted(set(wanted.records))
    if not records:
        raise Refusal("cases.no_record")
    if len(records) > MOST_RECORDS:
        raise Refusal("cases.too_many", most=MOST_RECORDS)
    if wanted.seal_reason is not None and not wanted.to.seals:
        raise Refusal("cases.no_seal", name=wanted.to.name)
    found = [_named(workspace, record, wanted) for record in records]
    if sum(one.size for one in found) > MOST_BYTES:
        raise Refusal("cases.too_large")
    ids = [file.id for one in found for file in one.files]
    if len(set(ids)) != len(ids):
        raise Refusal("cases.same_file")
    return found


def _named(workspace: Workspace, record: str, wanted: Wanted) -> Going:
    """Weigh a record; a refusal says which one of those chosen it is about."""
    try:
        return _going(workspace, record, wanted)
    except Refusal as error:
        if error.message_id not in _OF_ONE:
            raise
        line = workspace.store.queries.line(record)
        number = (line.book if line is not None else None) or record
        values = {**error.values, "number": number}
        raise Refusal(_OF_ONE[error.message_id], **values) from error


def _going(workspace: Workspace, record: str, wanted: Wanted) -> Going:
    revisions = revisions_that_go(workspace, record, whole=wanted.whole)
    parts = _parts(revisions)
    goes = wanted.seal_reason is not None
    files: list[Attached] = []
    staying: list[Attached] = []
    for one in _files(revisions):
        secret = one.travel is Travel.CONFIDENTIAL and not goes
        (staying if one.id in wanted.stay or secret else files).append(one)
    unneeded = {one.digest for one in staying if one.travel is Travel.CONFIDENTIAL}
    for place, one in enumerate(files, 1):
        _must_be_here(workspace, one, place)
    return Going(
        workspace.catalogue.by_name[revisions[-1].header.register],
        revisions,
        tuple(sorted(parts - unneeded)) if goes else (),
        tuple(sorted(parts & unneeded if goes else parts)),
        tuple(files),
        tuple(staying),
    )


def revisions_that_go(workspace: Workspace, record: str, *, whole: bool) -> tuple[Revision, ...]:
    """Return the revisions that go: all in a row from the first, or the newest.

    Refusal for a record that cannot be handed over, without its name.
    """
    if workspace.store.drafts.get(record) is not None:
        raise Refusal("cases.draft")
    last = own_record(workspace, record)
    if last.header.voided:
        raise Refusal("cases.voided", number=last.book)
    found = workspace.store.revisions.history(record) if whole else [last]
    numbers = [one.header.number for one in found]
    first = 1 if whole else last.header.number
    sound = numbers == list(range(first, last.header.number + 1))
    if not sound or any(one.private is None for one in found) or len(found) > MOST_REVISIONS:
        raise Refusal("cases.not_whole")
    return tuple(found)


def _files(revisions: Sequence[Revision]) -> Iterator[Attached]:
    """Yield each file that a revision names, once, in the order of their ids."""
    found = {one.id: one for each in revisions for one in attached_of(each.shared, each.private)}
    yield from (found[name] for name in sorted(found))


def _parts(revisions: Sequence[Revision]) -> set[str]:
    """Return the digests of all confidential parts: of the values, and of files."""
    parts = {one.header.confidential for one in revisions}
    parts |= {one.digest for one in _files(revisions) if one.travel is Travel.CONFIDENTIAL}
    return cast("set[str]", parts - {None})


def _must_be_here(workspace: Workspace, one: Attached, place: int) -> None:
    state = state_of(workspace, workspace.store.attachments.get(one.key))
    if state != "here":
        name = one.name or f"({place})"
        raise Refusal("attach.missing" if state == "missing" else "attach.damaged", name=name)
