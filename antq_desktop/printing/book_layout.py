"""What stands in the rows of a register book: legal columns, or those of the declaration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from antq_desktop.domain.books import Book
from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.register import MOVES
from antq_desktop.printing.blocks import Align
from antq_desktop.printing.values import SEALED, label_of, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Register
    from antq_desktop.printing.subjects import RecordSubject

_COUNTED: Final = frozenset({Kind.INTEGER, Kind.MONEY})
_SHARES: Final = {
    Kind.DATE: 10,
    Kind.PARTIAL_DATE: 10,
    Kind.MOMENT: 12,
    Kind.PARTIAL_MOMENT: 12,
    Kind.INTEGER: 8,
    Kind.MONEY: 12,
    Kind.FLAG: 8,
    Kind.PERSON: 22,
    Kind.LONG_TEXT: 24,
}
_USUAL_SHARE: Final = 15
_NUMBER: Final = 8
_REST: Final = 56
_STATE: Final = 14
_WHOLE_NUMBER: Final = "00000/0000"
_WHOLE: Final = {
    Kind.DATE: "00/00/0000",
    Kind.PARTIAL_DATE: "00/00/0000",
    Kind.MOMENT: "ngày 00/00/0000",
    Kind.PARTIAL_MOMENT: "ngày 00/00/0000",
    Kind.INTEGER: "000.000",
    Kind.MONEY: "000.000.000.000",
}
"""What must not be broken in a cell of a kind; all digits of the fonts are equally wide."""


@dataclass(frozen=True, slots=True)
class BookHead:
    """The head of a column: its words, its part of the width, how its cells stand.

    The column is never narrower than ``whole`` on one line, whatever its part is.
    """

    words: str
    share: int
    align: Align = Align.LEFT
    summed: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row: its cells, the amounts to be summed (None elsewhere), why it was struck through.

    ``note`` stands in the last cell and is never struck itself.
    """

    cells: Sequence[str]
    amounts: Sequence[int | None]
    struck: bool
    note: str


def book_named(register: Register, code: str | None) -> Book:
    """Return a declared book of a register, or without a code the one that shows every record."""
    for book in register.books:
        if book.code == code or (code is None and not book.columns):
            return book
    return Book(code="", label=register.label, basis=register.basis)


@dataclass(frozen=True, slots=True)
class BookLayout:
    """The columns of one book, and how a record stands in them."""

    register: Register
    book: Book

    @property
    def heads(self) -> Sequence[BookHead]:
        """The columns from left to right."""
        if self.book.columns:
            return [
                BookHead(
                    one.head,
                    one.share,
                    self._align(one.fields),
                    one.summed,
                    self._whole(one.fields),
                )
                for one in self.book.columns
            ]
        return [
            BookHead("Số vào sổ", _NUMBER, Align.CENTRE, whole=_WHOLE_NUMBER),
            *(
                BookHead(
                    one.label.vi,
                    _SHARES.get(one.kind, _USUAL_SHARE),
                    self._align((one.name,)),
                    one.kind in _COUNTED,
                    self._whole((one.name,)),
                )
                for one in self._own
            ),
            BookHead("Nội dung khác", _REST),
            BookHead("Trạng thái, ghi chú", _STATE),
        ]

    def row(self, record: RecordSubject) -> BookRow:
        """Return the row of a record."""
        struck = record.voided is not None
        note = f"Đã hủy: {record.voided}" if struck else ""
        return BookRow(self._cells(record), self._amounts(record), struck, note)

    @property
    def _own(self) -> Sequence[Field]:
        return [self.register.by_name[name] for name in self.register.columns]

    def _align(self, names: Sequence[str]) -> Align:
        kinds = {self.register.by_name[name].kind for name in names}
        if kinds and kinds <= _COUNTED:
            return Align.RIGHT
        dates = {Kind.DATE, Kind.PARTIAL_DATE, Kind.MOMENT, Kind.PARTIAL_MOMENT}
        return Align.CENTRE if kinds and kinds <= dates else Align.LEFT

    def _whole(self, names: Sequence[str]) -> str:
        """Return the widest of what must stand on one line in a column of some fields."""
        kinds = (self.register.by_name[name].kind for name in names)
        return max((_WHOLE.get(kind, "") for kind in kinds), key=len, default="")

    def _cells(self, record: RecordSubject) -> list[str]:
        if self.book.columns:
            return [
                "; ".join(filter(None, (self._value(record, name) for name in one.fields)))
                for one in self.book.columns
            ]
        own = [self._value(record, one.name) or "" for one in self._own]
        return [record.book, *own, self._rest(record), self._state(record)]

    def _state(self, record: RecordSubject) -> str:
        state = last_state(record.rows(MOVES))
        states = self.register.life_cycle.states
        return next((code.label.vi for code in states if code.code == state), "")

    def _amounts(self, record: RecordSubject) -> list[int | None]:
        names: list[str | None]
        if self.book.columns:
            names = [one.fields[0] if one.summed else None for one in self.book.columns]
        else:
            own = [one.name if one.kind in _COUNTED else None for one in self._own]
            names = [None, *own, None, None]
        values = [record.values.get(name) if name else None for name in names]
        return [value if isinstance(value, int) else None for value in values]

    def _rest(self, record: RecordSubject) -> str:
        """Return what has no column of its own, with its labels; sealed fields are masked."""
        shown_already = {*self.register.columns, MOVES}
        parts = [
            f"{label_of(one)}: {' '.join(text.split())}"
            for one in self.register.fields
            if one.name not in shown_already and (text := self._value(record, one.name))
        ]
        # After the end of a sentence a semicolon would be one mark too many.
        return "; ".join(parts).replace(".; ", ". ")

    def _value(self, record: RecordSubject, name: str) -> str | None:
        one = self.register.by_name[name]
        if one.travel is Travel.CONFIDENTIAL:
            return SEALED if record.sealed else None
        return shown(one, record.values.get(name), record)
