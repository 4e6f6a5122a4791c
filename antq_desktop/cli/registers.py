"""``registers``: the registers and their fields, as they stand in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import Command, pass_session
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.fields import Code, Field
    from antq_desktop.domain.register import Deadline, Register

    Object = dict[str, object]


def register_named(session: Session, name: str) -> Register:
    """Return a register by its name or code (R06); its labels are used for problems from now on."""
    for register in session.program.catalogue.registers:
        if name in (register.name, register.code):
            session.registers[None] = register
            return register
    raise Refusal("records.unknown_register", name=name)


@click.command(cls=Command, help="cli.help_registers")
@click.argument("name", required=False)
@pass_session
def registers(session: Session, name: str | None) -> Answer:
    """List the registers, or the fields of one."""
    if name is not None:
        return _fields(session, register_named(session, name))
    rows = [
        (one.name, one.code, one.label.text(session.language))
        for one in session.program.catalogue.registers
    ]
    return Answer(
        {"registers": [dict(zip(("name", "code", "label"), row, strict=True)) for row in rows]},
        table(
            [session.label("cli.name"), session.label("cli.code"), session.label("cli.label")], rows
        ),
    )


def _fields(session: Session, register: Register) -> Answer:
    document = {
        "name": register.name,
        "label": register.label.text(session.language),
        "states": _codes(session, register.life_cycle.states),
        "fields": [_field(session, one) for one in register.fields],
        "deadlines": [_deadline(session, one) for one in register.deadlines],
    }
    return Answer(document, list(_lines(session, register)))


def _field(session: Session, field: Field) -> Object:
    body: Object = {
        "name": field.name,
        "label": field.label.text(session.language),
        "kind": str(field.kind),
        "required": field.required,
        "values": _codes(session, field.codes),
        "travel": str(field.travel),
        "basis": field.basis,
    }
    if field.columns:
        body["columns"] = [_field(session, column) for column in field.columns]
    return body


def _deadline(session: Session, deadline: Deadline) -> Object:
    doubtful = deadline.unverified_from
    return {
        "code": deadline.code,
        "label": deadline.label.text(session.language),
        "basis": deadline.basis,
        "start": deadline.start,
        "unverified_from": doubtful.isoformat() if doubtful else None,
    }


def _codes(session: Session, codes: Iterable[Code]) -> list[Object]:
    return [
        {
            "code": one.code,
            "label": one.label.text(session.language),
            "from": one.valid_from.isoformat() if one.valid_from else None,
            "to": one.valid_to.isoformat() if one.valid_to else None,
            "verified": one.verified,
        }
        for one in codes
    ]


def _lines(session: Session, register: Register) -> Iterator[str]:
    yield f"{register.code} {register.label.text(session.language)}"
    yield register.basis
    yield ""
    head = ("cli.name", "cli.label", "cli.kind", "cli.required", "cli.travel")
    fields = [
        (path, one)
        for field in register.fields
        for path, one in (
            (field.name, field),
            *((f"{field.name}.{column.name}", column) for column in field.columns),
        )
    ]
    yield from table([session.label(one) for one in head], (_row(session, *one) for one in fields))
    for path, field in fields:
        if field.codes:
            yield ""
            yield f"{path}:"
            yield from (f"  {one.code}  {one.text(session.language)}" for one in field.codes)
    yield from _deadline_lines(session, register)


def _deadline_lines(session: Session, register: Register) -> Iterator[str]:
    if register.deadlines:
        yield ""
        yield f"{session.label('cli.deadlines')}:"
    for one in register.deadlines:
        yield f"  {one.code}  {one.label.text(session.language)} ({one.basis})"
        if one.unverified_from is not None:
            day = shown_day(one.unverified_from.isoformat())
            yield f"    {session.label('cli.unverified_from', day=day)}"


def _row(session: Session, path: str, field: Field) -> tuple[str, ...]:
    travels = {
        "shared": "cli.travel_shared",
        "private": "cli.travel_private",
        "confidential": "cli.travel_confidential",
    }
    return (
        path,
        field.label.text(session.language),
        str(field.kind),
        session.label("cli.yes") if field.required else "",
        session.label(travels[field.travel]),
    )
