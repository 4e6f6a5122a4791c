"""Leaving practice: a workspace for practice is removed whole, of a real one nothing ever."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.backing_up import KEPT_FOLDER
from antq_desktop.services.marking_practice import MARK_FILE
from antq_desktop.services.opening import database_file, key_file, open_workspace
from antq_desktop.store.backup import SUFFIX
from antq_desktop.store.locking import take_lock

if TYPE_CHECKING:
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock

#: What a workspace has in the folder of its data, beside its database and keys.
_FOLDERS = ("attachments", "inbox", "outbox")
_FILES = ("antq.db-wal", "antq.db-shm", "pending.log", MARK_FILE)


def remove_practice(
    paths: Paths, user: str | None, passphrase: str, catalogue: Catalogue, clock: Clock
) -> None:
    """Remove a workspace for practice with its backups; a head's passphrase must open it.

    Only a workspace says what it is, so it is opened first. Refusal for a real one, for another
    user than a head, where it is in use, or where a file cannot be removed; the keys go first, so
    that what is left then can be opened by nobody. Other files in the folders stay.
    """
    with open_workspace(paths, user, passphrase, catalogue, clock) as workspace:
        workspace.require_head()
        if not workspace.place.practice:
            raise Refusal("workspace.remove_practice_only")
    lock = take_lock(paths.data)
    try:
        _remove(paths)
    except OSError:
        raise Refusal("files.cannot_write", name=paths.data.name) from None
    finally:
        lock.release()


def _remove(paths: Paths) -> None:
    key_file(paths).unlink()
    database_file(paths).unlink()
    for name in _FILES:
        (paths.data / name).unlink(missing_ok=True)
    for backup in paths.backups.glob(f"*{SUFFIX}"):
        backup.unlink()
    kept = paths.backups / KEPT_FOLDER
    for folder in (*(paths.data / name for name in _FOLDERS), kept):
        if folder.is_dir():
            shutil.rmtree(folder)
