"""Pens: which workspace writes the records of another one, and how far its revisions were sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.store.revisions import ACTIVE, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.store.driver import Database


@dataclass(frozen=True, slots=True)
class Pen:
    """That ``giver`` handed over to ``holder`` (workspaces), in the name of ``unit`` (its key)."""

    giver: str
    holder: str
    unit: str


class Pens:
    """Reads and writes who took over from whom; what an import said counts as long as it does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, pen: Pen, imported: int) -> None:
        """Keep what an import says of a pen."""
        self._database.execute(
            "INSERT OR IGNORE INTO pens (giver, holder, unit, import) VALUES (?, ?, ?, ?)",
            [pen.giver, pen.holder, pen.unit, imported],
        )

    def all(self) -> list[Pen]:
        """Return all that counts, by giver."""
        rows = self._database.execute(
            f"SELECT DISTINCT giver, holder, unit FROM pens WHERE {ACTIVE}"
            " ORDER BY giver, holder, unit"
        )
        return [Pen(*row) for row in rows.fetchall()]

    def bring(self, bundle: str, marks: Mapping[str, int]) -> None:
        """Keep up to which import a bundle of ours brings the revisions of each workspace."""
        self._database.conn.executemany(
            "INSERT INTO brought_along (bundle, workspace, until) VALUES (?, ?, ?)",
            [(bundle, workspace, until) for workspace, until in sorted(marks.items())],
        )

    def brought(self, bundles: Sequence[str]) -> dict[str, int]:
        """Return up to which import of each workspace some bundles of ours brought revisions."""
        rows = self._database.execute(
            "SELECT workspace, max(until) FROM brought_along"
            " WHERE bundle IN (SELECT value FROM json_each(?)) GROUP BY workspace",
            [to_text(list(bundles))],
        )
        return {str(workspace): int(until) for workspace, until in rows}

    def came_by(self, record: str) -> dict[str, int]:
        """Return which import brought each revision (digest) of a record; ours are not in it."""
        rows = self._database.execute(
            "SELECT digest, import FROM revisions WHERE record = ? AND import IS NOT NULL"
            f" AND {ACTIVE}",
            [record],
        )
        return {str(digest): int(imported) for digest, imported in rows}

    def acknowledged(self, chain: str) -> dict[str, int]:
        """Return up to which import of each workspace the receiver of a chain has all."""
        rows = self._database.execute(
            "SELECT workspace, max(until) FROM brought_along JOIN outgoing ON digest = bundle"
            " WHERE chain = ? AND acknowledged = 1 GROUP BY workspace",
            [chain],
        )
        return {str(workspace): int(until) for workspace, until in rows}

    def imports(self, holder: str) -> dict[str, int]:
        """Return the last import that brought revisions of each workspace whose pens one has."""
        rows = self._database.execute(
            "SELECT giver, (SELECT coalesce(max(import), 0) FROM revisions"
            f" WHERE workspace = giver AND {ACTIVE})"
            f" FROM (SELECT DISTINCT giver FROM pens WHERE holder = ? AND {ACTIVE}) ORDER BY giver",
            [holder],
        )
        return {str(giver): int(until) for giver, until in rows}

    def moved_by(self, imported: int, holder: str) -> tuple[int, int] | None:
        """Return the first and last ``seq`` of ours by which an import moved pens, None without."""
        row = self._database.execute(
            "SELECT min(seq), max(seq) FROM revisions WHERE import = ? AND workspace = ?",
            [imported, holder],
        ).fetchone()
        return (int(row[0]), int(row[1])) if row[0] is not None else None

    def changed_since(self, imported: int, holder: str) -> bool:
        """Say whether we changed a record after an import moved its pen to us."""
        row = self._database.execute(
            "SELECT EXISTS (SELECT 1 FROM revisions WHERE import IS NULL AND workspace = ?"
            " AND record IN (SELECT record FROM revisions WHERE import = ?))",
            [holder, imported],
        ).fetchone()
        return bool(row[0])

    def given_until(self) -> int:
        """Return the highest ``seq`` of ours that a transfer gave away; 0 without one.

        One that was refused or taken back gives nothing.
        """
        row = self._database.execute(
            "SELECT max(seq_to) FROM outgoing WHERE kind = 'transfer'"
            " AND coalesce(verdict, '') NOT IN ('refused', 'withdrawn')"
        ).fetchone()
        return int(row[0] or 0)
