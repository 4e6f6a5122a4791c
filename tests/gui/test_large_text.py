"""At 200 % no words are cut: what does not fit is scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from antq_desktop.gui.shell.listed import REGISTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths

SCREENS = (
    *(REGISTER + "movement_models", "submission", "figures", "forms"),
    *("enrolment", "units", "working_days", "health"),
)
ROUNDING = 2
PATIENCE = 60_000


def cut(root: QWidget) -> Iterator[str]:
    """Yield the words that have less room than they need."""
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        if label.wordWrap():
            short = label.height() + ROUNDING < label.heightForWidth(label.width())
        else:
            short = label.width() + ROUNDING < label.sizeHint().width()
        if short:
            yield label.text()
    buttons: list[QAbstractButton] = root.findChildren(QPushButton)
    for button in buttons:
        if button.isVisible() and button.width() + ROUNDING < button.minimumSizeHint().width():
            yield button.text()


@pytest.mark.slow
def test_no_words_are_cut_at_200_percent(
    commune: Paths, unlocked: Callable[[Paths], Desktop], qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    busy: list[bool] = [False]
    desktop.tasks.busy.connect(busy.append)
    desktop.theme.set_text_percent(200)
    view, desk = desktop.window.view, desktop.window.desk
    assert desk is not None
    view.resize(1366, 768)

    def whole() -> None:
        assert not busy[-1]
        assert not list(cut(view)), desk.current

    for key in SCREENS:
        desk.go(key)
        qtbot.waitUntil(whole, timeout=PATIENCE)
