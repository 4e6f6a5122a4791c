"""The practice class by windows: both ends on one PC, from the first start until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.paths import paths_for
from antq_desktop.services import media, practice
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.practice_class import OPENED_BY, class_there, stick_folder
from antq_desktop.services.reference_data import load_units
from antq_desktop.settings import load_settings
from tests.gui.conftest import part
from tests.hard.conftest import derived_once
from tests.journeys.test_windows import CRIME, pages_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

__all__ = ["derived_once"]

LONG, AUTHORITY = "một câu đủ dài để nhớ", "một câu khác cũng đủ dài"
OTHER = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)


def make_real_office(home: Path) -> None:
    """Make an office that works for real."""
    units = load_units()
    wanted = NewWorkspace(
        role="office",
        unit=units.resolve("37", Clock().today()),
        user="Trần Văn Thật",
        passphrase=LONG,
        ca_passphrase=AUTHORITY,
    )
    create_workspace(paths_for(home), wanted, units, load_catalogue(), Clock())


def submit(who: Officer, stick: Path) -> Path:
    """Send the year up on the stick that the class has."""
    who.go("Nộp báo cáo")
    who.press("Lập gói mới")
    who.wait_for("1. Kỳ báo cáo")
    who.set_box("Kỳ", "Cả năm")
    who.set_box("Năm", str(Clock().today().year - 1))
    for words in (
        "hồ sơ gửi đến Tỉnh Tập Huấn",
        "Không có việc gì phải xử lý",
        "So với kỳ trước",
        "Người ký: Lò Văn Mẫu, Xã Suối Mẫu",
    ):
        who.press("Tiếp tục")
        who.wait_for(words)
    who.press("Ký gói")
    who.press("Chọn nơi ghi")
    who.wait(lambda: stick.name in {row[0] for row in who.rows()})
    who.press("Ghi vào USB này")
    who.wait_for("An toàn để rút USB")
    who.press("Xong")
    (bundle,) = stick.iterdir()
    return bundle


def answer(who: Officer) -> None:
    """Take in what the watched folder offers, and write the receipt onto the same stick."""
    who.go("Gói đến")
    who.wait_for("Có thể nhận:")
    who.picture("class-offered")
    who.press("Nhận gói này")
    who.wait_for("Đã nhận")
    who.press("Ký biên nhận (1)")
    who.press("Ghi vào USB này")
    who.wait_for_told("Đã ghi 1 biên nhận")


def print_a_sample(who: Officer, target: Path) -> None:
    """Open the report of crime that the class has, and save its official form."""
    who.go(CRIME)
    who.wait_for(" hồ sơ")
    who.wait(who.rows, "the sample record")
    who.choose_row(who.rows()[0][1])
    who.key(Qt.Key.Key_Return)
    who.press("In")
    who.pick("Biên bản tiếp nhận nguồn tin về tội phạm")
    who.wait_for("trên 2")
    who.press("Lưu PDF")
    who.answer_file_dialog(target)
    who.wait_for_told("Đã lưu bien-ban.pdf")


def refuse(officer: Callable[[Path], Officer], home: Path, bundle: Path) -> None:
    """Bring a bundle of the class to an office that works for real; nothing of it comes in."""
    who = officer(home)
    assert not who.sees("TẬP HUẤN")
    who.write("Mật khẩu", LONG)
    who.key(Qt.Key.Key_Return)
    who.wait_for("Trần Văn Thật – Chỉ huy")
    assert not who.sees("TẬP HUẤN")
    assert "TẬP HUẤN" not in who.window.windowTitle()
    who.go("Gói đến")
    who.press("Chọn tệp")
    who.answer_file_dialog(bundle)
    who.wait_for("Không nhận được")
    assert [row[1] for row in who.rows()] == ["Không nhận được"]
    who.picture("real-refused")


def leave(who: Officer, how: str) -> None:
    """Choose the way out in the menu, and say what becomes of the class."""
    menu = part(who.window, QMenu, "menuWork")
    menu.popup(who.window.rect().center())
    who.pick("Rời lớp tập huấn")
    who.wait_for("Sổ thật và tệp đã lưu ra nơi khác không bị đụng đến.")
    who.picture("leaving")
    who.press(how)


@pytest.mark.slow
@pytest.mark.usefixtures("derived_once")
def test_a_class_is_played_on_one_pc_and_left(
    officer: Callable[[Path], Officer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "RECORDS", 1)
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([]))
    make_real_office(tmp_path / "real")
    computer = paths_for(tmp_path / "computer")
    stick = stick_folder(computer)
    who = officer(tmp_path / "computer")
    who.picture("first-start")
    who.press("Vào lớp tập huấn")
    who.wait_for("Lò Văn Mẫu – Chỉ huy")
    who.wait_for_told("hồ sơ mẫu để thực hành")
    assert who.window.windowTitle().startswith("TẬP HUẤN | ANTQ Desktop")
    assert who.sees("TẬP HUẤN · Sổ thực hành")
    who.picture("class-commune")
    bundle = submit(who, stick)

    # To the other place, which watches the stick of the class; and back with its receipt.
    who.key(Qt.Key.Key_M, *OTHER)
    who.wait_for("Trần Thị Mẫu – Chỉ huy")
    answer(who)
    who.picture("class-answered")
    who.control(Qt.Key.Key_L)
    who.wait_for(f"Mật khẩu của lớp: {OPENED_BY}")
    assert who.window.windowTitle().startswith("TẬP HUẤN | ")
    who.picture("class-locked")
    who.press("Sang máy kia")
    who.wait_for("Lò Văn Mẫu – Chỉ huy")
    who.go("Nộp báo cáo")
    who.press("Mở biên nhận")
    who.answer_file_dialog(next(stick.glob("*-receipt.antq")))
    who.wait_for("Cơ quan nhận đã có mọi hồ sơ của đơn vị.")
    assert who.rows()[0][3] == "Đã nhận"
    print_a_sample(who, tmp_path / "bien-ban.pdf")
    assert all("TẬPHUẤN" in "".join(page.split()) for page in pages_of(tmp_path / "bien-ban.pdf"))
    who.key(Qt.Key.Key_Escape)
    refuse(officer, tmp_path / "real", bundle)

    # It stays for another day, and then goes for good; the PC is as if nobody had practised.
    leave(who, "Giữ lại và rời lớp")
    who.wait_for("Máy này dùng ở đâu?")
    assert "TẬP HUẤN" not in who.window.windowTitle()
    assert class_there(computer)
    who.press("Vào lớp tập huấn")
    who.wait_for("Lò Văn Mẫu – Chỉ huy")
    leave(who, "Xóa lớp và rời")
    who.wait_for_told("Đã xóa lớp tập huấn trên máy này")
    who.wait_for("Máy này dùng ở đâu?")
    assert not class_there(computer)
    assert not [one for one in computer.data.iterdir() if one.is_dir() and one != computer.logs]
    assert load_settings(computer.settings).settings.last_user is None
