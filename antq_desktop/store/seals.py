"""Who can open which confidential part: those of records and those of cases that came, alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.store.driver import Database

_PARTS = (
    "SELECT '' AS bundle, digest, recipient FROM sealed"
    " UNION ALL SELECT bundle, digest, recipient FROM case_sealed WHERE recipient != ''"
)
"""A part of a case as it came ("") is sealed by its sender, and sealed again when it is taken."""


@dataclass(frozen=True, slots=True)
class Part:
    """A confidential part as one recipient can open it; ``bundle`` is "" for one of a record."""

    bundle: str
    digest: str
    blob: bytes


class Seals:
    """The recipients of confidential parts: one is added, counted, or taken away for all parts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lacking(
        self, recipient: str, of: str, *, after: tuple[str, str] = ("", ""), most: int
    ) -> list[Part]:
        """Return parts that ``of`` can open and ``recipient`` cannot, in order, some at a time.

        ``after`` is bundle and digest of the last one that was returned before.
        """
        bundle, digest = after
        found = [] if bundle else self._of_records(recipient, of, digest, most)
        if len(found) < most:
            start = after if bundle else ("", "")
            found += self._of_cases(recipient, of, start, most - len(found))
        return found

    def _of_records(self, recipient: str, of: str, after: str, most: int) -> list[Part]:
        rows = self._database.execute(
            "SELECT digest, blob FROM sealed AS mine WHERE recipient = ? AND digest > ?"
            " AND NOT EXISTS (SELECT 1 FROM sealed AS theirs"
            " WHERE theirs.digest = mine.digest AND theirs.recipient = ?)"
            " ORDER BY digest LIMIT ?",
            [of, after, recipient, most],
        )
        return [Part("", str(digest), bytes(blob)) for digest, blob in rows.fetchall()]

    def _of_cases(self, recipient: str, of: str, after: tuple[str, str], most: int) -> list[Part]:
        rows = self._database.execute(
            "SELECT bundle, digest, blob FROM case_sealed AS mine WHERE recipient = ?"
            " AND (bundle, digest) > (?, ?) AND NOT EXISTS (SELECT 1 FROM case_sealed AS theirs"
            " WHERE theirs.bundle = mine.bundle AND theirs.digest = mine.digest"
            " AND theirs.recipient = ?) ORDER BY bundle, digest LIMIT ?",
            [of, *after, recipient, most],
        )
        return [Part(str(one), str(digest), bytes(blob)) for one, digest, blob in rows.fetchall()]

    def lacks(self, recipient: str, of: str) -> int:
        """Count the parts that ``of`` can open and ``recipient`` cannot."""
        row = self._database.execute(
            f"SELECT count(*) FROM (SELECT bundle, digest FROM ({_PARTS}) WHERE recipient = ?"
            f" EXCEPT SELECT bundle, digest FROM ({_PARTS}) WHERE recipient = ?)",
            [of, recipient],
        ).fetchone()
        return int(row[0])

    def closed_to(self, recipients: Sequence[str]) -> int:
        """Count the parts that none of the recipients can open."""
        marks = ", ".join("?" * len(recipients))
        row = self._database.execute(
            f"SELECT count(*) FROM (SELECT bundle, digest FROM ({_PARTS}) EXCEPT"
            f" SELECT bundle, digest FROM ({_PARTS}) WHERE recipient IN ({marks}))",
            list(recipients),
        ).fetchone()
        return int(row[0])

    def add(self, part: Part, recipient: str, blob: bytes) -> None:
        """Keep a part as another recipient can open it."""
        if part.bundle:
            self._database.execute(
                "INSERT OR REPLACE INTO case_sealed (bundle, digest, recipient, blob)"
                " VALUES (?, ?, ?, ?)",
                [part.bundle, part.digest, recipient, blob],
            )
        else:
            self._database.execute(
                "INSERT OR REPLACE INTO sealed (digest, recipient, blob) VALUES (?, ?, ?)",
                [part.digest, recipient, blob],
            )

    def drop(self, recipient: str) -> None:
        """Take away all that a recipient could open."""
        self._database.execute("DELETE FROM sealed WHERE recipient = ?", [recipient])
        self._database.execute("DELETE FROM case_sealed WHERE recipient = ?", [recipient])
