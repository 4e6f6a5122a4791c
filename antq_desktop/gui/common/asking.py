"""Asking the session for a widget: an answer that comes after the widget is gone is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.session import Session
    from antq_desktop.services.workspace import Workspace

    Failed = Callable[[BaseException], object]

T = TypeVar("T")


class Asking:
    """A session as one widget asks it; locking or closing the window takes the widget away."""

    def __init__(self, session: Session, widget: QWidget) -> None:
        self._session = session
        self._widget = widget

    def ask(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Read something, see `Session.ask`."""
        self._session.ask(work, self._while_there(done), self._told(failed))

    def change(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Change something, see `Session.change`."""
        self._session.change(work, self._while_there(done), self._told(failed))

    def _told(self, failed: Failed | None) -> Failed | None:
        return None if failed is None else self._while_there(failed)

    def _while_there(self, done: Callable[[T], object]) -> Callable[[T], object]:
        return lambda result: done(result) if isValid(self._widget) else None
