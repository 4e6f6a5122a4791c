"""Doing something a little later, once typing has paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def after(owner: QObject, milliseconds: int, act: Callable[[], object]) -> QTimer:
    """Return a timer that calls something once, that long after it was started last."""
    timer = QTimer(owner)  # it must not outlive what it looks at
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
