"""The list of sticks: it follows what is plugged in and says how each one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from antq_desktop.gui import submission
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.services import media
from tests.gui.exchange.conftest import child, texts
from tests.unit.services.conftest import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.screen import Context


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[media.Disk]:
    """Return the list of what is plugged in; real folders stand for the sticks."""
    disks: list[media.Disk] = []
    monkeypatch.setattr(media, "mounted_disks", lambda: iter(disks))
    return disks


def plug(disks: list[media.Disk], folder: Path, *words: str) -> Path:
    """Plug a stick in."""
    folder.mkdir()
    disks.append(media.Disk(folder.name, folder, frozenset(words or {"rw"})))
    return folder


class Asked:
    """The screen of the bundles after a bundle was signed, and its list of sticks."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.screen = submission.build(context)
        self.view = self.screen.view
        qtbot.addWidget(self.view)
        self.view.show()
        self.screen.refresh()
        self.qtbot = qtbot
        self.context = context
        self.wait()
        for name in ("begin", "forward", "forward", "forward", "forward", "forward"):
            child(self.view, QPushButton, name).click()
            self.wait()
        child(self.view, QPushButton, "choose").click()
        dialogs = self.view.findChildren(MediumDialog)
        self.dialog = dialogs[-1]
        self.wait()

    def wait(self) -> None:
        """Wait until the worker has answered."""
        heard: list[object] = []
        self.context.session.ask(lambda _: None, heard.append)
        self.qtbot.waitUntil(lambda: bool(heard))

    def look(self) -> None:
        """Let a second pass."""
        self.dialog.look.emit()
        self.wait()

    def rows(self) -> list[list[str]]:
        """Return the names and states that are shown."""
        return [[row[0], row[2]] for row in texts(self.dialog.table)]


@pytest.fixture
def asked(plugged: list[media.Disk], opened: Callable[[str], Context], qtbot: QtBot) -> Asked:
    del plugged
    return Asked(opened(COMMUNE), qtbot)


def test_a_stick_that_is_plugged_in_is_taken_with_enter(
    asked: Asked, plugged: list[media.Disk], tmp_path: Path, qtbot: QtBot
) -> None:
    assert asked.dialog.said.text() == "Chưa thấy USB."
    assert not asked.dialog.write.isEnabled()
    stick = plug(plugged, tmp_path / "KINGSTON")
    asked.look()
    assert asked.rows() == [["KINGSTON", "Sẵn sàng"]]
    assert asked.dialog.said.text() == "USB sẵn sàng."
    QTest.keyClick(asked.dialog, Qt.Key.Key_Return)
    asked.wait()
    assert len(list(stick.glob("*.antq"))) == 1
    said = child(asked.view, QLabel, "writeState")
    qtbot.waitUntil(lambda: said.text() == "An toàn để rút USB")


def test_of_several_sticks_the_person_chooses_and_the_choice_stays(
    asked: Asked, plugged: list[media.Disk], tmp_path: Path
) -> None:
    for name in ("ADATA", "KINGSTON"):
        plug(plugged, tmp_path / name)
    asked.look()
    assert asked.dialog.said.text() == "Có nhiều USB: chọn một."
    assert not asked.dialog.write.isEnabled()
    asked.dialog.table.selectRow(1)
    plug(plugged, tmp_path / "AA")
    asked.look()
    asked.dialog.write.click()
    asked.wait()
    assert [path.parent.name for path in tmp_path.glob("*/*-submission.antq")] == ["KINGSTON"]


def test_a_stick_that_cannot_take_the_file_says_why(
    asked: Asked, plugged: list[media.Disk], tmp_path: Path
) -> None:
    plug(plugged, tmp_path / "LOCKED", "ro")
    asked.look()
    assert asked.rows() == [["LOCKED", "Khóa chống ghi"]]
    assert asked.dialog.said.text() == "USB đang khóa chống ghi."
    asked.dialog.table.selectRow(0)
    assert not asked.dialog.write.isEnabled()
    plugged.clear()
    asked.look()
    assert asked.dialog.said.text() == "Chưa thấy USB."


def test_a_neighbours_stick_is_a_question(
    asked: Asked, plugged: list[media.Disk], tmp_path: Path
) -> None:
    stick = plug(plugged, tmp_path / "STICK")
    (stick / "99999-00000-abcd-000001-submission.antq").touch()
    asked.look()
    assert asked.rows() == [["STICK", "Có gói đơn vị khác"]]
    assert not asked.dialog.write.isEnabled()
    asked.dialog.table.selectRow(0)
    assert asked.dialog.said.text().startswith("Có thể nhầm USB")
    assert asked.dialog.write.isEnabled()
