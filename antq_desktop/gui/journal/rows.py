"""A line of the journal as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from antq_desktop.gui.common.paged import PagedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow(PagedRow):
    """A line with the texts of its cells; ``opens`` says what its target opens as."""

    n: int
    target: str = ""
    opens: Literal["", "record", "bundle"] = ""
