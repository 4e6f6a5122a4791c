"""What a power cut leaves half made is removed at the next opening, under the lock."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from antq_desktop.store.kept_files import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.paths import Paths

#: Files and folders that are renamed, or removed, at the end of what makes them: of a bundle, a
#: copy in the inbox or a backup; of the key file; of a new workspace; of a restore.
_HALF_MADE = (".backup-*", ".keys.json.*", ".new-*", ".restore-*")
_PART = "*.part"


def sweep(paths: Paths) -> None:
    """Remove what was never finished from the workspace's own folders; the lock must be held.

    All of it is encrypted, or sealed keys; it only takes space. What cannot be removed stays.
    """
    for path in list(_half_made(paths)):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def _half_made(paths: Paths) -> Iterator[Path]:
    own = (paths.data / "inbox", paths.data / "outbox", paths.backups, paths.backups / FOLDER)
    for folder in (paths.data, *own):
        for pattern in _HALF_MADE:
            yield from folder.glob(pattern)
    # Not in the folder of the data itself: a person may have chosen one with files of his own.
    for folder in own:
        yield from folder.glob(_PART)
