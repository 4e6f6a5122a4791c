"""A request for a certificate met in the inbox: told as one, opened with one click, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView

from antq_desktop.gui.application import build
from antq_desktop.gui.authority.waiting import WaitingCard
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.paths import paths_for
from antq_desktop.services.enrolling import make_request
from antq_desktop.services.watching import watch_folder
from tests.gui.conftest import end, unlock
from tests.gui.exchange.conftest import PATIENCE, child, texts
from tests.gui.exchange.test_drop import drop
from tests.gui.exchange.test_key_life import press, table
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, PASSPHRASE, SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from tests.unit.services.conftest import World


@pytest.fixture
def desktop(world: World, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """Start the office's program; three communes have asked, one of them another office's."""
    for code in (COMMUNE, SECOND, FOREIGN):
        with world.open(code) as workspace:
            make_request(workspace, world.folder / "usb" / f"{code}.antq")
    watched = world.folder / "share"
    watched.mkdir()
    with world.open(OFFICE) as office:
        watch_folder(office, watched)
    made = build(qapp, paths_for(world.home(OFFICE)), world.catalogue, world.clock())
    made.window.begin()
    unlock(made, qtbot, PASSPHRASE)
    yield made
    end(made, qtbot)


def screen(desktop: Desktop, key: str) -> QWidget:
    """Return a screen of the desk."""
    desk = desktop.window.desk
    assert desk is not None
    return desk.screen(key).widget


def states(desktop: Desktop) -> dict[str, str]:
    """Return what the desk says of each file, by its sender."""
    rows = texts(child(screen(desktop, "inbox"), QTableView, "queue"))
    return {row[0]: row[1] for row in rows}


def listed(desktop: Desktop) -> list[list[str]]:
    """Return the requests that wait."""
    return texts(table(screen(desktop, "authority"), "Yêu cầu chờ cấp chứng thư"))


def quiet(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait until nothing is being done."""
    desk = desktop.window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not (desktop.session.working or desk.working), timeout=PATIENCE)


def test_requests_are_kept_opened_with_one_click_and_listed_until_they_are_answered(
    desktop: Desktop, world: World, qtbot: QtBot
) -> None:
    desk, stick = desktop.window.desk, world.folder / "usb"
    assert desk is not None
    inbox = drop(desktop, stick)
    qtbot.waitUntil(lambda: len(states(desktop)) == 3, timeout=PATIENCE)
    quiet(desktop, qtbot)
    waits = "Yêu cầu chứng thư"
    assert states(desktop) == {
        "Phường Quang Trung": waits,
        "Phường Lương Khánh Thiện": waits,
        "Phường Đồng Văn": "Không nhận được",
    }
    for path in stick.iterdir():
        path.unlink()  # the stick is drawn out; what waits lies in the workspace

    queue = child(inbox.view, QTableView, "queue")
    queue.selectRow(list(states(desktop)).index("Phường Đồng Văn"))
    assert "không thuộc đơn vị này" in child(inbox.view, QLabel, "content").text()
    accept = child(inbox.view, QPushButton, "accept")
    assert accept.isHidden()
    queue.selectRow(list(states(desktop)).index("Phường Quang Trung"))
    assert accept.text() == "&Mở yêu cầu"
    accept.click()
    assert desk.current == "authority"
    quiet(desktop, qtbot)
    view = screen(desktop, "authority")
    assert sorted([row[0], row[1], row[3]] for row in listed(desktop)) == [
        ["Phường Lương Khánh Thiện", "Lò Thị Mẫu", "Chờ đối chiếu"],
        ["Phường Quang Trung", "Lò Thị Mẫu", "Chờ đối chiếu"],
    ]
    assert {row[2] for row in listed(desktop)} == {"08:00 15/01/2024"}
    assert any(row.badge == "2 yêu cầu" for row in desk.rows() if row.key == "authority")
    desk.go("home")
    waiting = child(screen(desktop, "home"), QTableView, "waiting")
    wanted = ["Yêu cầu cấp chứng thư, chờ đối chiếu", "2"]
    qtbot.waitUntil(lambda: wanted in texts(waiting), timeout=PATIENCE)
    desk.go("authority")

    line = next(one for one in view.findChildren(QLineEdit) if one.isVisible())
    line.setText("authority")
    press(view, "&Khớp – cấp chứng thư…")
    dialog = view.findChild(MediumDialog)
    assert isinstance(dialog, MediumDialog)
    dialog.chosen.emit(str(stick))
    dialog.close()
    quiet(desktop, qtbot)
    assert len(list(stick.glob("*-directory.antq"))) == 1
    assert [row[0] for row in listed(desktop)] == ["Phường Lương Khánh Thiện"]

    card = cast("WaitingCard", view.findChild(WaitingCard))
    table(view, "Yêu cầu chờ cấp chứng thư").selectRow(0)
    press(card, "&Bỏ khỏi danh sách…")
    reason = cast("ReasonDialog", card.findChild(ReasonDialog))
    cast("QPlainTextEdit", reason.findChild(QPlainTextEdit)).setPlainText("Lập nhầm máy")
    press(reason, "&Bỏ yêu cầu")
    quiet(desktop, qtbot)
    assert listed(desktop) == []
    assert card.isHidden()


def test_a_request_in_the_watched_folder_is_told_and_not_offered_again(
    desktop: Desktop, world: World, qtbot: QtBot
) -> None:
    desk = desktop.window.desk
    assert desk is not None
    desk.go("inbox")
    inbox = cast("InboxPresenter", desk.screen("inbox"))
    inbox.watched.look_every(20)
    lies = world.folder / "share" / "xin-cap.antq"
    (world.folder / "usb" / f"{COMMUNE}.antq").rename(lies)
    qtbot.waitUntil(lambda: bool(states(desktop)), timeout=PATIENCE)
    quiet(desktop, qtbot)
    assert states(desktop) == {"Phường Quang Trung": "Yêu cầu chứng thư"}
    inbox.view.removed.emit(str(lies))
    assert answered_after(desktop, lies, qtbot) == {"Phường Quang Trung": "Yêu cầu đã xử lý"}


def answered_after(desktop: Desktop, path: Path, qtbot: QtBot) -> dict[str, str]:
    """Put what waits away, bring the file again, and return what the desk says of it."""
    view = screen(desktop, "authority")
    card = cast("WaitingCard", view.findChild(WaitingCard))
    desk = desktop.window.desk
    assert desk is not None
    desk.go("authority")
    quiet(desktop, qtbot)
    press(card, "&Bỏ khỏi danh sách…")
    reason = cast("ReasonDialog", card.findChild(ReasonDialog))
    cast("QPlainTextEdit", reason.findChild(QPlainTextEdit)).setPlainText("Lập nhầm máy")
    press(reason, "&Bỏ yêu cầu")
    quiet(desktop, qtbot)
    drop(desktop, path)
    qtbot.waitUntil(lambda: bool(states(desktop)), timeout=PATIENCE)
    quiet(desktop, qtbot)
    return states(desktop)
