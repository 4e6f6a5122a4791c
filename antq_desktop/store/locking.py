"""The lock against a second program on the same workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path


LOCK = "lock"
"""The name of its file in the folder of the data."""


def take_lock(folder: Path) -> FileLock:
    """Take the lock of a workspace; Refusal if another program holds it.

    The system frees it when the process ends, however it ends.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Refusal("workspace.in_use") from None
    except OSError:
        raise Refusal("store.read_only") from None
    return lock
