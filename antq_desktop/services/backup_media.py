"""A finished backup on a medium: what it needs there, what fits, and each file read back.

The ZIP lies whole on this machine before the medium is touched. On the medium it comes last, so one
that is there has beside it what could be put there. Where not all files of bundles and attachments
fit, the books and keys go all the same, and what lacks is told with the room that it needs.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from antq_desktop.errors import Refusal
from antq_desktop.services.media import copy_and_compare, medium_refusal
from antq_desktop.store import backup, kept_files

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.backup import Backup
    from antq_desktop.store.kept_files import Kept

MEGABYTE: Final = 1_000_000
_CLUSTER: Final = 64 * 1024
"""What a file may take of a stick beyond its bytes."""


def make_folder(folder: Path) -> None:
    """Make the folder that a person named, before the backup is made that goes there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refusal("backup.cannot_write") from None


def carry_backup(made: Backup, data: Path, folder: Path, name: str) -> Backup:
    """Copy a backup into a folder of a medium under a name, and the files that it names beside it.

    ``data`` is the folder of the workspace that has these files. The folder of a stick that was
    pulled out is not made here: it would lie on this machine. Refusal, in words about the medium,
    if even the ZIP does not fit, or the medium cannot be written or is pulled out.
    """
    try:
        size = _on_disk(made.path.stat().st_size)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise medium_refusal(error, folder) from None
    if free < size:
        raise _too_small(folder, size, free)
    listed = backup.listed_in(made.path)
    side = folder / kept_files.FOLDER
    waiting = [
        one for one in listed.files if not kept_files.is_whole(side / one.sha256, one.sha256)
    ]
    left: list[Kept] = []
    lost = list(listed.lost)
    try:
        for one in waiting:
            room = shutil.disk_usage(folder).free - size
            if _on_disk(one.size) > room:
                left.append(one)
            elif not _put(one, data, made.path.parent, side):
                lost.append(one.path)
        lacks = sum(_on_disk(one.size) for one in left)
        short = max(lacks + size - shutil.disk_usage(folder).free, 0) if left else 0
    except OSError as error:
        raise medium_refusal(error, folder) from None
    target = folder / f"{name}{backup.SUFFIX}"
    copy_and_compare(made.path, target, made.sha256)
    missing = tuple(sorted({*lost, *(one.path for one in left)}))
    return replace(made, path=target, missing=missing, left=len(left), short=short)


def _on_disk(size: int) -> int:
    return size + _CLUSTER


def _too_small(folder: Path, needed: int, free: int) -> Refusal:
    name = folder.name or str(folder)
    return Refusal(
        "backup.medium_small", name=name, needed=-(-needed // MEGABYTE), free=free // MEGABYTE
    )


def _put(one: Kept, data: Path, own: Path, side: Path) -> bool:
    """Copy a file from the workspace, or from where its own backups keep it; False if it is lost.

    Raises OSError where the medium refuses.
    """
    side.mkdir(mode=0o700, exist_ok=True)
    sources = (data / one.path, own / kept_files.FOLDER / one.sha256)
    target = side / one.sha256
    return any(kept_files.copy_whole(source, target, one.sha256) is not None for source in sources)
