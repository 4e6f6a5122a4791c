"""The files of a record in its form: brought, looked at, sealed, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage

from antq_desktop.gui import entry
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.entry.attachment_dialogs import AttachDialog, AttachmentDialog
from tests.gui.test_proposals import AREA, saved
from tests.unit.services.attachments import photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.attachments_panel import AttachmentsPanel
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths


def pdf(folder: Path) -> Path:
    """Write two pages."""
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "Bien ban.pdf"
    canvas = Canvas(str(path))
    for page in (1, 2):
        canvas.drawString(72, 700, f"page {page}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def screen(
    commune: Paths, context: Callable[[Paths], Context], session: Session, qtbot: QtBot
) -> EntryScreen:
    """Return the form of a record that is in the book, shown."""
    made = entry.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1366, 768)
    made.widget.show()
    record = saved(session, qtbot, "residential_areas", AREA)
    with qtbot.waitSignal(made.opened):
        made.open("residential_areas", record)
    return made


def panel_of(screen: EntryScreen) -> AttachmentsPanel:
    assert screen.attachments.panel is not None
    return screen.attachments.panel


def answer(screen: EntryScreen, qtbot: QtBot, way: str) -> None:
    """Choose how files go, and attach them."""
    dialog = screen.widget.findChild(AttachDialog)
    assert isinstance(dialog, AttachDialog)
    (choice,) = (one for one in dialog.ways.buttons() if one.property("travel") == way)
    choice.setChecked(True)
    with qtbot.waitSignal(screen.attachments.told):
        dialog.act.click()


def names(screen: EntryScreen) -> list[tuple[str, str]]:
    return [(line.name, line.travel) for line in panel_of(screen).lines]


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_are_dropped_pasted_looked_at_and_taken_off(
    screen: EntryScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.widget.cell("households").editor.show_typed("130")
    typed = screen.widget.typed()
    data = dropped(photo(tmp_path), pdf(tmp_path))
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel_of(screen).dropEvent(event)
    answer(screen, qtbot, "shared")
    qtbot.waitUntil(lambda: len(names(screen)) == 2)
    assert names(screen) == [
        ("anh.jpg", "Gửi lên cấp trên"),
        ("Bien ban.pdf", "Gửi lên cấp trên"),
    ]
    # What was being typed is untouched, and the form stands on the new revision.
    assert screen.widget.typed() == typed
    assert screen.dirty
    assert screen.form is not None
    assert screen.form.data.base == 2
    panel_of(screen).table.selectRow(1)
    panel_of(screen).open.click()
    qtbot.waitUntil(lambda: screen.widget.findChild(AttachmentDialog) is not None)
    shown = screen.widget.findChild(AttachmentDialog)
    assert isinstance(shown, AttachmentDialog)
    qtbot.waitUntil(lambda: shown.place.text() == "Trang 1/2")
    shown.next.click()
    qtbot.waitUntil(lambda: shown.place.text() == "Trang 2/2")
    assert not shown.shown.pixmap().isNull()
    assert not shown.next.isEnabled()
    shown.accept()
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    panel_of(screen).paste.click()
    answer(screen, qtbot, "private")
    qtbot.waitUntil(lambda: len(names(screen)) == 3)
    assert names(screen)[2] == ("Ảnh dán.png", "Ở lại đơn vị")
    panel_of(screen).table.selectRow(0)
    panel_of(screen).remove.click()
    give_reason(screen, qtbot, "Nhầm ảnh")
    qtbot.waitUntil(lambda: len(names(screen)) == 2)


def give_reason(screen: EntryScreen, qtbot: QtBot, text: str) -> None:
    dialog = screen.widget.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText(text)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept()


def test_a_sealed_file_asks_why(screen: EntryScreen, qtbot: QtBot, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(dropped(photo(tmp_path, "Thư.jpg")))
    panel_of(screen).paste.click()
    QGuiApplication.clipboard().clear()  # it would be given back after Python is gone
    answer(screen, qtbot, "confidential")
    qtbot.waitUntil(lambda: len(names(screen)) == 1)
    assert names(screen) == [("Tệp niêm phong 1", "Niêm phong, không gửi")]
    panel_of(screen).open.click()
    assert screen.widget.findChild(AttachmentDialog) is None
    give_reason(screen, qtbot, "Xác minh")
    qtbot.waitUntil(lambda: screen.widget.findChild(AttachmentDialog) is not None)
    shown = screen.widget.findChild(AttachmentDialog)
    assert isinstance(shown, AttachmentDialog)
    assert shown.windowTitle() == "Thư.jpg"
    assert not shown.shown.pixmap().isNull()
    shown.accept()


def test_a_new_record_is_saved_before_it_gets_files(screen: EntryScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.opened):
        screen.open("residential_areas", None)
    panel = panel_of(screen)
    assert panel.hint.text().startswith("Lưu hồ sơ trước")
    assert not panel.add.isVisible()
    assert not panel.acceptDrops()
