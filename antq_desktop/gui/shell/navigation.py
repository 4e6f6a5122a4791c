"""The list at the left: groups, screens, counts, drafts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from antq_desktop.gui.theme import XS, L, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from antq_desktop.gui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ENTRY = int(Qt.ItemDataRole.UserRole)
_WRAPPED = Qt.TextFlag.TextWordWrap
_HIGHEST = 10_000


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A screen, or with an empty key the heading of a group; ``hint`` is its full name."""

    key: str
    text: str
    icon: str = ""
    count: int | None = None
    badge: str = ""
    """What waits, with its number: shown as the number alone where there is no room for words."""
    hint: str = ""


class NavigationModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NavigationRow, ...] = ()

    def set_rows(self, rows: Sequence[NavigationRow]) -> None:
        """Show other rows; where only counts differ, the selection stays."""
        same = [row.key for row in rows] == [row.key for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if same and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        elif not same:
            self.endResetModel()

    def row_of(self, key: str) -> QModelIndex:
        """Return the place of a screen, an invalid index if it is not listed."""
        rows = (row for row, each in enumerate(self._rows) if each.key == key)
        return self.index(next(rows, -1))

    def key_at(self, index: AnyIndex) -> str:
        """Return the key of a row, empty for a heading."""
        return self._rows[index.row()].key if index.isValid() else ""

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self.key_at(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the row for the delegate, or words for a screen reader."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = "" if row.count is None else str(row.count)
            return " ".join(part for part in (row.text, count, row.badge) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return " · ".join(part for part in (row.hint or row.text, row.badge) if part)
        return row if role == _ENTRY else None


class NavigationDelegate(QStyledItemDelegate):
    """Draws a row: a bar of the accent beside the chosen one, the count at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Rows of the scale; a heading has some air above it, long names a second line."""
        row: NavigationRow = index.data(_ENTRY)
        height = self._theme.row_height + (XS if row.key else M)
        wide = option.fontMetrics.horizontalAdvance(row.text) + 4 * M + self._theme.icon_size
        if row.key and isinstance(self._list, QAbstractItemView):
            text = self._room_of_text(QRect(0, 0, self._list.viewport().width(), height))
            text.setRight(_end_of_text(option.fontMetrics, text, row)[0])
            lines = option.fontMetrics.boundingRect(
                QRect(0, 0, max(text.width(), 1), _HIGHEST), _WRAPPED, row.text
            )
            height = max(height, lines.height() + M)
        return QSize(wide, height)

    def _room_of_text(self, room: QRect) -> QRect:
        return room.adjusted(L + self._theme.icon_size + M, 0, -M, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row: NavigationRow = index.data(_ENTRY)
        room = QRect(option.rect)
        painter.save()
        if row.key:
            self._screen(painter, option, room, row)
        else:
            painter.setPen(QColor(self._theme.colours.muted))
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            heading = room.adjusted(L, M, -S, 0)
            painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, row.text)
        painter.restore()

    def _screen(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: NavigationRow
    ) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(room, QColor(colours.accent_soft))
            painter.fillRect(QRect(room.x(), room.y(), XS, room.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, QColor(colours.window))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(room.adjusted(1, 1, -2, -2))
        size = self._theme.icon_size
        icon = self._theme.picture(row.icon, size, "accent" if chosen else "muted")
        painter.drawPixmap(room.x() + L, room.y() + (room.height() - size) // 2, icon)
        text = self._room_of_text(room)
        text.setRight(self._numbers(painter, text, row))
        painter.setPen(QColor(colours.text))
        painter.drawText(text, _WRAPPED | Qt.AlignmentFlag.AlignVCenter, row.text)

    def _numbers(self, painter: QPainter, room: QRect, row: NavigationRow) -> int:
        """Draw count and badge from the right; return where the text must end."""
        end, badge = _end_of_text(painter.fontMetrics(), room, row)
        right = room.right()
        metrics = painter.fontMetrics()
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if row.count is not None:
            count = QLocale().toString(row.count)
            painter.setPen(QColor(self._theme.colours.muted))
            number = QRect(room.x(), room.y(), right - room.x(), room.height())
            painter.drawText(number, beside, count)
            right -= metrics.horizontalAdvance(count) + S
        if badge:
            colour, soft = self._theme.tone("warning")
            wide, high = metrics.horizontalAdvance(badge) + 2 * S, metrics.height() + XS
            chip = QRect(right - wide, room.center().y() - high // 2, wide, high)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft)
            painter.drawRoundedRect(chip, high / 2, high / 2)
            painter.setPen(colour)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, badge)
        return end


def _end_of_text(metrics: QFontMetrics, room: QRect, row: NavigationRow) -> tuple[int, str]:
    """Return where the text of a row ends before its numbers, and its badge as there is room."""
    right, badge = room.right(), row.badge
    if row.count is not None:
        right -= metrics.horizontalAdvance(QLocale().toString(row.count)) + S
    if badge:
        wide = metrics.horizontalAdvance(badge) + 2 * S
        if right - wide - S - room.x() < metrics.horizontalAdvance(row.text):
            badge = "".join(filter(str.isdigit, row.badge))
            wide = metrics.horizontalAdvance(badge) + 2 * S
        right -= wide + S
    return right, badge
