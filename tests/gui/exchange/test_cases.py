"""Handing a record over in the windows, and what its receiver sees and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton, QTableView, QWidget

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Travel
from antq_desktop.gui import cases, records
from antq_desktop.gui.cases.dialog import HandingDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.records.wording import handed_lines
from antq_desktop.services.attaching import attach
from antq_desktop.services.case_bodies import body_named
from antq_desktop.services.case_records import handed_over, lines_of
from antq_desktop.services.case_weighing import Wanted
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import own_certificate
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.installing import install_directory
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import add_records, void_record
from antq_desktop.services.signing import anchor_of
from tests.gui.exchange.conftest import child, texts, wait_idle
from tests.unit.services.attachments import photo
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND
from tests.unit.services.paper_world import report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.cases.presenter import CasesPresenter
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context, PaperWanted
    from antq_desktop.services.papers import Paper
    from tests.unit.services.conftest import World

    Opened = Callable[[str], Context]


def _met(world: World) -> str:
    """Let the communes know each other; return a report of crime with a file."""
    with world.open(OFFICE) as office:
        directory = deliver(office, publish(office).row, world.folder)
        anchor = sha256_hex(anchor_of(office))
    for code in (COMMUNE, SECOND):
        with world.open(code) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, [photo(world.folder)], Travel.PRIVATE, reason="Ảnh hiện trường")
    return record


def _reason(screen: CasesPresenter, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: bool(screen.widget.findChildren(ReasonDialog)))
    dialog = screen.widget.findChildren(ReasonDialog)[-1]
    dialog.reason.setPlainText(text)
    dialog.accept()


def _folder(parent: QWidget, qtbot: QtBot, folder: Path) -> None:
    qtbot.waitUntil(lambda: bool(parent.findChildren(QFileDialog)))
    dialog = parent.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))


def _made(context: Context, wanted: PaperWanted, qtbot: QtBot) -> Paper:
    found: list[Paper] = []
    make = wanted.made
    assert make is not None
    context.session.ask(make, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def _address(dialog: HandingDialog) -> None:
    """Say to whom it goes and why."""
    dialog.reason.setText("Theo thẩm quyền")
    keys = [str(dialog.body.itemData(at)) for at in range(dialog.body.count())]
    dialog.body.setCurrentIndex([one.split("@")[0] for one in keys].index(SECOND))


def _hand_over(context: Context, record: str, usb: Path, qtbot: QtBot) -> Path:
    """Hand a record over as its head does, and return the file on the stick."""
    parent = QWidget()
    qtbot.addWidget(parent)
    previews: list[PaperWanted] = []
    cases.open_handing(parent, context, [record], previews.append)
    qtbot.waitUntil(lambda: bool(parent.findChildren(HandingDialog)))
    (dialog,) = parent.findChildren(HandingDialog)
    act, preview = (child(dialog, QPushButton, name) for name in ("act", "preview"))
    assert not act.isEnabled()
    _address(dialog)
    assert act.isEnabled()
    dialog.sealed.setChecked(True)
    assert not act.isEnabled()
    dialog.seal_reason.setText("Nơi nhận cần biết")
    preview.click()
    assert _made(context, previews[0], qtbot).pdf.startswith(b"%PDF")
    act.click()
    _folder(parent, qtbot, usb)
    qtbot.waitUntil(lambda: bool(list(usb.glob("*-case.antq"))))
    wait_idle(context, qtbot)
    (path,) = usb.glob("*-case.antq")
    return path


def test_a_record_goes_from_its_form_to_the_other_side_and_the_answer_comes_back(
    world: World, opened: Opened, qtbot: QtBot, said: list[Told]
) -> None:
    record, usb = _met(world), world.folder / "usb"
    context = opened(COMMUNE)
    path = _hand_over(context, record, usb, qtbot)
    assert "An toàn" in said[-1].text
    context.session.close(lambda: None)
    qtbot.waitUntil(lambda: not context.session.is_open)
    other = opened(SECOND)
    screen = cases.build(other)
    qtbot.addWidget(screen.widget)
    papers: list[PaperWanted] = []
    screen.paper_asked.connect(papers.append)
    screen.take_in(str(path))
    wait_idle(other, qtbot)
    assert said[-1].text.startswith("Nhận 1 hồ sơ")
    screen.refresh()
    wait_idle(other, qtbot)
    table = child(screen.widget, QTableView, "cases")
    assert texts(table)[0][2:] == ["1", "Chờ trả lời"]
    table.selectRow(0)
    assert child(screen.widget, QListWidget, "records").count() == 1
    for name in ("show", "form"):
        child(screen.widget, QPushButton, name).click()
        assert _made(other, papers[-1], qtbot).pages >= 1
    child(screen.widget, QPushButton, "reveal").click()
    _reason(screen, qtbot, "Phân công giải quyết")
    assert _made(other, papers[-1], qtbot).pdf.startswith(b"%PDF")
    child(screen.widget, QPushButton, "files").click()
    _folder(screen.widget, qtbot, usb)
    qtbot.waitUntil(lambda: bool(list(usb.glob("*.jpg"))))
    child(screen.widget, QPushButton, "take").click()
    _reason(screen, qtbot, "Đã phân công cán bộ")
    _folder(screen.widget, qtbot, usb)
    qtbot.waitUntil(lambda: bool(list(usb.glob("*-receipt.antq"))))
    wait_idle(other, qtbot)
    screen.refresh()
    wait_idle(other, qtbot)
    assert texts(table)[0][3] == "Đã tiếp nhận"
    (receipt,) = usb.glob("*-receipt.antq")
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, receipt)
        (handed,) = handed_over(workspace, record)
    (line,) = handed_lines([handed])
    assert "Đã tiếp nhận" in line
    assert "“Đã phân công cán bộ”" in line


def test_several_records_of_a_list_go_at_once_and_one_that_cannot_is_named(
    world: World, opened: Opened, qtbot: QtBot, said: list[Told]
) -> None:
    sealed, usb = _met(world), world.folder / "usb"
    register = world.catalogue.by_name["crime_reports"]
    with world.open(COMMUNE) as workspace:
        (plain,) = add_records(workspace, register, [report(informant=None, anonymous_letter=True)])
        (struck,) = add_records(workspace, register, [report()])
        void_record(workspace, struck.record, reason="Ghi trùng")
    context = opened(COMMUNE)
    screen = records.build(context)
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    with qtbot.waitSignal(screen.list_came):
        screen.show_register("crime_reports")
    papers: list[PaperWanted] = []
    screen.paper_asked.connect(
        lambda wanted: cases.open_handing(screen.widget, context, wanted.record, papers.append)
    )
    table = child(screen.widget, QTableView, "table")
    table.selectAll()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(screen.widget.findChildren(HandingDialog)))
    (dialog,) = screen.widget.findChildren(HandingDialog)
    assert "2 hồ sơ" in dialog.windowTitle()
    assert "phần mật ở lại" in _fate(dialog, sealed)
    assert "không có phần mật" in _fate(dialog, plain.record)
    assert "không chuyển: Hồ sơ số" in _fate(dialog, struck.record)
    dialog.files.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "1 tệp ở lại" in _fate(dialog, sealed)
    dialog.files.item(0).setCheckState(Qt.CheckState.Checked)
    _address(dialog)
    dialog.sealed.setChecked(True)
    dialog.seal_reason.setText("Nơi nhận cần biết")
    assert "kèm phần mật" in _fate(dialog, sealed)
    ids = [one.key for one in dialog.rows]
    dialog.records.setCurrentRow(ids.index(plain.record))
    child(dialog, QPushButton, "preview").click()
    assert papers[0].record == plain.record
    assert _made(context, papers[0], qtbot).pdf.startswith(b"%PDF")
    child(dialog, QPushButton, "act").click()
    _folder(screen.widget, qtbot, usb)
    qtbot.waitUntil(lambda: bool(list(usb.glob("*-case.antq"))))
    wait_idle(context, qtbot)
    (path,) = usb.glob("*-case.antq")
    with world.open(SECOND) as receiver:
        assert import_bundle(receiver, path).good
        (case,) = receiver.store.cases.received()
        came = {one.record: one for one in lines_of(receiver, case)}
        assert came.keys() == {sealed, plain.record}
        assert came[sealed].sealed
        assert not came[plain.record].sealed
    assert "An toàn" in said[-1].text


def _fate(dialog: HandingDialog, record: str) -> str:
    """Return what the dialogue says of one of several records."""
    at = [one.key for one in dialog.rows].index(record)
    return dialog.records.item(at).text()


def test_a_case_of_a_lost_key_is_marked_and_says_what_to_do(
    world: World, opened: Opened, qtbot: QtBot
) -> None:
    record = _met(world)
    with world.open(COMMUNE) as sender:
        wanted = Wanted(records=(record,), to=body_named(sender, SECOND), reason="Theo thẩm quyền")
        file = deliver(sender, hand_over(sender, wanted), world.folder)
        serial = own_certificate(sender)["serial"]
    with world.open(SECOND) as receiver:
        import_bundle(receiver, file)
    with world.open(OFFICE) as office:
        lost = world.now.date()
        revoke_certificate(
            office, serial, reason="Máy bị mất", ca_passphrase="authority", since=lost
        )
        directory = deliver(office, publish(office).row, world.folder)
        anchor = sha256_hex(anchor_of(office))
    with world.open(SECOND) as receiver:
        install_directory(receiver, directory, fingerprint=anchor)
    context = opened(SECOND)
    screen = cases.build(context)
    qtbot.addWidget(screen.widget)
    screen.refresh()
    wait_idle(context, qtbot)
    table = child(screen.widget, QTableView, "cases")
    assert texts(table)[0][3] == "Khóa ký đã mất"
    table.selectRow(0)
    said = " ".join(one.text() for one in screen.widget.findChildren(QLabel))
    assert f"mất từ 00:00 {lost:%d/%m/%Y}: hỏi lại nơi chuyển" in said
