"""The signed reports of a period against what comes out when they are counted again.

Each report is counted twice, with the settings, working days and entries that it states: at its "as
of", where another number means that the report or what came with it is wrong, and as its records
stand now, where another number means that something was changed, voided or taken back since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.indicators import add
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.counting import count
from antq_desktop.services.frozen import (
    bare,
    body_of,
    entered_of,
    figures_of_body,
    same_numbers,
)
from antq_desktop.services.reporting import changed_since, counted_again, stated_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.frozen import FrozenFigure
    from antq_desktop.services.workspace import Workspace

    Figures = Mapping[str, FrozenFigure]


@dataclass(frozen=True, slots=True)
class SignedLine:
    """An indicator that a report states otherwise than the records do.

    ``recounted`` is at the report's "as of", ``now`` of the records as they stand; None where there
    is no such indicator.
    """

    unit: UnitKey
    version: int
    code: str
    signed: FrozenFigure | None
    recounted: FrozenFigure | None
    now: FrozenFigure | None

    @property
    def wrong(self) -> bool:
        """Whether the report does not follow from the records that it was made of."""
        return not same_numbers(self.signed, self.recounted)


@dataclass(frozen=True, slots=True)
class SignedSum:
    """An indicator summed over the units without others below: as signed, and counted again."""

    code: str
    signed: int
    recounted: int


@dataclass(frozen=True, slots=True)
class SignedFigures:
    """What the reports of a period say against the records.

    ``units`` have a report here, ``missing`` have none though they stand below this office on the
    last day of the period. ``lines`` are the differences, those first that are wrong.
    """

    units: tuple[UnitKey, ...]
    missing: tuple[UnitKey, ...]
    lines: tuple[SignedLine, ...]
    sums: tuple[SignedSum, ...]


@dataclass(frozen=True, slots=True)
class _Signed:
    """A report with what it states, and both counts of it."""

    unit: UnitKey
    version: int
    body: Mapping[str, Json]
    wide: bool

    @property
    def alone(self) -> bool:
        """Whether it is of one workspace, so that many such reports are counted in one go."""
        return not self.wide and len(cast("Mapping[str, int]", self.body["as_of"])) == 1


def compare_signed(workspace: Workspace, period: Period) -> SignedFigures:
    """Compare the newest report of each unit for a period with the records."""
    reports = list(_reports(workspace, period))
    simple = [one for one in reports if one.alone and not _reformed(workspace, one.unit)]
    again = _together(workspace, period, simple)
    now = _together(workspace, period, simple, today=True)
    lines: list[SignedLine] = []
    for one in reports:
        stated = figures_of_body(one.body)
        if one in simple:
            recounted, today = again[one.unit], now[one.unit]
        else:
            counted = counted_again(workspace, one.body, period, one.unit)
            recounted = {each.indicator.code: bare(each.figure, each.late) for each in counted}
            changed = changed_since(workspace, period, one.unit)
            today = {**stated, **{each.code: each.after for each in changed if each.after}}
        lines += _differences(workspace, one, stated, recounted, today)
    last = period.last
    below = [one.key for one in workspace.units.below(workspace.unit_on(last), last)]
    known = {one.unit for one in reports}
    return SignedFigures(
        tuple(one.unit for one in reports),
        tuple(key for key in below if key not in known),
        tuple(sorted(lines, key=lambda line: not line.wrong)),
        tuple(_sums(reports, simple, again)),
    )


def _reports(workspace: Workspace, period: Period) -> Iterator[_Signed]:
    """Yield the newest report of each unit, by code."""
    for text in sorted(workspace.store.exchanged.makers(period.code)):
        newest = workspace.store.exchanged.versions(text, period.code)[-1]
        key = parse_unit_key(text)
        wide = bool(workspace.units.below(key, period.last))
        yield _Signed(key, newest.version, body_of(newest), wide)


def _reformed(workspace: Workspace, unit: UnitKey) -> bool:
    succession = workspace.units.succession
    return bool(succession.into(unit) or succession.out_of(unit))


def _settings(body: Mapping[str, Json]) -> bytes:
    versions = cast("Mapping[str, Json]", body["versions"])
    return canonical.dump([body["switches"], versions["calendar"]])


def _together(
    workspace: Workspace, period: Period, reports: Sequence[_Signed], *, today: bool = False
) -> dict[UnitKey, Figures]:
    """Count the reports of many communes at once, those counted with the same together.

    ``today`` counts their records as they stand now, at the "as of" else; all other settings stay
    those of the report, or what a setting changed would be told as a change of records.
    """
    last = workspace.store.revisions.by_workspace() if today else {}
    by_settings: dict[bytes, list[_Signed]] = {}
    for one in reports:
        by_settings.setdefault(_settings(one.body), []).append(one)
    found: dict[UnitKey, Figures] = {}
    for some in by_settings.values():
        as_of = {
            name: last.get(name, seq)
            for one in some
            for name, seq in cast("Mapping[str, int]", one.body["as_of"]).items()
        }
        units = [one.unit for one in some]
        counted = count(
            workspace,
            period,
            as_of=as_of,
            census=units,
            entered={
                name: entered_of(one.body, period.code)
                for one in some
                for name in cast("Mapping[str, int]", one.body["as_of"])
            },
            counted_with=stated_in(some[0].body),
        )
        found |= _of_units(counted, units)
    return found


def _of_units(
    counted: Sequence[CountedIndicator], units: Iterable[UnitKey]
) -> dict[UnitKey, Figures]:
    return {unit: {one.indicator.code: _of_unit(one, unit) for one in counted} for unit in units}


def _of_unit(one: CountedIndicator, unit: UnitKey) -> FrozenFigure:
    """Return the figure of a unit as its own report would state it; a unit without rows has 0."""
    return bare(
        add([_nothing(one.figure), *filter(None, [one.by_unit.get(unit)])]),
        add([_nothing(one.late), *filter(None, [one.late_by_unit.get(unit)])])
        if one.late is not None
        else None,
    )


def _nothing(figure: Figure) -> Figure:
    """Return a zero of the same shape, with the lines that stand there over nothing as well."""
    return type(figure)(0, denominator=None if figure.denominator is None else 0)


def _differences(
    workspace: Workspace, one: _Signed, stated: Figures, recounted: Figures, now: Figures
) -> Iterator[SignedLine]:
    # What an older program did not count, or a newer one counts otherwise, is no difference.
    versions = cast("Mapping[str, Json]", one.body["versions"])
    older = versions["catalogue"] != workspace.catalogue.version
    for code in stated if older else {**stated, **recounted}:
        signed, again, today = stated.get(code), recounted.get(code), now.get(code)
        if not (same_numbers(signed, again) and same_numbers(signed, today)):
            yield SignedLine(one.unit, one.version, code, signed, again, today)


def _sums(
    reports: Sequence[_Signed], simple: Sequence[_Signed], again: Mapping[UnitKey, Figures]
) -> Iterator[SignedSum]:
    """Yield each indicator over the units that were counted together."""
    stated = {one.unit: figures_of_body(one.body) for one in reports if one in simple}
    codes = dict.fromkeys(code for figures in stated.values() for code in figures)
    for code in codes:
        signed = sum(figures[code].figure.value for figures in stated.values() if code in figures)
        counted = sum(figures[code].figure.value for figures in again.values() if code in figures)
        yield SignedSum(code, signed, counted)
