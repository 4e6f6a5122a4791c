"""Projections: what can be made again from the last revisions and the drafts at any time.

``current`` has a line for each record, the typed tables its values, ``search`` its words, and
``outstanding`` its limits. They are written in the transaction that writes the revision, and
``rebuild`` makes them from nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.attachments import attached_of
from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.parts import join
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.vietnamese import search_keys
from antq_desktop.store.meta import Meta
from antq_desktop.store.revisions import ACTIVE, Drafts, Revisions
from antq_desktop.store.tables import Cell, Table, signature, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.record import Draft, Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database
    from antq_desktop.store.outstanding import Limits

_BATCH = 500
_CURRENT = (
    "CREATE TABLE IF NOT EXISTS current (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE,"
    " register TEXT NOT NULL, unit TEXT NOT NULL, workspace TEXT NOT NULL, number INTEGER NOT NULL,"
    " book_year INTEGER NOT NULL, book_number INTEGER NOT NULL, state TEXT NOT NULL,"
    " voided INTEGER NOT NULL, draft INTEGER NOT NULL, duplicate INTEGER NOT NULL,"
    " event TEXT, title TEXT NOT NULL, digest TEXT) STRICT"
)
_CURRENT_INDEX = (
    "CREATE INDEX IF NOT EXISTS current_in_book ON current (register, unit, book_year, book_number)"
)
#: With all that a list is narrowed by and counted: a list of a million reads nothing besides.
_LIST_INDEX = (
    "CREATE INDEX IF NOT EXISTS current_in_list"
    " ON current (register, draft, book_year, book_number, voided, state, unit, event)"
)
#: For counting by days: only the months that are asked for are read.
_EVENT_INDEX = (
    "CREATE INDEX IF NOT EXISTS current_by_event ON current (event, register)"
    " WHERE draft = 0 AND voided = 0 AND duplicate = 0"
)
_SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(folded, toned, content='',"
    " contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"
)
_CODED_OF_PERSONS = frozenset(one.name for one in PERSON_FIELDS if one.codes)
_ATTACHED = (
    "CREATE TABLE IF NOT EXISTS attached (record TEXT NOT NULL, place INTEGER NOT NULL,"
    " id TEXT NOT NULL, digest TEXT NOT NULL, travel TEXT NOT NULL, size INTEGER NOT NULL,"
    " PRIMARY KEY (record, place)) STRICT"
)
_ATTACHED_INDEX = "CREATE INDEX IF NOT EXISTS attached_by_id ON attached (id)"
#: Stands with the declarations of the registers: who has it not makes the tables again.
_OWN_SIGNATURE = {"attached": "1", "lists": "1", "outstanding": "1"}
_TEXTS = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.ORGANIZATION,
        Kind.OFFICER,
        Kind.PERSONAL_NUMBER,
        Kind.PAPER_NUMBER,
        Kind.PHONE,
        Kind.PERSON,
    }
)


@dataclass(frozen=True, slots=True)
class Projected:
    """A record as its last revision, or its draft, has it."""

    record: str
    register: Register
    values: Mapping[str, object]
    current: tuple[Cell, ...]
    attached: tuple[Attached, ...] = ()

    @property
    def judged(self) -> tuple[str, Register, Mapping[str, object], str]:
        """What its limits hang on: the record, its register, its values and its unit."""
        return self.record, self.register, self.values, str(self.current[2])


def of_revision(register: Register, revision: Revision) -> Projected:
    """Return what the tables hold of a revision."""
    header = revision.header
    private = cast("Mapping[str, object]", (revision.private or {}).get("values", {}))
    values = join(register.fields, revision.shared, private)
    book = cast("Mapping[str, int]", revision.shared["book"])
    current: tuple[Cell, ...] = (
        header.record,
        register.name,
        header.unit.text,
        header.workspace,
        header.number,
        book["year"],
        book["number"],
        header.state,
        int(header.voided),
        0,
        int("duplicate_of" in values),
        *_shown(register, values),
        revision.digest,
    )
    attached = attached_of(revision.shared, revision.private)
    return Projected(header.record, register, values, current, attached)


def of_draft(register: Register, draft: Draft, unit: str, workspace: str) -> Projected:
    """Return what the tables hold of a draft."""
    values = join(register.fields, draft.shared, draft.private)
    current: tuple[Cell, ...] = (
        draft.record,
        register.name,
        unit,
        workspace,
        0,
        0,
        0,
        "draft",
        0,
        1,
        0,
        *_shown(register, values),
        None,
    )
    attached = attached_of(draft.shared, draft.private)
    return Projected(draft.record, register, values, current, attached)


def _shown(register: Register, values: Mapping[str, object]) -> tuple[Cell, Cell]:
    event = values.get(register.event_field)
    shown = [
        _title(register.by_name[name], values[name]) for name in register.title if name in values
    ]
    return (str(event)[:10] if event else None, " · ".join(shown))


def _title(field: Field, value: object) -> str:
    """Return a value as a title says it: a code by its words, a person by the name."""
    if field.kind is Kind.PERSON:
        return str(cast("Mapping[str, object]", value)["full_name"])
    code = field.code(str(value)) if field.codes else None
    return code.label.vi if code is not None else str(value)


class Projections:
    """Writes the tables, and makes them again."""

    def __init__(self, database: Database, catalogue: Catalogue, limits: Limits) -> None:
        self._database = database
        self._limits = limits
        self._catalogue = catalogue
        self._tables = {one.name: tables_of(one) for one in catalogue.registers}
        every = chain.from_iterable(self._tables.values())
        self._inserts = {table.name: table.insert() for table in every}

    def ensure(self) -> None:
        """Make the tables that are missing, and again those whose declaration has changed."""
        meta = Meta(self._database)
        if meta.get("projections") != self._signatures():
            self.rebuild()

    def _signatures(self) -> dict[str, Json]:
        declared = {one.name: signature(one) for one in self._catalogue.registers}
        return {**_OWN_SIGNATURE, **declared}

    def are_current(self) -> bool:
        """Say whether ``current`` names the last revision of every record, and every draft."""
        row = self._database.execute(
            "SELECT (SELECT count(*) FROM current) = (SELECT count(*) FROM drafts) +"
            f" (SELECT count(DISTINCT record) FROM revisions WHERE {ACTIVE})"
            " AND NOT EXISTS (SELECT 1 FROM current WHERE draft = 0 AND (number, digest) IS NOT"
            f" (SELECT number, digest FROM revisions WHERE record = current.record AND {ACTIVE}"
            " ORDER BY number DESC, digest LIMIT 1))"
        ).fetchone()
        return bool(row[0])

    def rebuild(self) -> int:
        """Make all tables again from the revisions and drafts; returns the number of records."""
        with self._database.atomic():
            self._drop()
            self._database.execute(_CURRENT)
            self._database.execute(_CURRENT_INDEX)
            self._database.execute(_LIST_INDEX)
            self._database.execute(_EVENT_INDEX)
            self._database.execute(_SEARCH)
            self._database.execute(_ATTACHED)
            self._database.execute(_ATTACHED_INDEX)
            self._limits.create()
            for table in chain.from_iterable(self._tables.values()):
                self._database.execute(table.create())
            count = self.write(self._everything())
            Meta(self._database).set("projections", self._signatures())
        return count

    def _drop(self) -> None:
        names = self._database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND (name GLOB 'r_*' OR name IN ('current', 'search', 'attached', 'outstanding'))"
        ).fetchall()
        for (name,) in names:
            self._database.execute(f'DROP TABLE "{name}"')

    def _everything(self) -> Iterator[Projected]:
        revisions, drafts = Revisions(self._database), Drafts(self._database)
        for register in self._catalogue.registers:
            for revision in revisions.last_of_each(register.name):
                yield of_revision(register, revision)
        home = cast("Mapping[str, str]", Meta(self._database).get("workspace") or {})
        for draft in drafts.all():
            declared = self._catalogue.by_name.get(draft.register)
            if declared is not None:
                yield of_draft(declared, draft, home["unit"], home["id"])

    def write(self, records: Iterable[Projected]) -> int:
        """Write records over what the tables hold of them; returns how many."""
        source, count = iter(records), 0
        while batch := list(islice(source, _BATCH)):
            self._write(batch)
            count += len(batch)
        return count

    def drop(self, record: str) -> None:
        """Take a record out (a draft that was discarded)."""
        for table in chain.from_iterable(self._tables.values()):
            self._database.execute(f"DELETE FROM {table.name} WHERE record = ?", [record])
        for other, key in (("search", "rowid"), ("outstanding", "id")):
            self._database.execute(
                f"DELETE FROM {other} WHERE {key} = (SELECT id FROM current WHERE record = ?)",
                [record],
            )
        self._database.execute("DELETE FROM attached WHERE record = ?", [record])
        self._database.execute("DELETE FROM current WHERE record = ?", [record])

    def _write(self, batch: list[Projected]) -> None:
        connection = self._database.conn
        marks = ", ".join("?" for _ in batch)
        names = [one.record for one in batch]
        known = dict(
            connection.execute(
                f"SELECT record, id FROM current WHERE record IN ({marks})", names
            ).fetchall()
        )
        old = [one for one in batch if one.record in known]
        connection.executemany("DELETE FROM search WHERE rowid = ?", [(i,) for i in known.values()])
        self._limits.drop(known.values())
        for name in ("current", "attached"):
            connection.executemany(
                f"DELETE FROM {name} WHERE record = ?", [(one.record,) for one in old]
            )
        row = connection.execute("SELECT coalesce(max(id), 0) FROM current").fetchone()
        first = max(int(row[0]), *known.values(), 0) + 1
        numbered = [(known.get(one.record, first + n), *one.current) for n, one in enumerate(batch)]
        # By the statement: to hash a table means to hash every label of its fields.
        cells: dict[str, list[tuple[Cell, ...]]] = defaultdict(list)
        for line, one in zip(numbered, batch, strict=True):
            for table, row_cells in self._rows(line[0], one):
                cells[self._inserts[table.name]].append(row_cells)
        for register in {one.register.name for one in old}:
            gone = [(one.record,) for one in old if one.register.name == register]
            for table in self._tables[register]:
                connection.executemany(f"DELETE FROM {table.name} WHERE record = ?", gone)
        for statement, rows in cells.items():
            connection.executemany(statement, rows)
        connection.executemany(
            f"INSERT INTO current VALUES ({', '.join('?' for _ in numbered[0])})", numbered
        )
        self._limits.write(one.judged for one in batch if one.register.deadlines)
        connection.executemany(
            "INSERT INTO attached VALUES (?, ?, ?, ?, ?, ?)",
            [
                (one.record, place, file.id, file.digest, str(file.travel), file.size)
                for one in batch
                for place, file in enumerate(one.attached, 1)
            ],
        )
        connection.executemany(
            "INSERT INTO search (rowid, folded, toned) VALUES (?, ?, ?)",
            [
                (line[0], *words_of(one.register, one.values))
                for line, one in zip(numbered, batch, strict=True)
            ],
        )

    def _rows(self, line: int, one: Projected) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
        main, *children = self._tables[one.register.name]
        yield main, main.row((line, one.record), one.values)
        for table in children:
            name = table.name.rsplit("__", 1)[1]
            rows = cast("list[dict[str, object]]", one.values.get(name) or [])
            for number, values in enumerate(rows, 1):
                yield table, table.row((one.record, number), values)

    def digest(self) -> str:
        """Return a digest of all that the tables hold: a rebuild must not change it."""
        lines: list[str] = []
        for table in chain.from_iterable(self._tables.values()):
            # Without the number of a row, which a rebuild may change.
            order = ", ".join(key for key in table.keys if key != "id")
            columns = ", ".join(f'"{name}"' for name in table.columns if name != "id")
            rows = self._database.execute(f"SELECT {columns} FROM {table.name} ORDER BY {order}")
            lines += (f"{table.name} {row!r}" for row in rows)
        rows = self._database.execute("SELECT * FROM attached ORDER BY record, place")
        lines += (f"attached {row!r}" for row in rows)
        rows = self._database.execute("SELECT * FROM current ORDER BY record")
        lines += (
            repr(row[1:]) for row in rows
        )  # the first is a row id, which a rebuild may change
        return sha256_hex("\n".join(lines).encode())


def words_of(register: Register, values: Mapping[str, object]) -> tuple[str, str]:
    """Return the words by which a record is found: folded, and with their tones."""
    return search_keys(" ".join(_texts(register.fields, values)))


def _texts(fields: Iterable[Field], values: Mapping[str, object]) -> Iterator[str]:
    for field in fields:
        name, kind = field.name, field.kind
        value = values.get(name)
        if value is None or name == MOVES:
            continue
        if kind is Kind.ROWS:
            for row in cast("list[dict[str, object]]", value):
                yield from _texts(field.columns, row)
        elif kind in _TEXTS:
            # Of a person's values only those that are words: units and codes are none.
            found = value if isinstance(value, dict) else {name: value}
            yield from (
                text
                for part, text in found.items()
                if isinstance(text, str) and part not in _CODED_OF_PERSONS
            )
