"""Persons that may stand twice in a register: their marks, and what was decided of the pairs.

The marks are a projection beside ``current``, written with each record. A mark that more than one
record of a register has is flagged as ``shared``, so that the queue reads none of the others,
however many there are. The decisions are kept for good, until a person takes one back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from antq_desktop.domain.duplicates import Decision, Why, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.domain.duplicates import Mark
    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database

_TABLE = (
    "CREATE TABLE person_marks (register TEXT NOT NULL, kind TEXT NOT NULL, mark TEXT NOT NULL,"
    " shared INTEGER NOT NULL, record TEXT NOT NULL,"
    " PRIMARY KEY (register, kind, mark, shared, record)) STRICT, WITHOUT ROWID"
)
_BY_RECORD = "CREATE INDEX person_marks_by_record ON person_marks (shared, record)"
_OF_RECORD = "shared IN (0, 1) AND record = ?"
_SAME = "register = ?1 AND kind = ?2 AND mark = ?3"
_PUT = (
    "INSERT INTO person_marks SELECT ?1, ?2, ?3,"
    f" EXISTS (SELECT 1 FROM person_marks WHERE {_SAME}), ?4"
)
_NO_LONGER_ALONE = (
    f"UPDATE person_marks SET shared = 1 WHERE {_SAME} AND shared = 0"
    f" AND EXISTS (SELECT 1 FROM person_marks WHERE {_SAME} AND shared = 1)"
)
_ALONE_AGAIN = (
    f"UPDATE person_marks SET shared = 0 WHERE {_SAME} AND shared = 1 AND 1 ="
    f" (SELECT count(*) FROM (SELECT 1 FROM person_marks WHERE {_SAME} AND shared = 1 LIMIT 2))"
)
#: Ids of records begin with their time: the later one is the greater. By steps in the indexes.
_PAIRS = (
    "SELECT later.register, later.record, earlier.record, later.kind"
    " FROM person_marks AS later INDEXED BY person_marks_by_record"
    " CROSS JOIN person_marks AS earlier ON earlier.register = later.register"
    " AND earlier.kind = later.kind AND earlier.mark = later.mark AND earlier.shared = 1"
    " AND earlier.record < later.record"
    " JOIN current AS newer ON newer.record = later.record"
    " JOIN current AS older ON older.record = earlier.record"
    " WHERE later.shared = 1 AND later.record <= ? AND newer.workspace = ? AND older.workspace = ?"
    " AND later.register IN ({registers}) AND NOT EXISTS (SELECT 1 FROM duplicate_decisions"
    " AS known WHERE known.earlier = earlier.record AND known.later = later.record)"
    " ORDER BY later.record DESC"
)
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Alike:
    """Two records of a register with marks in common, the one that was begun first first."""

    register: str
    earlier: str
    later: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided of two records, by whom (an account), when, and why if that was said."""

    register: str
    earlier: str
    later: str
    decision: Decision
    user: str
    at: str
    reason: str | None


class Duplicates:
    """The table of marks and the table of decisions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self) -> None:
        """Make the table of marks, empty."""
        self._database.execute(_TABLE)
        self._database.execute(_BY_RECORD)

    def write(self, records: Iterable[tuple[str, Register, Mapping[str, object]]]) -> None:
        """Write the marks of records that have none there: id, register, values."""
        rows = [
            (register.name, mark.why.value, mark.text, record)
            for record, register, values in records
            for mark in sorted(marks_of(register, values))
        ]
        connection = self._database.conn
        connection.executemany(_PUT, rows)
        connection.executemany(_NO_LONGER_ALONE, [row[:3] for row in rows])

    def drop(self, records: Iterable[str]) -> None:
        """Take the marks of records away."""
        connection = self._database.conn
        for record in records:
            shared = connection.execute(
                "SELECT register, kind, mark FROM person_marks WHERE shared = 1 AND record = ?",
                [record],
            ).fetchall()
            connection.execute(f"DELETE FROM person_marks WHERE {_OF_RECORD}", [record])
            connection.executemany(_ALONE_AGAIN, shared)

    def rows(self) -> list[tuple[object, ...]]:
        """Return all marks in order, as a digest of the projections takes them."""
        return list(
            self._database.execute(
                "SELECT register, kind, mark, shared, record FROM person_marks"
                " ORDER BY register, kind, mark, record"
            )
        )

    def with_marks(
        self, register: str, marks: Iterable[Mark], most: int
    ) -> dict[str, tuple[Why, ...]]:
        """Return the records of a register that have one of these marks, at most so many a mark."""
        found: dict[str, list[Why]] = {}
        for mark in sorted(marks):
            rows = self._database.execute(
                "SELECT record FROM person_marks WHERE register = ? AND kind = ? AND mark = ?"
                " AND shared IN (0, 1) LIMIT ?",
                [register, mark.why.value, mark.text, most],
            )
            for (record,) in rows.fetchall():
                found.setdefault(record, []).append(mark.why)
        return {record: _surest(why) for record, why in found.items()}

    def common(self, first: str, second: str) -> tuple[Why, ...]:
        """Return what two records have in common, nothing where they are of two registers."""
        rows = self._database.execute(
            "SELECT one.kind FROM person_marks AS one JOIN person_marks AS other"
            " USING (register, kind, mark, shared)"
            " WHERE shared = 1 AND one.record = ? AND other.record = ?",
            [first, second],
        )
        return _surest(Why(kind) for (kind,) in rows)

    def undecided(
        self, workspace: str, registers: Sequence[str], after: tuple[str, str] | None = None
    ) -> Iterator[Alike]:
        """Yield the pairs of a workspace nobody decided of, those begun last first, as they are.

        ``after`` is the (earlier, later) pair that was read last.
        """
        earlier, later = after or (_LAST, _LAST)
        asked = _PAIRS.format(registers=", ".join("?" for _ in registers))
        rows = self._database.execute(asked, [later, workspace, workspace, *registers])
        for record, pairs in groupby(rows, key=lambda row: str(row[1])):
            found: dict[str, list[Why]] = {}
            register = ""
            for name, _, other, kind in pairs:
                register = str(name)
                found.setdefault(str(other), []).append(Why(kind))
            for other in sorted(found, reverse=True):
                if (record, other) < (later, earlier):
                    yield Alike(register, other, record, _surest(found[other]))

    def decide(self, decided: Decided) -> None:
        """Keep what was decided of a pair."""
        self._database.execute(
            "INSERT INTO duplicate_decisions"
            " (earlier, later, register, decision, user, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                decided.earlier,
                decided.later,
                decided.register,
                decided.decision.value,
                decided.user,
                decided.at,
                decided.reason,
            ],
        )

    def reopen(self, earlier: str, later: str) -> None:
        """Forget what was decided of a pair; the journal knows it."""
        self._database.execute(
            "DELETE FROM duplicate_decisions WHERE earlier = ? AND later = ?", [earlier, later]
        )

    def decision(self, earlier: str, later: str) -> Decided | None:
        """Return what was decided of a pair, None for nothing."""
        found = self._decided("WHERE earlier = ? AND later = ?", [earlier, later])
        return found[0] if found else None

    def decisions(self, most: int) -> list[Decided]:
        """Return what was decided, the last decision first."""
        return self._decided("ORDER BY at DESC, later DESC, earlier DESC LIMIT ?", [most])

    def _decided(self, terms: str, values: list[object]) -> list[Decided]:
        rows = self._database.execute(
            "SELECT register, earlier, later, decision, user, at, reason"
            f" FROM duplicate_decisions {terms}",
            values,
        )
        return [
            Decided(
                register=register,
                earlier=earlier,
                later=later,
                decision=Decision(decision),
                user=user,
                at=at,
                reason=reason,
            )
            for register, earlier, later, decision, user, at, reason in rows.fetchall()
        ]


def _surest(found: Iterable[Why]) -> tuple[Why, ...]:
    known = set(found)
    return tuple(why for why in Why if why in known)
