"""Five minutes without a touch lock the books, and nothing that was typed is lost."""

from __future__ import annotations

import os
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)

from antq_desktop.domain.roles import Role
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.reason import ReasonDialog, ask_reason
from antq_desktop.gui.common.typed_words import typed_in as words_in
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.inbox.presenter import InboxPresenter
from antq_desktop.gui.shell.idle import LOCK_AFTER, WARN_AFTER
from antq_desktop.gui.shell.listed import ENTRY
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.gui.users.dialogs import AddDialog
from antq_desktop.services.users import add_user
from tests.gui.conftest import PASSPHRASE, USER, part, unlock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths


def said(desktop: Desktop) -> str:
    """Return what the message bar says, empty where it is hidden."""
    bar = desktop.window.view.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    if bar.isHidden():
        return ""
    return " ".join(one.text() for one in bar.findChildren(QLabel))


def forward(desktop: Desktop, seconds: float) -> None:
    """Let time pass without a touch, and let the watch look."""
    idle = desktop.window.idle
    then = idle.now() + seconds
    idle.now = lambda: then
    idle.look()


def test_five_quiet_minutes_lock_and_keep_what_is_typed(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    """A warning, which a key takes back; then the lock, past an open dialog, with a backup."""
    desktop = unlocked(commune)
    window, desk = desktop.window, desktop.window.desk
    assert desk is not None
    desk.new_record("movement_models")
    entry = desk.screen(ENTRY)
    assert isinstance(entry, EntryScreen)
    qtbot.waitUntil(lambda: entry.form is not None)
    entry.widget.show_field("name", "Nguyễn đang gõ dở")
    qtbot.waitUntil(lambda: not desktop.session.working)

    forward(desktop, WARN_AFTER)
    assert "Sắp tự khóa sổ" in said(desktop)
    handle = window.view.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert "Sắp tự khóa sổ" not in said(desktop)

    reasons: list[str] = []
    ask_reason(window.view, "Lý do", "", "Đồng ý", reasons.append)
    forward(desktop, WARN_AFTER)
    assert window.desk is desk
    forward(desktop, LOCK_AFTER - WARN_AFTER)
    qtbot.waitUntil(lambda: isinstance(window.front, UnlockPresenter))
    assert not [one for one in window.view.findChildren(QDialog) if one.isVisible()]
    assert "Đã tự khóa sổ" in said(desktop)
    assert not desktop.session.is_open
    assert not reasons
    assert list(commune.backups.iterdir())

    unlock(desktop, qtbot)
    assert window.desk is not None
    again = window.desk.screen(ENTRY)
    assert isinstance(again, EntryScreen)

    def offered() -> bool:
        kept = part(again.widget, QListWidget, "unsaved")
        return kept.count() == 1 and "Nguyễn đang gõ dở" in kept.item(0).text()

    qtbot.waitUntil(offered)
    qtbot.waitUntil(lambda: "Lần mở trước" in said(desktop))
    assert USER in said(desktop)
    assert "câu hỏi" not in said(desktop)


def test_words_typed_in_a_question_come_back_to_who_typed_them(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    window = desktop.window
    qtbot.waitUntil(lambda: not desktop.session.working)
    added: list[object] = []
    desktop.session.change(
        lambda workspace: add_user(workspace, "Quàng Văn Mẫu", Role.OFFICER, PASSPHRASE),
        added.append,
    )
    qtbot.waitUntil(lambda: len(added) == 1)
    reasons: list[str] = []
    QTest.keyClicks(code_line(desktop), "ABCD-12")
    typed_in(ask_reason(window.view, "Sửa hồ sơ", "", "Lưu", reasons.append), "ghi nham ngay")
    lock_alone(desktop, qtbot)
    # Another user neither gets them nor hears of them.
    enter(desktop, qtbot, "Quàng Văn Mẫu")
    qtbot.waitUntil(lambda: not desktop.session.working)
    assert "câu hỏi" not in said(desktop)
    assert code_line(desktop).text() == ""
    other = ask_reason(window.view, "Sửa hồ sơ", "", "Lưu", reasons.append)
    shown(other, qtbot)
    assert other.reason.toPlainText() == ""
    lock_alone(desktop, qtbot)
    enter(desktop, qtbot, USER)
    qtbot.waitUntil(lambda: "hiện lại khi mở lại câu hỏi" in said(desktop))
    assert code_line(desktop).text() == "ABCD-12"
    # Not in another question, and once in the same one.
    none = ask_reason(window.view, "Hủy hồ sơ", "", "Hủy", reasons.append)
    shown(none, qtbot)
    assert none.reason.toPlainText() == ""
    none.reject()
    again = ask_reason(window.view, "Sửa hồ sơ", "", "Lưu", reasons.append)
    qtbot.waitUntil(lambda: again.reason.toPlainText() == "ghi nham ngay")
    again.accept()
    assert reasons == ["ghi nham ngay"]
    last = ask_reason(window.view, "Sửa hồ sơ", "", "Lưu", reasons.append)
    shown(last, qtbot)
    assert last.reason.toPlainText() == ""
    # Who locks himself has left the question by himself.
    typed_in(last, "bo qua")
    last.reject()
    window.lock()
    qtbot.waitUntil(lambda: isinstance(window.front, UnlockPresenter))
    enter(desktop, qtbot, USER)
    qtbot.waitUntil(lambda: "Lần mở trước" in said(desktop))
    assert "câu hỏi" not in said(desktop)


def code_line(desktop: Desktop) -> QLineEdit:
    """Go to the screen that checks papers; return its line for a code."""
    assert desktop.window.desk is not None
    desktop.window.desk.go("paper_check")
    return part(desktop.window.desk.screen("paper_check").widget, QLineEdit, "code")


def test_an_office_finds_its_words_with_the_choices_made_for_them(
    unlocked: Callable[[Paths], Desktop], office: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(office)

    def calendar() -> tuple[QLineEdit, QComboBox, QCheckBox, QDateEdit]:
        assert desktop.window.desk is not None
        desktop.window.desk.go("working_days")
        view = desktop.window.desk.screen("working_days").widget
        lines = [one for one in view.findChildren(QLineEdit) if one.placeholderText()]
        qtbot.waitUntil(lambda: lines[0].isVisible() and not desktop.session.working)
        kinds = view.findChildren(QComboBox)[1]
        return lines[0], kinds, view.findChildren(QCheckBox)[0], view.findChildren(QDateEdit)[0]

    source, kind, verified, day = calendar()
    QTest.keyClicks(source, "TB so 5")
    kind.setCurrentIndex(2)
    verified.click()
    wanted = day.date().addDays(400)
    day.setDate(wanted)
    lock_alone(desktop, qtbot)
    enter(desktop, qtbot, USER)
    qtbot.waitUntil(lambda: "màn hình" in said(desktop))
    source, kind, verified, day = calendar()
    assert source.text() == "TB so 5"
    assert (kind.currentIndex(), verified.isChecked(), day.date()) == (2, True, wanted)


def test_no_passphrase_is_kept_not_even_one_that_is_shown(qtbot: QtBot) -> None:
    asking = QWidget()
    qtbot.addWidget(asking)
    dialog = AddDialog(asking, [("head", "Chỉ huy"), ("officer", "Cán bộ")])
    dialog.show()
    part(dialog, QCheckBox, "").click()
    for line, text in ((dialog.name, "Lo Van Mau"), (part(dialog, QLineEdit, "first"), "bi mat")):
        QTest.keyClicks(line, text)
    kept = words_in(dialog)
    assert "Lo Van Mau" in kept.values()
    assert not {"bi mat", "1"} & set(kept.values())
    dialog.close()


def typed_in(dialog: ReasonDialog, text: str) -> None:
    QTest.keyClicks(dialog.reason, text)


def shown(dialog: ReasonDialog, qtbot: QtBot) -> None:
    """Wait until a question has the keyboard."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)


def lock_alone(desktop: Desktop, qtbot: QtBot) -> None:
    """Let five minutes pass without a touch."""
    qtbot.waitUntil(lambda: not desktop.session.working)
    forward(desktop, LOCK_AFTER)
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))


def test_long_work_ends_before_the_lock(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    """What runs is not cut off; the first look after it locks. A clock set back locks nothing."""
    desktop = unlocked(commune)
    qtbot.waitUntil(lambda: not desktop.session.working)
    let_go, ended = Event(), list[bool]()
    desktop.session.ask(lambda _: let_go.wait(), ended.append)
    forward(desktop, 2 * LOCK_AFTER)
    assert desktop.window.desk is not None
    let_go.set()
    qtbot.waitUntil(lambda: not desktop.session.working)
    assert ended == [True]
    forward(desktop, -4 * LOCK_AFTER)
    assert desktop.window.desk is not None
    forward(desktop, LOCK_AFTER)
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))


def test_a_stick_that_is_still_being_read_holds_the_lock_back(
    unlocked: Callable[[Paths], Desktop], office: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    """The session has nothing to do meanwhile; what lies on the desk would be gone."""
    slow = tmp_path / "slow.antq"
    os.mkfifo(slow)  # who opens it waits until somebody writes
    desktop = unlocked(office)
    desk = desktop.window.desk
    assert desk is not None
    desk.go("inbox")
    inbox = desk.screen("inbox")
    assert isinstance(inbox, InboxPresenter)
    qtbot.waitUntil(lambda: not desktop.session.working)
    inbox.view.dropped.emit([slow])
    queue = part(inbox.view, QTableView, "queue")
    qtbot.waitUntil(lambda: queue.model().rowCount() == 1 and not desktop.session.working)
    forward(desktop, 2 * LOCK_AFTER)
    assert desktop.window.desk is desk
    assert desktop.session.is_open
    part(inbox.view, QPushButton, "cancel").click()
    os.close(os.open(slow, os.O_RDWR))  # the medium answers at last, to nobody
    lock_alone(desktop, qtbot)


def enter(desktop: Desktop, qtbot: QtBot, user: str) -> None:
    """Unlock as one of several users."""
    front = desktop.window.front
    assert isinstance(front, UnlockPresenter)
    front.unlock(user, PASSPHRASE)
    qtbot.waitUntil(lambda: desktop.window.desk is not None)
