"""The rows of a child as a table shows them: what was typed, as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from antq_desktop.domain.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand
    from antq_desktop.gui.entry.tools import Tone
    from antq_desktop.gui.theme import Theme

    AnyIndex = QModelIndex | QPersistentModelIndex

_RIGHT = frozenset({Kind.INTEGER, Kind.MONEY})
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows of typed things, with the tone of a row that has a problem."""

    def __init__(self, columns: Sequence[Field], hand: Hand, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: list[dict[str, object]] = []
        self._hand = hand
        self._theme = theme
        self._tones: Mapping[int, Tone] = {}

    @property
    def row_height(self) -> int:
        """The height of a row, in pixels."""
        return self._theme.row_height

    def set_rows(self, rows: list[dict[str, object]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def set_row(self, row: int, typed: dict[str, object]) -> None:
        """Show something else in one row."""
        self.rows[row] = typed
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def set_tones(self, tones: Mapping[int, Tone]) -> None:
        """Mark rows, counted from 1."""
        self._tones = tones
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many fields a row has."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return the label of a field."""
        if orientation is Qt.Orientation.Horizontal and role in {
            int(Qt.ItemDataRole.DisplayRole),
            int(Qt.ItemDataRole.ToolTipRole),
        }:
            return self.columns[section].label.text(self._hand.language)
        return None

    def data(self, index: AnyIndex, role: int = 0) -> object:
        """Return the text of a cell, its side, and the icon of a row with a problem."""
        one = self.columns[index.column()]
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)}:
            return self._text(one, self.rows[index.row()].get(one.name))
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = Qt.AlignmentFlag.AlignRight if one.kind in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        tone = self._tones.get(index.row() + 1)
        if role == int(Qt.ItemDataRole.DecorationRole) and index.column() == 0 and tone:
            return self._theme.icon(tone, tone)
        return None

    def _text(self, one: Field, typed: object) -> str:
        if typed is None:
            return ""
        if isinstance(typed, dict):
            return str(typed.get("text") or typed.get("full_name") or "")
        if isinstance(typed, list):
            found = (one.code(str(code)) for code in cast("list[object]", typed))
            return ", ".join(code.text(self._hand.language) for code in found if code)
        if isinstance(typed, bool):
            return "✓" if typed else ""
        return str(typed)
