"""The views of a list that a user saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.services.list_views import (
    ListView,
    choose_view,
    drop_view,
    save_view,
    saved_views,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.services.workspace import Workspace


class SavedViews(QObject):
    """Saves, forgets and chooses views."""

    chosen = Signal(object)
    """A `ListView` that is to be shown."""
    changed = Signal(list)
    """The names of all views of the list, one was saved or dropped."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking

    def save(self, register: Register, name: str, view: ListView) -> None:
        """Save a view under a name, over one of that name."""
        self._change(register, lambda workspace: save_view(workspace, register, name, view))

    def drop(self, register: Register, name: str) -> None:
        """Forget a view."""
        self._change(register, lambda workspace: drop_view(workspace, register, name))

    def choose(self, register: Register, name: str) -> None:
        """Look at a list as a view has it."""
        self._asking.ask(lambda workspace: choose_view(workspace, register, name), self.chosen.emit)

    def _change(self, register: Register, change: Callable[[Workspace], None]) -> None:
        def work(workspace: Workspace) -> list[str]:
            change(workspace)
            return saved_views(workspace, register)

        self._asking.ask(work, self.changed.emit)
