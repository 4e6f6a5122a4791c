"""The figures of a period for paper: as they were frozen and signed, else as they are now."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.indicators import Figure
from antq_desktop.errors import Fault
from antq_desktop.printing.subjects import FigureLine, FiguresSubject, Setting
from antq_desktop.services.counting import count
from antq_desktop.services.reference_data import load_calendar
from antq_desktop.services.submitting import kind_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchanged import Report


def figures_of(workspace: Workspace, period: Period) -> FiguresSubject:
    """Return the figures of the period's frozen report, or without one those of this moment."""
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    if report is not None:
        return _frozen(workspace, period, report)
    counted = count(workspace, period)
    # An indicator of every unit names those that sent nothing as well.
    sent = [one for one in counted if not one.indicator.every_unit]
    units = {unit for one in sent for unit in one.by_unit}
    return FiguresSubject(
        period,
        [FigureLine(one.register, one.indicator, one.figure, one.by_unit) for one in counted],
        (
            (Setting.CATALOGUE, workspace.catalogue.version),
            (Setting.UNITS, workspace.units.version),
            (Setting.CALENDAR, load_calendar().version),
        ),
        workspace.clock.now(),
        None,
        _in_order(workspace, units) if units != {workspace.place.unit} else (),
    )


def _in_order(workspace: Workspace, units: set[UnitKey]) -> Sequence[tuple[UnitKey, str]]:
    known = [workspace.units.get(key) for key in units]
    return [(one.key, one.name) for one in sorted(known, key=lambda one: one.key.text)]


def _frozen(workspace: Workspace, period: Period, report: Report) -> FiguresSubject:
    body = cast("Mapping[str, Json]", canonical.load(report.body.encode()))
    versions = cast("Mapping[str, str]", body["versions"])
    return FiguresSubject(
        period,
        [_line(workspace, cast("Mapping[str, Json]", one)) for one in _list(body["indicators"])],
        tuple((one, versions[one.value]) for one in Setting),
        _signed_at(workspace, period),
        report.version,
    )


def _line(workspace: Workspace, line: Mapping[str, Json]) -> FigureLine:
    code = str(line["code"])
    if code not in workspace.catalogue.indicators:
        raise Fault(f"a frozen report has the indicator {code}, which no register declares")
    register, indicator = workspace.catalogue.indicators[code]
    figure = Figure(
        cast("int", line["value"]),
        denominator=cast("int | None", line["denominator"]),
        parts=cast("Mapping[str, int]", line["parts"]),
    )
    return FigureLine(register, indicator, figure, {})


def _signed_at(workspace: Workspace, period: Period) -> datetime | None:
    """Return when the first bundle with the period's report was signed."""
    for row in workspace.store.exchanged.outgoing(kind_up(workspace)):
        if period.code in _list(canonical.load(row.periods.encode())):
            return datetime.fromisoformat(row.created_at)
    return None


def _list(value: Json) -> list[Json]:
    return cast("list[Json]", value)
