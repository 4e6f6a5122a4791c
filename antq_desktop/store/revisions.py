"""The truth: append-only revisions, drafts beside them, and sealed parts."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.attachments import ATTACHMENTS
from antq_desktop.domain.record import Draft, Revision, header_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database

    Row = tuple[str, str, str, str | None]
    Mark = tuple[str, int, int]

_COLUMNS = "digest, header, shared, private"
_WITHOUT_PRIVATE = "digest, header, shared, NULL"
_DRAFT = "record, register, author, at, shared, private, confidential"
#: Revisions that count: our own, and those of imports that were not withdrawn.
ACTIVE = "(import IS NULL OR import IN (SELECT id FROM imports WHERE withdrawn_at IS NULL))"


def _to_send(
    columns: str,
    own: Mark,
    also: Sequence[str],
    beside: Sequence[Mark],
    limit: str = "",
    values: Sequence[str] = (),
) -> tuple[str, list[str | int]]:
    """Return a query for the revisions of several workspaces, and its values."""
    digests, parts, cells = to_text(list(also)), [], list[str | int]()
    for column, mark in (("seq", own), *(("import", one) for one in beside)):
        parts.append(
            f"{columns} WHERE workspace = ? AND ({column} > ? AND {column} <= ?"
            f" OR digest IN (SELECT value FROM json_each(?))) AND {ACTIVE}{limit}"
        )
        cells += [*mark, digests, *values]
    return " UNION ALL ".join(parts), cells


def to_text(body: object) -> str:
    """Return the canonical JSON of a stored document."""
    return canonical.dump(cast("Json", body)).decode()


def _again(body: object) -> str:
    """Return the canonical JSON of what has a digest, and was written so to have it."""
    return canonical.dump_again(cast("Json", body)).decode()


def from_text(text: str) -> dict[str, object]:
    """Read a stored document back."""
    return cast("dict[str, object]", canonical.read_back(text))


def _revision(row: Row) -> Revision:
    digest, header, shared, private = row
    parts = from_text(shared), from_text(private) if private is not None else None
    return Revision(header_from(from_text(header)), digest, *parts)


class Bare(NamedTuple):
    """A revision as counting reads it; ``shared`` is the text of that part, ``voided`` 0 or 1."""

    record: str
    number: int
    digest: str
    workspace: str
    seq: int
    at: str
    voided: int
    shared: str


class Revisions:
    """Reads and appends revisions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, revisions: Iterable[Revision], imported: int | None = None) -> None:
        """Write revisions; one that is there already stays as it is.

        One that an import withdrawn since has left behind counts again, with this import.
        """
        rows = (
            (
                revision.header.record,
                revision.header.number,
                revision.digest,
                revision.header.register,
                revision.header.unit.text,
                revision.header.workspace,
                revision.header.seq,
                _again(revision.header.as_json()),
                _again(revision.shared),
                _again(revision.private) if revision.private is not None else None,
                imported,
            )
            for revision in revisions
        )
        self._database.conn.executemany(
            "INSERT INTO revisions (record, number, digest, register, unit, workspace, seq,"
            " header, shared, private, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (record, number, digest) DO UPDATE SET import = excluded.import"
            f" WHERE NOT {ACTIVE}",
            rows,
        )

    def latest(self, record: str) -> Revision | None:
        """Return the revision with the highest number, None if the record is not known."""
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM revisions WHERE record = ? AND {ACTIVE}"
            " ORDER BY number DESC, digest LIMIT 1",
            [record],
        ).fetchone()
        return _revision(row) if row else None

    def began(self, record: str) -> str | None:
        """Return the account that entered a record or draft; None for one that is not there."""
        row = self._database.execute(
            "SELECT author FROM drafts WHERE record = ? UNION ALL"
            " SELECT header ->> '$.author' FROM revisions WHERE record = ? AND number = 1",
            [record, record],
        ).fetchone()
        return None if row is None else str(row[0])

    def history(self, record: str) -> list[Revision]:
        """Return all revisions of a record, oldest first."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM revisions WHERE record = ? AND {ACTIVE}"
            " ORDER BY number, digest",
            [record],
        )
        return [_revision(row) for row in rows]

    def last_seq(self, workspace: str) -> int:
        """Return the highest ``seq`` of a workspace, 0 without any."""
        row = self._database.execute(
            f"SELECT max(seq) FROM revisions WHERE workspace = ? AND {ACTIVE}", [workspace]
        ).fetchone()
        return int(row[0] or 0)

    def digests(self, keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], set[str]]:
        """Return the digests known for each (record, number), where any is; two are a fork."""
        wanted = set(keys)
        rows = self._database.execute(
            f"SELECT record, number, digest FROM revisions WHERE {ACTIVE}"
            " AND record IN (SELECT value FROM json_each(?))",
            [to_text(sorted({record for record, _ in wanted}))],
        )
        found: dict[tuple[str, int], set[str]] = {}
        for record, number, digest in rows:
            if (record, number) in wanted:
                found.setdefault((record, number), set()).add(digest)
        return found

    def last_numbers(self, records: Iterable[str]) -> dict[str, int]:
        """Return the highest number known of each record, where one is."""
        return {record: number for record, (number, _) in self.highest(records).items()}

    def highest(self, records: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Return the highest number known of each record, and how many revisions have it."""
        rows = self._database.execute(
            f"SELECT record, number, count(*) FROM revisions WHERE {ACTIVE} AND record IN"
            " (SELECT value FROM json_each(?)) GROUP BY record, number ORDER BY record, number",
            [to_text(list(records))],
        )
        return {record: (number, known) for record, number, known in rows}  # the last one stays

    def to_send(
        self, own: Mark, register: str, also: Sequence[str] = (), beside: Sequence[Mark] = ()
    ) -> Iterator[Revision]:
        """Yield the revisions of a workspace after a ``seq``, by record and number.

        ``own`` is the workspace, after which ``seq`` and up to which. ``also`` are digests of
        others that go with them, ``beside`` other workspaces, with the numbers of the imports that
        brought their revisions in place of the ``seq``.
        """
        columns = f"SELECT {_COLUMNS}, record, number FROM revisions"
        parts, values = _to_send(columns, own, also, beside, " AND register = ?", [register])
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM ({parts}) ORDER BY record, number", values
        )
        yield from map(_revision, rows)

    def with_files(self, workspace: str) -> Iterator[Revision]:
        """Yield the revisions of a workspace that name attachments, by ``seq``."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM revisions WHERE workspace = ? AND {ACTIVE} AND ("
            f" json_type(shared, '$.{ATTACHMENTS}') = 'array'"
            f" OR json_type(private, '$.{ATTACHMENTS}') = 'array') ORDER BY seq",
            [workspace],
        )
        yield from map(_revision, rows)

    def counts(
        self, own: Mark, also: Sequence[str] = (), beside: Sequence[Mark] = ()
    ) -> dict[str, tuple[int, int, int]]:
        """Return (new, changed, voided) records by register among what `to_send` gives.

        A record that was entered and changed is one new one.
        """
        columns = (
            "SELECT register, record, number, json_extract(header, '$.voided') AS voided"
            " FROM revisions"
        )
        parts, values = _to_send(columns, own, also, beside)
        rows = self._database.execute(
            "SELECT register, sum(first = 1), sum(first > 1), sum(voided) FROM ("
            " SELECT register, min(number) AS first,"
            # Of the last revision, whether it voids: the lowest bit beside the highest number.
            f" max(2 * number + voided) % 2 AS voided FROM ({parts}) GROUP BY record"
            ") GROUP BY register",
            values,
        )
        return {str(name): (int(a), int(b), int(c)) for name, a, b, c in rows}

    def total_of(self, workspace: str) -> int:
        """Return how many revisions of a workspace count."""
        row = self._database.execute(
            f"SELECT count(*) FROM revisions WHERE workspace = ? AND {ACTIVE}", [workspace]
        ).fetchone()
        return int(row[0])

    def of_import(self, number: int) -> dict[str, str]:
        """Return the records of which an import brought revisions, each with its register."""
        rows = self._database.execute(
            "SELECT DISTINCT record, register FROM revisions WHERE import = ?", [number]
        )
        return dict(rows.fetchall())

    def imports_of(self, digests: Sequence[str]) -> dict[str, int | None]:
        """Return the import that brought each revision that is here; None for our own."""
        if not digests:  # an answer without reading them all
            return {}
        rows = self._database.execute(
            "SELECT digest, import FROM revisions WHERE digest IN (SELECT value FROM json_each(?))",
            [to_text(list(digests))],
        )
        return dict(rows.fetchall())

    def first_seqs(self, number: int) -> dict[str, int]:
        """Return the lowest ``seq`` that an import brought of each workspace."""
        rows = self._database.execute(
            "SELECT workspace, min(seq) FROM revisions WHERE import = ? GROUP BY workspace",
            [number],
        )
        return {str(workspace): int(seq) for workspace, seq in rows}

    def last_of_each(
        self,
        register: str,
        as_of: Mapping[str, int] | None = None,
        *,
        private: bool = True,
    ) -> Iterator[Revision]:
        """Yield the last revision of each record of a register, the one that ``latest`` gives.

        ``as_of`` limits each workspace to a ``seq``; workspaces it does not name give nothing. Who
        counts leaves the ``private`` part unread.
        """
        columns = _COLUMNS if private else _WITHOUT_PRIVATE
        limit, values = "", [register]
        if as_of is not None:
            limit = " AND seq <= coalesce(json_extract(?, '$.\"' || workspace || '\"'), 0)"
            values.append(to_text(as_of))
        rows = self._database.execute(
            f"SELECT record, {columns} FROM revisions WHERE register = ? AND {ACTIVE}{limit}"
            " ORDER BY record, number DESC, digest",
            values,
        )
        for _, same in groupby(rows, key=itemgetter(0)):
            yield _revision(next(same)[1:])

    def to_count(
        self, register: str, unit: str, as_of: Mapping[str, int] | None = None
    ) -> Iterator[Bare]:
        """Yield all revisions of a unit's records in a register, with no more than counting asks.

        In no order; ``as_of`` limits them as in ``last_of_each``. A record is of one unit for good,
        so ``current`` says whose it is. Header and shared part stay unread text.
        """
        limit, values = "", [register, unit]
        if as_of is not None:
            limit = " AND v.seq <= coalesce(json_extract(?, '$.\"' || v.workspace || '\"'), 0)"
            values.append(to_text(as_of))
        rows = self._database.execute(
            # The unit's records first: SQLite would rather read the whole register for each unit.
            "SELECT v.record, v.number, v.digest, v.workspace, v.seq,"
            " json_extract(v.header, '$.at'), json_extract(v.header, '$.voided'), v.shared"
            " FROM current AS c CROSS JOIN revisions AS v INDEXED BY revisions_by_register"
            " ON v.register = c.register AND v.record = c.record"
            f" WHERE c.register = ? AND c.unit = ? AND c.draft = 0 AND {ACTIVE}{limit}",
            values,
        )
        return map(Bare._make, rows)

    def owners(self, as_of: Mapping[str, int]) -> set[str]:
        """Return the keys of the units of whose records some workspaces have revisions."""
        rows = self._database.execute(
            "SELECT DISTINCT v.unit FROM json_each(?) AS maker"
            " CROSS JOIN revisions AS v INDEXED BY revisions_by_seq ON v.workspace = maker.key",
            [to_text(as_of)],
        )
        return {str(row[0]) for row in rows}

    def keys_in_order(self) -> Iterator[tuple[str, int, str]]:
        """Yield (record, number, digest) of all that counts, in that order."""
        yield from self._database.execute(
            f"SELECT record, number, digest FROM revisions WHERE {ACTIVE}"
            " ORDER BY record, number, digest"
        )

    def by_workspace(self) -> dict[str, int]:
        """Return the highest ``seq`` of every workspace: the "as of" of figures counted now."""
        rows = self._database.execute(
            f"SELECT workspace, max(seq) FROM revisions WHERE {ACTIVE} GROUP BY workspace"
        )
        return {str(workspace): int(seq) for workspace, seq in rows}


def _draft(row: tuple[str, str, str, str, str, str, str | None]) -> Draft:
    record, register, author, at, shared, private, confidential = row
    return Draft(record, register, author, at, from_text(shared), from_text(private), confidential)


class Drafts:
    """Reads, writes and drops drafts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, record: str) -> Draft | None:
        """Return a draft, None if there is none."""
        row = self._database.execute(
            f"SELECT {_DRAFT} FROM drafts WHERE record = ?", [record]
        ).fetchone()
        return _draft(row) if row else None

    def all(self) -> Iterator[Draft]:
        """Yield all drafts."""
        yield from map(
            _draft, self._database.execute(f"SELECT {_DRAFT} FROM drafts ORDER BY record")
        )

    def put(self, draft: Draft) -> None:
        """Write a draft over the one of that record."""
        self._database.execute(
            f"INSERT OR REPLACE INTO drafts ({_DRAFT}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                draft.record,
                draft.register,
                draft.author,
                draft.at,
                to_text(draft.shared),
                to_text(draft.private),
                draft.confidential,
            ],
        )

    def drop(self, record: str) -> None:
        """Take a draft away: it became a record, or was discarded."""
        self._database.execute("DELETE FROM drafts WHERE record = ?", [record])


class Sealed:
    """Confidential parts: one age file for each recipient, by the digest of the open part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, digest: str, recipient: str, blob: bytes) -> None:
        """Keep the sealed part of one recipient."""
        self._database.execute(
            "INSERT OR REPLACE INTO sealed (digest, recipient, blob) VALUES (?, ?, ?)",
            [digest, recipient, blob],
        )

    def get(self, digest: str, recipient: str) -> bytes | None:
        """Return what a recipient can open, None if it was not sealed to him."""
        row = self._database.execute(
            "SELECT blob FROM sealed WHERE digest = ? AND recipient = ?", [digest, recipient]
        ).fetchone()
        return bytes(row[0]) if row else None
