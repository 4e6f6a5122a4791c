"""Period reports: figures frozen as they were signed, and counted again by the receiver.

A frozen report never changes. What was entered after it is told beside the figures of the next
period; what was changed or voided since is told by a new version, which a person orders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.entering import shared_out, spans_from
from antq_desktop.domain.switches import settings
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.services.controlling import Controls
from antq_desktop.services.counting import CountedWith, count, lines_of
from antq_desktop.services.frozen import (
    bare,
    body_of,
    differences,
    entered_of,
    figures_of_body,
    told_before,
    told_by,
)
from antq_desktop.services.pens import last_seqs
from antq_desktop.services.prepared import must_not_wait
from antq_desktop.services.switching import switches_of
from antq_desktop.services.working_calendar import calendar_of, keep_calendar
from antq_desktop.store.exchange_rows import Report
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.entering import AsOf
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.frozen import Difference, FrozenFigure
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report: who made it, and how it differs from the one before it here."""

    report: Report
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit's figures of a period stand: the newest version that is here.

    ``corrected`` is what that version changed, ``changed`` what a new one would change now.
    """

    period: Period
    version: int
    corrected: tuple[Difference, ...]
    changed: tuple[Difference, ...]


def freeze(workspace: Workspace, period: Period, nil: Sequence[str]) -> Report:
    """Return the newest report of a period, made now if there is none.

    ``nil`` names registers of which the unit declares that nothing happened in the period; Refusal
    if there is something, and ``reports.hard_controls`` where the figures cannot be right. Call it
    in the transaction that signs.
    """
    place = workspace.place
    kept = workspace.store.exchanged.last_report(place.id, period.code)
    if kept is not None:
        return kept
    if period.last > workspace.clock.today():
        raise Refusal("reports.period_open", period=period.code)
    for name in nil:
        if _has_rows(workspace, name, period):
            raise Refusal("reports.not_nil", register=name, period=period.code)
    return _make(workspace, period, 1, nil)


def correct(workspace: Workspace, period: Period, reason: str) -> Report:
    """Make the next version of a period's report ("Báo cáo điều chỉnh"); the old ones stay.

    Refusal ``reports.never_made`` where there is none, ``reports.unchanged`` where the new one
    would say the same. The reason is in the journal of this workspace; it does not travel.
    """
    workspace.require_head()
    if not reason.strip():
        raise Refusal("records.reason_needed")
    must_not_wait(workspace, period.code)
    with workspace.store.atomic():
        last = workspace.store.exchanged.last_report(workspace.place.id, period.code)
        if last is None:
            raise Refusal("reports.never_made", period=period.code)
        before = body_of(last)
        # What was declared empty and is so no more is declared no longer.
        nil = [
            str(name)
            for name in cast("list[Json]", before["nil"])
            if not _has_rows(workspace, str(name), period)
        ]
        version = last.version + 1
        workspace.note("report_correct", period=period.code, version=version, reason=reason.strip())
        made = _make(workspace, period, version, nil)
        if _says(before) == _says(body_of(made)):
            raise Refusal("reports.unchanged", period=period.code, version=last.version)
        return made


def _has_rows(workspace: Workspace, register: str, period: Period) -> bool:
    """Say whether a register has events in a period; an office speaks of its own alone."""
    own = workspace.place.unit.text if workspace.place.role == "office" else None
    return bool(workspace.store.queries.total(Filter(register, period, unit=own)))


def _says(body: Mapping[str, Json]) -> tuple[Json, ...]:
    return body["indicators"], body["nil"], body["switches"]


def _make(workspace: Workspace, period: Period, version: int, nil: Sequence[str]) -> Report:
    place = workspace.place
    as_of = {place.id: workspace.store.revisions.last_seq(place.id), **last_seqs(workspace)}
    if place.role == "office":
        as_of |= workspace.store.revisions.by_workspace()
    whole = _whole(workspace, workspace.unit_on(period.last), period)
    told = told_by(workspace, period, place.id)
    entered = shared_out(period, as_of, told, told_before(workspace, period))
    switches = switches_of(workspace)
    controls = Controls(period)
    counted = count(
        workspace,
        period,
        as_of=as_of,
        census=whole,
        entered=dict.fromkeys(as_of, entered),
        counted_with=CountedWith(switches, None),
        watch=controls.look,
    )
    hard = [one for one in controls.findings if one.hard]
    if hard:
        raise Refusal("reports.hard_controls", period=period.code, count=len(hard))
    body = canonical.dump(
        {
            "period": period.code,
            "version": version,
            "as_of": as_of,
            "unit": cast("Json", workspace.unit_on(period.last).as_json()),
            "entered": cast(
                "Json",
                {code: [span.as_json() for span in spans] for code, spans in entered.items()},
            ),
            "versions": {
                "catalogue": workspace.catalogue.version,
                "units": workspace.units.version,
                "calendar": calendar_of(workspace).version,
            },
            "switches": cast("Json", switches),
            "indicators": lines_of(counted),
            "nil": sorted(nil),
        }
    )
    report = Report(
        unit=workspace.unit.key.text,
        workspace=place.id,
        period=period.code,
        version=version,
        body=body.decode(),
        digest=sha256_hex(body),
    )
    workspace.store.exchanged.add_report(report)
    keep_calendar(workspace)
    return report


def differing(
    workspace: Workspace, report: Mapping[str, Json], period: Period, unit: UnitKey
) -> list[str]:
    """Return the codes of indicators that come out otherwise when counted again at its "as of".

    ``unit`` is the one that made the report; that of an office is over all units below it. What was
    entered late is counted again by the spans that the report states, with the settings that it
    states.

    After a reform the report names what its unit was on the last day of the period; Refusal
    ``units.unknown`` if it never was that.
    """
    counted = counted_again(workspace, report, period, unit)
    ours = {_code(line): line for line in lines_of(counted)}
    theirs = {_code(line): line for line in cast("list[Json]", report["indicators"])}
    # An older program does not count what was declared since.
    older = (
        cast("Mapping[str, Json]", report["versions"])["catalogue"] != workspace.catalogue.version
    )
    codes = theirs if older else ours | theirs
    return sorted(code for code in codes if ours.get(code) != theirs.get(code))


def counted_again(
    workspace: Workspace, report: Mapping[str, Json], period: Period, unit: UnitKey
) -> list[CountedIndicator]:
    """Count a report again at its "as of", by the spans and settings it states; see `differing`."""
    if "unit" in report:
        unit = _was(workspace, UnitKey.from_json(report["unit"]), unit)
    as_of = cast("AsOf", report["as_of"])
    return count(
        workspace,
        period,
        as_of=as_of,
        census=_whole(workspace, unit, period) or [unit],
        entered=dict.fromkeys(as_of, entered_of(report, period.code)),
        counted_with=stated_in(report),
    )


def stated_in(report: Mapping[str, Json]) -> CountedWith:
    """Return the settings and the calendar that a report was counted with."""
    versions = cast("Mapping[str, str]", report["versions"])
    return CountedWith(
        settings(cast("Mapping[str, Json]", report["switches"])), versions["calendar"]
    )


def _whole(workspace: Workspace, unit: UnitKey, period: Period) -> list[UnitKey] | None:
    """Return an office's unit and those below it at the end of a period; None for a commune."""
    below = workspace.units.below(unit, period.last)
    return [unit, *(one.key for one in below)] if below else None


def _was(workspace: Workspace, stated: UnitKey, unit: UnitKey) -> UnitKey:
    succession, today = workspace.units.succession, workspace.clock.today()
    if stated not in succession.succeeded(unit, today) | {unit}:
        raise Refusal("units.unknown", code=stated.text)
    return stated


def _code(line: Json) -> str:
    return str(cast("Mapping[str, Json]", line)["code"])


def told_twice(
    workspace: Workspace, report: Mapping[str, Json], period: Period, maker: str
) -> list[str]:
    """Return the periods of which the report tells entries that another one here tells too.

    ``maker`` is the workspace that made it. Those that one workspace makes never do; so the figures
    of one that does are to be looked at.
    """
    stated = spans_from(report["entered"])
    found: set[str] = set()
    for other in told_by(workspace, period, maker):
        if other.period.code == period.code:
            continue
        for code, spans in other.entered.items():
            mine = stated.get(code, ())
            if any(one.overlaps(another) for one in mine for another in spans):
                found.add(code)
    return sorted(found)


def changed_since(workspace: Workspace, period: Period, unit: UnitKey) -> list[Difference]:
    """Return what a unit's frozen figures of a period would be if they were told anew now.

    Empty where nothing is frozen, too. What was entered since is not among it: it is told with the
    next period.
    """
    versions = _versions(workspace, period, unit)
    if not versions:
        return []
    body = body_of(versions[-1])
    if "unit" in body:
        unit = UnitKey.from_json(body["unit"])
    whole = _whole(workspace, unit, period)
    now = workspace.store.revisions.by_workspace()
    # A commune tells what was entered in its workspace, whatever unit it was of; an office all.
    as_of = {one: now.get(one, 0) for one in cast("AsOf", body["as_of"])} | (now if whole else {})
    counted = count(
        workspace,
        period,
        as_of=as_of,
        census=whole or [unit],
        entered=dict.fromkeys(as_of, entered_of(body, period.code)),
        counted_with=stated_in(body),
    )
    figures = {one.indicator.code: bare(one.figure, one.late) for one in counted}
    then = figures_of_body(body)
    return [one for one in differences(then, figures) if one.code in then]


def versions_of(workspace: Workspace, period: Period, unit: UnitKey) -> list[Version]:
    """Return all versions of a unit's report that are here, each beside the one before it."""
    found: list[Version] = []
    before: dict[str, FrozenFigure] | None = None
    for report in _versions(workspace, period, unit):
        figures = figures_of_body(body_of(report))
        changed = differences(before, figures) if before is not None else []
        found.append(Version(report, tuple(changed)))
        before = figures
    return found


def _versions(workspace: Workspace, period: Period, unit: UnitKey) -> list[Report]:
    """Return the versions of a unit's report: of ours all, whatever the unit was called then."""
    if unit in workspace.own_units:
        return workspace.store.exchanged.versions_by(workspace.place.id, period.code)
    return workspace.store.exchanged.versions(unit.text, period.code)


def standing_of(workspace: Workspace, period: Period, unit: UnitKey) -> Standing | None:
    """Return how a unit's figures of a period stand; None where none are frozen."""
    versions = versions_of(workspace, period, unit)
    if not versions:
        return None
    newest = versions[-1]
    changed = tuple(changed_since(workspace, period, unit))
    return Standing(period, newest.report.version, newest.differences, changed)
