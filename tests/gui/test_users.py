"""People and their work in the windows: adding, changing, and what each then sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.gui.users.dialogs import AddDialog, PassphraseDialog, RoleDialog
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import database_file, open_workspace
from antq_desktop.services.users import add_user
from antq_desktop.store.connection import open_database
from tests.gui.conftest import PASSPHRASE, USER, part, unlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths

D = TypeVar("D", bound=QDialog)
NAME, SECRET = "Sùng A Thử", "mật khẩu của Thử"


def dialog(desktop: Desktop, kind: type[D]) -> D:
    """Return the question that is open."""
    (found,) = [one for one in desktop.window.view.findChildren(kind) if one.isVisible()]
    return found


def accept(question: QDialog) -> None:
    """Press the act of a question."""
    box = question.findChild(QDialogButtonBox)
    assert box is not None
    roles = QDialogButtonBox.ButtonRole
    (act,) = [one for one in box.buttons() if box.buttonRole(one) is roles.AcceptRole]
    act.click()


def press(screen: QWidget, words: str) -> None:
    """Press the button with these words."""
    buttons = screen.findChildren(QPushButton)
    (found,) = [one for one in buttons if one.text().replace("&", "").startswith(words)]
    assert found.isEnabled()
    found.click()


def fill(question: QDialog, **typed: str) -> None:
    """Type into the lines of a question."""
    for name, text in typed.items():
        part(question, QLineEdit, name).setText(text)


def said(question: QDialog) -> str:
    """Return all words of a question."""
    return " ".join(one.text() for one in question.findChildren(QLabel) if not one.isHidden())


def relock(desktop: Desktop, qtbot: QtBot, user: str, passphrase: str) -> None:
    """Lock, and unlock as somebody."""
    desktop.window.lock()
    sign_in(desktop, qtbot, user, passphrase)


def sign_in(desktop: Desktop, qtbot: QtBot, user: str, passphrase: str) -> None:
    """Choose a name and type a passphrase."""
    qtbot.waitUntil(lambda: isinstance(desktop.window.front, UnlockPresenter))
    boxes = desktop.window.view.findChildren(QComboBox, "user")
    box = next(one for one in boxes if one.isVisible())
    qtbot.waitUntil(lambda: box.findText(user) >= 0)
    box.setCurrentText(user)
    unlock(desktop, qtbot, passphrase)


def _sees_his_books_alone(desktop: Desktop, qtbot: QtBot, everything: set[str]) -> None:
    """Of the books some are not offered, and some are read only; of the acts the own ones."""
    desk = desktop.window.desk
    assert desk is not None
    seen = {row.key for row in desk.rows()}
    assert REGISTER + "drug_user_management" in seen
    assert everything - seen == {
        REGISTER + name
        for name in (
            "crime_reports",
            "police_officers",
            "security_teams",
            "other_forces",
            "awards",
            "committee_members",
            "committee_tasks",
            "committee_meetings",
            "inspections",
            "committee_reviews",
        )
    }
    desk.go(REGISTER + "movement_models")
    listed = desk.screen(REGISTER + "movement_models").widget
    qtbot.waitUntil(lambda: listed.isVisible() and not desktop.session.working)
    assert part(listed, QPushButton, "add").isHidden()
    desk.new_record("movement_models")
    entry = desk.screen(ENTRY)
    assert isinstance(entry, EntryScreen)
    qtbot.waitUntil(lambda: entry.form is not None)
    assert entry.form is not None
    assert not entry.form.data.writable
    desk.go("users")
    own = desk.screen("users").widget
    buttons = own.findChildren(QPushButton)
    shown = [one.text().replace("&", "") for one in buttons if not one.isHidden()]
    assert shown == ["Đổi mật khẩu của tôi…"]


def test_the_head_adds_an_officer_who_sees_his_books_alone(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    """Wrong input stays in the question with one sentence; the new user has fewer books."""
    desktop = unlocked(commune)
    assert desktop.window.desk is not None
    everything = {row.key for row in desktop.window.desk.rows()}
    desktop.window.desk.go("users")
    screen = desktop.window.desk.screen("users").widget
    table = part(screen, QTableView, "users")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    press(screen, "Thêm người dùng")
    question = dialog(desktop, AddDialog)
    fill(question, name=NAME, first=SECRET, again="khác")
    accept(question)
    assert "không giống nhau" in said(question)
    fill(question, name=USER, again=SECRET)
    accept(question)
    qtbot.waitUntil(lambda: "Đã có người dùng" in said(question))
    fill(question, name=NAME)
    question.role.setCurrentIndex(question.role.findData("area_officer"))
    with qtbot.waitSignal(question.accepted):
        accept(question)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.selectRow(1)
    assert "Nhập, và chỉ xem hồ sơ tự nhập: Nguồn tin" in part(screen, QLabel, "rights").text()

    press(screen, "Đổi vai trò")
    work = dialog(desktop, RoleDialog)
    work.role.setCurrentIndex(work.role.findData("measures_officer"))
    with qtbot.waitSignal(work.accepted):
        accept(work)
    cell = table.model().index(1, 1)
    qtbot.waitUntil(lambda: "ma túy" in str(cell.data(Qt.ItemDataRole.DisplayRole)))
    relock(desktop, qtbot, NAME, SECRET)
    _sees_his_books_alone(desktop, qtbot, everything)


def test_a_user_who_leaves_is_taken_away(
    program: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    """Nobody takes himself away; after the lock only the new key opens the database."""
    with open_workspace(commune, USER, PASSPHRASE, load_catalogue(), Clock()) as workspace:
        add_user(workspace, NAME, Role.OFFICER, SECRET)
        old = workspace.opened.database_key
    desktop = program(commune)
    sign_in(desktop, qtbot, USER, PASSPHRASE)
    assert desktop.window.desk is not None
    desktop.window.desk.go("users")
    screen = desktop.window.desk.screen("users").widget
    table = part(screen, QTableView, "users")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    acts = [one for one in screen.findChildren(QPushButton) if "người dùng…" in one.text()]
    assert [one.isEnabled() for one in acts if one.text().startswith("&Bỏ")] == [False]
    table.selectRow(1)
    press(screen, "Bỏ người dùng")
    question = dialog(desktop, ReasonDialog)
    question.reason.setPlainText("Chuyển công tác")
    accept(question)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    relock(desktop, qtbot, USER, PASSPHRASE)
    with pytest.raises(Refusal, match=r"store\.not_readable"):
        open_database(database_file(commune), old)


def test_a_passphrase_is_changed_by_who_knows_it(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    """The old one is asked for: the PC may have been left open."""
    desktop = unlocked(commune)
    assert desktop.window.desk is not None
    desktop.window.desk.go("users")
    screen = desktop.window.desk.screen("users").widget
    press(screen, "Đổi mật khẩu của tôi")
    question = dialog(desktop, PassphraseDialog)
    fill(question, old="sai", first=SECRET, again=SECRET)
    accept(question)
    qtbot.waitUntil(lambda: "Mật khẩu không đúng" in said(question))
    fill(question, old=PASSPHRASE)
    with qtbot.waitSignal(question.accepted):
        accept(question)
    relock(desktop, qtbot, USER, SECRET)
    assert desktop.window.desk is not None
