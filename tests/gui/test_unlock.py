"""Unlocking: who, the passphrase, what is said when it is wrong."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from antq_desktop.gui.application import spare_collector
from antq_desktop.gui.unlock.presenter import UnlockPresenter
from antq_desktop.gui.unlock.view import UnlockView
from antq_desktop.services.opening import key_file
from tests.gui.conftest import PASSPHRASE, USER, part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.paths import Paths

Unlock = tuple[UnlockView, UnlockPresenter]


@pytest.fixture
def unlock(commune: Paths, session: Session, theme: Theme, qtbot: QtBot) -> Unlock:
    """Return the screen of a commune, its users read."""
    view = UnlockView()
    qtbot.addWidget(view)
    view.show()
    presenter = UnlockPresenter(view, session, commune, "vi", theme)
    presenter.begin(USER)
    qtbot.waitUntil(lambda: part(view, QComboBox, "user").count() > 0)
    return view, presenter


def type_and_enter(view: UnlockView, passphrase: str) -> None:
    line = part(view, QLineEdit, "passphrase")
    line.setText(passphrase)
    line.returnPressed.emit()


def test_the_right_passphrase_opens_and_is_forgotten(
    unlock: Unlock, session: Session, qtbot: QtBot
) -> None:
    view, presenter = unlock
    assert part(view, QComboBox, "user").currentText() == USER
    assert not part(view, QPushButton, "unlock").isEnabled()
    with qtbot.waitSignal(presenter.unlocked):
        type_and_enter(view, PASSPHRASE)
    assert session.about.user == USER
    assert part(view, QLineEdit, "passphrase").text() == ""


def test_a_wrong_one_is_told_beside_the_field_and_can_be_typed_again(
    unlock: Unlock, session: Session, qtbot: QtBot
) -> None:
    view, presenter = unlock
    problem = part(view, QLabel, "problem")
    type_and_enter(view, "sai")
    qtbot.waitUntil(problem.isVisible)
    assert problem.text() == "Mật khẩu không đúng. Nhập lại mật khẩu."
    assert part(view, QLineEdit, "passphrase").selectedText()
    assert not session.is_open
    with qtbot.waitSignal(presenter.unlocked):
        type_and_enter(view, PASSPHRASE)
    assert not problem.isVisible()


def test_failed_attempts_are_told_before_anybody_is_in(unlock: Unlock, qtbot: QtBot) -> None:
    view, presenter = unlock
    since = part(view, QLabel, "since")
    assert not since.isVisible()
    type_and_enter(view, "sai")
    qtbot.waitUntil(part(view, QLabel, "problem").isVisible)
    presenter.begin(USER)
    qtbot.waitUntil(since.isVisible)
    assert since.text().startswith("Đã có 1 lần nhập sai mật khẩu")


def test_the_passphrase_is_hidden_until_it_is_asked_for(unlock: Unlock) -> None:
    view, _ = unlock
    line = part(view, QLineEdit, "passphrase")
    assert line.echoMode() is QLineEdit.EchoMode.Password
    part(view, QCheckBox, "reveal").click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal


def test_a_passphrase_from_an_input_method_opens(unlock: Unlock, qtbot: QtBot) -> None:
    view, presenter = unlock
    line = part(view, QLineEdit, "passphrase")
    for text in ("thực ", "hành"):
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(line, event)
    with qtbot.waitSignal(presenter.unlocked):
        part(view, QPushButton, "unlock").click()


def test_a_damaged_key_file_is_told(unlock: Unlock, commune: Paths, qtbot: QtBot) -> None:
    view, presenter = unlock
    key_file(commune).write_bytes(b"{")
    presenter.begin(USER)
    qtbot.waitUntil(part(view, QLabel, "problem").isVisible)
    assert part(view, QLabel, "problem").text()


def test_what_lives_long_is_looked_through_for_garbage_once(
    session: Session, commune: Paths, qtbot: QtBot
) -> None:
    class Knot:
        """Something that holds itself."""

        def __init__(self) -> None:
            self.itself = self

    spare_collector(session)
    try:
        gone = weakref.ref(Knot())
        with qtbot.waitSignal(session.opened):
            session.open(commune, None, PASSPHRASE, lambda _: None)
        assert gone() is None  # of what was locked away nothing stays
        assert gc.get_freeze_count() > 0
        assert len(gc.get_objects()) < gc.get_freeze_count()
    finally:
        gc.unfreeze()
