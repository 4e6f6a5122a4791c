"""The desk: a sound bundle is returned or held with words, and a folder is watched."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.queries import open_return
from antq_desktop.gui.queries.dialog import WriteDialog
from antq_desktop.services.following import followed
from antq_desktop.services.status import received_bundles
from antq_desktop.services.watching import watch_folder
from tests.gui.exchange.conftest import child, submission, texts, wait_idle
from tests.gui.exchange.test_inbox import built, button, drop, queue, said_of, wait_done
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World


def history(screen: InboxPresenter) -> list[list[str]]:
    return texts(child(screen.widget, QTableView, "history"))


def reason(screen: InboxPresenter, text: str, qtbot: QtBot) -> None:
    """Give the reason that is asked for, and go on."""
    dialog = screen.widget.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText(text)
    dialog.accept()
    qtbot.waitUntil(lambda: screen.widget.findChild(ReasonDialog) is None)


def test_a_bundle_is_returned_with_words_for_it_and_for_a_record(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE, "DL-2023")
    context = opened(OFFICE)
    screen = built(context, qtbot)
    screen.return_asked.connect(lambda wanted: open_return(screen.widget, context, wanted))
    drop(screen, path)
    wait_done(screen, context, qtbot)
    assert button(screen, "accept").text() == "&Nhận gói này"
    button(screen, "giveBack").click()
    wait_idle(context, qtbot)
    dialog = screen.widget.findChild(WriteDialog)
    assert isinstance(dialog, WriteDialog)
    boxes = dialog.findChildren(QCheckBox)
    assert [one.isChecked() for one in boxes] == [True, False, False, False]
    assert [one.text() for one in boxes][1] == "Chuồng gà \u00b7 số 1/2023"
    bundle, record, *_ = dialog.findChildren(QLineEdit)
    (act,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "&Trả lại")
    bundle.setText("Số liệu khác báo cáo giấy")
    assert act.isEnabled()
    boxes[1].click()
    assert not act.isEnabled()  # a record that was chosen wants its sentence
    record.setText("Xem lại ngày dựng")
    act.click()
    wait_idle(context, qtbot)
    wait_done(screen, context, qtbot)
    assert said[-1].text.startswith("Đã trả lại gói và lập 1 yêu cầu.")
    assert [row[1] for row in texts(queue(screen))] == ["Đã trả lại"]
    assert "“Số liệu khác báo cáo giấy”" in said_of(screen, "reasons")
    assert button(screen, "accept").isHidden()
    assert [row[3:] for row in history(screen)] == [["Đã trả lại", "Chờ ký"]]
    heard: list[int] = []
    context.session.ask(lambda workspace: len(followed(workspace)), heard.append)
    wait_idle(context, qtbot)
    assert heard == [1]


def test_a_bundle_is_held_and_let_go(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE, "DL-2023")
    context = opened(OFFICE)
    screen = built(context, qtbot)
    drop(screen, path)
    wait_done(screen, context, qtbot)
    button(screen, "hold").click()
    reason(screen, "Chờ đối chiếu", qtbot)
    wait_idle(context, qtbot)
    wait_done(screen, context, qtbot)
    assert [one.text for one in said] == ["Đã giữ gói lại. Ký biên nhận để báo đơn vị."]
    assert [row[1] for row in texts(queue(screen))] == ["Đang giữ"]
    assert button(screen, "accept").isHidden()
    assert [row[3] for row in history(screen)] == ["Đang giữ"]
    assert "“Chờ đối chiếu”" in said_of(screen, "historyReasons")
    button(screen, "takeHeld").click()
    dialog = screen.widget.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    assert any("xét lại" in one.text() for one in dialog.findChildren(QLabel))
    reason(screen, "Đã đối chiếu", qtbot)
    wait_idle(context, qtbot)
    assert [row[3] for row in history(screen)] == ["Đã nhận"]


def test_what_comes_into_a_watched_folder_is_offered_and_not_taken_in(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    paths = [submission(world, code) for code in (COMMUNE, SECOND)]
    share = world.folder / "share"
    context = opened(OFFICE)
    context.session.ask(lambda workspace: watch_folder(workspace, share), lambda _: None)
    screen = built(context, qtbot)
    screen.watched.look_every(1)  # a test does not wait for the eyes of a person
    bar = child(screen.widget, QLabel, "watched")
    qtbot.waitUntil(lambda: "không thấy thư mục" in bar.text())
    share.mkdir()
    shutil.copy(paths[0], share)
    (share / "half.antq").write_bytes(paths[1].read_bytes()[:-90])
    qtbot.waitUntil(lambda: len(texts(queue(screen))) == 1)
    wait_done(screen, context, qtbot)
    assert [row[1] for row in texts(queue(screen))] == ["Nhận được"]
    qtbot.waitUntil(lambda: "1 tệp chưa ghi xong" in bar.text())
    away = share.rename(world.folder / "away")
    qtbot.waitUntil(lambda: "không thấy thư mục" in bar.text())
    (away / "half.antq").write_bytes(paths[1].read_bytes())
    away.rename(share)
    qtbot.waitUntil(lambda: len(texts(queue(screen))) == 2)
    wait_done(screen, context, qtbot)
    heard: list[int] = []
    context.session.ask(lambda workspace: len(received_bundles(workspace)), heard.append)
    wait_idle(context, qtbot)
    assert heard == [0]
    button(screen, "acceptAll").click()
    wait_done(screen, context, qtbot)
    assert [row[3] for row in history(screen)] == ["Đã nhận"] * 2
    button(screen, "unwatch").click()
    wait_idle(context, qtbot)
    assert bar.text() == ""
    choose(screen, share, qtbot)
    qtbot.waitUntil(lambda: "Đang theo dõi" in bar.text())
    assert said == []


def choose(screen: InboxPresenter, folder: Path, qtbot: QtBot) -> None:
    """Choose a folder to watch."""
    button(screen, "watch").click()
    dialog = screen.widget.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    qtbot.waitUntil(lambda: screen.widget.findChild(QFileDialog) is None)
