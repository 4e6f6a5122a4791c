"""``bundle status --matrix`` and ``bundle due``: who has reported, and until when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.domain.series import SERIES, periods_named
from antq_desktop.errors import Refusal
from antq_desktop.services.dues import due_dates, set_due
from antq_desktop.services.exporting_reported import save_reported
from antq_desktop.services.paper_reported import MATRIX, STATE_WORDS
from antq_desktop.services.papers import compose_reported, must_be_new, save_paper
from antq_desktop.services.reported import Asked, ReportState, newest_series, who_reported
from antq_desktop.services.unit_tree import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.reported import Matrix, ReportRow
    from antq_desktop.services.workspace import Workspace

STATES = click.Choice([state.value for state in ReportState])
"""The states by which the matrix can be filtered."""


class Only(TypedDict):
    """By what the matrix is filtered."""

    office: str | None
    states: tuple[str, ...]


def matrix_answer(session: Session, period: str | None, out: Path | None, only: Only) -> Answer:
    """Answer with the matrix, and write it to a file that is not there yet."""
    if out is not None:
        if out.suffix.lower() not in {".xlsx", ".pdf"}:
            raise Refusal("files.unknown_kind", name=out.name)
        must_be_new(out)
    with session.workspace() as workspace:
        asked = _asked(workspace, period, only)
        if out is not None and out.suffix.lower() == ".pdf":
            save_paper(workspace, compose_reported(workspace, MATRIX, asked), out)
        matrix = (
            save_reported(workspace, asked, out)
            if out is not None and out.suffix.lower() == ".xlsx"
            else who_reported(workspace, asked)
        )
    path = {"path": str(out)} if out is not None else {}
    lines = [str(out)] if out is not None else _lines(session, matrix)
    return Answer({**_document(matrix), **path}, lines)


def _asked(workspace: Workspace, period: str | None, only: Only) -> Asked:
    workspace.require_role("office")
    if period is None:
        series, year = newest_series(workspace)
        period = f"{series}-{year}"
    office = only["office"]
    today = workspace.clock.today()
    return Asked(
        periods=periods_named(period),
        office=find_unit(workspace, office, today).key if office is not None else None,
        states=frozenset(map(ReportState, only["states"])),
    )


def _document(matrix: Matrix) -> dict[str, object]:
    periods = matrix.asked.periods
    tallies = [matrix.tally(place) for place in range(len(periods))]
    return {
        "periods": [
            {
                "code": period.code,
                "due": due.isoformat() if due is not None else None,
                "told": tally.told,
                "owed": tally.due,
            }
            for period, due, tally in zip(periods, matrix.dues, tallies, strict=True)
        ],
        "rows": [_row(matrix, row) for row in matrix.rows],
        "told": matrix.whole.told,
        "owed": matrix.whole.due,
    }


def _row(matrix: Matrix, row: ReportRow) -> dict[str, object]:
    cells = zip(matrix.asked.periods, row.cells, strict=True)
    return {
        "unit": row.unit.key.text,
        "name": row.unit.name,
        "office": row.office.key.text if row.office is not None else None,
        "cells": [
            {
                "period": period.code,
                "state": cell.state.value,
                "bundle": cell.bundle,
                "verdict": cell.verdict,
                "at": cell.at,
            }
            for period, cell in cells
        ],
        "told": row.tally.told,
        "owed": row.tally.due,
    }


def _lines(session: Session, matrix: Matrix) -> list[str]:
    periods = matrix.asked.periods
    head = ["cli.unit", "reported.column_unit"]
    told = session.label("reported.column_told")
    titles = [*map(session.label, head), *(one.code for one in periods), told]
    rows = [list(_cells(session, row)) for row in matrix.rows]
    due = ["", session.label("cli.due"), *map(shown_day, matrix.dues), ""]
    tallies = [matrix.tally(place) for place in range(len(periods))]
    ends = [
        *(f"{one.told}/{one.due}" for one in tallies),
        f"{matrix.whole.told}/{matrix.whole.due}",
    ]
    return table(titles, [*rows, due, ["", session.label("reported.total"), *ends]])


def _cells(session: Session, row: ReportRow) -> Iterator[str]:
    yield row.unit.key.text
    yield f"{'  ' * row.depth}{row.unit.name}"
    for cell in row.cells:
        yield session.label(STATE_WORDS[cell.state])
    yield f"{row.tally.told}/{row.tally.due}"


@click.command("due", cls=Command, help="cli.help_bundle_due")
@click.argument("name", metavar="[PERIOD|SERIES]", required=False)
@click.argument("when", metavar="[DAY|DAYS]", required=False)
@option("--none", "no_more", is_flag=True, help="cli.option_due_none")
@pass_session
def due(session: Session, name: str | None, when: str | None, *, no_more: bool) -> Answer:
    """Show or change until when reports are due."""
    with session.workspace() as workspace:
        workspace.require_role("office")
        if name is not None:
            if (when is None) is not no_more:
                raise Refusal("due.needs_value", name=name)
            set_due(workspace, name, when)
        rules = due_dates(workspace).rules()
    document = {"due": [{"of": one, "due": rule} for one, rule in rules]}
    if not rules:
        return Answer(document, [session.label("cli.due_none")])
    head = [session.label("cli.period"), session.label("cli.due")]
    return Answer(document, table(head, [(one, _said(session, one, rule)) for one, rule in rules]))


def _said(session: Session, name: str, rule: str) -> str:
    if name in SERIES:
        return session.label("cli.due_days", count=int(rule))
    return shown_day(rule)
