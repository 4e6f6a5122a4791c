"""``standard``: the dated tables of the security standard that an office brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import FILE, Command, pass_session
from antq_desktop.domain.registers.security_standard.criteria import SUBJECT_KINDS
from antq_desktop.domain.registers.security_standard.fields import GRADES
from antq_desktop.services.standard_tables import (
    import_added,
    import_thresholds,
    standard_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.fields import Code
    from antq_desktop.services.standard_tables import Tables


@click.command("import-criteria", cls=Command, help="cli.help_standard_criteria")
@click.argument("file", type=FILE)
@pass_session
def take_criteria(session: Session, file: Path) -> Answer:
    """Put another table of added criteria in place of the one in use."""
    with session.workspace() as workspace:
        import_added(workspace, file)
        return _answer(session, standard_tables(workspace))


@click.command("import-grades", cls=Command, help="cli.help_standard_grades")
@click.argument("file", type=FILE)
@pass_session
def take_grades(session: Session, file: Path) -> Answer:
    """Put another table of thresholds in place of the one in use."""
    with session.workspace() as workspace:
        import_thresholds(workspace, file)
        return _answer(session, standard_tables(workspace))


@click.command("show", cls=Command, help="cli.help_standard_show")
@pass_session
def show(session: Session) -> Answer:
    """Show both tables."""
    with session.workspace() as workspace:
        return _answer(session, standard_tables(workspace))


def _answer(session: Session, tables: Tables) -> Answer:
    document = {
        "criteria": [one.as_row() for one in tables.added],
        "grades": [one.as_row() for one in tables.thresholds],
    }
    return Answer(document, list(_lines(session, tables)))


def _lines(session: Session, tables: Tables) -> Iterator[str]:
    yield f"{session.label('cli.added_criteria')}:"
    head = ("cli.number", "cli.kind", "cli.name", "cli.basis", "cli.valid_from", "cli.valid_to")
    rows: Iterable[tuple[object, ...]] = (
        (
            str(one.number),
            "; ".join(_word(session, SUBJECT_KINDS, kind) for kind in sorted(one.subject_kinds)),
            one.name,
            one.legal_basis,
            shown_day(one.valid_from),
            shown_day(one.valid_to),
        )
        for one in tables.added
    )
    if tables.added:
        yield from table([session.label(one) for one in head], rows)
    else:
        yield session.label("cli.no_table")
    yield ""
    yield f"{session.label('cli.grade_thresholds')}:"
    head = ("cli.kind", "cli.grade", "cli.points", "cli.basis", "cli.valid_from", "cli.valid_to")
    rows = (
        (
            _word(session, SUBJECT_KINDS, one.subject_kind),
            _word(session, GRADES, one.grade),
            str(one.min_points),
            one.legal_basis,
            shown_day(one.valid_from),
            shown_day(one.valid_to),
        )
        for one in tables.thresholds
    )
    if tables.thresholds:
        yield from table([session.label(one) for one in head], rows)
    else:
        yield session.label("evidence.no_thresholds")


def _word(session: Session, codes: Iterable[Code], code: str) -> str:
    return next(one.text(session.language) for one in codes if one.code == code)
