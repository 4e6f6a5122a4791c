"""What an office decides about bundles that it has judged: take, put aside, take back, policy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView

from antq_desktop.gui import inbox
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import policy_of
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import change_record
from tests.gui.exchange.conftest import child, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, coop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # there is no display


class Screen:
    """The desk of an office, as a person uses it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.context, self.qtbot = context, qtbot
        self.presenter: InboxPresenter = inbox.build(context)
        self.widget = self.presenter.widget
        qtbot.addWidget(self.widget)
        context.session.changed.connect(self.presenter.refresh)  # as the main window does
        self.presenter.refresh()
        wait_idle(context, qtbot)

    def button(self, name: str) -> QPushButton:
        """Return a button."""
        return child(self.widget, QPushButton, name)

    def text(self, name: str) -> str:
        """Return what a label says."""
        return child(self.widget, QLabel, name).text()

    def bring(self, *paths: Path) -> None:
        """Put files on the desk and wait for what is said of them."""
        self.presenter.take(paths)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is being done."""
        self.qtbot.waitUntil(self.button("cancel").isHidden)
        wait_idle(self.context, self.qtbot)

    def queue(self) -> list[str]:
        """Return where the bundles on the desk stand."""
        return [row[1] for row in texts(child(self.widget, QTableView, "queue"))]

    def history(self) -> list[str]:
        """Return where the judged bundles stand, the newest first."""
        return [row[3] for row in texts(child(self.widget, QTableView, "history"))]

    def choose(self, state: str) -> None:
        """Select the first bundle that stands there."""
        table = child(self.widget, QTableView, "history")
        table.selectRow(self.history().index(state))

    def offered(self) -> list[str]:
        """Return the buttons that are offered."""
        names = ("takeHeld", "putAside", "undo")
        return [name for name in names if not self.button(name).isHidden()]

    def act(self, name: str, reason: str) -> str:
        """Press a button, give a reason, and return what the question said."""
        self.button(name).click()
        self.qtbot.waitUntil(lambda: self.widget.findChild(ReasonDialog) is not None)
        dialog = self.widget.findChild(ReasonDialog)
        assert isinstance(dialog, ReasonDialog)
        said = " ".join(label.text() for label in dialog.findChildren(QLabel))
        dialog.reason.setPlainText(reason)
        dialog.accept()
        self.qtbot.waitUntil(lambda: self.widget.findChild(ReasonDialog) is None)
        wait_idle(self.context, self.qtbot)
        return said


@pytest.fixture
def lost(world: World) -> list[Path]:
    """Return two bundles, the second built on the first, that the office has lost since."""
    kept = world.folder / "before"
    shutil.copytree(world.home(OFFICE), kept)
    first = submission(world, COMMUNE, "DL-2023")
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, first)
        (receipt,) = write_receipts(workspace)
        file = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, file)
    shutil.rmtree(world.home(OFFICE))
    shutil.copytree(kept, world.home(OFFICE))
    world.add(COMMUNE, coop(hens=5))
    return [first, submission(world, COMMUNE)]


def test_a_held_bundle_follows_its_base(
    lost: list[Path], opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    first, second = lost
    screen = Screen(opened(OFFICE), qtbot)
    screen.bring(second)
    assert screen.queue() == ["Giữ lại, chờ gói trước"]
    assert "nối tiếp gói số 1 chưa có ở đây" in screen.text("content")
    assert screen.text("shiftsLabel").startswith("Số liệu Năm")
    assert screen.button("accept").text() == "&Giữ lại để chờ"
    screen.button("accept").click()
    screen.wait()
    assert screen.history() == ["Giữ lại, chờ gói trước"]
    screen.choose("Giữ lại, chờ gói trước")
    assert screen.offered() == ["takeHeld", "putAside"]
    assert "Tìm và nhập gói trước" in screen.text("historyText")
    screen.bring(first)
    screen.button("accept").click()
    screen.wait()
    assert [one.text for one in said] == ["1 gói đang giữ đã được xét lại."]
    assert screen.history() == ["Đã nhận", "Đã nhận"]


def test_a_person_puts_aside_and_takes_with_a_reason(
    lost: list[Path], opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    context = opened(OFFICE)
    screen = Screen(context, qtbot)
    screen.bring(lost[1])
    screen.button("accept").click()
    screen.wait()
    screen.choose("Giữ lại, chờ gói trước")
    asked = screen.act("putAside", "Gói lập nhầm")
    assert "không dòng nào được tính" in asked
    assert screen.history() == ["Từ chối"]
    assert screen.offered() == ["takeHeld"]
    screen.act("takeHeld", "Đã hỏi đơn vị")
    assert screen.history() == ["Đã nhận"]
    assert screen.offered() == ["undo"]
    assert [one.tone for one in said] == ["done", "done"]


def test_an_import_is_taken_back_after_it_was_shown_what_changes(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE, "DL-2023")
    screen = Screen(opened(OFFICE), qtbot)
    screen.bring(path)
    screen.button("accept").click()
    screen.wait()
    screen.choose("Đã nhận")
    asked = screen.act("undo", "Nhập nhầm")
    assert "Chuồng gà: 2 hồ sơ không còn" in asked
    assert "Chuồng mới dựng: 2 → 0" in asked
    assert screen.history() == ["Đã rút lại"]
    assert screen.offered() == []
    assert "dữ liệu của gói không còn được tính" in screen.text("historyText")
    assert [one.text for one in said] == ["Đã rút lại. Ký biên nhận để báo đơn vị."]
    screen.bring(path)
    assert screen.queue() == ["Nhận được"]


def test_two_that_contradict_wait_for_a_person(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    with world.open(COMMUNE) as workspace:
        record = workspace.store.queries.in_book("hen_coops", 1, 2023)[0].record
    kept = world.folder / "disk"
    shutil.copytree(world.home(COMMUNE), kept)
    paths: list[Path] = []
    for hens in (7, 8):
        shutil.rmtree(world.home(COMMUNE))
        shutil.copytree(kept, world.home(COMMUNE))
        with world.open(COMMUNE) as workspace:
            change_record(workspace, record, {"hens": hens}, reason="Đếm lại")
        path = submission(world, COMMUNE)
        paths.append(path.rename(path.with_name(f"{hens}.antq")))
    screen = Screen(opened(OFFICE), qtbot)
    screen.bring(paths[0])
    screen.button("accept").click()
    screen.wait()
    screen.bring(paths[1])
    assert screen.queue() == ["Đã nhận", "Giữ lại, hai bản trái nhau"]


def test_the_head_chooses_the_policy(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    screen = Screen(opened(OFFICE), qtbot)
    box = child(screen.widget, QComboBox, "policy")
    assert box.currentText() == "Từ chối cả gói"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    wait_idle(screen.context, qtbot)
    assert [one.text for one in said] == ["Đã đổi cách nhận. Danh bạ sau báo cho các đơn vị."]
    found: list[str] = []
    screen.context.session.ask(lambda workspace: policy_of(workspace).import_policy, found.append)
    wait_idle(screen.context, qtbot)
    assert found == ["rest"]
    assert world.folder.is_dir()


def test_a_bundle_that_comes_in_meanwhile_does_not_take_the_place_of_the_chosen_one(
    world: World, lost: list[Path], opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    """The question stands open; the answer is of the bundle that it was asked of."""
    screen = Screen(opened(OFFICE), qtbot)
    screen.bring(lost[1])
    screen.button("accept").click()
    screen.wait()
    screen.choose("Giữ lại, chờ gói trước")
    screen.button("putAside").click()
    qtbot.waitUntil(lambda: screen.widget.findChild(ReasonDialog) is not None)
    other = submission(world, SECOND)
    screen.context.session.change(lambda workspace: import_bundle(workspace, other), id)
    wait_idle(screen.context, qtbot)
    assert screen.history() == ["Đã nhận", "Giữ lại, chờ gói trước"]
    dialog = screen.widget.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText("Gói cũ")
    dialog.accept()
    wait_idle(screen.context, qtbot)
    assert screen.history() == ["Từ chối", "Đã nhận"]  # the decision is the newest
