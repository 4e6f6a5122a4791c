"""``check``: the self-test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.messages import words
from antq_desktop.services.checking import self_check
from antq_desktop.services.dating import clock_is_right

if TYPE_CHECKING:
    from antq_desktop.cli.session import Session


@click.command(cls=Command, help="cli.help_check")
@option("--rebuild", is_flag=True, help="cli.option_rebuild")
@option("--clock-is-right", "right", is_flag=True, help="cli.option_clock_is_right")
@pass_session
def check(session: Session, *, rebuild: bool, right: bool) -> Answer:
    """Check database, journal, projections, clock, space, backups and certificates."""
    with session.workspace() as workspace:
        if right:
            clock_is_right(workspace)
        checks = self_check(workspace, rebuild=rebuild)
    documents: list[dict[str, object]] = []
    lines: list[str] = []
    for one in checks:
        said = words(one.message_id, session.language, one.values)
        action = None if one.ok else said.action
        documents.append({"name": one.name, "ok": one.ok, "text": said.text, "action": action})
        mark = session.label("cli.ok" if one.ok else "cli.not_ok")
        lines.append(" ".join(part for part in (mark, said.text, action) if part))
    good = all(one.ok for one in checks)
    return Answer({"checks": documents}, lines, exit_code=0 if good else 3)
