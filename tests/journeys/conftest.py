"""What journeys through the windows share: no display, and programs that are ended after a test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.gui.theme import Theme
from antq_desktop.gui.translation import Translation
from tests.journeys.officer import Album, Officer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.services.clock import Clock

# Before the first QApplication; a developer may still choose another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def officer(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Officer]]:
    """Return a function that starts the program on a home and puts somebody in front of it.

    With ``ANTQ_PICTURES=FOLDER`` every step leaves a picture there.
    """
    album = Album(os.environ.get("ANTQ_PICTURES"))
    catalogue = load_catalogue()
    started: list[Officer] = []

    def start(home: Path, clock: Clock | None = None) -> Officer:
        one = Officer(qapp, home, catalogue, qtbot, album, clock)
        started.append(one)
        return one

    yield start
    for one in started:
        one.go_home()
    Theme(qapp, "light")
    Translation(qapp).use("vi")
