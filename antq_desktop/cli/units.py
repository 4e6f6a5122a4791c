"""``units``: the dated tree of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.domain.units import KIND_LABELS
from antq_desktop.services.unit_tree import import_units, list_units

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.units import Unit


@click.command("import", cls=Command, help="cli.help_units_import")
@click.argument("file", type=FILE)
@pass_session
def take(session: Session, file: Path) -> Answer:
    """Put another list of units in place of the one in use."""
    with session.workspace() as workspace:
        tree = import_units(workspace, file)
    count = len(tree.units)
    return Answer(
        {"version": tree.version, "source": tree.source, "units": count},
        [session.label("cli.units_imported", version=tree.version, count=count)],
    )


@click.command("list", cls=Command, help="cli.help_units_list")
@option("--at", type=DAY, help="cli.option_at")
@pass_session
def show_all(session: Session, at: datetime | None) -> Answer:
    """List the units of a day."""
    with session.workspace() as workspace:
        day = at.date() if at is not None else workspace.clock.today()
        units = list_units(workspace, day)
    head = ("cli.code", "cli.name", "cli.kind", "cli.parent", "cli.valid_from", "cli.valid_to")
    rows = (
        (
            unit.key.code,
            unit.name,
            KIND_LABELS[unit.kind][session.language],
            unit.parent,
            shown_day(unit.key.valid_from),
            shown_day(unit.valid_to),
        )
        for unit in units
    )
    return Answer(
        {"at": day.isoformat(), "units": [_document(unit) for unit in units]},
        table([session.label(one) for one in head], rows),
    )


def _document(unit: Unit) -> dict[str, object]:
    return {
        **unit.key.as_json(),
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "name": unit.name,
        "kind": unit.kind,
        "level": unit.level,
        "parent": unit.parent,
        "remote": unit.remote,
    }
