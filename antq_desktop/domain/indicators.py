"""Indicators: what is counted, over which records, and how a figure is shown.

The same code counts at the commune, the office and above it, from shared fields alone; a figure
over several units is the sum of the units' figures (counting rule A01).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from antq_desktop.domain.fields import Label
from antq_desktop.domain.keys import ID_KEY, NAME_KEY
from antq_desktop.domain.moves import state_at

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.switches import Switch
    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.domain.working_days import Calendar

Rows = list[dict[str, object]]
_DIGITS = re.compile(r"([0-9]+)")

#: What is counted where an indicator says nothing else.
RECORDS = Label("hồ sơ", "records")


class CountKind(StrEnum):
    """Flow: what happened in the period. Stock: what exists at its end (domain.md B.2)."""

    FLOW = "flow"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Counted:
    """A record as the counting code sees it: never a draft, never voided, never a duplicate.

    ``remote`` says whether its unit has the longer limits of remote communes; ``seen_at`` is the
    moment of the unit's last revision that was counted: what had not happened then is judged as of
    then (counting A04). ``workspace`` and ``seq`` say when this revision was entered.
    """

    record: str
    unit: UnitKey
    book: str
    number: int
    digest: str
    shared: Mapping[str, object]
    remote: bool = False
    seen_at: str = ""
    workspace: str = ""
    seq: int = 0

    def day(self, name: str) -> str:
        """Return the ISO day of a date or moment, "" if empty (so it is in no period)."""
        return str(self.shared.get(name) or "")[:10]

    def rows(self, name: str) -> Rows:
        """Return child rows, an empty list without any."""
        return cast("Rows", self.shared.get(name) or [])

    def state_at(self, day: date) -> str | None:
        """Return the state at the end of a day, from the moves."""
        return state_at(self.rows("moves"), day)


class Behind(Protocol):
    """A record behind a number: which one, and which of its revisions."""

    @property
    def record(self) -> str:
        """The id of the record."""

    @property
    def number(self) -> int:
        """The number of the revision."""

    @property
    def digest(self) -> str:
        """The digest of the revision."""


class Named(NamedTuple):
    """A record behind a number without what it says: many of them need little memory."""

    record: str
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it was counted from.

    ``parts`` are the lines under it by code; ``records`` those behind the number, sorted by record.
    """

    value: int
    records: tuple[Behind, ...] = ()
    denominator: int | None = None
    parts: Mapping[str, int] = field(default_factory=dict)


def _no_calendar() -> Calendar:
    raise LookupError("these books were opened without a calendar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What an indicator may look at: the books of one unit, and the period that is counted.

    ``rows`` are those of the indicator's own register, ``others`` those of the registers that it
    reads besides. ``unit`` is None where nothing but the shape of a figure is asked for;
    ``switches`` are the settings, the default where they say nothing.
    """

    period: Period
    rows: Sequence[Counted] = ()
    unit: Unit | None = None
    others: Mapping[str, Sequence[Counted]] = field(default_factory=dict)
    calendar: Callable[[], Calendar] = _no_calendar
    switches: Mapping[str, str] = field(default_factory=dict)

    def of(self, register: str) -> Sequence[Counted]:
        """Return the rows of another register, none where it has none."""
        return self.others.get(register, ())


Count = Callable[[Books], Figure]
Entering = Callable[[Books], Iterable[Counted]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of a register: its code, and the counting rules by which it is read.

    ``reads`` names the other registers it looks at. ``families`` are the families of periods for
    which it is given, none meaning all. With ``every_unit`` it is counted in units that have no row
    as well, since its denominator says how many units there are. ``counted_in`` is what the number
    counts, as paper has it: tin, vụ, mô hình. ``below_enters`` are the rows that come into the
    denominator, where that is a figure of its own: one entered late is told with it, not here.
    """

    code: str
    label: Label
    kind: CountKind
    rule: str
    count: Count
    part_labels: Mapping[str, Label] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    every_unit: bool = False
    counted_in: Label = RECORDS
    switches: tuple[Switch, ...] = ()
    enters: Entering | None = None
    below_enters: Entering | None = None
    of_entered: bool = False
    adds: frozenset[str] = frozenset()
    late: bool = True

    @property
    def has_late(self) -> bool:
        """Whether there is a line for what was entered late."""
        return self.late and self.kind is CountKind.FLOW

    def entering(self, books: Books) -> Iterable[Counted]:
        """Return the rows that come into the figure of the period."""
        if self.enters is not None:
            return self.enters(books)
        return cast("tuple[Counted, ...]", self.count(books).records)

    @property
    def order(self) -> tuple[str | int, ...]:
        """The key that sorts codes as people do: B2.1 before B11.1."""
        return tuple(int(part) if part.isdigit() else part for part in _DIGITS.split(self.code))

    def given_for(self, period: Period) -> bool:
        """Say whether there is such a figure for the period; where not, it is no zero (A34)."""
        return not self.families or period.family in self.families


_RECORD = attrgetter("record")


def figure(records: Iterable[Behind]) -> Figure:
    """Make the figure that counts these records."""
    kept = tuple(sorted(records, key=_RECORD))
    return Figure(len(kept), kept)


def add(figures: Iterable[Figure]) -> Figure:
    """Add the figures of several units; parts and denominators add up line by line."""
    value, denominator = 0, None
    parts: dict[str, int] = {}
    records: list[Behind] = []
    for one in figures:
        value += one.value
        records.extend(one.records)
        if one.denominator is not None:
            denominator = (denominator or 0) + one.denominator
        for name, number in one.parts.items():
            parts[name] = parts.get(name, 0) + number
    return Figure(value, tuple(sorted(records, key=_RECORD)), denominator, parts)


def distinct_persons(rows: Iterable[Counted]) -> int:
    """Return how many people the rows of one unit are about (counting A02).

    They are the distinct numbers, and the names with birth dates that stand in no row with a
    number. A row with neither is a person of its own.
    """
    numbered, named, loose, alone = set(), set(), set(), 0
    for row in rows:
        number, name = row.shared.get(ID_KEY), row.shared.get(NAME_KEY)
        if number is not None:
            numbered.add(number)
            named.add(name)
        elif name is not None:
            loose.add(name)
        else:
            alone += 1
    return len(numbered) + len(loose - named) + alone


def stands(day: date, start: str, end: str) -> bool:
    """Say whether something exists at the end of a day.

    ``start`` is its first ISO day, ``end`` the first on which it is no more, "" for none (A05).
    """
    text = day.isoformat()
    return bool(start) and start <= text and (not end or text < end)


def within(period: Period, day: str) -> bool:
    """Say whether an ISO day lies in the period; "" lies in none."""
    return bool(day) and period.first.isoformat() <= day <= period.last.isoformat()
