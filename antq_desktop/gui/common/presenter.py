"""What drives a screen, as far as all screens have it in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class ScreenPresenter(QObject):
    """Stands behind a screen that may be left at any time: nothing is lost by it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget

    @property
    def widget(self) -> QWidget:
        """What is put into the stack."""
        return self._widget

    def may_leave(self, then: Callable[[], None]) -> None:
        """Let the person go at once."""
        then()
