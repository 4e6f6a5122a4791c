"""The dated units as they stand in the database, written whole from one list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.units import Unit, UnitKey, UnitTree
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
        return UnitTree(units, version=about.get("version", ""), source=about.get("source", ""))
