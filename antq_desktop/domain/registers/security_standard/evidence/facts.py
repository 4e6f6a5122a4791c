"""What a proposal may look at, where an event lies, and what a proposal is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.indicators import within
from antq_desktop.domain.registers.security_standard.criteria import AREA, COMMUNE
from antq_desktop.domain.registers.security_standard.procedure import window, year_of
from antq_desktop.domain.registers.security_standard.said import say
from antq_desktop.domain.vietnamese import fold, tone_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.indicators import Counted, Rows
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.registers.security_standard.said import Said
    from antq_desktop.domain.units import Unit


class Proposed(StrEnum):
    """What the books suggest for a criterion; the first two are codes of its result."""

    MET = "met"
    NOT_MET = "not_met"
    TO_BE_JUDGED = "to_be_judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the books suggest for one criterion, in sentences, with the ids of the records behind.

    It decides nothing: the officer does.
    """

    criterion: str
    result: Proposed
    said: tuple[Said, ...]
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows by where they lie: at the subject, or nobody can say; those elsewhere are left out."""

    here: tuple[Counted, ...]
    unplaced: tuple[Counted, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all of them."""
        return tuple(sorted(row.record for row in (*self.here, *self.unplaced)))


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The file as it stands in the form, and the books of the unit that keeps it.

    ``books`` are shared parts alone, by register. ``private`` are values that never leave a unit,
    by record; None where they are not to be had, as at the office.
    """

    unit: Unit
    values: Mapping[str, object]
    today: date
    books: Mapping[str, Sequence[Counted]] = field(default_factory=dict)
    private: Mapping[str, Mapping[str, object]] | None = None

    @property
    def kind(self) -> str:
        """The kind of subject."""
        return str(self.values["subject_kind"])

    @cached_property
    def year(self) -> int:
        """The year that is assessed."""
        return cast("int", year_of(self.values))

    @cached_property
    def window(self) -> Period:
        """The days that are assessed (Đ8.2)."""
        return window(self.kind, self.year)

    @cached_property
    def before(self) -> Period:
        """The window of the year before, which Đ4.4a compares with."""
        return window(self.kind, self.year - 1)

    @property
    def running(self) -> bool:
        """Whether the window has not ended."""
        return self.today <= self.window.last

    def of(self, register: str) -> Sequence[Counted]:
        """Return the rows of a book in the order of their records, none where it has none."""
        return sorted(self.books.get(register, ()), key=lambda row: row.record)

    def in_window(self, register: str, day: str) -> list[Counted]:
        """Return the rows of a book of which a day lies in the window."""
        return [row for row in self.of(register) if within(self.window, row.day(day))]

    def text(self, name: str) -> str:
        """Return a text or date of the file, "" if it is empty."""
        return str(self.values.get(name) or "")

    def number(self, name: str) -> int | None:
        """Return a number of the file."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def criteria(self) -> Rows:
        """Return the criteria of the file as far as they are filled in."""
        return cast("Rows", self.values.get("criteria") or [])

    @cached_property
    def name(self) -> str:
        """The name of the subject: that of its own book, else what the file says."""
        if self.kind == COMMUNE:
            return self.unit.name
        book = "residential_areas" if self.kind == AREA else "organizations"
        record = self.text("residential_area" if self.kind == AREA else "organization")
        found = (str(row.shared.get("name")) for row in self.of(book) if row.record == record)
        return next(found, self.text("subject"))

    def here(self) -> Said:
        """Return the words that say where was counted."""
        if self.kind == AREA:
            return say("evidence.at", place=self.name)
        return say("evidence.in_commune", place=self.unit.name)

    def placed(self, rows: Iterable[Counted], area: str) -> Placed:
        """Sort rows by the residential area that the shared text of a field names.

        Of an organisation no book says where it was: nothing can be placed.
        """
        return self.sorted(rows, lambda row: self.is_here(str(row.shared.get(area) or "")))

    def sorted(self, rows: Iterable[Counted], tell: Callable[[Counted], bool | None]) -> Placed:
        """Sort rows by what is told of each: here, elsewhere, or None where it is not known."""
        told = [(row, tell(row)) for row in rows]
        return Placed(
            tuple(row for row, here in told if here),
            tuple(row for row, here in told if here is None),
        )

    def is_here(self, area: str) -> bool | None:
        """Say whether the name of a residential area means the subject; None if nobody knows."""
        if self.kind == COMMUNE:
            return True
        if self.kind != AREA or not area.strip():
            return None
        if tone_key(area) == tone_key(self.name):
            return True
        if tone_key(area) in self._areas:
            return False
        # Typed without marks it still means the only area of that name.
        alike = [name for name in self._areas.values() if fold(name) == fold(area)]
        if alike == [self.name]:
            return True
        return False if len(alike) == 1 else None

    @cached_property
    def _areas(self) -> Mapping[str, str]:
        names = {str(row.shared.get("name")) for row in self.of("residential_areas")} | {self.name}
        return {tone_key(name): name for name in sorted(names)}
