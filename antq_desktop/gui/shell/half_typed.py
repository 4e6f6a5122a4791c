"""What stands in questions and on screens when the books lock themselves comes back with them.

A question is known by its kind and its title, a line in it by its name: a text that names a record
goes back to a question on the same record only. A screen is known by its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from antq_desktop.gui.common.typed_words import put_into, typed_in
from antq_desktop.gui.outliving import tell
from antq_desktop.services.half_typed import keep_half_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.session import Session

KEEPS_ITSELF: Final = "keepsItself"
"""The property of a dialogue that keeps what is typed in it by its own means."""


class HalfTyped(QObject):
    """Gathers such words, and puts them back into the questions and screens of the same user."""

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._words: dict[str, Mapping[str, str]] = {}
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            tell(app.focusWindowChanged, self._look)

    def keep(self, screens: Iterable[QWidget]) -> None:
        """Keep what was typed on screens and in open questions, and what waits to come back.

        It stays known until the workspace is closed: a lock that is held up is tried again.
        """
        QGuiApplication.inputMethod().commit()
        words = self._words
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible() and not one.property(KEEPS_ITSELF):
                typed = typed_in(one)
                if typed:
                    words[_name(one)] = typed
        for screen in screens:
            typed = typed_in(screen, begins_empty=True)
            if typed:
                words[_screen_name(screen)] = typed
        kept = dict(words)
        if kept:
            self._session.ask(lambda workspace: keep_half_typed(workspace, kept), lambda _: None)

    def forget(self) -> None:
        """Forget it: the user locks or ends himself."""
        self._words = {}
        self._session.ask(lambda workspace: keep_half_typed(workspace, {}), lambda _: None)

    def begin(self, words: Mapping[str, Mapping[str, str]]) -> None:
        """Wait for the questions in which this user typed these words."""
        self._words = dict(words)

    def drop(self) -> None:
        """Know nothing any more: the workspace is closed."""
        self._words = {}

    def show(self, screen: QWidget) -> None:
        """Give back what was typed on a screen that has come up."""
        typed = self._words.pop(_screen_name(screen), None)
        if typed is not None:
            put_into(screen, typed, begins_empty=True)
            self._keep_the_rest()

    def _look(self, _window: QWindow | None) -> None:
        """Give back what was typed in a question that has come up."""
        dialog = QApplication.activeModalWidget()
        if not self._words or not isinstance(dialog, QDialog):
            return
        typed = self._words.pop(_name(dialog), None)
        if typed is not None:
            put_into(dialog, typed)
            self._keep_the_rest()

    def _keep_the_rest(self) -> None:
        words = dict(self._words)
        self._session.ask(lambda workspace: keep_half_typed(workspace, words), lambda _: None)


def _name(dialog: QDialog) -> str:
    return f"{type(dialog).__name__}: {dialog.windowTitle()}"


def _screen_name(screen: QWidget) -> str:
    return type(screen).__name__
