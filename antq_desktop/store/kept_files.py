"""Files that backups keep beside themselves: bundles that came in, receipts, and attachments.

They never change and may come to many gigabytes. So a backup only names them, by their digests, and
a folder beside it holds each of them once, however many backups name it: in the workspace's own
folder as a second name of the same file where the disk can do that, on a stick as a copy.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import CHUNK, hash_stream
from antq_desktop.paths import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.driver import Database

FOLDER = "antq-kept"
_PATH = re.compile(r"(?:inbox|outbox|attachments)/[0-9A-Za-z][0-9A-Za-z._-]{0,199}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BUNDLES = (
    "SELECT 'inbox/' || file AS path, sha256 FROM incoming"
    " UNION SELECT 'outbox/' || file, sha256 FROM outgoing WHERE kind = 'receipt' ORDER BY path"
)
_ATTACHED = "SELECT 'attachments/' || file AS path, sha256 FROM attachment_files ORDER BY path"
_OF_CASES = "SELECT 'attachments/' || file AS path, sha256 FROM case_files ORDER BY path"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that a backup names: ``path`` below the folder of the data, its size and SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a backup names, and the paths of what was lost already when it was made."""

    files: tuple[Kept, ...] = ()
    lost: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the canonical JSON that stands in a backup."""
        files: list[Json] = [
            {"path": one.path, "size": one.size, "sha256": one.sha256} for one in self.files
        ]
        return canonical.dump({"files": files, "lost": list(self.lost)})


def listed_from(data: bytes) -> Listed:
    """Read what a backup names; ValueError and its like for anything else.

    Only names that this program gives are taken: none leads out of the folders of a workspace.
    """
    body = cast("Mapping[str, Any]", canonical.load(data))
    files = tuple(Kept(one["path"], one["size"], one["sha256"]) for one in body["files"])
    lost = tuple(body["lost"])
    for one in files:
        sound = type(one.size) is int and _SHA256.fullmatch(one.sha256)
        if not sound or not _PATH.fullmatch(one.path):
            raise ValueError(one.path)
    if not all(_PATH.fullmatch(path) for path in lost):
        raise ValueError("lost")
    return Listed(files, lost)


def wanted(database: Database) -> list[tuple[str, str]]:
    """Return path below the data and SHA-256 of each file that the rows of a database need.

    What came in goes up again byte for byte, with the receipt that was given for it. A database
    that an older program wrote has no attachments.
    """
    found = _paths(database, _BUNDLES)
    if database["attachment_files"].exists():
        found += _paths(database, _ATTACHED)
    if database["case_files"].exists():
        found += _paths(database, _OF_CASES)
    return found


def _paths(database: Database, query: str) -> list[tuple[str, str]]:
    return [(str(path), str(sha256)) for path, sha256 in database.execute(query).fetchall()]


def gather(database: Database, data: Path, side: Path, *, own: bool) -> Listed:
    """Bring into ``side`` what is not there yet of the files that a database needs.

    With ``own`` it is the workspace's own folder: files may share their place on the disk, what is
    there is believed by its size, and what the workspace has lost is put back from it. Elsewhere
    everything is read back. Raises OSError where the disk refuses.
    """
    there, present = _sizes(side), _present(data)
    files: list[Kept] = []
    lost: list[str] = []
    changed = False
    for path, sha256 in wanted(database):
        size, here = there.get(sha256), present.get(path)
        if size is None or not ((own and here == size) or is_whole(side / sha256, sha256)):
            side.mkdir(mode=0o700, parents=True, exist_ok=True)
            size = _put(data / path, side / sha256, sha256, link=own)
            changed = True
        elif own and here != size:
            (data / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _put(side / sha256, data / path, sha256, link=False)
        if size is None:
            lost.append(path)
        else:
            files.append(Kept(path, size, sha256))
    if changed and side.is_dir():
        sync_folder(side)
    return Listed(tuple(files), tuple(lost))


def absent(listed: Listed, side: Path, *, thorough: bool) -> tuple[str, ...]:
    """Return the paths of what a backup names and ``side`` does not hold; the lost ones too.

    ``thorough`` reads every file to its end, otherwise its size is enough.
    """
    there = _sizes(side)
    gone = [
        one.path
        for one in listed.files
        if there.get(one.sha256) != one.size
        or (thorough and not is_whole(side / one.sha256, one.sha256))
    ]
    return tuple(sorted({*gone, *listed.lost}))


def put_back(listed: Listed, side: Path, data: Path) -> tuple[str, ...]:
    """Put the files of a backup where they belong; return the paths of those that cannot be had.

    Raises OSError where the disk refuses.
    """
    missing = list(listed.lost)
    folders: set[Path] = set()
    for one in listed.files:
        target = data / one.path
        if is_whole(target, one.sha256):
            continue
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folders.add(target.parent)
        if _put(side / one.sha256, target, one.sha256, link=False) is None:
            missing.append(one.path)
    for folder in folders:
        sync_folder(folder)
    return tuple(sorted(missing))


def lost_bundles(database: Database, data: Path) -> list[str]:
    """Return the paths of the bundles and receipts that a database names and that are gone."""
    present = _present(data)
    return [path for path, _ in _paths(database, _BUNDLES) if path not in present]


def prune(side: Path, named: Iterable[str]) -> None:
    """Drop what no backup names any more (by SHA-256); what cannot be removed stays."""
    for name in _sizes(side).keys() - set(named):
        with suppress(OSError):
            (side / name).unlink()


def copy_whole(source: Path, target: Path, sha256: str) -> int | None:
    """Copy a file so that the target is whole, flushed to the disk, or not there.

    Return its size, or None where the source is missing or not what its digest says. Raises OSError
    where the disk refuses.
    """
    part = target.with_name(target.name + ".part")
    try:
        read = source.open("rb")
    except FileNotFoundError:
        return None
    try:
        digest, size = hashlib.sha256(), 0
        with read, part.open("wb") as write:
            while block := read.read(CHUNK):
                digest.update(block)
                size += write.write(block)
            write.flush()
            os.fsync(write.fileno())
        if digest.hexdigest() != sha256 or not is_whole(part, sha256):
            return None
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return size


def _put(source: Path, target: Path, sha256: str, *, link: bool) -> int | None:
    """Give a file a second name, or copy it; None where it is missing or damaged."""
    if link and is_whole(source, sha256):
        target.unlink(missing_ok=True)
        with suppress(OSError):  # a disk that knows no second names, or another disk
            os.link(source, target)
            return target.stat().st_size
    return copy_whole(source, target, sha256)


def is_whole(path: Path, sha256: str) -> bool:
    """Say whether a file is there and what its digest says."""
    try:
        with path.open("rb") as stream:
            return hash_stream(stream)[0] == sha256
    except OSError:
        return False


def _sizes(side: Path) -> dict[str, int]:
    try:
        with os.scandir(side) as entries:
            return {one.name: one.stat().st_size for one in entries if _SHA256.fullmatch(one.name)}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _present(data: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for folder in ("inbox", "outbox", "attachments"):
        with suppress(FileNotFoundError), os.scandir(data / folder) as entries:
            found |= {f"{folder}/{one.name}": one.stat().st_size for one in entries}
    return found
