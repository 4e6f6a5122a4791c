"""``bundle export | verify | import | status``: what goes out, what comes in, where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from antq_desktop.cli.answers import Answer, grouped, shown_moment, table
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.bundle_content import KINDS
from antq_desktop.cli.countersigning import waiting_document, waiting_lines
from antq_desktop.cli.registers import register_named
from antq_desktop.cli.reported import STATES, Only, matrix_answer
from antq_desktop.cli.sending import (
    Way,
    carried_document,
    carry_up,
    send_answers,
    sign_submission,
    tell_luggage,
)
from antq_desktop.cli.sizes import SIZE
from antq_desktop.cli.verdicts import UNREAD, VERDICTS, unread, verdict_answer
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.messages import words
from antq_desktop.services.fetching import discard, fetching
from antq_desktop.services.parting import brought
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.status import bundle_status, next_step
from antq_desktop.services.submitting import due, has_office

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.cli.sending import Carried
    from antq_desktop.cli.session import Session
    from antq_desktop.services.verdicts import Verdict

_KINDS = {**KINDS, "taken": "cli.kind_taken"}
_STATES = {
    **VERDICTS,
    "prepared": "cli.state_prepared",
    "signed": "cli.state_signed",
    "written": "cli.state_written",
    "covered": "cli.state_covered",
    "waiting": "cli.state_waiting",
    "withdrawn": "cli.state_withdrawn",
}


@click.command("export", cls=Command, help="cli.help_bundle_export")
@option("--period", "periods", multiple=True, help="cli.option_periods")
@option("--nil", multiple=True, metavar="REGISTER", help="cli.option_nil")
@option("--part-size", type=SIZE, help="cli.option_part_size")
@option("--attachments", "room", type=SIZE, help="cli.option_attachments_room")
@option("-o", "out", type=FILE, required=True, help="cli.option_out_folder")
@pass_session
def export(
    session: Session,
    periods: Sequence[str],
    nil: Sequence[str],
    out: Path,
    part_size: int | None,
    room: int | None,
) -> Answer:
    """Sign and seal what is due: a submission, or what an office owes to those below and above.

    A submission that a second person signs is prepared, and leaves when it is signed.
    """
    wanted = [parse_period(code) for code in periods]
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    empty = [register_named(session, name).name for name in nil]
    with session.workspace() as workspace:
        if workspace.place.role == "commune":
            if has_office(workspace):
                tell_luggage(session, due(workspace, room).luggage)
            row = sign_submission(session, workspace, wanted, empty, room)
            if row.waits:
                return Answer({"prepared": waiting_document(row)}, waiting_lines(session, row))
            carried = carry_up(workspace, row, Way(out, part_size, room))
            return Answer(carried_document(carried), _carried_lines(session, [carried]))
        answers = send_answers(session, workspace, wanted, empty, Way(out, part_size, room))
    return Answer(
        {"bundles": [carried_document(one) for one in answers]}, _carried_lines(session, answers)
    )


def _carried_lines(session: Session, carried: Sequence[Carried]) -> list[str]:
    if not carried:
        return [session.label("cli.nothing_to_send")]
    lines: list[str] = []
    for one in carried:
        lines += [str(one.path), f"  SHA-256: {grouped(one.row.sha256)}"]
        lines += [f"  {path.name}" for path in one.parts]
        lines += [
            "  " + session.label("cli.counts", register=name, **counts)
            for name, counts in one.counts.items()
        ]
    return lines


@click.command("verify", cls=Command, help="cli.help_bundle_verify")
@click.argument("file", type=FILE)
@pass_session
def verify(session: Session, file: Path) -> Answer:
    """Say what an import would say, and change nothing."""
    with session.workspace() as workspace, fetching(workspace) as media:

        def judge(path: Path) -> Verdict:
            return replace(verify_bundle(workspace, media.fetch(path)), path=path)

        return _verdicts(session, [file], judge)


@click.command("import", cls=Command, help="cli.help_bundle_import")
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@option("--rehearse", is_flag=True, help="cli.option_rehearse")
@pass_session
def take(session: Session, files: Sequence[Path], *, rehearse: bool) -> Answer:
    """Take bundles in."""
    with session.workspace() as workspace, fetching(workspace) as media:
        part = partial(media.fetch, part=True)
        with brought(workspace, media.find(files), part) as found:

            def judge(path: Path) -> Verdict:
                joined = path in found.joined
                copy = path if joined else media.fetch(path)
                verdict = import_bundle(workspace, copy, rehearse=rehearse)
                if not joined:
                    discard(copy)
                return replace(verdict, path=Path(path.name) if joined else path)

            return _verdicts(session, found.bundles, judge, found.verdicts)


def _verdicts(
    session: Session,
    files: Sequence[Path],
    judge: Callable[[Path], Verdict],
    more: Sequence[Verdict] = (),
) -> Answer:
    """Judge each file: one that cannot be read does not keep the others out."""
    verdicts: list[Verdict] = []
    for place, path in enumerate(files):
        session.progress(path.name, place, len(files))
        try:
            verdicts.append(judge(path))
        except Refusal as refusal:
            if refusal.message_id not in UNREAD:
                raise
            verdicts.append(unread(path, refusal))
    session.progress("", 0, 0)
    return verdict_answer(session, [*verdicts, *more])


@click.command("status", cls=Command, help="cli.help_bundle_status")
@option("--period", help="cli.option_period")
@option("--matrix", is_flag=True, help="cli.option_matrix")
@option("--office", metavar="CODE", help="cli.option_matrix_office")
@option("--state", "states", type=STATES, multiple=True, help="cli.option_matrix_state")
@option("-o", "out", type=FILE, help="cli.option_matrix_out")
@pass_session
def show_status(
    session: Session, period: str | None, *, matrix: bool, out: Path | None, **only: Unpack[Only]
) -> Answer:
    """Show where each bundle stands, or at an office who has reported."""
    if matrix or out is not None:
        return matrix_answer(session, period, out, only)
    code = parse_period(period).code if period is not None else None
    with session.workspace() as workspace:
        standings = bundle_status(workspace, code)
        steps = [
            next_step(
                workspace,
                one.state,
                left_out=one.left_out,
                file_gone=one.file_gone,
                kind=one.kind,
            )
            for one in standings
        ]
    told = [words(step, session.language, {}) if step is not None else None for step in steps]
    rows = [
        {
            "unit": one.unit,
            "period": one.period,
            "kind": one.kind,
            "state": one.state,
            "bundle": one.bundle,
            "at": one.at,
            "text": f"{said.text} {said.action}" if said is not None else None,
        }
        for one, said in zip(standings, told, strict=True)
    ]
    head = ("cli.unit", "cli.period", "cli.kind", "cli.state", "cli.at", "cli.bundle")
    cells = (
        (
            one.unit,
            one.period,
            session.label(_KINDS[one.kind]) if one.kind is not None else None,
            session.label(_STATES[one.state]),
            shown_moment(one.at),
            one.bundle,
        )
        for one in standings
    )
    lines = table([session.label(name) for name in head], cells)
    lines += [f"{row['bundle']}: {row['text']}" for row in rows if row["text"] is not None]
    return Answer({"rows": rows}, lines)
