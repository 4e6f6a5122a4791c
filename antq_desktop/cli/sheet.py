"""The recovery sheet as a file: saved by the program, or typed from paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

#: The secret wherever it stands: in one piece, or in the groups and lines that the screen shows.
_SECRET = re.compile(r"AGE-SECRET-KEY-1(?:\s*[0-9A-Z]){58}", re.IGNORECASE)


def read_sheet(path: Path) -> str:
    """Return the secret of a recovery sheet; Refusal if the file holds none or cannot be read."""
    try:
        found = _SECRET.search(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise Refusal("files.cannot_read", name=path.name) from None
    if found is None:
        raise Refusal("users.wrong_recovery")
    return found[0]
