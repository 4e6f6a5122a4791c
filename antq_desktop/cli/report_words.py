"""``report correct | versions | sentences | controls | switches``: what is told beside figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.report import changed_document, difference_lines, units_asked
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.switches import SWITCHES
from antq_desktop.messages import words
from antq_desktop.services.controlling import control, said_values
from antq_desktop.services.reporting import correct as correct_report
from antq_desktop.services.reporting import versions_of
from antq_desktop.services.switching import choose_switches, switches_of
from antq_desktop.services.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.controls import Finding
    from antq_desktop.messages import Words
    from antq_desktop.services.workspace import Workspace

_PERIOD = option("--period", required=True, help="cli.option_period")
_UNIT = option("--unit", metavar="CODE[@DATE]", help="cli.option_report_unit")


@click.command("correct", cls=Command, help="cli.help_report_correct")
@_PERIOD
@option("--reason", required=True, help="cli.option_reason")
@pass_session
def correct(session: Session, period: str, reason: str) -> Answer:
    """Make the next version of a report; the next bundle with the period sends it."""
    asked = parse_period(period)
    with session.workspace() as workspace:
        made = correct_report(workspace, asked, reason)
        changed = versions_of(workspace, asked, workspace.unit.key)[-1].differences
    document = {
        "period": asked.code,
        "version": made.version,
        "changed": changed_document(changed),
    }
    said = session.label("cli.corrected", version=made.version)
    return Answer(document, [said, *difference_lines(session, changed)])


@click.command("versions", cls=Command, help="cli.help_report_versions")
@_PERIOD
@_UNIT
@pass_session
def versions(session: Session, period: str, unit: str | None) -> Answer:
    """List the versions of a report, and what each changed."""
    asked = parse_period(period)
    with session.workspace() as workspace:
        own, _ = units_asked(workspace, unit, asked)
        found = versions_of(workspace, asked, own)
    documents = [
        {
            "version": one.report.version,
            "workspace": one.report.workspace,
            "digest": one.report.digest,
            "changed": changed_document(one.differences),
        }
        for one in found
    ]
    lines: list[str] = []
    for one in found:
        lines.append(session.label("cli.version_line", version=one.report.version))
        lines += difference_lines(session, one.differences)
    document = {"period": asked.code, "unit": own.text, "versions": documents}
    return Answer(document, lines or [session.label("cli.no_version")])


@click.command("sentences", cls=Command, help="cli.help_report_sentences")
@_PERIOD
@_UNIT
@pass_session
def sentences(session: Session, period: str, unit: str | None) -> Answer:
    """Say the figures as the article about the movement does."""
    asked = parse_period(period)
    with session.workspace() as workspace:
        _, units = units_asked(workspace, unit, asked)
        said = tell(workspace, asked, units=units)
    documents = [
        {"code": one.code, "text": one.text or None, "missing": list(one.missing)} for one in said
    ]
    lines: list[str] = []
    for one in said:
        lines.append(f"{one.code}  {one.text or '–'}")
        if one.missing:
            lines.append(session.label("cli.missing_figures", codes=", ".join(one.missing)))
    return Answer({"period": asked.code, "sentences": documents}, lines)


@click.command("controls", cls=Command, help="cli.help_report_controls")
@_PERIOD
@_UNIT
@pass_session
def controls(session: Session, period: str, unit: str | None) -> Answer:
    """Say what cannot be or is odd in the figures, and whether each book balances."""
    asked = parse_period(period)
    with session.workspace() as workspace:
        _, units = units_asked(workspace, unit, asked)
        found = control(workspace, asked, units=units)
        documents = [_finding(session, workspace, one) for one in found.findings]
        lines = [line for one in found.findings for line in _finding_lines(session, workspace, one)]
        balances = [
            {
                "register": one.register,
                "carried": one.carried,
                "new": one.new,
                "closed": one.closed,
                "remaining": one.remaining,
                "even": one.even,
            }
            for one in found.balances
        ]
        names = workspace.catalogue.by_name
        rows = [
            (
                f"{names[one.register].code} {names[one.register].label.text(session.language)}",
                one.carried,
                one.new,
                one.closed,
                one.remaining,
            )
            for one in found.balances
        ]
    head = ("cli.register", "cli.carried", "cli.new_rows", "cli.closed", "cli.remaining")
    shown = lines or [session.label("cli.no_findings")]
    return Answer(
        {"period": asked.code, "controls": documents, "balances": balances},
        [*shown, *table([session.label(name) for name in head], rows)],
    )


def _words(session: Session, workspace: Workspace, one: Finding) -> Words:
    values = said_values(one, workspace.catalogue, session.language)
    return words(one.message_id, session.language, values)


def _finding(session: Session, workspace: Workspace, one: Finding) -> dict[str, object]:
    said = words(
        one.message_id, session.language, said_values(one, workspace.catalogue, session.language)
    )
    return {
        "control": one.code,
        "hard": one.hard,
        "units": [unit.text for unit in one.units],
        "text": said.text,
        "action": said.action,
        "records": list(one.records),
    }


def _finding_lines(session: Session, workspace: Workspace, one: Finding) -> Iterator[str]:
    said = words(
        one.message_id, session.language, said_values(one, workspace.catalogue, session.language)
    )
    kind = session.label("cli.hard_control" if one.hard else "cli.soft_control")
    where = ", ".join(workspace.units.get(unit).name for unit in one.units)
    yield f"{kind}, {where}: {said.text} {said.action}"
    yield from (f"  {record}" for record in one.records)


@click.command("switches", cls=Command, help="cli.help_report_switches")
@option("--set", "chosen", multiple=True, metavar="NAME=ANSWER", help="cli.option_switch")
@pass_session
def switches(session: Session, chosen: tuple[str, ...]) -> Answer:
    """Show the settings of counting; an office may choose, its next directory tells it."""
    with session.workspace() as workspace:
        found = choose_switches(workspace, chosen) if chosen else dict(switches_of(workspace))
    lines = [
        f"{one.name}={one.chosen(found)}  {one.label.text(session.language)}:"
        f" {one.said(found).text(session.language)}"
        for one in SWITCHES
    ]
    return Answer({"switches": found}, lines)
