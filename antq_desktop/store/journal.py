"""The journal: every act a line in a hash chain.

An entry is the canonical JSON of ``{"n", "at", "user", "act", "details", "previous"}``; its hash is
the SHA-256 of those bytes and the ``previous`` of the next. A chain proves something only where its
head is known outside: it goes into every manifest and receipt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.canonical import NotCanonical
from antq_desktop.crypto.digests import sha256_hex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database

    Details = Mapping[str, Json]

_NOTHING = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many lines, and the hash of the last (64 zeros without any)."""

    length: int
    hash: str

    def as_json(self) -> dict[str, Json]:
        """Return the form used in manifests and receipts."""
        return {"length": self.length, "head": self.hash}


class Journal:
    """Appends lines and checks the chain."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self) -> Head:
        """Return the end of the chain."""
        row = self._database.execute(
            "SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1"
        ).fetchone()
        return Head(row[0], row[1]) if row else Head(0, _NOTHING)

    def add(self, at: str, user: str | None, act: str, /, **details: Json) -> Head:
        """Append a line; inside a transaction it stands or falls with the act itself."""
        return self.add_all(at, user, act, [details])

    def add_all(self, at: str, user: str | None, act: str, acts: Iterable[Details]) -> Head:
        """Append a line for each of several acts of one kind."""
        head = self.head()
        lines: list[tuple[int, str, str]] = []
        for details in acts:
            number = head.length + 1
            entry = canonical.dump(
                {
                    "n": number,
                    "at": at,
                    "user": user,
                    "act": act,
                    "details": details,
                    "previous": head.hash,
                }
            )
            head = Head(number, sha256_hex(entry))
            lines.append((number, entry.decode(), head.hash))
        self._database.conn.executemany(
            "INSERT INTO journal (n, entry, hash) VALUES (?, ?, ?)", lines
        )
        return head

    def hash_at(self, n: int) -> str | None:
        """Return the hash of a line, None if there are fewer lines."""
        if n == 0:
            return _NOTHING
        row = self._database.execute("SELECT hash FROM journal WHERE n = ?", [n]).fetchone()
        return str(row[0]) if row else None

    def entries(self) -> Iterator[dict[str, Json]]:
        """Yield the lines in order."""
        for row in self._database.execute("SELECT entry FROM journal ORDER BY n"):
            yield cast("dict[str, Json]", canonical.load(row[0].encode()))

    def newest(self) -> Iterator[dict[str, Json]]:
        """Yield the lines backwards, the last one first."""
        for row in self._database.execute("SELECT entry FROM journal ORDER BY n DESC"):
            yield cast("dict[str, Json]", canonical.load(row[0].encode()))

    def acts_since(self, n: int) -> set[str]:
        """Return the names of the acts after a line."""
        rows = self._database.execute(
            "SELECT DISTINCT json_extract(entry, '$.act') FROM journal WHERE n > ?", [n]
        )
        return {str(row[0]) for row in rows}

    def last_moment(self) -> str | None:
        """Return the time of the last line, None without any."""
        row = self._database.execute("SELECT entry FROM journal ORDER BY n DESC LIMIT 1").fetchone()
        return str(cast("dict[str, Json]", canonical.load(row[0].encode()))["at"]) if row else None

    def broken_at(self) -> int | None:
        """Return the number of the first line that does not fit the chain, None if all do."""
        previous, expected = _NOTHING, 1
        for n, entry, digest in self._database.execute(
            "SELECT n, entry, hash FROM journal ORDER BY n"
        ):
            fits = n == expected and sha256_hex(entry.encode()) == digest
            if not (fits and _follows(entry, n, previous)):
                return expected
            previous, expected = digest, expected + 1
        return None


def _follows(entry: str, n: int, previous: str) -> bool:
    try:
        body = canonical.load(entry.encode())
    except NotCanonical:
        return False
    return isinstance(body, dict) and body.get("n") == n and body.get("previous") == previous
