"""What goes on beside everything else while the books are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.shell.limits_work import LimitsWork
from antq_desktop.gui.shell.sealing import Sealing

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.shell.view import MainView


class Background:
    """Looks at the unlock and after each change whether something is left to do, and does it."""

    def __init__(self, context: Context, view: MainView, parent: QObject) -> None:
        self._parts = (Sealing(context, parent), LimitsWork(context, view, parent))

    def begin(self) -> None:
        """Go on where it was."""
        for part in self._parts:
            part.begin()
