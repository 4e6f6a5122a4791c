"""Bringing a workspace back from a backup in two steps: look at what it holds, then restore it.

Between them a person compares the paper books with the backup. Until the end it all lies in a
folder of its own that the next opening sweeps, so that a power cut never leaves a workspace that
would go on with its old chain: the office would see two bundles that contradict each other.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.paths import sync_folder
from antq_desktop.services.backing_up import unpack_backup
from antq_desktop.services.opening import database_file, key_file, open_workspace
from antq_desktop.services.overview import overview
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.sent import kinds_up
from antq_desktop.store.backup import take_keys
from antq_desktop.store.keyfile import read_keys
from antq_desktop.store.locking import LOCK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.restoring import LastNumber

_STAGE = ".restore-looked-at"
"""Begins as what `sweep` removes."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a backup holds: whose it is, when it was last saved, where books and bundles end.

    ``books`` gives the last number by register and year, ``bundle`` the number of the last bundle
    that was signed (None before the first); ``missing`` are files that are not beside the backup.
    """

    unit: str
    saved: datetime | None
    records: int
    bundle: int | None
    books: Mapping[tuple[str, int], int]
    year: int
    missing: tuple[str, ...]


def people_in(backup: Path) -> tuple[str, ...]:
    """Return who could unlock on the day of a backup; Refusal if it is none."""
    with tempfile.TemporaryDirectory() as made:
        keys = take_keys(backup, Path(made))
        return tuple(slot.name for slot in read_keys(keys).slots)


def look_into(
    paths: Paths, backup: Path, user: str, passphrase: str, catalogue: Catalogue, clock: Clock
) -> Looked:
    """Unpack a backup beside the empty home and open it there; nothing is restored yet.

    Refusal if there is a workspace already, the backup is damaged, or the passphrase is wrong.
    """
    if database_file(paths).exists():
        raise Refusal("backup.not_empty")
    give_up(paths)
    try:
        missing = unpack_backup(backup, _stage(paths))
        with open_workspace(_stage(paths), user, passphrase, catalogue, clock) as workspace:
            queries, sent = workspace.store.queries, workspace.store.exchanged
            rows, saved = sent.outgoing(*kinds_up(workspace)), overview(workspace).saved
            return Looked(
                workspace.unit.name,
                saved.at if saved is not None else None,
                sum(held for held, *_ in queries.counts().values()),
                rows[-1].sequence if rows else None,
                workspace.store.books.last(),
                workspace.clock.today().year,
                missing,
            )
    except BaseException:
        give_up(paths)
        raise


def bring_back(
    paths: Paths,
    user: str,
    passphrase: str,
    catalogue: Catalogue,
    clock: Clock,
    *,
    receipt: Path | None = None,
    books: Sequence[LastNumber] = (),
) -> None:
    """Restore what `look_into` has unpacked: a new chain begins, and it takes its place.

    Refusal as `restore_backup`; then it can be tried again with another receipt or other books.
    """
    stage = _stage(paths)
    with open_workspace(stage, user, passphrase, catalogue, clock) as workspace:
        restore_backup(workspace, as_fork=False, receipt=receipt, books=books)
    try:
        _move(stage.data, paths)
    except OSError:
        raise Refusal("backup.cannot_write") from None
    give_up(paths)


def give_up(paths: Paths) -> None:
    """Drop what was unpacked and not restored."""
    shutil.rmtree(paths.data / _STAGE, ignore_errors=True)


def _stage(paths: Paths) -> Paths:
    folder = paths.data / _STAGE
    return replace(paths, data=folder, backups=folder / "backups")


def _move(stage: Path, paths: Paths) -> None:
    """Move all into the home, the database last: with it there is a workspace."""
    last = [key_file(replace(paths, data=stage)), database_file(replace(paths, data=stage))]
    for folder in sorted(path for path in stage.rglob("*") if path.is_dir()):
        target = paths.data / folder.relative_to(stage)
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in sorted(path for path in stage.rglob("*") if path.is_file()):
        if path not in last and path.name != LOCK:
            path.replace(paths.data / path.relative_to(stage))
    for path in last:
        path.replace(paths.data / path.name)
    sync_folder(paths.data)
