"""What somebody without a slot may do: check backups by their digests, and copy them to a stick.

The technical administrator has no key. What he does is noted beside the database, and enters the
journal at the next unlock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services import pending
from antq_desktop.services.backing_up import dated_backups, verify_backup
from antq_desktop.services.backup_media import carry_backup, make_folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.store.backup import Backup


def own_backups(paths: Paths) -> tuple[tuple[datetime, Path], ...]:
    """Return the automatic backups of this machine, the newest first, each with its moment."""
    return tuple(sorted(dated_backups(paths), reverse=True))


def check_without_key(path: Path, paths: Paths, clock: Clock) -> Backup:
    """Check a backup by its digests, and the files beside it; Refusal if it is none or damaged."""
    found = verify_backup(path, None)
    _note(paths, clock, "backup_checked")
    return found


def copy_without_key(path: Path, paths: Paths, folder: Path, clock: Clock) -> Backup:
    """Copy a backup with the files that it names to a medium, checked before and read back after.

    Refusal as `check_without_key`, and in words about the medium.
    """
    found = verify_backup(path, None)
    _note(paths, clock, "backup_copied")
    make_folder(folder)
    return carry_backup(found, paths.data, folder, path.stem)


def _note(paths: Paths, clock: Clock, act: str) -> None:
    if paths.data.is_dir():
        pending.note(paths.data, clock.stamp(), "", act)
