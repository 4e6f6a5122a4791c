"""Draws a state as a soft field with its word or letter in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from antq_desktop.gui.common.chips import ToneDelegate
from antq_desktop.gui.reported.model import TONE_ROLE

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Tone

_GAP, _ROUND = 1.5, 3.0


class StateDelegate(ToneDelegate):
    """Draws the cells of the matrix; the word says what the colour says."""

    role = TONE_ROLE

    def _draw(self, painter: QPainter, plain: QStyleOptionViewItem, text: str, tone: Tone) -> None:
        colour, soft = self._theme.tone(tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(plain.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        if tone != "neutral":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft)
            painter.drawRoundedRect(room, _ROUND, _ROUND)
        painter.setPen(colour)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        if plain.state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._theme.colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room, _ROUND, _ROUND)
