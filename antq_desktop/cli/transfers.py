"""``bundle transfer | receivers | confirm``: books that go from one workspace to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped, table
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.sending import Way, carried_document, name_registers
from antq_desktop.cli.sizes import SIZE
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_size
from antq_desktop.services.confirming import write_confirmations
from antq_desktop.services.handing_books_over import hand_over, handing, receiver_named, receivers
from antq_desktop.services.transfers import own_name

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.sending import Carried
    from antq_desktop.cli.session import Session
    from antq_desktop.services.handing_books_over_files import Files


@click.command("transfer", cls=Command, help="cli.help_bundle_transfer")
@option("--to", metavar="LETTERS", help="cli.option_transfer_to")
@option("--close", is_flag=True, help="cli.option_transfer_close")
@option("--part-size", type=SIZE, help="cli.option_part_size")
@option("-o", "out", type=FILE, required=True, help="cli.option_out_folder")
@pass_session
def transfer(
    session: Session, to: str | None, out: Path, part_size: int | None, *, close: bool
) -> Answer:
    """Sign what the receiver has not confirmed, and carry it to a folder; the pens go with it."""
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    with session.workspace() as workspace:
        workspace.require_role("commune")
        receiver = receiver_named(workspace, to)
        _tell_files(session, handing(workspace, receiver).files)
        try:
            row = hand_over(workspace, receiver, close=close)
        except ProblemsFound as found:
            name_registers(session, workspace, found)
            raise
        carried = Way(out, part_size).carry(workspace, row)
    document = {**carried_document(carried), "to": receiver.workspace, "name": receiver.name}
    return Answer(document, [receiver.name, *_lines(carried)])


def _tell_files(session: Session, files: Files) -> None:
    if files.go or files.later or files.gone:
        size = shown_size(files.size, session.language)
        go, later, gone = len(files.go), files.later, files.gone
        session.tell(session.label("cli.transfer_files", go=go, size=size, later=later, gone=gone))


def _lines(carried: Carried) -> list[str]:
    lines = [str(carried.path), f"  SHA-256: {grouped(carried.row.sha256)}"]
    return [*lines, *(f"  {path.name}" for path in carried.parts)]


@click.command("receivers", cls=Command, help="cli.help_bundle_receivers")
@pass_session
def show_receivers(session: Session) -> Answer:
    """List to whom the books may go, and what this PC is called."""
    with session.workspace() as workspace:
        workspace.require_role("commune")
        found = receivers(workspace)
        own = own_name(workspace)
    rows = ((one.letters, one.unit.text, one.unit_name) for one in found)
    head = ("cli.letters", "cli.unit", "cli.name")
    document = {
        "receivers": [
            {
                "letters": one.letters,
                "workspace": one.workspace,
                "unit": one.unit.as_json(),
                "name": one.unit_name,
            }
            for one in found
        ]
    }
    lines = [session.label("cli.transfer_own", name=own)]
    return Answer(document, [*lines, *table([session.label(one) for one in head], rows)])


@click.command("confirm", cls=Command, help="cli.help_bundle_confirm")
@option("-o", "out", type=FILE, required=True, help="cli.option_out_folder")
@pass_session
def confirm(session: Session, out: Path) -> Answer:
    """Sign a receipt for each workspace whose transfers were judged here, and carry it."""
    if not out.is_dir():
        raise Refusal("medium.missing", name=str(out))
    with session.workspace() as workspace:
        rows = write_confirmations(workspace)
        carried = [Way(out).carry(workspace, row) for row in rows]
    lines = [line for one in carried for line in _lines(one)]
    document = {"bundles": [carried_document(one) for one in carried]}
    return Answer(document, lines or [session.label("cli.no_transfers")])
