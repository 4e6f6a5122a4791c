"""What a power cut leaves half made goes; what a person keeps beside it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.paths import paths_for
from antq_desktop.services.sweeping import sweep

if TYPE_CHECKING:
    from pathlib import Path


def test_half_made_files_go_from_our_folders_and_other_files_stay(home: Path) -> None:
    """A person may choose a folder with files of his own as the home."""
    paths = paths_for(home)
    own = [paths.data / "inbox" / "a.part", paths.data / "outbox" / "b.part"]
    own += [paths.backups / "c.part", paths.data / ".backup-1" / "d", paths.data / ".keys.json.x"]
    theirs = [paths.data / "film.mkv.part", paths.data / "mine.part" / "letter.txt"]
    for path in (*own, *theirs):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("half")
    sweep(paths)
    assert not [path for path in own if path.exists()]
    assert all(path.exists() for path in theirs)
