"""The list of forms, and the way back from a form that was opened over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QTableView

from antq_desktop.gui import forms
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
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
    blank = part(screen.widget, QPushButton, "blank")
    by_period = part(screen.widget, QPushButton, "by_period")
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() > 0, timeout=PATIENCE)
    asked: list[PaperWanted] = []
    screen.paper_asked.connect(asked.append)
    titles = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.selectRow(0)  # what can be printed here comes first
    assert blank.isEnabled()
    table.selectRow(titles.index("Biên bản tiếp nhận nguồn tin về tội phạm"))
    blank.click()
    assert asked == [PaperWanted("tt119-01", register="crime_reports", blank=True)]
    table.selectRow(titles.index("Phụ lục số liệu của kỳ báo cáo"))
    assert not blank.isEnabled()
    assert by_period.isHidden()
    said = [each.text() for each in screen.widget.findChildren(QLabel)]
    assert "Mẫu đã điền: chọn kỳ ở màn hình Số liệu rồi bấm In (Ctrl+P)." in said
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_the_book_of_a_period_is_printed_for_any_register(
    commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot
) -> None:
    screen = forms.build(context(commune))
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    screen.refresh()
    table = screen.widget.findChild(QTableView)
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() > 0, timeout=PATIENCE)
    asked: list[PaperWanted] = []
    screen.paper_asked.connect(asked.append)
    titles = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.selectRow(titles.index("Sổ in theo kỳ"))
    registers = part(screen.widget, QComboBox, "register")
    assert registers.count() > 20
    registers.setCurrentIndex(registers.findData("disputes"))
    by_period = part(screen.widget, QPushButton, "by_period")
    by_period.click()
    (wanted,) = asked
    assert (wanted.form, wanted.register, wanted.blank) == ("register-book", "disputes", False)
    assert wanted.period is not None
    table.selectRow(titles.index("Phiếu trích sổ"))
    assert registers.currentData() == "disputes"  # a choice is kept from form to form
    by_period.click()
    assert (asked[1].form, asked[1].register) == ("record-slip", "disputes")


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
