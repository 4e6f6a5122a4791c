"""Gathers what a form is filled from: a record, several, the list of a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.printing.form import Needs
from antq_desktop.printing.subjects import ListSubject, RecordSubject
from antq_desktop.services.access import must_print
from antq_desktop.services.checking_paper import code_of_record
from antq_desktop.services.looking import find_record, reveal
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.saving import register_named, values_of
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.printing.form import Form
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

MOST = 1_000
"""So many records are printed at once: two reams of paper."""


def register_of(workspace: Workspace, form: Form, name: str | None) -> Register:
    """Return the register that a form is made for; Refusal if it must be named, or does not fit."""
    if name is None and len(form.registers) == 1:
        name = form.registers[0]
    if name is None:
        raise Refusal("paper.needs_register", form=form.code)
    register = register_named(workspace, name)
    if not form.serves(register.name):
        raise Refusal("paper.not_of_register", form=form.code, name=register.label.vi)
    return register


def blank(workspace: Workspace, form: Form, register: str | None) -> Filled:
    """Return the body of a form for handwriting; Refusal for one that means nothing empty."""
    if not form.blank:
        raise Refusal("paper.not_blank", form=form.code)
    body = None
    if form.needs is Needs.RECORD and not form.registers:
        declared = register_of(workspace, form, register)
        body = RecordSubject(declared, "", {}, {}, blank=True)
    return Filled(body, {"blank": "yes"})


def of_records(
    workspace: Workspace, form: Form, texts: Sequence[str], reveal_reason: str | None
) -> list[Filled]:
    """Return registered records; their sealed fields only for the head who gives a reason.

    Refusal if any of them does not fit the form: nothing is revealed then.
    """
    if not texts:
        raise Refusal("paper.needs_record", form=form.code)
    if len(texts) > MOST:
        raise Refusal("paper.too_many", count=len(texts), most=MOST)
    if reveal_reason is not None and not form.seals:
        raise Refusal("paper.nothing_to_seal", form=form.code)
    found = [_fitting(workspace, form, find_record(workspace, text), text) for text in texts]
    if reveal_reason is None:
        return found
    return [
        _revealed(workspace, one, reveal_reason)
        if len(found) == 1 or cast("RecordSubject", one.body).sealed
        else one
        for one in found
    ]


def of_period(workspace: Workspace, form: Form, register: Register, period: Period) -> list[Filled]:
    """Return the records of a period that the form can be made of; Refusal if there are none."""
    found: list[Filled] = []
    own = frozenset(key.text for key in workspace.own_units)
    for line in workspace.store.queries.lines(Filter(register.name, period, units=own)):
        if line.draft or line.voided:
            continue
        try:
            found.append(_fitting(workspace, form, line.record, line.record))
        except Refusal:
            continue  # another form is made of it
        if len(found) > MOST:
            raise Refusal("paper.too_many_in_period", most=MOST)
    if not found:
        raise Refusal("paper.none_fits", form=form.code, period=period.code)
    return found


def listed(register: Register, records: Sequence[Filled], period: Period | None) -> Filled:
    """Return several records as the body of one paper."""
    subjects = [cast("RecordSubject", one.body) for one in records]
    days = [one.day for one in records if one.day is not None]
    day = period.last if period is not None else max(days, default=None)
    span = {"period": period.code} if period is not None else {"book": records[0].journal["book"]}
    journals = [one.journal for one in records]
    return Filled(ListSubject(register, subjects, period), span, day, journals)


def _fitting(workspace: Workspace, form: Form, record: str, text: str) -> Filled:
    line = cast("Line", workspace.store.queries.line(record))
    if not form.serves(line.register):
        raise Refusal("paper.other_register", form=form.code, id=text)
    must_print(workspace, form.code, line.register, record)
    if line.draft:
        raise Refusal("paper.draft")
    book = str(line.book)
    if line.voided:
        raise Refusal("paper.voided", number=book)
    revision = workspace.store.revisions.latest(record)
    if revision is None or (revision.private is None and not form.partial):
        raise Refusal("paper.not_here", number=book)
    register = workspace.catalogue.by_name[line.register]
    subject = subject_of(workspace, register, revision)
    hindrance = form.hindrance(subject) if form.hindrance is not None else None
    if hindrance is not None:
        raise Refusal(hindrance, number=book)
    day = _day(subject.values.get(register.event_field))
    if day is not None and not form.valid_on(day):
        raise Refusal("paper.not_in_use", form=form.code, number=book)
    return Filled(
        subject,
        {"record": record, "register": register.name, "book": book},
        day,
        code=code_of_record(workspace, revision),
    )


def subject_of(workspace: Workspace, register: Register, revision: Revision) -> RecordSubject:
    """Return a revision as a form reads it, with the names of what it points to."""
    values = values_of(register, revision)
    header, private = revision.header, revision.private
    return RecordSubject(
        register,
        revision.book,
        values,
        _unit_names(workspace, register.fields, values),
        sealed=header.confidential is not None,
        references=_references(workspace, register.fields, values),
        partial=private is None,
        voided=str((private or {}).get("reason") or "") if header.voided else None,
    )


def _revealed(workspace: Workspace, filled: Filled, reason: str) -> Filled:
    subject = cast("RecordSubject", filled.body)
    confidential = reveal(workspace, filled.journal["record"], reason=reason)
    units = _unit_names(workspace, subject.register.fields, confidential)
    return replace(filled, body=subject.revealed(confidential, units))


def _unit_names(
    workspace: Workspace, fields: Iterable[Field], values: Mapping[str, object]
) -> dict[str, str]:
    """Return the names of all units that values point to, by the text of their keys."""
    found: dict[str, str] = {}
    for key in _unit_keys(fields, values):
        try:
            found[key.text] = workspace.units.get(key).name
        except Refusal:
            found[key.text] = key.text  # a newer tree may have dropped it: the code still names it
    return found


def _unit_keys(fields: Iterable[Field], values: Mapping[str, object]) -> Iterator[UnitKey]:
    for one in fields:
        value = values.get(one.name)
        if value is None:
            continue
        if one.kind is Kind.UNIT:
            yield UnitKey.from_json(value)
        elif one.kind is Kind.PERSON:
            yield from _unit_keys(PERSON_FIELDS, cast("Mapping[str, object]", value))
        elif one.kind is Kind.ROWS:
            for row in cast("list[Mapping[str, object]]", value):
                yield from _unit_keys(one.columns, row)


def _references(
    workspace: Workspace, fields: Iterable[Field], values: Mapping[str, object]
) -> dict[str, str]:
    """Return the number in its book of every record that values point to, by its id."""
    found: dict[str, str] = {}
    for record in _pointed(fields, values):
        line = workspace.store.queries.line(record)
        if line is not None and line.book is not None:
            found[record] = f"{workspace.catalogue.by_name[line.register].code}/{line.book}"
    return found


def _pointed(fields: Iterable[Field], values: Mapping[str, object]) -> Iterator[str]:
    for one in fields:
        value = values.get(one.name)
        if value is None:
            continue
        if one.kind is Kind.REFERENCE:
            yield str(value)
        elif one.kind is Kind.ROWS:
            for row in cast("list[Mapping[str, object]]", value):
                yield from _pointed(one.columns, row)


def _day(value: object) -> date | None:
    return datetime.fromisoformat(value).date() if isinstance(value, str) else None
