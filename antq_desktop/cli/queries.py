"""``bundle query | queries | terms``: records that come back, and what is answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.cli.record_input import objects, opened
from antq_desktop.domain.sharing import quoted
from antq_desktop.errors import Refusal
from antq_desktop.services.deciding import bundle_named
from antq_desktop.services.delivering import deliver
from antq_desktop.services.duties import duties, explain
from antq_desktop.services.following import followed
from antq_desktop.services.looking import find_record
from antq_desktop.services.posting import write_queries
from antq_desktop.services.querying import (
    EVERY_REGISTER,
    Wanted,
    accept_answer,
    ask,
    ask_again,
    choose_term,
    must_know,
    terms_of,
    usual_due,
    withdraw,
)
from antq_desktop.services.reason_words import reason_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from antq_desktop.cli.session import Session
    from antq_desktop.services.returning import Source
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Query

STATES = {
    "asked": "cli.query_asked",
    "written": "cli.query_written",
    "overdue": "cli.query_overdue",
    "open": "cli.query_open",
    "answered": "cli.query_answered",
    "sent": "cli.query_sent",
    "closed": "cli.query_closed",
    "again": "cli.query_again",
    "withdrawn": "cli.query_withdrawn",
}
_MEMBERS = {"record", "field", "rule", "text", "due"}


@click.command("query", cls=Command, help="cli.help_bundle_query")
@click.argument("record", required=False)
@option("--text", help="cli.option_query_text")
@option("--field", help="cli.option_query_field")
@option("--rule", help="cli.option_query_rule")
@option("--due", help="cli.option_query_due")
@option("--lines", type=FILE, help="cli.option_query_lines")
@option("--bundle", help="cli.option_query_bundle")
@option("-o", "out", type=FILE, help="cli.option_query_out")
@pass_session
def query(
    session: Session,
    /,
    record: str | None,
    lines: Path | None,
    bundle: str | None,
    out: Path | None,
    **said: str | None,
) -> Answer:
    """Return one record, or those of a file of JSON lines, and write the bundles if asked to.

    ``said`` are the members of one line: text, field, rule, due.
    """
    if (record is None) == (lines is None):
        raise Refusal("queries.which")
    with session.workspace() as workspace:
        workspace.require_role("office")
        source = _source(workspace, bundle)
        rows = list(_rows(lines)) if lines is not None else [{**said, "record": record}]
        asked = ask(workspace, [_wanted(workspace, row, source) for row in rows], source)
        written = _write(workspace, out) if out is not None else []
    document = {"queries": [_query(one) for one in asked], "bundles": [str(one) for one in written]}
    shown = [f"{one.id}  {one.record}" for one in asked]
    return Answer(document, [*shown, *map(str, written)])


@click.command("queries", cls=Command, help="cli.help_bundle_queries")
@option("--open", "only_open", is_flag=True, help="cli.option_queries_open")
@option("-o", "out", type=FILE, help="cli.option_queries_out")
@pass_session
def queries(session: Session, out: Path | None, *, only_open: bool) -> Answer:
    """Show what was asked, or at a commune what is to be done."""
    with session.workspace() as workspace:
        written = _write(workspace, out, again=True) if out is not None else []
        if workspace.place.role == "office":
            return _office(session, workspace, written, only_open=only_open)
        return _commune(session, workspace, only_open=only_open)


@click.command("settle", cls=Command, help="cli.help_bundle_settle")
@click.argument("query", metavar="ID")
@click.argument("act", type=click.Choice(["again", "withdraw", "accept", "answer"]))
@option("--text", default="", help="cli.option_query_text")
@option("--due", type=DAY, help="cli.option_query_due")
@pass_session
def settle(session: Session, query: str, act: str, text: str, due: datetime | None) -> Answer:
    """Ask again, withdraw, be content with an answer; or at a commune answer in words."""
    with session.workspace() as workspace:
        if act == "answer":
            explain(workspace, query, text)
            return _commune(session, workspace, only_open=False)
        if act == "again":
            register = must_know(workspace, query).register or EVERY_REGISTER
            days = due.date() if due is not None else usual_due(workspace, register)
            ask_again(workspace, query, text, days)
        elif act == "withdraw":
            withdraw(workspace, query)
        else:
            accept_answer(workspace, query)
        return _office(session, workspace, (), only_open=False)


@click.command("terms", cls=Command, help="cli.help_bundle_terms")
@click.argument("register", required=False)
@click.argument("days", required=False, type=int)
@option("--none", "no_term", is_flag=True, help="cli.option_terms_none")
@pass_session
def terms(session: Session, register: str | None, days: int | None, *, no_term: bool) -> Answer:
    """Show or set in how many days an answer is wanted; "all" stands for every other register."""
    with session.workspace() as workspace:
        workspace.require_role("office")
        if register is not None and (days is not None or no_term):
            name = EVERY_REGISTER if register == "all" else register
            choose_term(workspace, name, None if no_term else days)
        found = {name or "all": one for name, one in terms_of(workspace).items()}
    shown = [session.label("cli.term", register=name, days=one) for name, one in found.items()]
    return Answer({"terms": found}, shown or [session.label("cli.no_terms")])


def _source(workspace: Workspace, name: str | None) -> Source | None:
    """Return the bundle that a person names: a file, or one that was judged before."""
    if name is None:
        return None
    return Path(name) if Path(name).is_file() else bundle_named(workspace, name).digest


def _rows(path: Path) -> Iterator[Mapping[str, object]]:
    with opened(path) as file:
        for row in objects(file):
            if not isinstance(row, Mapping) or set(row) - _MEMBERS:
                raise Refusal("queries.bad_line")
            yield row


def _wanted(workspace: Workspace, row: Mapping[str, object], source: Source | None) -> Wanted:
    said = {name: value for name, value in row.items() if value is not None}
    if not all(isinstance(value, str) for value in said.values()):
        raise Refusal("queries.bad_line")
    texts = {name: str(value) for name, value in said.items()}
    record = texts.get("record", "")
    if source is None or "/" in record:
        record = find_record(workspace, record)
    line = workspace.store.queries.line(record)
    register = line.register if line is not None else EVERY_REGISTER
    return Wanted(
        record=record,
        text=texts.get("text", ""),
        field=texts.get("field"),
        rule=texts.get("rule"),
        due=_day(texts["due"]) if "due" in texts else usual_due(workspace, register),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("queries.bad_line") from None


def _write(workspace: Workspace, out: Path, *, again: bool = False) -> list[Path]:
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    return [deliver(workspace, row, out) for row in write_queries(workspace, again=again)]


def _query(one: Query) -> dict[str, object]:
    return {
        "id": one.id,
        "record": one.record,
        "register": one.register,
        "number": one.number,
        "field": one.field,
        "rule": one.rule,
        "text": one.text or None,
        "due": one.due,
        "asked_at": one.asked_at,
        "again": one.again,
    }


def _office(
    session: Session, workspace: Workspace, written: Sequence[Path], *, only_open: bool
) -> Answer:
    found = [one for one in followed(workspace) if one.open or not only_open]
    documents = [
        {
            **_query(one.query),
            "unit": one.query.unit,
            "state": one.state,
            "written_at": one.written_at,
            "answered_at": one.answered_at,
            "answer": one.answer,
            "days": one.days,
            "changed": one.changed,
        }
        for one in found
    ]
    head = ("cli.id", "cli.unit", "cli.record", "cli.state", "cli.due_on", "cli.days", "cli.text")
    rows = [
        (
            one.query.id,
            one.query.unit,
            _place(session, one.query, one.line),
            session.label(STATES[one.state]),
            shown_day(one.query.due),
            one.days,
            quoted(one.query.text),
        )
        for one in found
    ]
    lines = table([session.label(name) for name in head], rows)
    lines += [
        session.label("cli.query_answer", id=one.query.id, text=quoted(one.answer))
        for one in found
        if one.answer is not None
    ]
    bundles = [str(one) for one in written]
    return Answer({"queries": documents, "bundles": bundles}, [*lines, *bundles])


def _commune(session: Session, workspace: Workspace, *, only_open: bool) -> Answer:
    found = [one for one in duties(workspace) if one.open or not only_open]
    documents = [
        {
            **_query(one.query),
            "origin": one.query.origin,
            "state": one.state,
            "late": one.late,
            "answer": one.answer,
        }
        for one in found
    ]
    head = ("cli.id", "cli.record", "cli.state", "cli.due_on", "cli.text")
    rows = [
        (
            one.query.id,
            _place(session, one.query, one.line),
            session.label(STATES[one.state]),
            shown_day(one.query.due),
            quoted(one.query.text) if one.query.text else _rule(session, one.query),
        )
        for one in found
    ]
    return Answer({"queries": documents}, table([session.label(name) for name in head], rows))


def _rule(session: Session, query: Query) -> str:
    """Return what the receipt refused it for, in words where there are any here."""
    said = reason_words(query.rule, session.language) if query.rule else None
    return said.text if said is not None else query.rule or ""


def _place(session: Session, query: Query, line: Line | None) -> str:
    """Return a record as people find it: register and number in the book, and the field."""
    register = session.program.catalogue.by_name.get(query.register or "")
    name = register.label.text(session.language) if register is not None else ""
    book = line.book if line is not None and line.book is not None else query.record or ""
    return " ".join(part for part in (name, book, query.field) if part)
