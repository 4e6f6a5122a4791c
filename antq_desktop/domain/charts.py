"""What the report of a period draws: cases by month, and by unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import within
from antq_desktop.domain.periods import CUSTOM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey

    Dated = tuple[UnitKey, str]

MOST_UNITS = 20
"""More bars than this nobody compares; the rest stands together in one."""

_FEWEST_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn as bars, with what they are."""

    title: str
    bars: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Charted:
    """An indicator that is drawn, the register and date that put a row into a month, its name."""

    code: str
    register: str
    day: str
    name: str


CHARTED = (
    Charted("B1.1", "crime_reports", "received_at", "Tố giác, tin báo về tội phạm"),
    Charted("B2.1", "disputes", "opened_on", "Vụ mâu thuẫn, khiếu kiện phát sinh"),
)


def charts_of(
    charted: Charted, dated: Iterable[Dated], period: Period, units: Mapping[UnitKey, str]
) -> Iterator[Chart]:
    """Yield the charts of an indicator over a period; by unit only where ``units`` are several.

    ``dated`` are the unit and the ISO day of each row behind the number.
    Rows of before the period, carried over into it, are not drawn; without rows there is no chart.
    """
    rows = [(unit, day) for unit, day in dated if within(period, day)]
    if not rows:
        return
    months = _by_month(period, rows)
    if len(months) >= _FEWEST_MONTHS:
        yield Chart(f"{charted.name} theo tháng", months)
    if len(units) > 1:
        yield Chart(f"{charted.name} theo đơn vị", _by_unit(rows, units))


def _by_month(period: Period, rows: Iterable[Dated]) -> list[tuple[str, int]]:
    """Count rows by calendar month; a period that begins inside a month has a part of it."""
    if period.family == CUSTOM:
        return []
    counts: dict[str, int] = {}
    year, month = period.first.year, period.first.month
    while (year, month) <= (period.last.year, period.last.month):
        counts[f"{year}-{month:02}"] = 0
        year, month = year + month // 12, month % 12 + 1
    for _, day in rows:
        counts[day[:7]] += 1
    return [(f"{key[5:]}/{key[:4]}", value) for key, value in counts.items()]


def _by_unit(rows: Iterable[Dated], units: Mapping[UnitKey, str]) -> list[tuple[str, int]]:
    """Count rows by unit, the most first; what comes after the first twenty stands together."""
    counts: dict[UnitKey, int] = {}
    for unit, _ in rows:
        counts[unit] = counts.get(unit, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].text))
    shown = [(units.get(key, key.code), value) for key, value in ordered[:MOST_UNITS]]
    rest = ordered[MOST_UNITS:]
    if rest:
        shown.append((f"{len(rest)} đơn vị khác", sum(value for _, value in rest)))
    return shown
