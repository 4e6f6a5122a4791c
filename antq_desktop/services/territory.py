"""What reforms of units do to figures: which are added up, which are not, what may be compared."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from antq_desktop.domain.succession import SuccessionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.succession import Link
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.comparing import Compared
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.workspace import Workspace

    Sentence = tuple[str, Mapping[str, MessageValue]]

#: The unit went on with the same people and places, so that like is beside like.
_SAME_TERRITORY = frozenset({SuccessionKind.RENAMED, SuccessionKind.KIND_CHANGED})


def units_behind(counted: Iterable[CountedIndicator | Compared]) -> frozenset[UnitKey]:
    """Return the units that figures are made of."""
    return frozenset(key for one in counted for key in one.by_unit)


def territory_notes(
    workspace: Workspace, period: Period, units: frozenset[UnitKey], *, compared: bool = True
) -> tuple[Sentence, ...]:
    """Return what has to be said beside the figures of units, each a message id and its values.

    Of every day of a reform inside the period, or between it and the periods that it is compared
    with: how many units are added up with those they took over, how many are not because nobody
    verified their territory or because they were split, and, where earlier periods stand beside
    (``compared``), that they are for reference only.
    """
    since = min(period.year_before().first, period.previous().first)
    links = [
        link
        for link in workspace.units.succession.changed(since, period.last)
        if {link.before, link.after} & units
    ]
    links.sort(key=lambda link: link.on)
    office = workspace.place.role == "office"
    return tuple(_notes(period, links, office=office, compared=compared))


def same_territory(
    workspace: Workspace, period: Period, before: Period, units: frozenset[UnitKey]
) -> bool:
    """Say whether figures of units over two periods are of the same people and places."""
    office = workspace.place.role == "office"
    links = workspace.units.succession.changed(before.first, period.last)
    return not any(
        _changes_territory(link, office=office)
        for link in links
        if {link.before, link.after} & units
    )


def _notes(
    period: Period, links: Iterable[Link], *, office: bool, compared: bool
) -> Iterator[Sentence]:
    for on, of_day in groupby(links, key=lambda link: link.on):
        same_day, day = list(of_day), on.strftime("%d/%m/%Y")
        for message, some in _kinds(same_day).items():
            if some:
                yield message, {"day": day, "count": len({link.before for link in some})}
        if compared and any(_changes_territory(link, office=office) for link in same_day):
            message = "territory.inside" if on > period.first else "territory.compared"
            yield message, {"day": day}


def _kinds(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {
        "territory.added": [],
        "territory.split": [],
        "territory.unverified": [],
    }
    for link in links:
        if not link.verified:
            found["territory.unverified"].append(link)
        elif link.whole:
            found["territory.added"].append(link)
        else:
            found["territory.split"].append(link)
    return found


def _changes_territory(link: Link, *, office: bool) -> bool:
    """Say whether figures of before and after are of other people and places.

    A commune that moved below another unit is the same; the sum of an office is not.
    """
    if not link.verified:
        return True
    if link.kind is SuccessionKind.MOVED:
        return office
    return link.kind not in _SAME_TERRITORY
