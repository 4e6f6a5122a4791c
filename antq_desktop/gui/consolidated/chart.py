"""Bars of one indicator by unit, the longest first; the words say the same to a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from antq_desktop.gui.common.wording import number
from antq_desktop.gui.theme import XS, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme

_NAMES = 0.7
"""Share of the width that names may take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit: its number now, and the one before (None: none to compare with)."""

    name: str
    now: int
    before: int | None


class BarChart(QLabel):
    """Draws a bar for the period and a thin one below it for the period before.

    A label, because a screen reader passes over a plain widget: it reads name and description.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Biểu đồ theo đơn vị"))
        theme.changed.connect(self._changed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Draw other bars; ``title`` is what they are of."""
        self._bars = tuple(bars)
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(map(self._said, bars)))
        self.setToolTip(title)
        self._changed()

    def sizeHint(self) -> QSize:
        """Ask for a row a bar."""
        return QSize(10 * self._theme.row_height, len(self._bars) * self._theme.row_height + S)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of all bars; the area around scrolls."""
        return QSize(6 * self._theme.row_height, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and numbers."""
        del event
        painter = QPainter(self)
        longest = max([1, *(max(bar.now, bar.before or 0) for bar in self._bars)])
        metrics = painter.fontMetrics()
        names = min(
            round(self.width() * _NAMES),
            max([0, *(metrics.horizontalAdvance(bar.name) for bar in self._bars)]) + S + M,
        )
        ends = max([0, *(metrics.horizontalAdvance(number(bar.now)) for bar in self._bars)]) + M
        room = max(self.width() - names - ends, 1)
        for at, bar in enumerate(self._bars):
            top = at * self._theme.row_height
            self._draw(painter, bar, QRect(names, top, room, self._theme.row_height), longest)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw(self, painter: QPainter, bar: Bar, room: QRect, longest: int) -> None:
        colours, high = self._theme.colours, room.height()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.text))
        left = QRect(S, room.y(), room.x() - 2 * S, high)
        shown = painter.fontMetrics().elidedText(
            bar.name, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, middle, shown)
        wide = room.width() * bar.now // longest
        main = QRect(room.x(), room.y() + XS, max(wide, 1), high - 4 * XS)
        painter.fillRect(main, QColor(colours.accent))
        earlier = 0
        if bar.before is not None:
            earlier = room.width() * bar.before // longest
            painter.fillRect(
                QRect(room.x(), main.bottom() + 1, max(earlier, 1), XS), QColor(colours.muted)
            )
        end = room.x() + max(wide, earlier) + S
        after = QRect(end, room.y(), self.width() - end, high)
        painter.drawText(after, middle, number(bar.now))

    def _said(self, bar: Bar) -> str:
        if bar.before is None:
            return f"{bar.name}: {number(bar.now)}"
        text = self.tr("{name}: {now} (trước {before})")
        return text.format(name=bar.name, now=number(bar.now), before=number(bar.before))

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()
