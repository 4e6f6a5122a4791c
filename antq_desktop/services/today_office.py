"""What waits at an office: bundles, units that have not reported, queries, certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.domain.series import series_named
from antq_desktop.services.checking import SOON
from antq_desktop.services.desk_queue import kept_queue
from antq_desktop.services.following import followed
from antq_desktop.services.reported import Asked, newest_series, who_reported
from antq_desktop.services.request_shelf import shelved
from antq_desktop.services.verdicts import HELD

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.following import Followed
    from antq_desktop.services.workspace import Workspace

_ANSWERED = frozenset({"accepted", "remarks", "refused"})


@dataclass(frozen=True, slots=True)
class Expiring:
    """A certificate of a unit below that ends soon or has ended, and no newer one takes over."""

    unit: str
    person: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDay:
    """The desk of an office. ``held`` bundles wait for a decision, ``unanswered`` for a receipt.

    ``queued`` files lie on the desk of this user, ``requests`` for certificates wait for an answer.

    ``missing`` are units that owe the report of ``period``, the last one that ended, ``told`` of
    ``due`` are here; ``due_on`` is its last day, None where none is set. Of each kind the first.
    """

    held: int
    unanswered: int
    queued: int
    requests: int
    period: Period
    due_on: date | None
    told: int
    due: int
    missing: tuple[Unit, ...]
    late: tuple[Followed, ...]
    late_count: int
    expiring: tuple[Expiring, ...]
    expiring_count: int


def office_day(workspace: Workspace, most: int) -> OfficeDay:
    """Read what waits; of each kind at most so many. Refusal at a commune."""
    period = _ended(workspace)
    matrix = who_reported(workspace, Asked(periods=(period,)))
    tally = matrix.tally(0)
    late = [one for one in followed(workspace) if one.late]
    late.sort(key=lambda one: one.query.due or "")
    expiring = _expiring(workspace)
    standing = workspace.store.exchanged.standing()
    return OfficeDay(
        held=sum(one.verdict in HELD for one in standing),
        unanswered=sum(
            one.verdict in _ANSWERED and not one.confirmed and one.answered is None
            for one in standing
        ),
        queued=len(kept_queue(workspace)),
        requests=sum(one.waits for one in shelved(workspace).values()),
        period=period,
        due_on=matrix.dues[0],
        told=tally.told,
        due=tally.due,
        missing=tuple(row.unit for row in matrix.owing()),
        late=tuple(late[:most]),
        late_count=len(late),
        expiring=tuple(expiring[:most]),
        expiring_count=len(expiring),
    )


def _ended(workspace: Workspace) -> Period:
    """Return the last period that ended, of the series that was reported last."""
    code, _ = newest_series(workspace)
    today = workspace.clock.today()
    series = series_named(code)
    every = [one for year in (today.year - 1, today.year) for one in series.of_year(year)]
    return max((one for one in every if one.last < today), key=lambda one: one.last)


def _expiring(workspace: Workspace) -> list[Expiring]:
    """Return certificates that end within `SOON`, the first to end first."""
    newest = {
        (one.workspace, one.person): one
        for one in workspace.store.exchanged.certificates()
        if one.revoked_at is None
    }
    limit, found = workspace.clock.now() + SOON, []
    for one in newest.values():
        until = read_certificate(one.der).not_after
        if until <= limit:
            found.append(Expiring(one.unit, one.person, until.date()))
    return sorted(found, key=lambda one: (one.until, one.unit))
