"""What came in of each unit and period: reports that count, bundles that are held or refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.indicators import CountKind
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.keeping import outcome_of
from antq_desktop.services.verdicts import HELD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming, ReportedPeriod
    from antq_desktop.store.passed_on import Inside

    Place = tuple[UnitKey, str]


@dataclass(frozen=True, slots=True)
class Came:
    """The last word on a unit's report of a period.

    ``bundle`` is the digest of the bundle in the inbox, ``first`` when the first one of the period
    came (ISO 8601), ``nil`` whether the unit has signed that nothing happened.
    """

    bundle: str
    verdict: str
    first: str
    nil: bool = False


class Facts:
    """What came in, by unit and period."""

    def __init__(self, came: Mapping[Place, Came]) -> None:
        self._came = came

    def of(self, unit: UnitKey, period: str) -> Came | None:
        """Return what came of a unit and period, None if nothing did."""
        return self._came.get((unit, period))

    def units(self, periods: Iterable[str]) -> set[UnitKey]:
        """Return the units of which something came for one of the periods."""
        wanted = set(periods)
        return {unit for unit, period in self._came if period in wanted}

    @property
    def periods(self) -> set[str]:
        """Return the codes of the periods of which something came."""
        return {period for _, period in self._came}


def facts_of(workspace: Workspace) -> Facts:
    """Read what came in.

    What waits for somebody stands before what was taken, and that before what was refused.
    """
    exchanged = workspace.store.exchanged
    standing, first = exchanged.standing(), exchanged.first_comings()
    found: dict[Place, Came] = {}
    for row in standing:
        if row.verdict in {"refused", "withdrawn"}:
            _note(found, row, first[row.digest])
    found |= _reported(workspace, first)
    for row in standing:
        if row.verdict in HELD:
            _note(found, row, first[row.digest])
    return Facts(found)


def _note(found: dict[Place, Came], row: Incoming, first: str) -> None:
    if row.unit:
        key = parse_unit_key(row.unit)
        for period in outcome_of(row).periods:
            found[key, period] = Came(row.digest, row.verdict, first)


def _reported(workspace: Workspace, first: Mapping[str, str]) -> dict[Place, Came]:
    """Return the reports that count; a unit that has changed its name reported as what it was."""
    exchanged = workspace.store.exchanged
    direct = {one.imported: one for one in exchanged.taken()}
    inside: dict[tuple[int, str, str], Inside] = {}
    for one in workspace.store.passed_on.inside():
        for code in cast("list[str]", canonical.load(one.periods.encode())):
            inside[one.imported, one.workspace, code] = one
    found: dict[Place, Came] = {}
    for report in exchanged.told_periods():
        outer = direct.get(report.imported)
        if outer is None:
            continue
        within = inside.get((report.imported, report.workspace, report.period))
        nil = report.nil and _nothing_happened(workspace, report)
        if within is None:
            came = Came(outer.digest, outer.verdict, first[outer.digest], nil)
        else:
            came = Came(outer.digest, within.verdict, within.received_at, nil)
        place = parse_unit_key(report.was), report.period
        before = found.get(place)
        earliest = min(before.first, came.first) if before is not None else came.first
        found[place] = Came(came.bundle, came.verdict, earliest, came.nil)
    return found


def _nothing_happened(workspace: Workspace, reported: ReportedPeriod) -> bool:
    """Say whether a report that declares registers empty counts nothing in any register.

    What is counted as at a day (stocks) may well be there.
    """
    report = workspace.store.exchanged.report(reported.workspace, reported.period, reported.version)
    known = workspace.catalogue.indicators
    return report is not None and not any(
        told.figure.value
        for code, told in figures_of_body(body_of(report)).items()
        if code in known and known[code][1].kind is CountKind.FLOW
    )
