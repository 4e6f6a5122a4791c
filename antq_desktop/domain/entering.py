"""When a row came into a figure, and which report tells it (counting A06).

Reports of one series of periods (the months of a family, its years) share out what was entered: of
the events in a period, each report tells those that were entered within its spans. Spans of the
newest versions never overlap, so nothing is told twice; and together they reach to the newest of
them, so nothing is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.domain.periods import Period

    AsOf = Mapping[str, int]
    Entered = Mapping[str, Sequence["Span"]]


@dataclass(frozen=True, slots=True)
class Span:
    """What was entered after one "as of" and until another, by the ``seq`` of each workspace.

    ``until`` None is until now.
    """

    after: AsOf
    until: AsOf | None

    def holds(self, workspace: str, seq: int) -> bool:
        """Say whether a revision was entered within it."""
        if seq <= self.after.get(workspace, 0):
            return False
        return self.until is None or seq <= self.until.get(workspace, 0)

    def overlaps(self, other: Span) -> bool:
        """Say whether there may be a revision that both hold."""
        names = {*self.after, *other.after, *(self.until or {}), *(other.until or {})}
        return any(
            max(self.after.get(name, 0), other.after.get(name, 0))
            < min(self._end(name), other._end(name))
            for name in names
        )

    def _end(self, workspace: str) -> float:
        return inf if self.until is None else self.until.get(workspace, 0)

    def as_json(self) -> dict[str, object]:
        """Return the form that a report carries; only a span that has ended is in one."""
        return {"after": dict(self.after), "until": dict(self.until or {})}


@dataclass(frozen=True, slots=True)
class Told:
    """The newest report of a period, as far as it says what it tells.

    ``entered`` are its spans by the code of the period in which the event lies.
    """

    period: Period
    version: int
    entered: Entered


def spans_from(body: object) -> dict[str, tuple[Span, ...]]:
    """Read the spans of a report; ValueError and its like for what is none."""
    found: dict[str, tuple[Span, ...]] = {}
    for code, spans in cast("dict[str, list[dict[str, object]]]", body).items():
        found[code] = tuple(Span(_as_of(one["after"]), _as_of(one["until"])) for one in spans)
    return found


def _as_of(body: object) -> dict[str, int]:
    marks = cast("dict[str, object]", body)
    if not all(isinstance(seq, int) and seq >= 0 for seq in marks.values()):
        raise ValueError(marks)
    return cast("dict[str, int]", dict(marks))


def shared_out(
    period: Period, as_of: AsOf | None, reports: Iterable[Told], inherited: Iterable[Told] = ()
) -> dict[str, tuple[Span, ...]]:
    """Return the spans of a report that is made now: of its own period, and of earlier ones.

    ``inherited`` are those of workspaces whose books go on here: what they tell stays with them.

    ``reports`` are the newest of each period of the unit. What the others tell stays with them; the
    version before of this one hands its spans on; what came since is the new one's. Of earlier
    periods only those have spans that are frozen: the others count what is entered themselves.
    """
    mine, others = _split(period, reports)
    theirs, beside = _split(period, inherited)
    others += beside if theirs is None else [*beside, theirs]
    earlier = sorted(
        (one.period for one in others if one.period.last < period.first), key=lambda one: one.last
    )
    found: dict[str, tuple[Span, ...]] = {}
    for about in (period, *earlier):
        kept = tuple(mine.entered.get(about.code, ())) if mine is not None else ()
        elsewhere = [span for one in others for span in one.entered.get(about.code, ())]
        if about is period and elsewhere and not kept:
            # Its own first version is not held here: what the others did not tell is still its own.
            kept = (Span({}, lowest([span.after for span in elsewhere], {})),)
        spans = _extended(kept, _latest([*kept, *elsewhere]), as_of)
        if spans:
            found[about.code] = spans
    return found


def kept_or_shared_out(period: Period, reports: Iterable[Told]) -> Mapping[str, Sequence[Span]]:
    """Return the spans with which figures are shown: those of the report, if there is one.

    Then what is entered after the report waits for the next one, and only changes show.
    """
    known = tuple(reports)
    mine, _ = _split(period, known)
    return mine.entered if mine is not None else shared_out(period, None, known)


def _split(period: Period, reports: Iterable[Told]) -> tuple[Told | None, list[Told]]:
    mine: Told | None = None
    others: list[Told] = []
    for one in reports:
        if one.period.code == period.code:
            mine = one
        elif period.series is not None and one.period.series == period.series:
            others.append(one)
    return mine, others


def _latest(spans: Iterable[Span]) -> dict[str, int]:
    latest: dict[str, int] = {}
    for span in spans:
        for workspace, seq in (span.until or {}).items():
            latest[workspace] = max(seq, latest.get(workspace, 0))
    return latest


def _extended(
    kept: tuple[Span, ...], latest: Mapping[str, int], as_of: AsOf | None
) -> tuple[Span, ...]:
    """Add what came after the latest of all; a span that goes on just grows."""
    if as_of is not None and all(seq <= latest.get(name, 0) for name, seq in as_of.items()):
        return kept or ((Span({}, as_of),) if not latest else ())
    if kept and _same(kept[-1].until or {}, latest):
        return (*kept[:-1], Span(kept[-1].after, as_of))
    return (*kept, Span(latest, as_of))


def _same(one: AsOf, other: AsOf) -> bool:
    names = {*one, *other}
    return all(one.get(name, 0) == other.get(name, 0) for name in names)


def lowest(marks: Iterable[AsOf], known: AsOf) -> dict[str, int]:
    """Return the lowest mark of each workspace among several; one not named in all is at 0."""
    listed = list(marks)
    names = {*known, *(name for mark in listed for name in mark)}
    return {name: min(mark.get(name, 0) for mark in listed) for name in names} if listed else {}
