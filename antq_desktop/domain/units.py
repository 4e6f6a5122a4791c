"""Administrative units as dated data: keys, units, the tree of them, and its CSV file.

A code alone names nothing: after the reform of 01/07/2025 all 33 communes of former Hà Nam carry a
code that another commune had. So a unit is (code, first day), and every question says for which
day. How many levels there are is data as well.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from antq_desktop.domain.vietnamese import clean, fold, forbidden_characters, sort_key, tone_key
from antq_desktop.errors import Fault, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Codes are folder and file names too: a digit comes first, so that none is CON or NUL on Windows.
_CODE = re.compile(r"(?=.{1,32}$)[0-9][0-9A-Z]*(?:-[0-9A-Z]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEVEL = re.compile(r"[1-9]")

COLUMNS = ("code", "name", "kind", "level", "parent", "valid_from", "valid_to", "remote")
"""The header of a units file, in this order."""

KIND_LABELS: Mapping[str, Mapping[str, str]] = {
    "tinh": {"vi": "Tỉnh", "en": "Province"},
    "thanh-pho": {"vi": "Thành phố", "en": "City"},
    "quan": {"vi": "Quận", "en": "Urban district"},
    "huyen": {"vi": "Huyện", "en": "District"},
    "thi-xa": {"vi": "Thị xã", "en": "Town"},
    "phuong": {"vi": "Phường", "en": "Ward"},
    "thi-tran": {"vi": "Thị trấn", "en": "Township"},
    "xa": {"vi": "Xã", "en": "Commune"},
    "dac-khu": {"vi": "Đặc khu", "en": "Special zone"},
}
"""The kinds of unit that a units file may name, each with its label by language."""


@dataclass(frozen=True, slots=True)
class UnitKey:
    """What names a unit for good: its code and its first day; None is "the first known"."""

    code: str
    valid_from: date | None = None

    @property
    def text(self) -> str:
        """The key as text, ``13285`` or ``13579@2025-07-01``; `parse_unit_key` reads it."""
        return self.code if self.valid_from is None else f"{self.code}@{self.valid_from}"

    def as_json(self) -> dict[str, str | None]:
        """Return ``{"code", "valid_from"}`` with the day in ISO form, or null."""
        first = None if self.valid_from is None else self.valid_from.isoformat()
        return {"code": self.code, "valid_from": first}

    @classmethod
    def from_json(cls, value: object) -> UnitKey:
        """Read what `as_json` gave; Refusal ``units.bad_key`` for anything else."""
        match value:
            case {"code": str(code), "valid_from": None, **rest} if not rest:
                return parse_unit_key(code)
            case {"code": str(code), "valid_from": str(first), **rest} if not rest:
                return parse_unit_key(f"{code}@{first}")
            case _:
                raise Refusal("units.bad_key", text="")


def parse_unit_key(text: str) -> UnitKey:
    """Read ``CODE`` or ``CODE@DATE``; Refusal ``units.bad_key`` for anything else."""
    code, mark, first = text.partition("@")
    day = _day(first) if mark else None
    if not _CODE.fullmatch(code) or (mark and day is None):
        raise Refusal("units.bad_key", text=text)
    return UnitKey(code, day)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit for as long as its name, kind and place in the tree stay the same."""

    key: UnitKey
    name: str
    """The full name with its kind: "Xã Nguyên Lý"."""
    kind: str
    """A key of `KIND_LABELS`."""
    level: int
    """1 is the top; a greater number is further down."""
    parent: str | None
    """The code of the unit above; which unit that is depends on the day."""
    valid_to: date | None
    """The first day on which the unit no longer exists."""
    remote: bool
    """Whether the longer time limit of remote communes holds (TTLT 01/2017, Điều 8.5)."""

    def valid_at(self, day: date) -> bool:
        """Tell whether the unit exists on that day."""
        return _began(self) <= day and (self.valid_to is None or day < self.valid_to)


class UnitTree:
    """All known units of all days; on any day a code names at most one of them."""

    def __init__(self, units: Iterable[Unit], version: str, source: str) -> None:
        """Take units that agree with one another; `parse_units_csv` gives such."""
        self.units = tuple(units)
        self.version = version
        self.source = source
        conflict = _conflict(enumerate(self.units))
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

    def search(self, text: str, at: date | None = None) -> tuple[Unit, ...]:
        """Return the units whose code or name has words beginning with those typed, best first.

        Marks may be missing. The same name with the same marks comes first, then words with the
        same marks, then the same name without marks. Without a day, units of all days are looked
        at, so that an old name is found as well.
        """
        asked = _Asked(fold(text), tone_key(text))
        if not asked.plain:
            return ()
        ranked = [
            (rank, entry.order, entry.unit)
            for entry in self._entries
            if (at is None or entry.unit.valid_at(at)) and (rank := asked.rank(entry)) is not None
        ]
        ranked.sort(key=lambda found: found[:2])
        return tuple(unit for _, _, unit in ranked)

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


def parse_units_csv(text: str) -> list[Unit]:
    """Read a units file: `COLUMNS`, then one unit a line; codes are text with their zeros.

    An empty `valid_from` means "that day or earlier", an empty `valid_to` "still there". Raises
    Refusal, with the row as line of the file: ``units.bad_header``, ``units.bad_row`` (and the
    column), ``units.duplicate``, ``units.overlap`` for two units of one code on one day, and
    ``units.no_parent`` for a parent that no row of a higher level has as its code.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    rows = csv.reader(lines, strict=True)
    numbered: list[tuple[int, Unit]] = []
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise Refusal("units.bad_header", columns=",".join(COLUMNS))
        numbered += ((rows.line_num, _unit(cells, rows.line_num)) for cells in rows if cells)
    except csv.Error:
        raise Refusal("units.bad_row", row=rows.line_num, column=COLUMNS[0]) from None
    conflict = _conflict(numbered)
    if conflict is not None:
        raise conflict
    return [unit for _, unit in numbered]


def _unit(cells: Sequence[str], row: int) -> Unit:
    if len(cells) != len(COLUMNS):
        column = COLUMNS[min(len(cells), len(COLUMNS) - 1)]
        raise Refusal("units.bad_row", row=row, column=column)
    code, name, kind, level, parent, valid_from, valid_to, remote = map(clean, cells)
    first, end = _day(valid_from), _day(valid_to)
    checks = {
        "code": _CODE.fullmatch(code),
        "name": name and not forbidden_characters(name) and "\n" not in name,
        "kind": kind in KIND_LABELS,
        "level": _LEVEL.fullmatch(level),
        "parent": not parent or _CODE.fullmatch(parent),
        "valid_from": not valid_from or first,
        "valid_to": not valid_to or (end and (first is None or first < end)),
        "remote": remote in {"0", "1"},
    }
    for column, good in checks.items():
        if not good:
            raise Refusal("units.bad_row", row=row, column=column)
    return Unit(UnitKey(code, first), name, kind, int(level), parent or None, end, remote == "1")


def _conflict(numbered: Iterable[tuple[int, Unit]]) -> Refusal | None:
    """Return what is wrong between units, told by the row of the later one."""
    by_code: dict[str, list[tuple[int, Unit]]] = defaultdict(list)
    for row, unit in numbered:
        by_code[unit.key.code].append((row, unit))
    for code, same in by_code.items():
        same.sort(key=lambda one: _began(one[1]))
        for (row, earlier), (next_row, unit) in pairwise(same):
            later = max(row, next_row)
            if earlier.key == unit.key:
                return Refusal("units.duplicate", row=later, code=code)
            if earlier.valid_to is None or earlier.valid_to > _began(unit):
                return Refusal("units.overlap", row=later, code=code)
    for row, unit in chain.from_iterable(by_code.values()):
        above = by_code.get(unit.parent or "", [])
        if unit.parent and all(one.level >= unit.level for _, one in above):
            return Refusal("units.no_parent", row=row, code=unit.parent)
    return None


def _began(unit: Unit) -> date:
    return unit.key.valid_from or date.min


def _day(text: str) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
