"""Counting: the figures of a period, by the declarations beside the registers.

The commune counts its own records, an office those of every unit below; both from the shared parts
of the same revisions, so that equal revisions give equal figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Books, Counted, Figure, add
from antq_desktop.services.reference_data import load_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CountedIndicator:
    """An indicator with its figure over the units asked for, and unit by unit."""

    register: Register
    indicator: Indicator
    figure: Figure
    by_unit: Mapping[UnitKey, Figure]


def count(
    workspace: Workspace,
    period: Period,
    *,
    units: frozenset[UnitKey] | None = None,
    as_of: Mapping[str, int] | None = None,
    census: Iterable[UnitKey] | None = None,
) -> list[CountedIndicator]:
    """Count every indicator that is given for a period, in the order of their codes.

    ``units`` None takes all. ``as_of`` limits each workspace to a ``seq`` (those it does not name
    give nothing): what happened to a record is judged as that revision saw it (counting A04).
    ``census`` are the units that an indicator of every unit counts though they have no row; None
    takes this unit and those below it on the last day of the period.
    """
    registers = workspace.catalogue.registers
    books = _Books(workspace, period, units)
    for register in registers:
        books.read(register, as_of)
    books.close()
    own = workspace.place.unit
    every = census if census is not None else census_of(workspace, own, period)
    whole = [unit for unit in every if units is None or unit in units]
    found: list[CountedIndicator] = []
    for register in registers:
        for indicator in register.indicators:
            if indicator.given_for(period):
                figures = books.figures(register, indicator, whole)
                empty = indicator.count(Books(period=period, calendar=load_calendar))
                total = add([empty, *figures.values()])
                found.append(CountedIndicator(register, indicator, total, figures))
    return sorted(found, key=lambda one: one.indicator.order)


def census_of(workspace: Workspace, unit: UnitKey, period: Period) -> list[UnitKey]:
    """Return a unit and those below it, as far as they exist on the last day of a period."""
    last = period.last
    whole = (workspace.units.get(unit), *workspace.units.below(unit, last))
    return [one.key for one in whole if one.valid_at(last)]


class _Books:
    """The rows of all registers by unit: read all, close, then count."""

    def __init__(
        self, workspace: Workspace, period: Period, units: frozenset[UnitKey] | None
    ) -> None:
        self._workspace = workspace
        self._period = period
        self._units = units
        self._revisions: dict[UnitKey, dict[str, list[Revision]]] = {}
        self._seen: dict[UnitKey, str] = {}
        self._rows: dict[UnitKey, dict[str, list[Counted]]] = {}

    def read(self, register: Register, as_of: Mapping[str, int] | None) -> None:
        """Read the last revisions of a register."""
        stored = self._workspace.store.revisions
        for revision in stored.last_of_each(register.name, as_of, private=False):
            unit = revision.header.unit
            if self._units is not None and unit not in self._units:
                continue
            self._seen[unit] = max(self._seen.get(unit, ""), revision.header.at)
            if _counts(revision):
                by_register = self._revisions.setdefault(unit, {})
                by_register.setdefault(register.name, []).append(revision)

    def close(self) -> None:
        """Make the rows: only now is it known until when each unit was seen (counting A04)."""
        self._rows = {
            unit: {
                name: _counted(self._workspace, unit, revisions, self._seen[unit])
                for name, revisions in by_register.items()
            }
            for unit, by_register in self._revisions.items()
        }

    def figures(
        self, register: Register, indicator: Indicator, every: Iterable[UnitKey]
    ) -> dict[UnitKey, Figure]:
        """Return the figure of each unit that has a row the indicator looks at."""
        looked_at = (register.name, *indicator.reads)
        units = {unit for unit, rows in self._rows.items() if any(map(rows.get, looked_at))}
        if indicator.every_unit:
            units.update(every)
        return {
            unit: indicator.count(self._of(unit, register.name, indicator.reads))
            for unit in sorted(units, key=lambda key: key.text)
        }

    def _of(self, unit: UnitKey, name: str, others: Iterable[str]) -> Books:
        rows = self._rows.get(unit, {})
        return Books(
            period=self._period,
            rows=rows.get(name, ()),
            unit=self._workspace.units.get(unit),
            others={other: rows.get(other, ()) for other in others},
            calendar=load_calendar,
        )


def _counts(revision: Revision) -> bool:
    """Say whether a row counts: not voided, no duplicate (counting A03, A10); no draft is here."""
    return not revision.header.voided and "duplicate_of" not in revision.shared


def _counted(
    workspace: Workspace, unit: UnitKey, revisions: Iterable[Revision], seen_at: str
) -> list[Counted]:
    remote = workspace.units.get(unit).remote
    return [
        Counted(
            one.header.record,
            unit,
            one.book,
            one.header.number,
            one.digest,
            one.shared,
            remote=remote,
            seen_at=seen_at,
        )
        for one in revisions
    ]


def lines_of(counted: Iterable[CountedIndicator]) -> list[Json]:
    """Return figures as a report carries them: numbers, and a digest of the records behind each."""
    return [
        {
            "code": one.indicator.code,
            "value": one.figure.value,
            "denominator": one.figure.denominator,
            "parts": dict(one.figure.parts),
            "records": _digest(one.figure.records),
        }
        for one in counted
    ]


def _digest(records: Iterable[Counted]) -> str:
    lines = sorted(f"{one.record} {one.number} {one.digest}" for one in records)
    return sha256_hex("\n".join(lines).encode())
