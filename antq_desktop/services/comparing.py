"""Figures beside those of earlier periods, and the records behind a number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.services.access import sees
from antq_desktop.services.counting import count
from antq_desktop.services.switching import switches_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Behind, Figure, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator now, in the period before, and in the same period of the year before.

    ``late`` is what was entered late of periods reported before, None where there is no such line;
    ``counted_with`` are the settings that the figure hangs on.
    """

    register: Register
    indicator: Indicator
    now: Figure
    previous: Figure
    year_before: Figure
    by_unit: Mapping[UnitKey, Figure]
    through: Mapping[UnitKey, Figure] = field(default_factory=dict)
    late: Figure | None = None
    counted_with: tuple[Label, ...] = ()


def compare(
    workspace: Workspace, period: Period, *, units: frozenset[UnitKey] | None = None
) -> list[Compared]:
    """Count every indicator over a period and over those it is compared with.

    All three are counted now, from the records as they stand, so that like is beside like.
    """
    now = count(workspace, period, units=units)
    previous = count(workspace, period.previous(), units=units)
    year_before = count(workspace, period.year_before(), units=units)
    switches = switches_of(workspace)
    return [
        Compared(
            one.register,
            one.indicator,
            one.figure,
            before.figure,
            last.figure,
            one.by_unit,
            one.through,
            one.late,
            tuple(switch.said(switches) for switch in one.indicator.switches),
        )
        for one, before, last in zip(now, previous, year_before, strict=True)
    ]


def lines_behind(workspace: Workspace, records: Iterable[Behind]) -> list[Line]:
    """Return the records that were counted and that the user may see, as a list shows them."""
    found = (workspace.store.queries.line(one.record) for one in records)
    return [line for line in found if line and sees(workspace, line.register, line.record)]
