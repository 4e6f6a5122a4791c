"""Judging the content of a case: each record is whole, typed, the sender's, and has what it names.

The rules of registers are not asked: the records count nothing here. What is shown must be sound.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.bundle.cases import case_name, form_name, sealed_name
from antq_desktop.bundle.limits import MIB
from antq_desktop.bundle.names import MANIFEST, attachment_name, attachment_of
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto.sealing import MAGIC
from antq_desktop.domain.attachments import (
    ATTACHMENTS,
    attached_of,
)
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.record import Revision, header_from
from antq_desktop.domain.values import Reader
from antq_desktop.services.judging import is_book, is_key
from antq_desktop.services.judging_parts import part_reasons, private_reasons
from antq_desktop.services.pictures import is_kept
from antq_desktop.services.signing import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.cases import CaseBody, CaseRecord
    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.manifest import FileEntry
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

    Values = dict[str, object]

LARGEST_FORM: Final = 8 * MIB
LARGEST_PART: Final = MIB
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024


@dataclass
class Sound:
    """What a case holds once it was judged: revisions by record, oldest first, and its files."""

    revisions: dict[str, list[Revision]] = field(default_factory=dict)
    files: dict[str, Attached] = field(default_factory=dict)


def judge_case(workspace: Workspace, bundle: OpenBundle, body: CaseBody) -> Sound:
    """Return what a case holds.

    Raises BundleRefused with all reasons, each with file, row and field: those of rows
    (``row_…``, ``unknown_register``), ``case_parts`` for sealed parts or attachments that no
    revision names or that are named and missing, ``case_form`` and ``case_sealed`` for files that
    are no such thing, ``attachment_type``, ``attachment_unlisted``.
    """
    sound, reasons = Sound(), list[Reason]()
    for told in body.records:
        reasons += _record(workspace, bundle, told, sound)
    if not reasons:
        reasons += _files(bundle, body, sound)
    if reasons:
        raise BundleRefused(*reasons)
    return sound


def _record(
    workspace: Workspace, bundle: OpenBundle, told: CaseRecord, sound: Sound
) -> Iterator[Reason]:
    name = case_name(told.record)
    register = workspace.catalogue.by_name.get(told.register)
    if register is None:
        yield Reason("unknown_register", name)
        return
    judge = _Judge(workspace, bundle, register)
    revisions: list[Revision] = []
    for line in bundle.case_record(told):
        found = [Reason(rule, name, line.row, path) for rule, path in judge.wrong(line)]
        yield from found
        revisions.append(
            Revision(
                header_from(cast("dict[str, object]", line.header)),
                line.digest,
                line.shared,
                line.private,
            )
        )
        if found:
            return  # a value that cannot be read is not looked into
    if revisions[-1].header.workspace != bundle.manifest.sender.workspace:
        yield Reason("row_workspace", name, field="$.header.workspace")
    sound.revisions[told.record] = revisions
    yield from _parts(told, revisions, sound)


def _parts(told: CaseRecord, revisions: list[Revision], sound: Sound) -> Iterator[Reason]:
    """Compare the parts and files that the manifest tells with what the revisions name."""
    files = {one.id: one for each in revisions for one in attached_of(each.shared, each.private)}
    named = {one.header.confidential for one in revisions} - {None}
    named |= {one.digest for one in files.values() if one.travel is Travel.CONFIDENTIAL}
    if named != {*told.sealed, *told.withheld} or not files.keys() >= set(told.kept_files):
        yield Reason("case_parts", MANIFEST, field="$.case.records")
    for name in files.keys() - set(told.kept_files):
        if name in sound.files:
            yield Reason("case_parts", attachment_name(name), field="$.case.records")
        sound.files[name] = files[name]


def _files(bundle: OpenBundle, body: CaseBody, sound: Sound) -> Iterator[Reason]:
    """Yield what is wrong with the files beside the records."""
    entries = {entry.path: entry for entry in bundle.manifest.files}
    there = {one for name in bundle.names if (one := attachment_of(name)) is not None}
    for one in sorted(there - sound.files.keys()):
        yield Reason("attachment_unlisted", attachment_name(one))
    for one in sorted(sound.files.keys() - there):
        yield Reason("case_parts", attachment_name(one), field="$.case.records")
    for one in sorted(sound.files.keys() & there):
        entry = entries[attachment_name(one)]
        rule = _wrong_file(sound.files[one], entry, _head(bundle, entry.path))
        if rule is not None:
            yield Reason(rule, entry.path)
    for told in body.records:
        form = form_name(told.record)
        if entries[form].size > LARGEST_FORM or not _head(bundle, form).startswith(_PDF):
            yield Reason("case_form", form)
        for part in map(sealed_name, told.sealed):
            if entries[part].size > LARGEST_PART or not _head(bundle, part).startswith(MAGIC):
                yield Reason("case_sealed", part)


def _wrong_file(attached: Attached, entry: FileEntry, head: bytes) -> str | None:
    """Return by which rule a file is not the one that a record names; None where it may be."""
    if attached.travel is Travel.CONFIDENTIAL:
        return None if head.startswith(MAGIC) else "attachment_type"
    if (entry.sha256, entry.size) != (attached.digest, attached.size):
        return "attachment_unlisted"
    return None if is_kept(head, attached.media) else "attachment_type"


def _head(bundle: OpenBundle, name: str) -> bytes:
    with bundle.stream(name) as file:
        return file.read(_HEAD)


def _state(moves: object) -> str | None:
    """Return the state that moves from outside lead to; None where they are none."""
    if not isinstance(moves, list) or not moves:
        return None
    sound = all(isinstance(one, dict) and {"state", "on"} <= one.keys() for one in moves)
    return last_state(moves) if sound else None


class _Judge:
    """Judges the revisions of one record in their order."""

    def __init__(self, workspace: Workspace, bundle: OpenBundle, register: Register) -> None:
        self._workspace = workspace
        self._register = register
        own, today = key_of(bundle.manifest.sender.unit), workspace.clock.today()
        self._units = workspace.units.succession.succeeded(own, today) | {own}
        self._reader = Reader(workspace.units, today, of_a_part=True)

    def wrong(self, line: Line) -> Iterator[tuple[str, str]]:
        """Yield rule and path of everything that is wrong with a revision."""
        header = header_from(cast("dict[str, object]", line.header))
        if header.unit not in self._units:
            yield "row_unit", "$.header.unit"
        if not self._workspace.catalogue.reads(header.catalogue):
            yield "row_catalogue", "$.header.catalogue"
            return
        shared: Values = dict(line.shared)
        private: Values = dict(line.private or {})
        shared.pop(ATTACHMENTS, None)
        if not is_book(shared.pop("book", None)):
            yield "row_book", "$.shared.book"
        for key in self._register.keys:
            if not is_key(shared.pop(key.name, None)):
                yield "row_key", f"$.shared.{key.name}"
        register, reader = self._register, self._reader
        yield from part_reasons(Travel.SHARED, shared, register, reader)
        yield from private_reasons(line.shared, private, register, reader)
        if header.state != _state(shared.get("moves")):
            yield "row_state", "$.header.state"
