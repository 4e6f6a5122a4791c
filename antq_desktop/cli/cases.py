"""``bundle case | bodies | cases | case-answer``: full records handed over to another body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped, shown_moment, table
from antq_desktop.cli.attachments import documents as attachment_documents
from antq_desktop.cli.attachments import lines as attachment_lines
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.cli.handed import ANSWERS
from antq_desktop.cli.sending import Carried, carried_document
from antq_desktop.cli.values import value_lines
from antq_desktop.domain.sharing import quoted
from antq_desktop.errors import Refusal
from antq_desktop.services.case_answering import answer_case, receipt_for
from antq_desktop.services.case_bodies import bodies_of, body_named
from antq_desktop.services.case_records import (
    body_of,
    case_named,
    form_of,
    lines_of,
    reveal_in_case,
    save_case_file,
    show_case_record,
    slip_of,
)
from antq_desktop.services.case_weighing import Wanted
from antq_desktop.services.cases_between import doubted_cases
from antq_desktop.services.delivering import deliver
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.looking import find_record
from antq_desktop.services.papers import must_be_new, save_paper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.case_records import CaseShown
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import ReceivedCase, SentCase

_PAPERS = {"form": form_of, "slip": slip_of}


@click.command("case", cls=Command, help="cli.help_bundle_case")
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@option("--to", required=True, metavar="BODY", help="cli.option_case_to")
@option("--reason", required=True, help="cli.option_case_reason")
@option("--number", help="cli.option_case_number")
@option("--on", type=DAY, help="cli.option_case_on")
@option("--history", "whole", is_flag=True, help="cli.option_case_history")
@option("--seal-reason", help="cli.option_case_seal")
@option("--keep", "stay", multiple=True, metavar="ID", help="cli.option_case_keep")
@option("-o", "out", type=FILE, required=True, help="cli.option_out_folder")
@pass_session
def send(
    session: Session,
    /,
    records: Sequence[str],
    to: str,
    reason: str,
    *,
    whole: bool,
    stay: Sequence[str],
    on: datetime | None,
    out: Path,
    **said: str | None,
) -> Answer:
    """Sign full records over to a body, and carry the file to a folder."""
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    with session.workspace() as workspace:
        wanted = Wanted(
            records=[find_record(workspace, one) for one in records],
            to=body_named(workspace, to),
            reason=reason,
            number=said["number"],
            on=on.date() if on is not None else None,
            whole=whole,
            seal_reason=said["seal_reason"],
            stay=frozenset(stay),
        )
        row = hand_over(workspace, wanted)
        carried = Carried(row, deliver(workspace, row, out))
    lines = [str(carried.path), f"  SHA-256: {grouped(row.sha256)}"]
    return Answer(carried_document(carried), lines)


@click.command("bodies", cls=Command, help="cli.help_bundle_bodies")
@pass_session
def bodies(session: Session) -> Answer:
    """List the bodies that a case can go to."""
    with session.workspace() as workspace:
        found = bodies_of(workspace)
    documents = [
        {"unit": one.unit.text, "name": one.name, "sealed": bool(one.seals)} for one in found
    ]
    head = [session.label(name) for name in ("cli.unit", "cli.name", "cli.case_sealed")]
    marks = {True: session.label("cli.yes"), False: session.label("cli.no")}
    rows = ((one.unit.text, one.name, marks[bool(one.seals)]) for one in found)
    return Answer({"bodies": documents}, table(head, rows))


@click.command("cases", cls=Command, help="cli.help_bundle_cases")
@click.argument("case", required=False)
@click.argument("record", required=False)
@option("--reveal", "revealing", is_flag=True, help="cli.option_reveal")
@option("--reason", help="cli.option_reason")
@option("--paper", type=click.Choice(sorted(_PAPERS)), help="cli.option_case_paper")
@option("--file", "which", metavar="N", help="cli.option_case_file")
@option("-o", "out", type=FILE, help="cli.option_out")
@pass_session
def cases(
    session: Session,
    case: str | None,
    record: str | None,
    *,
    revealing: bool,
    reason: str | None,
    paper: str | None,
    which: str | None,
    out: Path | None,
) -> Answer:
    """List what went and what came; show a case, a record of it, or save a paper or file of it."""
    with session.workspace() as workspace:
        if case is None:
            return _all(session, workspace)
        found = case_named(workspace, case)
        if record is None:
            return _case(session, workspace, found)
        if paper is not None or which is not None:
            if out is None:
                raise Refusal("cases.needs_out")
            return _saved(workspace, found, record, paper, which, reason, out)
        shown = show_case_record(workspace, found.bundle, record)
        values = dict(shown.values)
        if revealing:
            values |= reveal_in_case(workspace, found.bundle, record, reason=reason or "")
        return _record(session, workspace, shown, values)


@click.command("case-answer", cls=Command, help="cli.help_bundle_case_answer")
@click.argument("case")
@click.argument("act", type=click.Choice(["take", "refuse", "again"]))
@option("--text", default="", help="cli.option_case_text")
@option("-o", "out", type=FILE, required=True, help="cli.option_out_folder")
@pass_session
def settle(session: Session, case: str, act: str, text: str, out: Path) -> Answer:
    """Take a case over or refuse it, or write the receipt once more."""
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    with session.workspace() as workspace:
        if act == "again":
            found = case_named(workspace, case)
            row = receipt_for(workspace, found.workspace, found.unit)
        else:
            row = answer_case(workspace, case, taken=act == "take", text=text)
        path = deliver(workspace, row, out)
        document = {"case": _received(workspace, case_named(workspace, case)), "path": str(path)}
    return Answer(document, [str(path)])


def _saved(
    workspace: Workspace,
    case: ReceivedCase,
    record: str,
    paper: str | None,
    which: str | None,
    reason: str | None,
    out: Path,
) -> Answer:
    if which is not None:
        path = save_case_file(workspace, case.bundle, record, which, out, reason=reason)
        return Answer({"path": str(path)}, [str(path)])
    must_be_new(out)
    if paper == "slip":
        made = slip_of(workspace, case.bundle, record, reason=reason)
    else:
        made = form_of(workspace, case.bundle, record)
    save_paper(workspace, made, out)
    return Answer({"path": str(out), "form": made.form, "pages": made.pages}, [str(out)])


def _all(session: Session, workspace: Workspace) -> Answer:
    sent, came = workspace.store.cases.sent(), workspace.store.cases.received()
    doubted = doubted_cases(workspace)
    head = ("cli.case", "cli.case_way", "cli.unit", "cli.at", "cli.state", "cli.text")
    rows = [
        (
            one.bundle[:12],
            session.label("cli.case_sent"),
            one.unit_name,
            shown_moment(one.at),
            session.label(ANSWERS[one.answer]),
            quoted(one.answer_text) if one.answer_text else "",
        )
        for one in sent
    ]
    rows += [
        (
            one.bundle[:12],
            session.label("cli.case_received"),
            one.unit_name,
            shown_moment(one.received_at),
            session.label("cli.case_lost" if one.bundle in doubted else ANSWERS[one.answer]),
            quoted(one.answer_text) if one.answer_text else "",
        )
        for one in came
    ]
    document = {
        "sent": [_sent(workspace, one) for one in sent],
        "received": [_received(workspace, one) for one in came],
    }
    return Answer(document, table([session.label(name) for name in head], rows))


def _case(session: Session, workspace: Workspace, case: ReceivedCase) -> Answer:
    found = lines_of(workspace, case)
    records = [
        {
            "id": one.record,
            "register": one.register.name,
            "number": one.book,
            "state": one.state,
            "attachments": one.files,
            "sealed": one.sealed,
            "withheld": one.withheld,
        }
        for one in found
    ]
    head = ("cli.place", "cli.register", "cli.number", "cli.attachments", "cli.case_sealed")
    rows = (
        (place, one.register.label.text(session.language), one.book, one.files, one.sealed)
        for place, one in enumerate(found, 1)
    )
    body = _received(workspace, case)
    lines = [f"{case.unit_name}, {case.person}: {quoted(str(body['reason']))}"]
    if body["key_lost_since"] is not None:
        since = shown_moment(str(body["key_lost_since"]))
        lines.append(session.label("cli.case_doubted", at=since))
    lines += table([session.label(name) for name in head], rows)
    return Answer({**body, "records": records}, lines)


def _record(
    session: Session, workspace: Workspace, shown: CaseShown, values: Mapping[str, object]
) -> Answer:
    header = shown.last.header
    document = {
        "id": shown.told.record,
        "register": shown.register.name,
        "number": shown.last.book,
        "unit": header.unit.text,
        "state": header.state,
        "revision": header.number,
        "revisions": len(shown.revisions),
        "values": values,
        "digest": shown.last.digest,
        "attachments": attachment_documents(shown.files),
        "sealed": shown.sealed,
        "withheld": shown.withheld,
    }
    lines = [
        f"{shown.register.label.text(session.language)}: {shown.last.book}",
        session.label("cli.case_from", unit=shown.case.unit_name),
        *value_lines(session, workspace.units, shown.register.fields, dict(values)),
    ]
    if shown.files:
        files = attachment_lines(session, shown.files)
        lines += [f"{session.label('cli.attachments')}:", *files]
    if shown.sealed and not set(values) - set(shown.values):
        lines.append(session.label("cli.has_confidential"))
    if shown.withheld:
        lines.append(session.label("cli.case_withheld"))
    return Answer(document, lines)


def _sent(workspace: Workspace, one: SentCase) -> dict[str, object]:
    return {
        "case": one.bundle,
        "unit": one.unit,
        "number": one.number,
        "reason": one.reason,
        "at": one.at,
        "records": [row.record for row in workspace.store.cases.sent_records(one.bundle)],
        "answer": one.answer,
        "answered_at": one.answered_at,
        "answered_by": one.answered_by,
        "text": one.answer_text,
    }


def _received(workspace: Workspace, one: ReceivedCase) -> dict[str, object]:
    body, lost = body_of(one), doubted_cases(workspace).get(one.bundle)
    return {
        "case": one.bundle,
        "unit": one.unit,
        "person": one.person,
        "number": body.number,
        "on": body.on.isoformat(),
        "reason": body.reason,
        "received_at": one.received_at,
        "key_lost_since": lost.isoformat() if lost is not None else None,
        "answer": one.answer,
        "answered_at": one.answered_at,
        "text": one.answer_text,
    }
