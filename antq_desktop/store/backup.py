"""Backups: one stored ZIP with a copy of the database, the key file and their digests.

Beside it a folder holds the bundles that it names (`kept_files`); without them all else is whole.

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
from antq_desktop.store import kept_files
from antq_desktop.store.connection import integrity_findings, open_database, words_for_errors
from antq_desktop.store.journal import Journal
from antq_desktop.store.kept_files import Listed, listed_from
from antq_desktop.store.keyfile import read_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database

    #: Number of revisions, length and head of the journal.
    _Contents = tuple[int, int, str]

FORMAT = "antq-backup/1"
_DATABASE, _KEYS, _CONTENTS, _KEPT = "antq.db", "keys.json", "backup.json", "kept.json"
_FIRST_ENTRIES = (_CONTENTS, _DATABASE, _KEYS)
_ENTRIES = (*_FIRST_ENTRIES, _KEPT)
"""Backups of before bundles were kept have no list of them, and still restore."""
_UNIX = 3
_MOST_LIST = 256 * 1024 * 1024
"""Bytes of the longest list that is read; a hundred thousand files need a tenth of it."""
KEPT = 10
SUFFIX = ".antq-backup"
#: Whatever damage makes a ZIP or its JSON say.
_UNREADABLE = (
    *(OSError, zipfile.BadZipFile, RuntimeError),
    *(LookupError, TypeError, ValueError, EOFError),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup. ``verified`` says how: "opened" with the key, or only its "digests".

    "restored" is one that was restored for trial, and opened then.

    ``kept`` is the number of files that it names in the folder beside it, ``missing`` the paths of
    those that are not there. Of these ``left`` did not fit on the medium, which lacks ``short``
    bytes for them.
    """

    path: Path
    sha256: str
    revisions: int
    journal: int
    verified: str
    kept: int = 0
    missing: tuple[str, ...] = ()
    left: int = 0
    short: int = 0


def create(
    database: Database, key: bytes, keys: Path, folder: Path, name: str, *, own: bool = False
) -> Backup:
    """Write a backup into ``folder`` and open it again; nothing is left behind if that fails.

    ``keys`` lies in the folder of the data. The files that the database needs go into a folder
    beside the backup, those that are not there yet; ``own`` as `kept_files.gather`.
    """
    target = folder / f"{name}{SUFFIX}"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as made:
            scratch = Path(made)
            with words_for_errors():
                database.execute("VACUUM INTO ?", [str(scratch / _DATABASE)])
            shutil.copyfile(keys, scratch / _KEYS)
            side = folder / kept_files.FOLDER
            listed = kept_files.gather(database, keys.parent, side, own=own)
            (scratch / _KEPT).write_bytes(listed.to_bytes())
            (scratch / _CONTENTS).write_bytes(canonical.dump(_contents(scratch, key)))
            with _private(part) as stream:
                pack(stream, scratch)
        backup = verify(part, key, folder, thorough=not own)
        part.replace(target)
        sync_folder(folder)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise Refusal("store.disk_full" if full else "backup.cannot_write") from None
    finally:
        with suppress(OSError):
            part.unlink()
    return replace(backup, path=target)


def _contents(folder: Path, key: bytes) -> dict[str, Json]:
    revisions, length, head = _look(folder / _DATABASE, key)
    files: list[Json] = []
    for name in (_DATABASE, _KEYS, _KEPT):
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
    # A backup of before has no list.
    names = [name for name in _ENTRIES if (folder / name).exists()]
    _pack(
        stream,
        ((name, (folder / name).stat().st_size, (folder / name).open("rb")) for name in names),
    )


def _pack(stream: IO[bytes], files: Iterable[tuple[str, int, IO[bytes]]]) -> None:
    """Write the ZIP of files given by name, size and content, which is closed."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, size, source in files:
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = _UNIX, 0o600 << 16
            entry.file_size = size
            with source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)


def verify(
    path: Path, key: bytes | None = None, scratch: Path | None = None, *, thorough: bool = True
) -> Backup:
    """Check a backup: its digests without a key, and with one by opening the copy.

    The copy is opened in ``scratch``, a folder of a workspace, whose leftovers are swept at its
    opening: nothing of a database lies in the system's own folder, and without a key nothing is
    unpacked. The files beside the backup are read to their end if ``thorough``; those that are
    missing or damaged are named. Refusal if it is no backup, damaged, or of another workspace (the
    key does not open it).
    """
    with _reading(path):
        contents, listed, sha256 = _check(path)
    if key is not None:
        try:
            with tempfile.TemporaryDirectory(dir=scratch or path.parent, prefix=".backup-") as made:
                _take_out(path, _DATABASE, Path(made))
                if _look(Path(made) / _DATABASE, key) != contents:
                    raise Refusal("backup.damaged")
        except OSError as error:
            full = error.errno == errno.ENOSPC
            raise Refusal("store.disk_full" if full else "backup.cannot_write") from None
    revisions, length, _ = contents
    missing = kept_files.absent(listed, path.parent / kept_files.FOLDER, thorough=thorough)
    verified = "opened" if key is not None else "digests"
    return Backup(path, sha256, revisions, length, verified, len(listed.files), missing)


def listed_in(path: Path) -> Listed:
    """Return what a backup names beside itself; nothing where it is one of before."""
    with _reading(path), zipfile.ZipFile(path) as archive:
        return listed_from(archive.read(_KEPT)) if _KEPT in archive.namelist() else Listed()


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Refuse what is no backup, whatever its damage makes a ZIP or its JSON say."""
    try:
        yield
    except FileNotFoundError:
        raise Refusal("backup.missing", name=path.name) from None
    except _UNREADABLE:
        raise Refusal("backup.not_one") from None


def _check(path: Path) -> tuple[_Contents, Listed, str]:
    """Check every byte of a backup; return what it says it holds, and its SHA-256."""
    sha256, size = _hashed(path)
    with zipfile.ZipFile(path) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        names = archive.namelist()
        stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries.values())
        small = all(entries[name].file_size <= _MOST_LIST for name in {_CONTENTS, _KEPT} & {*names})
        if names not in (list(_ENTRIES), list(_FIRST_ENTRIES)) or not (stored and small):
            raise Refusal("backup.not_one")
        body = cast("Mapping[str, Any]", canonical.load(archive.read(_CONTENTS)))
        files = {entry["path"]: entry["sha256"] for entry in body["files"]}
        found = (body["revisions"], body["journal"]["length"], body["journal"]["head"])
        held: dict[str, str] = {}
        for name in names:
            if name != _CONTENTS:
                with archive.open(name) as source:
                    held[name] = hash_stream(source)[0]
        if files != held:
            raise Refusal("backup.damaged")
        listed = listed_from(archive.read(_KEPT)) if _KEPT in names else Listed()
        with path.open("rb") as original:
            again = _Compared(original)
            sources = ((one, entries[one].file_size, archive.open(one)) for one in names)
            _pack(cast("IO[bytes]", again), sources)
        if not again.same(size):
            raise Refusal("backup.damaged")
    return found, listed, sha256


class _Compared:
    """A file that is not written but compared with another one, piece by piece.

    A piece may differ at first where it is written again: the header of an entry, when its digest
    is known.
    """

    def __init__(self, original: IO[bytes]) -> None:
        self._original = original
        self._position = self._end = 0
        self._different: set[tuple[int, int]] = set()

    def write(self, data: bytes) -> int:
        """Compare a piece with what stands at its place."""
        place = (self._position, len(data))
        self._original.seek(self._position)
        if self._original.read(len(data)) == data:
            self._different.discard(place)
        else:
            self._different.add(place)
        self._position += len(data)
        self._end = max(self._end, self._position)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, from the beginning or the end of what was written."""
        self._position = offset + (self._end if whence == os.SEEK_END else 0)
        return self._position

    def tell(self) -> int:
        """Return where the next piece goes."""
        return self._position

    def flush(self) -> None:
        """Keep nothing back."""

    def same(self, size: int) -> bool:
        """Say whether all of it, and no more, is in the other file of so many bytes."""
        return not self._different and self._end == size


def _take_out(path: Path, name: str, folder: Path) -> None:
    """Write one file of a backup into a folder."""
    with (
        zipfile.ZipFile(path) as archive,
        archive.open(name) as source,
        (folder / name).open("wb") as copy,
    ):
        shutil.copyfileobj(source, copy)


def take_keys(path: Path, folder: Path) -> Path:
    """Take the key file out of a backup, unchecked; Refusal if it is none."""
    with _reading(path):
        _take_out(path, _KEYS, folder)
    return folder / _KEYS


def restore(path: Path, folder: Path) -> tuple[str, ...]:
    """Put the database and the key file of a backup into an empty folder, digests checked.

    The files beside it go where they belong; the paths of those that are not to be had are
    returned.
    """
    if (folder / _DATABASE).exists():
        raise Refusal("backup.not_empty")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as scratch:
            with _reading(path):
                _, listed, _ = _check(path)
            for name in (_KEYS, _DATABASE):
                _take_out(path, name, Path(scratch))
            missing = kept_files.put_back(listed, path.parent / kept_files.FOLDER, folder)
            # The key file first: a database without it would be taken for a whole workspace.
            for name in (_KEYS, _DATABASE):
                (Path(scratch) / name).replace(folder / name)
        sync_folder(folder)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise Refusal("store.disk_full" if full else "backup.cannot_write") from None
    return missing


def try_restore(path: Path, key: bytes, scratch: Path) -> Backup:
    """Restore a backup into a folder of ``scratch`` that is removed again, and open what came out.

    Its ``verified`` is "restored". Refusal where it is no backup, damaged, or of another workspace.
    """
    contents = length_of(path)
    try:
        with tempfile.TemporaryDirectory(dir=scratch, prefix=".backup-") as made:
            home = Path(made)
            missing = restore(path, home)
            revisions, length, head = _look(home / _DATABASE, key)
            if contents != (length, head):
                raise Refusal("backup.damaged")
            read_keys(home / _KEYS)
        kept = len(listed_in(path).files)
        sha256, _ = _hashed(path)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise Refusal("store.disk_full" if full else "backup.cannot_write") from None
    return Backup(path, sha256, revisions, length, "restored", kept, missing)


def length_of(path: Path) -> tuple[int, str] | None:
    """Return length and head of the journal in a backup as it states them; None if it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            body = cast("Mapping[str, Any]", canonical.load(archive.read(_CONTENTS)))
            return int(body["journal"]["length"]), str(body["journal"]["head"])
    except _UNREADABLE:
        return None


def drop_superseded(folder: Path) -> None:
    """Drop the backups of a folder that are no longer kept, and the files that none names then."""
    names = superseded([path.name for path in folder.glob(f"*{SUFFIX}")])
    for name in names:
        (folder / name).unlink(missing_ok=True)
    if not names:
        return
    named: set[str] = set()
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            with zipfile.ZipFile(path) as archive:
                if _KEPT in archive.namelist():
                    named |= {one.sha256 for one in listed_from(archive.read(_KEPT)).files}
        except _UNREADABLE:
            return  # what a damaged one names is not known: nothing goes
    kept_files.prune(folder / kept_files.FOLDER, named)


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
