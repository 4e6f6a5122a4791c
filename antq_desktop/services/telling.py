"""The sentences of the article for a period: B7 over the years that TT 124/2021 gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import make_period
from antq_desktop.domain.sentences import sentences
from antq_desktop.services.counting import count

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.sentences import Said
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

#: Which year B7 is told of: residential areas have one of their own (TT 124/2021, Đ8.2).
_YEARS = {"TT124XA": "B7.", "TT124KDC": "B7.1"}


def tell(
    workspace: Workspace, period: Period, *, units: frozenset[UnitKey] | None = None
) -> list[Said]:
    """Return S1 to S7 over a period, as the records stand now.

    B7 has figures by the year alone: in a yearly period it is told of the year of its label, in any
    other its figures are missing.
    """
    figures = _figures(workspace, period, units)
    return sentences(figures | standard_of_year(workspace, period, units=units))


def standard_of_year(
    workspace: Workspace, period: Period, *, units: frozenset[UnitKey] | None = None
) -> dict[str, Figure]:
    """Return B7 of the year that a yearly period is called after; nothing for any other period.

    Nothing, too, while that year is not over.
    """
    found: dict[str, Figure] = {}
    for family, begins in _YEARS.items() if period.yearly else ():
        of_year = make_period(family, period.year)
        if of_year.last <= workspace.clock.today():
            told = _figures(workspace, of_year, units)
            found |= {code: one for code, one in told.items() if code.startswith(begins)}
    return found


def _figures(
    workspace: Workspace, period: Period, units: frozenset[UnitKey] | None
) -> dict[str, Figure]:
    counted = count(workspace, period, units=units)
    return {one.indicator.code: one.figure for one in counted}
