"""The open database as one object: every store over one connection, and one transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.store.attachments import AttachmentFiles
from antq_desktop.store.books import Books
from antq_desktop.store.cases import Cases
from antq_desktop.store.connection import integrity_findings, open_database, words_for_errors
from antq_desktop.store.duplicates import Duplicates
from antq_desktop.store.exchanged import Exchanged
from antq_desktop.store.journal import Journal
from antq_desktop.store.left_out import LeftOut
from antq_desktop.store.listing import Listing
from antq_desktop.store.meta import Meta
from antq_desktop.store.outstanding import Limits
from antq_desktop.store.passed_on import PassedOn
from antq_desktop.store.pens import Pens
from antq_desktop.store.prepared import Prepared
from antq_desktop.store.projections import Projections
from antq_desktop.store.queries import Queries
from antq_desktop.store.report_papers import ReportPapers
from antq_desktop.store.returned import Returned
from antq_desktop.store.revisions import Drafts, Revisions, Sealed
from antq_desktop.store.rewriting import settle
from antq_desktop.store.schema import prepare
from antq_desktop.store.seals import Seals
from antq_desktop.store.unit_table import UnitTable
from antq_desktop.store.unsaved import UnsavedForms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.store.driver import Database


class Store:
    """All of the database. It belongs to the thread that opened it."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self.database = database
        self.meta = Meta(database)
        self.journal = Journal(database)
        self.revisions = Revisions(database)
        self.drafts = Drafts(database)
        self.sealed = Sealed(database)
        self.seals = Seals(database)
        self.books = Books(database)
        self.limits = Limits(database)
        self.projections = Projections(database, catalogue, self.limits)
        self.duplicates = Duplicates(database)
        self.queries = Queries(database)
        self.listing = Listing(database)
        self.unsaved = UnsavedForms(database)
        self.exchanged = Exchanged(database)
        self.prepared = Prepared(database)
        self.left_out = LeftOut(database)
        self.passed_on = PassedOn(database)
        self.pens = Pens(database)
        self.returned = Returned(database)
        self.report_papers = ReportPapers(database)
        self.units = UnitTable(database)
        self.attachments = AttachmentFiles(database)
        self.cases = Cases(database)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Run a use case in one transaction: all of it, or nothing of it."""
        with words_for_errors(), self.database.atomic():
            yield

    def add_account(self, identifier: str, name: str, role: str, at: str) -> None:
        """Keep whose account an id is, for as long as revisions name it."""
        self.database.execute(
            "INSERT INTO accounts (id, name, role, added_at) VALUES (?, ?, ?, ?)",
            [identifier, name, role, at],
        )

    def account_names(self) -> dict[str, str]:
        """Return the name of every account that ever was."""
        return dict(self.database.execute("SELECT id, name FROM accounts").fetchall())

    def digest(self) -> str:
        """Return the SHA-256 over revisions, imports not withdrawn and reports, in key order."""
        keys = self.revisions.keys_in_order()
        lines = [f"{record} {number} {digest}" for record, number, digest in keys]
        lines += [
            f"{report.unit} {report.workspace} {report.period} {report.version} {report.digest}"
            for report in self.exchanged.reports()
        ]
        return sha256_hex("\n".join(lines).encode())

    def changes(self) -> int:
        """Return how many rows were written since the database was opened here."""
        return int(self.database.conn.total_changes)

    def findings(self) -> list[str]:
        """Return what is wrong with the file itself; an empty list if nothing."""
        with words_for_errors():
            return integrity_findings(self.database)

    def close(self) -> None:
        """Close the connection; the write-ahead log is merged into the file."""
        self.database.conn.close()


def open_store(
    path: Path,
    key: bytes,
    catalogue: Catalogue,
    *,
    back_up: Callable[[Database], None] | None = None,
    create: bool = False,
) -> Store:
    """Open the database, bring its tables up to date, make projections that are missing.

    ``back_up`` is called before an older database is migrated. Refusal if the file is newer, not
    ours, damaged, or the disk refuses.
    """
    if not create:
        settle(path, key)
    database = open_database(path, key, create=create)
    try:
        with words_for_errors():
            prepare(database, lambda: back_up(database) if back_up else None)
            store = Store(database, catalogue)
            store.projections.ensure()
    except BaseException:
        database.conn.close()
        raise
    return store
