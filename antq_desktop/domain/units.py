"""The tree of administrative units: every question says for which day.

How many levels there are is data. What became of a unit is its `Succession`; where its police
stands is a tree of its own (`PoliceBodies`), for the police of districts ended before districts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from antq_desktop.domain.dated_units import KIND_LABELS, Unit, UnitKey, parse_unit_key
from antq_desktop.domain.police import PoliceBodies
from antq_desktop.domain.succession import Succession
from antq_desktop.domain.units_file import COLUMNS, parse_units_csv, unit_conflict
from antq_desktop.domain.vietnamese import clean, fold, sort_key, tone_key
from antq_desktop.errors import Fault, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whoever asks about units asks here; the parts of a unit are beside it.
__all__ = [
    "COLUMNS",
    "KIND_LABELS",
    "Unit",
    "UnitKey",
    "UnitTree",
    "parse_unit_key",
    "parse_units_csv",
]


class UnitTree:
    """All known units of all days; on any day a code names at most one of them."""

    def __init__(
        self,
        units: Iterable[Unit],
        version: str,
        source: str,
        *,
        succession: Succession | None = None,
        police: PoliceBodies | None = None,
    ) -> None:
        """Take units that agree with one another; `parse_units_csv` gives such."""
        self.units = tuple(units)
        self.version = version
        self.source = source
        self.succession = succession or Succession()
        self.police = police or PoliceBodies()
        conflict = (
            unit_conflict(enumerate(self.units))
            or self.succession.conflict(self.units)
            or self.police.conflict(self.units)
        )
        if conflict is not None:
            raise Fault(f"unit tree {version}: {conflict.message_id}")
        self._by_key = {unit.key: unit for unit in self.units}
        self._by_code: dict[str, list[Unit]] = defaultdict(list)
        self._by_parent: dict[str | None, list[Unit]] = defaultdict(list)
        for unit in sorted(self.units, key=lambda unit: (unit.level, unit.key.code)):
            self._by_code[unit.key.code].append(unit)
            self._by_parent[unit.parent].append(unit)

    def get(self, key: UnitKey) -> Unit:
        """Return the unit of a key, whatever the day; Refusal ``units.unknown`` if none has it."""
        unit = self._by_key.get(key)
        if unit is None:
            raise Refusal("units.unknown", code=key.text)
        return unit

    def find(self, code: str, at: date) -> Unit | None:
        """Return the unit that has the code on that day."""
        return next((unit for unit in self._by_code.get(code, ()) if unit.valid_at(at)), None)

    def resolve(self, text: str, at: date) -> Unit:
        """Return the unit that ``CODE[@DATE]`` means: on DATE, or without it on the day `at`.

        Raises Refusal ``units.bad_key``, ``units.unknown`` for a code that no unit ever had, and
        ``units.not_valid`` where it names none on that day.
        """
        asked = parse_unit_key(text)
        day = asked.valid_from or at
        if asked.code not in self._by_code:
            raise Refusal("units.unknown", code=asked.code)
        unit = self.find(asked.code, day)
        if unit is None:
            raise Refusal("units.not_valid", code=asked.code, day=day.isoformat())
        return unit

    def valid(self, at: date) -> tuple[Unit, ...]:
        """Return all units of that day in the order of the file."""
        return tuple(unit for unit in self.units if unit.valid_at(at))

    def parent(self, key: UnitKey, at: date) -> Unit | None:
        """Return the unit directly above on that day; None at the top or when it does not exist."""
        unit = self._by_key.get(key)
        if unit is None or unit.parent is None or not unit.valid_at(at):
            return None
        above = self.find(unit.parent, at)
        return above if above is not None and above.level < unit.level else None

    def children(self, key: UnitKey, at: date) -> tuple[Unit, ...]:
        """Return the units directly below on that day, by level and code."""
        unit = self._by_key.get(key)
        if unit is None or not unit.valid_at(at):
            return ()
        below = self._by_parent.get(key.code, ())
        return tuple(one for one in below if one.level > unit.level and one.valid_at(at))

    def below(self, key: UnitKey, at: date) -> tuple[Unit, ...]:
        """Return the units of all levels below on that day, each followed by its own."""
        found: list[Unit] = []
        for child in self.children(key, at):
            found += (child, *self.below(child.key, at))
        return tuple(found)

    def superior(self, key: UnitKey, at: date) -> Unit | None:
        """Return the unit whose police is directly above that of this one on that day.

        None at the top, or where the unit has no police on that day.
        """
        unit = self._by_key.get(key)
        if unit is None or not self.police.has(unit, at):
            return None
        named = self.police.parent(key, at)
        above = self.find(named, at) if named is not None else self.parent(key, at)
        while above is not None and not self.police.has(above, at):
            above = self.parent(above.key, at)
        return above

    def superiors(self, key: UnitKey) -> tuple[Unit, ...]:
        """Return the units whose police was ever directly above that of this one, the last first.

        Above it can change on the days alone on which a unit or a police body begins or ends.
        """
        unit = self.get(key)
        days = {date.min, unit.began, *self._turning_days}
        found = (self.superior(key, day) for day in sorted(days, reverse=True))
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def on(self, key: UnitKey, at: date) -> UnitKey:
        """Return under which key a unit stood or stands on that day, by verified links alone.

        Onwards to who took it over as a whole, and back for as long as it was one unit under other
        names. On a day before the first known one, and where nothing is verified, it is the key
        that comes nearest (counting A07).
        """
        key = self.succession.heir(key, at)
        while self.get(key).began > at:
            came_from = [one for one in self.succession.into(key) if one.verified]
            if len(came_from) != 1 or not came_from[0].one_for_one:
                break
            key = came_from[0].before
        return key

    def parts(self, key: UnitKey, at: date) -> tuple[UnitKey, ...]:
        """Return the verified parts into which a unit was split until that day."""
        out = self.succession.out_of(key)
        return tuple(one.after for one in out if one.verified and not one.whole and one.on <= at)

    def search(self, text: str, at: date | None = None, *, line: bool = True) -> tuple[Unit, ...]:
        """Return the units whose code or name has words beginning with those typed, best first.

        Marks may be missing. The same name with the same marks comes first, then words with the
        same marks, then the same name without marks. Without a day, units of all days are looked
        at, so that an old name is found as well. A unit is found by the names of those it came
        from, too, after all that bear the name themselves, unless ``line`` is False.
        """
        asked = _Asked(fold(text), tone_key(text))
        if not asked.plain:
            return ()
        ranked = [
            (rank, entry.order, entry.unit)
            for entry in self._entries
            if (rank := asked.rank(entry)) is not None
        ]
        ranked.sort(key=lambda found: found[:2])
        named = [unit for _, _, unit in ranked]
        after = (one for unit in named for one in self._after(unit)) if line else ()
        found = (*named, *after)
        return tuple(dict.fromkeys(one for one in found if at is None or one.valid_at(at)))

    def offered(self, text: str, today: date) -> tuple[Unit, ...]:
        """Return what `search` finds, in the order in which people choose from it.

        First who bears the name, those of today before others; then who took one of them over.
        """
        named = sorted(self.search(text, line=False), key=lambda unit: not unit.valid_at(today))
        return tuple(dict.fromkeys((*named, *self.search(text))))

    def named(self, text: str) -> frozenset[UnitKey]:
        """Return the units that bear just this name, or are of the same line as one that does.

        Marks and the kind may be missing; a code is a name, too. The line is told by all links,
        verified or not: it is for finding, not for deciding.
        """
        asked = _Asked(fold(text), tone_key(text))
        waiting = [one.unit.key for one in self._entries if asked.toned in one.toned]
        if not waiting:
            waiting = [one.unit.key for one in self._entries if asked.is_name_of(one)]
        found: set[UnitKey] = set()
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += (link.before for link in self.succession.into(key))
        after = (self._after(self.get(key)) for key in tuple(found))
        return frozenset(found.union(*({unit.key for unit in units} for units in after)))

    def _after(self, unit: Unit) -> tuple[Unit, ...]:
        """Return what became of a unit, verified or not, each once."""
        found: dict[Unit, None] = {}
        waiting = [unit]
        while waiting:
            for link in self.succession.out_of(waiting.pop(0).key):
                after = self._by_key[link.after]
                if after not in found:
                    found[after] = None
                    waiting.append(after)
        return tuple(found)

    @cached_property
    def _turning_days(self) -> frozenset[date]:
        days: list[date | None] = []
        for unit in self.units:
            days += (unit.began, unit.valid_to)
        for body in self.police.bodies:
            days += (body.began, body.valid_to)
        return frozenset(day for day in days if day is not None)

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(map(_entry, self.units))


@dataclass(frozen=True, slots=True)
class _Entry:
    """What `UnitTree.search` compares: full name and name without its kind, by both keys."""

    unit: Unit
    code: str
    plain: tuple[str, str]
    toned: tuple[str, str]
    order: tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class _Asked:
    plain: str
    toned: str

    def is_name_of(self, entry: _Entry) -> bool:
        """Say whether this is the code or the whole name, marks left aside."""
        return self.plain == entry.code or self.plain in entry.plain

    def rank(self, entry: _Entry) -> int | None:
        """Return the place of a hit, 0 the best; None where it is none."""
        if self.plain == entry.code or self.toned in entry.toned:
            return 0
        if _begins(entry.toned[0], self.toned):
            return 1
        if self.plain in entry.plain:
            return 2
        if _begins(entry.plain[0], self.plain):
            return 3
        return 4 if entry.code.startswith(self.plain) else None


def _begins(name: str, asked: str) -> bool:
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in asked.split())


def _entry(unit: Unit) -> _Entry:
    kind = KIND_LABELS[unit.kind]["vi"]
    name = clean(unit.name)
    bare = name[len(kind) + 1 :] if name.lower().startswith(kind.lower() + " ") else name
    return _Entry(
        unit,
        fold(unit.key.code),
        plain=(fold(name), fold(bare)),
        toned=(tone_key(name), tone_key(bare)),
        order=(sort_key(bare), unit.level, unit.key.code, unit.key.text),
    )
