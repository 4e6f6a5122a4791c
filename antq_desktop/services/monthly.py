"""The months that lead to a period, for the rows of the table of all units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.series import SERIES
from antq_desktop.services.bare import Bare, bare, known, of_members
from antq_desktop.services.comparable import Territory, doubt_since
from antq_desktop.services.counting import count
from antq_desktop.services.tellers import tellers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.bare import Number
    from antq_desktop.services.consolidated import Consolidated, UnitLine
    from antq_desktop.services.workspace import Workspace

MONTHS = 12
"""How many months a course shows."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The figures of a month for the rows of a table; None: never told, or of other territory.

    ``going``: the month has not ended.
    """

    period: Period
    going: bool
    numbers: Mapping[str, Mapping[UnitKey, Figure | None]]
    totals: Mapping[str, Figure | None]

    def at(self, code: str, unit: UnitKey | None) -> Figure | None:
        """Return the figure of an indicator for a unit, or for all of them."""
        return self.totals[code] if unit is None else self.numbers[code][unit]


def months_until(workspace: Workspace, period: Period) -> tuple[Period, ...]:
    """Return the twelve months that lead to a period's end, none of them in the future.

    They are those of the period's own calendar, where it has months; else those of the year.
    """
    own = f"{period.family}-M"
    months = SERIES.get(own, SERIES["DL-M"])
    day = min(period.last, workspace.clock.today())
    years = range(day.year - 2, day.year + 2)  # a year of a family may begin in the one before
    every = [one for year in years for one in months.of_year(year) if one.first <= day]
    return tuple(sorted(every, key=lambda one: one.first)[-MONTHS:])


def count_month(workspace: Workspace, table: Consolidated, month: Period) -> MonthFigures:
    """Count a month for the rows of a table of all units, from the records as they stand now."""
    counted, told = bare(count(workspace, month)), tellers(workspace, month)
    succession = workspace.units.succession
    of_whom = [line for line in table.lines if line.unit not in workspace.own_units] or table.lines
    tell = frozenset(line.unit for line in table.lines if line.members & told)

    def same(line: UnitLine) -> bool:
        since, until = month.first, max(month.last, table.period.last)
        doubt = doubt_since(succession, since, until, line.members, grouped=table.grouped)
        return doubt.territory is not Territory.OTHER

    rows = [line for line in table.lines if same(line)]

    def of(one: Bare, line: UnitLine) -> Figure | None:
        number = of_members(one, line.members, succession, month.last)
        return _figure(known(number, one.indicator, told=line.unit in tell))

    some = any(line.unit in tell for line in of_whom)
    empty = dict.fromkeys(line.unit for line in table.lines)
    return MonthFigures(
        month,
        month.last >= workspace.clock.today(),
        {one.indicator.code: empty | {row.unit: of(one, row) for row in rows} for one in counted},
        {
            one.indicator.code: _figure(known(one.total, one.indicator, told=some))
            for one in counted
        },
    )


def _figure(number: Number | None) -> Figure | None:
    return number.figure if number is not None else None
