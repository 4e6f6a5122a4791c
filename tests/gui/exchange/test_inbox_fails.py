"""The desk in trouble: sticks drawn out, shares that hang, a full disk, a second program."""

from __future__ import annotations

import os
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from antq_desktop.errors import Refusal
from antq_desktop.gui import inbox
from antq_desktop.gui.inbox.fetcher import Fetcher
from antq_desktop.gui.session import Session
from antq_desktop.paths import paths_for
from antq_desktop.services.status import received_bundles
from tests.gui.exchange.conftest import PATIENCE, child, submission, texts, wait_idle
from tests.mounting import needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, SECOND, model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.inbox.presenter import InboxPresenter
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.tasks import Tasks
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

    Opened = Callable[[str], Context]


def built(context: Context, qtbot: QtBot) -> InboxPresenter:
    screen = inbox.build(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)  # as the main window does
    screen.refresh()
    return screen


def states(screen: InboxPresenter) -> list[str]:
    return [row[1] for row in texts(child(screen.widget, QTableView, "queue"))]


def press(screen: InboxPresenter, name: str) -> None:
    button = child(screen.widget, QPushButton, name)
    assert not button.isHidden()
    button.click()


def bring(screen: InboxPresenter, context: Context, qtbot: QtBot, *paths: Path) -> None:
    screen.view.dropped.emit(list(paths))
    wait_done(screen, context, qtbot)


def wait_done(screen: InboxPresenter, context: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(child(screen.widget, QPushButton, "cancel").isHidden, timeout=PATIENCE)
    wait_idle(context, qtbot)


def content(screen: InboxPresenter, row: int) -> str:
    child(screen.widget, QTableView, "queue").selectRow(row)
    return child(screen.widget, QLabel, "content").text()


def kept(context: Context, qtbot: QtBot) -> list[str]:
    """Return the verdicts of what is in the workspace."""
    heard: list[list[str]] = []
    context.session.ask(
        lambda workspace: [one.row.verdict for one in received_bundles(workspace)], heard.append
    )
    wait_idle(context, qtbot)
    return heard[0]


def test_a_stick_may_be_drawn_out_once_it_was_read_and_what_was_not_read_says_so(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    stick = world.folder / "usb"
    for code in (COMMUNE, SECOND):
        submission(world, code, "DL-2023")
    (stick / "broken.antq").symlink_to("/proc/self/mem")  # opens, and no byte can be read
    context = opened(OFFICE)
    screen = built(context, qtbot)
    bring(screen, context, qtbot, stick)
    assert states(screen) == ["Nhận được", "Nhận được", "Không đọc được"]
    assert content(screen, 2) == "Không đọc được tệp broken.antq."
    shutil.rmtree(stick)
    press(screen, "acceptAll")
    wait_done(screen, context, qtbot)
    assert states(screen) == ["Đã nhận", "Đã nhận", "Không đọc được"]
    assert kept(context, qtbot) == ["accepted"] * 2
    # The stick is put in again: what could not be read is looked at again with one key.
    stick.mkdir()
    shutil.copy(world.home(COMMUNE) / "outbox" / one_name(world), stick / "broken.antq")
    assert content(screen, 2)
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert states(screen)[2] == "Đã có từ trước"
    assert said == []


def one_name(world: World) -> str:
    (path,) = (world.home(COMMUNE) / "outbox").glob("*-submission.antq")
    return path.name


def test_a_share_that_hangs_stops_nobody_and_is_given_up(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = world.folder / "share"
    share.mkdir()
    hanging = [share / name for name in ("a.antq", "b.antq")]
    for one in hanging:
        os.mkfifo(one)  # who opens it waits until somebody writes
    good = submission(world, COMMUNE)
    context = opened(OFFICE)
    screen = built(context, qtbot)
    # A person does not wait: he goes on at once, and the workspace answers all the while.
    screen.view.dropped.emit([*hanging, good])
    qtbot.waitUntil(lambda: len(states(screen)) == 3, timeout=PATIENCE)
    assert kept(context, qtbot) == []
    press(screen, "cancel")
    wait_done(screen, context, qtbot)
    assert states(screen) == ["Chờ xem"] * 3
    monkeypatch.setattr(Fetcher, "patience", 0.0)
    bring(screen, context, qtbot, *hanging)
    assert states(screen) == ["Không trả lời"] * 2 + ["Chờ xem"]
    assert content(screen, 0) == "Nơi chứa tệp a.antq không trả lời."
    monkeypatch.undo()
    bring(screen, context, qtbot, good)
    assert states(screen) == ["Không trả lời"] * 2 + ["Nhận được"]
    assert said == []
    answers = [os.open(one, os.O_RDWR) for one in hanging]  # at last, and nobody waits any more
    for answer in answers:
        os.write(answer, bytes(4096))
    qtbot.waitUntil(
        lambda: "reading" not in {one.name for one in threading.enumerate()}, timeout=PATIENCE
    )
    for answer in answers:
        os.close(answer)


@needs_mount
def test_a_full_disk_is_named_and_the_same_bundle_is_taken_in_later(
    world: World, opened: Opened, qtbot: QtBot
) -> None:
    path = submission(world, COMMUNE)
    context = opened(OFFICE)
    screen = built(context, qtbot)
    folder = world.home(OFFICE) / "inbox"
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()
    with small_disk(folder, "16k"):
        (folder / "filler").write_bytes(bytes(12 << 10))
        bring(screen, context, qtbot, path)
        assert states(screen) == ["Ổ đĩa đầy"]
        assert content(screen, 0) == "Ổ đĩa đã đầy."
        assert kept(context, qtbot) == []
        (folder / "filler").unlink()
    folder.rmdir()
    away.rename(folder)
    bring(screen, context, qtbot, path)
    assert states(screen) == ["Nhận được"]
    shutil.rmtree(folder)  # the disk fails between the rehearsal and the taking
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert states(screen) == ["Không đọc được"]
    assert kept(context, qtbot) == []
    folder.mkdir()
    bring(screen, context, qtbot, path)
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert kept(context, qtbot) == ["accepted"]


def test_a_database_that_gets_full_in_an_import_takes_nothing_of_it(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    """The bundle fits on the disk, its rows do not fit into the database: half way, none is in."""
    small = submission(world, SECOND)
    many = [model(name=f"Tiếng kẻng số {number}") for number in range(60)]
    world.add(COMMUNE, *many, register="movement_models")
    path = submission(world, COMMUNE, "DL-2023")
    context = opened(OFFICE)
    screen = built(context, qtbot)
    bring(screen, context, qtbot, small)
    press(screen, "accept")  # with its backup: the next one needs none
    wait_done(screen, context, qtbot)
    bring(screen, context, qtbot, path)
    assert states(screen) == ["Đã nhận", "Nhận được"]
    before = digest_of(context, qtbot)
    room = pages(context, qtbot, 0)
    assert content(screen, 1)
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert states(screen) == ["Đã nhận", "Ổ đĩa đầy"]
    assert content(screen, 1) == "Ổ đĩa đã đầy."
    assert child(screen.widget, QLabel, "signer").text() == "Giải phóng chỗ trống rồi làm lại."
    assert kept(context, qtbot) == ["accepted"]
    assert digest_of(context, qtbot) == before
    # Once there is room, one key looks at it again, and one takes it in.
    pages(context, qtbot, room * 4)
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert states(screen) == ["Đã nhận", "Nhận được"]
    press(screen, "accept")
    wait_done(screen, context, qtbot)
    assert kept(context, qtbot) == ["accepted"] * 2
    assert said == []


def digest_of(context: Context, qtbot: QtBot) -> str:
    """Return the digest of all that counts."""
    heard: list[str] = []
    context.session.ask(lambda workspace: workspace.store.digest(), heard.append)
    wait_idle(context, qtbot)
    return heard[0]


def pages(context: Context, qtbot: QtBot, most: int) -> int:
    """Let the database have no more pages than so many, 0 for those that it has; return these."""
    heard: list[int] = []

    def limit(workspace: Workspace) -> int:
        database = workspace.store.database
        (has,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {most or has}")
        return int(has)

    context.session.ask(limit, heard.append)
    wait_idle(context, qtbot)
    return heard[0]


def test_a_second_program_is_told_in_one_sentence(
    world: World, tasks: Tasks, failures: Failures, said: list[Told], qtbot: QtBot
) -> None:
    session = Session(tasks, failures, world.catalogue, world.clock())
    with world.open(OFFICE):
        session.open(paths_for(world.home(OFFICE)), None, PASSPHRASE, lambda _: None)
        qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert (said[0].text, said[0].action) == (
        "Dữ liệu đang được một chương trình khác mở.",
        "Đóng chương trình kia rồi làm lại.",
    )
    session.open(paths_for(world.home(OFFICE)), None, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open, timeout=PATIENCE)
    with pytest.raises(Refusal, match=r"workspace\.in_use"), world.open(OFFICE):
        pass
    session.close(lambda: None)
    qtbot.waitUntil(lambda: not session.is_open, timeout=PATIENCE)
