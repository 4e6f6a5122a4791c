"""Sticks: which ones are there, whether one can take a file, and a copy that is read back."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

from antq_desktop.crypto.digests import hash_stream
from antq_desktop.errors import Refusal
from antq_desktop.paths import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Tell = Callable[[str], object]

_MOUNTED_FOR_PERSONS = (Path("/media"), Path("/run/media"))
"""Where Linux desktops put what a person plugs in."""

_SENT_UP = ("submission", "correction")
"""The kinds that a commune carries to its office."""

_PULLED_OUT = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT, errno.ESTALE, errno.ENOTCONN}


class Disk(NamedTuple):
    """One mounted disk, as the system names it; ``options`` are its words ("rw", "removable")."""

    device: str
    folder: Path
    options: frozenset[str]


class Standing(Enum):
    """Whether a stick can take a file."""

    READY = "ready"
    FULL = "full"
    READ_ONLY = "read_only"
    FOREIGN = "foreign"
    """It holds submissions of another unit: perhaps it is a neighbour's stick."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A stick: ``free`` in bytes, ``senders`` the codes of units whose submissions lie on it."""

    folder: Path
    free: int
    read_only: bool
    senders: frozenset[str]

    @property
    def name(self) -> str:
        """What the person calls it: the name of the stick, or its letter."""
        return self.folder.name or str(self.folder).rstrip("\\/")

    def standing(self, needed: int, known: Collection[str]) -> Standing:
        """Say whether it can take ``needed`` bytes from a unit that knows these senders.

        An empty ``known`` leaves the question of foreign bundles out: an office's stick has many.
        """
        if self.read_only:
            return Standing.READ_ONLY
        if self.free < needed:
            return Standing.FULL
        if known and not self.senders <= set(known):
            return Standing.FOREIGN
        return Standing.READY


def mounted_disks() -> Iterator[Disk]:
    """Return the disks of this machine that can be pulled out."""
    for each in psutil.disk_partitions(all=False):
        disk = Disk(each.device, Path(each.mountpoint), frozenset(each.opts.split(",")))
        if _removable(disk):
            yield disk


def find_media(disks: Iterable[Disk] | None = None) -> list[Medium]:
    """Return the sticks that can be read now, by name; one that vanishes meanwhile is left out."""
    found: list[Medium] = []
    for disk in mounted_disks() if disks is None else disks:
        with suppress(OSError):
            found.append(
                Medium(
                    disk.folder,
                    shutil.disk_usage(disk.folder).free,
                    read_only=_read_only(disk),
                    senders=_senders(disk.folder),
                )
            )
    return sorted(found, key=lambda one: str(one.folder))


def nobody(step: str) -> None:
    """Hear a step when nobody waits for it."""
    del step


def copy_and_compare(source: Path, path: Path, sha256: str, tell: Tell = nobody) -> None:
    """Copy a file so that the target is whole or not there, then compare what the medium gives.

    ``tell`` hears "written", "flushed" and "equal". Refusal if there is no such folder, if the
    medium is full, read-only, pulled out meanwhile, or gives back something else.
    """
    folder = path.parent
    if not folder.is_dir():
        raise Refusal("medium.missing", name=str(folder))
    try:
        size = source.stat().st_size
    except FileNotFoundError:
        raise Refusal("store.file_gone", name=source.name) from None
    part = path.with_name(path.name + ".part")
    try:
        _write_part(source, part, size, sha256, tell)
        part.replace(path)
        sync_folder(folder)
    except (OSError, Refusal) as error:
        _forget(part)
        raise medium_refusal(error, folder) from None
    tell("equal")


def _write_part(source: Path, part: Path, size: int, sha256: str, tell: Tell) -> None:
    folder = part.parent
    device = folder.stat().st_dev
    if shutil.disk_usage(folder).free < size:
        raise Refusal("medium.full")
    _copy(source, part, tell)
    equal = _read_back(part) == sha256
    # Where a stick was, an empty folder of the machine's own disk may be left.
    if folder.stat().st_dev != device:
        raise Refusal("medium.pulled_out", name=str(folder))
    if not equal:
        raise Refusal("medium.not_equal")


def _copy(source: Path, part: Path, tell: Tell) -> None:
    with source.open("rb") as read, part.open("wb") as write:
        shutil.copyfileobj(read, write)
        write.flush()
        tell("written")
        os.fsync(write.fileno())
        tell("flushed")


def _read_back(part: Path) -> str:
    with part.open("rb") as back:
        if sys.platform == "linux":  # what is still in memory says nothing of the stick
            os.posix_fadvise(back.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hash_stream(back)[0]


def _forget(part: Path) -> None:
    """Take half a file away; a stick that is gone or locked keeps it, the next copy replaces it."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def medium_refusal(error: OSError | Refusal, folder: Path) -> Refusal:
    """Return what the medium of a folder is told to lack; a refusal stays as it is."""
    if isinstance(error, Refusal):
        return error
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return Refusal("medium.read_only", name=str(folder))
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refusal("medium.full")
    if error.errno in _PULLED_OUT:
        return Refusal("medium.pulled_out", name=str(folder))
    return Refusal("medium.cannot_write", name=str(folder))


def _removable(disk: Disk) -> bool:
    if "removable" in disk.options:  # so Windows says
        return True
    if any(disk.folder.is_relative_to(place) for place in _MOUNTED_FOR_PERSONS):
        return True
    block = Path("/sys/class/block") / Path(disk.device).name
    return block.exists() and "/usb" in str(block.resolve())


def _read_only(disk: Disk) -> bool:
    return "ro" in disk.options or not os.access(disk.folder, os.W_OK)


def _senders(folder: Path) -> frozenset[str]:
    """Return the units whose submissions lie in a folder, by the names of the files alone."""
    return frozenset(
        each.name.partition("-")[0] for kind in _SENT_UP for each in folder.glob(f"*-{kind}.antq")
    )
