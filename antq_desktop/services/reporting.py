"""Period reports: figures frozen as they were signed, and counted again by the receiver."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.services.counting import census_of, count, lines_of
from antq_desktop.services.reference_data import load_calendar
from antq_desktop.store.exchanged import Report
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace


def freeze(workspace: Workspace, period: Period, nil: Sequence[str]) -> Report:
    """Return the report of a period, made now if there is none; a frozen one never changes.

    ``nil`` names registers of which the unit declares that nothing happened in the period; Refusal
    if there is something. Call it in the transaction that signs.
    """
    place = workspace.place
    kept = workspace.store.exchanged.last_report(place.id, period.code)
    if kept is not None:
        return kept
    if period.last > workspace.clock.today():
        raise Refusal("reports.period_open", period=period.code)
    for name in nil:
        # An office speaks for itself: what came from below is told from there.
        if workspace.store.queries.total(Filter(name, period, unit=place.unit.text)):
            raise Refusal("reports.not_nil", register=name, period=period.code)
    as_of = {place.id: workspace.store.revisions.last_seq(place.id)}
    if place.role == "office":
        as_of |= workspace.store.revisions.by_workspace()
    body = canonical.dump(
        {
            "period": period.code,
            "version": 1,
            "as_of": as_of,
            "versions": {
                "catalogue": workspace.catalogue.version,
                "units": workspace.units.version,
                "calendar": load_calendar().version,
            },
            "switches": {},
            "indicators": lines_of(count(workspace, period, as_of=as_of)),
            "nil": sorted(nil),
        }
    )
    report = Report(
        unit=place.unit.text,
        workspace=place.id,
        period=period.code,
        version=1,
        body=body.decode(),
        digest=sha256_hex(body),
    )
    workspace.store.exchanged.add_report(report)
    return report


def differing(
    workspace: Workspace, report: Mapping[str, Json], period: Period, unit: UnitKey
) -> list[str]:
    """Return the codes of indicators that come out otherwise when counted again at its "as of".

    ``unit`` is the one that made the report; that of an office is over all units below it.
    """
    as_of = cast("Mapping[str, int]", report["as_of"])
    census = census_of(workspace, unit, period)
    counted = count(workspace, period, as_of=as_of, census=census)
    ours = {_code(line): line for line in lines_of(counted)}
    theirs = {_code(line): line for line in cast("list[Json]", report["indicators"])}
    # An older program does not count what was declared since.
    older = (
        cast("Mapping[str, Json]", report["versions"])["catalogue"] != workspace.catalogue.version
    )
    codes = theirs if older else ours | theirs
    return sorted(code for code in codes if ours.get(code) != theirs.get(code))


def _code(line: Json) -> str:
    return str(cast("Mapping[str, Json]", line)["code"])
