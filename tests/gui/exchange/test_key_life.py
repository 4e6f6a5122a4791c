"""The life of a key through the windows of both sides: lost, revoked, decided, renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView, QWidget

from antq_desktop.gui import authority
from antq_desktop.gui.authority.between import BetweenCard
from antq_desktop.gui.authority.revoking import RenewListDialog, RevokeDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revoking import own_list_age
from tests.gui.exchange.conftest import submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.authority.presenter import AuthorityPresenter
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
    press(dialog, "&Thu hồi")
    wait_idle(context, qtbot)
    assert said[-1].text.startswith("Đã thu hồi. 2 gói đến từ ngày đó")
    assert f"Thu hồi từ {stolen:%d/%m/%Y}: Máy bị lấy trộm" in _hints(certificates)

    waiting = table(screen.widget, "Gói đến trong lúc khóa đã mất")
    assert not between.isHidden()
    assert [cells[3] for cells in texts(waiting)] == ["Chờ quyết định"] * 2
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
    press(dialog, "&Làm mới")
    wait_idle(context, qtbot)
    assert said[-1].action == "Nhập lại mật khẩu cấp chứng thư."
    press(screen.widget, "&Làm mới danh sách thu hồi…")
    dialog = screen.widget.findChildren(RenewListDialog)[-1]
    dialog.passphrase.setText("authority")
    press(dialog, "&Làm mới")
    wait_idle(context, qtbot)
    assert "Danh sách thu hồi lập hôm nay." in words(screen.widget)
    ages: list[int] = []
    context.session.ask(own_list_age, ages.append)
    wait_idle(context, qtbot)
    assert ages == [0]
