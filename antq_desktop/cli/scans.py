"""``record scans | scan``, ``workspace scan-folder``: what the scanner wrote, into a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_moment, table
from antq_desktop.cli.attachments import TRAVELS, listed
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.record import named_record
from antq_desktop.domain.attachments import default_travel
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_size, words
from antq_desktop.services.attachments import attachments_of
from antq_desktop.services.scans import (
    attach_scans,
    choose_scan_folder,
    glance,
    new_scans,
    scan_folder,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.services.scans import Glance, Scan


@click.command("scan-folder", cls=Command, help="cli.help_workspace_scan_folder")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@option("--none", "none", is_flag=True, help="cli.option_no_scan_folder")
@pass_session
def folder(session: Session, folder: Path | None, *, none: bool) -> Answer:
    """Show or choose the folder into which the scanner writes."""
    with session.workspace() as workspace:
        if none or folder is not None:
            chosen = choose_scan_folder(workspace, None if none else folder)
        else:
            chosen = scan_folder(workspace)
    shown = str(chosen.folder) if chosen.folder is not None else None
    return Answer({"folder": shown}, [session.label("cli.scan_folder", folder=shown or "–")])


@click.command("scans", cls=Command, help="cli.help_record_scans")
@pass_session
def show_all(session: Session) -> Answer:
    """List the new files of the scanner's folder, the newest first."""
    with session.workspace() as workspace:
        chosen = scan_folder(workspace)
    found = [(one, glance(one, chosen.most)) for one in new_scans(chosen)]
    documents = [
        {
            "place": place,
            "name": one.path.name,
            "size": one.mark.size,
            "at": one.at.isoformat(timespec="seconds"),
            "refused": seen.refused.message_id if seen.refused is not None else None,
        }
        for place, (one, seen) in enumerate(found, 1)
    ]
    return Answer({"scans": documents}, _lines(session, found))


@click.command("scan", cls=Command, help="cli.help_record_scan")
@click.argument("id_", metavar="ID")
@click.argument("which", metavar="N...", nargs=-1, required=True)
@option("--join", "join", is_flag=True, help="cli.option_join")
@option("--keep", "keep", is_flag=True, help="cli.option_keep_scans")
@option("--travel", type=click.Choice([str(one) for one in TRAVELS]), help="cli.option_travel")
@option("--reason", help="cli.option_reason")
@pass_session
def add(
    session: Session,
    id_: str,
    which: Sequence[str],
    travel: str | None,
    reason: str | None,
    *,
    join: bool,
    keep: bool,
) -> Answer:
    """Attach files of the scanner's folder, all of them or none, and remove the originals."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        chosen = scan_folder(workspace)
        there = new_scans(chosen)
        scans = list(dict.fromkeys(_named(there, text) for text in which))
        for one in scans:
            refused = glance(one, chosen.most).refused
            if refused is not None:
                raise refused
        way = Travel(travel) if travel else default_travel(session.registers[None])
        done = attach_scans(
            workspace, record, scans, way, reason=reason, join=join, remove=not keep
        )
        answer = listed(session, attachments_of(workspace, record))
    left = [session.label("cli.scan_left", name=name) for name in done.left]
    return Answer({**answer.document, "left": list(done.left)}, [*answer.lines, *left])


def _named(scans: Sequence[Scan], text: str) -> Scan:
    """Return the scan that a person means: its name, or its place in the list from 1."""
    for place, one in enumerate(scans, 1):
        if text in (one.path.name, str(place)):
            return one
    raise Refusal("scans.unknown", name=text)


def _lines(session: Session, found: Sequence[tuple[Scan, Glance]]) -> list[str]:
    if not found:
        return [session.label("cli.no_scans")]
    head = ("cli.place", "cli.attached_name", "cli.size", "cli.at", "cli.state")
    rows = (
        (
            place,
            one.path.name,
            shown_size(one.mark.size, session.language),
            shown_moment(one.at.isoformat(timespec="seconds")),
            _state(session, seen),
        )
        for place, (one, seen) in enumerate(found, 1)
    )
    return table([session.label(name) for name in head], rows)


def _state(session: Session, seen: Glance) -> str:
    if seen.unfinished:
        return session.label("cli.scan_unfinished")
    if seen.refused is None:
        return session.label("cli.scan_ready")
    return words(seen.refused.message_id, session.language, seen.refused.values).text
