"""A register: one record book, declared as data. Everything else follows from the declaration."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from antq_desktop.domain.attachments import ATTACHMENTS
from antq_desktop.domain.fields import FREE_KINDS, Field, Kind, Label, Travel
from antq_desktop.domain.keys import KEY_NAMES
from antq_desktop.domain.sharing import SHARED_TEXT
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime

    from antq_desktop.domain.books import Book
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.keys import SharedKey
    from antq_desktop.domain.lifecycle import LifeCycle
    from antq_desktop.domain.rules import Rule
    from antq_desktop.domain.working_days import Calendar

#: Members of the shared part that the program writes itself.
BOOK = "book"
#: Names that the tables of every register use themselves.
RESERVED = frozenset({ATTACHMENTS, BOOK, "record", "row", *KEY_NAMES})
MOVES = "moves"


class Group(Enum):
    """Which books lie together, in the order in which they are shown."""

    CASES = Label("Nguồn tin, vụ việc", "Reports and cases")
    PEOPLE = Label("Hồ sơ, đối tượng", "Files on persons")
    MOVEMENT = Label("Phong trào", "The movement")
    FORCES = Label("Lực lượng, phối hợp", "Forces and partners")
    COMMITTEE = Label("Ban Chỉ đạo, văn bản", "Committee, documents")
    PLACES = Label("Địa bàn, cơ quan", "Areas and bodies")
    OTHER = Label("Sổ khác", "Other books")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of fields, as they stand together on the form."""

    label: Label
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a time limit hangs on besides the record.

    ``remote`` is True in communes with the longer limits; ``calendar`` gives the working days, and
    is asked only by limits that count them, since getting it takes a moment.
    """

    remote: bool
    calendar: Callable[[], Calendar]


class Due(Protocol):
    """Gives the last moment of a time limit."""

    def __call__(self, values: Mapping[str, object], setting: Setting, /) -> datetime | None:
        """Return the last moment for these values, None where the limit does not apply."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit set by law: when it falls, and whether the act it demands was done.

    ``start`` names the field from which it runs. ``due`` returns the last moment (or None where
    the limit does not apply), ``met`` the moment of the act (or None while it is outstanding).
    ``unverified_from`` is the first day of ``start`` for which the text in force could not be read.
    """

    code: str
    label: Label
    basis: str
    start: str
    due: Due
    met: Callable[[Mapping[str, object]], datetime | None]
    unverified_from: date | None = None

    def verified_for(self, values: Mapping[str, object]) -> bool:
        """Say whether the text that sets the limit was read for the day on which it starts."""
        day = str(values.get(self.start) or "")[:10]
        if self.unverified_from is None or not day:
            return True
        # Of a year alone, the whole counts as unverified that the day lies in.
        return day < self.unverified_from.isoformat()[: len(day)]

    def last_moment(self, values: Mapping[str, object], setting: Setting) -> datetime | None:
        """Return the last moment, None where the limit does not apply.

        None too in years whose working days the calendar does not know: an old record in a book
        must not keep the others from being listed.
        """
        try:
            return self.due(values, setting)
        except Refusal as refusal:
            if refusal.message_id != "calendar.unknown_year":
                raise
            return None


@dataclass(frozen=True, kw_only=True)
class Register:
    """One register: names, sections, life cycle, rules, deadlines, indicators.

    ``short`` is the name where there is little room, ``group`` the books it lies with.
    ``event_field`` holds the legal day that decides the period. ``title`` names the fields that
    stand for a record in a list. ``state_field`` is the field that shows the state under a name of
    its own (R06 ``status``). ``booked_by`` is the field whose year is that of the book number; None
    takes the day of entry. ``keys`` are computed at every save and travel in place of what they
    stand for. ``books`` are the books that it is printed as, one made of the declaration where
    none is named.
    """

    name: str
    code: str
    label: Label
    basis: str
    sections: tuple[Section, ...]
    life_cycle: LifeCycle
    event_field: str
    title: tuple[str, ...]
    columns: tuple[str, ...]
    short: Label | None = None
    group: Group = Group.OTHER
    state_field: str | None = None
    booked_by: str | None = None
    moves_kind: Kind = Kind.DATE
    keys: tuple[SharedKey, ...] = ()
    rules: tuple[Rule, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    indicators: tuple[Indicator, ...] = field(default=())
    books: tuple[Book, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a declaration that would let free text travel, or whose names do not fit."""
        for path, one in self.paths():
            allowed = (self.name, path) in SHARED_TEXT
            if one.travel is Travel.SHARED and one.kind in FREE_KINDS and not allowed:
                raise ValueError(f"{self.name}.{path} is free text and may not travel")
            if "." in path and one.kind is Kind.ROWS:
                raise ValueError(f"{self.name}.{path} has rows inside rows")
        names = set(self.by_name)
        taken = {path.rpartition(".")[2] for path, _ in self.paths()} | names
        if RESERVED & taken or len(names) < len(self.fields):
            raise ValueError(
                f"{self.name} has a field twice, or one that the program writes itself"
            )
        used = {self.event_field, *self.title, *self.columns}
        used |= {name for rule in self.rules for name in rule.fields}
        used |= {deadline.start for deadline in self.deadlines}
        used |= {key.field for key in self.keys}
        used |= {name for name in (self.state_field, self.booked_by) if name}
        used |= {name for book in self.books for one in book.columns for name in one.fields}
        used |= {book.only[0] for book in self.books if book.only}
        if used - names:
            raise ValueError(f"{self.name} has no field {sorted(used - names)}")

    @property
    def short_label(self) -> Label:
        """The name where there is little room."""
        return self.short or self.label

    @cached_property
    def moves_field(self) -> Field:
        """The child rows that every register has: dated states."""
        shared = Travel.SHARED
        return Field(
            name=MOVES,
            kind=Kind.ROWS,
            label=Label("Diễn biến trạng thái", "Dated states"),
            travel=shared,
            required=True,
            columns=(
                Field(
                    name="state",
                    kind=Kind.CHOICE,
                    label=Label("Trạng thái", "State"),
                    travel=shared,
                    required=True,
                    codes=self.life_cycle.states,
                ),
                Field(
                    name="on",
                    kind=self.moves_kind,
                    label=Label("Ngày", "On"),
                    travel=shared,
                    required=True,
                ),
                Field(
                    name="replaces",
                    kind=Kind.INTEGER,
                    label=Label("Sửa dòng số", "Corrects line"),
                    travel=shared,
                    minimum=1,
                ),
            ),
        )

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order of the form; the moves come last."""
        return (*(one for section in self.sections for one in section.fields), self.moves_field)

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by name."""
        return {one.name: one for one in self.fields}

    @cached_property
    def dated(self) -> tuple[Field, ...]:
        """The fields of which a code is valid for some days only, or that of a column of theirs."""
        return tuple(one for one in self.fields if any(map(_is_dated, (one, *one.columns))))

    @cached_property
    def shared_rules(self) -> tuple[Rule, ...]:
        """The rules that read nothing but what travels: an office can run them."""
        return tuple(
            rule
            for rule in self.rules
            if all(self.travels(name) == {Travel.SHARED} for name in rule.read)
        )

    def paths(self) -> Iterator[tuple[str, Field]]:
        """Yield each field with its path; columns of rows as ``rows.column``."""
        for one in self.fields:
            if one.kind is Kind.ROWS:
                yield from ((f"{one.name}.{column.name}", column) for column in one.columns)
            else:
                yield one.name, one

    def travels(self, name: str) -> frozenset[Travel]:
        """Say in which parts a field is kept, any column of its rows, or one ("points.number")."""
        name, _, wanted = name.partition(".")
        one = self.by_name[name]
        if one.kind is Kind.ROWS:
            columns = [column for column in one.columns if wanted in {"", column.name}]
            return frozenset(column.travel for column in columns)
        return frozenset({one.travel})

    @cached_property
    def has_confidential(self) -> bool:
        """Whether any field is sealed."""
        return any(one.travel is Travel.CONFIDENTIAL for _, one in self.paths())


def _is_dated(one: Field) -> bool:
    return any(code.valid_from or code.valid_to for code in one.codes)
