"""``report indicators --against``: figures beside those of an earlier period, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.cli.answers import Answer, table
from antq_desktop.domain.changes import change
from antq_desktop.messages import shown_number
from antq_desktop.services.comparable import Territory, earlier_of
from antq_desktop.services.consolidated import consolidate_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.changes import Change
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.bare import Number
    from antq_desktop.services.comparable import Against
    from antq_desktop.services.consolidated import Consolidated
    from antq_desktop.services.workspace import Workspace

CHOICES: Mapping[str, Against] = {"previous": "previous", "last-year": "year_before"}
"""The words of the command, and the periods that they mean."""

_TENTHS = 10
_NONE = "–"


def against(
    session: Session,
    workspace: Workspace,
    period: Period,
    units: frozenset[UnitKey] | None,
    chosen: str,
    *,
    by_unit: bool,
) -> Answer:
    """Compare every indicator with an earlier period."""
    which = CHOICES[chosen]
    found = consolidate_figures(workspace, period, units=units)
    earlier = earlier_of(period, which)
    notes = [session.label(message, **values) for message, values in found.notes]
    rows: list[UnitKey | None] = [None, *((one.unit for one in found.lines) if by_unit else ())]
    document: dict[str, object] = {
        "period": _period(period),
        "against": _period(earlier),
        "indicators": [
            {
                "code": one.indicator.code,
                "label": one.indicator.label.text(session.language),
                **_compared(found, one.indicator.code, None, which),
                **(
                    {
                        "units": [
                            {
                                "unit": line.unit.text,
                                **_compared(found, one.indicator.code, line.unit, which),
                            }
                            for line in found.lines
                        ]
                    }
                    if by_unit
                    else {}
                ),
            }
            for one in found.indicators
        ],
        "notes": notes,
    }
    head = (
        "cli.indicator",
        "cli.label",
        "cli.value",
        "cli.against_earlier",
        "cli.against_difference",
        "cli.against_share",
    )
    lines = table(
        [session.label(name) for name in head],
        [
            _row(session, workspace, found, one.indicator.code, unit, which)
            for one in found.indicators
            for unit in rows
        ],
    )
    return Answer(document, [f"{period.code} – {earlier.code}", *lines, *notes])


def _period(period: Period) -> dict[str, str]:
    return {
        "code": period.code,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
    }


def _compared(
    found: Consolidated, code: str, unit: UnitKey | None, which: Against
) -> dict[str, object]:
    beside, doubt = found.at(code, unit), found.doubt(unit, which)
    told = _change(found, code, unit, which)
    tenths = None if told is None or told.tenths is None else told.tenths / _TENTHS
    return {
        **(_numbers(beside.now) or {"value": None, "denominator": None}),
        "records": len(beside.now.records) if beside.now is not None else 0,
        "earlier": _numbers(beside.earlier(which)),
        "difference": told.difference if told is not None else None,
        "percent": tenths if told is not None and not told.points else None,
        "points": tenths if told is not None and told.points else None,
        "territory": str(doubt.territory),
        "since": doubt.since.isoformat() if doubt.since is not None else None,
    }


def _numbers(number: Number | None) -> dict[str, object] | None:
    if number is None:
        return None
    return {"value": number.figure.value, "denominator": number.figure.denominator}


def _change(found: Consolidated, code: str, unit: UnitKey | None, which: Against) -> Change | None:
    beside = found.at(code, unit)
    earlier = beside.earlier(which)
    if beside.now is None or earlier is None:
        return None
    return change(earlier.figure, beside.now.figure)


def _row(
    session: Session,
    workspace: Workspace,
    found: Consolidated,
    code: str,
    unit: UnitKey | None,
    which: Against,
) -> tuple[str, ...]:
    shown = next(one for one in found.indicators if one.indicator.code == code)
    name = shown.indicator.label.text(session.language)
    first = (code, name) if unit is None else ("", f"  {workspace.units.get(unit).name}")
    beside, told = found.at(code, unit), _change(found, code, unit, which)
    mark = "*" if found.doubt(unit, which).territory is not Territory.SAME else ""
    return (
        *first,
        _shown(session, beside.now),
        f"{_shown(session, beside.earlier(which))}{mark}",
        *_told(session, told),
    )


def _shown(session: Session, number: Number | None) -> str:
    if number is None:
        return _NONE
    figure = number.figure
    value = shown_number(figure.value, session.language)
    if figure.denominator is None:
        return value
    return f"{value}/{shown_number(figure.denominator, session.language)}"


def _told(session: Session, told: Change | None) -> Iterator[str]:
    if told is None:
        yield from (_NONE, _NONE)
        return
    yield f"{told.difference:+}"
    if told.tenths is None:
        yield _NONE
        return
    share = f"{told.tenths / _TENTHS:+.1f}"
    if session.language == "vi":
        share = share.replace(".", ",")
    yield session.label("cli.against_points", share=share) if told.points else f"{share}%"
