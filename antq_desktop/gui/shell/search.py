"""The search box above the screens: what is typed, what was found, and the way back to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from shiboken6 import isValid

from antq_desktop.gui.common.timers import after
from antq_desktop.gui.shell.hits import HitModel
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.shell.hits import HitRow
    from antq_desktop.gui.theme import Theme

_PAUSE = 200
"""Milliseconds between the last key and the search."""

_MOST_ROWS = 9
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchBox(QObject):
    """Connects the line with the list below it. Enter takes what is marked, Esc goes back."""

    asked = Signal(str)
    """Something was typed, or nothing while somebody looks what can be done."""
    chosen = Signal(str)
    """The id of a record."""

    def __init__(self, theme: Theme, line: QLineEdit, found: QListView) -> None:
        super().__init__(line)
        self._theme, self._line, self._list = theme, line, found
        self._hits = HitModel(theme, self)
        self._before: QWidget | None = None
        self._take_first = False
        self._pause = after(self, _PAUSE, self._search)
        found.setModel(self._hits)
        found.activated.connect(self._hit)
        found.clicked.connect(self._hit)
        found.hide()
        for each in (line, found):
            each.installEventFilter(self)
        line.textChanged.connect(self._typed)
        self._picture = QLabel(line)  # an icon of the line itself would not grow with the text
        theme.changed.connect(self._paint)
        self._paint()

    def begin(self) -> None:
        """Go to the line, and show at once what can be done."""
        before = QApplication.focusWidget()
        if before not in {self._line, self._list}:
            self._before = before
        self._line.setFocus()
        self._line.selectAll()
        self._search()

    def clear(self) -> None:
        """Empty the line and take the list away."""
        self._line.clear()
        self._hide()

    def set_rows(self, rows: Sequence[HitRow]) -> None:
        """Show what was found, as long as somebody looks there."""
        if not self._is_looked_at():
            self._hide()
            return
        row = self._list.currentIndex().row()
        self._hits.set_rows(rows)
        self._list.setCurrentIndex(self._hits.index(max(0, min(row, len(rows) - 1))))
        shown = min(len(rows), _MOST_ROWS)
        frame = 2 * self._list.frameWidth() + 2
        self._list.setFixedHeight(shown * self._theme.row_height + frame)
        self._list.setVisible(bool(rows))
        first = self._hits.index(0)
        if self._take_first and self._hits.row_at(first) is not None:
            self._hit(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows mark what was found, Enter take it, Escape go back."""
        if event.type() is QEvent.Type.Resize and watched is self._line:
            self._place()
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave)
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self._back_to_work()
            return True
        if watched is self._line and event.key() in _STEPS and self._list.isVisible():
            row = self._list.currentIndex().row() + _STEPS[Qt.Key(event.key())]
            last = self._hits.rowCount() - 1
            self._list.setCurrentIndex(self._hits.index(max(0, min(row, last))))
            return True
        if watched is self._line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            return True
        return super().eventFilter(watched, event)

    def _paint(self) -> None:
        """Draw the magnifying glass as large as the text, and let the text begin after it."""
        size = self._theme.icon_size
        self._picture.setPixmap(self._theme.picture("search", size))
        self._picture.resize(size, size)
        self._line.setTextMargins(size + S, 0, 0, 0)
        self._place()

    def _place(self) -> None:
        self._picture.move(S, (self._line.height() - self._picture.height()) // 2)

    def _back_to_work(self) -> None:
        """Leave the line for where the keyboard was before."""
        self.clear()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()

    def _is_looked_at(self) -> bool:
        return self._line.window().focusWidget() in {self._line, self._list}

    def _leave(self) -> None:
        if not self._is_looked_at():
            self._hide()

    def _typed(self) -> None:
        self._take_first = False
        self._pause.start()

    def _search(self) -> None:
        self.asked.emit(self._line.text())

    def _take(self) -> None:
        """Take what is marked; where the search has not run yet, the first that it finds."""
        if not self._pause.isActive():
            self._hit(self._list.currentIndex())
            return
        self._pause.stop()
        QGuiApplication.inputMethod().commit()
        self._hits.set_rows(())
        self._take_first = True
        self._search()

    def _hide(self) -> None:
        self._pause.stop()
        self._take_first = False
        self._hits.set_rows(())
        self._list.hide()

    def _hit(self, index: QModelIndex) -> None:
        row = self._hits.row_at(index)
        if row is None:
            return
        QGuiApplication.inputMethod().commit()
        self._back_to_work()
        if row.run is not None:
            row.run()
        else:
            self.chosen.emit(row.record)
