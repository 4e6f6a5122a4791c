"""Noticing that nobody is at the PC, so that the books are locked before someone else is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from antq_desktop.gui.outliving import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

LOCK_AFTER = 5 * 60
"""Seconds without a key or the mouse after which the books are locked."""
WARN_AFTER = LOCK_AFTER - 30
"""Seconds after which the person is told that they will be."""

_LOOK_EVERY = 10_000
_TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.DragMove,
    }
)


class IdleWatch(QObject):
    """Looks every ten seconds how long nothing was touched in any window of the program.

    It listens to the windows of the system, not to every widget: those get keys and the mouse
    alone, and painting a long list does not pass through here.
    """

    warned = Signal()
    """Once, half a minute before the time is over."""
    resumed = Signal()
    """Somebody touched something after that."""
    idle = Signal()
    """The time is over: again at each look until something is touched."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # The clock of the wall: time asleep with the lid closed counts, and a clock that is set
        # forward locks too early at worst.
        self.now: Callable[[], float] = time.time
        self._touched, self._told = self.now(), False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            tell(app.focusWindowChanged, self._follow)
            # What an input method composes never arrives as keys.
            tell(app.inputMethod().cursorRectangleChanged, self.touch)

    def begin(self) -> None:
        """Count from now on."""
        self.touch()
        self._follow(QGuiApplication.focusWindow())
        self._timer.start()

    def end(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody is there."""
        told, self._told = self._told, False
        self._touched = self.now()
        if told:
            self.resumed.emit()

    def look(self) -> None:
        """Tell what the time without a touch means."""
        gone = self.now() - self._touched
        if gone < 0:  # the clock was set back
            self.touch()
        elif gone >= LOCK_AFTER:
            self.idle.emit()
        elif gone >= WARN_AFTER and not self._told:
            self._told = True
            self.warned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a touch; the event goes on its way."""
        if event.type() in _TOUCHED:
            self.touch()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        self.touch()
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
