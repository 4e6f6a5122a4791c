"""A PC that goes back in time: a backup restored on a new one, an old disk put back.

The commune restores and submits again with its windows; the office reads why and takes it, without
loss and without counting anything twice.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.test_lost_by_windows import (
    PAST,
    SENT,
    UNIT,
    add,
    answer,
    counted_once,
    hear,
    look,
    put_away,
    send,
    take,
    units,
)
from tests.journeys.test_pens import Units, sit_down
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, OFFICE, PASSPHRASE

if TYPE_CHECKING:
    from tests.journeys.officer import Officer
    from tests.journeys.test_lost_by_windows import Start

__all__ = ["first_world", "units", "world"]

BOOK = "R06 · Mô hình phong trào toàn dân bảo vệ ANTQ, {year}"


def report(commune: Officer, office: Officer, stick: Path, *states: str) -> Path:
    """Submit one more record and hear that it is in; return a copy of the receipt."""
    bundle = send(commune, stick, 1)
    look(office, bundle)
    take(office, 1)
    put_away(office)
    bundle.unlink()
    receipt = answer(office, stick)
    kept = shutil.copy(receipt, stick.parent / receipt.name)
    hear(commune, receipt, *states)
    return Path(kept)


def back_up(commune: Officer, stick: Path) -> Path:
    """Write a backup to the stick."""
    commune.go("Tự kiểm tra")
    commune.press("Sao lưu ngay")
    commune.press("Ghi vào USB này")
    commune.wait_for_told("Đã sao lưu và kiểm tra lại")
    (backup,) = stick.glob("*.antq-backup")
    return backup


def restore(who: Officer, backup: Path, receipt: Path, year: int) -> None:
    """Bring the books back on a PC that has none; the paper book is one number further."""
    who.press("Phục hồi từ bản sao lưu")
    who.press("Chọn bản sao lưu")
    who.answer_file_dialog(backup)
    who.wait_for(backup.name)
    who.write("Mật khẩu của ngày sao lưu", "sai")
    who.press("Xem bản sao lưu")
    who.wait_for("Mật khẩu không đúng")
    who.write("Mật khẩu của ngày sao lưu", PASSPHRASE)
    who.press("Xem bản sao lưu")
    who.wait_for(f"Sổ của {UNIT}")
    assert who.sees("Gói cuối đã ký: số 1.")
    who.picture("backup")
    book = BOOK.format(year=year)
    assert who.text_of(book) == "1"
    who.write(book, "2")
    who.press("Chọn biên nhận mới nhất, nếu có")
    who.answer_file_dialog(receipt)
    who.picture("restoring")
    who.press("Phục hồi")
    who.wait_for_told("Lần mở trước")


@pytest.mark.slow
def test_a_backup_older_than_the_last_submission_is_restored(officer: Start, units: Units) -> None:
    stick = units.stick
    commune = sit_down(officer, units, COMMUNE)
    office = sit_down(officer, units, OFFICE)
    report(commune, office, stick, "Đã nhận")
    backup = back_up(commune, stick)
    add(commune, "Camera an ninh")
    receipt = report(commune, office, stick, "Đã nhận", "Đã nhận")
    commune.go_home()
    shutil.rmtree(units.folder / COMMUNE)

    # A new PC: what was not in the backup keeps its number, and nothing is numbered twice.
    commune = officer(units.folder / COMMUNE, units.clock())
    restore(commune, backup, receipt, units.clock().today().year)
    add(commune, "Họ tự quản")
    assert commune.told().startswith("Đã vào sổ, số 3")
    bundle = send(commune, stick, 2)
    assert look(office, bundle) == ["Nhận được, có lưu ý", "1", "0", "1", "0"]
    assert office.sees("Đơn vị bắt đầu một chuỗi gói mới, nối tiếp gói số 2 của chuỗi cũ.")
    assert office.sees("Hỏi đơn vị vì sao phải phục hồi dữ liệu.")
    office.picture("continues")
    office.press("Nhận gói này")
    office.wait_for("Đã nhận, có điểm cần xem: 1 hồ sơ mới, 0 lần sửa, 1 dòng đã có.")
    hear(commune, answer(office, stick), "Đã nhận, có lưu ý", "Đã nhận")
    commune.picture("heard-after-the-restore")
    commune.go_home()
    office.go_home()
    lost = counted_once(units, 3, at_home=2)
    assert lost == {"Camera an ninh"}


@pytest.mark.slow
def test_an_old_disk_that_is_put_back_begins_a_new_chain(officer: Start, units: Units) -> None:
    stick = units.stick
    commune = sit_down(officer, units, COMMUNE)
    office = sit_down(officer, units, OFFICE)
    report(commune, office, stick, "Đã nhận")
    commune.go_home()
    old = units.folder / "old-disk"
    shutil.copytree(units.folder / COMMUNE, old)
    commune = sit_down(officer, units, COMMUNE)
    add(commune, "Camera an ninh")
    report(commune, office, stick, "Đã nhận", "Đã nhận")
    commune.go_home()
    shutil.rmtree(units.folder / COMMUNE)
    old.rename(units.folder / COMMUNE)

    # It goes on as if nothing had been: the office has another bundle of this number.
    commune = sit_down(officer, units, COMMUNE)
    add(commune, "Họ tự quản")
    assert look(office, send(commune, stick, 1))[0] == "Giữ lại, hai bản trái nhau"
    assert office.sees("Giữ lại, chưa tính: gói này trái với gói đã nhập;")
    assert office.sees("máy sao chép phải bắt đầu chuỗi gói mới.")
    office.picture("two-that-contradict")
    office.press("Giữ lại để chờ")
    hear(commune, answer(office, stick), "Giữ lại, hai bản trái nhau", "Đã nhận")
    commune.choose_row("Giữ lại, hai bản trái nhau", SENT)
    commune.press("Bắt đầu chuỗi gói mới")
    commune.wait_for("không hồ sơ nào mất hay bị tính hai lần.")
    commune.press("Bắt đầu")
    commune.wait_for_told("Đã bắt đầu chuỗi gói mới. Lập gói và nộp lại.")
    put_away(office)
    assert look(office, send(commune, stick, 2)) == ["Nhận được, có lưu ý", "1", "0", "1", "0"]
    assert office.sees("Đơn vị bắt đầu một chuỗi gói mới, nối tiếp gói số 2 của chuỗi cũ.")
    office.press("Nhận gói này")
    office.wait_for("Đã nhận, có điểm cần xem: 1 hồ sơ mới, 0 lần sửa, 1 dòng đã có.")
    decide(office)
    told = ("Đã nhận, có lưu ý", "Từ chối", "Đã nhận")
    hear(commune, answer(office, stick, 2), *told)
    commune.go_home()
    office.go_home()
    assert counted_once(units, 3, at_home=2) == {"Camera an ninh"}


def decide(office: Officer) -> None:
    """Put the bundle aside that contradicts; all that it held came in by the new chain."""
    office.turn_to("Đã xét")
    office.choose_row("Giữ lại, hai bản trái nhau", PAST)
    office.press("Không nhận")
    office.write("Lý do", "Ổ đĩa cũ dùng lại")
    office.picture("deciding")
    office.press("Không nhận")
    office.wait_for_told("Đã ghi quyết định không nhận gói.")
