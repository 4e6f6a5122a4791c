"""What goes on beside everything else while the books are open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.gui.shell.limits_work import LimitsWork
from antq_desktop.gui.shell.sealing import Sealing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.shell.view import MainView


class Background:
    """Looks at the unlock and after each change whether something is left to do, and does it."""

    def __init__(self, context: Context, view: MainView, parent: QObject) -> None:
        self._session, self._view = context.session, view
        self._parts = (Sealing(context, parent), LimitsWork(context, view, parent))

    def begin(self, usual: Iterable[QWidget]) -> None:
        """Go on where it was, once the first screen is there.

        The ``usual`` screens are laid out first, one at a time: so the first way to them is as
        quick as any other.
        """
        for screen in usual:
            self._session.ask(lambda _: None, partial(self._lay_out, screen))
        for part in self._parts:
            part.begin()

    def _lay_out(self, screen: QWidget, _: None) -> None:
        self._view.add_screens([screen])
