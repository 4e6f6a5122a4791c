"""A record as a form asks it: lines, tables and boxes that are dotted where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Choice, Line, Pair, Row, Table
from antq_desktop.printing.people import person_in_a_line, person_lines
from antq_desktop.printing.values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.fields import Code
    from antq_desktop.printing.blocks import Block, Column
    from antq_desktop.printing.subjects import RecordSubject

    Person = Mapping[str, object]

_BLANK_ROWS = 4


@dataclass(frozen=True, slots=True)
class Entries:
    """Asks a record, or nothing for a blank form: each answer is then room for the hand.

    The field "" is none: what is asked of it is always left for the hand.
    """

    record: RecordSubject | None

    @property
    def blank(self) -> bool:
        """Whether there is no record."""
        return self.record is None

    def raw(self, name: str) -> object:
        """Return a value as it is stored, None without one."""
        return self.record.values.get(name) if self.record is not None else None

    def text(self, name: str) -> str | None:
        """Return a value in words, None without one."""
        if self.record is None or not name:
            return None
        return shown(self.record.register.by_name[name], self.raw(name), self.record)

    def day(self, name: str) -> date | None:
        """Return the day of a date or moment, None without one."""
        value = self.raw(name)
        return date.fromisoformat(str(value)[:10]) if value else None

    def on(self, name: str) -> str:
        """Return "ngày 05 tháng 3 năm 2024", or dots."""
        return words.day_in_words(self.day(name))

    def at(self, name: str) -> str:
        """Return "14 giờ 30 phút, ngày 05 tháng 3 năm 2024", or dots."""
        value = self.raw(name)
        return words.moment_in_words(datetime.fromisoformat(str(value)) if value else None)

    def line(self, label: str, name: str, lines: int = 1) -> Line:
        """Return a labelled line; ``lines`` dotted ones where there is no value."""
        return Line(label, self.text(name), lines)

    def pair(self, first: tuple[str, str], second: tuple[str, str], share: float = 0.5) -> Pair:
        """Return two labelled lines beside each other, each a label and the name of a field."""
        return Pair(self.line(*first), self.line(*second), share)

    def money(self, label: str, name: str) -> Line:
        """Return an amount in figures and words."""
        value = self.raw(name)
        return Line(label, words.money(value) if isinstance(value, int) else None)

    def choice(self, label: str, name: str, codes: Sequence[Code]) -> Block:
        """Return the codes with boxes on a blank form, the chosen words on a filled one."""
        if self.record is None:
            return Choice(label, [(code.label.vi, False) for code in codes])
        return self.line(label, name)

    def rows(self, name: str) -> Sequence[Mapping[str, object]]:
        """Return child rows, none where there are none."""
        return self.record.rows(name) if self.record is not None else ()

    def cell(self, name: str, row: Mapping[str, object], column: str) -> str:
        """Return a cell of a child row in words, "" without one."""
        if self.record is None:
            return ""
        field = self.record.register.by_name[name].column(column)
        return shown(field, row.get(column), self.record) or ""

    def table(
        self, name: str, columns: Sequence[tuple[Column, str]], *, blank: int = _BLANK_ROWS
    ) -> Table:
        """Return child rows as a table; each column names its field, "" for one of the hand.

        The field "#" is the running number. Without rows there are ``blank`` empty ones.
        """
        filled = [
            Row(
                [
                    str(place) if field == "#" else self.cell(name, row, field) if field else ""
                    for _, field in columns
                ]
            )
            for place, row in enumerate(self.rows(name), 1)
        ]
        empty = Row([""] * len(columns))
        return Table([column for column, _ in columns], filled or [empty] * blank)

    def person(self, name: str) -> Person:
        """Return a person, {} without one."""
        return cast("Person", self.raw(name) or {})

    def person_lines(self, name: str) -> Iterator[Block]:
        """Yield the lines of a person of a field."""
        yield from self.lines_of(self.person(name))

    def lines_of(self, person: Person) -> Iterator[Block]:
        """Yield the lines of a person."""
        yield from person_lines(person, self._unit)

    def name_of(self, name: str) -> str | None:
        """Return the full name of a person of a field, None without one."""
        value = self.person(name).get("full_name")
        return str(value) if value else None

    def unit_of(self, person: Person) -> str | None:
        """Return where a person lives: the address and the unit."""
        parts = (person.get("address"), self._unit(person.get("address_unit")))
        return ", ".join(str(part) for part in parts if part) or None

    def described(self, person: object) -> str:
        """Return a person in one line."""
        return person_in_a_line(cast("Person", person or {}), self._unit)

    def _unit(self, value: object) -> str | None:
        return self.record.unit(value) if self.record is not None else None
