"""``units``: the dated tree of units, what became of them, and where their police stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.domain.units import KIND_LABELS
from antq_desktop.services.own_unit import continue_as
from antq_desktop.services.unit_names import before
from antq_desktop.services.unit_tree import find_unit, import_units, list_units

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.succession import Link
    from antq_desktop.domain.units import Unit, UnitTree

SUCCESSION = {
    "renamed": "succession.renamed",
    "merged": "succession.merged",
    "split": "succession.split",
    "moved": "succession.moved",
    "kind_changed": "succession.kind_changed",
    "code_only": "succession.code_only",
}


@click.command("import", cls=Command, help="cli.help_units_import")
@click.argument("file", type=FILE)
@option("--succession", type=FILE, help="cli.option_succession")
@option("--police", type=FILE, help="cli.option_police")
@pass_session
def take(session: Session, file: Path, succession: Path | None, police: Path | None) -> Answer:
    """Put another list of units in place of the one in use."""
    with session.workspace() as workspace:
        tree = import_units(workspace, file, succession, police)
    count = len(tree.units)
    document = {
        "version": tree.version,
        "source": tree.source,
        "units": count,
        "succession": len(tree.succession.links),
        "police": len(tree.police.bodies),
    }
    return Answer(
        document, [session.label("cli.units_imported", version=tree.version, count=count)]
    )


@click.command("list", cls=Command, help="cli.help_units_list")
@option("--at", type=DAY, help="cli.option_at")
@pass_session
def show_all(session: Session, at: datetime | None) -> Answer:
    """List the units of a day."""
    with session.workspace() as workspace:
        day = at.date() if at is not None else workspace.clock.today()
        units, tree = list_units(workspace, day), workspace.units
    head = ("cli.code", "cli.name", "cli.kind", "cli.parent", "cli.valid_from", "cli.valid_to")
    rows = (
        (
            unit.key.code,
            unit.name,
            KIND_LABELS[unit.kind][session.language],
            unit.parent,
            shown_day(unit.key.valid_from),
            shown_day(unit.valid_to),
            before(tree, unit.key, session.language),
        )
        for unit in units
    )
    return Answer(
        {"at": day.isoformat(), "units": [_document(tree, unit) for unit in units]},
        table([session.label(one) for one in (*head, "cli.before")], rows),
    )


@click.command("show", cls=Command, help="cli.help_units_show")
@click.argument("unit", metavar="CODE[@DATE]")
@option("--at", type=DAY, help="cli.option_at")
@pass_session
def show(session: Session, unit: str, at: datetime | None) -> Answer:
    """Show one unit, as of a day in its life."""
    with session.workspace() as workspace:
        today = at.date() if at is not None else workspace.clock.today()
        found, tree = find_unit(workspace, unit, today), workspace.units
    last = found.valid_to - timedelta(days=1) if found.valid_to is not None else today
    day = max(found.began, min(today, last))
    above, police = tree.parent(found.key, day), tree.superior(found.key, day)
    document = {
        **_document(tree, found),
        "at": day.isoformat(),
        "police_above": police.key.as_json() if police is not None else None,
    }
    facts = [
        ("cli.code", found.key.text),
        ("cli.name", found.name),
        ("cli.kind", KIND_LABELS[found.kind][session.language]),
        ("cli.valid_from", shown_day(found.key.valid_from)),
        ("cli.valid_to", shown_day(found.valid_to)),
        ("cli.parent", above.name if above is not None else ""),
        ("cli.police_above", police.name if police is not None else ""),
    ]
    facts += [("cli.before", _told(session, tree, one)) for one in _into(tree, found)]
    facts += [("cli.after", _told(session, tree, one, onwards=True)) for one in _out(tree, found)]
    return Answer(document, [f"{session.label(name)}: {text}" for name, text in facts if text])


@click.command("continue", cls=Command, help="cli.help_units_continue")
@click.argument("unit", metavar="CODE[@DATE]")
@pass_session
def go_on(session: Session, unit: str) -> Answer:
    """Go on as one part of the unit that was split."""
    with session.workspace() as workspace:
        chosen = continue_as(workspace, unit)
    return Answer(
        {"unit": {**chosen.key.as_json(), "name": chosen.name}},
        [session.label("cli.unit_continued", name=chosen.name)],
    )


def _told(session: Session, tree: UnitTree, link: Link, *, onwards: bool = False) -> str:
    """Return a link as a line: the other unit, how, on what basis."""
    other = tree.get(link.after if onwards else link.before)
    text = "units.from" if onwards else "units.before"
    name = f"{other.name} ({other.key.text})"
    parts = [
        session.label(text, day=shown_day(link.on), name=name),
        session.label(SUCCESSION[link.kind]),
        link.basis,
        link.note,
        "" if link.verified else _unverified(session),
    ]
    return " – ".join(filter(None, parts))


def _unverified(session: Session) -> str:
    return session.label("units.unverified")


def _into(tree: UnitTree, unit: Unit) -> tuple[Link, ...]:
    return tree.succession.into(unit.key)


def _out(tree: UnitTree, unit: Unit) -> tuple[Link, ...]:
    return tree.succession.out_of(unit.key)


def _document(tree: UnitTree, unit: Unit) -> dict[str, object]:
    return {
        **unit.key.as_json(),
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
        "name": unit.name,
        "kind": unit.kind,
        "level": unit.level,
        "parent": unit.parent,
        "remote": unit.remote,
        "before": _links(_into(tree, unit), tree),
        "after": _links(_out(tree, unit), tree, onwards=True),
    }


def _links(
    links: Iterable[Link], tree: UnitTree, *, onwards: bool = False
) -> list[dict[str, object]]:
    return [
        {
            **(link.after if onwards else link.before).as_json(),
            "name": tree.get(link.after if onwards else link.before).name,
            "kind": link.kind.value,
            "on": link.on.isoformat(),
            "verified": link.verified,
            "basis": link.basis or None,
            "note": link.note or None,
        }
        for link in links
    ]
