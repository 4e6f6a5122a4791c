"""``record attach | attachments | detach``, ``record attachment save``: the files of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_moment, table
from antq_desktop.cli.base import FILE, Command, Group, option, pass_session
from antq_desktop.cli.record import named_record
from antq_desktop.cli.sizes import SIZE
from antq_desktop.domain.attachments import default_travel
from antq_desktop.domain.fields import Travel
from antq_desktop.messages import shown_size
from antq_desktop.services.attaching import (
    AttachmentLimits,
    attach,
    attachment_limits,
    detach,
    set_attachment_limits,
)
from antq_desktop.services.attachments import attachments_of, save_attachment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.attachments import Item

TRAVELS = {
    Travel.SHARED: "cli.travel_shared",
    Travel.PRIVATE: "cli.travel_private",
    Travel.CONFIDENTIAL: "cli.travel_confidential",
}
_STATES = {"here": "cli.attached_here", "missing": "cli.attached_missing"}
_ID = click.argument("id_", metavar="ID")
_WHICH = click.argument("which", metavar="N")


@click.command("attach", cls=Command, help="cli.help_record_attach")
@_ID
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@option("--travel", type=click.Choice([str(one) for one in Travel]), help="cli.option_travel")
@option("--reason", help="cli.option_reason")
@pass_session
def add(
    session: Session, id_: str, files: Sequence[Path], travel: str | None, reason: str | None
) -> Answer:
    """Attach files to a record, all of them or none."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        register = session.registers[None]
        chosen = Travel(travel) if travel is not None else default_travel(register)
        attach(workspace, record, files, chosen, reason=reason)
        items = attachments_of(workspace, record)
    return listed(session, items)


@click.command("attachments", cls=Command, help="cli.help_record_attachments")
@_ID
@pass_session
def show_all(session: Session, id_: str) -> Answer:
    """List the files of a record."""
    with session.workspace() as workspace:
        items = attachments_of(workspace, named_record(session, workspace, id_))
    return listed(session, items)


@click.command("detach", cls=Command, help="cli.help_record_detach")
@_ID
@_WHICH
@option("--reason", help="cli.option_reason")
@pass_session
def remove(session: Session, id_: str, which: str, reason: str | None) -> Answer:
    """Take a file off a record; earlier revisions keep it."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        detach(workspace, record, which, reason=reason)
        items = attachments_of(workspace, record)
    return listed(session, items)


@click.command("save", cls=Command, help="cli.help_attachment_save")
@_ID
@_WHICH
@option("-o", "out", type=FILE, required=True, help="cli.option_out")
@option("--reason", help="cli.option_reason")
@pass_session
def save(session: Session, id_: str, which: str, out: Path, reason: str | None) -> Answer:
    """Write a copy of a file outside; the journal says so before."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        path = save_attachment(workspace, record, which, out, reason=reason)
    return Answer({"path": str(path)}, [str(path)])


one = Group("attachment", help="cli.help_attachment", commands=[save])


@click.command("attachments", cls=Command, help="cli.help_workspace_attachments")
@option("--file", "file", type=SIZE, help="cli.option_file_limit")
@option("--total", "total", type=SIZE, help="cli.option_total_limit")
@pass_session
def limits(session: Session, file: int | None, total: int | None) -> Answer:
    """Show or set how large attachments may be."""
    with session.workspace() as workspace:
        now = attachment_limits(workspace)
        if file is not None or total is not None:
            now = AttachmentLimits(file or now.file, total or now.total)
            set_attachment_limits(workspace, now)
        used = workspace.store.attachments.total_size()
    text = session.label(
        "cli.attachment_limits",
        file=shown_size(now.file, session.language),
        total=shown_size(now.total, session.language),
        used=shown_size(used, session.language),
    )
    return Answer({"file": now.file, "total": now.total, "used": used}, [text])


def documents(items: Sequence[Item]) -> list[dict[str, object]]:
    """Return the files of a record as ``--json`` shows them."""
    return [
        {
            "place": item.place,
            "id": item.attached.id,
            "name": item.attached.name,
            "media": item.attached.media,
            "size": item.attached.size,
            "travel": str(item.attached.travel),
            "state": item.state,
            "at": item.attached.at,
            "by": item.by,
        }
        for item in items
    ]


def listed(session: Session, items: Sequence[Item]) -> Answer:
    """Return the files of a record as an answer."""
    return Answer({"attachments": documents(items)}, lines(session, items))


def lines(session: Session, items: Sequence[Item]) -> list[str]:
    """Return the files of a record as a person reads them."""
    if not items:
        return [session.label("cli.no_attachments")]
    head = ("cli.place", "cli.attached_name", "cli.size", "cli.travel", "cli.state", "cli.at")
    rows = (
        (
            item.place,
            item.attached.name or session.label("cli.attached_unnamed"),
            shown_size(item.attached.size, session.language),
            session.label(TRAVELS[item.attached.travel]),
            session.label(_STATES.get(item.state, "cli.attached_damaged")),
            shown_moment(item.attached.at),
        )
        for item in items
    )
    return table([session.label(name) for name in head], rows)
