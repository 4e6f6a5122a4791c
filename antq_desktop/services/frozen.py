"""Frozen reports: what those that are here tell, and how two versions of one differ."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.entering import (
    Span,
    Told,
    kept_or_shared_out,
    shared_out,
    spans_from,
)
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.pens import holders, taken_pens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.entering import Entered
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A figure as a report states it, and its line of what was entered late, if it has one."""

    figure: Figure
    late: Figure | None


@dataclass(frozen=True, slots=True)
class Difference:
    """An indicator that one version gives otherwise than the one before; None: it has none."""

    code: str
    before: FrozenFigure | None
    after: FrozenFigure | None


def reports_told(workspace: Workspace, period: Period) -> dict[str, list[Told]]:
    """Return the newest reports of the series of a period by the workspace that made them.

    By the workspace, not by its unit: a reform gives the unit another name or makes it part of
    another one, and the same books go on.
    """
    found: dict[str, list[Told]] = {}
    for maker, code, version, spans, as_of in workspace.store.exchanged.spans():
        about = parse_period(code)
        if (about.series is not None and about.series == period.series) or code == period.code:
            marks = {"as_of": json.loads(as_of)}
            body = marks if spans is None else marks | {"entered": json.loads(spans)}
            found.setdefault(maker, []).append(Told(about, version, entered_of(body, code)))
    return found


def entered_of(body: Mapping[str, Json], period: str) -> dict[str, tuple[Span, ...]]:
    """Return the spans of a report that is here.

    One that an earlier program froze states none: it told whatever was entered until its "as of".
    """
    stated = body.get("entered")
    if stated is None:
        return {period: (Span({}, dict(cast("Mapping[str, int]", body["as_of"]))),)}
    return spans_from(stated)


def told_by(workspace: Workspace, period: Period, maker: str) -> list[Told]:
    """Return the newest reports of the series of a period that a workspace made."""
    return reports_told(workspace, period).get(maker, [])


def told_now(workspace: Workspace, period: Period) -> dict[str, Entered]:
    """Return which entries the figures of a period show now, by the workspace that entered them.

    Of one that handed over its own report shows some, and those of the workspace that has its pens
    the others.
    """
    reports, taken = reports_told(workspace, period), holders(workspace)
    makers = set(reports)
    for giver, holder in taken.items():
        if giver in reports or holder in reports:
            makers |= {giver, holder}
    return {maker: _told_of(maker, period, reports, taken) for maker in sorted(makers)}


def _told_of(
    maker: str, period: Period, reports: Mapping[str, list[Told]], taken: Mapping[str, str]
) -> Entered:
    holder = taken.get(maker, maker)
    givers = [giver for giver, one in taken.items() if one == holder]
    if not givers:
        return kept_or_shared_out(period, reports[maker])
    own = [one for name in dict.fromkeys((maker, holder)) for one in reports.get(name, ())]
    made = [one.entered for one in own if one.period.code == period.code]
    if made:
        return _joined(made)
    theirs = [one for giver in givers for one in reports.get(giver, ())]
    return shared_out(period, None, reports.get(holder, ()), theirs)


def _joined(several: Sequence[Entered]) -> Entered:
    """Return the spans of several reports of one period as one."""
    found: dict[str, list[Span]] = {}
    for entered in several:
        for code, spans in entered.items():
            found.setdefault(code, []).extend(spans)
    return found


def told_before(workspace: Workspace, period: Period) -> list[Told]:
    """Return the newest reports of a series that workspaces made whose pens are here."""
    reports = reports_told(workspace, period)
    return [one for giver in sorted(taken_pens(workspace)) for one in reports.get(giver, ())]


def body_of(report: Report) -> Mapping[str, Json]:
    """Return what a report says."""
    return cast("Mapping[str, Json]", canonical.load(report.body.encode()))


def figures_of_body(body: Mapping[str, Json]) -> dict[str, FrozenFigure]:
    """Return the figures of a report by indicator; ``records`` stay unknown.

    KeyError, TypeError and their like for what is none.
    """
    found: dict[str, FrozenFigure] = {}
    for line in cast("list[Mapping[str, Json]]", body["indicators"]):
        late = line.get("late")
        found[str(line["code"])] = FrozenFigure(
            _figure(line), _figure(cast("Mapping[str, Json]", late)) if late is not None else None
        )
    return found


def _figure(line: Mapping[str, Json]) -> Figure:
    value, below = line["value"], line["denominator"]
    parts = cast("Mapping[str, Json]", line["parts"])
    numbers = [value, *parts.values(), *([] if below is None else [below])]
    if not all(isinstance(one, int) for one in numbers):
        message = "a figure is made of whole numbers"
        raise TypeError(message)
    return Figure(
        cast("int", value),
        denominator=cast("int | None", below),
        parts=cast("Mapping[str, int]", parts),
    )


def bare(figure: Figure, late: Figure | None) -> FrozenFigure:
    """Return the numbers of a counted figure, as one that is read from a report has them."""
    return FrozenFigure(_numbers(figure), _numbers(late) if late is not None else None)


def _numbers(figure: Figure) -> Figure:
    return Figure(figure.value, denominator=figure.denominator, parts=dict(figure.parts))


def same_numbers(one: FrozenFigure | None, other: FrozenFigure | None) -> bool:
    """Say whether two figures have the same numbers.

    Whether lines of 0 stand there says nothing: earlier programs had none of what came late.
    """
    if one is None or other is None:
        return one is other
    return _plain(one.figure) == _plain(other.figure) and _late(one) == _late(other)


def _plain(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.denominator, {n: v for n, v in figure.parts.items() if v}


def _late(stated: FrozenFigure) -> tuple[object, ...] | None:
    late = stated.late
    if late is None or not (late.value or late.denominator or any(late.parts.values())):
        return None
    return _plain(late)


def differences(
    before: Mapping[str, FrozenFigure], after: Mapping[str, FrozenFigure]
) -> list[Difference]:
    """Return the indicators whose numbers differ, in the order of the figures."""
    codes = [*after, *(code for code in before if code not in after)]
    return [
        Difference(code, before.get(code), after.get(code))
        for code in codes
        if not same_numbers(before.get(code), after.get(code))
    ]
