"""What a form takes over: the last value of a field, also after a restart, and a whole record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from antq_desktop.gui import entry
from tests.gui.test_entry import catalogue, model, opened, press, saved_model, screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths

    Opened = Callable[[Paths], Context]

__all__ = ["catalogue", "screen"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def test_the_last_value_is_repeated_and_a_record_copied(
    screen: EntryScreen, session: Session, commune: Paths, context: Opened, qtbot: QtBot
) -> None:
    saved_model(screen, qtbot)
    opened(screen, qtbot, "movement_models")
    screen.widget.cell("field").editor.target().setFocus()
    screen.widget.repeat_asked.emit()
    assert screen.widget.typed() == {"field": "An ninh nông thôn"}
    # After a restart: another form over the same workspace knows it too.
    later = entry.build(context(commune))
    qtbot.addWidget(later.widget)
    later.widget.show()
    opened(later, qtbot, "movement_models")
    qtbot.waitUntil(lambda: not session.working)
    later.widget.cell("field").editor.target().setFocus()
    later.widget.repeat_asked.emit()
    assert later.widget.typed() == {"field": "An ninh nông thôn"}
    model(screen)
    screen.widget.copy_asked.emit()
    box = screen.widget.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    before = screen.form
    press(box, "Bỏ")
    qtbot.waitUntil(lambda: screen.form is not before and screen.form is not None)
    assert screen.widget.typed()["name"] == "Tiếng kẻng"
    assert screen.dirty
