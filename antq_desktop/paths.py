"""Where the program keeps its files, and how one of them is replaced as a whole."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_APPLICATION = "antq-desktop"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation or one ``--home``; none of them need exist.

    ``data`` holds the workspace, ``config`` the settings, ``logs`` the log, ``backups`` the backups
    that the program makes by itself.
    """

    data: Path
    config: Path
    logs: Path
    backups: Path

    @property
    def settings(self) -> Path:
        """The file of the settings."""
        return self.config / "settings.json"


def paths_for(home: Path | None) -> Paths:
    """Return the folders under ``home``, or for None those that the operating system names."""
    if home is not None:
        root = home.expanduser().absolute()
        return Paths(data=root, config=root, logs=root / "logs", backups=root / "backups")
    data = platformdirs.user_data_path(_APPLICATION, appauthor=False)
    return Paths(
        data=data,
        config=platformdirs.user_config_path(_APPLICATION, appauthor=False),
        logs=platformdirs.user_log_path(_APPLICATION, appauthor=False),
        backups=data / "backups",
    )


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that a crash leaves the old file or the new one, never half.

    The file is readable by its owner only. The folder must exist. Raises OSError; then ``path`` is
    as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made with mode 600
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
