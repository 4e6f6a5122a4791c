"""The table of certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from antq_desktop.gui.common.chips import CHIP_ROLE
from antq_desktop.gui.common.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from antq_desktop.gui.theme import Tone

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STATE = 4


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate as it is listed; ``may_revoke`` is False for the own and for revoked ones."""

    serial: str
    cells: tuple[str, str, str, str, str]
    tone: Tone
    hint: str
    may_revoke: bool


class CertificateModel(QAbstractTableModel):
    """The certificates, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CertificateRow, ...] = ()
        self.columns = (
            Column(self.tr("Đơn vị")),
            Column(self.tr("Người giữ")),
            Column(self.tr("Cấp ngày")),
            Column(self.tr("Hết hạn")),
            Column(self.tr("Trạng thái"), "chip"),
        )

    def set_rows(self, rows: Sequence[CertificateRow]) -> None:
        """Show other certificates."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> CertificateRow | None:
        """Return the certificate of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; the state is drawn as a chip."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.hint or row.cells[index.column()]
        return row.tone if role == CHIP_ROLE and index.column() == _STATE else None
