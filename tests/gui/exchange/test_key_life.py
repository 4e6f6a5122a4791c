"""The life of a key through the windows of both sides: lost, revoked, decided, renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QTableView, QWidget

from antq_desktop.domain.roles import Role
from antq_desktop.gui import authority, enrolment
from antq_desktop.gui.authority.between import BetweenCard
from antq_desktop.gui.authority.revoking import CertifyOwnDialog, RenewListDialog, RevokeDialog
from antq_desktop.gui.authority.view import AuthorityView
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.enrolment.dialogs import HandOverDialog, LostDialog
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revocations import own_list_age
from antq_desktop.services.users import add_user
from tests.gui.exchange.conftest import PATIENCE, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.authority.presenter import AuthorityPresenter
    from antq_desktop.gui.enrolment.presenter import EnrolmentPresenter
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context
    from tests.gui.exchange.conftest import Opened
    from tests.unit.services.conftest import World


def press(widget: QWidget, text: str) -> QPushButton:
    """Click the button with these words, which must be possible."""
    found = next(one for one in widget.findChildren(QPushButton) if one.text() == text)
    assert found.isEnabled(), text
    found.click()
    return found


def words(widget: QWidget) -> list[str]:
    """Return all words that are not hidden."""
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]


def office_screen(context: Context, qtbot: QtBot) -> AuthorityPresenter:
    """Build the office's screen, which hears of changes as in the main window."""
    screen = authority.build(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)
    screen.refresh()
    wait_idle(context, qtbot)
    return screen


def table(widget: QWidget, name: str) -> QTableView:
    """Return the table with an accessible name."""
    return next(one for one in widget.findChildren(QTableView) if one.accessibleName() == name)


def taken(world: World) -> None:
    """Let the office take in one submission more of the commune."""
    world.add(COMMUNE, coop())
    path = submission(world, COMMUNE)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
    world.later(days=1)


def give_reason(widget: QWidget, text: str, act: str) -> None:
    """Answer the question for a reason that is open."""
    dialog = widget.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    box = dialog.findChild(QPlainTextEdit)
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText(text)
    press(dialog, act)


def test_a_stolen_pc_is_revoked_since_its_day_and_each_bundle_decided(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    taken(world)
    stolen = world.now.date()
    taken(world)
    taken(world)
    context = opened(OFFICE)
    screen = office_screen(context, qtbot)
    between = screen.widget.findChild(BetweenCard)
    assert isinstance(between, BetweenCard)
    assert between.isHidden()

    certificates = table(screen.widget, "Chứng thư đã cấp")
    rows = [at for at, cells in enumerate(texts(certificates)) if cells[4] == "Có hiệu lực"]
    row = rows[-1]  # the one that was enrolled first
    certificates.selectRow(row)
    press(screen.widget, "&Thu hồi…")
    dialog = screen.widget.findChild(RevokeDialog)
    assert isinstance(dialog, RevokeDialog)
    assert dialog.since.maximumDate().toPython() == world.now.date()  # no day to come
    dialog.reason.setText("Máy bị lấy trộm")
    dialog.passphrase.setText("authority")
    dialog.lost.setChecked(True)
    dialog.since.setDate(QDate(stolen.year, stolen.month, stolen.day))
    press(dialog, "&Thu hồi chứng thư")
    wait_idle(context, qtbot)
    assert said[-1].text.startswith("Đã thu hồi. 2 gói đến từ ngày đó")
    assert f"Thu hồi từ {stolen:%d/%m/%Y}: Máy bị lấy trộm" in _hints(certificates)

    waiting = table(screen.widget, "Gói đến trong lúc khóa đã mất")
    assert not between.isHidden()
    assert [cells[3] for cells in texts(waiting)] == ["Chờ quyết định"] * 2
    assert texts(waiting)[0][0] == "Phường Quang Trung – Lò Thị Mẫu"
    waiting.selectRow(0)
    undo = next(one for one in between.findChildren(QPushButton) if one.text() == "&Rút lại gói…")
    assert not undo.isEnabled()  # the one after it may hold the same rows, and that is said
    assert any(text.startswith("Không rút lại được") for text in words(between))
    press(between, "&Giữ nguyên…")
    give_reason(between, "Trưởng Công an xã xác nhận", "&Giữ nguyên")
    wait_idle(context, qtbot)
    waiting.selectRow(1)
    press(between, "&Rút lại gói…")
    give_reason(between, "Không phải của xã", "&Rút lại")
    wait_idle(context, qtbot)
    assert [cells[3] for cells in texts(waiting)] == ["Giữ nguyên", "Đã rút lại"]


def _hints(shown: QTableView) -> list[str]:
    model = shown.model()
    return [model.index(row, 0).data(3) for row in range(model.rowCount())]  # the tool tips


def test_an_old_revocation_list_is_renewed_at_the_office(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    world.later(days=91)
    context = opened(OFFICE)
    screen = office_screen(context, qtbot)
    assert any("cách đây 91 ngày" in text for text in words(screen.widget))
    press(screen.widget, "&Làm mới danh sách thu hồi…")
    dialog = screen.widget.findChild(RenewListDialog)
    assert isinstance(dialog, RenewListDialog)
    dialog.passphrase.setText("sai")
    press(dialog, "&Làm mới danh sách")
    wait_idle(context, qtbot)
    assert said[-1].action == "Nhập lại mật khẩu cấp chứng thư."
    press(screen.widget, "&Làm mới danh sách thu hồi…")
    dialog = screen.widget.findChildren(RenewListDialog)[-1]
    dialog.passphrase.setText("authority")
    press(dialog, "&Làm mới danh sách")
    wait_idle(context, qtbot)
    assert "Danh sách thu hồi lập hôm nay." in words(screen.widget)
    ages: list[int] = []
    context.session.ask(own_list_age, ages.append)
    wait_idle(context, qtbot)
    assert ages == [0]


def enrolment_screen(context: Context, qtbot: QtBot) -> EnrolmentPresenter:
    """Build the commune's screen, which hears of changes as in the main window."""
    screen = enrolment.build(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)
    screen.refresh()
    wait_idle(context, qtbot)
    return screen


def save_as(widget: QWidget, path: Path, context: Context, qtbot: QtBot) -> None:
    """Choose where the file is written that a screen has asked for."""
    dialog = widget.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: widget.findChild(QFileDialog) is None, timeout=PATIENCE)
    wait_idle(context, qtbot)


def newest_directory(folder: Path) -> Path:
    """Return the directory that was signed last."""
    return max(folder.glob("347-all-*-directory.antq"))


def install(screen: EnrolmentPresenter, path: Path, context: Context, qtbot: QtBot) -> None:
    """Install a directory by the buttons of the screen."""
    press(screen.widget, "&Mở tệp danh bạ…")
    save_as(screen.widget, path, context, qtbot)
    press(screen.widget, "&Khớp – cài danh bạ")
    wait_idle(context, qtbot)


def test_a_renewal_goes_up_and_comes_back_without_a_telephone(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    world.later(days=1060)  # 35 days are left
    below, above = opened(COMMUNE), opened(OFFICE)
    usb = world.folder / "usb"
    commune = enrolment_screen(below, qtbot)
    assert any(text.startswith("Chứng thư sắp hết hạn") for text in words(commune.widget))
    press(commune.widget, "&Gia hạn chứng thư…")
    save_as(commune.widget, usb / "gia-han.antq", below, qtbot)
    assert "không phải đọc vân tay" in said[-1].text

    office = office_screen(above, qtbot)
    view = office.widget
    assert isinstance(view, AuthorityView)
    view.request_chosen.emit(str(usb / "gia-han.antq"))
    wait_idle(above, qtbot)
    assert any(text.endswith("khỏi đối chiếu.") for text in words(view))
    assert next(b for b in view.findChildren(QPushButton) if b.text() == "Cấ&p chứng thư…")
    view.issue_asked.emit(str(usb), "authority")
    wait_idle(above, qtbot)
    install(commune, newest_directory(usb), below, qtbot)
    assert said[-1].tone == "done"
    assert any(text.startswith("Đã ký và nộp được") for text in words(commune.widget))


def test_both_heads_sign_the_handover_at_the_pc(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    usb, next_head = world.folder / "usb", "Nông Thị Kế"
    below, above = opened(COMMUNE), opened(OFFICE)
    commune = enrolment_screen(below, qtbot)
    papers: list[PaperWanted] = []
    commune.paper_asked.connect(papers.append)
    press(commune.widget, "&Bàn giao quyền ký…")
    nobody = commune.widget.findChild(HandOverDialog)
    assert isinstance(nobody, HandOverDialog)
    assert any(text.startswith("Trước hết thêm người mới") for text in words(nobody))
    nobody.reject()
    qtbot.waitUntil(lambda: commune.widget.findChild(HandOverDialog) is None, timeout=PATIENCE)
    below.session.change(
        lambda workspace: add_user(workspace, next_head, Role.HEAD, "kế nhiệm"), lambda _: None
    )
    wait_idle(below, qtbot)
    for passphrase in ("sai", "kế nhiệm"):
        press(commune.widget, "&Bàn giao quyền ký…")
        dialog = commune.widget.findChild(HandOverDialog)
        assert isinstance(dialog, HandOverDialog)
        assert dialog.successor.currentText() == next_head
        dialog.passphrase.setText(passphrase)
        press(dialog, "&Hai người cùng ký…")
        save_as(commune.widget, usb / "ban-giao.antq", below, qtbot)
        qtbot.waitUntil(lambda: commune.widget.findChild(HandOverDialog) is None, timeout=PATIENCE)
        assert (usb / "ban-giao.antq").exists() is (passphrase != "sai")
    assert "hai người đã ký" in said[-1].text
    signed = PaperWanted("key-handover", bundle=usb / "ban-giao.antq")
    assert papers == [signed]  # to be printed and signed by hand
    press(commune.widget, "&Bàn giao quyền ký…")
    again = commune.widget.findChild(HandOverDialog)
    assert isinstance(again, HandOverDialog)
    press(again, "&In biên bản…")
    save_as(commune.widget, usb / "ban-giao.antq", below, qtbot)
    assert papers == [signed, signed]

    office = office_screen(above, qtbot)
    view = office.widget
    assert isinstance(view, AuthorityView)
    view.request_chosen.emit(str(usb / "ban-giao.antq"))
    wait_idle(above, qtbot)
    assert any("ký bàn giao từ" in text for text in words(view))
    view.issue_asked.emit(str(usb), "authority")
    wait_idle(above, qtbot)
    shown = texts(table(view, "Chứng thư đã cấp"))
    assert [cells[4] for cells in shown if cells[1] == next_head] == ["Có hiệu lực"]
    assert "Đã thu hồi" in [cells[4] for cells in shown]


def test_who_has_lost_his_key_is_told_what_to_do_in_three_sentences(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    below, usb = opened(COMMUNE), world.folder / "usb"
    commune = enrolment_screen(below, qtbot)
    press(commune.widget, "Tôi mất khó&a…")
    dialog = commune.widget.findChild(LostDialog)
    assert isinstance(dialog, LostDialog)
    assert [text[:2] for text in words(dialog) if text[:1].isdigit()] == ["1.", "2.", "3."]
    press(dialog, "&Tạo khóa mới và tệp yêu cầu…")
    save_as(commune.widget, usb / "yeu-cau.antq", below, qtbot)
    assert said[-1].text.startswith("Đã tạo khóa mới")
    assert "Chưa có chứng thư" in words(commune.widget)
    assert any(len(text) == 79 for text in words(commune.widget))  # the fingerprint


def test_the_head_of_the_office_renews_his_own(
    opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    context = opened(OFFICE)
    screen = office_screen(context, qtbot)
    before = len(texts(table(screen.widget, "Chứng thư đã cấp")))
    press(screen.widget, "&Cấp chứng thư cho tôi…")
    dialog = screen.widget.findChild(CertifyOwnDialog)
    assert isinstance(dialog, CertifyOwnDialog)
    dialog.passphrase.setText("authority")
    press(dialog, "&Cấp chứng thư")
    wait_idle(context, qtbot)
    assert said[-1].tone == "done"
    assert len(texts(table(screen.widget, "Chứng thư đã cấp"))) == before + 1
