"""The office's desk: rehearsals, imports, refusals, receipts; one bad file stops nobody."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView, QTabWidget

from antq_desktop.bundle.parts import cut
from antq_desktop.bundle.refusals import Reason
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui import inbox
from antq_desktop.gui.common.wording import reason_line
from antq_desktop.gui.inbox.model import Item
from antq_desktop.gui.inbox.progress import Progress
from antq_desktop.messages import message_ids
from antq_desktop.services.counting import count
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.rehearsing import Rehearsal
from antq_desktop.services.status import received_bundles
from antq_desktop.services.verdicts import Verdict
from tests.gui.exchange.conftest import PATIENCE, child, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, SECOND, coop

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World


def built(context: Context, qtbot: QtBot) -> InboxPresenter:
    screen = inbox.build(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)  # as the main window does
    screen.refresh()
    return screen


def queue(screen: InboxPresenter) -> QTableView:
    return child(screen.widget, QTableView, "queue")


def wait_done(screen: InboxPresenter, context: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(child(screen.widget, QPushButton, "cancel").isHidden, timeout=PATIENCE)
    wait_idle(context, qtbot)


def said_of(screen: InboxPresenter, *names: str) -> str:
    return " ".join(child(screen.widget, QLabel, name).text() for name in names)


def button(screen: InboxPresenter, name: str) -> QPushButton:
    return child(screen.widget, QPushButton, name)


def drop(screen: InboxPresenter, *paths: Path) -> None:
    """Drop files as from the desktop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    screen.view.dropEvent(event)


def test_a_rehearsal_says_what_would_change_and_changes_nothing(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE, "DL-2023")
    context = opened(OFFICE)
    screen = built(context, qtbot)
    screen.view.show_received()
    over: list[None] = []
    context.failures.over.connect(lambda: over.append(None))
    drop(screen, path)
    assert over  # what was told of something else is taken away
    assert child(screen.widget, QTabWidget, "tabs").currentIndex() == 0
    wait_done(screen, context, qtbot)
    assert texts(queue(screen)) == [["Phường Quang Trung", "Nhận được", "3", "0", "0", "0"]]
    assert "Có thể nhận: 3 hồ sơ mới" in said_of(screen, "content")
    assert "Lò Thị Mẫu" in said_of(screen, "signer")
    assert said_of(screen, "registers").splitlines() == [
        "Chuồng gà: 2 mới",
        "Mô hình phong trào toàn dân bảo vệ ANTQ: 1 mới",
    ]
    assert said_of(screen, "shiftsLabel") == "Số liệu Năm 2023 sẽ thay đổi"
    shifts = texts(child(screen.widget, QTableView, "shifts"))
    assert ["Chuồng mới dựng", "0", "2"] in shifts
    found: list[int] = []

    def figures(value: int) -> None:
        found.append(value)

    period = parse_period("DL-2023")
    context.session.ask(
        lambda workspace: max(one.figure.value for one in count(workspace, period)), figures
    )
    wait_idle(context, qtbot)
    assert found == [0]
    assert texts(child(screen.widget, QTableView, "history")) == []


def test_parts_are_joined_and_what_is_missing_is_told(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE, "DL-2023")
    folder = world.folder / "parts"
    folder.mkdir()
    listed = cut(path, folder, 5_000)
    hidden = (folder / listed.part_name(2)).rename(world.folder / "later.antq.002")
    context = opened(OFFICE)
    heard: list[Told] = []
    context.failures.told.connect(heard.append)
    screen = built(context, qtbot)
    drop(screen, folder)
    wait_idle(context, qtbot)
    assert f"thiếu phần 2 trên {len(listed.parts)}" in heard[-1].text
    assert texts(queue(screen)) == []
    drop(screen, folder, hidden)
    wait_idle(context, qtbot)
    wait_done(screen, context, qtbot)
    assert texts(queue(screen)) == [["Phường Quang Trung", "Nhận được", "3", "0", "0", "0"]]


def test_all_good_ones_are_taken_in_and_bad_ones_stop_nobody(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    stick = world.folder / "usb"
    for code in (COMMUNE, SECOND, FOREIGN):
        submission(world, code, "DL-2023")
    (stick / "a.antq").write_text("một tệp văn bản")
    (stick / "note.txt").write_text("không phải gói")
    context = opened(OFFICE)
    screen = built(context, qtbot)
    drop(screen, stick)
    wait_done(screen, context, qtbot)
    states = [row[1] for row in texts(queue(screen))]
    assert sorted(states) == ["Không nhận được"] * 2 + ["Nhận được"] * 2
    queue(screen).selectRow(states.index("Không nhận được"))
    assert "không đúng quy định" in said_of(screen, "content")
    assert said_of(screen, "reasons")
    assert button(screen, "accept").isHidden()
    assert button(screen, "acceptAll").text() == "Nhận tất cả 2 gói hợp lệ"
    button(screen, "acceptAll").click()
    wait_done(screen, context, qtbot)
    assert [row[1] for row in texts(queue(screen))].count("Đã nhận") == 2
    assert button(screen, "acceptAll").isHidden()
    assert button(screen, "receipts").text() == "&Ký biên nhận (2)…"
    screen.view.receipts_asked.emit(str(stick))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    wait_idle(context, qtbot)
    assert said[0].text == "Đã ghi 2 biên nhận và đọc lại khớp."
    assert len(list(stick.glob("*-receipt.antq"))) == 2
    assert [row[4] for row in texts(child(screen.widget, QTableView, "history"))] == ["Đã ký"] * 2
    assert "Đã ký biên nhận." in said_of(screen, "historyText")
    drop(screen, *stick.glob("13285-*"))
    wait_done(screen, context, qtbot)
    assert "Đã có từ trước" in [row[1] for row in texts(queue(screen))]


def test_a_bundle_of_another_offices_unit_is_not_returned_to_anybody() -> None:
    reason = Reason("signer_office", "META-INF/signature001.p7s")
    said = ("verdicts.refused", {"count": 1})
    verdict = Verdict(
        path=Path("a.antq"),
        kind="submission",
        verdict="refused",
        content=said,
        signer=said,
        time=said,
        reasons=(reason,),
    )
    item = Item(verdict.path, "judged", Rehearsal(verdict))
    assert item.takable  # it is kept as refused
    assert not item.returnable  # whom could this office tell?
    assert reason_line(reason, "vi").startswith("Chứng thư của người ký")


def spoil(world: World) -> Path:
    """Return a submission of a PC whose clock is ahead: for the office its record is not yet."""
    world.later(days=2)
    world.add(COMMUNE, coop("2024-01-17"))
    path = submission(world, COMMUNE)
    world.later(days=-2)
    return path


def test_a_bundle_with_a_bad_row_is_refused_by_name_and_the_refusal_is_kept(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    path = spoil(world)
    context = opened(OFFICE)
    screen = built(context, qtbot)
    drop(screen, path)
    wait_done(screen, context, qtbot)
    assert [row[1] for row in texts(queue(screen))] == ["Không nhận được"]
    assert "Chuồng gà, dòng" in said_of(screen, "reasons")
    button(screen, "accept").click()
    wait_done(screen, context, qtbot)
    history = texts(child(screen.widget, QTableView, "history"))
    assert [row[3:] for row in history] == [["Từ chối", "Chờ ký"]]
    assert said == []


def test_a_file_that_is_gone_is_told_on_its_row_and_can_be_put_aside(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    context = opened(OFFICE)
    screen = built(context, qtbot)
    screen.view.dropped.emit([world.folder / "usb" / "gone.antq"])
    wait_done(screen, context, qtbot)
    assert [row[1] for row in texts(queue(screen))] == ["Không đọc được"]
    assert said_of(screen, "content")
    button(screen, "remove").click()
    assert texts(queue(screen)) == []


def test_what_is_not_decided_lies_on_the_desk_again_and_what_is_gone_is_told_once(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    whole, cut_up = (submission(world, code) for code in (COMMUNE, SECOND))
    folder = world.folder / "parts"
    folder.mkdir()
    cut(cut_up, folder, 5_000)
    context = opened(OFFICE)
    gone = world.folder / "usb" / "gone.antq"
    screens = [built(context, qtbot)]
    drop(screens[0], whole, gone, folder)
    wait_idle(context, qtbot)
    wait_done(screens[0], context, qtbot)

    def again() -> tuple[InboxPresenter, dict[str, str]]:
        """Open the desk as after unlocking."""
        screens.append(built(context, qtbot))
        wait_idle(context, qtbot)
        wait_done(screens[-1], context, qtbot)
        return screens[-1], {row[0]: row[1] for row in texts(queue(screens[-1]))}

    first, second = "Phường Quang Trung", "Phường Lương Khánh Thiện"
    good = {first: "Nhận được", second: "Nhận được"}
    assert again()[1] == good | {"gone.antq": "Không đọc được"}
    assert "chưa quyết định từ lần trước" in said[-1].text
    screen, states = again()
    assert states == good  # it was told that the third cannot be read
    queue(screen).selectRow([row[0] for row in texts(queue(screen))].index(first))
    button(screen, "accept").click()
    wait_done(screen, context, qtbot)
    screen, states = again()
    assert states == {second: "Nhận được"}
    button(screen, "remove").click()
    wait_idle(context, qtbot)
    told = len(said)
    assert again()[1] == {}
    assert len(said) == told


def test_work_stops_and_nothing_is_half_done(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    paths = [submission(world, code) for code in (COMMUNE, SECOND)]
    context = opened(OFFICE)
    screen = built(context, qtbot)
    screen.take(paths)
    assert "Đang xem 1 trên 2 gói" in said_of(screen, "progressText")
    button(screen, "cancel").click()
    wait_done(screen, context, qtbot)
    # The first one was looked at to its end, or as if nobody had begun; it is no failure.
    assert {row[1] for row in texts(queue(screen))} <= {"Nhận được", "Chờ xem"}
    assert texts(queue(screen))[1][1] == "Chờ xem"
    drop(screen, *paths)
    wait_done(screen, context, qtbot)
    assert [row[1] for row in texts(queue(screen))] == ["Nhận được"] * 2
    button(screen, "acceptAll").click()
    button(screen, "cancel").click()
    wait_done(screen, context, qtbot)
    assert texts(queue(screen))[1][1] == "Nhận được"
    heard: list[int] = []
    context.session.ask(lambda workspace: len(received_bundles(workspace)), heard.append)
    wait_idle(context, qtbot)
    assert heard == [[row[1] for row in texts(queue(screen))].count("Đã nhận")]
    assert said == []


def test_the_time_that_is_left_is_told_once_it_can_be(qtbot: QtBot) -> None:
    del qtbot
    progress = Progress()
    progress.begin()
    for _ in range(109):
        progress.add()
    assert progress.text() == "Đang xem 1 trên 109 gói"
    for _ in range(3):
        progress.end()
    assert progress.counts == (3, 109)
    assert re.fullmatch(
        r"Đang xem 4 trên 109 gói · 2\.?000 dòng · còn khoảng .*", progress.text(2000)
    )


def test_an_empty_folder_is_told(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    context = opened(OFFICE)
    screen = built(context, qtbot)
    drop(screen, world.folder / "usb")
    wait_done(screen, context, qtbot)
    assert [one.tone for one in said] == ["info"]
    left: list[bool] = []
    screen.may_leave(lambda: left.append(True))
    assert left
    assert screen.title == "Gói đến"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so
def test_files_and_folders_are_chosen_without_stopping_the_program(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE)
    context = opened(OFFICE)
    screen = built(context, qtbot)
    for name, chosen in (("files", str(path)), ("folder", str(path.parent))):
        button(screen, name).click()
        dialog = screen.widget.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        assert dialog.isVisible()
        if name == "files":
            dialog.filesSelected.emit([chosen])
        else:
            dialog.fileSelected.emit(chosen)
        dialog.close()
        qtbot.waitUntil(lambda: screen.widget.findChild(QFileDialog) is None, timeout=PATIENCE)
        wait_done(screen, context, qtbot)
        assert [row[0] for row in texts(queue(screen))] == ["Phường Quang Trung"]
        screen.view.removed.emit(str(path))
        assert texts(queue(screen)) == []


def test_what_came_in_is_known_again_later(world: World) -> None:
    path = submission(world, COMMUNE)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, path)
        (one,) = received_bundles(workspace)
    assert (one.row.verdict, one.counts["new"], one.answered) == ("accepted", 3, False)


def test_every_reason_can_be_said_without_the_values_that_a_receipt_does_not_carry() -> None:
    rules = [name.removeprefix("bundle.") for name in message_ids("vi") if name[:7] == "bundle."]
    assert len(rules) > 50
    assert all(reason_line(Reason(rule), "vi") for rule in rules)
