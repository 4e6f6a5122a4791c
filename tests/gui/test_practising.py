"""A workspace for practice of one's own unit: marked before it is open, and removed by its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit

from antq_desktop.gui.first_start.presenter import FirstStartPresenter
from antq_desktop.gui.shell.leaving import RemoveDialog
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.services.overview import has_workspace
from tests.gui.conftest import PASSPHRASE, part, unlock
from tests.gui.test_shell import message, trigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths


def remove(desktop: Desktop, passphrase: str, qtbot: QtBot) -> None:
    """Ask for the removal in the menu, and type a passphrase."""
    trigger(desktop, "actionLeave")
    view = desktop.window.view
    qtbot.waitUntil(lambda: view.findChild(RemoveDialog) is not None)
    dialog = view.findChild(RemoveDialog)
    assert isinstance(dialog, RemoveDialog)
    assert any("bản sao lưu" in one.text() for one in dialog.findChildren(QLabel))
    assert not dialog.act.isEnabled()
    part(dialog, QLineEdit, "removing").setText(passphrase)
    dialog.act.click()
    qtbot.waitUntil(lambda: desktop.window.desk is None and desktop.window.front is not None)


def test_it_is_marked_while_locked_and_goes_only_by_its_passphrase(
    program: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    desktop = program(commune)
    view = desktop.window.view
    assert view.windowTitle().startswith("TẬP HUẤN | ")
    assert any(one.text().startswith("TẬP HUẤN") for one in view.findChildren(QLabel, "practice"))
    unlock(desktop, qtbot)
    assert part(view, QAction, "actionLeave").text().replace("&", "") == "Xóa sổ thực hành…"
    assert not part(view, QAction, "actionOther").isVisible()
    remove(desktop, "sai", qtbot)
    qtbot.waitUntil(lambda: "Mật khẩu không đúng" in message(desktop))
    assert isinstance(desktop.window.front, UnlockPresenter)
    assert has_workspace(commune)
    unlock(desktop, qtbot)
    remove(desktop, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, FirstStartPresenter))
    assert not has_workspace(commune)
    assert "Đã xóa sổ thực hành" in message(desktop)
    assert "TẬP HUẤN" not in view.windowTitle()
