"""Whether earlier figures are of the same territory, or a comparison has to be left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from antq_desktop.domain.succession import SuccessionKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.succession import Succession
    from antq_desktop.domain.units import UnitKey

Against = Literal["previous", "year_before"]
"""Which earlier period a figure is compared with."""

AGAINST: tuple[Against, ...] = ("previous", "year_before")

_AS_BEFORE = frozenset({SuccessionKind.RENAMED, SuccessionKind.KIND_CHANGED})


class Territory(StrEnum):
    """Whether a unit is the same as in an earlier period.

    SAME: the same people and places. CHANGED: put together of units that are all counted in both
    periods, so that the comparison stands with a footnote. OTHER: nobody can say which earlier rows
    belong to it, so that there is none.
    """

    SAME = "same"
    CHANGED = "changed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What became of a territory between an earlier period and this one, since which day."""

    territory: Territory
    since: date | None = None


def earlier_of(period: Period, against: Against) -> Period:
    """Return the period that another one is compared with."""
    return period.previous() if against == "previous" else period.year_before()


def doubt_of_all(
    succession: Succession, period: Period, against: Against, every: frozenset[UnitKey]
) -> Doubt:
    """Return the doubt about the sum of all: it is footnoted and never left out."""
    found = doubt_of(succession, period, against, every, grouped=True)
    if found.territory is Territory.OTHER:
        return Doubt(Territory.CHANGED, found.since)
    return found


def doubt_of(
    succession: Succession,
    period: Period,
    against: Against,
    members: frozenset[UnitKey],
    *,
    grouped: bool,
) -> Doubt:
    """Return what became of units together since the period that one is compared with.

    ``grouped``: they are all below one office, so that a move between two of them is inside.
    """
    return doubt_since(
        succession, earlier_of(period, against).first, period.last, members, grouped=grouped
    )


def doubt_since(
    succession: Succession,
    since: date,
    until: date,
    members: frozenset[UnitKey],
    *,
    grouped: bool,
) -> Doubt:
    """Return what became of units together between two days; ``grouped`` as in `doubt_of`."""
    found = list(_doubts(succession, since, until, members, grouped=grouped))
    for territory in (Territory.OTHER, Territory.CHANGED):
        days = [doubt.since for doubt in found if doubt.territory is territory and doubt.since]
        if days:
            return Doubt(territory, min(days))
    return Doubt(Territory.SAME)


def _doubts(
    succession: Succession,
    since: date,
    until: date,
    members: frozenset[UnitKey],
    *,
    grouped: bool,
) -> Iterator[Doubt]:
    for link in succession.changed(since, until):
        if not {link.before, link.after} & members or (link.verified and link.kind in _AS_BEFORE):
            continue
        if link.verified and link.kind is SuccessionKind.MOVED:
            if grouped:
                yield Doubt(Territory.CHANGED, link.on)
            continue
        parts = {one.after for one in succession.out_of(link.before) if one.on == link.on}
        inside = {link.before, *parts} <= members
        yield Doubt(Territory.CHANGED if inside else Territory.OTHER, link.on)
