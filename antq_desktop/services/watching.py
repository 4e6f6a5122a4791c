"""Watching a folder for bundles: a share that comes and goes, files that are still being written.

What lies there is offered, never taken in. A file counts as there once it was the same in two looks
and its end is whole; one that was offered or judged before is not offered again.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.opening import arrived
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.services.arriving import identities, scratch
from antq_desktop.services.request_shelf import shelved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.services.workspace import Workspace

ENDING = ".antq"
_UNFINISHED = frozenset({"seal_damaged", "container"})
"""What a file that is not written to its end breaks."""


class Mark(NamedTuple):
    """By what a change of a file shows: its size in bytes, and when it was written (ns)."""

    size: int
    written: int


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: whether the folder can be read, and the files that hold still.

    ``moving`` counts those that are still being written.
    """

    there: bool
    still: tuple[Path, ...] = ()
    moving: int = 0


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files by what they are: ``new`` ones to be offered, and ``unfinished`` ones."""

    new: tuple[Path, ...]
    unfinished: tuple[Path, ...]


@dataclass
class Watch:
    """One folder. It looks from any thread, one look at a time; what was offered it remembers."""

    folder: Path
    _before: dict[str, Mark] = field(default_factory=dict)
    _done: dict[str, Mark] = field(default_factory=dict)

    def look(self) -> Look:
        """Look once. A folder that is gone may come back; what was known of it stays known."""
        try:
            found = dict(marks(self.folder, ENDING))
        except OSError:
            self._before.clear()
            return Look(there=False)
        fresh = {name: mark for name, mark in found.items() if self._done.get(name) != mark}
        still = [
            name for name, mark in fresh.items() if mark.size and self._before.get(name) == mark
        ]
        self._before = found
        paths = tuple(self.folder / name for name in sorted(still))
        return Look(there=True, still=paths, moving=len(fresh) - len(still))

    def settle(self, paths: Iterable[Path]) -> None:
        """Remember that these need no further look until they change."""
        for path in paths:
            mark = self._before.get(path.name)
            if mark is not None:
                self._done[path.name] = mark


def marks(folder: Path, *endings: str) -> Iterable[tuple[str, Mark]]:
    """Yield the files of a folder with one of the endings, in small letters; raises OSError.

    It is not searched further.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.lower().endswith(endings):
                continue
            try:
                if entry.is_file():
                    now = entry.stat()
                    yield entry.name, Mark(now.st_size, now.st_mtime_ns)
            except FileNotFoundError:
                continue  # renamed or taken away between the two


def sort_files(workspace: Workspace, paths: Iterable[Path]) -> Sorted:
    """Say which files are new here and whole; one that cannot be read now waits like unfinished.

    They are copies of what lies in the folder: a share that hangs must hold up nobody here. What is
    not for us, or no bundle at all, is offered too: a person is to see it.
    """
    judged = {row.sha256 for row in workspace.store.exchanged.standing()}
    judged |= {one.sha256 for one in shelved(workspace).values()}
    new: list[Path] = []
    unfinished: list[Path] = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                known = hash_stream(stream)[0] in judged
            if not known:
                (new if _is_whole(workspace, path) else unfinished).append(path)
        except OSError:
            unfinished.append(path)
    return Sorted(tuple(new), tuple(unfinished))


def _is_whole(workspace: Workspace, path: Path) -> bool:
    keys = identities(workspace)
    try:
        with arrived(path, keys, scratch(workspace), DEFAULT_LIMITS):
            return True
    except BundleRefused as refused:
        return refused.reasons[0].rule not in _UNFINISHED


def watched_folder(workspace: Workspace) -> Path | None:
    """Return the folder that this user lets the program watch, None without one."""
    folder = workspace.document(_document(workspace)).get("folder")
    return Path(folder) if isinstance(folder, str) else None


def watch_folder(workspace: Workspace, folder: Path | None) -> Path | None:
    """Choose the folder to watch, or none; it is kept for this user in the workspace."""
    workspace.require_role("office")
    chosen = {"folder": str(folder)} if folder is not None else {}
    with workspace.store.atomic():
        workspace.store.meta.set(_document(workspace), chosen)
    return folder


def _document(workspace: Workspace) -> str:
    return f"watched_folder:{workspace.user}"
