"""``check``: the self-test, on paper and for a help desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.messages import words
from antq_desktop.services.check_sheet import check_paper
from antq_desktop.services.checking import examine
from antq_desktop.services.dating import clock_is_right
from antq_desktop.services.help_file import export_help
from antq_desktop.services.papers import must_be_new, save_paper
from antq_desktop.services.proving import prove_backup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.checking import Check


@click.command(cls=Command, help="cli.help_check")
@option("--rebuild", is_flag=True, help="cli.option_rebuild")
@option("--clock-is-right", "right", is_flag=True, help="cli.option_clock_is_right")
@option("--prove", is_flag=True, help="cli.option_prove")
@option("--print", "paper", type=FILE, help="cli.option_check_print")
@option("--export", "export", type=FILE, help="cli.option_check_export")
@pass_session
def check(
    session: Session,
    paper: Path | None,
    export: Path | None,
    *,
    rebuild: bool,
    right: bool,
    prove: bool,
) -> Answer:
    """Check database, journal, projections, clock, space, backups and certificates."""
    more: list[str] = []
    with session.workspace() as workspace:
        for target in filter(None, (paper, export)):
            must_be_new(target)
        if right:
            clock_is_right(workspace)
        if prove:
            proved = prove_backup(workspace)
            more.append(session.label("check.proved", revisions=proved.revisions))
        examined = examine(workspace, rebuild=rebuild)
        if paper is not None:
            save_paper(workspace, check_paper(workspace, examined, session.language), paper)
            more.append(session.label("check.saved", name=paper.name))
        if export is not None:
            export_help(workspace, examined, export)
            more.append(session.label("check.exported", name=export.name))
    if examined.before is not None:
        more.append(session.label("check.before", at=f"{examined.before:%H:%M %d/%m/%Y}"))
    documents, lines = _told(session, examined.checks)
    before = examined.before.isoformat() if examined.before is not None else None
    document = {"checks": documents, "at": examined.at.isoformat(), "before": before}
    good = all(one.ok for one in examined.checks)
    return Answer(document, [*lines, *more], exit_code=0 if good else 3)


def _told(session: Session, checks: Sequence[Check]) -> tuple[list[dict[str, object]], list[str]]:
    documents: list[dict[str, object]] = []
    lines: list[str] = []
    for one in checks:
        said = words(one.message_id, session.language, one.values)
        action = None if one.ok else said.action
        documents.append({"name": one.name, "ok": one.ok, "text": said.text, "action": action})
        mark = session.label("cli.ok" if one.ok else "cli.not_ok")
        lines.append(" ".join(part for part in (mark, said.text, action) if part))
    return documents, list(dict.fromkeys(lines))  # a damaged database is said once
