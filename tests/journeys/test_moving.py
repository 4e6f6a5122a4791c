"""The books go to a new PC: closed and proven on the old one, gone on with on the new one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.hard.conftest import derived_once
from tests.journeys.test_lost_by_windows import (
    REGISTER,
    UNIT,
    add,
    counted_once,
    look,
    send,
    units,
)
from tests.journeys.test_pens import PLAIN, Units, sit_down
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

    Start = Callable[..., Officer]

__all__ = ["derived_once", "first_world", "units", "world"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

CLOSED = "Sổ này đã chuyển sang máy khác lúc"
NEW_PC = "new-pc"


def move(who: Officer, stick: Path) -> Path:
    """Close the books by the window; return their last backup on the stick."""
    who.go("Tự kiểm tra")
    who.press("Chuyển sang máy khác")
    who.wait_for("Đóng sổ ở máy này và sao lưu lần cuối?")
    who.picture("explained")
    who.press("Chọn nơi ghi")
    who.press("Ghi vào USB này")
    who.wait_for_told("Máy này từ giờ chỉ xem.")
    who.wait_for(CLOSED)
    who.picture("closed")
    (backup,) = stick.glob("*.antq-backup")
    return backup


def only_shows(who: Officer) -> None:
    """Open a record where the books are closed: it is shown, and nothing of it is typed."""
    who.go(REGISTER)
    who.wait_for(" hồ sơ")
    who.wait(lambda: any(PLAIN["name"] in row for row in who.rows()), "the record")
    who.choose_row(str(PLAIN["name"]))
    who.key(Qt.Key.Key_Return)
    who.wait(lambda: who.text_of("Tên mô hình") == PLAIN["name"])
    who.wait_for(CLOSED)
    who.picture("only-shows")


def restore(who: Officer, backup: Path) -> None:
    """Bring the books back on the new PC, by the backup that was made for it."""
    who.press("Phục hồi từ bản sao lưu")
    who.press("Chọn bản sao lưu")
    who.answer_file_dialog(backup)
    who.wait_for(backup.name)
    who.write("Mật khẩu của ngày sao lưu", PASSPHRASE)
    who.press("Xem bản sao lưu")
    who.wait_for(f"Sổ của {UNIT}")
    who.wait_for("Sổ đóng để chuyển máy lúc")
    who.picture("restoring")
    who.press("Phục hồi")
    who.wait_for_told("Lần mở trước")


def test_the_books_move_to_a_new_pc_by_windows(officer: Start, units: Units) -> None:
    commune = sit_down(officer, units, COMMUNE)
    send(commune, units.stick, 1).rename(units.folder / "first.antq")
    backup = move(commune, units.stick)
    commune.go_home()
    commune = sit_down(officer, units, COMMUNE)
    commune.wait_for_told(CLOSED)
    only_shows(commune)
    commune.go_home()

    commune = officer(units.folder / NEW_PC, units.clock())
    restore(commune, backup)
    add(commune, "Camera an ninh")
    second = send(commune, units.stick, 2)
    commune.go_home()
    office = sit_down(officer, units, OFFICE)
    assert look(office, second)[0] == "Nhận được"
    assert office.sees("Đơn vị bắt đầu một chuỗi gói mới, nối tiếp gói số 1 của chuỗi cũ.")
    office.press("Nhận gói này")
    office.wait_for("Đã nhận")
    office.go_home()

    # The way back: the old PC is used again after all, with a reason and a chain of its own.
    commune = sit_down(officer, units, COMMUNE)
    commune.go("Tự kiểm tra")
    commune.press("Dùng tiếp máy này")
    commune.wait_for("Hai máy cùng ghi thì cơ")
    commune.write("Lý do", "Máy mới hỏng")
    commune.press("Dùng tiếp")
    commune.wait_for_told("Sổ mở lại ở máy này.")
    add(commune, "Họ tự quản")
    commune.go_home()
    shutil.rmtree(units.folder / COMMUNE)
    (units.folder / NEW_PC).rename(units.folder / COMMUNE)
    counted_once(units, 2)


def test_the_books_move_by_commands_and_a_bad_medium_moves_nothing(units: Units) -> None:
    gone = units.does(COMMUNE, "workspace", "move", units.folder / "gone", code=3)
    assert gone["refused"] == "moving.no_folder"
    stays = units.does(COMMUNE, "workspace", "stay", "--reason", "x", code=3)
    assert stays["refused"] == "moving.not_moved"

    units.add(COMMUNE, name="Camera an ninh")
    first = units.send(COMMUNE)
    moved = units.does(COMMUNE, "workspace", "move", units.stick)
    assert moved["verified"] == "restored"
    # Nothing is entered, signed or taken in any more; all is still read, and backed up again.
    for command in (("record", "add", "R06"), ("bundle", "export", "-o", units.stick)):
        closed = units.does(COMMUNE, *command, typed=dict(MODEL), code=3)
        assert closed["refused"] == "moving.closed", command
        assert closed["message"]
    assert len(units.does(COMMUNE, "record", "list", "R06")["rows"]) == 2
    again = units.does(COMMUNE, "workspace", "move", units.stick)
    units.does(NEW_PC, "backup", "restore", again["path"], "--user", "an")
    units.add(NEW_PC, name="Họ tự quản")
    second = units.send(NEW_PC)
    assert units.brought(OFFICE, first, second, code=0) == ["accepted", "accepted"]
    rows = units.does(OFFICE, "record", "list", "R06")["rows"]
    assert len(rows) == len({row["label"] for row in rows}) == 3
    units.does(COMMUNE, "workspace", "stay", "--reason", "Máy mới hỏng")
    units.add(COMMUNE, name="Cổng trường an toàn")
    # The office is told: one more chain goes on after the same bundle.
    assert units.brought(OFFICE, units.send(COMMUNE)) == ["remarks"]
