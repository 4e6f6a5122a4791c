"""The figures of a period for paper: as they were frozen and signed, else as they are now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.switches import settings
from antq_desktop.errors import Fault
from antq_desktop.messages import label
from antq_desktop.printing.subjects import FigureLine, FiguresSubject, Setting
from antq_desktop.services.counting import count
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.sent import kinds_up, sent_versions
from antq_desktop.services.switching import switches_of
from antq_desktop.services.territory import territory_notes, units_behind
from antq_desktop.services.working_calendar import calendar_notes, calendar_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.frozen import FrozenFigure
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report


def figures_of(workspace: Workspace, period: Period) -> FiguresSubject:
    """Return the figures of the period's frozen report, or without one those of this moment."""
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    if report is not None:
        return frozen_figures(workspace, period, report, _signed_at(workspace, report))
    return figures_now(workspace, period, count(workspace, period))


def figures_now(
    workspace: Workspace, period: Period, counted: Sequence[CountedIndicator]
) -> FiguresSubject:
    """Return figures that were counted just now, unit by unit where there are several."""
    switches = switches_of(workspace)
    # An indicator of every unit names those that sent nothing as well.
    sent = [one for one in counted if not one.indicator.every_unit]
    units = {unit for one in sent for unit in one.by_unit}
    return FiguresSubject(
        period,
        [
            FigureLine(
                one.register,
                one.indicator,
                one.figure,
                one.by_unit,
                one.late,
                _said(one.indicator, switches),
            )
            for one in counted
        ],
        (
            (Setting.CATALOGUE, workspace.catalogue.version),
            (Setting.UNITS, workspace.units.version),
            (Setting.CALENDAR, calendar_of(workspace).version),
        ),
        workspace.clock.now(),
        None,
        _in_order(workspace, units) if units != {workspace.unit.key} else (),
        _notes(workspace, period, units_behind(counted), calendar_of(workspace).version),
    )


def _notes(
    workspace: Workspace, period: Period, units: frozenset[UnitKey], calendar: str
) -> tuple[str, ...]:
    """Return what a reform does to the figures, and which working days nobody verified."""
    notes = (
        *territory_notes(workspace, period, units, compared=False),
        *calendar_notes(workspace, period, calendar),
    )
    return tuple(label(message, "vi", **values) for message, values in notes)


def _in_order(workspace: Workspace, units: set[UnitKey]) -> Sequence[tuple[UnitKey, str]]:
    known = [workspace.units.get(key) for key in units]
    return [(one.key, one.name) for one in sorted(known, key=lambda one: one.key.text)]


def frozen_figures(
    workspace: Workspace, period: Period, report: Report, signed_at: datetime | None
) -> FiguresSubject:
    """Return the figures that a report of this workspace states."""
    body = body_of(report)
    versions = cast("Mapping[str, str]", body["versions"])
    switches = settings(cast("Mapping[str, Json]", body["switches"]))
    own = frozenset({workspace.unit_on(period.first), workspace.unit_on(period.last)})
    return FiguresSubject(
        period,
        [
            _line(workspace, code, stated, switches)
            for code, stated in figures_of_body(body).items()
        ],
        tuple((one, versions[one.value]) for one in Setting),
        signed_at,
        report.version,
        notes=_notes(workspace, period, own, versions["calendar"]),
    )


def _line(
    workspace: Workspace, code: str, stated: FrozenFigure, switches: Mapping[str, str]
) -> FigureLine:
    if code not in workspace.catalogue.indicators:
        raise Fault(f"a frozen report has the indicator {code}, which no register declares")
    register, indicator = workspace.catalogue.indicators[code]
    return FigureLine(
        register, indicator, stated.figure, {}, stated.late, _said(indicator, switches)
    )


def _said(indicator: Indicator, switches: Mapping[str, str]) -> list[Label]:
    return [switch.said(switches) for switch in indicator.switches]


def _signed_at(workspace: Workspace, report: Report) -> datetime | None:
    """Return when the first bundle with this version of the report was signed."""
    for row in workspace.store.exchanged.outgoing(*kinds_up(workspace)):
        if sent_versions(row).get(report.period) == report.version:
            return datetime.fromisoformat(row.created_at)
    return None
