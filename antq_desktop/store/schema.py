"""The tables, one frozen migration a version, and the gate before them.

Projections (tables that begin with ``r_``, ``current`` and ``search``) are not part of the version:
``projections.py`` makes them from the declarations and can make them again at will.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.store.driver import Database, Migrations
from antq_desktop.store.schema_cases import CASES

if TYPE_CHECKING:
    from collections.abc import Callable

MIGRATIONS = Migrations("antq")

#: The version this program writes; kept in ``PRAGMA user_version`` so that it is read before all.
SCHEMA_VERSION = 17

_FIRST = """
CREATE TABLE meta (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE accounts (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE TABLE units (
    code TEXT NOT NULL, valid_from TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    level INTEGER NOT NULL, parent TEXT, valid_to TEXT, remote INTEGER NOT NULL,
    PRIMARY KEY (code, valid_from)
) STRICT;
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL, number INTEGER NOT NULL, digest TEXT NOT NULL,
    register TEXT NOT NULL, unit TEXT NOT NULL, workspace TEXT NOT NULL, seq INTEGER NOT NULL,
    header TEXT NOT NULL, shared TEXT NOT NULL, private TEXT,
    import INTEGER REFERENCES imports(id),
    UNIQUE (record, number, digest)
) STRICT;
CREATE INDEX revisions_by_seq ON revisions (workspace, seq);
CREATE INDEX revisions_by_import ON revisions (import) WHERE import IS NOT NULL;
CREATE TABLE drafts (
    record TEXT PRIMARY KEY, register TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL,
    shared TEXT NOT NULL, private TEXT NOT NULL, confidential TEXT
) STRICT;
CREATE TABLE sealed (
    digest TEXT NOT NULL, recipient TEXT NOT NULL, blob BLOB NOT NULL,
    PRIMARY KEY (digest, recipient)
) STRICT;
CREATE TABLE books (
    register TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (register, year)
) STRICT;
CREATE TABLE journal (
    n INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE outgoing (
    digest TEXT PRIMARY KEY, bundle_id TEXT NOT NULL, kind TEXT NOT NULL, recipient TEXT NOT NULL,
    chain TEXT, sequence INTEGER NOT NULL, base TEXT, seq_to INTEGER, periods TEXT NOT NULL,
    counts TEXT NOT NULL,
    file TEXT NOT NULL, sha256 TEXT NOT NULL, created_at TEXT NOT NULL,
    written_at TEXT, written_to TEXT, verdict TEXT, receipt_at TEXT, reasons TEXT
) STRICT;
CREATE TABLE imports (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL, at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE TABLE incoming (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL, bundle_id TEXT NOT NULL, kind TEXT NOT NULL,
    unit TEXT NOT NULL, workspace TEXT NOT NULL, chain TEXT, sequence INTEGER,
    file TEXT NOT NULL, sha256 TEXT NOT NULL, verdict TEXT NOT NULL, outcome TEXT NOT NULL,
    received_at TEXT NOT NULL, trust TEXT NOT NULL, import INTEGER REFERENCES imports(id),
    confirmed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX incoming_by_digest ON incoming (digest);
CREATE TABLE reports (
    unit TEXT NOT NULL, workspace TEXT NOT NULL, period TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL, digest TEXT NOT NULL, import INTEGER REFERENCES imports(id),
    PRIMARY KEY (unit, workspace, period, version)
) STRICT;
CREATE TABLE certificates (
    serial TEXT PRIMARY KEY, der BLOB NOT NULL, workspace TEXT NOT NULL, unit TEXT NOT NULL,
    person TEXT NOT NULL, role TEXT NOT NULL, age_recipient TEXT NOT NULL, issued_at TEXT NOT NULL,
    revoked_at TEXT, reason TEXT
) STRICT;
"""


_UNSAVED_FORMS = """
CREATE TABLE unsaved_forms (
    form TEXT PRIMARY KEY, user TEXT NOT NULL, register TEXT NOT NULL, record TEXT,
    kept_at TEXT NOT NULL, blob BLOB NOT NULL
) STRICT;
CREATE INDEX unsaved_forms_by_user ON unsaved_forms (user);
"""


# Whoever counts reads one register after another: without it each time all the revisions.
_BY_REGISTER = """
CREATE INDEX revisions_by_register ON revisions (register, record, number);
"""


# Where a bundle stands in its chain, which receipt told its verdict, and the revisions that were
# refused one by one. Two reports of one version may come in where a workspace was restored; of our
# own there is one.
_CHAINS = """
ALTER TABLE incoming ADD COLUMN base TEXT;
ALTER TABLE incoming ADD COLUMN previous TEXT;
ALTER TABLE incoming ADD COLUMN answered INTEGER;
ALTER TABLE outgoing ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outgoing ADD COLUMN told_at TEXT;
UPDATE outgoing SET told_at = receipt_at, acknowledged = verdict IN ('accepted', 'remarks')
    WHERE verdict IS NOT NULL;
CREATE INDEX incoming_by_chain ON incoming (chain, sequence);
CREATE INDEX incoming_by_sender ON incoming (workspace, import);
CREATE TABLE left_out (
    bundle TEXT NOT NULL, revision TEXT NOT NULL, PRIMARY KEY (bundle, revision)
) STRICT;
CREATE TABLE sent_again (
    bundle TEXT NOT NULL, revision TEXT NOT NULL, PRIMARY KEY (bundle, revision)
) STRICT;
CREATE TABLE new_reports (
    unit TEXT NOT NULL, workspace TEXT NOT NULL, period TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL, digest TEXT NOT NULL, import INTEGER REFERENCES imports(id),
    PRIMARY KEY (unit, workspace, period, version, digest)
) STRICT;
INSERT INTO new_reports SELECT unit, workspace, period, version, body, digest, import FROM reports;
DROP TABLE reports;
ALTER TABLE new_reports RENAME TO reports;
CREATE UNIQUE INDEX own_reports ON reports (unit, workspace, period, version) WHERE import IS NULL;
"""


# Which version of each report a bundle carried: without it a new version looks as if it were sent.
_VERSIONS_SENT = """
ALTER TABLE outgoing ADD COLUMN versions TEXT;
"""


# What became of units, and where their police stands: beside them, for a list may lack both.
_SUCCESSION = """
CREATE TABLE unit_links (
    n INTEGER PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL, kind TEXT NOT NULL,
    "on" TEXT NOT NULL, verified INTEGER NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE police_bodies (
    n INTEGER PRIMARY KEY, unit TEXT NOT NULL, valid_from TEXT, valid_to TEXT, parent TEXT,
    verified INTEGER NOT NULL, basis TEXT NOT NULL
) STRICT;
"""


_BUNDLES_INSIDE = """
CREATE TABLE inside (
    id INTEGER PRIMARY KEY, via TEXT NOT NULL, office TEXT NOT NULL, digest TEXT NOT NULL,
    bundle_id TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL, workspace TEXT NOT NULL,
    chain TEXT NOT NULL, sequence INTEGER NOT NULL, periods TEXT NOT NULL, verdict TEXT NOT NULL,
    received_at TEXT NOT NULL, import INTEGER NOT NULL REFERENCES imports(id)
) STRICT;
CREATE INDEX inside_by_digest ON inside (digest);
CREATE TABLE carried (
    bundle TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (bundle, digest)
) STRICT;
CREATE INDEX carried_by_digest ON carried (digest);
"""


# What an office returns and what is answered. A query that is withdrawn may never have come.
_RETURNED = """
CREATE TABLE queries (
    id TEXT PRIMARY KEY, origin TEXT NOT NULL, workspace TEXT NOT NULL, unit TEXT NOT NULL,
    record TEXT, register TEXT, number INTEGER NOT NULL, field TEXT, rule TEXT, text TEXT NOT NULL,
    due TEXT, asked_at TEXT NOT NULL, again TEXT, came_at TEXT, seen_seq INTEGER NOT NULL,
    bundle TEXT, closed_at TEXT
) STRICT;
CREATE INDEX queries_by_record ON queries (record);
CREATE TABLE queries_withdrawn (id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE answers (
    query TEXT NOT NULL, text TEXT, at TEXT NOT NULL, bundle TEXT,
    import INTEGER REFERENCES imports(id)
) STRICT;
CREATE INDEX answers_by_query ON answers (query);
CREATE TABLE queries_named (
    bundle TEXT NOT NULL, query TEXT NOT NULL, revision TEXT, PRIMARY KEY (bundle, query)
) STRICT;
"""


# An attachment is one sealed file beside the database; what a record has is said by its revisions.
_ATTACHMENTS = """
CREATE TABLE attachment_files (
    id TEXT NOT NULL, digest TEXT NOT NULL, file TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    sha256 TEXT NOT NULL, at TEXT NOT NULL, import INTEGER REFERENCES imports(id),
    PRIMARY KEY (id, digest)
) STRICT;
CREATE TABLE attachments_sent (
    bundle TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (bundle, id, digest)
) STRICT;
"""


# What officers write into the report of a period, and the printed report of each version of its
# figures: our own with what it was drawn from, or the one that came with a bundle.
_REPORT_PAPERS = """
CREATE TABLE report_texts (
    period TEXT NOT NULL, section TEXT NOT NULL, body TEXT NOT NULL, user TEXT NOT NULL,
    kept_at TEXT NOT NULL, PRIMARY KEY (period, section)
) STRICT;
CREATE TABLE report_papers (
    id INTEGER PRIMARY KEY, report TEXT NOT NULL, pdf BLOB NOT NULL, body TEXT,
    import INTEGER REFERENCES imports(id)
) STRICT;
CREATE INDEX report_papers_by_report ON report_papers (report);
"""


# Who holds the pens of which workspace, by the import that said so; and how far a bundle of ours
# brings the revisions of workspaces that we took over.
_PENS = """
CREATE TABLE pens (
    giver TEXT NOT NULL, holder TEXT NOT NULL, unit TEXT NOT NULL,
    import INTEGER NOT NULL REFERENCES imports(id), PRIMARY KEY (giver, holder, import)
) STRICT;
CREATE TABLE brought_along (
    bundle TEXT NOT NULL, workspace TEXT NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (bundle, workspace)
) STRICT;
"""

# What a person typed into a line of the journal; the line holds its salted hash.
_JOURNAL_TEXTS = """
CREATE TABLE journal_texts (
    n INTEGER NOT NULL REFERENCES journal(n), name TEXT NOT NULL, salt TEXT NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (n, name)
) STRICT;
"""

# What an import brought that was taken back counted nowhere, and lay on the disk for good. The file
# goes at the next opening, as any without a row; the same bundle brings it again.
_FILES_TAKEN_BACK = """
DELETE FROM attachment_files
    WHERE import IN (SELECT id FROM imports WHERE withdrawn_at IS NOT NULL);
"""


# What was decided of two records that may be about one person; ids in the order of their time.
_DUPLICATE_DECISIONS = """
CREATE TABLE duplicate_decisions (
    earlier TEXT NOT NULL, later TEXT NOT NULL, register TEXT NOT NULL, decision TEXT NOT NULL,
    user TEXT NOT NULL, at TEXT NOT NULL, reason TEXT, PRIMARY KEY (earlier, later)
) STRICT;
"""

_REVOKED_SINCE = """
ALTER TABLE certificates ADD COLUMN effective_from TEXT;
ALTER TABLE certificates ADD COLUMN why TEXT;
CREATE TABLE left_standing (
    digest TEXT NOT NULL, serial TEXT NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (digest, serial)
) STRICT;
"""


# How many signatures a bundle is meant to have, and who gave them; one that waits for its second
# signature has no second signer.
_SECOND_SIGNATURES = """
ALTER TABLE outgoing ADD COLUMN signatures INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outgoing ADD COLUMN first_signer TEXT;
ALTER TABLE outgoing ADD COLUMN second_signer TEXT;
"""


@MIGRATIONS(name="v0001_first_schema")
def first_schema(database: Database) -> None:
    """Make the tables of the first version; those of today come by the migrations after it."""
    _run(database, _FIRST, 1)


@MIGRATIONS(name="v0002_unsaved_forms")
def _unsaved_forms(database: Database) -> None:
    _run(database, _UNSAVED_FORMS, 2)


@MIGRATIONS(name="v0003_revisions_by_register")
def _revisions_by_register(database: Database) -> None:
    _run(database, _BY_REGISTER, 3)


@MIGRATIONS(name="v0004_chains")
def _chains(database: Database) -> None:
    _run(database, _CHAINS, 4)


@MIGRATIONS(name="v0005_versions_sent")
def _versions_sent(database: Database) -> None:
    _run(database, _VERSIONS_SENT, 5)


@MIGRATIONS(name="v0006_unit_succession")
def _unit_succession(database: Database) -> None:
    _run(database, _SUCCESSION, 6)


@MIGRATIONS(name="v0007_bundles_inside")
def _bundles_inside(database: Database) -> None:
    _run(database, _BUNDLES_INSIDE, 7)


@MIGRATIONS(name="v0008_returned_records")
def _returned_records(database: Database) -> None:
    _run(database, _RETURNED, 8)


@MIGRATIONS(name="v0009_attachments")
def _attachments(database: Database) -> None:
    _run(database, _ATTACHMENTS, 9)


@MIGRATIONS(name="v0010_report_papers")
def _report_papers(database: Database) -> None:
    _run(database, _REPORT_PAPERS, 10)


@MIGRATIONS(name="v0011_cases")
def _cases(database: Database) -> None:
    _run(database, CASES, 11)


@MIGRATIONS(name="v0012_pens")
def _pens(database: Database) -> None:
    _run(database, _PENS, 12)


@MIGRATIONS(name="v0013_files_taken_back")
def _files_taken_back(database: Database) -> None:
    _run(database, _FILES_TAKEN_BACK, 13)


@MIGRATIONS(name="v0014_journal_texts")
def _journal_texts(database: Database) -> None:
    _run(database, _JOURNAL_TEXTS, 14)


@MIGRATIONS(name="v0015_duplicate_decisions")
def _duplicate_decisions(database: Database) -> None:
    _run(database, _DUPLICATE_DECISIONS, 15)


@MIGRATIONS(name="v0016_second_signatures")
def _second_signatures(database: Database) -> None:
    _run(database, _SECOND_SIGNATURES, 16)


@MIGRATIONS(name="v0017_revoked_since")
def _revoked_since(database: Database) -> None:
    _run(database, _REVOKED_SINCE, 17)


def _run(database: Database, script: str, version: int) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            database.execute(statement)
    database.execute(f"PRAGMA user_version = {version}")


def prepare(database: Database, back_up: Callable[[], None]) -> None:
    """Bring the tables to this program's version.

    A newer database is refused. An older one is backed up first, then migrated in transactions.
    """
    row = database.execute("PRAGMA user_version").fetchone()
    version = int(row[0])
    if version > SCHEMA_VERSION:
        raise Refusal("store.newer", found=version, known=SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        if version:
            back_up()
        MIGRATIONS.apply(database)
