"""The rows of the table: cells as they were typed, an empty row at the end, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.pasted import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand
    from antq_desktop.gui.entry.tools import Remark
    from antq_desktop.gui.theme import Theme

    AnyIndex = QModelIndex | QPersistentModelIndex
    Rows = list[dict[str, str]]

_ROOT = QModelIndex()
_RIGHT = frozenset({Kind.INTEGER, Kind.MONEY})
_MOST_UNDONE = 50


class ManyModel(QAbstractTableModel):
    """Every change can be taken back, the last one first."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hand: Hand | None = None
        self._rows: Rows = []
        self._before: list[Rows] = []
        self._remarks: Mapping[int, Sequence[Remark]] = {}
        self._fields: Mapping[str, Field] = {}
        self.columns: tuple[Field, ...] = ()

    @property
    def rows(self) -> Rows:
        """The rows that have anything in them, each with its cells by the names of the fields."""
        return [dict(row) for row in self._rows if row]

    @property
    def places(self) -> list[int]:
        """Where the rows that have anything in them stand in the table."""
        return [place for place, row in enumerate(self._rows) if row]

    def begin(self, hand: Hand, fields: Sequence[Field], rows: Iterable[Mapping[str, str]]) -> None:
        """Show other rows, all ``fields`` of them; nothing can be taken back."""
        self.beginResetModel()
        self._hand, self.columns = hand, tuple(fields)
        self._fields = {one.name: one for one in fields}
        self._rows = [dict(row) for row in rows]
        self._before, self._remarks = [], {}
        self.endResetModel()

    def show_columns(self, columns: Sequence[Field]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def replace_rows(self, rows: Rows) -> None:
        """Put other rows in place of these."""
        self._remember()
        self._set(rows)

    def put(self, at: int, rows: Sequence[Mapping[str, str]]) -> None:
        """Put cells over those from a row on; what they do not name stays."""
        now = [dict(row) for row in self._rows]
        now += [{} for _ in range(at + len(rows) - len(now))]
        for place, cells in enumerate(rows, at):
            now[place] = {**now[place], **self._settled(cells)}
        self.replace_rows(now)

    def insert(self, at: int, cells: Mapping[str, str]) -> None:
        """Add a row before another one."""
        self.replace_rows([*self._rows[:at], dict(cells), *self._rows[at:]])

    def remove(self, places: Iterable[int]) -> None:
        """Take rows away."""
        gone = set(places)
        self.replace_rows([row for place, row in enumerate(self._rows) if place not in gone])

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        if not self._before:
            return False
        self._set(self._before.pop())
        return True

    def set_remarks(self, remarks: Mapping[int, Sequence[Remark]]) -> None:
        """Mark what is wrong, by the place of the row."""
        self._remarks = remarks
        last = self.index(self.rowCount() - 1, max(self.columnCount() - 1, 0))
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def cell(self, row: int, name: str) -> str:
        """Return the text of a cell."""
        return self._rows[row].get(name, "") if row < len(self._rows) else ""

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows there are, with the empty one at the end."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns are in view."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every cell be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return the label of a column, or the number of a row and whether something is wrong."""
        language = self._hand.language if self._hand else "vi"
        if orientation is Qt.Orientation.Horizontal:
            one = self.columns[section]
            words = one.label.text(language)
            if role == int(Qt.ItemDataRole.DisplayRole):
                return f"{words} *" if one.required else words
            return words if role == int(Qt.ItemDataRole.ToolTipRole) else None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return str(section + 1)
        if role == int(Qt.ItemDataRole.DecorationRole) and self._remarks.get(section):
            return self._theme.icon("error", "error")
        return None

    def data(self, index: AnyIndex, role: int = 0) -> object:
        """Return a cell: its text, its side, what is wrong with it."""
        one = self.columns[index.column()]
        text = self.cell(index.row(), one.name)
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)}:
            return text
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = Qt.AlignmentFlag.AlignRight if one.kind in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        wrong = [
            remark.text
            for remark in self._remarks.get(index.row(), ())
            if remark.within()[0] == one.name
        ]
        if role == int(Qt.ItemDataRole.BackgroundRole) and wrong:
            return QColor(self._theme.colours.error_soft)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return "\n".join(wrong) or text
        return None

    def setData(self, index: AnyIndex, value: object, role: int = 2) -> bool:
        """Take what was typed into a cell, in its usual form."""
        name, text = self.columns[index.column()].name, str(value or "")
        if role != int(Qt.ItemDataRole.EditRole):
            return False
        if self._settled({name: text}).get(name, "") != self.cell(index.row(), name):
            self.put(index.row(), [{name: text}])
        return True

    def _settled(self, cells: Mapping[str, str]) -> dict[str, str]:
        """Return cells in their usual form, each understood as its field."""
        known, hand = self._fields, self._hand
        return {
            name: settled(hand, known[name], text) if hand and name in known else text
            for name, text in cells.items()
        }

    def _remember(self) -> None:
        self._before = [*self._before, [dict(row) for row in self._rows]][-_MOST_UNDONE:]

    def _set(self, rows: Rows) -> None:
        rows = [{name: text for name, text in row.items() if text} for row in rows]
        while rows and not rows[-1]:
            rows.pop()
        more = len(rows) - len(self._rows)
        if more > 0:
            self.beginInsertRows(_ROOT, self.rowCount(), self.rowCount() + more - 1)
        elif more < 0:
            self.beginRemoveRows(_ROOT, len(rows) + 1, len(self._rows))
        self._rows = rows
        if more > 0:
            self.endInsertRows()
        elif more < 0:
            self.endRemoveRows()
        self.set_remarks({})
        self.changed.emit()
