"""What was entered late: rows of periods that were reported before they were entered (A06).

A row belongs to the report within whose spans it came into the figure. Few rows are asked: those
that were entered or changed since the first report that matters.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from antq_desktop.domain.entering import lowest
from antq_desktop.domain.indicators import Counted, Figure, add
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counted_rows import counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.domain.entering import AsOf, Entered, Span
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counted_rows import Sources

    Rows = Mapping[str, Sequence[Counted]]

_NOTHING: frozenset[str] = frozenset()


@dataclass
class _OfUnit:
    """The spans of one unit's report, and the rows that they may touch by register."""

    entered: Entered
    history: dict[str, list[Counted]] = field(default_factory=dict)
    """Every revision that ever counted, as a row of its own: when did it come in?"""


class LateEntries:
    """Answers for each unit which rows other reports tell, and what this one tells of others."""

    def __init__(
        self,
        sources: Sources,
        entered: Mapping[UnitKey, Entered],
        units: frozenset[UnitKey] | None,
        rows: Mapping[UnitKey, Rows],
    ) -> None:
        self._sources = sources
        self._rows = rows
        self._units = {
            unit: _OfUnit(spans)
            for unit, spans in entered.items()
            if units is None or unit in units
        }

    @cached_property
    def _marks(self) -> dict[str, int]:
        """From where on a revision may have been entered outside the first span of its report."""
        marks: dict[str, int] = {}
        for one in self._units.values():
            for workspace, seq in self._since(one.entered).items():
                marks[workspace] = min(seq, marks.get(workspace, seq))
        return marks

    def _since(self, entered: Entered) -> dict[str, int]:
        """Return the lowest marks of a unit; none where its report tells all of its own period."""
        own, as_of = self._sources.period.code, self._sources.as_of
        bounds: list[AsOf] = []
        known: dict[str, int] = {}
        for code, spans in entered.items():
            if code != own:
                bounds += [span.after for span in spans]
            elif spans and spans[0].until is not None and spans[0].until != as_of:
                bounds.append(spans[0].until)
            for span in spans:
                known.update(dict.fromkeys((*span.after, *(span.until or ())), 0))
        return lowest(bounds, known)

    @cached_property
    def _read(self) -> Mapping[UnitKey, _OfUnit]:
        stored = self._sources.workspace.store.revisions
        entered = stored.entered_since(self._marks, self._sources.as_of) if self._marks else ()
        for revision in entered:
            of_unit = self._units.get(revision.header.unit)
            if of_unit is not None and counts(revision):
                row = self._sources.row(revision, revision.header.at)
                of_unit.history.setdefault(revision.header.register, []).append(row)
        return self._units

    def told_elsewhere(
        self, unit: UnitKey, register: Register, indicator: Indicator
    ) -> frozenset[str]:
        """Return the rows of the period that another report tells, or will tell."""
        own = self._sources.period
        if unit not in self._units or not indicator.has_late:
            return _NOTHING
        spans = self._units[unit].entered.get(own.code)
        if spans is None:
            return _NOTHING
        came_in = self._came_in(unit, register, indicator, own)
        return frozenset(record for record, row in came_in.items() if not _within(row, spans))

    def figures(self, register: Register, indicator: Indicator) -> dict[UnitKey, Figure]:
        """Return what each unit's report tells of earlier periods, where it tells anything."""
        found: dict[UnitKey, Figure] = {}
        for unit in sorted(self._units, key=lambda key: key.text):
            figures = [
                self._late(unit, register, indicator, parse_period(code), spans)
                for code, spans in self._units[unit].entered.items()
                if code != self._sources.period.code
            ]
            told = [one for one in figures if one is not None]
            if told:
                found[unit] = add(told)
        return found

    def _late(
        self,
        unit: UnitKey,
        register: Register,
        indicator: Indicator,
        about: Period,
        spans: Sequence[Span],
    ) -> Figure | None:
        came_in = self._came_in(unit, register, indicator, about)
        late = {record for record, row in came_in.items() if _within(row, spans)}
        if not late:
            return None
        rows = self._rows.get(unit, {})
        now = self._narrowed(rows, register, indicator, late)
        books = self._sources.books(about, unit, now, register, indicator)
        late &= {row.record for row in indicator.entering(books)}
        if not late:
            return None  # voided since, or its day was corrected
        now = self._narrowed(rows, register, indicator, late)
        told = indicator.count(self._sources.books(about, unit, now, register, indicator))
        below = told.denominator if indicator.of_entered else None
        return Figure(told.value, told.records, below, told.parts)

    def _narrowed(
        self, rows: Rows, register: Register, indicator: Indicator, only: set[str]
    ) -> Rows:
        """Return the rows with none but these in what is added up."""
        added = {register.name, *indicator.adds}
        return {
            name: [row for row in rows.get(name, ()) if row.record in only]
            if name in added
            else rows.get(name, ())
            for name in (register.name, *indicator.reads)
        }

    def _came_in(
        self, unit: UnitKey, register: Register, indicator: Indicator, about: Period
    ) -> dict[str, Counted]:
        """Return the first revision by which each row came into the figure of a period."""
        history = self._read[unit].history
        if not any(history.get(name) for name in (register.name, *indicator.adds)):
            return {}
        rows = {**self._rows.get(unit, {}), **_of(history, (register.name, *indicator.adds))}
        first: dict[str, Counted] = {}
        for row in indicator.entering(self._sources.books(about, unit, rows, register, indicator)):
            known = first.get(row.record)
            if known is None or row.number < known.number:
                first[row.record] = row
        return first


def _of(history: Rows, names: Iterable[str]) -> Rows:
    return {name: history.get(name, ()) for name in names}


def _within(row: Counted, spans: Sequence[Span]) -> bool:
    return any(span.holds(row.workspace, row.seq) for span in spans)
