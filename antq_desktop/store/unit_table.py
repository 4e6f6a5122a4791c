"""The dated units, their succession and police bodies in the database, written whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.police import PoliceBodies, PoliceBody
from antq_desktop.domain.succession import Link, Succession, SuccessionKind
from antq_desktop.domain.units import Unit, UnitKey, UnitTree, parse_unit_key
from antq_desktop.store.meta import Meta

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.store.driver import Database


class UnitTable:
    """Reads and replaces the unit tree."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, tree: UnitTree) -> None:
        """Put another list in place of this one; records keep the units they have."""
        self._database.execute("DELETE FROM units")
        self._database.conn.executemany(
            "INSERT INTO units (code, valid_from, name, kind, level, parent, valid_to, remote)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    unit.key.code,
                    unit.key.valid_from.isoformat() if unit.key.valid_from else "",
                    unit.name,
                    unit.kind,
                    unit.level,
                    unit.parent,
                    unit.valid_to.isoformat() if unit.valid_to else None,
                    int(unit.remote),
                )
                for unit in tree.units
            ],
        )
        self._replace_links(tree.succession)
        self._replace_police(tree.police)
        Meta(self._database).set("units", {"version": tree.version, "source": tree.source})

    def load(self) -> UnitTree:
        """Return the tree with its version."""
        about = cast("Mapping[str, str]", Meta(self._database).get("units") or {})
        rows = self._database.execute(
            "SELECT code, valid_from, name, kind, level, parent, valid_to, remote FROM units"
            " ORDER BY code, valid_from"
        )
        units = [
            Unit(
                key=UnitKey(code, date.fromisoformat(start) if start else None),
                name=name,
                kind=kind,
                level=level,
                parent=parent,
                valid_to=date.fromisoformat(end) if end else None,
                remote=bool(remote),
            )
            for code, start, name, kind, level, parent, end, remote in rows
        ]
        return UnitTree(
            units,
            version=about.get("version", ""),
            source=about.get("source", ""),
            succession=self._links(),
            police=self._police(),
        )

    def _replace_links(self, succession: Succession) -> None:
        self._database.execute("DELETE FROM unit_links")
        self._database.conn.executemany(
            'INSERT INTO unit_links (before, after, kind, "on", verified, basis, note)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    link.before.text,
                    link.after.text,
                    link.kind.value,
                    link.on.isoformat(),
                    int(link.verified),
                    link.basis,
                    link.note,
                )
                for link in succession.links
            ],
        )

    def _links(self) -> Succession:
        rows = self._database.execute(
            'SELECT before, after, kind, "on", verified, basis, note FROM unit_links ORDER BY n'
        )
        return Succession(
            Link(
                before=parse_unit_key(before),
                after=parse_unit_key(after),
                kind=SuccessionKind(kind),
                on=date.fromisoformat(on),
                verified=bool(verified),
                basis=basis,
                note=note,
            )
            for before, after, kind, on, verified, basis, note in rows
        )

    def _replace_police(self, police: PoliceBodies) -> None:
        self._database.execute("DELETE FROM police_bodies")
        self._database.conn.executemany(
            "INSERT INTO police_bodies (unit, valid_from, valid_to, parent, verified, basis)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    body.unit.text,
                    body.valid_from.isoformat() if body.valid_from else None,
                    body.valid_to.isoformat() if body.valid_to else None,
                    body.parent,
                    int(body.verified),
                    body.basis,
                )
                for body in police.bodies
            ],
        )

    def _police(self) -> PoliceBodies:
        rows = self._database.execute(
            "SELECT unit, valid_from, valid_to, parent, verified, basis FROM police_bodies"
            " ORDER BY n"
        )
        return PoliceBodies(
            PoliceBody(
                unit=parse_unit_key(unit),
                valid_from=date.fromisoformat(start) if start else None,
                valid_to=date.fromisoformat(end) if end else None,
                parent=parent,
                verified=bool(verified),
                basis=basis,
            )
            for unit, start, end, parent, verified, basis in rows
        )
