"""Opening the encrypted database, and saying in words what the disk or the file refuses."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from antq_desktop.errors import Fault, Refusal
from antq_desktop.store.driver import Database, DatabaseError, connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Primary result codes of SQLite, as sqlcipher3 reports them.
_BUSY, _LOCKED, _READ_ONLY, _INPUT_OUTPUT, _DAMAGED, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    26,
)
_REFUSALS = {
    _BUSY: "store.locked",
    _LOCKED: "store.locked",
    _READ_ONLY: "store.read_only",
    _INPUT_OUTPUT: "store.disk_error",
    _DAMAGED: "store.damaged",
    _FULL: "store.disk_full",
    _CANNOT_OPEN: "store.cannot_open",
    _NOT_A_DATABASE: "store.not_readable",
}


@contextmanager
def words_for_errors() -> Iterator[None]:
    """Turn errors of the world (full disk, locked, damaged) into a Refusal, others into a Fault."""
    try:
        yield
    except DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        message_id = _REFUSALS.get(code)
        if message_id is None:
            message = f"the database refused a statement (code {code})"
            raise Fault(message) from error
        raise Refusal(message_id) from error


def open_database(path: Path, key: bytes, *, create: bool = False) -> Database:
    """Open an encrypted database with its 32-byte key.

    Refusal if the key is wrong or the file is not ours (SQLCipher cannot tell them apart), if it is
    missing, or if the disk refuses. The connection belongs to the thread that opens it.
    """
    if not create and not path.is_file():
        raise Refusal("store.missing")
    with words_for_errors():
        connection = connect(str(path), isolation_level=None, timeout=5)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA journal_mode = WAL")
            # FULL: a saved record is on the disk when the officer is told so, power cut or not.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
        except DatabaseError:
            connection.close()
            raise
    return Database(connection, execute_plugins=False, strict=True)


def integrity_findings(database: Database) -> list[str]:
    """Return what SQLCipher and SQLite find wrong with the file; an empty list if nothing."""
    found = [str(row[0]) for row in database.execute("PRAGMA cipher_integrity_check")]
    found += [str(row[0]) for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += ["foreign key" for _ in database.execute("PRAGMA foreign_key_check")]
    return found
