"""Scans from the scanner's folder, picked with the keyboard and put into the open record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from antq_desktop.gui.entry.attachment_dialogs import AttachDialog
from antq_desktop.services.scans import choose_scan_folder
from tests.gui.test_attachments import names, panel_of, pdf, screen
from tests.gui.walking import unnamed, unreached
from tests.unit.services.attachments import photo

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.entry.scan_dialog import ScanDialog
    from antq_desktop.gui.session import Session

__all__ = ["screen"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def texts(dialog: ScanDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def shown(screen: EntryScreen, qtbot: QtBot, count: int) -> ScanDialog:
    """Wait until so many scans can be picked."""
    scans = screen.attachments.scans
    qtbot.waitUntil(lambda: scans.dialog is not None)
    dialog = scans.dialog
    assert dialog is not None

    def ready() -> bool:
        scans.look()
        rows = (dialog.list.item(row) for row in range(dialog.list.count()))
        return sum(one.data(Qt.ItemDataRole.CheckStateRole) is not None for one in rows) == count

    qtbot.waitUntil(ready)
    return dialog


def test_scans_are_picked_by_keyboard_joined_and_removed(
    screen: EntryScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "quet"
    folder.mkdir()
    files = (photo(folder, "cu.jpg"), pdf(folder), photo(folder, "moi.jpg"))
    for place, path in enumerate(files):
        os.utime(path, (0, 1_700_000_000 + place))
    half = folder / "dang ghi.jpg"
    half.write_bytes(files[0].read_bytes()[:-100])
    os.utime(half, (0, 1_800_000_000))
    panel_of(screen).scan.click()
    qtbot.waitUntil(lambda: screen.widget.findChild(QFileDialog) is not None)
    asked = screen.widget.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(folder))
    asked.close()
    dialog = shown(screen, qtbot, 3)
    qtbot.waitUntil(lambda: "2 trang" in texts(dialog)[2])
    assert [text.partition("\n")[0] for text in texts(dialog)] == [
        "dang ghi.jpg",
        "moi.jpg",
        "Bien ban.pdf",
        "cu.jpg",
    ]
    assert "chưa ghi xong" in texts(dialog)[0]
    assert not [*unnamed(dialog), *unreached(dialog)]
    assert (dialog.act.isEnabled(), dialog.join.isEnabled()) == (False, False)
    # The keyboard is in the list; Space ticks, Enter goes on.
    dialog.list.setFocus()
    for row in (1, 2):
        dialog.list.setCurrentRow(row)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    # The scanner has finished: what is ticked stays ticked, and the mark where it was.
    half.write_bytes(files[0].read_bytes())
    os.utime(half, (0, 1_800_000_001))
    shown(screen, qtbot, 4)
    assert dialog.picked == ["moi.jpg", "Bien ban.pdf"]
    assert dialog.list.currentRow() == 2
    dialog.join.setChecked(True)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    how = screen.widget.findChild(AttachDialog)
    assert isinstance(how, AttachDialog)
    with qtbot.waitSignal(screen.attachments.told) as heard:
        how.act.click()
    assert heard.args == ["Đã đính kèm 1 tệp. Đã xóa bản gốc trong thư mục."]
    qtbot.waitUntil(lambda: len(names(screen)) == 1)
    assert names(screen) == [("Bien ban.pdf", "Ở lại đơn vị")]
    assert sorted(path.name for path in folder.iterdir()) == ["cu.jpg", "dang ghi.jpg"]
    qtbot.waitUntil(lambda: not session.working)


def test_a_folder_that_is_gone_is_said_and_originals_may_stay(
    screen: EntryScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "quet"
    folder.mkdir()
    choose(session, qtbot, folder)
    folder.rename(tmp_path / "mat")
    panel_of(screen).scan.click()
    qtbot.waitUntil(lambda: screen.attachments.scans.dialog is not None)
    again = screen.attachments.scans.dialog
    assert again is not None
    qtbot.waitUntil(lambda: "Không mở được thư mục quet" in again.said.text())
    assert not again.act.isEnabled()
    again.reject()
    other = tmp_path / "khac"
    other.mkdir()
    kept = photo(other, "thu.jpg")
    choose(session, qtbot, other)
    panel_of(screen).scan.click()
    dialog = shown(screen, qtbot, 1)
    dialog.remove.setChecked(False)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)  # the marked one, where none is ticked
    how = screen.widget.findChild(AttachDialog)
    assert isinstance(how, AttachDialog)
    with qtbot.waitSignal(screen.attachments.told) as heard:
        how.act.click()
    assert heard.args == ["Đã đính kèm 1 tệp. Bản gốc vẫn còn trong thư mục."]
    assert kept.exists()
    qtbot.waitUntil(lambda: not session.working)


def choose(session: Session, qtbot: QtBot, folder: Path) -> None:
    """Choose the scanner's folder without asking."""
    chosen: list[object] = []
    session.ask(lambda workspace: choose_scan_folder(workspace, folder), chosen.append)
    qtbot.waitUntil(lambda: bool(chosen))
