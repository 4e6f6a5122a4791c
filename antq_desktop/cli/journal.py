"""``journal``: who did what when, and the chain as a file for another program to check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from antq_desktop.cli.answers import Answer, grouped, table
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.services.exporting_journal import export_journal
from antq_desktop.services.journal_acts import KINDS
from antq_desktop.services.journal_words import act_words, detail_words, target_words
from antq_desktop.services.reading_journal import Asked, account_named, page

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.reading_journal import Line, Target
    from antq_desktop.services.workspace import Workspace

_MOST = 100


@click.command("list", cls=Command, help="cli.help_journal_list")
@option("--from", "since", type=DAY, help="cli.option_journal_from")
@option("--to", "until", type=DAY, help="cli.option_journal_to")
@option("--by", metavar="NAME", help="cli.option_journal_by")
@option("--kind", metavar="|".join(KINDS), help="cli.option_journal_kind")
@option("--about", metavar="ID", default="", help="cli.option_journal_about")
@option("--text", default="", help="cli.option_journal_text")
@option("--before", type=click.IntRange(min=1), help="cli.option_journal_before")
@option("--limit", type=click.IntRange(1, 10_000), default=_MOST, help="cli.option_journal_limit")
@pass_session
def show_all(session: Session, /, before: int | None, limit: int, **filters: Any) -> Answer:
    """List lines, the newest first; ``next`` is where the next page begins."""
    with session.workspace() as workspace:
        lines = page(workspace, _asked(workspace, **filters), before, limit + 1)
        catalogue = workspace.catalogue
    more, lines = len(lines) > limit, lines[:limit]
    head = (
        "cli.journal_line",
        "cli.at",
        "cli.author",
        "cli.journal_act",
        "cli.about",
        "cli.journal_more",
    )
    rows = (
        (
            one.n,
            one.at.strftime("%H:%M:%S %d/%m/%Y"),
            one.who,
            act_words(one.act, session.language),
            target_words(one.target, catalogue, session.language),
            detail_words(one, session.language),
        )
        for one in lines
    )
    said = table([session.label(name) for name in head], rows)
    if more:
        said.append(session.label("cli.journal_next", line=str(lines[-1].n)))
    document = {
        "lines": [_document(one) for one in lines],
        "next": lines[-1].n if more else None,
    }
    return Answer(document, said)


def _asked(
    workspace: Workspace,
    *,
    since: datetime | None,
    until: datetime | None,
    by: str | None,
    kind: str | None,
    about: str,
    text: str,
) -> Asked:
    return Asked(
        kind=kind or "",
        user=account_named(workspace, by) if by else "",
        about=about,
        since=since.date() if since else None,
        until=until.date() if until else None,
        text=text,
    )


def _document(line: Line) -> dict[str, object]:
    return {
        "n": line.n,
        "at": line.at.isoformat(),
        "who": line.who,
        "act": line.act,
        "details": dict(line.details),
        "target": _target(line.target) if line.target is not None else None,
    }


def _target(target: Target) -> dict[str, object]:
    return {
        "kind": target.kind,
        "id": target.key,
        "register": target.register,
        "name": target.name,
    }


@click.command("export", cls=Command, help="cli.help_journal_export")
@click.argument("file", type=FILE)
@pass_session
def export(session: Session, file: Path) -> Answer:
    """Write the whole chain, without what was typed."""
    with session.workspace() as workspace:
        head = export_journal(workspace, file)
    said = session.label("cli.journal_exported", count=head.length, name=file.name)
    lines = [said, f"{session.label('cli.journal_head')}: {grouped(head.hash)}"]
    return Answer({"path": str(file), **head.as_json()}, lines)
