"""The heads over the numbers: an indicator in words over several lines, its code small below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.consolidated.model import NumbersModel
    from antq_desktop.gui.theme import Theme

_LETTERS = 11
"""How wide the words are at most."""

_LINES = 4
"""How many lines of words are shown; the whole of them is in the tip and beside the table."""

_SMALLER = 0.85
"""The code beside the words, which name the same."""


_HIGHEST = 10_000
_MARGIN = S
"""Pixels beside the name of a unit."""


def names_height(names: Sequence[str], font: QFont, wide: int) -> int:
    """Return how high a row is so that each name of a unit is whole in so much width."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics, room = QFontMetrics(bold), QRect(0, 0, max(wide - 2 * _MARGIN, 1), _HIGHEST)
    boxes = (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name) for name in names)
    return max((box.height() + S for box in boxes), default=0)


class WordHeads(QHeaderView):
    """Paints heads with a ``mark`` over several lines; heads without any stay as they are."""

    def __init__(self, theme: Theme, model: NumbersModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._numbers = theme, model
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave the words to `paintSection`."""
        super().initStyleOptionForIndex(option, section)
        if self._mark(section):
            option.text = ""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the ground and the arrow of sorting as ever, then words and code."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        mark = self._mark(section)
        if not mark:
            return
        painter.save()
        inside = rect.adjusted(S, XS, -S, -XS)
        flags = Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(self._theme.colours.text))
        painter.setFont(self._words_font())
        high = painter.fontMetrics().lineSpacing()
        lines = self.lines_of(section)
        top = max(inside.height() - (len(lines) + 1) * high, 0)  # words end where the code begins
        for at, line in enumerate(lines):
            painter.drawText(inside.adjusted(0, top + at * high, 0, 0), int(flags), line)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.setFont(self._mark_font())
        painter.drawText(inside, int(flags | Qt.AlignmentFlag.AlignBottom), mark)
        painter.restore()

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room for the words and the code."""
        if not self._mark(section):
            return super().sectionSizeFromContents(section)
        high = (len(self.lines_of(section)) + 1) * self.fontMetrics().lineSpacing()
        return QSize(self._room + 2 * S, high + 2 * XS)

    @property
    def _room(self) -> int:
        return _LETTERS * self.fontMetrics().averageCharWidth()

    def _mark(self, section: int) -> str:
        heads = self._numbers.heads
        return heads[section].mark if section < len(heads) else ""

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _mark_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def lines_of(self, section: int) -> list[str]:
        """Return the words of a head, line by line; what goes beyond the last is elided."""
        text, width = self._numbers.heads[section].title, self._room
        layout = QTextLayout(text, self._words_font())
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        lines = [text[at:end].strip() for at, end in zip(starts, ends, strict=True)]
        if len(lines) <= _LINES:
            return lines
        rest = " ".join(lines[_LINES - 1 :])
        metrics = QFontMetrics(self._words_font())
        return [*lines[: _LINES - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
