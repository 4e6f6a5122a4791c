"""Moving to a new PC: a last backup that is proven, books that are closed here, and the way back.

The books are closed first and backed up then, so that nothing can be written after the backup that
is not in it. A power cut in between leaves them closed, whole and readable, with two ways on: back
them up again, or go on here. Where the backup goes on, its chain of bundles continues this one;
whoever goes on here after all begins a chain of his own, so that two PCs that both write are seen
by the office as two, and no number is given twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.errors import Refusal
from antq_desktop.services.backing_up import order_backup
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.saving import reason_text
from antq_desktop.services.workspace import MOVED, moment_of
from antq_desktop.store.backup import try_restore

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.backup import Backup


@dataclass(frozen=True, slots=True)
class Moved:
    """That the books were closed for another PC: when, and by which backup.

    ``backup`` is the name of the file, None where the last backup was broken off.
    """

    at: datetime
    backup: str | None


def moved_away(workspace: Workspace) -> Moved | None:
    """Return how this workspace was closed for a move, None where it writes."""
    body = workspace.document(MOVED)
    if not body:
        return None
    at = cast("datetime", moment_of(body["at"]))
    return Moved(at, cast("str | None", body["backup"]))


def move_away(workspace: Workspace, folder: Path) -> Backup:
    """Close the books, write their last backup into a folder, and restore it for trial.

    Whoever was interrupted does it again, with another folder if he likes. Refusal as
    `order_backup` and `try_restore`, ``moving.no_folder``, and ``moving.left_out`` where not all
    files found room; then the books are open as before.
    """
    workspace.require_head()
    if not folder.is_dir():
        raise Refusal("moving.no_folder", name=folder.name)
    again = moved_away(workspace) is not None
    if not again:
        with workspace.store.atomic():
            workspace.note("moved")
            at = workspace.clock.stamp()
            workspace.store.meta.set(MOVED, {"at": at, "backup": None})
    try:
        proven = _last_backup(workspace, folder)
    except Refusal:
        if not again:
            with workspace.store.atomic():
                workspace.store.meta.drop(MOVED)
                workspace.note("move_undone")
        raise
    with workspace.store.atomic():
        body = workspace.document(MOVED)
        workspace.store.meta.set(MOVED, {**body, "backup": proven.path.name})
    return proven


def _last_backup(workspace: Workspace, folder: Path) -> Backup:
    made = order_backup(workspace, folder)
    if made.left or made.missing:
        raise Refusal("moving.left_out", count=max(made.left, len(made.missing)))
    return try_restore(made.path, workspace.opened.database_key, workspace.paths.backups)


def stay_here(workspace: Workspace, *, reason: str) -> None:
    """Open books that were closed for a move: the other PC was never used, or is lost.

    A new chain of bundles begins, as from an old disk that is put back: the backup may have been
    restored elsewhere. Refusal ``moving.not_moved`` where they are open.
    """
    workspace.require_head()
    told = reason_text(reason)
    if moved_away(workspace) is None:
        raise Refusal("moving.not_moved")
    with workspace.store.atomic():
        workspace.store.meta.drop(MOVED)
        workspace.note("stayed", reason=told)
        restore_backup(workspace, as_fork=True)


def arrive(workspace: Workspace) -> None:
    """Open the books of a backup where they are restored, if it was the last one before a move."""
    if workspace.document(MOVED):
        with workspace.store.atomic():
            workspace.store.meta.drop(MOVED)
            workspace.note("moved_here")
