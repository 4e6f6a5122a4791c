"""Small facts of the workspace, one JSON document a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto import canonical

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database


class Meta:
    """Documents by name: "workspace", "identity", "directory", "chain" and the like."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Json:
        """Return a document, None if there is none of that name."""
        row = self._database.execute("SELECT body FROM meta WHERE name = ?", [name]).fetchone()
        return canonical.load(row[0].encode()) if row else None

    def set(self, name: str, body: Json) -> None:
        """Write a document over the one of that name."""
        self._database.execute(
            "INSERT INTO meta (name, body) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            [name, canonical.dump(body).decode()],
        )

    def drop(self, name: str) -> None:
        """Take a document away, if there is one."""
        self._database.execute("DELETE FROM meta WHERE name = ?", [name])
