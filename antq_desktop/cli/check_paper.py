"""``check-paper``: a printed paper against what is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import Command, pass_session
from antq_desktop.services.checking_paper import (
    PaperState,
    RecordPaper,
    ReportPaper,
    check_paper,
    check_picture,
)
from antq_desktop.services.paper_words import paper_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.units import UnitTree
    from antq_desktop.services.checking_paper import PaperCheck


@click.command("check-paper", cls=Command, help="cli.help_check_paper")
@click.argument("text", metavar="TEXT|IMAGE")
@pass_session
def check(session: Session, text: str) -> Answer:
    """Say which revision a code, a picture or a scanned PDF was printed from."""
    path = Path(text)
    with session.workspace() as workspace:
        if path.suffix and path.exists():
            checks = check_picture(workspace, path)
        else:
            checks = [check_paper(workspace, text)]
        units = workspace.units
    equal = all(one.state is PaperState.EQUAL for one in checks)
    lines = [line for one in checks for line in _lines(session, one, units)]
    return Answer(
        {"papers": [_document(one) for one in checks]}, lines, exit_code=0 if equal else 3
    )


def _document(check: PaperCheck) -> dict[str, object]:
    found: dict[str, object] = {"code": check.code, "state": check.state.value}
    paper = check.paper
    if isinstance(paper, RecordPaper):
        found |= {
            "record": paper.record,
            "register": paper.register.name,
            "book": paper.book,
            "unit": paper.unit.as_json(),
            "number": paper.number,
            "now": paper.now,
            "changed": list(paper.changed),
            "hidden": paper.hidden,
        }
    if isinstance(paper, ReportPaper):
        found |= {
            "period": paper.period,
            "unit": paper.unit.as_json(),
            "version": paper.version,
            "now": paper.now,
        }
    return found


def _lines(session: Session, check: PaperCheck, units: UnitTree) -> Iterator[str]:
    said = paper_said(check, units, session.language)
    yield f"{check.code}: {said.text} {said.action}".rstrip()
    paper = check.paper
    if isinstance(paper, RecordPaper):
        if paper.changed:
            names = [
                paper.register.by_name[name].label.text(session.language) for name in paper.changed
            ]
            yield "  " + session.label("paper_check.changed", fields=", ".join(names))
        if paper.hidden:
            yield "  " + session.label("paper_check.hidden")
