"""Draws a state as a soft field with its word or letter in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from antq_desktop.gui.reported.model import TONE_ROLE

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Theme, Tone

AnyIndex = QModelIndex | QPersistentModelIndex
_GAP, _ROUND = 1.5, 3.0


class StateDelegate(QStyledItemDelegate):
    """Draws the cells of the matrix; the word says what the colour says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the cell as ever without its text, then the state."""
        tone: Tone | None = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget: QWidget = plain.widget
        control = QStyle.ControlElement.CE_ItemViewItem
        widget.style().drawControl(control, plain, painter, widget)
        colour, soft = self._theme.tone(tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(plain.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        if tone != "neutral":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft)
            painter.drawRoundedRect(room, _ROUND, _ROUND)
        painter.setFont(plain.font)
        painter.setPen(colour)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        if plain.state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._theme.colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, _ROUND, _ROUND)
        painter.restore()
