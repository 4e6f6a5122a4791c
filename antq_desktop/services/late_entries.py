"""What was entered late: rows of periods that were reported before they were entered (A06).

A row belongs to the report within whose spans it came into the figure. Spans are those of the
workspace in which it was entered: whatever a reform makes of the unit, the books go on, and each
entry is told once. Few rows are asked: those that were entered or changed since the first report
that matters.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Figure, add
from antq_desktop.domain.periods import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.domain.entering import Entered
    from antq_desktop.domain.indicators import Counted, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counted_rows import Rows, Sources, UnitRows

_NOTHING: frozenset[str] = frozenset()


class LateEntries:
    """Answers for a unit's rows which other reports tell, and what this one tells of others."""

    def __init__(self, sources: Sources, entered: Mapping[str, Entered]) -> None:
        self._sources = sources
        self._entered = entered
        codes = {code for of_maker in entered.values() for code in of_maker}
        self._earlier = [parse_period(code) for code in sorted(codes - {sources.period.code})]

    @cached_property
    def marks(self) -> Mapping[str, int]:
        """From where on a revision may have been entered outside the first span of its report.

        A workspace has none where its report tells all of its own period.
        """
        own, as_of = self._sources.period.code, self._sources.as_of or {}
        marks: dict[str, int] = {}
        for maker, entered in self._entered.items():
            bounds = [
                span.after.get(maker, 0)
                for code, spans in entered.items()
                if code != own
                for span in spans
            ]
            first = next(iter(entered.get(own, ())), None)
            until = first.until if first is not None else None
            if until is not None and until.get(maker, 0) != as_of.get(maker):
                bounds.append(until.get(maker, 0))
            if bounds:
                marks[maker] = min(bounds)
        return marks

    def told_elsewhere(
        self, unit: UnitKey, of_unit: UnitRows, register: Register, indicator: Indicator
    ) -> frozenset[str]:
        """Return the rows of the period that another report tells, or will tell."""
        own = self._sources.period
        if not indicator.has_late or not of_unit.history:
            return _NOTHING
        came_in = self._came_in(unit, of_unit, register, indicator, own)
        return frozenset(
            record
            for record, row in came_in.items()
            if (spans := self._entered.get(row.workspace, {}).get(own.code)) is not None
            and not any(span.holds(row.workspace, row.seq) for span in spans)
        )

    def figure(
        self, unit: UnitKey, of_unit: UnitRows, register: Register, indicator: Indicator
    ) -> Figure | None:
        """Return what the reports tell of a unit's earlier periods; None for nothing."""
        if not of_unit.history:
            return None
        figures = [self._late(unit, of_unit, register, indicator, one) for one in self._earlier]
        told = [one for one in figures if one is not None]
        return add(told) if told else None

    def _late(
        self,
        unit: UnitKey,
        of_unit: UnitRows,
        register: Register,
        indicator: Indicator,
        about: Period,
    ) -> Figure | None:
        came_in = self._came_in(unit, of_unit, register, indicator, about)
        late = {
            record
            for record, row in came_in.items()
            for span in self._entered.get(row.workspace, {}).get(about.code, ())
            if span.holds(row.workspace, row.seq)
        }
        if not late:
            return None
        now = _narrowed(of_unit.rows, register, indicator, late)
        books = self._sources.books(about, unit, now, register, indicator)
        late &= {row.record for row in indicator.entering(books)}
        if not late:
            return None  # voided since, or its day was corrected
        now = _narrowed(of_unit.rows, register, indicator, late)
        told = indicator.count(self._sources.books(about, unit, now, register, indicator))
        below = told.denominator if indicator.of_entered else None
        return Figure(told.value, told.records, below, told.parts)

    def _came_in(
        self,
        unit: UnitKey,
        of_unit: UnitRows,
        register: Register,
        indicator: Indicator,
        about: Period,
    ) -> dict[str, Counted]:
        """Return the first revision by which each row came into the figure of a period."""
        names = (register.name, *indicator.adds)
        if not any(of_unit.history.get(name) for name in names):
            return {}
        rows = {**of_unit.rows, **_of(of_unit.history, names)}
        first: dict[str, Counted] = {}
        for row in indicator.entering(self._sources.books(about, unit, rows, register, indicator)):
            known = first.get(row.record)
            if known is None or row.number < known.number:
                first[row.record] = row
        return first


def _of(history: Rows, names: Iterable[str]) -> Rows:
    return {name: history.get(name, ()) for name in names}


def _narrowed(rows: Rows, register: Register, indicator: Indicator, only: set[str]) -> Rows:
    """Return the rows with none but these in what is added up."""
    added = {register.name, *indicator.adds}
    return {
        name: [row for row in rows.get(name, ()) if row.record in only]
        if name in added
        else rows.get(name, ())
        for name in (register.name, *indicator.reads)
    }
