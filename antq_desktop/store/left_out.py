"""Revisions that were refused one by one, and those that a bundle brings once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.store.driver import Database


class LeftOut:
    """Reads and writes what of a bundle is not in, at whoever sent it and at whoever judged it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, bundle: str, revisions: Iterable[str]) -> None:
        """Keep which revisions of a bundle were refused, in place of what was kept before."""
        self._database.execute("DELETE FROM left_out WHERE bundle = ?", [bundle])
        self._database.conn.executemany(
            "INSERT INTO left_out (bundle, revision) VALUES (?, ?)",
            [(bundle, one) for one in revisions],
        )

    def of(self, bundle: str) -> list[str]:
        """Return the digests of the revisions of a bundle that were refused."""
        rows = self._database.execute(
            "SELECT revision FROM left_out WHERE bundle = ? ORDER BY revision", [bundle]
        )
        return [str(row[0]) for row in rows]

    def send_again(self, bundle: str, revisions: Iterable[str]) -> None:
        """Keep which revisions of before its base a bundle of ours brings once more."""
        self._database.conn.executemany(
            "INSERT INTO sent_again (bundle, revision) VALUES (?, ?)",
            [(bundle, one) for one in revisions],
        )

    def not_in(self, chain: str) -> list[str]:
        """Return the revisions that were refused and that no later bundle brought in."""
        rows = self._database.execute(
            "SELECT revision FROM left_out JOIN outgoing ON digest = bundle"
            " WHERE chain = :chain AND acknowledged = 1 EXCEPT"
            " SELECT revision FROM sent_again JOIN outgoing ON digest = bundle"
            " WHERE chain = :chain AND acknowledged = 1 AND NOT EXISTS (SELECT 1 FROM left_out"
            " WHERE left_out.bundle = sent_again.bundle"
            " AND left_out.revision = sent_again.revision) ORDER BY revision",
            {"chain": chain},
        )
        return [str(row[0]) for row in rows]
