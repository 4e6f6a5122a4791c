"""Counting: the figures of a period, by the declarations beside the registers.

The commune counts its own records, an office those of every unit below; both from the shared parts
of the same revisions, so that equal revisions give equal figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Counted, Figure, add

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
) -> list[CountedIndicator]:
    """Count every indicator over a period.

    ``units`` None takes all. ``as_of`` limits each workspace to a ``seq`` (those it does not name
    give nothing): what happened to a record is judged as that revision saw it (counting A04).
    """
    revisions: dict[str, dict[UnitKey, list[Revision]]] = {}
    seen: dict[UnitKey, str] = {}
    for register in workspace.catalogue.registers:
        found_in = revisions[register.name] = {}
        for revision in workspace.store.revisions.last_of_each(register.name, as_of, private=False):
            unit = revision.header.unit
            if units is not None and unit not in units:
                continue
            seen[unit] = max(seen.get(unit, ""), revision.header.at)
            if _counts(revision):
                found_in.setdefault(unit, []).append(revision)
    rows = {
        name: {unit: _counted(workspace, unit, ones, seen[unit]) for unit, ones in by_unit.items()}
        for name, by_unit in revisions.items()
    }
    found: list[CountedIndicator] = []
    for register in workspace.catalogue.registers:
        for indicator in register.indicators:
            by_unit = rows[register.name]
            figures = {unit: indicator.count(one, period) for unit, one in by_unit.items()}
            total = add([indicator.count([], period), *figures.values()])
            found.append(CountedIndicator(register, indicator, total, figures))
    return found


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
