"""Proving that the newest backup can be restored: it is restored for trial and read.

A backup that nobody ever restored is a hope. The trial takes the very way of a restore, in a folder
of the workspace that is removed again, and touches nothing of what is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.backing_up import newest_file
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.backup import length_of, try_restore

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup

_DOCUMENT = "backup_proof"


def prove_backup(workspace: Workspace) -> Backup:
    """Restore the newest backup of this machine for trial, and keep when that was done.

    Refusal ``backup.none_here`` without a backup, ``backup.foreign`` where its journal is not the
    beginning of ours, and those of a restore.
    """
    path = newest_file(workspace.paths)
    if path is None:
        raise Refusal("backup.none_here")
    restored = try_restore(path, workspace.opened.database_key, workspace.paths.backups)
    stated = length_of(path)
    if stated is None or workspace.store.journal.hash_at(stated[0]) != stated[1]:
        raise Refusal("backup.foreign")
    with workspace.store.atomic():
        workspace.store.meta.set(_DOCUMENT, {"at": workspace.clock.stamp()})
        workspace.note("backup_proved")
    return restored


def proved_at(workspace: Workspace) -> datetime | None:
    """Return when a backup was last restored for trial; None if it never was."""
    return moment_of(workspace.document(_DOCUMENT).get("at"))
