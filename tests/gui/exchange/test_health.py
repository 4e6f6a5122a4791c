"""The self-check: what it finds, what it says to do, and that its buttons do it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QLabel

from antq_desktop.gui import health
from antq_desktop.services import backing_up
from antq_desktop.services.backing_up import verify_backup
from tests.mounting import fill, needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.health.presenter import HealthPresenter
    from antq_desktop.gui.screen import Context, PaperWanted
    from antq_desktop.store.backup import Backup
    from tests.unit.services.conftest import World


def lines(screen: HealthPresenter) -> list[str]:
    cards = screen.widget.findChildren(QFrame)
    return [card.accessibleName() for card in cards if card.accessibleName()]


def test_a_sound_workspace_is_told_so(opened: Callable[[str], Context], qtbot: QtBot) -> None:
    screen = health.build(opened(COMMUNE))
    qtbot.addWidget(screen.widget)
    screen.refresh()
    qtbot.waitUntil(lambda: len(lines(screen)) == 14)
    assert all(": Đạt. " in line for line in lines(screen))
    assert screen.title == "Tự kiểm tra"
    assert "Mọi thứ đều tốt." in words_of(screen)


def words_of(screen: HealthPresenter) -> list[str]:
    return [label.text() for label in screen.widget.findChildren(QLabel)]


def test_what_is_wrong_stands_first_with_what_to_do(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    context = opened(COMMUNE)
    world.later(days=30)
    screen = health.build(context)
    qtbot.addWidget(screen.widget)
    screen.refresh()
    qtbot.waitUntil(lambda: len(lines(screen)) == 14)
    first = lines(screen)[0]
    assert first.startswith("Sao lưu: Cần xử lý.")
    assert first.endswith("Sao lưu ngay ra USB.")
    assert "Có 1 việc cần xử lý." in words_of(screen)


def test_lists_are_rebuilt_and_backups_are_made_where_the_person_says(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    context = opened(COMMUNE)
    screen = health.build(context)
    qtbot.addWidget(screen.widget)
    with qtbot.waitSignal(context.session.changed):
        screen.view.rebuild_asked.emit()
    screen.view.backup_asked.emit(str(world.folder / "usb"))
    qtbot.waitUntil(lambda: len(said) == 2)
    (made,) = (world.folder / "usb").iterdir()
    assert [one.tone for one in said] == ["done", "done"]
    assert made.name in said[1].text
    assert verify_backup(made, None).path == made
    left: list[bool] = []
    screen.may_leave(lambda: left.append(True))
    assert left


def test_a_folder_that_is_gone_is_told(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    screen = health.build(opened(COMMUNE))
    qtbot.addWidget(screen.widget)
    screen.view.backup_asked.emit(str(world.folder / "none"))
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].tone == "warning"
    assert not (world.folder / "none").exists()


@needs_mount
def test_a_bad_medium_moves_nothing(
    world: World,
    opened: Callable[[str], Context],
    said: list[Told],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = health.build(opened(COMMUNE))
    qtbot.addWidget(screen.widget)
    gone, whole = world.folder / "gone", backing_up.automatic_backup

    def pulled_out(*given: Any) -> Backup:
        made = whole(*given)
        gone.rmdir()
        return made

    def move(folder: Path) -> Told:
        screen.view.move_asked.emit(str(folder))
        qtbot.waitUntil(lambda: bool(said))
        return said.pop()

    with small_disk(world.folder / "full", "64k") as full:
        fill(full)
        told = move(full)
    assert told.text.startswith("full chỉ còn 0 MB")
    assert told.action.startswith("Giải phóng chỗ trống")
    gone.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(backing_up, "automatic_backup", pulled_out)
        told = move(gone)
    assert "gone" in told.text
    assert told.action
    assert not gone.exists()  # nothing was put on this machine in the stick's place
    screen.refresh()
    qtbot.waitUntil(lambda: len(lines(screen)) == 14)
    assert not any("chuyển sang máy khác" in line for line in lines(screen))
    gone.mkdir()
    assert "Máy này từ giờ chỉ xem." in move(gone).text
    qtbot.waitUntil(lambda: any("chuyển sang máy khác" in line for line in lines(screen)))


def test_a_backup_is_restored_for_trial_and_the_test_is_stopped_printed_and_exported(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    screen = health.build(opened(COMMUNE))
    qtbot.addWidget(screen.widget)
    screen.refresh()
    screen.view.stop_asked.emit()
    qtbot.waitUntil(lambda: any("Đã dừng kiểm tra" in text for text in words_of(screen)))
    assert not lines(screen)
    papers: list[PaperWanted] = []
    screen.paper_asked.connect(papers.append)
    screen.view.paper_asked.emit()
    assert not papers  # there is nothing to print yet
    screen.view.prove_asked.emit()
    qtbot.waitUntil(lambda: len(lines(screen)) == 14)
    assert "Đã khôi phục thử và đọc được bản sao lưu" in said[0].text
    assert any("Khôi phục thử: Đạt." in line for line in lines(screen))
    assert any(text.startswith("Kiểm tra lúc ") for text in words_of(screen))
    screen.view.paper_asked.emit()
    assert papers[0].made is not None
    target = world.folder / "help.json"
    screen.view.help_asked.emit(str(target))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert json.loads(target.read_text("utf-8"))["format"] == "antq-help-1"
