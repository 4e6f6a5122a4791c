"""Finds the files of the resources folder, in a checkout and in an installed program alike."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SHIPPED = files("antq_desktop") / "_data"
_CHECKOUT = Path(__file__).resolve().parent.parent


def asset(*parts: str) -> Traversable:
    """Return one file of ``resources``; ``parts`` are the names of the folders and of the file.

    Raises FileNotFoundError where this installation has no such file, and ValueError for a part
    that is not a plain name, so that no name from outside can lead out of the folder.
    """
    if not parts or any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
        raise ValueError("an asset is named by plain parts")
    root = _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT
    found = root.joinpath("resources", *parts)
    if not found.is_file():
        raise FileNotFoundError(f"not in this installation: {'/'.join(parts)}")
    return found
