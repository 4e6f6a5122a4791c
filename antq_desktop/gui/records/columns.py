"""The columns of a list: the number in the book, the fields that were chosen, the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.paged import PagedRow
from antq_desktop.gui.common.table import Column
from antq_desktop.services.listing import BOOK, STATE, UNIT, value_of

if TYPE_CHECKING:
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.register import Register
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.listing import ListRow

_NUMBERS = frozenset({Kind.INTEGER, Kind.MONEY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(PagedRow):
    """A row of a list with its record."""

    row: ListRow


@dataclass(frozen=True, slots=True)
class Columns:
    """What a list shows of a register. ``fields`` are the chosen ones; an office sees units too."""

    register: Register
    fields: tuple[str, ...]
    hand: Hand
    office: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What each column is sorted by; the state stands where its own field does, or last."""
        shown = tuple(STATE if name == self.register.state_field else name for name in self.fields)
        last = () if STATE in shown else (STATE,)
        return (BOOK, *((UNIT,) if self.office else ()), *shown, *last)

    def __len__(self) -> int:
        return len(self.names)

    def label(self, column: int) -> str:
        """Return the words above a column."""
        name = self.names[column]
        if name == BOOK:
            return QCoreApplication.translate("Records", "Số")
        if name == UNIT:
            return QCoreApplication.translate("Records", "Đơn vị")
        if name == STATE:
            return QCoreApplication.translate("Records", "Trạng thái")
        return self.register.by_name[name].label.text(self.hand.language)

    @property
    def heads(self) -> tuple[Column, ...]:
        """The columns as a table shows them: numbers to the right, the state as a chip."""
        return tuple(Column(self.label(at), self._kind(name)) for at, name in enumerate(self.names))

    def shown(self, row: ListRow | None) -> Shown | None:
        """Return a row with all its texts; None for none."""
        if row is None:
            return None
        tone: Tone = "error" if row.line.voided else "warning" if row.line.draft else "neutral"
        texts = tuple(self.text(column, row) for column in range(len(self)))
        return Shown(row=row, texts=texts, tone=tone, struck=row.line.voided)

    def text(self, column: int, row: ListRow) -> str:
        """Return the text of a cell."""
        name = self.names[column]
        if name == BOOK:
            return row.line.book or ""
        if name == UNIT:
            return self.hand.unit_text(parse_unit_key(row.line.unit))
        if name == STATE:
            return self._state(row)
        one = self.register.by_name[name]
        value = value_of(one, row.cells[self.fields.index(name)])
        if one.kind is Kind.PERSON:
            return str(value.get("full_name", "")) if isinstance(value, dict) else ""
        if one.kind is Kind.FLAG:
            return QCoreApplication.translate("Records", "Có") if value else ""
        return str(self.hand.show(one, value)) if value is not None else ""

    def _kind(self, name: str) -> Literal["text", "number", "chip"]:
        if name == STATE:
            return "chip"
        one = self.register.by_name.get(name)
        return "number" if name == BOOK or (one and one.kind in _NUMBERS) else "text"

    def _state(self, row: ListRow) -> str:
        if row.line.voided:
            return QCoreApplication.translate("Records", "Đã hủy")
        if row.line.draft:
            return QCoreApplication.translate("Records", "Nháp")
        labels = {code.code: code for code in self.register.life_cycle.states}
        state = labels.get(row.line.state)
        return state.text(self.hand.language) if state else row.line.state
