"""``record add | set | void``: writing records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.problems import plain_problems, problem_document
from antq_desktop.cli.record_input import objects, one_object, opened
from antq_desktop.cli.registers import register_named
from antq_desktop.services.looking import find_record
from antq_desktop.services.saving import add_records, change_record, void_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

_INPUT = click.argument("file", type=FILE, default=Path("-"))


@click.command("add", cls=Command, help="cli.help_record_add")
@click.argument("register")
@_INPUT
@option("--draft", is_flag=True, help="cli.option_draft")
@pass_session
def add(session: Session, register: str, file: Path, *, draft: bool) -> Answer:
    """Save new records, all of them or none."""
    found = register_named(session, register)
    with session.workspace() as workspace, opened(file) as lines:
        saved = add_records(workspace, found, objects(lines), draft=draft)
    return _answer(session, saved)


@click.command("set", cls=Command, help="cli.help_record_set")
@click.argument("id_", metavar="ID")
@_INPUT
@option("--reason", help="cli.option_reason")
@pass_session
def change(session: Session, id_: str, file: Path, reason: str | None) -> Answer:
    """Change fields of a record; null empties one."""
    with session.workspace() as workspace, opened(file) as lines:
        record = named_record(session, workspace, id_)
        saved = change_record(workspace, record, one_object(lines), reason=reason)
    return _answer(session, [saved])


@click.command("void", cls=Command, help="cli.help_record_void")
@click.argument("id_", metavar="ID")
@option("--reason", required=True, help="cli.option_reason")
@pass_session
def void(session: Session, id_: str, reason: str) -> Answer:
    """Strike a record through; a draft is discarded."""
    with session.workspace() as workspace:
        saved = void_record(workspace, named_record(session, workspace, id_), reason=reason)
    if saved is None:
        return Answer({"saved": [], "refused": []}, [session.label("cli.discarded")])
    return _answer(session, [saved])


def named_record(session: Session, workspace: Workspace, text: str) -> str:
    """Return the id of a record; the labels of its register are used for problems from now on."""
    record = find_record(workspace, text)
    line = workspace.store.queries.line(record)
    if line is not None:
        session.registers[None] = workspace.catalogue.by_name[line.register]
    return record


def _answer(session: Session, saved: Sequence[Saved]) -> Answer:
    document = {"saved": [_document(session, one) for one in saved], "refused": []}
    lines = [line for one in saved for line in _lines(session, one)]
    return Answer(document, lines or [session.label("cli.total", count=0)])


def _document(session: Session, saved: Saved) -> dict[str, object]:
    return {
        "id": saved.record,
        "number": saved.number,
        "revision": saved.revision,
        "state": saved.state,
        "complete": saved.complete,
        "problems": [problem_document(session, one) for one in saved.problems],
    }


def _lines(session: Session, saved: Saved) -> Iterator[str]:
    if saved.number is None:
        yield session.label("cli.saved_draft", id=saved.record)
    else:
        yield session.label("cli.saved", number=saved.number, id=saved.record)
    for text in plain_problems(session, session.registers.get(None), saved.problems):
        yield f"  {text}"
