"""States as small labelled chips, in a table and alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Theme, Tone

CHIP_ROLE = int(Qt.ItemDataRole.UserRole) + 100
"""The role under which a model gives the tone of a cell that is drawn as a chip (None: no chip)."""

_WRAPPED = QStyleOptionViewItem.ViewItemFeature.WrapText
_INSET = 12
"""Pixels between the edge of a cell and its text."""
_HIGHEST = 10_000

AnyIndex = QModelIndex | QPersistentModelIndex


class ToneDelegate(QStyledItemDelegate):
    """Draws cells as ever, but for those that have a tone under its role."""

    role = CHIP_ROLE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the cell as ever; one with a tone without its text, which is drawn over it."""
        tone: Tone | None = index.data(self.role)
        if tone is None:
            super().paint(painter, option, index)
            return
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        widget: QWidget = plain.widget
        control = QStyle.ControlElement.CE_ItemViewItem
        widget.style().drawControl(control, plain, painter, widget)
        painter.save()
        painter.setFont(plain.font)
        self._draw(painter, plain, text, tone)
        painter.restore()

    def _draw(self, painter: QPainter, plain: QStyleOptionViewItem, text: str, tone: Tone) -> None:
        """Draw the text with its tone."""
        raise NotImplementedError


class ChipDelegate(ToneDelegate):
    """Draws the text of a cell as a chip in the tone that the model gives."""

    def _draw(self, painter: QPainter, plain: QStyleOptionViewItem, text: str, tone: Tone) -> None:
        high = min(plain.rect.height() - 2 * XS, plain.fontMetrics.height() + 2 * XS)
        top = plain.rect.top() + (plain.rect.height() - high) / 2
        room = QRectF(plain.rect.left() + S, top, plain.rect.width() - 2 * S, high)
        wide = min(room.width(), plain.fontMetrics.horizontalAdvance(text) + 2 * S + XS)
        room.setWidth(wide)
        colours = self._theme.tone(tone)
        draw_chip(painter, room, text, *colours)
        if plain.state & QStyle.StateFlag.State_Selected:  # its ground may be that of the row
            _edge(painter, room, colours[0])

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Leave room for the ends of the chip, and for all lines of a wrapped text."""
        size = super().sizeHint(option, index)
        if option.rect.width() > 0 and option.features & _WRAPPED:
            room = QRect(0, 0, max(option.rect.width() - 2 * _INSET, 1), _HIGHEST)
            words = str(index.data())
            lines = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
            size.setHeight(lines.height() + S)
        return QSize(size.width() + 3 * S, size.height())


class Chip(QLabel):
    """A chip that stands alone, beside a title or in a card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = "neutral"
        self.setContentsMargins(S, XS, S, XS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_state(self, text: str, tone: Tone) -> None:
        """Show a state in words and in a tone."""
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip as the delegate does."""
        del event
        painter = QPainter(self)
        draw_chip(painter, QRectF(self.rect()), self.text(), *self._theme.tone(self._tone))
        painter.end()


def _edge(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    line = room.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
    painter.restore()


def draw_chip(painter: QPainter, room: QRectF, text: str, colour: QColor, soft: QColor) -> None:
    """Draw a chip: a text in its colour, on its soft colour, in so much room."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
    painter.setPen(colour)
    inside = room.adjusted(S, 0, -S, 0)
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, math.ceil(inside.width()) + XS
    )
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
