"""What a command answers: one JSON document, or lines for a person; printed once, at the end."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Answer:
    """The document that ``--json`` prints, the lines that a person reads, and the exit code."""

    document: Mapping[str, object]
    lines: Sequence[str] = ()
    exit_code: int = dataclasses.field(default=0, kw_only=True)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return lines with columns under one another; None is an empty cell."""
    cells = [list(head), *(["" if cell is None else str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(head))]
    lines = (
        _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in cells
    )
    return [line.rstrip() for line in lines]


def shown_day(text: str | date | None) -> str:
    """Return a day as people here write it, 31/12/2023; text that is no day stays as it is."""
    if text is None:
        return ""
    if isinstance(text, date):
        return text.strftime("%d/%m/%Y")
    try:
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    except ValueError:
        return text


def shown_moment(text: str | None) -> str:
    """Return a stored moment (ISO 8601) as 08:30 31/12/2023, "" for None."""
    return datetime.fromisoformat(text).strftime("%H:%M %d/%m/%Y") if text else ""


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups of four, as it is read out over the telephone."""
    return " ".join(fingerprint[place : place + 4] for place in range(0, len(fingerprint), 4))
