"""Bundles inside bundles: what came in consolidated ones, what ours carry or answer."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.store.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A subordinate's bundle that came inside a consolidated one.

    ``via`` is the digest of the outermost bundle, ``office`` the key of the unit whose receipt it
    came with, ``verdict`` and ``received_at`` what that receipt says; ``periods`` canonical JSON.
    """

    via: str
    office: str
    digest: str
    bundle_id: str
    kind: str
    unit: str
    workspace: str
    chain: str
    sequence: int
    periods: str
    verdict: str
    received_at: str
    imported: int


def _column(name: str) -> str:
    return "import" if name == "imported" else name


_COLUMNS = ", ".join(_column(one.name) for one in fields(Inside))
_NAMES = [one.name for one in fields(Inside)]


class PassedOn:
    """Reads and writes what was passed on, from below and upwards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_inside(self, bundle: Inside) -> None:
        """Keep a bundle that came inside a consolidated one."""
        cells = astuple(bundle)
        marks = ", ".join("?" for _ in cells)
        self._database.execute(f"INSERT INTO inside ({_COLUMNS}) VALUES ({marks})", list(cells))

    def inside(self) -> list[Inside]:
        """Return what came inside consolidated bundles that count, oldest first."""
        return list(self._inside("", []))

    def is_inside(self, digest: str) -> bool:
        """Say whether a bundle came inside a consolidated one that counts."""
        return any(self._inside(" AND digest = ?", [digest]))

    def _inside(self, where: str, values: list[object]) -> Iterator[Inside]:
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM inside WHERE {ACTIVE}{where} ORDER BY id", values
        )
        for row in rows.fetchall():
            yield Inside(**dict(zip(_NAMES, row, strict=True)))

    def carry(self, bundle: str, digests: Iterable[str]) -> None:
        """Note which bundles from below one of ours carries upwards, or answers if it is a receipt.

        All are named by their digests.
        """
        self._database.conn.executemany(
            "INSERT INTO carried (bundle, digest) VALUES (?, ?)", [(bundle, one) for one in digests]
        )

    def carried_by(self, bundle: str) -> frozenset[str]:
        """Return the digests of what a bundle of ours carries or answers."""
        rows = self._database.execute("SELECT digest FROM carried WHERE bundle = ?", [bundle])
        return frozenset(str(row[0]) for row in rows)

    def all_carried(self) -> dict[str, list[str]]:
        """Return the digests of what each bundle of ours carries or answers, by its own."""
        found: dict[str, list[str]] = {}
        for bundle, digest in self._database.execute("SELECT bundle, digest FROM carried"):
            found.setdefault(str(bundle), []).append(str(digest))
        return found

    def workspaces(self) -> dict[int, set[str]]:
        """Return the workspaces whose bundles came inside, by the number of the import."""
        found: dict[int, set[str]] = {}
        for number, workspace in self._database.execute("SELECT import, workspace FROM inside"):
            found.setdefault(int(number), set()).add(str(workspace))
        return found

    def carriers(self, digest: str) -> frozenset[str]:
        """Return the digests of the bundles of ours that carry or answer a bundle."""
        rows = self._database.execute("SELECT bundle FROM carried WHERE digest = ?", [digest])
        return frozenset(str(row[0]) for row in rows)
