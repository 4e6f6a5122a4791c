"""The table of many records: typed, pasted, kept, saved as far as it is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton

from antq_desktop.gui.entry import many
from antq_desktop.gui.entry.lookup import LookupEdit
from antq_desktop.services.looking import list_records
from antq_desktop.services.unsaved import unsaved_forms
from tests.gui.test_typing import TELEX, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.many.presenter import ManyScreen
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.store.queries import Line

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

PASTED = (
    "Ngµy tæ chøc\tH×nh thøc\tChñ ®Ò\t§Þa ®iÓm\tSè buæi"
    "\tL\u00adît ng\u00adêi tham gia\tTr¹ng th\u00b8i\n"
    "15/3/2023\tHéi nghÞ, häp d©n\tMa tóy\tNhµ v¨n hãa th«n Mét\t1\t120\t§· thùc hiÖn\n"
    "32/13\tHéi nghÞ, häp d©n\tMa tóy\tTr\u00adêng THCS\t1\t90\t§· thùc hiÖn\n"
)


@pytest.fixture
def screen(commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot) -> ManyScreen:
    """Return the table of a workspace that is open, shown."""
    made = many.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1366, 700)
    made.widget.show()
    return made


def opened(screen: ManyScreen, qtbot: QtBot, register: str) -> None:
    """Open an empty table and wait until it is there."""
    screen.open(register)
    qtbot.waitUntil(lambda: len(screen.model.columns) > 0 and screen.widget.table.hasFocus())


def editor(screen: ManyScreen) -> QLineEdit:
    """Return the line that is being typed in."""
    found = screen.widget.table.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def type_in(screen: ManyScreen, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type a text into the marked cell, whether it is open or not, and go on."""
    if not isinstance(screen.widget.table.focusWidget(), QLineEdit):
        screen.widget.table.edit(screen.widget.table.currentIndex())
    press(editor(screen), tuple(text))
    QTest.keyClick(editor(screen), key)


def stored(session: Session, qtbot: QtBot, register: str) -> list[Line]:
    """Return the records of a register."""
    found: list[list[Line]] = []
    declared = session.about.catalogue.by_name[register]
    session.ask(lambda workspace: list(list_records(workspace, declared)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def kept(session: Session, qtbot: QtBot) -> list[UnsavedForm]:
    """Return what is kept for the user."""
    found: list[list[UnsavedForm]] = []
    session.ask(unsaved_forms, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_rows_are_typed_with_keys_alone(screen: ManyScreen, session: Session, qtbot: QtBot) -> None:
    opened(screen, qtbot, "residential_areas")
    names = [one.name for one in screen.model.columns]
    assert names[:3] == ["name", "unit", "households"]
    type_in(screen, "Tổ 1")
    assert isinstance(editor(screen), LookupEdit)
    type_in(screen, "nguyen ly")
    type_in(screen, "1200")
    type_in(screen, "")
    type_in(screen, "1/7/2022")
    type_in(screen, "")
    type_in(screen, "dang", Qt.Key.Key_Return)
    cells = screen.model.rows[0]
    assert cells["households"] == "1.200"
    assert cells["valid_from"] == "01/07/2022"
    assert cells["unit"].startswith("Xã Nguyên Lý")
    assert screen.widget.table.currentIndex().row() == 1
    press(editor(screen), TELEX)
    done = QInputMethodEvent("", [])
    done.setCommitString(" hai")
    QApplication.sendEvent(editor(screen), done)
    QTest.keyClick(editor(screen), Qt.Key.Key_Tab)
    assert screen.model.rows[1]["name"] == "Nguyễn hai"
    screen.widget.save.click()
    qtbot.waitUntil(lambda: len(screen.model.rows) == 1)
    assert screen.model.rows[0] == {"name": "Nguyễn hai"}  # it lacks the rest, and stays
    assert "Dòng 1, Số hộ" in said(screen)
    assert len(stored(session, qtbot, "residential_areas")) == 1
    assert kept(session, qtbot)[0].typed == {"rows": [{"name": "Nguyễn hai"}]}


def said(screen: ManyScreen) -> str:
    """Return why rows stay."""
    found = screen.widget.problems
    return "\n".join(found.item(row).text() for row in range(found.count()))


def test_a_table_in_an_old_encoding_is_pasted_saved_and_gone_on_with(
    screen: ManyScreen, session: Session, failures: Failures, qtbot: QtBot
) -> None:
    told: list[str] = []
    failures.told.connect(lambda one: told.append(one.text))
    opened(screen, qtbot, "propaganda")
    QGuiApplication.clipboard().setText(PASTED)
    screen.widget.table.edit(screen.widget.table.currentIndex())
    QTest.keyClick(editor(screen), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Đã dán 2 dòng." in told[-1]
    assert "TCVN3" in told[-1]
    assert screen.model.rows[0]["place"] == "Nhà văn hóa thôn Một"
    assert screen.model.rows[1]["held_on"] == "32/13"
    screen.model.undo()
    assert screen.model.rows == []
    screen.widget.paste_clipboard()
    qtbot.waitUntil(lambda: "Dòng 2, Ngày tổ chức" in said(screen))
    screen.widget.save.click()
    qtbot.waitUntil(lambda: "Đã lưu 1 hồ sơ vào sổ. Còn 1 dòng phải sửa." in told)
    assert len(stored(session, qtbot, "propaganda")) == 1
    left = kept(session, qtbot)
    assert [one.many for one in left] == [True]
    assert screen.model.rows == left[0].typed["rows"]
    screen.open("propaganda", left[0])
    qtbot.waitUntil(lambda: len(screen.model.rows) == 1)
    screen.widget.mark(0, "held_on")
    screen.model.setData(screen.widget.table.currentIndex(), "16/3/2023")
    screen.widget.save.click()
    qtbot.waitUntil(lambda: screen.model.rows == [])
    assert len(stored(session, qtbot, "propaganda")) == 2
    assert not kept(session, qtbot)


def test_rows_are_copied_repeated_and_taken_away(screen: ManyScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "awards")
    table = screen.widget.table
    screen.model.put(0, [{"achievement": "Bắt giữ đối tượng"}, {"achievement": "Khác"}])
    screen.widget.mark(1, "achievement")
    QTest.keyClick(table, Qt.Key.Key_F4)
    assert [row["achievement"] for row in screen.model.rows] == ["Bắt giữ đối tượng"] * 2
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.model.rows) == 3
    QTest.keyClick(table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.model.rows) == 2
    screen.widget.mark(1, "achievement")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == "Bắt giữ đối tượng"
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.model.rows) == 3
    left: list[bool] = []
    screen.may_leave(lambda: left.append(True))
    box = screen.widget.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.findChildren(QPushButton) if one.text() == "Giữ lại").click()
    qtbot.waitUntil(lambda: bool(left))
