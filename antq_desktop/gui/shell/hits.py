"""What the search box finds: one line a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class HitRow:
    """A record that was found; an empty ``record`` is a line that only says something."""

    record: str
    text: str


class HitModel(QAbstractListModel):
    """The records that were found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HitRow, ...] = ()

    def set_rows(self, rows: Sequence[HitRow]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def record_at(self, index: AnyIndex) -> str:
        """Return the id of a row, empty for none."""
        return self._rows[index.row()].record if index.isValid() else ""

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many were found."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Make lines that only say something impossible to choose."""
        if not self.record_at(index):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line."""
        return self._rows[index.row()].text if role == Qt.ItemDataRole.DisplayRole else None
