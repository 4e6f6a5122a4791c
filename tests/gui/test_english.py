"""The windows speak English where its file is there, and go on doing so."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.shell.view import MainView
from antq_desktop.gui.theme import Theme
from antq_desktop.gui.translation import Translation, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Translation]:
    """Speak English in one test."""
    translation = Translation(qapp)
    translation.use("en")
    yield translation
    translation.use("vi")


def test_english_outlives_the_bytes_it_was_read_from(
    english: Translation, qapp: QApplication, qtbot: QtBot
) -> None:
    assert languages() == ("vi", "en")
    gc.collect()
    # New allocations where the bytes lay, had they been given back.
    blocks = [bytes(100_000) for _ in range(100)]
    assert QCoreApplication.translate("MainWindow", "&Khóa sổ") == "&Lock"
    view = MainView(Theme(qapp, "light", 100))
    qtbot.addWidget(view)
    titles = [action.text() for action in view.menuBar().actions()]
    assert titles[0] == "&Workspace"
    assert english is not None
    assert len(blocks) == 100


def test_a_program_that_begins_anew_does_not_speak_the_language_of_the_one_before(
    english: Translation, qapp: QApplication
) -> None:
    assert QCoreApplication.translate("MainWindow", "&Khóa sổ") == "&Lock"
    Translation(qapp).use("vi")
    assert QCoreApplication.translate("MainWindow", "&Khóa sổ") == "&Khóa sổ"
    assert english is not None
