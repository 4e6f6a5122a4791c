"""The outline of a report: its headings below each other, whole in letters of any size."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from antq_desktop.gui.theme import L, S

_HIGHEST = 10_000


class Outline(QListWidget):
    """A list whose rows are as high as what stands in them takes; there is no bar to push aside."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(self))


class _Rows(QStyledItemDelegate):
    """Rows of wrapped text: Qt's own height forgets the padding of the style at both sides."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a heading that wraps within its row."""
        usual = super().sizeHint(option, index)
        room = QRect(0, 0, self._view.viewport().width() - 2 * L, _HIGHEST)
        wrapped = self._view.fontMetrics().boundingRect(
            room, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return QSize(room.width(), max(usual.height(), wrapped.height() + 2 * S))
