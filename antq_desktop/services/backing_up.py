"""Backups: automatic at close, before an import and a migration; ordered by a person; restored."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.services.backup_media import carry_backup, make_folder
from antq_desktop.store import backup, kept_files

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup
    from antq_desktop.store.driver import Database

KEPT_FOLDER: Final = kept_files.FOLDER
"""The folder beside a backup with the bundles that it names: whoever copies one copies both."""
_TIME = "%Y-%m-%d-%H%M%S"
BACKUP_INTERVAL: Final = timedelta(minutes=15)
"""A command that follows another within this time leaves the backup to a later one; otherwise ten
commands in a row would push out the ten backups that are kept."""
_NO_ROOM_HERE: Final = frozenset({"store.disk_full", "backup.cannot_write"})
_OF_IMPORTS: Final = frozenset({"unlock", "import", "receipt"})
"""The acts after which a backup still is one of before a batch of imports."""


def _name(now: datetime) -> str:
    return now.strftime(_TIME)


def automatic_backup(paths: Paths, database: Database, key: bytes, now: datetime) -> Backup:
    """Write a backup into the workspace's own folder and drop those that are no longer kept."""
    keys = paths.data / "keys.json"
    made = backup.create(database, key, keys, paths.backups, _name(now), own=True)
    backup.drop_superseded(paths.backups)
    return made


def back_up_before_import(workspace: Workspace) -> None:
    """Write a backup, unless a recent one differs from what is here by imports alone.

    A hundred bundles that come together have one, whether a command brings them, or a window, or a
    hundred commands.
    """
    paths, now = workspace.paths, workspace.clock.now()
    newest = _newest(paths)
    if newest is not None and timedelta() <= now - newest[0] <= BACKUP_INTERVAL:
        stated = backup.length_of(newest[1])
        journal = workspace.store.journal
        ours = stated is not None and journal.hash_at(stated[0]) == stated[1]
        if stated is not None and ours and journal.acts_since(stated[0]) <= _OF_IMPORTS:
            return
    automatic_backup(paths, workspace.store.database, workspace.opened.database_key, now)


def is_backup_due(paths: Paths, now: datetime) -> bool:
    """Say whether the newest automatic backup is older than the interval, or of a day to come."""
    newest = newest_backup(paths)
    return newest is None or not timedelta() <= now - newest <= BACKUP_INTERVAL


def newest_backup(paths: Paths) -> datetime | None:
    """Return when the newest automatic backup was made, None without any."""
    newest = _newest(paths)
    return newest[0] if newest is not None else None


def newest_file(paths: Paths) -> Path | None:
    """Return the newest automatic backup, None without any."""
    newest = _newest(paths)
    return newest[1] if newest is not None else None


def _newest(paths: Paths) -> tuple[datetime, Path] | None:
    return max(dated_backups(paths), default=None)


def dated_backups(paths: Paths) -> list[tuple[datetime, Path]]:
    """Return the automatic backups of this machine with their moments, in no order."""
    found: list[tuple[datetime, Path]] = []
    for path in paths.backups.glob(f"*{backup.SUFFIX}"):
        with suppress(ValueError):
            name = path.name.removesuffix(backup.SUFFIX)
            found.append((datetime.strptime(name, _TIME).replace(tzinfo=ZONE), path))
    return found


def date_back(paths: Paths, now: datetime) -> None:
    """Give backups of days to come the names of the last moments, in their order.

    A clock that ran ahead has made them. By their names they would outlive all that are made from
    now on. What cannot be renamed stays.
    """
    ahead = sorted((one for one in dated_backups(paths) if one[0] > now), reverse=True)
    moment = now
    for _, path in ahead:
        while (target := paths.backups / f"{_name(moment)}{backup.SUFFIX}").exists():
            moment -= timedelta(seconds=1)
        with suppress(OSError):
            path.replace(target)


def order_backup(workspace: Workspace, folder: Path | None) -> Backup:
    """Write a backup where a person wants it (None: the workspace's own folder), and verify it.

    What came in lies in a folder beside it afterwards, each file once for all backups there. The
    backup is made on this machine and then copied, so that a medium that is too small, full or
    pulled out costs nothing but the copy: until something changes, it is not made again.
    """
    if folder is not None:
        make_folder(folder)
    now, changes = workspace.clock.now(), workspace.store.changes()
    with workspace.store.atomic():
        workspace.note("backup")
    database, key = workspace.store.database, workspace.opened.database_key
    if folder is None:
        return automatic_backup(workspace.paths, database, key, now)
    made = workspace.backed_up
    if made is None or made[1] != changes or not kept_files.is_whole(made[0].path, made[0].sha256):
        try:
            made = (automatic_backup(workspace.paths, database, key, now), changes)
        except Refusal as refusal:
            if refusal.message_id not in _NO_ROOM_HERE:
                raise
            return _straight_to(workspace, folder, now)
    workspace.backed_up = (made[0], workspace.store.changes())
    return carry_backup(made[0], workspace.paths.data, folder, _ordered_name(workspace, now))


def _ordered_name(workspace: Workspace, now: datetime) -> str:
    return f"{workspace.place.unit.code}-{_name(now)}"


def _straight_to(workspace: Workspace, folder: Path, now: datetime) -> Backup:
    """Make a backup on the medium itself: this machine is full, and needs one all the more."""
    database, key = workspace.store.database, workspace.opened.database_key
    keys = workspace.paths.data / "keys.json"
    return backup.create(database, key, keys, folder, _ordered_name(workspace, now))


def unpack_backup(path: Path, paths: Paths) -> tuple[str, ...]:
    """Put a backup into an empty home; Refusal if there is a workspace, or it is damaged.

    Returned are the paths of bundles that it names and that are not beside it: all else is there.
    """
    if (paths.data / "antq.db").exists():
        raise Refusal("backup.not_empty")
    for folder in (paths.data, paths.data / "inbox", paths.data / "outbox", paths.backups):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return backup.restore(path, paths.data)


def verify_backup(path: Path, key: bytes | None, paths: Paths | None = None) -> Backup:
    """Check a backup by its digests, and with the key of a workspace by opening it.

    That is done in the workspace's own folder: ``paths`` are needed with the key.
    """
    return backup.verify(path, key, paths.backups if paths is not None else None)
