"""What the application tells is told to whoever is there, and to nobody who is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from antq_desktop.gui.outliving import tell, tell_focus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Telling(QObject):
    """What outlives those who listen."""

    told = Signal(object)


class Listening(QObject):
    """Somebody who hears it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, what: object) -> None:
        """Hear it."""
        self.heard.append(what)


def test_one_hears_while_one_is_there() -> None:
    telling, one, other = Telling(), Listening(), Listening()
    tell(telling.told, one.hear)
    tell(telling.told, other.hear)
    telling.told.emit("first")
    shiboken6.delete(other)
    telling.told.emit("second")
    assert one.heard == ["first", "second"]
    assert other.heard == ["first"]
    del one
    telling.told.emit("third")
    assert telling.receivers("2told(PyObject)") == 0


def test_a_widget_hears_where_the_focus_goes(qtbot: QtBot) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.went: list[QWidget | None] = []
            tell_focus(self.follow)

        def follow(self, _old: QWidget | None, now: QWidget | None) -> None:
            self.went.append(now)

    page, line = Page(), QLineEdit()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(line)
    page.show()
    page.activateWindow()
    line.setFocus()
    qtbot.waitUntil(lambda: bool(page.went) and page.went[-1] is line)
