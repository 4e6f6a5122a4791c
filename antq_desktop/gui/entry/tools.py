"""What the editors of a form are given, and what is said beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.domain.forms import Hand
    from antq_desktop.gui.theme import Theme

    FindRecords = Callable[[str | None, str, Callable[[list[tuple[str, str]]], None]], None]

_PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")

Tone = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Tools:
    """How editors read and show values, and where they find what is to be chosen.

    ``find_records`` is called with a register (None for any), a text, and what takes the (id,
    words) found.
    """

    hand: Hand
    theme: Theme
    find_records: FindRecords
    officers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem in words, with its path; ``missing`` where a value is not there yet."""

    path: str
    text: str
    tone: Tone
    missing: bool = False

    def within(self) -> tuple[str, int | None, str]:
        """Return the field of the path, the number of its row if it names one, and the rest."""
        found = _PATH.fullmatch(self.path)
        if found is None:
            return "", None, ""
        return found[1], int(found[2]) if found[2] else None, found[3] or ""
