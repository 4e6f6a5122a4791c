"""Lost sticks, bundles out of order, the same one twice: what officers read, and how they get out.

Both sides work with their windows; what is on the disks is looked at by commands in the end.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from antq_desktop.services import media
from tests.journeys.test_pens import PLAIN, Units, sit_down
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, DAY, OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer
    from tests.unit.cli.driver import World

    Start = Callable[..., Officer]

__all__ = ["first_world", "world"]

REGISTER = "Mô hình phong trào"
UNIT = "Phường Quang Trung"
SENT, QUEUE, PAST = "Các gói đã lập", "Các gói đang xét", "Các gói đã xét"


@pytest.fixture
def units(world: World, monkeypatch: pytest.MonkeyPatch) -> Units:
    """Return a commune with one record and its office, and a stick that is plugged in."""
    stick = world.folder / "usb"
    stick.mkdir()
    plugged = media.Disk("usb", stick, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    units = Units(world.folder, stick, world.secret)
    units.add(COMMUNE, name=PLAIN["name"])
    return units


def add(commune: Officer, name: str) -> None:
    """Enter one more record, as a copy of the first under another name."""
    commune.go(REGISTER)
    commune.wait_for(" hồ sơ")
    commune.wait(lambda: any(PLAIN["name"] in row for row in commune.rows()), "the first record")
    commune.choose_row(str(PLAIN["name"]))
    commune.key(Qt.Key.Key_Return)
    commune.wait(lambda: commune.text_of("Tên mô hình") == PLAIN["name"])
    commune.control(Qt.Key.Key_D)
    commune.wait_for("Hồ sơ mới, chưa lưu")
    commune.write("Tên mô hình", name)
    commune.control(Qt.Key.Key_S)
    commune.wait_for_told("Đã vào sổ")


def send(commune: Officer, stick: Path, records: int) -> Path:
    """Sign what is due, write it, and return the file on the stick."""
    commune.go("Nộp báo cáo")
    commune.wait_for(f"{records} hồ sơ mới hoặc thay đổi chưa được cơ quan nhận xác nhận.")
    commune.press("Lập gói mới")
    commune.wait_for("1. Kỳ báo cáo")
    commune.press("Chỉ gửi hồ sơ mới và thay đổi, không kèm số liệu")
    for words in (f"{records} hồ sơ gửi đến", "Không có việc gì phải xử lý", "Người ký: "):
        commune.press("Tiếp tục")
        commune.wait_for(words)
    commune.press("Ký gói")
    commune.press("Chọn nơi ghi")
    before = set(stick.iterdir())
    commune.press("Ghi vào USB này")
    commune.wait_for("An toàn để rút USB")
    commune.press("Xong")
    (bundle,) = set(stick.iterdir()) - before
    return bundle


def copy_again(commune: Officer, number: int, stick: Path) -> Path:
    """Write the bundle that is chosen in the list once more; nothing is signed again."""
    commune.wait_for(f"Gói số {number}")
    commune.press("Chép lại gói này")
    commune.press("Ghi vào USB này")
    commune.wait_for_told(f"-{number:06}-submission.antq, đọc lại khớp. An toàn để rút USB.")
    (bundle,) = stick.glob(f"*-{number:06}-submission.antq")
    return bundle


def look(office: Officer, bundle: Path) -> list[str]:
    """Open a bundle, and read its line on the desk once it was looked at."""
    office.go("Gói đến")
    office.turn_to("Đang xét")
    office.press("Chọn tệp")
    office.answer_file_dialog(bundle)

    office.field(QUEUE)

    def line() -> list[str]:
        return next((row[1:] for row in office.rows(QUEUE) if row[0] == UNIT), ["Chờ xem"])

    office.wait(lambda: line()[0] != "Chờ xem")
    return line()


def put_away(office: Officer) -> None:
    """Take what was judged off the desk."""
    office.turn_to("Đang xét")
    office.press("Bỏ ra")
    office.wait_for("Chưa có gói nào để xem")


def take(office: Officer, new: int) -> None:
    """Take the bundle in that lies on the desk."""
    office.press("Nhận gói này")
    office.wait_for(f"Đã nhận: {new} hồ sơ mới")


def answer(office: Officer, stick: Path, waiting: int = 1) -> Path:
    """Sign the receipt of what was judged: one tells of all that wait for it."""
    before = set(stick.iterdir())
    office.press(f"Ký biên nhận ({waiting})")
    office.press("Ghi vào USB này")
    office.button("Ký lại biên nhận")  # no answer is waited for any more
    assert "Đã ghi 1 biên nhận" in office.told()
    (receipt,) = set(stick.iterdir()) - before
    return receipt


def hear(commune: Officer, receipt: Path, *states: str) -> None:
    """Open a receipt, and read where each bundle stands, the newest first."""
    commune.go("Nộp báo cáo")
    commune.press("Mở biên nhận")
    commune.answer_file_dialog(receipt)
    commune.wait(lambda: [row[3] for row in commune.rows(SENT)] == list(states), f"{states}")
    receipt.unlink()


def counted_once(units: Units, records: int, at_home: int | None = None) -> set[str]:
    """See that the office counts every record once; return what it has and the commune has not."""
    year = ("report", "indicators", "--period", "DL-2023", "--unit", f"{COMMUNE}@{DAY}")
    expected = {COMMUNE: records if at_home is None else at_home, OFFICE: records}
    found = dict[str, set[str]]()
    for home, count in expected.items():
        names = [row["label"] for row in units.does(home, "record", "list", "R06")["rows"]]
        found[home] = set(names)
        assert len(names) == len(found[home]) == count
        figures = units.does(home, *year)["indicators"]
        assert next(one["value"] for one in figures if one["code"] == "B6.2") == count
    return found[OFFICE] - found[COMMUNE]


def lose_a_stick(commune: Officer, office: Officer, stick: Path) -> Path:
    """Lose the stick on the way: the list says what to do, and nothing is signed again."""
    send(commune, stick, 1).unlink()
    commune.wait_for("Mất USB thì bấm Chép lại gói này.")
    commune.picture("lost")
    first = copy_again(commune, 1, stick)
    assert look(office, first) == ["Nhận được", "1", "0", "0", "0"]
    take(office, 1)
    put_away(office)
    hear(commune, answer(office, stick), "Đã nhận")
    return first


def bring_it_twice(office: Officer, first: Path) -> None:
    """Bring the same file once more: it is said, and there is nothing to take."""
    assert look(office, first)[0] == "Đã có từ trước"
    assert office.sees("Gói này đã nhập rồi, không có gì thay đổi.")
    office.picture("same")
    put_away(office)


def lose_one_for_good(commune: Officer, office: Officer, stick: Path) -> None:
    """Go on without a bundle that is lost: both sides read that nobody has to look for it."""
    add(commune, "Camera an ninh")
    lost = send(commune, stick, 1)
    second = lost.rename(stick.parent / lost.name)
    add(commune, "Tổ liên gia tự quản")
    third = send(commune, stick, 2)
    assert look(office, third) == ["Nhận được", "2", "0", "0", "0"]
    assert office.sees("Gói 2 chưa từng đến; gói 3 chứa đủ. Không phải làm gì.")
    take(office, 2)
    put_away(office)
    hear(commune, answer(office, stick), "Đã nhận", "Đã có trong gói sau", "Đã nhận")
    commune.choose_row("Đã có trong gói sau", SENT)
    commune.wait_for("Không phải nộp gói này nữa.")
    commune.picture("covered")
    # Somebody finds it and brings it all the same: nothing in it is new.
    assert look(office, second) == ["Nhận được", "0", "0", "1", "0"]
    put_away(office)


def lose_the_disk(officer: Start, units: Units, commune: Officer, office: Officer) -> Officer:
    """Put an old disk back at the office: the fourth bundle was in there, and is no more."""
    office.go_home()
    kept = units.folder / "kept"
    shutil.copytree(units.folder / OFFICE, kept)
    office = sit_down(officer, units, OFFICE)
    add(commune, "Họ tự quản")
    look(office, send(commune, units.stick, 1))
    take(office, 1)
    receipt = answer(office, units.stick)
    hear(commune, receipt, "Đã nhận", "Đã nhận", "Đã có trong gói sau", "Đã nhận")
    office.go_home()
    shutil.rmtree(units.folder / OFFICE)
    kept.rename(units.folder / OFFICE)
    return sit_down(officer, units, OFFICE)


def come_out_of_order(commune: Officer, office: Officer, stick: Path) -> None:
    """Bring the fifth before the fourth: it waits, both sides read for which, and it comes in."""
    before = ["Đã nhận", "Đã nhận", "Đã có trong gói sau", "Đã nhận"]
    add(commune, "Cổng trường an toàn")
    assert look(office, send(commune, stick, 1))[0] == "Giữ lại, chờ gói trước"
    assert office.sees("Giữ lại, chưa tính: gói này nối tiếp gói số 4 chưa có ở đây.")
    assert office.sees("Nhập gói số 4 thì gói này tự nhập theo;")
    office.picture("gap")
    office.press("Giữ lại để chờ")
    hear(commune, answer(office, stick), "Giữ lại, chờ gói trước", *before)
    commune.choose_row("Giữ lại, chờ gói trước", SENT)
    commune.wait_for("Chưa có gói số 4 mà gói này nối tiếp.")
    commune.wait_for("Lập gói mới; gói mới gồm lại mọi hồ sơ cơ quan nhận có thể chưa có.")
    commune.picture("told-of-the-gap")
    commune.key(Qt.Key.Key_Down)
    fourth = copy_again(commune, 4, stick)
    put_away(office)
    assert look(office, fourth)[0] == "Nhận được"
    office.press("Nhận gói này")
    office.wait_for_told("1 gói đang giữ đã được xét lại.")
    office.picture("released")
    hear(commune, answer(office, stick, 2), "Đã nhận", *before)


@pytest.mark.slow
def test_a_lost_stick_a_bundle_twice_and_bundles_out_of_order(officer: Start, units: Units) -> None:
    stick = units.stick
    commune = sit_down(officer, units, COMMUNE)
    office = sit_down(officer, units, OFFICE)
    first = lose_a_stick(commune, office, stick)
    bring_it_twice(office, first)
    lose_one_for_good(commune, office, stick)
    office = lose_the_disk(officer, units, commune, office)
    come_out_of_order(commune, office, stick)
    commune.go_home()
    office.go_home()
    counted_once(units, 5)
