"""What became of units: renamed, merged, split, moved below another unit, or of another kind.

Nothing is decided on a link that is not verified: it is shown, and the words beside it say that the
territory was not checked. Figures follow verified links that take a unit over as a whole; of a unit
that was split nobody can say which part a record belongs to, so its figures stay its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.dated_units import read_day, read_key
from antq_desktop.domain.units_file import is_line, must_be_good, rows_of
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.dated_units import Unit, UnitKey

LINK_COLUMNS = ("from", "to", "kind", "on", "verified", "basis", "note")
"""The header of a file of successions, in this order."""

_LONGEST = 500


class SuccessionKind(StrEnum):
    """What happened to a unit; CODE_ONLY says no more than that its code was given again."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    KIND_CHANGED = "kind_changed"
    CODE_ONLY = "code_only"


_KINDS = frozenset(SuccessionKind)
#: One unit takes the place of one, and nothing else goes into it on that day.
_ONE_FOR_ONE = frozenset(
    {SuccessionKind.RENAMED, SuccessionKind.MOVED, SuccessionKind.KIND_CHANGED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One unit after another. ``on`` is the first day of what came after.

    ``verified`` says that somebody has read in the resolution what became of the territory;
    ``basis`` names it.
    """

    before: UnitKey
    after: UnitKey
    kind: SuccessionKind
    on: date
    verified: bool
    basis: str = ""
    note: str = ""

    @property
    def whole(self) -> bool:
        """Whether figures follow the link: all of the unit went over, and that is verified."""
        return self.verified and self.kind is not SuccessionKind.SPLIT

    @property
    def one_for_one(self) -> bool:
        """Whether the unit went on as it was, under another name, kind or unit above."""
        return self.verified and self.kind in _ONE_FOR_ONE


class Succession:
    """All links between the units of a tree."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self.links = tuple(links)
        self._out: dict[UnitKey, list[Link]] = defaultdict(list)
        self._into: dict[UnitKey, list[Link]] = defaultdict(list)
        for link in sorted(self.links, key=lambda one: (one.on, one.before.text, one.after.text)):
            self._out[link.before].append(link)
            self._into[link.after].append(link)

    def out_of(self, key: UnitKey) -> tuple[Link, ...]:
        """Return the links to what became of a unit, by day."""
        return tuple(self._out.get(key, ()))

    def into(self, key: UnitKey) -> tuple[Link, ...]:
        """Return the links from what a unit came from, by day."""
        return tuple(self._into.get(key, ()))

    def heir(self, key: UnitKey, day: date) -> UnitKey:
        """Return who answers for all of a unit on that day: itself, or who took it over."""
        link = next((one for one in self.out_of(key) if one.whole and one.on <= day), None)
        return key if link is None else self.heir(link.after, day)

    def answering(self, keys: Iterable[UnitKey], day: date) -> dict[UnitKey, list[UnitKey]]:
        """Return the units that answer on a day, each with those of the keys it answers for."""
        found: dict[UnitKey, list[UnitKey]] = defaultdict(list)
        for key in keys:
            found[self.heir(key, day)].append(key)
        return dict(found)

    def taken_over(self, key: UnitKey, day: date) -> frozenset[UnitKey]:
        """Return the units that went into this one as a whole until that day, by any way."""
        return self._before(key, day, parts=False)

    def succeeded(self, key: UnitKey, day: date) -> frozenset[UnitKey]:
        """Return the units whose books this one may go on with: those it came from, parts too."""
        return self._before(key, day, parts=True)

    def _before(self, key: UnitKey, day: date, *, parts: bool) -> frozenset[UnitKey]:
        found: set[UnitKey] = set()
        waiting = [key]
        while waiting:
            for link in self.into(waiting.pop()):
                taken = link.verified if parts else link.whole
                if taken and link.on <= day and link.before not in found:
                    found.add(link.before)
                    waiting.append(link.before)
        return frozenset(found - {key})

    def changed(self, after: date, until: date) -> tuple[Link, ...]:
        """Return the links of the days after one day, until another."""
        return tuple(one for one in self.links if after < one.on <= until)

    def conflict(self, units: Iterable[Unit]) -> Refusal | None:
        """Return what is wrong between the links and these units; None for nothing."""
        return link_conflict(list(enumerate(self.links)), units)


def parse_succession_csv(text: str, units: Iterable[Unit]) -> Succession:
    """Read a file of successions between the units of a list: `LINK_COLUMNS`, one link a line.

    ``from`` and ``to`` are keys as `read_key` reads them. Raises Refusal with the row as line
    of the file: ``units.bad_header``, ``units.bad_row`` (and the column), and those of
    `link_conflict`.
    """
    numbered = [(row, _link(cells, row)) for row, cells in rows_of(text, LINK_COLUMNS)]
    conflict = link_conflict(numbered, units)
    if conflict is not None:
        raise conflict
    return Succession(link for _, link in numbered)


def _link(cells: Sequence[str], row: int) -> Link:
    before, after, kind, on, verified, basis, note = cells
    first, second, day = read_key(before), read_key(after), read_day(on)
    checks = {
        "from": first,
        "to": second,
        "kind": kind in _KINDS,
        "on": day,
        "verified": verified in {"0", "1"},
        "basis": is_line(basis) and len(basis) <= _LONGEST and (basis or verified == "0"),
        "note": is_line(note) and len(note) <= _LONGEST,
    }
    must_be_good(row, checks)
    return Link(
        before=cast("UnitKey", first),
        after=cast("UnitKey", second),
        kind=SuccessionKind(kind),
        on=cast("date", day),
        verified=verified == "1",
        basis=basis,
        note=note,
    )


def link_conflict(numbered: Sequence[tuple[int, Link]], units: Iterable[Unit]) -> Refusal | None:
    """Return what is wrong between numbered links and the units they join, told by the row.

    ``succession.unknown`` names a unit that is not in the list, ``succession.twice`` a link that
    stands there already, ``succession.days`` one whose units do not meet on its day,
    ``succession.kind`` one that says something else than the lines beside it.
    """
    known = {unit.key: unit for unit in units}
    out: dict[UnitKey, list[tuple[int, Link]]] = defaultdict(list)
    into: dict[UnitKey, list[tuple[int, Link]]] = defaultdict(list)
    for row, link in numbered:
        missing = next((key for key in (link.before, link.after) if key not in known), None)
        if missing is not None:
            return Refusal("succession.unknown", row=row, code=missing.text)
        if link.before == link.after or any(one.after == link.after for _, one in out[link.before]):
            return Refusal("succession.twice", row=row, code=link.before.text)
        if not _meet(link, known):
            return Refusal("succession.days", row=row, code=link.before.text)
        out[link.before].append((row, link))
        into[link.after].append((row, link))
    for row, link in numbered:
        beside = [one for _, one in out[link.before] if one is not link]
        others = [one for _, one in into[link.after] if one is not link and one.on == link.on]
        if not _agrees(link, beside, others, known):
            return Refusal("succession.kind", row=row, code=link.before.text)
    return None


def _meet(link: Link, known: Mapping[UnitKey, Unit]) -> bool:
    """Say whether the one was there the day before, and the other is from that day."""
    before, after = known[link.before], known[link.after]
    there = before.valid_at(link.on - timedelta(days=1)) and after.valid_at(link.on)
    ends = before.valid_to == link.on
    begins = after.began == link.on
    if link.kind is SuccessionKind.SPLIT:
        return there and (ends or before.valid_at(link.on))
    if link.kind is SuccessionKind.MERGED:
        return there and ends
    return there and ends and begins


def _agrees(
    link: Link, beside: Sequence[Link], others: Sequence[Link], known: Mapping[UnitKey, Unit]
) -> bool:
    """Say whether a link agrees with those out of the same unit, and into the same on that day."""
    if link.kind is SuccessionKind.SPLIT:
        goes_on = known[link.before].valid_to != link.on
        return goes_on or any(one.on == link.on for one in beside if one.kind is link.kind)
    if any(one.on == link.on for one in beside):
        return False
    if link.kind is SuccessionKind.CODE_ONLY:
        return not link.verified and link.before.code == link.after.code
    return link.kind not in _ONE_FOR_ONE or not others
