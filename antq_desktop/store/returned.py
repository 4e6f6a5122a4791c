"""What comes back for correction: an office's queries, a receipt's refusals, and their answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.store.driver import Database

    Origin = Literal["asked", "received", "refused"]


WITHDRAWN: Final = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A record that came back, or is sent back.

    ``origin``: asked by this office, received from the office above, or refused in a receipt of it.
    ``workspace`` and ``unit`` are who answers. ``number`` is the newest revision that the office
    had seen; ``field``, ``rule`` and ``due`` (ISO 8601) may be missing, and so may ``record`` where
    a whole bundle was refused. ``again`` names the query that this one takes the place of.
    ``came_at`` and ``seen_seq`` say when a query came, and the last ``seq`` given by then;
    ``bundle`` is the digest of the bundle of ours that was refused.
    """

    id: str
    origin: Origin
    workspace: str
    unit: str
    record: str | None
    register: str | None
    number: int
    field: str | None
    rule: str | None
    text: str
    due: str | None
    asked_at: str
    again: str | None = None
    came_at: str | None = None
    seen_seq: int = 0
    bundle: str | None = None
    closed_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: at an office as it came with an import, at a commune a text that waits to go.

    ``text`` is None where the record itself is the answer.
    """

    query: str
    text: str | None
    at: str
    bundle: str | None = None
    imported: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A bundle of ours (digest) that asks or answers a query.

    ``revision`` is what answers, or `WITHDRAWN` where the bundle takes the query back.
    """

    bundle: str
    query: str
    revision: str | None = None


Row = Query | Answer | Named
R = TypeVar("R", Query, Answer, Named)


def _columns(kind: type[Row]) -> str:
    return ", ".join("import" if one.name == "imported" else one.name for one in fields(kind))


class Returned:
    """Reads and writes queries and answers; what state they are in is derived, never stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _all(self, kind: type[R], table: str, rest: str, values: Sequence[object]) -> Iterator[R]:
        names = [one.name for one in fields(kind)]
        rows = self._database.execute(f"SELECT {_columns(kind)} FROM {table} {rest}", values)
        for row in rows.fetchall():
            yield kind(**dict(zip(names, row, strict=True)))

    def _add(self, table: str, row: Row) -> bool:
        cells = astuple(row)
        marks = ", ".join("?" for _ in cells)
        added = self._database.execute(
            f"INSERT OR IGNORE INTO {table} ({_columns(type(row))}) VALUES ({marks})", list(cells)
        )
        return added.rowcount > 0

    def add(self, query: Query) -> bool:
        """Keep a query; False if it is known: it never changes."""
        return self._add("queries", query)

    def get(self, identifier: str) -> Query | None:
        """Return a query, None if it is not known."""
        return next(self._all(Query, "queries", "WHERE id = ?", [identifier]), None)

    def all(self) -> list[Query]:
        """Return all queries, oldest first."""
        return list(self._all(Query, "queries", "ORDER BY asked_at, id", []))

    def of_record(self, record: str) -> list[Query]:
        """Return the queries about a record, oldest first."""
        rest = "WHERE record = ? ORDER BY asked_at, id"
        return list(self._all(Query, "queries", rest, [record]))

    def refused_again(self, identifier: str, bundle: str, came_at: str, seen_seq: int) -> None:
        """Note that what a receipt had refused came back once more, with another bundle."""
        self._database.execute(
            "UPDATE queries SET bundle = ?, came_at = ?, seen_seq = ? WHERE id = ?",
            [bundle, came_at, seen_seq, identifier],
        )

    def close(self, identifier: str, at: str) -> None:
        """Note that a person at the office is content."""
        self._database.execute("UPDATE queries SET closed_at = ? WHERE id = ?", [at, identifier])

    def withdraw(self, identifier: str, at: str) -> bool:
        """Note that a query is asked no more, known or not; False if that was known before."""
        added = self._database.execute(
            "INSERT OR IGNORE INTO queries_withdrawn (id, at) VALUES (?, ?)", [identifier, at]
        )
        return added.rowcount > 0

    def withdrawn(self) -> dict[str, str]:
        """Return when each query that is asked no more was withdrawn, the oldest first."""
        rows = self._database.execute("SELECT id, at FROM queries_withdrawn ORDER BY at, id")
        return dict(rows.fetchall())

    def add_answer(self, answer: Answer) -> None:
        """Keep an answer that came in."""
        self._add("answers", answer)

    def explain(self, answer: Answer) -> None:
        """Keep a text that waits to go, in place of one from before."""
        self._database.execute(
            "DELETE FROM answers WHERE query = ? AND import IS NULL", [answer.query]
        )
        self._add("answers", answer)

    def answers(self) -> Mapping[str, list[Answer]]:
        """Return the answers that count by query, the oldest first."""
        found: dict[str, list[Answer]] = defaultdict(list)
        for one in self._all(Answer, "answers", f"WHERE {ACTIVE} ORDER BY at, import", []):
            found[one.query].append(one)
        return found

    def name(self, named: Iterable[Named]) -> None:
        """Keep which queries a bundle of ours asks or answers."""
        for one in named:
            self._add("queries_named", one)

    def named(self) -> Mapping[str, list[Named]]:
        """Return by query which bundles of ours ask or answer it, the oldest first."""
        found: dict[str, list[Named]] = defaultdict(list)
        for one in self._all(Named, "queries_named", "ORDER BY rowid", []):
            found[one.query].append(one)
        return found

    def named_in(self, bundle: str) -> frozenset[tuple[str, str | None]]:
        """Return (query, revision) of what a bundle of ours asks or answers."""
        found = self._all(Named, "queries_named", "WHERE bundle = ?", [bundle])
        return frozenset((one.query, one.revision) for one in found)

    def changed_since(self, queries: Iterable[Query]) -> dict[str, tuple[str, int]]:
        """Return (digest, number) of the last revision of each query's record made after it came.

        Queries whose record was not touched since are not named.
        """
        found: dict[str, tuple[str, int]] = {}
        for one in queries:
            row = self._database.execute(
                "SELECT digest, number FROM revisions WHERE record = ? AND workspace = ?"
                f" AND seq > ? AND {ACTIVE} ORDER BY number DESC, digest LIMIT 1",
                [one.record, one.workspace, one.seen_seq],
            ).fetchone()
            if row is not None:
                found[one.id] = (str(row[0]), int(row[1]))
        return found
