"""Saving records: adding, changing, voiding. All lines of one call are saved, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from uuid_utils import uuid7

from antq_desktop.domain.attachments import attached_of
from antq_desktop.domain.fields import Field, Kind, Label, Travel
from antq_desktop.domain.parts import join
from antq_desktop.domain.problems import BadValue, Finding, Problem, ProblemsFound
from antq_desktop.domain.rules import SEALED, check, missing
from antq_desktop.domain.values import Reader
from antq_desktop.errors import Refusal
from antq_desktop.services.access import must_write
from antq_desktop.services.own_unit import day_of
from antq_desktop.services.pens import is_given, must_be_open, receiver_name
from antq_desktop.services.real_numbers import invented_problems
from antq_desktop.services.references import reference_problems
from antq_desktop.services.revising import (
    Content,
    first_revision,
    new_draft,
    next_revision,
)
from antq_desktop.services.standard_tables import added_problems
from antq_desktop.store.projections import Projected, of_draft, of_revision

if TYPE_CHECKING:
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.record import Draft, Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

    Values = Mapping[str, object]
    Problems = list[Problem]

_REASON = Field(name="reason", kind=Kind.TEXT, label=Label("", ""))


@dataclass(frozen=True, slots=True)
class Saved:
    """A record after saving. ``number`` is its number in the book, None for a draft.

    ``revision`` is 0 for a draft; ``problems`` are what a draft lacks and what rules found.
    """

    record: str
    number: str | None
    revision: int
    state: str
    complete: bool
    problems: tuple[Problem, ...]


def register_named(workspace: Workspace, name: str) -> Register:
    """Return a register by its name or code; Refusal if there is none."""
    for register in workspace.catalogue.registers:
        if name in (register.name, register.code):
            return register
    raise Refusal("records.unknown_register", name=name)


def add_records(
    workspace: Workspace, register: Register, lines: Iterable[object], *, draft: bool = False
) -> list[Saved]:
    """Save new records in one transaction; one that is not complete becomes a draft.

    ProblemsFound lists every line that cannot be stored; then none is saved.
    """
    must_be_open(workspace)
    must_write(workspace, register.name)
    saved: list[Saved] = []
    findings: list[Finding] = []
    with workspace.store.atomic():
        seq = workspace.last_seq()
        revisions: list[Revision] = []
        projected: list[Projected] = []
        for number, raw in enumerate(lines, 1):
            record = str(uuid7())
            content, problems, bad = _read(workspace, register, raw, None)
            if bad:
                findings.append(Finding(tuple(bad), line=number))
            if findings:
                continue
            lacking = list(missing(register, {**content.values, **content.confidential}))
            if draft or lacking:
                saved.append(_save_draft(workspace, record, content, lacking + problems))
                continue
            revision = first_revision(workspace, record, content, seq + len(revisions) + 1)
            revisions.append(revision)
            projected.append(of_revision(register, revision))
            saved.append(_saved(revision, problems))
        if findings:
            raise ProblemsFound("records.refused", findings, count=len(findings))
        workspace.store.revisions.append(revisions)
        workspace.store.projections.write(projected)
        workspace.note_all(
            "save",
            (
                {"record": one.record, "register": register.name, "revision": one.revision}
                for one in saved
            ),
        )
    return saved


def change_record(workspace: Workspace, record: str, raw: object, *, reason: str | None) -> Saved:
    """Save changed fields of a record or draft; null empties a field.

    A registered record needs a reason and must stay complete; a draft that becomes complete takes
    its number. ProblemsFound if a value cannot be stored.
    """
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        return _change_draft(workspace, draft, raw)
    before = own_record(workspace, record)
    if before.header.voided:
        raise Refusal("records.voided")
    if not reason or not reason.strip():
        raise Refusal("records.reason_needed")
    register = workspace.catalogue.by_name[before.header.register]
    content, problems, bad = _read(workspace, register, raw, values_of(register, before), before)
    bad += _lost(register, content, bad)
    if bad:
        raise ProblemsFound(
            "records.refused", [Finding(tuple(bad), line=1, record=record)], count=1
        )
    if content.values == values_of(register, before) and not content.confidential:
        raise Refusal("records.unchanged")
    with workspace.store.atomic():
        seq = workspace.last_seq() + 1
        revision = next_revision(workspace, before, content, seq, reason=reason_text(reason))
        _append(workspace, register, revision, "save")
    return _saved(revision, problems)


def preview(
    workspace: Workspace, register: Register, raw: object, record: str | None
) -> tuple[Problem, ...]:
    """Return what would be said of a record if it were saved now; nothing is saved.

    ``raw`` are all fields of a new record, or those that change of the ``record`` that is there.
    """
    draft = workspace.store.drafts.get(record) if record else None
    before = own_record(workspace, record) if record and draft is None else None
    old = values_of(register, before) if before else None
    if draft is not None:
        old = join(register.fields, draft.shared, draft.private)
    content, problems, bad = _read(workspace, register, raw, old, before, draft)
    return (*bad, *_lost(register, content, bad), *problems)


def hindrances(workspace: Workspace, register: Register, raw: object) -> tuple[Problem, ...]:
    """Return why a new record could not enter the book as it is, none where it could."""
    content, _, bad = _read(workspace, register, raw, None)
    return (*bad, *_lost(register, content, bad))


def void_record(workspace: Workspace, record: str, *, reason: str) -> Saved | None:
    """Strike a record through: it keeps its number and is in no figure. A draft is discarded.

    Returns None for a draft. The reason is asked for in both cases.
    """
    if not reason.strip():
        raise Refusal("records.reason_needed")
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        must_write(workspace, draft.register, record)
        with workspace.store.atomic():
            for file in _attached(draft):
                workspace.store.attachments.drop(file.key)
            workspace.store.drafts.drop(record)
            workspace.store.projections.drop(record)
            workspace.note("discard", record=record, reason=reason_text(reason))
        return None
    before = own_record(workspace, record)
    if before.header.voided:
        raise Refusal("records.voided")
    register = workspace.catalogue.by_name[before.header.register]
    content = Content(
        register=register,
        values=values_of(register, before),
        confidential={},
        sealed=before.header.confidential,
        attached=attached_of(before.shared, before.private),
    )
    with workspace.store.atomic():
        seq = workspace.last_seq() + 1
        revision = next_revision(
            workspace, before, content, seq, reason=reason_text(reason), voided=True
        )
        _append(workspace, register, revision, "void")
    return _saved(revision, [])


def change_attached(
    workspace: Workspace, record: str, attached: tuple[Attached, ...], *, reason: str | None
) -> Saved:
    """Save other attachments of a record or draft, in the transaction that is open.

    A registered record needs a reason, as for any change; its values stay as they are.
    """
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        must_write(workspace, draft.register, record)
        register = workspace.catalogue.by_name[draft.register]
        content = Content(
            register=register,
            values=join(register.fields, draft.shared, draft.private),
            confidential={},
            sealed=draft.confidential,
            attached=attached,
        )
        lacking = list(missing(register, with_sealed(content)))
        return _save_draft(workspace, record, content, lacking)
    before = own_record(workspace, record)
    if before.header.voided:
        raise Refusal("records.voided")
    if not reason or not reason.strip():
        raise Refusal("records.reason_needed")
    register = workspace.catalogue.by_name[before.header.register]
    content = Content(
        register=register,
        values=values_of(register, before),
        confidential={},
        sealed=before.header.confidential,
        attached=attached,
    )
    seq = workspace.last_seq() + 1
    revision = next_revision(workspace, before, content, seq, reason=reason_text(reason))
    _append(workspace, register, revision, "save")
    return _saved(revision, [])


def own_record(workspace: Workspace, record: str) -> Revision:
    """Return the last revision of a record that this workspace may write (it holds the pen)."""
    revision = workspace.store.revisions.latest(record)
    if revision is None:
        raise Refusal("records.unknown", id=record)
    must_write(workspace, revision.header.register, record)
    if revision.header.workspace != workspace.place.id:
        raise Refusal("records.not_ours")
    if is_given(workspace, revision.header):
        raise Refusal("transfer.given", name=receiver_name(workspace))
    return revision


def _change_draft(workspace: Workspace, draft: Draft, raw: object) -> Saved:
    must_be_open(workspace)
    must_write(workspace, draft.register, draft.record)
    register = workspace.catalogue.by_name[draft.register]
    values = join(register.fields, draft.shared, draft.private)
    content, problems, bad = _read(workspace, register, raw, values, draft=draft)
    if bad:
        finding = Finding(tuple(bad), line=1, record=draft.record)
        raise ProblemsFound("records.refused", [finding], count=1)
    lacking = list(missing(register, with_sealed(content)))
    with workspace.store.atomic():
        if lacking:
            return _save_draft(workspace, draft.record, content, lacking + problems)
        seq = workspace.last_seq() + 1
        revision = first_revision(workspace, draft.record, content, seq)
        workspace.store.drafts.drop(draft.record)
        _append(workspace, register, revision, "save")
    return _saved(revision, problems)


def _append(workspace: Workspace, register: Register, revision: Revision, act: str) -> None:
    workspace.store.revisions.append([revision])
    workspace.store.projections.write([of_revision(register, revision)])
    record, number = revision.header.record, revision.header.number
    workspace.note(act, record=record, register=register.name, revision=number)


def _save_draft(workspace: Workspace, record: str, content: Content, problems: Problems) -> Saved:
    draft = new_draft(workspace, record, content)
    workspace.store.drafts.put(draft)
    place = workspace.place
    projected = of_draft(content.register, draft, place.unit.text, place.id)
    workspace.store.projections.write([projected])
    return Saved(record, None, 0, "draft", complete=False, problems=tuple(problems))


def _saved(revision: Revision, problems: Problems) -> Saved:
    header = revision.header
    return Saved(
        header.record,
        revision.book,
        header.number,
        header.state,
        complete=True,
        problems=tuple(problems),
    )


def values_of(register: Register, revision: Revision) -> dict[str, object]:
    """Return the values of a revision but those that are sealed."""
    private = revision.private or {}
    values = private.get("values", {})
    return join(register.fields, revision.shared, values if isinstance(values, Mapping) else {})


def confidential_fields(register: Register) -> list[str]:
    """Return the names of the fields that are sealed."""
    return [f.name for f in register.fields if Travel.CONFIDENTIAL in register.travels(f.name)]


def _lost(register: Register, content: Content, bad: Problems) -> Problems:
    """Return what a registered record would lack: from its first number on it stays complete.

    A field of which something is wrong is not missing besides, and decides nothing: the line of
    dated states that is half typed has no state yet.
    """
    wrong = {problem.field.partition(".")[0].partition("[")[0] for problem in bad}
    whole = {name: one for name, one in with_sealed(content).items() if name not in wrong}
    return [one for one in missing(register, whole) if one.field not in wrong]


def reason_text(text: str) -> str:
    """Return the reason of an act as it is stored; Refusal if it cannot be."""
    try:
        return str(Reader(None, date.min).read(_REASON, text))
    except BadValue as bad:
        raise Refusal(bad.rule, **bad.values) from None


def _read(
    workspace: Workspace,
    register: Register,
    raw: object,
    old: Values | None,
    before: Revision | None = None,
    draft: Draft | None = None,
) -> tuple[Content, Problems, Problems]:
    """Return the content after the change, what rules found, and what cannot be stored."""
    if not isinstance(raw, dict):
        empty = Content(register=register, values={}, confidential={})
        return empty, [], [Problem("", "values.not_an_object")]
    merged = {**(old or {}), **raw}
    merged = {name: value for name, value in merged.items() if value is not None}
    today = workspace.clock.today()
    reader = Reader(workspace.units, _unit_day(workspace, register, merged))
    values, bad = reader.read_all(register.fields, merged)
    sealed = before.header.confidential if before else draft.confidential if draft else None
    confidential = {
        name: values.pop(name) for name in confidential_fields(register) if name in values
    }
    content = Content(
        register=register,
        values=values,
        confidential=confidential,
        sealed=sealed,
        attached=_attached(before or draft),
    )
    if bad:
        return content, [], bad
    earlier = before.shared.get("moves") if before else None
    moves = earlier if isinstance(earlier, list) else []
    found = list(check(register, with_sealed(content), today, earlier_moves=moves))
    found += invented_problems(workspace, register, {**content.values, **content.confidential})
    own = before.header.record if before else draft.record if draft else None
    found += reference_problems(workspace, register, content.values, own)
    found += added_problems(workspace, register, content.values)
    blocking = [problem for problem in found if problem.blocks]
    return content, [problem for problem in found if not problem.blocks], blocking


def _attached(stored: Revision | Draft | None) -> tuple[Attached, ...]:
    return attached_of(stored.shared, stored.private) if stored is not None else ()


def with_sealed(content: Content) -> dict[str, object]:
    """Return all values for the rules; a mark stands for what is sealed and not typed anew."""
    marks = dict.fromkeys(confidential_fields(content.register), SEALED) if content.sealed else {}
    return {**marks, **content.values, **content.confidential}


def _unit_day(workspace: Workspace, register: Register, raw: Values) -> date:
    """Return the day on which a unit code is understood: that of the event, where it has one.

    Codes are reused after a reform: 13579 is another commune before 01/07/2025 than after it.
    """
    event = day_of(raw.get(register.event_field))
    if event is not None:
        return event
    end, today = workspace.unit.valid_to, workspace.clock.today()
    return end - timedelta(days=1) if end is not None and end <= today else today
