"""Five minutes without a touch lock the books, and nothing that was typed is lost."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget

from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.shell.idle import LOCK_AFTER, WARN_AFTER
from antq_desktop.gui.shell.listed import ENTRY
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from tests.gui.conftest import USER, part, unlock

if TYPE_CHECKING:
    from collections.abc import Callable

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
