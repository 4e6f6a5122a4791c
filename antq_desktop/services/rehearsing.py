"""Rehearsing an import: the verdict, and the figures before and after, without a trace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import make_period, parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.receiving import verify_bundle
from antq_desktop.services.verdicts import HELD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shift:
    """An indicator of the office that the import would change."""

    indicator: Indicator
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an import would say and change; ``shifts`` are figures of ``period``."""

    verdict: Verdict
    period: Period | None = None
    shifts: tuple[Shift, ...] = ()


def rehearse(workspace: Workspace, path: Path) -> Rehearsal:
    """Import a bundle and take it back; figures are those of the last period it reports.

    A bundle that reports none is shown by the calendar year of its signing; of one that would be
    held, the figures are those if a person took it.
    """
    seen: list[tuple[Period, list[CountedIndicator]]] = []

    def look(manifest: Manifest) -> None:
        period = _period(manifest)
        seen.append((period, count(workspace, period)))

    verdict = verify_bundle(workspace, path, look)
    if not seen or not (verdict.good or verdict.verdict in HELD):
        return Rehearsal(verdict)
    period, after = seen[0]
    return Rehearsal(verdict, period, shifts_between(count(workspace, period), after))


def shifts_between(
    before: Sequence[CountedIndicator], after: Sequence[CountedIndicator]
) -> tuple[Shift, ...]:
    """Return the figures that differ between two counts of one period."""
    return tuple(
        Shift(one.indicator, one.figure.value, then.figure.value)
        for one, then in zip(before, after, strict=True)
        if one.figure.value != then.figure.value
    )


def _period(manifest: Manifest) -> Period:
    reported = [parse_period(code) for code in manifest.periods]
    year = make_period("DL", manifest.created_at.year)
    return max(reported, key=lambda period: period.last, default=year)
