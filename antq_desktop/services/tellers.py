"""Whose figures of a period are known: a unit that never reported it has none, and no zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace


def tellers(workspace: Workspace, period: Period) -> frozenset[UnitKey]:
    """Return the units with a report that counts of a period, or of one that shares days with it.

    So a year is told of by a month of it, and a month by its year. This unit itself is among them:
    its records are here, if it keeps any; a commune always does.
    """
    found = set(workspace.own_units)
    if workspace.place.role == "office":
        found &= set(map(parse_unit_key, workspace.store.queries.units()))
    for report in workspace.store.exchanged.told_periods():
        told = parse_period(report.period)
        if told.first <= period.last and period.first <= told.last:
            found |= {parse_unit_key(report.unit), parse_unit_key(report.was)}
    return frozenset(found)
