"""``report indicators``: the figures of a period, and the records behind one of them.

Beside each figure stands what was entered late of periods reported before, and how it was counted;
under them what the frozen report gives otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.report_against import CHOICES
from antq_desktop.cli.report_against import against as compared
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_number
from antq_desktop.services.comparing import lines_behind
from antq_desktop.services.counting import count
from antq_desktop.services.reporting import changed_since
from antq_desktop.services.switching import switches_of
from antq_desktop.services.territory import territory_notes, units_behind
from antq_desktop.services.working_calendar import calendar_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.switches import Switch
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.frozen import Difference, FrozenFigure
    from antq_desktop.services.workspace import Workspace

_KINDS = {"flow": "cli.flow", "stock": "cli.stock"}


@click.command("indicators", cls=Command, help="cli.help_report_indicators")
@option("--period", required=True, help="cli.option_period")
@option("--unit", metavar="CODE[@DATE]", help="cli.option_report_unit")
@option("--by-unit", is_flag=True, help="cli.option_by_unit")
@option("--against", type=click.Choice([*CHOICES]), help="cli.option_against")
@option("--records", "indicator", metavar="INDICATOR", help="cli.option_records")
@pass_session
def indicators(
    session: Session,
    period: str,
    unit: str | None,
    against: str | None,
    indicator: str | None,
    *,
    by_unit: bool,
) -> Answer:
    """Count every indicator over a period."""
    asked = parse_period(period)
    with session.workspace() as workspace:
        own, units = units_asked(workspace, unit, asked)
        if against is not None:
            return compared(session, workspace, asked, units, against, by_unit=by_unit)
        counted = count(workspace, asked, units=units)
        if indicator is not None:
            return _records(session, workspace, counted, indicator)
        notes = [
            session.label(message, **values)
            for message, values in (
                *territory_notes(workspace, asked, units_behind(counted)),
                *calendar_notes(workspace, asked),
            )
        ]
        document = {
            "period": {
                "code": asked.code,
                "from": asked.first.isoformat(),
                "to": asked.last.isoformat(),
            },
            "unit": own.text,
            "as_of": workspace.store.revisions.by_workspace(),
            "switches": switches_of(workspace),
            "changed": changed_document(changed_since(workspace, asked, own)),
            "indicators": [_document(session, one, by_unit=by_unit) for one in counted],
            "notes": notes,
        }
        lines = _lines(session, workspace, asked, own, counted, by_unit=by_unit)
        return Answer(document, [*lines, *notes])


def units_asked(
    workspace: Workspace, unit: str | None, period: Period
) -> tuple[UnitKey, frozenset[UnitKey] | None]:
    """Return the unit that was asked for, with all that are below it on the last day."""
    if unit is None:
        return workspace.unit.key, None
    found = workspace.units.resolve(unit, period.last)
    below = workspace.units.below(found.key, period.last)
    return found.key, frozenset({found.key, *(one.key for one in below)})


def _records(
    session: Session, workspace: Workspace, counted: Sequence[CountedIndicator], code: str
) -> Answer:
    found = next((one for one in counted if one.indicator.code == code), None)
    if found is None:
        raise Refusal("indicators.unknown", code=code)
    lines = lines_behind(workspace, found.figure.records)
    rows = [(one.record, one.register, one.book) for one in lines]
    names = ("id", "register", "number")
    head = ("cli.id", "cli.register", "cli.number")
    return Answer(
        {"records": [dict(zip(names, row, strict=True)) for row in rows]},
        table([session.label(name) for name in head], rows),
    )


def _document(session: Session, counted: CountedIndicator, *, by_unit: bool) -> dict[str, object]:
    indicator = counted.indicator
    document: dict[str, object] = {
        "code": indicator.code,
        "label": indicator.label.text(session.language),
        "kind": str(indicator.kind),
        **_figure(counted.figure),
        "late": _late(counted.late),
        "rule": indicator.rule,
        "switches": [switch.name for switch in indicator.switches],
        "records": len(counted.figure.records),
    }
    if by_unit:
        document["units"] = [
            {**_unit(key, figure), "late": _late(counted.late_by_unit.get(key))}
            for key, figure in _by_key(counted.by_unit)
        ]
        if counted.through:
            document["through_succession"] = [
                _unit(key, figure) for key, figure in _by_key(counted.through)
            ]
    return document


def _by_key(figures: Mapping[UnitKey, Figure]) -> list[tuple[UnitKey, Figure]]:
    return sorted(figures.items(), key=lambda one: one[0].text)


def _unit(key: UnitKey, figure: Figure) -> dict[str, object]:
    return {"unit": key.text, **_figure(figure), "records": len(figure.records)}


def _late(figure: Figure | None) -> dict[str, object] | None:
    if figure is None:
        return None
    return {**_figure(figure), "records": len(figure.records)}


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "value": figure.value,
        "denominator": figure.denominator,
        "parts": dict(figure.parts),
    }


def _lines(
    session: Session,
    workspace: Workspace,
    period: Period,
    own: UnitKey,
    counted: Sequence[CountedIndicator],
    *,
    by_unit: bool,
) -> Iterator[str]:
    switches = switches_of(workspace)
    first, last = shown_day(period.first), shown_day(period.last)
    yield f"{period.code} ({first} - {last})"
    head = ("cli.indicator", "cli.label", "cli.kind", "cli.value")
    rows: list[tuple[str, ...]] = []
    for one in counted:
        indicator = one.indicator
        label = indicator.label.text(session.language)
        kind = session.label(_KINDS[indicator.kind])
        rows.append((indicator.code, label, kind, shown_figure(session, one.figure)))
        rows += (
            ("", f"  {said_switch(session, switch, switches)}", "", "")
            for switch in indicator.switches
        )
        rows += (
            ("", f"  {label.text(session.language)}", "", _n(session, one.figure.parts[name]))
            for name, label in indicator.part_labels.items()
            if name in one.figure.parts
        )
        if by_unit:
            rows += _unit_rows(session, workspace, one)
        if one.late is not None and one.late.records:
            late = f"+ {shown_figure(session, one.late)}"
            rows.append(("", f"  {session.label('cli.late')}", "", late))
    yield from table([session.label(name) for name in head], rows)
    changed = changed_since(workspace, period, own)
    if changed:
        yield session.label("cli.changed_since")
        yield from difference_lines(session, changed)


def _unit_rows(
    session: Session, workspace: Workspace, counted: CountedIndicator
) -> Iterator[tuple[str, ...]]:
    """Yield each unit with its own figure, then those that took others over with all of it."""
    for key, figure in _by_key(counted.by_unit):
        yield "", f"  {workspace.units.get(key).name}", "", shown_figure(session, figure)
    for key, figure in _by_key(counted.through):
        name = session.label("territory.with_former", name=workspace.units.get(key).name)
        yield "", f"  {name}", "", shown_figure(session, figure)


def shown_figure(session: Session, figure: Figure) -> str:
    """Return a figure as a table shows it: a number, or x/y."""
    value = _n(session, figure.value)
    if figure.denominator is None:
        return value
    return f"{value}/{_n(session, figure.denominator)}"


def said_switch(session: Session, switch: Switch, switches: Mapping[str, str]) -> str:
    """Return how a figure was counted, in brackets."""
    return f"({switch.said(switches).text(session.language)})"


def changed_document(changed: Iterable[Difference]) -> list[dict[str, object]]:
    """Return differences as ``--json`` shows them."""
    return [
        {"code": one.code, "before": _stated(one.before), "after": _stated(one.after)}
        for one in changed
    ]


def _stated(stated: FrozenFigure | None) -> dict[str, object] | None:
    if stated is None:
        return None
    late = _figure(stated.late) if stated.late is not None else None
    return {**_figure(stated.figure), "late": late}


def difference_lines(session: Session, changed: Iterable[Difference]) -> Iterator[str]:
    """Yield a line for each indicator that changed: before, after, and late ones after a plus."""
    for one in changed:
        yield f"  {one.code}: {_both(session, one.before)} → {_both(session, one.after)}"


def _both(session: Session, stated: FrozenFigure | None) -> str:
    if stated is None:
        return "–"
    shown = shown_figure(session, stated.figure)
    late = stated.late
    return f"{shown} (+ {shown_figure(session, late)})" if late and late.value else shown


def _n(session: Session, number: int) -> str:
    return shown_number(number, session.language)
