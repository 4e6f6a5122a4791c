"""Counting: the figures of a period, by the declarations beside the registers.

The commune counts its own records, an office those of every unit below; both from the shared parts
of the same revisions, so that equal revisions give equal figures. Rows are read unit by unit and
let go: numbers stay, and the names of the records behind them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Figure, Named, add
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.counted_rows import Sources
from antq_desktop.services.frozen import told_now
from antq_desktop.services.late_entries import LateEntries
from antq_desktop.services.switching import switches_of
from antq_desktop.services.working_calendar import calendar_kept, calendar_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.entering import AsOf, Entered
    from antq_desktop.domain.indicators import Behind, Counted, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counted_rows import Rows, UnitRows
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CountedIndicator:
    """An indicator with its figure over the units asked for, and unit by unit.

    ``late`` is what was entered late of periods reported before (counting A06), beside the figure
    and not inside it; None where the indicator or the period has no such line.

    ``by_unit`` has each unit with its own rows, a predecessor under its own key (counting A07).
    ``through`` has the units that took others over as a whole, verified, each with the figure over
    its rows and theirs; in the sum that stands in the place of theirs.
    """

    register: Register
    indicator: Indicator
    figure: Figure
    by_unit: Mapping[UnitKey, Figure]
    late: Figure | None
    late_by_unit: Mapping[UnitKey, Figure]
    through: Mapping[UnitKey, Figure] = field(default_factory=dict)


#: Sees the rows of a unit with its figures by code, before they are let go.
Watch = Callable[["UnitKey", "Rows", "Mapping[str, Figure]"], None]


class CountedWith(NamedTuple):
    """The settings that figures hang on, and the version of their calendar, None: in force."""

    switches: Mapping[str, str]
    calendar: str | None


def count(
    workspace: Workspace,
    period: Period,
    *,
    units: frozenset[UnitKey] | None = None,
    as_of: AsOf | None = None,
    census: Iterable[UnitKey] | None = None,
    entered: Mapping[str, Entered] | None = None,
    counted_with: CountedWith | None = None,
    watch: Watch | None = None,
) -> list[CountedIndicator]:
    """Count every indicator that is given for a period, in the order of their codes.

    ``units`` None takes all; with a unit go those that it took over until the last day. ``as_of``
    limits each workspace to a ``seq`` (those it does not name give nothing): what happened to a
    record is judged as that revision saw it (counting A04). ``census`` are the units that an
    indicator of every unit counts though they have no row; None takes this unit and those
    below it on the last day of the period. ``entered`` says of each workspace which of the
    entries made in it the report of the period tells; None asks the reports that are here, of a
    workspace that is not named all are told. ``counted_with`` is what a
    report states; None takes the settings in force, and the working days too, but for a period with
    a report of this workspace, which keeps its own. ``watch`` is called for each unit that has rows
    or figures.
    """
    kept = None if counted_with else calendar_kept(workspace, period)
    stated = counted_with or CountedWith(switches_of(workspace), kept)
    calendar = partial(calendar_named, workspace, stated.calendar)
    sources = Sources(workspace, period, as_of, stated.switches, calendar)
    late = LateEntries(sources, entered if entered is not None else told_now(workspace, period))
    units = with_taken_over(workspace, units, period.last)
    every = census if census is not None else _census(workspace, period)
    whole = frozenset(unit for unit in every if units is None or unit in units)
    # A report is counted again for each bundle: to read all other units each time is quadratic.
    stored = workspace.store
    named = stored.queries.units() if as_of is None else stored.revisions.owners(as_of)
    owners = set(map(parse_unit_key, named))
    asked = {unit for unit in owners | whole if units is None or unit in units}
    counting = _Counting(sources, late, whole)
    with _collecting_nothing():
        for heir, group in _by_heir(sources, asked, units):
            counting.take(heir, group, watch)
    return [one.closed(sources) for one in counting.found]


def _by_heir(
    sources: Sources, asked: Iterable[UnitKey], units: frozenset[UnitKey] | None
) -> list[tuple[UnitKey, list[UnitKey]]]:
    """Return who answers at the end, each with the units it answers for; all by their keys.

    Who took a unit over answers for it if he was asked for, otherwise the unit itself.
    """
    succession, last = sources.workspace.units.succession, sources.period.last
    groups: dict[UnitKey, list[UnitKey]] = {}
    for unit in sorted(asked, key=lambda key: key.text):
        heir = succession.heir(unit, last)
        groups.setdefault(heir if units is None or heir in units else unit, []).append(unit)
    return sorted(groups.items(), key=lambda one: one[0].text)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Leave the garbage collector out while rows are read and let go.

    They are in no circle: to look for some among hundreds of thousands takes as long as reading.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def with_taken_over(
    workspace: Workspace, units: frozenset[UnitKey] | None, day: date
) -> frozenset[UnitKey] | None:
    """Return units with those that they took over until a day; None, which is all, stays None."""
    if units is None:
        return None
    succession = workspace.units.succession
    return units.union(*(succession.taken_over(unit, day) for unit in units))


def _census(workspace: Workspace, period: Period) -> list[UnitKey]:
    last = period.last
    own = workspace.units.get(workspace.unit_on(last))
    below = workspace.units.below(own.key, last)
    return [unit.key for unit in (own, *below) if unit.valid_at(last)]


class _LeftOut(NamedTuple):
    """The records that other reports tell: of the number, and of what stands below it."""

    above: frozenset[str]
    below: frozenset[str]


@dataclass(slots=True)
class _Found:
    """What was counted of one indicator so far."""

    register: Register
    indicator: Indicator
    figures: dict[UnitKey, Figure] = field(default_factory=dict)
    through: dict[UnitKey, Figure] = field(default_factory=dict)
    late: dict[UnitKey, Figure] = field(default_factory=dict)
    alone: list[UnitKey] = field(default_factory=list)
    """The units whose own figures are in the sum: nobody took them over."""

    def looks_at(self, rows: Rows) -> bool:
        """Say whether there are rows that the indicator looks at."""
        return any(rows.get(name) for name in (self.register.name, *self.indicator.reads))

    def closed(self, sources: Sources) -> CountedIndicator:
        """Add all up."""
        register, indicator = self.register, self.indicator
        empty = indicator.count(sources.books(sources.period, None, {}, register, indicator))
        alone = [self.figures[unit] for unit in self.alone]
        total = add([empty, *alone, *self.through.values()])
        by_unit, through = _by_key(self.figures), _by_key(self.through)
        if not indicator.has_late or sources.period.series is None:
            return CountedIndicator(register, indicator, total, by_unit, None, {}, through)
        late = _by_key(self.late)
        nothing = Figure(0, denominator=0 if indicator.of_entered else None)
        return CountedIndicator(
            register, indicator, total, by_unit, add([nothing, *late.values()]), late, through
        )


def _by_key(figures: Mapping[UnitKey, Figure]) -> dict[UnitKey, Figure]:
    return {unit: figures[unit] for unit in sorted(figures, key=lambda key: key.text)}


class _Counting:
    """Counts all indicators over one unit after another, and keeps numbers and names alone."""

    def __init__(self, sources: Sources, late: LateEntries, whole: frozenset[UnitKey]) -> None:
        self._sources = sources
        self._late = late
        self._whole = whole
        catalogue = sources.workspace.catalogue
        self.found = sorted(
            (
                _Found(register, indicator)
                for register in catalogue.registers
                for indicator in register.indicators
                if indicator.given_for(sources.period)
            ),
            key=lambda one: one.indicator.order,
        )

    def take(self, heir: UnitKey, group: Sequence[UnitKey], watch: Watch | None) -> None:
        """Count the units for which one answers, each by itself and all as one."""
        read = {unit: self._sources.read(unit, self._late.marks) for unit in group}
        names: dict[str, Named] = {}
        figures: dict[UnitKey, dict[str, Figure]] = {unit: {} for unit in group}
        for one in self.found:
            for unit, figure in self._count_each(one, heir, read, names).items():
                figures[unit][one.indicator.code] = figure
        for unit in group if watch is not None else ():
            if watch is not None and (read[unit].rows or figures[unit]):
                watch(unit, read[unit].rows, figures[unit])

    def _count_each(
        self, one: _Found, heir: UnitKey, read: Mapping[UnitKey, UnitRows], names: dict[str, Named]
    ) -> dict[UnitKey, Figure]:
        counted: dict[UnitKey, Figure] = {}
        left_out: dict[UnitKey, _LeftOut] = {}
        for unit, of_unit in read.items():
            there = one.indicator.every_unit and unit in self._whole
            if there or one.looks_at(of_unit.rows):
                left_out[unit] = self._left_out(unit, of_unit, one)
                figure = self._count(unit, of_unit.rows, one, left_out[unit])
                counted[unit] = one.figures[unit] = _named(figure, names)
            told = self._late_of(unit, of_unit, one)
            if told is not None:
                one.late[unit] = _named(told, names)
        members = list(counted)
        if members and members != [heir]:
            rows: dict[str, list[Counted]] = {}
            for unit in members:
                for name, some in read[unit].rows.items():
                    rows.setdefault(name, []).extend(some)
            apart = _LeftOut(
                frozenset().union(*(some.above for some in left_out.values())),
                frozenset().union(*(some.below for some in left_out.values())),
            )
            one.through[heir] = _named(self._count(heir, rows, one, apart), names)
        else:
            one.alone += members
        return counted

    def _late_of(self, unit: UnitKey, of_unit: UnitRows, one: _Found) -> Figure | None:
        if not one.indicator.has_late or self._sources.period.series is None:
            return None
        return self._late.figure(unit, of_unit, one.register, one.indicator)

    def _left_out(self, unit: UnitKey, of_unit: UnitRows, one: _Found) -> _LeftOut:
        below = one.indicator.below_enters
        above = self._late.told_elsewhere(unit, of_unit, one.register, one.indicator)
        if below is None:
            return _LeftOut(above, frozenset())
        of_below = replace(one.indicator, enters=below)
        return _LeftOut(above, self._late.told_elsewhere(unit, of_unit, one.register, of_below))

    def _count(self, unit: UnitKey, rows: Rows, one: _Found, left_out: _LeftOut) -> Figure:
        register, indicator = one.register, one.indicator

        def without(records: frozenset[str]) -> Figure:
            own = {
                name: [row for row in of_register if row.record not in records]
                if records and (name == register.name or name in indicator.adds)
                else of_register
                for name, of_register in rows.items()
            }
            sources = self._sources
            return indicator.count(sources.books(sources.period, unit, own, register, indicator))

        rest = without(left_out.above)
        if indicator.of_entered or left_out.above == left_out.below:
            return rest
        # A denominator of its own rows follows them; any other has entries of its own.
        return Figure(rest.value, rest.records, without(left_out.below).denominator, rest.parts)


def _named(figure: Figure, names: dict[str, Named]) -> Figure:
    """Return a figure that no longer holds what its records say; each is named once."""
    records = tuple(
        names.get(one.record)
        or names.setdefault(one.record, Named(one.record, one.number, one.digest))
        for one in figure.records
    )
    return replace(figure, records=records)


def lines_of(counted: Iterable[CountedIndicator]) -> list[Json]:
    """Return figures as a report carries them: numbers, and a digest of the records behind each."""
    return [
        {
            "code": one.indicator.code,
            **_line(one.figure),
            "late": _line(one.late) if one.late is not None else None,
        }
        for one in counted
    ]


def _line(figure: Figure) -> dict[str, Json]:
    return {
        "value": figure.value,
        "denominator": figure.denominator,
        "parts": cast("Json", dict(figure.parts)),
        "records": _digest(figure.records),
    }


def _digest(records: Iterable[Behind]) -> str:
    lines = sorted(f"{one.record} {one.number} {one.digest}" for one in records)
    return sha256_hex("\n".join(lines).encode())
