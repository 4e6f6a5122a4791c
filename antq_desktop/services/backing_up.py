"""Backups: automatic at close, before an import and a migration; ordered by a person; restored."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.store import backup

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup
    from antq_desktop.store.driver import Database

_SUFFIX = ".antq-backup"
_TIME = "%Y-%m-%d-%H%M%S"


def _name(now: datetime) -> str:
    return now.strftime(_TIME)


def automatic_backup(paths: Paths, database: Database, key: bytes, now: datetime) -> Backup:
    """Write a backup into the workspace's own folder and drop those that are no longer kept."""
    keys = paths.data / "keys.json"
    made = backup.create(database, key, keys, paths.backups, _name(now))
    names = [path.name for path in paths.backups.glob(f"*{_SUFFIX}")]
    for name in backup.superseded(names):
        (paths.backups / name).unlink(missing_ok=True)
    return made


def newest_backup(paths: Paths) -> datetime | None:
    """Return when the newest automatic backup was made, None without any."""
    for path in sorted(paths.backups.glob(f"*{_SUFFIX}"), reverse=True):
        with suppress(ValueError):
            return datetime.strptime(path.name.removesuffix(_SUFFIX), _TIME).replace(tzinfo=ZONE)
    return None


def order_backup(workspace: Workspace, folder: Path | None) -> Backup:
    """Write a backup where a person wants it (None: the workspace's own folder), and verify it."""
    now = workspace.clock.now()
    with workspace.store.atomic():
        workspace.note("backup")
    database, key = workspace.store.database, workspace.opened.database_key
    if folder is None:
        return automatic_backup(workspace.paths, database, key, now)
    keys = workspace.paths.data / "keys.json"
    name = f"{workspace.place.unit.code}-{_name(now)}"
    return backup.create(database, key, keys, folder, name)


def unpack_backup(path: Path, paths: Paths) -> None:
    """Put a backup into an empty home; Refusal if there is a workspace, or it is damaged."""
    if (paths.data / "antq.db").exists():
        raise Refusal("backup.not_empty")
    for folder in (paths.data, paths.data / "inbox", paths.data / "outbox", paths.backups):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    backup.restore(path, paths.data)


def verify_backup(path: Path, key: bytes | None) -> Backup:
    """Check a backup by its digests, and with the key of a workspace by opening it."""
    return backup.verify(path, key)
