"""Indicators: what is counted, over which records, and how a figure is shown.

The same code counts at the commune, the office and above it, from shared fields alone; a figure
over several units is the sum of the units' figures (counting rule A01).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Label
from antq_desktop.domain.moves import state_at

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey

Rows = list[dict[str, object]]

#: What is counted where an indicator says nothing else.
RECORDS = Label("hồ sơ", "records")


class CountKind(StrEnum):
    """Flow: what happened in the period. Stock: what exists at its end (domain.md B.2)."""

    FLOW = "flow"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Counted:
    """A record as the counting code sees it: never a draft, never voided, never a duplicate.

    ``remote`` says whether its unit has the longer limits of remote communes; ``seen_at`` is the
    moment of the unit's last revision that was counted: what had not happened then is judged as of
    then (counting A04).
    """

    record: str
    unit: UnitKey
    book: str
    number: int
    digest: str
    shared: Mapping[str, object]
    remote: bool = False
    seen_at: str = ""

    def day(self, name: str) -> str:
        """Return the ISO day of a date or moment, "" if empty (so it is in no period)."""
        return str(self.shared.get(name) or "")[:10]

    def rows(self, name: str) -> Rows:
        """Return child rows, an empty list without any."""
        return cast("Rows", self.shared.get(name) or [])

    def state_at(self, day: date) -> str | None:
        """Return the state at the end of a day, from the moves."""
        return state_at(self.rows("moves"), day)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it was counted from.

    ``parts`` are the lines under it by code; ``records`` those behind the number, sorted by record.
    """

    value: int
    records: tuple[Counted, ...] = ()
    denominator: int | None = None
    parts: Mapping[str, int] = field(default_factory=dict)


Count = Callable[[Sequence[Counted], "Period"], Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of a register: its code in domain.md B.3 and the reading of counting.md.

    ``counted_in`` is the unit of the number on paper: tin, vụ, mô hình.
    """

    code: str
    label: Label
    kind: CountKind
    rule: str
    count: Count
    part_labels: Mapping[str, Label] = field(default_factory=dict)
    counted_in: Label = RECORDS


def figure(records: Iterable[Counted]) -> Figure:
    """Make the figure that counts these records."""
    kept = tuple(sorted(records, key=lambda one: one.record))
    return Figure(len(kept), kept)


def add(figures: Iterable[Figure]) -> Figure:
    """Add the figures of several units; parts and denominators add up line by line."""
    value, denominator = 0, None
    parts: dict[str, int] = {}
    records: list[Counted] = []
    for one in figures:
        value += one.value
        records.extend(one.records)
        if one.denominator is not None:
            denominator = (denominator or 0) + one.denominator
        for name, number in one.parts.items():
            parts[name] = parts.get(name, 0) + number
    return Figure(value, tuple(sorted(records, key=lambda r: r.record)), denominator, parts)


def within(period: Period, day: str) -> bool:
    """Say whether an ISO day lies in the period; "" lies in none."""
    return bool(day) and period.first.isoformat() <= day <= period.last.isoformat()
