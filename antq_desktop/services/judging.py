"""Judging one row of a submission by what can be seen of it: header, place, values, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import records_name
from antq_desktop.bundle.refusals import Reason
from antq_desktop.domain.attachments import ATTACHMENTS, is_shared_list
from antq_desktop.domain.fields import Field, Travel
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.rules import check
from antq_desktop.domain.values import Reader
from antq_desktop.services.judging_parts import fields_of_part, private_reasons
from antq_desktop.services.pens import writers
from antq_desktop.services.reason_words import broken_rule
from antq_desktop.services.signing import key_of
from antq_desktop.services.standard_tables import added_problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

    Rows = list[dict[str, object]]


_KEY = re.compile(r"[0-9a-f]{64}")


class RowJudge:
    """Judges rows of one register in order; knows what the store has and what it has accepted.

    With ``union`` a row may contradict one of its number that is in, and the one before it may be
    missing: a person has decided so, or it is only looked at.
    """

    def __init__(
        self,
        workspace: Workspace,
        manifest: Manifest,
        register: Register,
        *,
        union: bool,
        today: date | None = None,
    ) -> None:
        """Begin; ``today`` is the day of judgement, another one where rows were judged before."""
        self._workspace = workspace
        self._manifest = manifest
        self._register = register
        self._union = union
        self._units = _units_of(workspace, manifest)
        self._writers = writers(manifest)
        self._fields = shared_fields(register)
        self._today = today or workspace.clock.today()
        self._reader = Reader(workspace.units, self._today, of_a_part=True)
        self._digests: dict[tuple[str, int], set[str]] = {}
        self._moves: dict[str, Rows] = {}

    def know(self, batch: Sequence[Line]) -> None:
        """Look up what is in of the records of the next rows, besides what was accepted."""
        keys = [
            (cast("str", line.header["record"]), number)
            for line in batch
            for number in _numbers(cast("int", line.header["number"]))
        ]
        accepted = {key: self._digests[key] for key in keys[:1] if key in self._digests}
        self._digests = self._workspace.store.revisions.digests(keys)
        for key, digests in accepted.items():
            self._digests.setdefault(key, set()).update(digests)
        records = {record for record, _ in accepted}
        self._moves = {record: self._moves[record] for record in records & self._moves.keys()}

    def is_same(self, revision: Revision) -> bool:
        """Say whether exactly this revision is in already."""
        header = revision.header
        return revision.digest in self._digests.get((header.record, header.number), ())

    def accept(self, revision: Revision) -> None:
        """Remember a revision, so that the next one of its record can be judged."""
        header = revision.header
        self._digests.setdefault((header.record, header.number), set()).add(revision.digest)
        self._moves[header.record] = _rows(revision, "moves")

    def reasons(self, revision: Revision, row: int) -> list[Reason]:
        """Return why the row cannot be taken; an empty list if it can."""
        found = list(self._header(revision)) or list(self._content(revision))
        if not found and revision.private is not None:
            parts = (revision.shared, revision.private)
            wrong = private_reasons(*parts, self._register, self._reader)
            found = [Reason(rule, field=path) for rule, path in wrong]
        return [replace(one, file=self._file, row=row) for one in found]

    def contradictions(self, revision: Revision, row: int) -> Iterator[Reason]:
        """Yield that another revision has this record's number already."""
        header = revision.header
        if (header.record, header.number) in self._digests:
            yield Reason("row_fork", self._file, row, "$.header.number")

    @property
    def _file(self) -> str:
        return records_name(self._register.name)

    def _header(self, revision: Revision) -> Iterator[Reason]:
        header = revision.header
        until = self._writers.get(header.workspace, 0)
        if until is not None and header.seq > until:
            yield Reason("row_workspace", field="$.header.workspace")
        if header.unit not in self._units:
            yield Reason("row_unit", field="$.header.unit")
        if not self._workspace.catalogue.reads(header.catalogue):
            yield Reason("row_catalogue", field="$.header.catalogue")
        if header.number > 1 and not self._union:
            before = self._digests.get((header.record, header.number - 1), ())
            if header.previous not in before:
                yield Reason("row_previous", field="$.header.previous")

    def _content(self, revision: Revision) -> Iterator[Reason]:
        shared = dict(revision.shared)
        if not is_book(shared.pop("book", None)):
            yield Reason("row_book", field="$.shared.book")
        if ATTACHMENTS in shared and not is_shared_list(shared.pop(ATTACHMENTS)):
            yield Reason("row_attachments", field=f"$.shared.{ATTACHMENTS}")
        for key in self._register.keys:
            if not is_key(shared.pop(key.name, None)):
                yield Reason("row_key", field=f"$.shared.{key.name}")
        values, problems = self._reader.read_all(self._fields, shared)
        yield from (Reason("row_value", field=problem.field) for problem in problems)
        if problems:
            return
        if values != shared:
            yield Reason("row_not_canonical", field="$.shared")
        yield from (
            Reason("row_missing", field=field.name)
            for field in self._fields
            if field.required and field.name not in values
        )
        if revision.header.state != last_state(_rows(revision, "moves")):
            yield Reason("row_state", field="$.header.state")
        found = check(
            self._register,
            values,
            self._today,
            earlier_moves=self._earlier(revision),
            shared_only=True,
        )
        if not revision.header.voided:
            unknown = added_problems(self._workspace, self._register, values)
            yield from (Reason("row_added", field=one.field) for one in unknown if one.grave)
            yield from (broken_rule(problem) for problem in found if problem.grave)

    def _earlier(self, revision: Revision) -> Rows:
        record = revision.header.record
        if revision.header.number > 1 and record not in self._moves:
            before = self._workspace.store.revisions.latest(record)
            self._moves[record] = _rows(before, "moves") if before is not None else []
        return self._moves.get(record, [])


def _units_of(workspace: Workspace, manifest: Manifest) -> frozenset[UnitKey]:
    """Return whose records a sender may bring: its own, and those of the units it succeeds.

    To this unit it may hand over those of whatever this one goes on with.
    """
    own = key_of(manifest.sender.unit)
    before = workspace.units.succession.succeeded(own, workspace.clock.today()) | {own}
    return before | workspace.own_units if manifest.kind == "transfer" else before


def shared_fields(register: Register) -> tuple[Field, ...]:
    """Return the fields as they travel: rows with their shared columns only."""
    return fields_of_part(register, Travel.SHARED)


def _numbers(number: int) -> tuple[int, ...]:
    return (number,) if number == 1 else (number - 1, number)


def _rows(revision: Revision, name: str) -> Rows:
    return cast("Rows", revision.shared.get(name) or [])


def is_key(value: object) -> bool:
    """Say whether a key is an HMAC-SHA-256, or left out."""
    return value is None or (isinstance(value, str) and bool(_KEY.fullmatch(value)))


def is_book(value: object) -> bool:
    """Say whether a value is a number in a book of a year."""
    return (
        isinstance(value, Mapping)
        and set(value) == {"number", "year"}
        and all(type(one) is int and one > 0 for one in value.values())
    )
