"""The units that were found for what was typed."""

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
class UnitRow:
    """A unit as it is listed; ``key`` is the text of its `UnitKey`."""

    key: str
    text: str


class UnitModel(QAbstractListModel):
    """The units that were found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[UnitRow, ...] = ()

    def set_rows(self, rows: Sequence[UnitRow]) -> None:
        """Show other units."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def key_at(self, index: AnyIndex) -> str:
        """Return the key of a row, empty for none."""
        return self._rows[index.row()].key if index.isValid() else ""

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line of a unit."""
        return self._rows[index.row()].text if role == Qt.ItemDataRole.DisplayRole else None
