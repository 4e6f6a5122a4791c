"""The wizard signs with a token: the question for its PIN, a wrong one, and the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from antq_desktop.gui.submission.wizard_view import Step
from antq_desktop.gui.tokens import show_pin
from antq_desktop.paths import paths_for
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.token_enrolling import TokenChoice
from antq_desktop.settings import Settings, save_settings
from tests.gui.exchange.conftest import child
from tests.gui.exchange.test_submission import Screen
from tests.gui.test_tokens import give
from tests.softhsm import MODULE, PIN, WRONG, SoftHsm
from tests.unit.services.conftest import COMMUNE, OFFICE
from tests.unit.services.test_tokens import enrol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World


@pytest.fixture
def token(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftHsm:
    """Give the commune's head a certificate for a key on a token."""
    hsm = SoftHsm.in_folder(tmp_path, monkeypatch)
    hsm.plug_in("xa")
    save_settings(paths_for(world.home(COMMUNE)).settings, Settings(token_module=str(MODULE)))
    enrol(world, TokenChoice())
    return hsm


def test_a_bundle_is_signed_once_the_pin_is_right(
    world: World,
    token: SoftHsm,
    opened: Callable[[str], Context],
    said: list[Told],
    qtbot: QtBot,
) -> None:
    context = opened(COMMUNE)
    screen = Screen(context, qtbot)
    pins = context.session.pins
    pins.asked.connect(
        lambda asked: show_pin(screen.view, asked, pins, "vi"), Qt.ConnectionType.QueuedConnection
    )
    screen.begin()
    while screen.step() < Step.SIGN:
        screen.press("forward")
    forward = child(screen.view, QPushButton, "forward")
    forward.click()
    words = give(qtbot, WRONG)
    assert "Người ký: Lò Thị Mẫu" in words
    assert any(text.startswith("Chứng thư có hiệu lực đến") for text in words)
    screen.wait()
    assert "chỉ còn ít lần thử" in said[-1].text
    assert (screen.step(), screen.may_press("forward")) == (Step.SIGN, True)

    token.pull_out()
    screen.press("forward")
    assert "Chưa cắm token xa" in said[-1].text
    token.put_back()
    forward.click()
    give(qtbot, PIN)
    screen.wait()
    assert screen.step() is Step.WRITE
    screen.write(world.folder / "usb")
    (path,) = (world.folder / "usb").iterdir()
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
