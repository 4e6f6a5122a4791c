"""Draws the cells of a long list: a window full of them well within a frame.

The cells of a style sheet take Qt a third of a millisecond each, for it looks up rules and lays out
the text anew each time. Here a text is laid out once, and drawn as it is from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from antq_desktop.gui.common.chips import draw_chip
from antq_desktop.gui.common.paged import WAITING
from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from antq_desktop.gui.common.paged import PagedModel, PagedRow
    from antq_desktop.gui.theme import Theme, Tone

    AnyIndex = QModelIndex | QPersistentModelIndex

_KEPT = 4000  # texts that are laid out at a time: some pages of all columns
_MARGIN = S  # so that texts stand under those of the heads
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus


class CellDelegate(QStyledItemDelegate):
    """Draws every column of a table view with a `PagedModel` as the style sheet would."""

    def __init__(self, view: QTableView, model: PagedModel[Any], theme: Theme) -> None:
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        self._texts: dict[tuple[str, int], QStaticText] = {}
        self._take_font()
        theme.changed.connect(self._take_font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell."""
        room: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & _SELECTED:
            painter.fillRect(room, option.palette.highlight())
        row = self._model.shown(index.row())
        column = index.column()
        head = self._model.heads[column]
        text = WAITING if row is None else row.texts[column]
        if row is not None and head.kind == "chip" and text:
            self._draw_chip(painter, room, text, row)
        elif text:
            struck = row is not None and row.struck
            self._draw_text(painter, room, text, struck=struck, right=head.kind == "number")
        if state & _FOCUSED:
            painter.setPen(self._focus)
            painter.drawRect(room.adjusted(0, 0, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the room of a text; none is laid out for it."""
        del option
        row, column = self._model.shown(index.row()), index.column()
        text = WAITING if row is None else row.texts[column]
        wide = self._metrics.horizontalAdvance(text) + 2 * _MARGIN + 1
        if self._model.heads[column].kind == "chip":
            wide += 2 * S
        return QSize(wide, self._theme.row_height)

    def _draw_text(
        self, painter: QPainter, room: QRect, text: str, *, struck: bool, right: bool
    ) -> None:
        wide = room.width() - 2 * _MARGIN
        laid = self._laid_out(text, wide)
        size = laid.size()
        left = room.left() + _MARGIN
        if right:
            left += max(wide - int(size.width()), 0)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        top = room.top() + (room.height() - int(size.height())) // 2
        painter.drawStaticText(QPointF(left, top), laid)
        if struck:  # Qt draws the line of a struck font elsewhere than the static text
            middle = top + self._metrics.ascent() - self._metrics.strikeOutPos()
            painter.drawLine(left, middle, left + int(size.width()), middle)

    def _draw_chip(self, painter: QPainter, room: QRect, text: str, row: PagedRow) -> None:
        around = QRectF(room).adjusted(S, XS, -S, -XS)
        wide = self._metrics.horizontalAdvance(text) + 2 * S + XS
        around.setWidth(min(around.width(), wide))
        painter.setFont(self._struck if row.struck else self._font)
        tone: Tone = row.tone
        draw_chip(painter, around, text, *self._theme.tone(tone))

    def _laid_out(self, text: str, wide: int) -> QStaticText:
        """Return a text as it is drawn in so much room, from those that were drawn before."""
        key = (text, wide)
        laid = self._texts.get(key)
        if laid is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            line = " ".join(text.split("\n"))
            shown = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide)
            laid = QStaticText(shown)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=self._font)
            self._texts[key] = laid
        return laid

    def _take_font(self) -> None:
        self._texts.clear()
        self._font = QFont(self._view.font())
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)
        self._metrics = QFontMetrics(self._font)
        colours = self._theme.colours
        self._ink, self._focus = QColor(colours.text), QColor(colours.accent)
