"""Which attachment files lie in the workspace, and which of them went with which bundle.

What a record has is said by its revisions; ``attached`` is the projection of the last ones. A row
of ``attachment_files`` is written after its file is on the disk, so a file without one is refuse.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.attachments import ATTACHMENTS
from antq_desktop.store.revisions import ACTIVE, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from antq_desktop.store.driver import Database

    Key = tuple[str, str]

_COLUMNS = "id, digest, file, size, sha256, at, import"
_LISTED = (
    "attached.record, register, book_number, book_year, place, attached.id, attached.digest, size"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A sealed file: ``file`` is its name in the folder, ``size`` and ``sha256`` are of the seal.

    ``id`` and ``digest`` are those of the attachment, ``imported`` the import that brought it.
    """

    id: str
    digest: str
    file: str
    size: int
    sha256: str
    at: str
    imported: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of ``attached``: the ``place``-th file (from 1) of a record; ``size`` in bytes."""

    record: str
    register: str
    book_number: int
    book_year: int
    place: int
    id: str
    digest: str
    size: int

    @property
    def key(self) -> Key:
        """What names the file's content."""
        return self.id, self.digest

    @property
    def book(self) -> str:
        """The number in the paper book, "12/2023"; empty for a draft."""
        return f"{self.book_number}/{self.book_year}" if self.book_number else ""


class AttachmentFiles:
    """Reads and writes what is known of the files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, stored: StoredFile) -> None:
        """Keep that a file is here, in place of one that was lost or that counts no more.

        It stays with the import that brought it first, as long as that counts: a later one that is
        withdrawn does not take it along.
        """
        self._database.execute(
            f"INSERT INTO attachment_files ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id, digest) DO UPDATE SET file = excluded.file, size = excluded.size,"
            " sha256 = excluded.sha256, at = excluded.at,"
            f" import = CASE WHEN {ACTIVE} THEN import ELSE excluded.import END",
            list(astuple(stored)),
        )

    def get(self, key: Key) -> StoredFile | None:
        """Return the file of an attachment if it came and counts."""
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM attachment_files WHERE id = ? AND digest = ? AND {ACTIVE}",
            list(key),
        ).fetchone()
        return _stored(row) if row else None

    def all(self) -> list[StoredFile]:
        """Return all files that ought to be in the folder."""
        rows = self._database.execute(f"SELECT {_COLUMNS} FROM attachment_files ORDER BY id")
        return [_stored(row) for row in rows.fetchall()]

    def drop(self, key: Key) -> None:
        """Forget a file that no revision names; it is removed from the disk afterwards."""
        self._database.execute(
            "DELETE FROM attachment_files WHERE id = ? AND digest = ?", list(key)
        )

    def withdraw(self, imported: int) -> list[str]:
        """Forget the files that only an import had brought which counts no more.

        A file that a revision which counts still names stays, with the import of that revision. The
        names of the others on the disk are returned: they are removed after the transaction.
        """
        rows = self._database.execute(
            "SELECT id, digest, file FROM attachment_files WHERE import = ?", [imported]
        )
        files = {(str(one), str(digest)): str(file) for one, digest, file in rows.fetchall()}
        if not files:  # an answer without reading all revisions
            return []
        for key, other in self._importers(files).items():
            if files.pop(key, None) is not None:
                self._database.execute(
                    "UPDATE attachment_files SET import = ? WHERE id = ? AND digest = ?",
                    [other, *key],
                )
        for key in files:
            self.drop(key)
        return list(files.values())

    def _importers(self, keys: Iterable[Key]) -> dict[Key, int | None]:
        """Return the first import that brought a revision which counts and names a file; None: we.

        What no such revision names is not in it.
        """
        rows = self._database.execute(
            "SELECT json_extract(one.value, '$.id'),"
            # Of a confidential file the part is named in which its digest stands.
            " coalesce(json_extract(one.value, '$.sha256'), json_extract(one.value, '$.part')),"
            " nullif(min(coalesce(import, 0)), 0)"
            f" FROM revisions, json_each(coalesce(private, shared), '$.{ATTACHMENTS}') AS one"
            f" WHERE {ACTIVE}"
            " AND json_extract(one.value, '$.id') IN (SELECT value FROM json_each(?))"
            " GROUP BY 1, 2",
            [to_text([one for one, _ in keys])],
        )
        return {(str(one), str(digest)): imported for one, digest, imported in rows}

    def total_size(self) -> int:
        """Return how many bytes all files take."""
        row = self._database.execute("SELECT sum(size) FROM attachment_files").fetchone()
        return int(row[0] or 0)

    # What records have --------------------------------------------------------------------------

    def going(self, workspace: str) -> list[Listed]:
        """Return the files of a workspace's records that are marked to travel, oldest first.

        Not those of drafts, nor of records that were struck through.
        """
        rows = self._database.execute(
            f"SELECT {_LISTED} FROM attached JOIN current ON current.record = attached.record"
            " WHERE travel = 'shared' AND workspace = ? AND draft = 0 AND voided = 0"
            " ORDER BY attached.id, attached.digest",
            [workspace],
        )
        return [Listed(*row) for row in rows.fetchall()]

    def users_of(self, attachment: str) -> list[Listed]:
        """Return the records whose last revision, or draft, names an attachment."""
        rows = self._database.execute(
            f"SELECT {_LISTED} FROM attached JOIN current ON current.record = attached.record"
            " WHERE attached.id = ? ORDER BY attached.record, place",
            [attachment],
        )
        return [Listed(*row) for row in rows.fetchall()]

    def not_here(self, records: Iterable[str]) -> list[Listed]:
        """Return the files that records name and that never came, or count no more.

        Not those of records that were struck through: their files are not sent any more.
        """
        rows = self._database.execute(
            f"SELECT {_LISTED} FROM attached JOIN current ON current.record = attached.record"
            " WHERE attached.record IN (SELECT value FROM json_each(?)) AND voided = 0"
            " AND NOT EXISTS (SELECT 1"
            " FROM attachment_files AS files WHERE files.id = attached.id"
            f" AND files.digest = attached.digest AND {ACTIVE}) ORDER BY attached.record, place",
            [to_text(list(records))],
        )
        return [Listed(*row) for row in rows.fetchall()]

    def named_by(self, workspace: str, attachments: Sequence[str]) -> dict[Key, str]:
        """Return the media type that revisions of a workspace which count give attachments.

        It reads all of them: asked where a file comes later than the row that names it.
        """
        rows = self._database.execute(
            "SELECT json_extract(one.value, '$.id'), json_extract(one.value, '$.sha256'),"
            " json_extract(one.value, '$.media')"
            # Of a whole revision the private part has all of them.
            f" FROM revisions, json_each(coalesce(private, shared), '$.{ATTACHMENTS}') AS one"
            f" WHERE workspace = ? AND {ACTIVE}"
            " AND json_extract(one.value, '$.id') IN (SELECT value FROM json_each(?))",
            [workspace, to_text(list(attachments))],
        )
        return {(str(one), str(digest)): str(media) for one, digest, media in rows}

    def of_revisions(self, digests: Sequence[str]) -> set[Key]:
        """Return which files travel with revisions, by their digests."""
        rows = self._database.execute(
            "SELECT json_extract(one.value, '$.id'), json_extract(one.value, '$.sha256')"
            f" FROM revisions, json_each(shared, '$.{ATTACHMENTS}') AS one"
            " WHERE revisions.digest IN (SELECT value FROM json_each(?))",
            [to_text(list(digests))],
        )
        return {(str(one), str(digest)) for one, digest in rows}

    # What went ----------------------------------------------------------------------------------

    def send(self, bundle: str, keys: Iterable[Key]) -> None:
        """Keep which files went with a bundle of ours."""
        self._database.conn.executemany(
            "INSERT INTO attachments_sent (bundle, id, digest) VALUES (?, ?, ?)",
            [(bundle, *key) for key in keys],
        )

    def send_elsewhere(self, bundle: str, keys: Iterable[Key]) -> None:
        """Keep which files the office has from who handed over to us by a bundle (its digest)."""
        self._database.conn.executemany(
            "INSERT OR IGNORE INTO attachments_sent (bundle, id, digest) VALUES (?, ?, ?)",
            [(bundle, *key) for key in keys],
        )

    def sent_elsewhere(self) -> set[Key]:
        """Return what `send_elsewhere` kept of the transfers that count."""
        rows = self._database.execute(
            "SELECT attachments_sent.id, attachments_sent.digest FROM attachments_sent"
            " JOIN incoming ON incoming.digest = bundle"
            f" WHERE kind = 'transfer' AND import IS NOT NULL AND {ACTIVE}"
        )
        return {(str(one), str(digest)) for one, digest in rows}

    def sent_with(self, bundle: str) -> set[Key]:
        """Return which files went with a bundle."""
        rows = self._database.execute(
            "SELECT id, digest FROM attachments_sent WHERE bundle = ?", [bundle]
        )
        return {(str(one), str(digest)) for one, digest in rows}

    def sent(self, chains: Sequence[str], *, acknowledged: bool) -> set[Key]:
        """Return which files went in some chains: all, or those that the receiver says it has."""
        rows = self._database.execute(
            "SELECT id, attachments_sent.digest FROM attachments_sent"
            " JOIN outgoing ON outgoing.digest = bundle"
            " WHERE chain IN (SELECT value FROM json_each(?)) AND acknowledged >= ?",
            [to_text(list(chains)), int(acknowledged)],
        )
        return {(str(one), str(digest)) for one, digest in rows}


def _stored(row: tuple[str, str, str, int, str, str, int | None]) -> StoredFile:
    attachment, digest, file, size, sha256, at, imported = row
    return StoredFile(
        id=attachment,
        digest=digest,
        file=file,
        size=size,
        sha256=sha256,
        at=at,
        imported=imported,
    )
