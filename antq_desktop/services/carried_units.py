"""The unit tree as a directory carries it: rows out of a tree, and a tree out of rows."""

from __future__ import annotations

from antq_desktop.bundle.bodies import LinkRow, PoliceRow, UnitRow, UnitTable
from antq_desktop.domain.police import PoliceBodies, PoliceBody
from antq_desktop.domain.succession import Link, Succession, SuccessionKind
from antq_desktop.domain.units import Unit, UnitKey, UnitTree


def table_of(tree: UnitTree) -> UnitTable:
    """Return the rows that carry a tree."""
    return UnitTable(
        version=tree.version,
        source=tree.source,
        rows=tuple(map(_unit_row, tree.units)),
        succession=tuple(map(_link_row, tree.succession.links)),
        police=tuple(map(_police_row, tree.police.bodies)),
    )


def tree_of(table: UnitTable) -> UnitTree:
    """Return the unit tree that a directory carries; an older one has no succession."""
    return UnitTree(
        [
            Unit(
                key=UnitKey(row.code, row.valid_from),
                name=row.name,
                kind=row.kind,
                level=row.level,
                parent=row.parent,
                valid_to=row.valid_to,
                remote=row.remote,
            )
            for row in table.rows
        ],
        version=table.version,
        source=table.source,
        succession=Succession(map(_link, table.succession)),
        police=PoliceBodies(map(_body, table.police)),
    )


def _unit_row(unit: Unit) -> UnitRow:
    return UnitRow(
        unit.key.code,
        unit.name,
        unit.kind,
        unit.level,
        unit.parent,
        unit.key.valid_from,
        unit.valid_to,
        unit.remote,
    )


def _link_row(link: Link) -> LinkRow:
    return LinkRow(
        link.before.code,
        link.before.valid_from,
        link.after.code,
        link.after.valid_from,
        link.kind.value,
        link.on,
        link.verified,
        link.basis or None,
        link.note or None,
    )


def _link(row: LinkRow) -> Link:
    return Link(
        before=UnitKey(row.before, row.before_from),
        after=UnitKey(row.after, row.after_from),
        kind=SuccessionKind(row.kind),
        on=row.on,
        verified=row.verified,
        basis=row.basis or "",
        note=row.note or "",
    )


def _police_row(body: PoliceBody) -> PoliceRow:
    return PoliceRow(
        body.unit.code,
        body.unit.valid_from,
        body.valid_from,
        body.valid_to,
        body.parent,
        body.verified,
        body.basis or None,
    )


def _body(row: PoliceRow) -> PoliceBody:
    return PoliceBody(
        unit=UnitKey(row.code, row.unit_from),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        parent=row.parent,
        verified=row.verified,
        basis=row.basis or "",
    )
