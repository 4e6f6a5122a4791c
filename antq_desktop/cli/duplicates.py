"""``record duplicates | beside | decide | reopen``: records that may be about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_moment, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.record import named_record
from antq_desktop.cli.registers import register_named
from antq_desktop.cli.values import shown_value, value_lines
from antq_desktop.domain.duplicates import Decision
from antq_desktop.domain.fields import Kind
from antq_desktop.services.duplicates import (
    DECISION_WORDS,
    PAGE,
    WHY_WORDS,
    beside,
    decided_pairs,
    queue,
)
from antq_desktop.services.duplicates import decide as keep_decision
from antq_desktop.services.duplicates import reopen as take_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.duplicates import Why
    from antq_desktop.services.duplicates import Compared, Pair
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

_FIRST = click.argument("first", metavar="ID")
_SECOND = click.argument("second", metavar="ID")
_DUPLICATE_OF = "duplicate_of"
_DIFFERS, _SAME = "\u2260", "="


@click.command("duplicates", cls=Command, help="cli.help_record_duplicates")
@option("--register", help="cli.option_duplicates_register")
@option("--decided", is_flag=True, help="cli.option_duplicates_decided")
@pass_session
def show_all(session: Session, register: str | None, *, decided: bool) -> Answer:
    """List pairs that wait, or those that were decided of."""
    name = register_named(session, register).name if register else None
    with session.workspace() as workspace:
        if decided:
            found = decided_pairs(workspace, name)
        else:
            found = queue(workspace, register=name, most=PAGE + 1)
    pairs = found if decided else found[:PAGE]
    more = len(found) > len(pairs)
    lines = [line for one in pairs for line in _lines(session, one)]
    if more:
        lines.append(session.label("cli.duplicates_more"))
    lines.append(session.label("cli.total", count=len(pairs)))
    return Answer({"pairs": [_document(one) for one in pairs], "more": more}, lines)


@click.command("beside", cls=Command, help="cli.help_record_beside")
@_FIRST
@_SECOND
@pass_session
def show(session: Session, first: str, second: str) -> Answer:
    """Show two records side by side."""
    with session.workspace() as workspace:
        found = beside(workspace, *_named(session, workspace, first, second))
        rows = [
            [
                _DIFFERS if one.differs else _SAME,
                _label(session, one),
                *(_said(session, workspace, one, value) for value in (one.earlier, one.later)),
            ]
            for one in found.rows
        ]
    names = ("cli.duplicates_field", "cli.duplicates_earlier", "cli.duplicates_later")
    head = ["", *(session.label(name) for name in names)]
    fields = [
        {
            "field": one.field.name
            if one.within is None
            else f"{one.within.name}.{one.field.name}",
            "differs": one.differs,
            "earlier": one.earlier,
            "later": one.later,
        }
        for one in found.rows
    ]
    pair = found.pair
    document = {**(_document(pair) if pair else {}), "fields": fields}
    return Answer(document, [*(_lines(session, pair) if pair else ()), *table(head, rows)])


@click.command("decide", cls=Command, help="cli.help_record_decide")
@_FIRST
@_SECOND
@option(
    "--as",
    "decision",
    type=click.Choice([one.value for one in Decision]),
    required=True,
    help="cli.option_decide_as",
)
@option("--reason", default="", help="cli.option_reason")
@pass_session
def decide(session: Session, first: str, second: str, decision: str, reason: str) -> Answer:
    """Keep what a person decided of two records."""
    with session.workspace() as workspace:
        one, other = _named(session, workspace, first, second)
        pair = keep_decision(workspace, one, other, Decision(decision), reason)
    lines = [session.label("cli.duplicates_done", decision=_decision(session, Decision(decision)))]
    if decision == Decision.DOUBLE.value and not pair.double.voided:
        lines.append(_what_next(session, pair))
    return Answer(_document(pair), lines)


@click.command("reopen", cls=Command, help="cli.help_record_reopen")
@_FIRST
@_SECOND
@pass_session
def reopen(session: Session, first: str, second: str) -> Answer:
    """Take back what was decided of two records."""
    with session.workspace() as workspace:
        ids = _named(session, workspace, first, second)
        take_back(workspace, *ids)
    return Answer({"reopened": sorted(ids)}, [session.label("cli.duplicates_reopened")])


def _named(session: Session, workspace: Workspace, first: str, second: str) -> tuple[str, str]:
    return named_record(session, workspace, first), named_record(session, workspace, second)


def _document(pair: Pair) -> dict[str, object]:
    decided = pair.decided
    return {
        "register": pair.register.name,
        "earlier": _record(pair.earlier),
        "later": _record(pair.later),
        "why": [one.value for one in pair.why],
        "decision": decided.decision.value if decided else None,
        "by": pair.by or None,
        "at": decided.at if decided else None,
        "reason": decided.reason if decided else None,
    }


def _record(line: Line) -> dict[str, object]:
    return {
        "id": line.record,
        "number": line.book,
        "label": line.title,
        "draft": line.draft,
        "voided": line.voided,
    }


def _lines(session: Session, pair: Pair) -> Iterator[str]:
    yield f"{pair.register.label.text(session.language)} \u00b7 {_reasons(session, pair.why)}"
    names = ("cli.duplicates_earlier", "cli.duplicates_later")
    for name, line in zip(names, (pair.earlier, pair.later), strict=True):
        book = line.book or session.label("cli.draft")
        gone = f" ({session.label('cli.voided')})" if line.voided else ""
        yield f"  {session.label(name)}: {book}{gone} \u00b7 {line.title} \u00b7 {line.record}"
    if pair.decided is not None:
        said = _decision(session, pair.decided.decision)
        when = shown_moment(pair.decided.at)
        yield f"  {session.label('cli.duplicates_decision')}: {said}"
        yield f"  {session.label('cli.duplicates_by')}: {pair.by} \u00b7 {when}"
        if pair.decided.reason:
            yield f"  {session.label('cli.reason')}: {pair.decided.reason}"


def _reasons(session: Session, why: Iterable[Why]) -> str:
    return ", ".join(session.label(WHY_WORDS[one]) for one in why)


def _decision(session: Session, decision: Decision) -> str:
    return session.label(DECISION_WORDS[decision])


def _what_next(session: Session, pair: Pair) -> str:
    """Say how the double goes: a book that can name the other record keeps both."""
    double = pair.double
    field = pair.register.by_name.get(_DUPLICATE_OF)
    if field is None or double.draft:
        return session.label("cli.duplicates_void", id=double.record)
    other = pair.earlier if double is pair.later else pair.later
    words = field.label.text(session.language)
    return session.label(
        "cli.duplicates_name_other", id=double.record, other=other.record, field=words
    )


def _label(session: Session, one: Compared) -> str:
    words = one.field.label.text(session.language)
    return words if one.within is None else f"{one.within.label.text(session.language)}: {words}"


def _said(session: Session, workspace: Workspace, one: Compared, value: object) -> str:
    if value is None:
        return ""
    if one.field.kind is not Kind.ROWS:
        return shown_value(session, workspace.units, one.field, value)
    values = {one.field.name: value}
    lines = list(value_lines(session, workspace.units, [one.field], values))[1:]
    return " ".join(line.strip() for line in lines)
