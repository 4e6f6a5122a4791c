"""``record show | list | history`` and ``search``: looking at records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped, shown_day, shown_moment, table
from antq_desktop.cli.attachments import documents as attachment_documents
from antq_desktop.cli.attachments import lines as attachment_lines
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.handed import handed_documents, handed_lines
from antq_desktop.cli.limits import limit_documents, limit_lines, limit_name
from antq_desktop.cli.problems import field_label
from antq_desktop.cli.record import named_record
from antq_desktop.cli.registers import register_named
from antq_desktop.cli.values import value_lines
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.attachments import attachments_of
from antq_desktop.services.case_records import handed_over
from antq_desktop.services.document_numbers import REGISTER as DOCUMENTS
from antq_desktop.services.document_numbers import document_numbers
from antq_desktop.services.looking import (
    history,
    list_records,
    overdue_limits,
    record_limits,
    reveal,
    show_record,
)
from antq_desktop.services.looking import search as find
from antq_desktop.services.unit_names import name_with_others

if TYPE_CHECKING:
    from antq_desktop.cli.session import Session
    from antq_desktop.domain.register import Register
    from antq_desktop.services.document_numbers import BookOfDocuments
    from antq_desktop.services.looking import Shown
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line


@click.command("show", cls=Command, help="cli.help_record_show")
@click.argument("id_", metavar="ID")
@option("--reveal", "revealing", is_flag=True, help="cli.option_reveal")
@option("--reason", help="cli.option_reason")
@pass_session
def show(session: Session, id_: str, reason: str | None, *, revealing: bool) -> Answer:
    """Show a record; what is sealed only to the head, for a reason."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        shown = show_record(workspace, record)
        values = dict(shown.values)
        if revealing:
            values |= reveal(workspace, record, reason=reason or "")
        return _shown(session, workspace, shown, values)


def _shown(
    session: Session, workspace: Workspace, shown: Shown, values: dict[str, object]
) -> Answer:
    line, limits = shown.line, record_limits(workspace, shown)
    files = attachments_of(workspace, line.record)
    document = {
        "id": line.record,
        "register": line.register,
        "number": line.book,
        "unit": line.unit,
        "state": line.state,
        "revision": line.number,
        "values": values,
        "digest": shown.digest,
        "deadlines": limit_documents(session, limits),
        "attachments": attachment_documents(files),
    }
    register = workspace.catalogue.by_name[line.register]
    lines = [
        f"{register.label.text(session.language)}: {line.book or session.label('cli.draft')}",
        f"{session.label('cli.state')}: {state_label(session, register, line)}",
        *value_lines(session, workspace.units, register.fields, values),
    ]
    lines += limit_lines(session, limits)
    if files:
        lines += [f"{session.label('cli.attachments')}:", *attachment_lines(session, files)]
    if shown.has_confidential and not set(values) - set(shown.values):
        lines.append(session.label("cli.has_confidential"))
    if shown.digest is not None:
        lines.append(f"{session.label('cli.digest')}: {grouped(shown.digest)}")
    return Answer(document, lines)


def state_label(session: Session, register: Register, line: Line) -> str:
    """Return the state of a record in words, also that of a draft or a voided one."""
    if line.draft:
        return session.label("cli.draft")
    if line.voided:
        return session.label("cli.voided")
    for code in register.life_cycle.states:
        if code.code == line.state:
            return code.text(session.language)
    return line.state


@click.command("list", cls=Command, help="cli.help_record_list")
@click.argument("register")
@option("--period", help="cli.option_period")
@option("--state", help="cli.option_state")
@option("--unit", metavar="CODE[@DATE]", help="cli.option_unit_of_records")
@option("--overdue", is_flag=True, help="cli.option_overdue")
@pass_session
def show_all(
    session: Session,
    register: str,
    period: str | None,
    state: str | None,
    unit: str | None,
    *,
    overdue: bool,
) -> Answer:
    """List the records of a register."""
    found = register_named(session, register)
    within = parse_period(period) if period is not None else None
    with session.workspace() as workspace:
        of = workspace.units.resolve(unit, workspace.clock.today()).key.text if unit else None
        lines = list_records(workspace, found, period=within, state=state, overdue=overdue, unit=of)
        late = [overdue_limits(workspace, one) for one in lines] if overdue else []
    head = ["cli.number", "cli.unit", "cli.event", "cli.state", "cli.label"]
    rows = [
        [one.book, one.unit, shown_day(one.event), state_label(session, found, one), one.title]
        for one in lines
    ]
    document = [_row(one) for one in lines]
    if overdue:
        head.append("cli.deadlines")
    for row, written, limits in zip(rows, document, late, strict=False):
        row.append("; ".join(limit_name(session, one) for one in limits))
        written["deadlines"] = limit_documents(session, limits)
    return Answer(
        {"rows": document, "total": len(lines)},
        [
            *table([session.label(name) for name in head], rows),
            session.label("cli.total", count=len(lines)),
        ],
    )


def _row(line: Line) -> dict[str, object]:
    return {
        "id": line.record,
        "number": line.book,
        "unit": line.unit,
        "state": line.state,
        "revision": line.number,
        "voided": line.voided,
        "draft": line.draft,
        "event": line.event,
        "label": line.title,
    }


@click.command("history", cls=Command, help="cli.help_record_history")
@click.argument("id_", metavar="ID")
@pass_session
def show_history(session: Session, id_: str) -> Answer:
    """Show who changed a record, when, why, and which fields."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        changes, handed = history(workspace, record), handed_over(workspace, record)
    register = session.registers.get(None)
    document = [
        {
            "number": one.number,
            "at": one.at,
            "author": one.author,
            "reason": one.reason,
            "changed": list(one.changed),
        }
        for one in changes
    ]
    head = ("cli.revision", "cli.at", "cli.author", "cli.reason", "cli.changed")
    rows = (
        (
            one.number,
            shown_moment(one.at),
            one.author,
            one.reason,
            "; ".join(field_label(session, register, name) for name in one.changed),
        )
        for one in changes
    )
    lines = table([session.label(name) for name in head], rows)
    lines += handed_lines(session, handed)
    return Answer({"revisions": document, "cases": handed_documents(handed)}, lines)


@click.command("gaps", cls=Command, help="cli.help_record_gaps")
@option("--year", type=int, help="cli.option_gaps_year")
@pass_session
def gaps(session: Session, year: int | None) -> Answer:
    """List the numbers that are missing in the books of documents."""
    with session.workspace() as workspace:
        books = document_numbers(workspace, year)
        register = workspace.catalogue.by_name[DOCUMENTS]
    document = [
        {
            "direction": one.direction,
            "series": one.series,
            "year": one.year,
            "last": one.last,
            "missing": [list(gap) for gap in one.missing],
            "twice": list(one.twice),
        }
        for one in books
    ]
    head = ("cli.book", "cli.year", "cli.last_number", "cli.missing", "cli.twice")
    rows = (
        (
            _book_name(session, register, one),
            one.year,
            one.last,
            ", ".join(_span(gap) for gap in one.missing) or "–",
            ", ".join(map(str, one.twice)) or "–",
        )
        for one in books
    )
    return Answer({"books": document}, table([session.label(name) for name in head], rows))


def _span(gap: tuple[int, int]) -> str:
    first, last = gap
    return str(first) if first == last else f"{first}–{last}"


def _book_name(session: Session, register: Register, book: BookOfDocuments) -> str:
    values = {"direction": book.direction, "series": book.series}
    codes = [register.by_name[name].code(value) for name, value in values.items()]
    return " – ".join(code.text(session.language) for code in codes if code is not None)


@click.command(cls=Command, help="cli.help_search")
@click.argument("text", nargs=-1, required=True)
@pass_session
def search(session: Session, text: tuple[str, ...]) -> Answer:
    """Find records of all registers, with or without marks."""
    with session.workspace() as workspace:
        found = find(workspace, " ".join(text))
        tree = workspace.units
    names = {
        unit: name_with_others(tree, parse_unit_key(unit), session.language)
        for unit in {one.unit for one in found}
    }
    hits = [
        {
            "id": one.record,
            "register": one.register,
            "number": one.book,
            "label": one.title,
            "unit": one.unit,
            "unit_name": names[one.unit],
        }
        for one in found
    ]
    head = ("cli.register", "cli.number", "cli.label", "cli.unit", "cli.id")
    rows = ((one.register, one.book, one.title, names[one.unit], one.record) for one in found)
    total = session.label("cli.total", count=len(found))
    return Answer({"hits": hits}, [*table([session.label(name) for name in head], rows), total])
