"""Backups: one stored ZIP with a copy of the database, the key file and their digests.

The copy is made by ``VACUUM INTO`` (copying a live WAL database loses rows), stays encrypted under
the same key, is opened again and checked before the backup is said to exist. The same files always
give the same ZIP, so a check packs them again: one changed byte, wherever it is, is found.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import zipfile
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.errors import Refusal
from antq_desktop.paths import sync_folder
from antq_desktop.store.connection import integrity_findings, open_database, words_for_errors
from antq_desktop.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import IO

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database

    #: Number of revisions, length and head of the journal.
    _Contents = tuple[int, int, str]

FORMAT = "antq-backup/1"
_DATABASE, _KEYS, _CONTENTS = "antq.db", "keys.json", "backup.json"
_ENTRIES = (_CONTENTS, _DATABASE, _KEYS)
_UNIX = 3
KEPT = 10


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup. ``verified`` says how: "opened" with the key, or only its "digests"."""

    path: Path
    sha256: str
    revisions: int
    journal: int
    verified: str


def create(database: Database, key: bytes, keys: Path, folder: Path, name: str) -> Backup:
    """Write a backup into ``folder`` and open it again; nothing is left behind if that fails."""
    target = folder / f"{name}.antq-backup"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as made:
            scratch = Path(made)
            with words_for_errors():
                database.execute("VACUUM INTO ?", [str(scratch / _DATABASE)])
            shutil.copyfile(keys, scratch / _KEYS)
            (scratch / _CONTENTS).write_bytes(canonical.dump(_contents(scratch, key)))
            with _private(part) as stream:
                pack(stream, scratch)
        backup = verify(part, key)
        part.replace(target)
        sync_folder(folder)
    except OSError:
        raise Refusal("backup.cannot_write") from None
    finally:
        with suppress(OSError):
            part.unlink()
    return replace(backup, path=target)


def _contents(folder: Path, key: bytes) -> dict[str, Json]:
    revisions, length, head = _look(folder / _DATABASE, key)
    files: list[Json] = []
    for name in (_DATABASE, _KEYS):
        sha256, size = _hashed(folder / name)
        files.append({"path": name, "size": size, "sha256": sha256})
    return {
        "format": FORMAT,
        "files": files,
        "revisions": revisions,
        "journal": {"length": length, "head": head},
    }


def _hashed(path: Path) -> tuple[str, int]:
    with path.open("rb") as stream:
        return hash_stream(stream)


def _look(path: Path, key: bytes) -> _Contents:
    database = open_database(path, key)
    with closing(database.conn), words_for_errors():
        if integrity_findings(database):
            raise Refusal("backup.damaged")
        head = Journal(database).head()
        row = database.execute("SELECT count(*) FROM revisions").fetchone()
        return int(row[0]), head.length, head.hash


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that its owner alone may read; it is on the disk when the block ends."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w+b") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def pack(stream: IO[bytes], folder: Path) -> None:
    """Write the ZIP; dates, rights and order are fixed, so that only the files decide its bytes."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in _ENTRIES:
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = _UNIX, 0o600 << 16
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)


def verify(path: Path, key: bytes | None = None) -> Backup:
    """Check a backup: its digests without a key, and with one by opening the copy.

    Refusal if it is no backup, damaged, or of another workspace (the key does not open it).
    """
    # In the system's own folder: the backup may lie on a medium that cannot be written.
    with tempfile.TemporaryDirectory(prefix="antq-backup-") as made:
        scratch = Path(made)
        contents, sha256 = _unpack(path, scratch)
        if key is not None and _look(scratch / _DATABASE, key) != contents:
            raise Refusal("backup.damaged")
        revisions, length, _ = contents
        return Backup(path, sha256, revisions, length, "opened" if key is not None else "digests")


def _unpack(path: Path, folder: Path) -> tuple[_Contents, str]:
    """Put the files into an empty folder, all checked; return what they hold and the SHA-256."""
    try:
        sha256, _ = _hashed(path)
        with zipfile.ZipFile(path) as archive:
            stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in archive.infolist())
            if archive.namelist() != list(_ENTRIES) or not stored:
                raise Refusal("backup.not_one")
            for name in _ENTRIES:
                with archive.open(name) as source, (folder / name).open("wb") as copy:
                    shutil.copyfileobj(source, copy)
        body = cast("Mapping[str, Any]", canonical.load((folder / _CONTENTS).read_bytes()))
        files = {entry["path"]: entry["sha256"] for entry in body["files"]}
        found = (body["revisions"], body["journal"]["length"], body["journal"]["head"])
        if files != {name: _hashed(folder / name)[0] for name in (_DATABASE, _KEYS)}:
            raise Refusal("backup.damaged")
        with tempfile.TemporaryFile(dir=folder) as again:
            pack(again, folder)
            again.seek(0)
            if hash_stream(again)[0] != sha256:
                raise Refusal("backup.damaged")
    except FileNotFoundError:
        raise Refusal("backup.missing", name=path.name) from None
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise Refusal("store.disk_full" if full else "backup.not_one") from None
    except (zipfile.BadZipFile, RuntimeError, LookupError, TypeError, ValueError, EOFError):
        raise Refusal("backup.not_one") from None  # whatever damage makes a ZIP or its JSON say
    return found, sha256


def restore(path: Path, folder: Path) -> None:
    """Put the database and the key file of a backup into an empty folder, digests checked."""
    if (folder / _DATABASE).exists():
        raise Refusal("backup.not_empty")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as scratch:
            _unpack(path, Path(scratch))
            # The key file first: a database without it would be taken for a whole workspace.
            for name in (_KEYS, _DATABASE):
                (Path(scratch) / name).replace(folder / name)
        sync_folder(folder)
    except OSError:
        raise Refusal("backup.cannot_write") from None


def superseded(names: list[str]) -> list[str]:
    """Return which automatic backups may go: all but the last ten and the first of each month.

    Names begin with the day, so that their order is that of time.
    """
    ordered = sorted(names)
    months: set[str] = set()
    kept = set(ordered[-KEPT:])
    for name in ordered:
        month = name[: len("2023-01")]
        if month not in months:
            months.add(month)
            kept.add(name)
    return [name for name in ordered if name not in kept]
