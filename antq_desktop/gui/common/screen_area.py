"""The place of a screen in the window: what does not fit is scrolled to, nothing is squeezed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)
from shiboken6 import isValid

from antq_desktop.gui.outliving import tell_focus
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from antq_desktop.gui.theme import Theme

_ROWS = "rows"
_LEAST, _MOST = 0.3, 0.44
"""How much of its room the part beside a list has at least and at most."""


def keep_rows(work: QWidget, rows: int) -> None:
    """Let the part of a screen in which people work be no lower than so many rows of a table.

    In a window that is lower it fills the window, so that it can be scrolled to as a whole.
    """
    work.setProperty(_ROWS, rows)


class ScreenArea(QScrollArea):
    """Shows a screen as large as the room, never smaller than it has to be.

    The window therefore never grows beyond the display because of what a screen says.
    """

    def __init__(self, screen: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # who moves later has all that is in it styled anew
        self._theme = theme
        self.shown = screen
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(screen)
        self.viewport().setAutoFillBackground(False)
        screen.setAutoFillBackground(False)
        screen.installEventFilter(self)
        theme.changed.connect(self._fit)
        tell_focus(self._follow)

    def minimumSizeHint(self) -> QSize:
        """Need no room of its own."""
        return QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the screen to another room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the screen when there is more or less on it."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.shown:
            self._fit()
        elif event.type() is QEvent.Type.KeyRelease and isinstance(watched, QWidget):
            self._reveal(watched)
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Go where the keyboard goes; a page that moves under the mouse would be clicked wrong."""
        for each in (old, now):
            if each is not None and isValid(each) and each is not self.shown:
                each.removeEventFilter(self)
        if now is None or not self.shown.isAncestorOf(now):
            return
        now.installEventFilter(self)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._reveal(now)

    def _reveal(self, focused: QWidget) -> None:
        """Scroll to what has the keyboard, of a table to the cell."""
        rect, on = focused.rect(), focused
        if isinstance(focused, QAbstractItemView):
            rect, on = focused.visualRect(focused.currentIndex()), focused.viewport()
        if rect.isValid():
            middle = on.mapTo(self.shown, rect.center())
            high = min(rect.height(), self.viewport().height())
            self.ensureVisible(middle.x(), middle.y(), 0, high // 2 + S)

    def _fit(self) -> None:
        layout = self.shown.layout()
        if layout is None:
            return
        room = self.maximumViewportSize()
        for work in self.shown.findChildren(QWidget):
            rows = work.property(_ROWS)
            if isinstance(rows, int):
                work.setMinimumHeight(min(rows * self._theme.row_height, room.height()))
        wide, high = _least(layout, room.width())
        if high > room.height():  # the bar at the side takes some of the width
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            wide, high = _least(layout, room.width())
        self.shown.resize(max(wide, room.width()), max(high, room.height()))


def _least(layout: QLayout, width: int) -> tuple[int, int]:
    """Return the least size of what is laid out where there is so much width."""
    least = layout.totalMinimumSize()
    wide = max(width, least.width())
    high = layout.totalMinimumHeightForWidth(wide) if layout.hasHeightForWidth() else least.height()
    return wide, high


class _Share(QObject):
    """Gives the part beside a list the room for its words, until a person moves the border."""

    def __init__(self, split: QSplitter, letters: int) -> None:
        super().__init__(split)
        self._split, self._letters, self._moved = split, letters, False
        split.splitterMoved.connect(self._keep)
        split.installEventFilter(self)

    def _keep(self) -> None:
        self._moved = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when there is more or less room, or another size of text."""
        looked_at = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange}
        if event.type() in looked_at and not self._moved:
            whole = self._split.width()
            wanted = self._split.fontMetrics().averageCharWidth() * self._letters
            part = int(max(min(wanted, whole * _MOST), whole * _LEAST))
            self._split.setSizes([whole - part, part])
        return super().eventFilter(watched, event)


def share_room(split: QSplitter, letters: int) -> None:
    """Let the right part of a splitter be so many letters wide, as far as there is room.

    Where a person has moved the border, it stays.
    """
    split.setChildrenCollapsible(False)
    _Share(split, letters)
