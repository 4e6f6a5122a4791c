"""Files that are there whole or not at all, and copying between streams."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from antq_desktop.crypto.digests import CHUNK
from antq_desktop.paths import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def replacing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file beside ``target`` that takes its place at the end, or goes on any error.

    Its content is on the disk before the name changes, and the name before this ends.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def copy(source: IO[bytes], target: IO[bytes]) -> None:
    """Copy a stream from where it stands to its end, a piece at a time."""
    while chunk := source.read(CHUNK):
        target.write(chunk)
