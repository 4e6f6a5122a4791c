"""Bringing a workspace back from a backup in two steps: look at what it holds, then restore it.

Between them a person compares the paper books with the backup. Until the end it all lies in a
folder of its own that the next opening sweeps, so that a power cut never leaves a workspace that
would go on with its old chain: the office would see two bundles that contradict each other.
Who has lost every passphrase gets in with the recovery sheet, or with two shares.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.paths import sync_folder
from antq_desktop.services.backing_up import unpack_backup, verify_backup
from antq_desktop.services.moving import arrive, moved_away
from antq_desktop.services.opening import database_file, key_file, open_workspace
from antq_desktop.services.overview import overview
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.sent import kinds_up
from antq_desktop.store.backup import take_keys
from antq_desktop.store.keyfile import open_with_recovery, read_keys
from antq_desktop.store.locking import LOCK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.restoring import LastNumber
    from antq_desktop.store.backup import Backup
    from antq_desktop.store.keyfile import KeyFile

_STAGE = ".restore-looked-at"
"""Begins as what `sweep` removes."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a backup holds: whose it is, when it was last saved, where books and bundles end.

    ``user`` is who opened it, ``checked`` says that it was opened whole. ``books`` gives the last
    number by register and year, ``bundle`` the number of the last bundle that was signed (None
    before the first); ``missing`` are files that are not beside the backup. ``moved`` is when the
    books were closed for this move: nothing was written after the backup. None for any other one.
    """

    user: str
    checked: Backup
    unit: str
    saved: datetime | None
    records: int
    bundle: int | None
    books: Mapping[tuple[str, int], int]
    year: int
    missing: tuple[str, ...]
    moved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Openers:
    """What opened a backup on its day: who by a passphrase, and which paper.

    ``share_set`` is the number of the set of shares, None for one sheet.
    """

    names: tuple[str, ...]
    share_set: int | None


def openers_of(backup: Path) -> Openers:
    """Return who and what could unlock on the day of a backup; Refusal if it is none."""
    keys = _keys_in(backup)
    return Openers(tuple(slot.name for slot in keys.slots), keys.recovery_set)


def check_paper(backup: Path, secret: str) -> None:
    """Refuse a recovery key that is not the one of the day of a backup."""
    open_with_recovery(_keys_in(backup), secret)


def _keys_in(backup: Path) -> KeyFile:
    with tempfile.TemporaryDirectory() as made:
        return read_keys(take_keys(backup, Path(made)))


def look_into(
    paths: Paths,
    backup: Path,
    user: str | None,
    passphrase: str,
    catalogue: Catalogue,
    clock: Clock,
    *,
    secret: str | None = None,
) -> Looked:
    """Unpack a backup beside the empty home and open it there; nothing is restored yet.

    With ``secret``, the recovery key of the day of the backup, the ``user`` gets in as a head and
    ``passphrase`` is his new one; without, ``user`` None is the only one.

    Refusal if there is a workspace already, the backup is damaged, the passphrase is wrong, or as
    `recover_workspace`.
    """
    if database_file(paths).exists():
        raise Refusal("backup.not_empty")
    give_up(paths)
    try:
        missing = unpack_backup(backup, _stage(paths))
        if secret is not None:
            recover_workspace(_stage(paths), secret, user or "", passphrase, catalogue, clock)
        with open_workspace(_stage(paths), user, passphrase, catalogue, clock) as workspace:
            queries, sent = workspace.store.queries, workspace.store.exchanged
            moved = moved_away(workspace)
            rows, saved = sent.outgoing(*kinds_up(workspace)), overview(workspace).saved
            return Looked(
                workspace.opened.slot.name,
                verify_backup(backup, workspace.opened.database_key, workspace.paths),
                workspace.unit.name,
                saved.at if saved is not None else None,
                sum(held for held, *_ in queries.counts().values()),
                rows[-1].sequence if rows else None,
                workspace.store.books.last(),
                workspace.clock.today().year,
                missing,
                moved.at if moved is not None else None,
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
    as_fork: bool = False,
    receipt: Path | None = None,
    books: Sequence[LastNumber] = (),
) -> Mapping[tuple[str, int], int]:
    """Restore what `look_into` has unpacked: a new chain begins, and it takes its place.

    Return where the books end now, by register and year. Refusal as `restore_backup`; then it can
    be tried again with another receipt or other books.
    """
    stage = _stage(paths)
    with open_workspace(stage, user, passphrase, catalogue, clock) as workspace:
        arrive(workspace)
        restore_backup(workspace, as_fork=as_fork, receipt=receipt, books=books)
        ends = workspace.store.books.last()
    try:
        _move(stage.data, paths)
    except OSError:
        raise Refusal("backup.cannot_write") from None
    give_up(paths)
    return ends


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
