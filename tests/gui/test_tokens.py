"""A key on a token through the windows: chosen, asked for its PIN, wrong once, and locked away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QPushButton

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.tokens import PinState
from antq_desktop.gui.health.view import HealthView
from antq_desktop.gui.pins import Pins
from antq_desktop.gui.shell.idle import LOCK_AFTER
from antq_desktop.gui.tokens import show_pin
from antq_desktop.gui.tokens.view import PinDialog, TokenDialog
from antq_desktop.services.clock import Clock
from antq_desktop.services.enrolling import issue_certificate
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.signing import anchor_of, own_signature
from antq_desktop.services.token_desk import PinAsked
from antq_desktop.settings import Settings, load_settings, save_settings
from tests.gui.conftest import PASSPHRASE, USER
from tests.gui.test_enrolment import enrolment, fingerprint, shown
from tests.softhsm import MODULE, PIN, WRONG, SoftHsm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace

    Start = Callable[[Paths], Desktop]


ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole
PATIENCE = 60_000


@pytest.fixture
def hsm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftHsm:
    return SoftHsm.in_folder(tmp_path, monkeypatch)


def wait(qtbot: QtBot, until: Callable[[], bool]) -> None:
    """Wait as long as a helper process may take to start on a busy machine."""
    qtbot.waitUntil(until, timeout=PATIENCE)


def pin_dialogs() -> list[PinDialog]:
    """Return the questions for a PIN that are on the screen."""
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, PinDialog) and one.isVisible()]


def give(qtbot: QtBot, pin: str) -> list[str]:
    """Answer the question for a PIN; return what it said."""
    wait(qtbot, lambda: len(pin_dialogs()) == 1)
    (dialog,) = pin_dialogs()
    said = [one.text() for one in dialog.findChildren(QLabel)]
    dialog.pin.setText(pin)
    accept(dialog)
    return said


def accept(dialog: QDialog) -> None:
    """Press the button that accepts."""
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    (button,) = (one for one in box.buttons() if box.buttonRole(one) is ACCEPT)
    button.click()


def test_a_head_takes_a_token_and_signs_with_it(
    unlocked: Start,
    commune: Paths,
    office: Paths,
    hsm: SoftHsm,
    catalogue: Catalogue,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desktop = unlocked(commune)
    view = enrolment(desktop)
    wait(qtbot, lambda: "Chưa có chứng thư" in shown(view))
    assert not view.on_token.isChecked()
    view.on_token.setChecked(True)
    make = next(b for b in view.findChildren(QPushButton) if b.text() == "&Tạo tệp yêu cầu…")
    make.click()
    dialog = view.findChild(TokenDialog)
    assert isinstance(dialog, TokenDialog)
    wait(qtbot, lambda: "chưa chọn thư viện" in dialog.note.text())
    assert not dialog.act.isEnabled()
    dialog.library_chosen.emit(str(MODULE))
    wait(qtbot, lambda: "Chưa cắm token nào" in dialog.note.text())
    hsm.plug_in("xa")
    dialog.looked_again.emit()
    wait(qtbot, lambda: dialog.keys.count() == 1)
    assert dialog.keys.item(0).text().startswith("Tạo khóa mới")
    assert dialog.libraries.currentText() == str(MODULE)
    accept(dialog)

    request = tmp_path / "request.antq"
    view.request_asked.emit(str(request), "")
    said = give(qtbot, WRONG)
    assert any(USER in text for text in said)
    assert "Khóa chưa có chứng thư" in said
    with qtbot.waitSignal(desktop.failures.told, timeout=PATIENCE) as heard:
        pass
    assert heard.args
    assert "chỉ còn ít lần thử" in heard.args[0].text
    assert not pin_dialogs()  # nothing is tried again by itself
    view.request_asked.emit(str(request), "")
    assert any("chỉ còn ít lần thử" in text for text in give(qtbot, PIN))
    wait(qtbot, lambda: fingerprint(view) != "")

    with open_workspace(office, None, PASSPHRASE, catalogue, Clock()) as workspace:
        _, directory = issue_certificate(
            workspace,
            request,
            tmp_path,
            fingerprint=fingerprint(view),
            ca_passphrase=PASSPHRASE,
        )
        anchor = sha256_hex(anchor_of(workspace))
    view.directory_chosen.emit(str(directory))
    wait(qtbot, lambda: any(anchor[:4] in text for text in shown(view)))
    view.install_asked.emit()
    wait(qtbot, lambda: any(t.startswith("Có chứng thư đến") for t in shown(view)))
    _check_health(desktop, qtbot)
    _leave_alone_while_asked(desktop, qtbot)


def _check_health(desktop: Desktop, qtbot: QtBot) -> None:
    """Find the token that is plugged in on the self-check."""
    assert desktop.window.desk is not None
    desktop.window.desk.go("health")
    view = desktop.window.desk.screen("health").widget
    assert isinstance(view, HealthView)
    wait(qtbot, lambda: any("Đã cắm token xa" in one.text() for one in view.findChildren(QLabel)))


def _leave_alone_while_asked(desktop: Desktop, qtbot: QtBot) -> None:
    """Lock the books though a PIN is being asked for: nobody is there."""
    failed: list[object] = []

    def sign(workspace: Workspace) -> object:
        return own_signature(workspace).sign(b"x")

    desktop.session.ask(sign, failed.append, failed.append)
    wait(qtbot, lambda: len(pin_dialogs()) == 1)
    touched = desktop.window.idle.now()
    desktop.window.idle.now = lambda: touched + LOCK_AFTER + 1
    desktop.window.idle.look()
    wait(qtbot, lambda: not pin_dialogs() and not desktop.session.working)
    assert [getattr(one, "message_id", "") for one in failed] == ["token.pin_not_given"]
    desktop.window.idle.look()
    wait(qtbot, lambda: desktop.window.desk is None)


def test_an_office_certifies_its_own_head_for_a_token(
    unlocked: Start, office: Paths, hsm: SoftHsm, qtbot: QtBot
) -> None:
    hsm.plug_in("xa")
    save_settings(office.settings, Settings(token_module=str(MODULE)))
    desktop = unlocked(office)
    view = enrolment(desktop)
    wait(qtbot, lambda: not desktop.session.working)
    next(b for b in view.findChildren(QPushButton) if b.text() == "Chọn khóa trên t&oken…").click()
    dialog = view.findChild(TokenDialog)
    assert isinstance(dialog, TokenDialog)
    wait(qtbot, lambda: dialog.keys.count() == 1)
    assert not dialog.act.isEnabled()
    dialog.passphrase.setText(PASSPHRASE)
    accept(dialog)
    give(qtbot, PIN)
    with qtbot.waitSignal(desktop.failures.told, timeout=PATIENCE) as heard:
        pass
    assert heard.args
    assert heard.args[0].text == "Từ nay ký bằng khóa trên token."
    assert load_settings(office.settings).settings.token_module == str(MODULE)


def test_the_question_says_what_the_token_says(qtbot: QtBot, theme: object) -> None:
    del theme
    parent: QWidget = QLabel()
    qtbot.addWidget(parent)
    for state, words in ((PinState.FEW, "ít lần thử"), (PinState.LAST, "một lần thử")):
        dialog = show_pin(parent, PinAsked("xa", "00ab", USER, None, state), Pins(), "vi")
        assert any(words in one.text() for one in dialog.findChildren(QLabel))
        assert dialog.pin.isVisible()
        dialog.reject()


def test_a_pin_that_is_typed_at_the_device_is_never_asked_here(qtbot: QtBot, theme: object) -> None:
    del theme
    parent: QWidget = QLabel()
    qtbot.addWidget(parent)
    asked = PinAsked("xa", "00ab", USER, None, PinState.LAST, pad=True)
    dialog = show_pin(parent, asked, Pins(), "vi")
    shown = " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    assert "gõ mã PIN trên token. Không gõ mã PIN vào máy tính." in shown
    assert "một lần thử" in shown
    assert not [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]
    with qtbot.waitSignal(dialog.given) as given:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Tiếp tục").click()
    assert given.args == [""]
