"""``report text | paper``: the words of a period's report, and the paper that came with one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.narrating import narrate
from antq_desktop.services.papers import must_be_new, paper_received, save_paper
from antq_desktop.services.report_texts import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.services.narrating import Told

_MOST_BYTES = 1024 * 1024


@click.command("text", cls=Command, help="cli.help_report_text")
@option("--period", required=True, help="cli.option_period")
@option("--section", metavar="CODE", help="cli.option_section")
@option("--write", "source", metavar="FILE|-", help="cli.option_write_text")
@pass_session
def text(session: Session, period: str, section: str | None, source: str | None) -> Answer:
    """Show what the figures say in each section and what was written; write a section's text."""
    asked = parse_period(period)
    if source is not None and section is None:
        raise Refusal("reports.which_section")
    written = _read(source) if source is not None else None
    with session.workspace() as workspace:
        if written is not None and section is not None:
            write_text(workspace, asked, section, written)
        told = narrate(workspace, asked)
    if section is not None:
        told = [one for one in told if one.section.code == section]
        if not told:
            raise Refusal("reports.no_section", code=section)
    sections = [
        {
            "code": one.section.code,
            "heading": one.heading,
            "generated": list(one.generated),
            "own": one.own,
        }
        for one in told
    ]
    return Answer({"period": asked.code, "sections": sections}, list(_lines(told)))


def _lines(told: Sequence[Told]) -> Iterator[str]:
    for one in told:
        yield f"{one.heading}  [{one.section.code}]"
        yield from (f"  {line}" for line in one.generated)
        yield from (f"  | {line}" for line in one.own.split("\n") if line)


def _read(source: str) -> str:
    """Read a text of UTF-8 from a file, or from standard input."""
    try:
        if source == "-":
            data = sys.stdin.buffer.read(_MOST_BYTES)
        else:
            with Path(source).open("rb") as file:
                data = file.read(_MOST_BYTES)
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refusal("files.cannot_read", name=Path(source).name) from None


@click.command("paper", cls=Command, help="cli.help_report_paper")
@option("--period", required=True, help="cli.option_period")
@option("--unit", metavar="CODE[@DATE]", required=True, help="cli.option_report_unit")
@option("-o", "out", type=FILE, required=True, help="cli.option_out")
@pass_session
def paper(session: Session, period: str, unit: str, out: Path) -> Answer:
    """Save the printed report that came with a unit's figures, as it came."""
    asked = parse_period(period)
    must_be_new(out)
    with session.workspace() as workspace:
        found = paper_received(workspace, asked, workspace.units.resolve(unit, asked.last).key)
        save_paper(workspace, found, out)
    document = {"path": str(out), "form": found.form, "code": None, "pages": found.pages}
    return Answer(document, [session.label("cli.printed", pages=found.pages), str(out)])
