"""Signals of objects that outlive whoever listens: the application, its looks, its input method.

While a window is taken away the application still tells where the focus goes; an object that is
half gone by then has no such slot any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakMethod

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


def tell(signal: SignalInstance, act: Callable[..., None]) -> None:
    """Call a method at a signal for as long as its object is there; it takes all that is told."""
    known: WeakMethod[Any] = WeakMethod(act)

    def call(*told: object) -> None:
        there = known()
        if there is not None and isValid(there.__self__):
            there(*told)
        else:
            signal.disconnect(call)

    signal.connect(call)


def tell_focus(act: Callable[..., None]) -> None:
    """Call a method with the widget that had the focus and the one that has it now, as `tell`."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        tell(app.focusChanged, act)
