"""Wrong records come back: seen in a rehearsal, returned, corrected at the field, closed."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.services import media
from antq_desktop.services.delivering import deliver
from antq_desktop.services.duties import duties
from antq_desktop.services.following import followed
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, World, model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

WRONG = 3
AHEAD = 60
"""Days by which the commune's PC is ahead: for the office its last records are not yet."""
TEXT = "Ngày thành lập ở tương lai, đề nghị đối chiếu quyết định"
FIELD = "Ngày thành lập"


@pytest.fixture
def count(request: pytest.FixtureRequest) -> int:
    """Return how many records go: 200 in the long tests, else 20."""
    return 20 if request.config.getoption("--torture", default=None) is None else 200


@pytest.fixture
def world(tmp_path: Path, count: int) -> World:
    """Make an office and a commune with records, the last three of days that are not yet."""
    world = World(tmp_path, load_catalogue(), datetime(2024, 1, 15, 8, 0, tzinfo=ZONE), {})
    world.create(OFFICE, office=True)
    world.create(COMMUNE)
    world.enrol(OFFICE, COMMUNE)
    (tmp_path / "usb").mkdir()
    world.later(days=AHEAD)
    good = [model(name=f"Tiếng kẻng số {number}") for number in range(count - WRONG)]
    day = "2024-03-01"
    bad = [model(name=f"Camera số {number}", established_on=day) for number in range(WRONG)]
    world.add(COMMUNE, *good, *bad, register="movement_models")
    with world.open(COMMUNE) as workspace:
        deliver(workspace, submit(workspace, [], []), tmp_path / "usb")
    world.later(days=-AHEAD)
    return world


def unlock(who: Officer) -> None:
    who.write("Mật khẩu", PASSPHRASE)
    who.key(Qt.Key.Key_Return)
    who.wait_for("Sổ thực hành")


def new_file(stick: Path, kind: str) -> Path:
    """Return the newest file of a kind on the stick."""
    return max(stick.glob(f"*-{kind}.antq"), key=lambda path: path.stat().st_mtime_ns)


def give_back(office: Officer, stick: Path, count: int) -> None:
    """See what is wrong under both policies, return it, take the rest in, write all of it."""
    office.go("Gói đến")
    office.press("Chọn tệp")
    office.answer_file_dialog(new_file(stick, "submission"))
    office.wait_for(f"{WRONG} dòng")
    assert office.rows()[0][1:] == ["Không nhận được", str(count - WRONG), "0", "0", str(WRONG)]
    office.picture("whole")
    office.press("Trả lại")
    office.wait_for("Trả lại để bổ sung, chỉnh lý")
    lines = office.lines("Nội dung: ")
    assert len(lines) == WRONG
    for line in lines:
        office.click(line)
        office.keys(line, TEXT)
    office.write("Hạn trả lời (ngày/tháng/năm, có thể bỏ trống)", "25/1/2024")
    office.picture("return-dialogue")
    office.press("Trả lại")
    office.wait_for_told(f"Đã lập {WRONG} yêu cầu")

    # The other policy takes the rest in, and the receipt lists the three.
    office.turn_to("Đã xét")
    office.set_box("Gói có dòng lỗi:", "Chỉ không nhận dòng lỗi và dòng nối tiếp nó")
    office.wait_for_told("Đã đổi cách nhận")
    office.turn_to("Đang xét")
    office.press("Chọn tệp")
    office.answer_file_dialog(new_file(stick, "submission"))
    office.wait_for(f"Có thể nhận: {count - WRONG} hồ sơ mới")
    office.picture("rest")
    office.press("Nhận gói này")
    office.wait_for("Đã nhận")
    office.press("Ký biên nhận (1)")
    office.press("Ghi vào USB này")
    office.wait_for_told("Đã ghi 1 biên nhận")
    office.go("Hồ sơ trả lại")
    office.wait_for("Đã viết cho đơn vị:")
    assert len(office.rows()) == WRONG
    assert {row[2] for row in office.rows()} == {"Chưa ghi ra USB"}
    office.picture("followed")
    office.press(f"Ký, ghi ra USB ({WRONG})")
    office.answer_file_dialog(stick)
    office.wait_for_told("Đã ghi 1 gói yêu cầu")
    office.wait(lambda: {row[2] for row in office.rows()} == {"Chờ trả lời"})


def correct(commune: Officer, stick: Path) -> None:
    """Open receipt and query, correct each record at its field, and send the correction."""
    commune.go("Nộp báo cáo")
    commune.press("Mở biên nhận")
    commune.answer_file_dialog(new_file(stick, "receipt"))
    commune.wait_for(f"Cơ quan nhận trả lại {WRONG} việc")
    commune.go("Việc cần làm")
    commune.wait_for("Biên nhận từ chối vì:")
    assert len(commune.rows()) == WRONG
    commune.press("Mở tệp yêu cầu")
    commune.answer_file_dialog(new_file(stick, "query"))
    commune.wait_for_told(f"{WRONG} hồ sơ")
    commune.wait_for(f"“{TEXT}”")
    # What the receipt refused and the office asks about is one thing to do.
    assert [row[1:] for row in commune.rows()] == [["Quá hạn", "25/01/2024", FIELD]] * WRONG
    commune.picture("duties")
    for done in range(1, WRONG + 1):
        name = next(row[0] for row in commune.rows() if row[1] == "Quá hạn").partition(" (")[0]
        commune.choose_row("Quá hạn")
        commune.press("Mở hồ sơ")
        commune.wait(partial(_reads, commune, name))
        commune.wait_for(f"Cơ quan nhận viết: “{TEXT}”")
        commune.picture("at-the-field")
        commune.write(FIELD, "2/1/2024")
        commune.control(Qt.Key.Key_S)
        commune.wait_for("Lý do")
        commune.keys(commune.field("Lý do"), "Ghi nhầm tháng")
        commune.press("Lưu")
        commune.wait_for("Đã sửa, chờ gửi và trả lời")
        commune.key(Qt.Key.Key_Escape)
        commune.wait_for("Hồ sơ mà cơ quan nhận trả lại")
        commune.wait(partial(_corrected, commune, done))
    commune.go("Nộp báo cáo")
    commune.press("Lập gói mới")
    commune.wait_for("1. Kỳ báo cáo")
    commune.set_box("Kỳ", "Cả năm")
    commune.set_box("Năm", "2023")
    commune.press("Tiếp tục")
    commune.wait_for(f"Gói trả lời {WRONG} yêu cầu của cơ quan nhận.")
    for words in ("Không có việc gì phải xử lý", "So với kỳ trước", "Người ký: "):
        commune.press("Tiếp tục")
        commune.wait_for(words)
    commune.press("Ký gói")
    commune.press("Chọn nơi ghi")
    commune.press("Ghi vào USB này")
    commune.wait_for("An toàn để rút USB")
    commune.press("Xong")


def _reads(commune: Officer, name: str) -> bool:
    """Say whether the form is that of this record: the one before may still be there."""
    return commune.sees("Tên mô hình") and commune.text_of("Tên mô hình") == name


def _corrected(commune: Officer, count: int) -> bool:
    return [row[1] for row in commune.rows()].count("Đã sửa, chưa gửi") == count


@pytest.mark.slow
def test_three_wrong_records_come_back_and_are_closed(
    officer: Callable[..., Officer],
    world: World,
    count: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = world.folder / "usb"
    plugged = media.Disk("usb", stick, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    office = officer(world.home(OFFICE), world.clock())
    unlock(office)
    give_back(office, stick, count)
    world.later(days=AHEAD)
    commune = officer(world.home(COMMUNE), world.clock())
    unlock(commune)
    correct(commune, stick)

    office.go("Gói đến")
    office.turn_to("Đang xét")
    office.press("Chọn tệp")
    office.answer_file_dialog(new_file(stick, "correction"))
    office.wait_for(f"Có thể nhận: {WRONG} hồ sơ mới")
    office.press("Nhận gói này")
    office.wait_for("Đã nhận")
    office.press("Ký biên nhận (1)")
    office.press("Ghi vào USB này")
    office.wait_for_told("Đã ghi 1 biên nhận")
    office.go("Hồ sơ trả lại")
    office.wait(lambda: {row[2] for row in office.rows()} == {"Xong"})
    office.picture("closed")
    commune.go("Nộp báo cáo")
    commune.press("Mở biên nhận")
    commune.answer_file_dialog(new_file(stick, "receipt"))
    commune.wait_for_told("Biên nhận trả lời")
    commune.go("Việc cần làm")
    commune.wait(lambda: {row[1] for row in commune.rows()} == {"Xong"})
    commune.picture("settled")
    for who in (commune, office):
        who.close_window()
        who.wait_for_end()
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == count
        assert {one.state for one in followed(workspace)} == {"closed"}
    with world.open(COMMUNE) as workspace:
        assert {one.state for one in duties(workspace)} == {"closed"}
