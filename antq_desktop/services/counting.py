"""Counting: the figures of a period, by the declarations beside the registers.

The commune counts its own records, an office those of every unit below; both from the shared parts
of the same revisions, so that equal revisions give equal figures.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, cast

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Counted, Figure, add
from antq_desktop.services.counted_rows import Sources, counts
from antq_desktop.services.frozen import told_now
from antq_desktop.services.late_entries import LateEntries
from antq_desktop.services.switching import switches_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.entering import AsOf, Entered
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counted_rows import Rows
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


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a period in the order of their codes, and the rows they were counted from.

    ``rows`` are those that count, by unit and by register.
    """

    indicators: Sequence[CountedIndicator]
    rows: Mapping[UnitKey, Rows]


def count(
    workspace: Workspace,
    period: Period,
    *,
    units: frozenset[UnitKey] | None = None,
    as_of: AsOf | None = None,
    census: Iterable[UnitKey] | None = None,
    entered: Mapping[str, Entered] | None = None,
    switches: Mapping[str, str] | None = None,
) -> list[CountedIndicator]:
    """Count every indicator that is given for a period, in the order of their codes.

    ``units`` None takes all; with a unit go those that it took over until the last day. ``as_of``
    limits each workspace to a ``seq`` (those it does not name give nothing): what happened to a
    record is judged as that revision saw it (counting A04). ``census`` are the units that an
    indicator of every unit counts though they have no row; None takes this unit and
    those below it on the last day of the period. ``entered`` says of each workspace which of the
    entries made in it the report of the period tells; None asks the reports that are here, of a
    workspace that is not named all are told. ``switches`` None takes the settings in force.
    """
    found = tally(
        workspace,
        period,
        units=units,
        as_of=as_of,
        census=census,
        entered=entered,
        switches=switches,
    )
    return list(found.indicators)


def tally(
    workspace: Workspace,
    period: Period,
    *,
    units: frozenset[UnitKey] | None = None,
    as_of: AsOf | None = None,
    census: Iterable[UnitKey] | None = None,
    entered: Mapping[str, Entered] | None = None,
    switches: Mapping[str, str] | None = None,
) -> Tally:
    """Count as `count`, and return the rows as well."""
    shared_out = entered if entered is not None else told_now(workspace, period)
    sources = Sources(
        workspace, period, as_of, switches if switches is not None else switches_of(workspace)
    )
    units = with_taken_over(workspace, units, period.last)
    books = _Books(sources, units)
    with _collecting_nothing():
        for register in workspace.catalogue.registers:
            books.read(register)
        books.close()
    every = census if census is not None else _census(workspace, period)
    whole = [unit for unit in every if units is None or unit in units]
    late = LateEntries(sources, shared_out, units, books.rows)
    found = [
        _counted_one(sources, books, late, register, indicator, whole)
        for register in workspace.catalogue.registers
        for indicator in register.indicators
        if indicator.given_for(period)
    ]
    return Tally(sorted(found, key=lambda one: one.indicator.order), books.rows)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Leave the garbage collector out while rows are read.

    All of them are kept and none is garbage: looking for some among the hundreds of thousands of a
    province takes as long as reading them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _counted_one(
    sources: Sources,
    books: _Books,
    late: LateEntries,
    register: Register,
    indicator: Indicator,
    whole: Iterable[UnitKey],
) -> CountedIndicator:
    empty = indicator.count(sources.books(sources.period, None, {}, register, indicator))
    figures = books.figures(register, indicator, whole, late)
    through = books.through(register, indicator, figures, late)
    alone = [one for unit, one in figures.items() if books.answers(unit) not in through]
    total = add([empty, *alone, *through.values()])
    if not indicator.has_late or sources.period.series is None:
        return CountedIndicator(register, indicator, total, figures, None, {}, through)
    added = late.figures(register, indicator)
    nothing = Figure(0, denominator=0 if indicator.of_entered else None)
    return CountedIndicator(
        register, indicator, total, figures, add([nothing, *added.values()]), added, through
    )


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


def _left_out(
    late: LateEntries, units: Iterable[UnitKey], register: Register, indicator: Indicator
) -> _LeftOut:
    below = indicator.below_enters
    of_below = replace(indicator, enters=below) if below is not None else None
    above: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    for unit in units:
        above |= late.told_elsewhere(unit, register, indicator)
        if of_below is not None:
            under |= late.told_elsewhere(unit, register, of_below)
    return _LeftOut(above, under)


class _Books:
    """The rows of all registers by unit: read all, close, then count."""

    def __init__(self, sources: Sources, units: frozenset[UnitKey] | None) -> None:
        self._sources = sources
        self._units = units
        self._revisions: dict[UnitKey, dict[str, list[Revision]]] = {}
        self._seen: dict[UnitKey, str] = {}
        self.rows: dict[UnitKey, dict[str, list[Counted]]] = {}

    def read(self, register: Register) -> None:
        """Read the last revisions of a register."""
        stored = self._sources.workspace.store.revisions
        for revision in stored.last_of_each(register.name, self._sources.as_of, private=False):
            unit = revision.header.unit
            if self._units is not None and unit not in self._units:
                continue
            self._seen[unit] = max(self._seen.get(unit, ""), revision.header.at)
            if counts(revision):
                by_register = self._revisions.setdefault(unit, {})
                by_register.setdefault(register.name, []).append(revision)

    def close(self) -> None:
        """Make the rows: only now is it known until when each unit was seen (counting A04)."""
        self.rows = {
            unit: {
                name: [self._sources.row(one, self._seen[unit]) for one in revisions]
                for name, revisions in by_register.items()
            }
            for unit, by_register in self._revisions.items()
        }

    def figures(
        self,
        register: Register,
        indicator: Indicator,
        every: Iterable[UnitKey],
        late: LateEntries,
    ) -> dict[UnitKey, Figure]:
        """Return the figure of each unit that has a row the indicator looks at."""
        looked_at = (register.name, *indicator.reads)
        units = {unit for unit, rows in self.rows.items() if any(map(rows.get, looked_at))}
        if indicator.every_unit:
            units.update(every)
        return {
            unit: self._count(
                unit,
                self.rows.get(unit, {}),
                register,
                indicator,
                _left_out(late, [unit], register, indicator),
            )
            for unit in sorted(units, key=lambda key: key.text)
        }

    def answers(self, unit: UnitKey) -> UnitKey:
        """Return under whom a unit is reported at the end: who took it over, if asked for."""
        sources = self._sources
        heir = sources.workspace.units.succession.heir(unit, sources.period.last)
        return heir if self._units is None or heir in self._units else unit

    def through(
        self,
        register: Register,
        indicator: Indicator,
        units: Iterable[UnitKey],
        late: LateEntries,
    ) -> dict[UnitKey, Figure]:
        """Return the figures of units that took others over: one unit with the rows of all."""
        groups: dict[UnitKey, list[UnitKey]] = {}
        for unit in units:
            groups.setdefault(self.answers(unit), []).append(unit)
        found: dict[UnitKey, Figure] = {}
        for heir, group in groups.items():
            if group != [heir]:
                rows: dict[str, list[Counted]] = {}
                for owner in group:
                    for name, some in self.rows.get(owner, {}).items():
                        rows.setdefault(name, []).extend(some)
                left_out = _left_out(late, group, register, indicator)
                found[heir] = self._count(heir, rows, register, indicator, left_out)
        return found

    def _count(
        self,
        unit: UnitKey,
        rows: Rows,
        register: Register,
        indicator: Indicator,
        left_out: _LeftOut,
    ) -> Figure:
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


def _digest(records: Iterable[Counted]) -> str:
    lines = sorted(f"{one.record} {one.number} {one.digest}" for one in records)
    return sha256_hex("\n".join(lines).encode())
