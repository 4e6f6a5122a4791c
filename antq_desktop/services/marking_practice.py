"""The mark beside the files of a workspace for practice: seen before anybody unlocks it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from antq_desktop.messages import label

if TYPE_CHECKING:
    from antq_desktop.paths import Paths

MARK_FILE: Final = "TAP-HUAN.txt"
"""Its name in the folder of the data; whoever looks into the folder reads what it is."""


def is_marked(paths: Paths) -> bool:
    """Say whether the workspace there calls itself one for practice.

    Only the unlocked workspace knows for certain; `settle_mark` puts the file right then.
    """
    return (paths.data / MARK_FILE).exists()


def settle_mark(paths: Paths, *, practice: bool) -> None:
    """Make the mark agree with what the workspace is; a disk that refuses stops nothing."""
    if is_marked(paths) == practice:
        return
    with suppress(OSError):
        if practice:
            (paths.data / MARK_FILE).write_text(
                f"{label('practice.mark', 'vi')}\n", encoding="utf-8"
            )
        else:
            (paths.data / MARK_FILE).unlink(missing_ok=True)
