"""What stands in open questions when the books lock themselves comes back when they are asked anew.

A question is known by its kind and its title, a line in it by its name: a text that names a record
goes back to a question on the same record only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from antq_desktop.services.half_typed import keep_half_typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.gui.session import Session

    Line = QLineEdit | QPlainTextEdit

KEEPS_ITSELF: Final = "keepsItself"
"""The property of a dialogue that keeps what is typed in it by its own means."""


class HalfTyped(QObject):
    """Gathers such words, and puts them back into the questions of the same user."""

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._words: dict[str, Mapping[str, str]] = {}
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._look)

    def keep(self) -> None:
        """Keep what was typed in all questions that are open, and what waits for its question.

        It stays known until the workspace is closed: a lock that is held up is tried again.
        """
        QGuiApplication.inputMethod().commit()
        words = self._words
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible() and not one.property(KEEPS_ITSELF):
                typed = {name: _text(line) for name, line in _lines(one) if _is_typed(line)}
                if typed:
                    words[_name(one)] = typed
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

    def _look(self) -> None:
        """Give back what was typed in a question that has come up."""
        dialog = QApplication.activeModalWidget()
        if not self._words or not isinstance(dialog, QDialog):
            return
        typed = self._words.pop(_name(dialog), None)
        if typed is None:
            return
        for name, line in _lines(dialog):
            if name in typed and not _is_typed(line):
                _put(line, typed[name])
        words = dict(self._words)
        self._session.ask(lambda workspace: keep_half_typed(workspace, words), lambda _: None)


def _name(dialog: QDialog) -> str:
    return f"{type(dialog).__name__}: {dialog.windowTitle()}"


def _lines(dialog: QDialog) -> Iterator[tuple[str, Line]]:
    """Yield the lines of a question with their names; never those for a passphrase."""
    for place, one in enumerate(dialog.findChildren(QWidget)):
        if isinstance(one, QLineEdit):
            usable = one.echoMode() is QLineEdit.EchoMode.Normal and not one.isReadOnly()
        elif isinstance(one, QPlainTextEdit):
            usable = not one.isReadOnly()
        else:
            continue
        if usable:
            yield one.accessibleName() or one.objectName() or str(place), one


def _text(line: Line) -> str:
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()


def _is_typed(line: Line) -> bool:
    """Say whether a person typed what stands in a line; what it began with does not count."""
    changed = line.isModified() if isinstance(line, QLineEdit) else line.document().isModified()
    return changed and bool(_text(line).strip())


def _put(line: Line, text: str) -> None:
    """Show a text as if it had been typed."""
    if isinstance(line, QLineEdit):
        line.setText(text)
        line.setModified(True)
    else:
        line.setPlainText(text)
        line.document().setModified(True)
