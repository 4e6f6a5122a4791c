"""Time limits that nobody has met yet, by when they end: what lists and the overview ask.

A projection beside ``current``, written with each record. What the limits of a record are, the open
workspace says (`Judge`): they hang on working days and on units, too. Where those change, all lines
are made again, some records at a time in the order of their numbers; how far that is stands beside
the lines, in the same transaction. A record that is saved meanwhile has its lines at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from antq_desktop.store.meta import Meta
from antq_desktop.store.queries import COLUMNS, Line, line_of
from antq_desktop.store.revisions import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database

    Judge = Callable[[Register, Mapping[str, object], str], Iterable["Awaited"]]
    """Says of the values of a record, and of the key of its unit, what is still to be done."""

_TABLE = (
    "CREATE TABLE outstanding (id INTEGER NOT NULL, code TEXT NOT NULL, register TEXT NOT NULL,"
    " workspace TEXT NOT NULL, due TEXT NOT NULL, verified INTEGER NOT NULL,"
    " PRIMARY KEY (id, code)) STRICT, WITHOUT ROWID"
)
_IN_LIST = "CREATE INDEX outstanding_in_list ON outstanding (register, due)"
_BY_DUE = "CREATE INDEX outstanding_by_due ON outstanding (workspace, due, register)"
_DOCUMENT = "outstanding"
"""What the lines hang on, once all of them are there."""
_UNDER_WAY = "outstanding_under_way"
"""How far they are made again: what they hang on, the last number, records done, and all."""
_PUT = (
    "INSERT OR REPLACE INTO outstanding"
    " SELECT id, ?, register, workspace, ?, ? FROM current"
    " WHERE record = ? AND draft = 0 AND voided = 0"
)
#: The record was changed here after what was given away: a transfer took the older ones along.
_KEPT = (
    " AND EXISTS (SELECT 1 FROM revisions WHERE revisions.record = current.record"
    f" AND revisions.number = current.number AND revisions.seq > ? AND {ACTIVE})"
)
_ENTERED = (
    "EXISTS (SELECT 1 FROM revisions WHERE revisions.record = current.record"
    " AND revisions.number = 1 AND revisions.header ->> '$.author' = ?)"
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A limit of a record that is not met: its code, its last moment, whether that is certain.

    ``due`` is the time in Việt Nam, ISO 8601 to the second, without an offset: it sorts as text.
    """

    code: str
    due: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A limit that is not met, and its record."""

    line: Line
    awaited: Awaited


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Limits of the records that one workspace holds the pen of, by when they end.

    From ``first`` on, before ``end``, as in `Awaited.due`. ``given`` is the highest ``seq`` of the
    workspace that a transfer gave away; 0 without one. Registers in ``hidden`` are left out, of
    those in ``own`` the records that ``author`` did not enter.
    """

    workspace: str
    first: str
    end: str
    given: int = 0
    hidden: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    author: str = ""

    def where(self) -> tuple[str, list[object]]:
        """Return a condition on ``outstanding`` beside ``current``, and what is bound to it."""
        terms = "outstanding.workspace = ? AND outstanding.due >= ? AND outstanding.due < ?"
        values: list[object] = [self.workspace, self.first, self.end]
        if self.given:
            terms, values = terms + _KEPT, [*values, self.given]
        if self.hidden:
            terms += f" AND outstanding.register NOT IN ({_marks(self.hidden)})"
            values += self.hidden
        if self.own:
            terms += f" AND (outstanding.register NOT IN ({_marks(self.own)}) OR {_ENTERED})"
            values += [*self.own, self.author]
        return terms, values

    @property
    def of_records(self) -> bool:
        """Whether the condition asks for more of the records than the limits tell."""
        return bool(self.given or self.own)


class Waiting(NamedTuple):
    """A record whose lines are to be made again; the parts of its last revision are unread text."""

    record: str
    register: str
    unit: str
    shared: str
    private: str | None


class Limits:
    """The table of limits that are not met."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._meta = Meta(database)
        self.judge: Judge | None = None
        """Says what is to be done; None while no workspace is open, then nothing is known."""

    def create(self) -> None:
        """Make the table, empty; it is known to lack everything unless somebody can judge."""
        for statement in (_TABLE, _IN_LIST, _BY_DUE):
            self._database.execute(statement)
        if self.judge is None:
            self.forget()

    def forget(self) -> None:
        """Know that the lines hold no longer."""
        self._meta.set(_DOCUMENT, None)
        self._meta.drop(_UNDER_WAY)

    def follow(self, what: Json) -> bool:
        """Say whether the lines were made with ``what`` they hang on."""
        return self._meta.get(_DOCUMENT) == what

    def write(self, records: Iterable[tuple[str, Register, Mapping[str, object], str]]) -> None:
        """Write the lines of records that stand in ``current`` and have none: id, values, unit."""
        if self.judge is None:
            self.forget()
            return
        rows = [
            (one.code, one.due, int(one.verified), record)
            for record, register, values, unit in records
            for one in self.judge(register, values, unit)
        ]
        self._database.conn.executemany(_PUT, rows)

    def drop(self, numbers: Iterable[int]) -> None:
        """Take the lines of records away, by their numbers in ``current``."""
        self._database.conn.executemany(
            "DELETE FROM outstanding WHERE id = ?", [(number,) for number in numbers]
        )

    def progress(self, what: Json) -> tuple[int, int] | None:
        """Return of how many records the lines are made again with ``what`` they hang on.

        Beside it how many records there are; None where that has not begun, or is over.
        """
        known = self._under_way()
        if known.get("what") != what:
            return None
        return cast("int", known["done"]), cast("int", known["total"])

    def begin(self, what: Json) -> None:
        """Take all lines away, to be made again with ``what`` they hang on."""
        self.forget()
        self._database.execute("DELETE FROM outstanding")
        total = self._database.execute("SELECT count(*) FROM current").fetchone()[0]
        self._meta.set(_UNDER_WAY, {"what": what, "after": 0, "done": 0, "total": total})

    def go_on(self, registers: tuple[str, ...], many: int) -> list[Waiting]:
        """Return those of the next ``many`` records that are of ``registers`` and may have limits.

        Whoever asks writes their lines in the same transaction: after the last records all lines
        are there.
        """
        known = self._under_way()
        after = known["after"]
        last, count = self._database.execute(
            "SELECT max(id), count(*) FROM"
            " (SELECT id FROM current WHERE id > ? ORDER BY id LIMIT ?)",
            [after, many],
        ).fetchone()
        if count < many:
            self._meta.set(_DOCUMENT, known["what"])
            self._meta.drop(_UNDER_WAY)
        else:
            done = cast("int", known["done"]) + count
            total = max(cast("int", known["total"]), done)
            self._meta.set(_UNDER_WAY, {**known, "after": last, "done": done, "total": total})
        rows = self._database.execute(
            # By the number alone: the index of lists would be gone through from its beginning.
            "SELECT record, register, current.unit, shared, private FROM current NOT INDEXED"
            " CROSS JOIN revisions USING (record, number, digest, register)"
            " WHERE current.id > ? AND current.id <= ? AND draft = 0 AND voided = 0"
            f" AND register IN ({_marks(registers)})",
            [after, last, *registers],
        )
        return [Waiting(*row) for row in rows]

    def _under_way(self) -> Mapping[str, Json]:
        return cast("Mapping[str, Json]", self._meta.get(_UNDER_WAY) or {})

    def counts(self, wanted: Between) -> dict[str, int]:
        """Return how many limits end then, by register."""
        terms, values = wanted.where()
        source = "outstanding"
        if wanted.of_records:
            source += " JOIN current ON current.id = outstanding.id"
        rows = self._database.execute(
            f"SELECT outstanding.register, count(*) FROM {source} WHERE {terms} GROUP BY 1", values
        )
        return {str(register): int(count) for register, count in rows}

    def ending(self, wanted: Between, most: int, *, last: bool = False) -> list[Outstanding]:
        """Return limits with their records: those that end first, or with ``last`` the latest."""
        terms, values = wanted.where()
        way = "DESC" if last else "ASC"
        rows = self._database.execute(
            f"SELECT {COLUMNS}, outstanding.code, outstanding.due, outstanding.verified"
            " FROM outstanding INDEXED BY outstanding_by_due"
            " CROSS JOIN current ON current.id = outstanding.id"
            f" WHERE {terms} ORDER BY outstanding.due {way} LIMIT ?",
            [*values, most],
        )
        return [
            Outstanding(line_of(row[:11]), Awaited(row[11], row[12], bool(row[13]))) for row in rows
        ]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" for _ in values)
