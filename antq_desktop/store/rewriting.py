"""Writing the database anew under another key, so that whoever was removed holds one for nothing.

A power cut leaves one of three: the old file alone; both files with ``keys.json`` for the old one;
both files with ``keys.json`` for the new one. Whoever opens the database next settles which it is.
"""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from antq_desktop.crypto.wrapping import new_key
from antq_desktop.errors import Fault, Refusal
from antq_desktop.paths import sync_folder
from antq_desktop.store.connection import integrity_findings, open_database, words_for_errors
from antq_desktop.store.keyfile import with_database_key, write_keys
from antq_desktop.store.meta import Meta

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.keyfile import KeyFile

DUE = "rewrite"
"""The document that is there while somebody, or a recovery key, was removed and the old key of the
database still opens the file."""

_NUMBERS = ("user_version", "application_id")


def next_to(path: Path) -> Path:
    """Return where the new file lies until it takes the place of the old one."""
    return path.with_name(f"{path.name}.next")


def rewrite(path: Path, keys_path: Path, keys: KeyFile, old: bytes) -> bytes:
    """Put the same database under a new key in place of a closed one; return the new key.

    Every user and the recovery sheet get the new key. Refusal where the disk has no room for a
    second file or refuses, and for a file that is damaged; then everything is as it was.
    """
    fresh = next_to(path)
    if shutil.disk_usage(path.parent).free < path.stat().st_size * 2:
        raise Refusal("store.disk_full")
    key = new_key()
    _remove(fresh)
    try:
        _export(path, old, fresh, key)
        write_keys(keys_path, with_database_key(keys, key))
    except BaseException:
        _remove(fresh)
        raise
    _take_place(fresh, path)
    return key


def settle(path: Path, key: bytes) -> None:
    """Finish, or undo, what a power cut broke off; ``key`` is the one of ``keys.json``."""
    fresh = next_to(path)
    if not fresh.exists():
        return
    if _opens(fresh, key):
        _take_place(fresh, path)
    else:
        _remove(fresh)


def _export(path: Path, old: bytes, fresh: Path, key: bytes) -> None:
    with words_for_errors(), closing(open_database(path, old).conn) as connection:
        numbers = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _NUMBERS}
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), f"x'{key.hex()}'"))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchone()
        for name, number in numbers.items():
            connection.execute(f"PRAGMA fresh.{name} = {int(number)}")
        connection.execute("DETACH DATABASE fresh")
    written = open_database(fresh, key)
    with words_for_errors(), closing(written.conn):
        if integrity_findings(written):
            raise Fault("the database that was written anew is damaged")
        Meta(written).drop(DUE)
        # Into the file itself: only that takes the place of the old one.
        written.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _opens(path: Path, key: bytes) -> bool:
    try:
        open_database(path, key).conn.close()
    except (Refusal, Fault):
        return False
    return True


def _take_place(fresh: Path, path: Path) -> None:
    for rest in ("-wal", "-shm"):
        _remove(path.with_name(path.name + rest))
        _remove(fresh.with_name(fresh.name + rest))
    try:
        fresh.replace(path)
        sync_folder(path.parent)
    except OSError:
        raise Refusal("store.cannot_write", name=path.name) from None


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
