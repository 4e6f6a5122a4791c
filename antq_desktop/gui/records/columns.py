"""The columns of a list: the number in the book, the fields that were chosen, the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.listing import BOOK, STATE, UNIT, value_of

if TYPE_CHECKING:
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.register import Register
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.listing import ListRow

_RIGHT = frozenset({Kind.INTEGER, Kind.MONEY})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with the texts of its cells, made where there is time for it."""

    row: ListRow
    texts: tuple[str, ...]


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

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return on which side the cells of a column stand: numbers right, all else left."""
        name = self.names[column]
        one = self.register.by_name.get(name)
        right = name == BOOK or (one is not None and one.kind in _RIGHT)
        return _MIDDLE | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)

    def tone(self, column: int, row: ListRow) -> Tone | None:
        """Return the tone of a cell that is a chip."""
        if self.names[column] != STATE:
            return None
        if row.line.voided:
            return "error"
        return "warning" if row.line.draft else "neutral"

    def shown(self, row: ListRow | None) -> Shown | None:
        """Return a row with all its texts; None for none."""
        if row is None:
            return None
        return Shown(row, tuple(self.text(column, row) for column in range(len(self))))

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

    def _state(self, row: ListRow) -> str:
        if row.line.voided:
            return QCoreApplication.translate("Records", "Đã hủy")
        if row.line.draft:
            return QCoreApplication.translate("Records", "Nháp")
        labels = {code.code: code for code in self.register.life_cycle.states}
        state = labels.get(row.line.state)
        return state.text(self.hand.language) if state else row.line.state
