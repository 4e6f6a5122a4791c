"""Columns by month with their numbers on top; the words say the same to a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from antq_desktop.gui.common.wording import number
from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme

_NOTHING = "–"
_ROWS = 5
"""How many rows of a table the columns are high."""


@dataclass(frozen=True, slots=True)
class Month:
    """A column: the month as "11/2026", how many, and whether the month goes on.

    ``count`` None is a month of which nothing is known: a gap with a dash, and no zero. ``figure``
    is what is said in place of the count, where it is of a whole ("3/4").
    """

    name: str
    count: int | None
    going: bool = False
    figure: str = ""

    @property
    def short(self) -> str:
        """The number of the month, below its column."""
        return self.name.partition("/")[0]


class MonthChart(QLabel):
    """Full columns for whole months, a hatched one for the month that goes on.

    Colours tell nothing: numbers stand on the columns, and hatching stays on grey paper. A label,
    because a screen reader passes over a plain widget.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: tuple[Month, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Biểu đồ theo tháng"))
        theme.changed.connect(self._changed)

    @property
    def months(self) -> tuple[Month, ...]:
        """What is drawn."""
        return self._months

    def show_months(self, title: str, months: Sequence[Month]) -> None:
        """Draw other months; ``title`` is what they count."""
        self._months = tuple(months)
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(map(self._said, months)))
        self.setToolTip(self.accessibleDescription())
        self._changed()

    def whole_width(self) -> int:
        """Return the pixels in which no number touches the one beside it."""
        numbers = map(self.fontMetrics().horizontalAdvance, map(_above, self._months))
        return len(self._months) * (max(numbers, default=0) + S) + 2 * XS

    def sizeHint(self) -> QSize:
        """Ask for some rows."""
        return QSize(10 * self._theme.row_height, _ROWS * self._theme.row_height)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height wherever it stands."""
        return QSize(6 * self._theme.row_height, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw columns, numbers and months."""
        del event
        painter = QPainter(self)
        line = painter.fontMetrics().height()
        most = max([1, *(month.count or 0 for month in self._months)])
        room = QRect(XS, line + XS, self.width() - 2 * XS, self.height() - 2 * line - S)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawLine(room.left(), room.bottom() + 1, room.right(), room.bottom() + 1)
        wide = room.width() / max(len(self._months), 1)
        for at, month in enumerate(self._months):
            left = room.left() + round(at * wide)
            column = QRect(left, room.top(), round(wide), room.height())
            self._draw(painter, month, column, most)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, month: Month, room: QRect, most: int) -> None:
        colours, line = self._theme.colours, painter.fontMetrics().height()
        high = room.height() * (month.count or 0) // most
        bar = QRect(room.x() + XS, room.bottom() - high + 1, room.width() - 2 * XS, high)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        if high:
            pattern = Qt.BrushStyle.BDiagPattern if month.going else Qt.BrushStyle.SolidPattern
            painter.setPen(QColor(colours.accent))
            painter.setBrush(QBrush(QColor(colours.accent), pattern))
            painter.drawRect(bar)
        painter.setPen(QColor(colours.muted if month.count is None else colours.text))
        above = QRect(room.x(), bar.top() - line, room.width(), line)
        painter.drawText(above, middle, _above(month))
        painter.setPen(QColor(colours.muted))
        below = QRect(room.x(), room.bottom() + XS, room.width(), line)
        painter.drawText(below, middle, month.short)

    def _said(self, month: Month) -> str:
        text = self.tr("tháng {month}: {count}")
        if month.count is None:
            text = self.tr("tháng {month}: chưa báo cáo")
        elif month.going:
            text = self.tr("tháng {month}, chưa hết: {count}")
        return text.format(month=month.name, count=month.figure or _above(month))

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()


def _above(month: Month) -> str:
    return _NOTHING if month.count is None else number(month.count)
