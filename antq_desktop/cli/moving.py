"""``workspace move`` and ``workspace stay``: the books go to another PC, or stay after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.services.moving import move_away, stay_here

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session


@click.command("move", cls=Command, help="cli.help_workspace_move")
@click.argument("folder", metavar="DIR", type=FILE)
@pass_session
def move(session: Session, folder: Path) -> Answer:
    """Close the books, write the last backup into a folder and restore it for trial."""
    with session.workspace() as workspace:
        made = move_away(workspace, folder)
    document = {"path": str(made.path), "sha256": made.sha256, "verified": made.verified}
    return Answer(document, [str(made.path), session.label("cli.moved", name=made.path.name)])


@click.command("stay", cls=Command, help="cli.help_workspace_stay")
@option("--reason", required=True, help="cli.option_reason")
@pass_session
def stay(session: Session, reason: str) -> Answer:
    """Open books that were closed for a move."""
    with session.workspace() as workspace:
        stay_here(workspace, reason=reason)
    return Answer({"moved": False}, [session.label("cli.stayed")])
