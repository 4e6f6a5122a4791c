"""The list of forms, and the way back from a form that was opened over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QTableView

from antq_desktop.gui import forms
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.gui.shell.desk import ENTRY, REGISTER
from tests.gui.conftest import part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.screen import Context
    from antq_desktop.paths import Paths

MODELS = REGISTER + "movement_models"
PATIENCE = 60_000


def test_only_a_form_for_handwriting_is_printed_empty(
    commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot
) -> None:
    screen = forms.build(context(commune))
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    screen.refresh()
    table = screen.widget.findChild(QTableView)
    (blank,) = screen.widget.findChildren(QPushButton)
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() > 0, timeout=PATIENCE)
    asked: list[PaperWanted] = []
    screen.paper_asked.connect(asked.append)
    table.selectRow(0)  # what can be printed here comes first
    blank.click()
    assert asked == [PaperWanted("tt119-01", blank=True)]
    titles = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.selectRow(titles.index("Phụ lục số liệu của kỳ báo cáo"))
    assert not blank.isEnabled()
    said = [each.text() for each in screen.widget.findChildren(QLabel)]
    assert "Mẫu đã điền: chọn kỳ ở màn hình Số liệu rồi bấm In (Ctrl+P)." in said
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_the_marked_screen_leads_back_from_a_form(
    commune: Paths, unlocked: Callable[[Paths], Desktop], qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    view, desk = desktop.window.view, desktop.window.desk
    assert desk is not None
    desk.go(MODELS)
    view.activateWindow()
    navigation = part(view, QListView, "navigation")
    QTest.keyClick(navigation, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.current == ENTRY, timeout=PATIENCE)
    marked = navigation.visualRect(navigation.currentIndex()).center()
    QTest.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=marked)
    qtbot.waitUntil(lambda: desk.current == MODELS, timeout=PATIENCE)
