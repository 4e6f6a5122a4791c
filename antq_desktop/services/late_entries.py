"""What was entered late: rows of periods that were reported before they were entered (A06).

A row belongs to the report within whose spans it came into the figure. Spans are those of the
workspace in which it was entered: whatever a reform makes of the unit, the books go on, and each
entry is told once. Few rows are asked: those that were entered or changed since the first report
that matters.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Counted, Figure, add
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counted_rows import counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.domain.entering import Entered
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counted_rows import Sources

    Rows = Mapping[str, Sequence[Counted]]

_NOTHING: frozenset[str] = frozenset()


class LateEntries:
    """Answers for each unit which rows other reports tell, and what this one tells of others."""

    def __init__(
        self,
        sources: Sources,
        entered: Mapping[str, Entered],
        units: frozenset[UnitKey] | None,
        rows: Mapping[UnitKey, Rows],
    ) -> None:
        self._sources = sources
        self._rows = rows
        self._units = units
        self._entered = entered

    @cached_property
    def _marks(self) -> dict[str, int]:
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

    @cached_property
    def _history(self) -> dict[UnitKey, dict[str, list[Counted]]]:
        """Every revision that ever counted, as a row of its own, to ask when a record came in.

        Of each unit by register, and only of records that the spans may touch.
        """
        found: dict[UnitKey, dict[str, list[Counted]]] = {}
        if not self._marks:
            return found
        stored = self._sources.workspace.store.revisions
        for revision in stored.entered_since(self._marks, self._sources.as_of):
            unit = revision.header.unit
            if counts(revision) and (self._units is None or unit in self._units):
                row = self._sources.row(revision, revision.header.at)
                of_unit = found.setdefault(unit, {})
                of_unit.setdefault(revision.header.register, []).append(row)
        return found

    def told_elsewhere(
        self, unit: UnitKey, register: Register, indicator: Indicator
    ) -> frozenset[str]:
        """Return the rows of the period that another report tells, or will tell."""
        own = self._sources.period
        if not indicator.has_late or unit not in self._history:
            return _NOTHING
        came_in = self._came_in(unit, register, indicator, own)
        return frozenset(
            record
            for record, row in came_in.items()
            if (spans := self._entered.get(row.workspace, {}).get(own.code)) is not None
            and not any(span.holds(row.workspace, row.seq) for span in spans)
        )

    def figures(self, register: Register, indicator: Indicator) -> dict[UnitKey, Figure]:
        """Return what the reports tell of earlier periods, for each unit with such rows."""
        codes = {code for entered in self._entered.values() for code in entered}
        earlier = sorted(codes - {self._sources.period.code})
        found: dict[UnitKey, Figure] = {}
        for unit in sorted(self._history, key=lambda key: key.text) if earlier else ():
            figures = [
                self._late(unit, register, indicator, parse_period(code)) for code in earlier
            ]
            told = [one for one in figures if one is not None]
            if told:
                found[unit] = add(told)
        return found

    def _late(
        self, unit: UnitKey, register: Register, indicator: Indicator, about: Period
    ) -> Figure | None:
        came_in = self._came_in(unit, register, indicator, about)
        late = {
            record
            for record, row in came_in.items()
            for span in self._entered.get(row.workspace, {}).get(about.code, ())
            if span.holds(row.workspace, row.seq)
        }
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
        history = self._history[unit]
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
