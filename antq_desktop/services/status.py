"""Where every bundle stands: derived from what happened, never stored as a wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import Reason
from antq_desktop.crypto import canonical
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.submitting import kind_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchanged import Incoming, Outgoing


@dataclass(frozen=True, slots=True)
class Standing:
    """One line: a bundle of ours, or a unit and period at the office.

    ``state`` is signed, written, a verdict (accepted, remarks, refused …), or "waiting" for a unit
    that has not reported; ``bundle`` is a file name, ``at`` the moment of the last step.
    """

    unit: str
    period: str | None
    state: str
    bundle: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission of ours with all that is known of it; ``state`` as in `Standing`."""

    row: Outgoing
    state: str
    periods: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """A submission that came in. ``answered`` says whether a receipt was signed since."""

    row: Incoming
    counts: Mapping[str, int]
    reasons: tuple[Reason, ...]
    answered: bool


def sent_bundles(workspace: Workspace) -> list[Sent]:
    """Return what went to the office above, the newest first."""
    rows = workspace.store.exchanged.outgoing(kind_up(workspace))
    return [
        Sent(
            row,
            _sent(workspace, row, None).state,
            tuple(map(str, _periods(row))),
            _reasons(canonical.load((row.reasons or "[]").encode())),
        )
        for row in reversed(rows)
    ]


def received_bundles(workspace: Workspace) -> list[Received]:
    """Return the submissions that an office judged, the newest first."""
    exchanged = workspace.store.exchanged
    receipts: dict[str, str] = {}
    for receipt in exchanged.outgoing("receipt"):
        receipts[receipt.recipient] = receipt.created_at
    found: list[Received] = []
    for row in reversed(exchanged.incoming()):
        outcome = cast("Mapping[str, Json]", canonical.load(row.outcome.encode()))
        signed = receipts.get(parse_unit_key(row.unit).code, "")
        found.append(
            Received(
                row,
                cast("Mapping[str, int]", outcome["counts"]),
                _reasons(outcome["reasons"]),
                row.confirmed > 0 or signed >= row.received_at,
            )
        )
    return found


def _reasons(stored: Json) -> tuple[Reason, ...]:
    """Read stored reasons; the values that their words may need were not kept."""
    return tuple(
        Reason(
            str(one["rule"]),
            cast("str | None", one["file"]),
            cast("int | None", one["row"]),
            cast("str | None", one["field"]),
        )
        for one in cast("list[Mapping[str, Json]]", stored)
    )


def bundle_status(workspace: Workspace, period: str | None) -> list[Standing]:
    """Return each bundle that went to the office above, after the units below by periods.

    Below an office that consolidates stand the units that came through it.
    """
    sent = [
        _sent(workspace, row, period)
        for row in workspace.store.exchanged.outgoing(kind_up(workspace))
        if period is None or period in _periods(row)
    ]
    return sent if workspace.place.role == "commune" else [*_units(workspace, period), *sent]


def _sent(workspace: Workspace, row: Outgoing, period: str | None) -> Standing:
    unit = workspace.place.unit.text
    period = period or ", ".join(map(str, _periods(row))) or None
    if row.verdict is not None:
        return Standing(unit, period, row.verdict, row.file, row.receipt_at)
    if row.written_at is not None:
        return Standing(unit, period, "written", row.file, row.written_at)
    return Standing(unit, period, "signed", row.file, row.created_at)


def _periods(row: Outgoing) -> list[object]:
    return _codes(row.periods)


def _codes(stored: str) -> list[object]:
    periods = canonical.load(stored.encode())
    return list(periods) if isinstance(periods, list) else []


def _units(workspace: Workspace, period: str | None) -> list[Standing]:
    """Return the units that are enrolled; without a period, what came last from each."""
    exchanged = workspace.store.exchanged
    found: list[Standing] = []
    own = workspace.place.unit.text
    reports = [one for one in exchanged.reports() if period in (None, one.period)]
    for unit in sorted({one.unit for one in exchanged.certificates()} - {own}):
        theirs = [one for one in exchanged.incoming() if one.unit == unit]
        reported = [one for one in reports if one.unit == unit]
        for report in reported:
            origin = next((one for one in theirs if one.imported == report.imported), None)
            if origin is not None:
                found.append(
                    Standing(unit, report.period, origin.verdict, origin.file, origin.received_at)
                )
        if not reported:
            last = theirs[-1] if theirs and period is None else None
            state = last.verdict if last is not None else "waiting"
            file, at = (last.file, last.received_at) if last is not None else (None, None)
            found.append(Standing(unit, period, state, file, at))
        found += _through(workspace, unit, period)
    return found


def _through(workspace: Workspace, office: str, period: str | None) -> Iterator[Standing]:
    """Yield the units whose bundles came through an office, each followed by its own.

    ``state`` is the verdict of that office, ``bundle`` the outermost file.
    """
    inside = [one for one in workspace.store.passed_on.inside() if one.office == office]
    files = {one.digest: one.file for one in workspace.store.exchanged.taken()}
    for unit in sorted({one.unit for one in inside}):
        theirs = [one for one in inside if one.unit == unit]
        reported = {str(code): one for one in theirs for code in _codes(one.periods)}
        kept = {code: one for code, one in reported.items() if period in (None, code)}
        for code, one in sorted(kept.items()):
            yield Standing(unit, code, one.verdict, files.get(one.via), one.received_at)
        if not kept:
            last = theirs[-1] if period is None else None
            if last is None:
                yield Standing(unit, period, "waiting", None, None)
            else:
                file = files.get(last.via)
                yield Standing(unit, None, last.verdict, file, last.received_at)
        yield from _through(workspace, unit, period)
