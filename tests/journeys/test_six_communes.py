"""An office's quarter: one drop of all that came, who is missing, a reminder, and all of it upward.

Six communes: two are good at once, two are late, of one a bundle is missing, one is returned.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QProgressBar

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.inbox.view import InboxView
from antq_desktop.services import media
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.submitting import submit
from tests.journeys.test_windows import pages_of
from tests.unit.services.conftest import OFFICE, PASSPHRASE, World, model
from tests.unit.services.exchange import exchange
from tests.unit.services.levels import PROVINCE, enrol_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

GOOD = {"13285": "Phường Quang Trung", "13288": "Phường Lương Khánh Thiện"}
LATE = {"13291": "Phường Lê Hồng Phong", "13294": "Phường Minh Khai"}
GAP, BACK = ("13297", "Phường Hai Bà Trưng"), ("13300", "Phường Trần Hưng Đạo")
COMMUNES = (*GOOD, *LATE, GAP[0], BACK[0])
QUARTER = parse_period("DL-2023-Q4")
QUARTERS = 4
DUE, AFTER = "10/1/2024", 4
"""The last day of the quarter's reports, and so many days later the late ones come."""

QUEUE, MATRIX = "Các gói đang xét", "Đơn vị theo kỳ"
WORDS = "Tên mô hình chưa đúng quyết định, đề nghị đối chiếu rồi nộp lại"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Make a province, an office and six communes with a record each; four have submitted."""
    world = World(tmp_path, load_catalogue(), datetime(2024, 1, 8, 8, 0, tzinfo=ZONE), {})
    world.create(PROVINCE, office=True)
    world.create(OFFICE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    for commune in COMMUNES:
        world.create(commune)
        world.enrol(OFFICE, commune)
        world.add(commune, model(established_on="2023-11-01"), register="movement_models")
    (tmp_path / "usb").mkdir()
    forget(world, GAP[0])
    for commune in (*GOOD, GAP[0], BACK[0]):
        report(world, commune)
    return world


def forget(world: World, commune: str) -> None:
    """Let the office answer a bundle, and go back to a disk that is older than it."""
    kept = world.folder / "older"
    shutil.copytree(world.home(OFFICE), kept)
    exchange(world, code=commune)
    shutil.rmtree(world.home(OFFICE))
    kept.rename(world.home(OFFICE))
    world.add(commune, model(name="Camera an ninh"), register="movement_models")


def report(world: World, commune: str) -> None:
    """Sign the quarter of a commune, and carry it to the stick."""
    with world.open(commune) as workspace:
        deliver(workspace, submit(workspace, [QUARTER], []), world.folder / "usb")


def drop(who: Officer, *paths: Path) -> None:
    """Drag files from the desktop over the inbox, and let them go there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    (view,) = who.window.findChildren(InboxView)
    place, copy = view.rect().center(), Qt.DropAction.CopyAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, *held)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(place), copy, data, *held))


def states(who: Officer) -> dict[str, str]:
    """Return the state of each bundle on the inbox by its unit, once there are any."""
    who.field(QUEUE)
    return {row[0]: row[1] for row in who.rows(QUEUE)}


def take_in(office: Officer, stick: Path) -> None:
    """Drop what came, return one with words, keep the one with a gap, take the others in."""
    office.go("Gói đến")
    office.wait_for("Cắm USB rồi kéo tệp")
    bar = office.window.findChild(QProgressBar, "progress")
    assert isinstance(bar, QProgressBar)
    seen: list[int] = []
    bar.valueChanged.connect(seen.append)
    drop(office, stick)
    names = {*GOOD.values(), GAP[1], BACK[1]}
    office.wait(lambda: set(states(office)) == names)
    office.wait(lambda: "Chờ xem" not in states(office).values() and not bar.isVisible())
    assert {1, 2, 3} <= set(seen)  # one after the other, counted; with the fourth it goes away
    assert states(office) == {
        **dict.fromkeys((*GOOD.values(), BACK[1]), "Nhận được"),
        GAP[1]: "Giữ lại, chờ gói trước",
    }
    office.picture("dropped")
    office.choose_row(BACK[1], QUEUE)
    office.press("Trả lại")
    office.wait(lambda: office.lines("Nội dung: "))
    (line, *_) = office.lines("Nội dung: ")
    office.click(line)
    office.keys(line, WORDS)
    office.picture("returning")
    office.press("Trả lại")
    office.wait(lambda: BACK[1] not in states(office) or states(office)[BACK[1]] != "Nhận được")
    office.choose_row(GAP[1], QUEUE)
    office.press("Giữ lại để chờ")
    office.wait(lambda: not bar.isVisible())
    office.press("Nhận tất cả 2 gói hợp lệ")
    office.wait(lambda: list(states(office).values()).count("Đã nhận") == len(GOOD))
    office.picture("taken-in")


def set_due(office: Officer) -> None:
    """Say until when the quarter is due."""
    office.press("Hạn nộp")
    office.set_box("Kỳ", "Quý IV/2023")
    office.write("Hạn nộp", DUE)
    office.press("Đặt hạn")
    office.wait(lambda: office.rows() == [["Quý IV/2023", "10/01/2024"]])
    office.press("Đóng")


def wait_for_quarter(office: Officer, expected: dict[str, str]) -> None:
    """Open the matrix, and wait until it says so of the quarter."""
    office.go("Ai đã báo cáo")
    office.field(MATRIX)

    def shown() -> bool:
        told = {row[0].strip(): row[QUARTERS] for row in office.rows(MATRIX)}
        return expected.items() <= told.items()

    office.wait(shown, f"{expected}")


def remind(office: Officer, folder: Path) -> None:
    """Make the reminder list of the quarter, and the letter to one that is late."""
    late = LATE["13291"]
    office.choose_row(late, MATRIX)
    for _ in range(QUARTERS):
        office.key(Qt.Key.Key_Right)
    office.wait_for(f"{late}, Quý IV/2023: Chưa nộp, đã quá hạn. Hạn nộp 10/01/2024.")
    for entry, name, expected in (
        ("Danh sách nhắc nộp", "nhac-nop.pdf", (*LATE.values(), GAP[1], BACK[1])),
        ("Công văn cho đơn vị đang chọn", "cong-van.pdf", (late,)),
    ):
        office.press("Nhắc nộp")
        office.pick(entry)
        office.wait_for("trên 1")
        office.picture(name)
        office.press("Lưu PDF")
        office.answer_file_dialog(folder / name)
        office.wait_for_told(f"Đã lưu {name}")
        office.key(Qt.Key.Key_Escape)
        office.wait(lambda: not office.sees("trên 1"))
        text = " ".join("".join(pages_of(folder / name)).split()).casefold()
        assert [one for one in expected if one.casefold() not in text] == []
        assert not any(one.casefold() in text for one in GOOD.values())


def pass_on(office: Officer, stick: Path) -> Path:
    """Consolidate the quarter upward with the wizard."""
    office.go("Nộp báo cáo")
    office.press("Lập gói mới")
    office.wait_for("1. Kỳ báo cáo")
    office.set_box("Kỳ", "Quý IV")
    office.set_box("Năm", "2023")
    for words in (
        "gói của cấp dưới được chuyển tiếp",
        "Không có việc gì phải xử lý",
        "So với kỳ trước",
        "Người ký: ",
    ):
        office.press("Tiếp tục")
        office.wait_for(words)
    office.press("Ký gói")
    office.press("Chọn nơi ghi")
    office.press("Ghi vào USB này")
    office.wait_for("An toàn để rút USB")
    office.press("Xong")
    (bundle,) = stick.glob("*-consolidated.antq")
    return bundle


@pytest.mark.slow
def test_six_communes_report_and_their_office_passes_on(
    officer: Callable[..., Officer], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = world.folder / "usb"
    plugged = media.Disk("usb", stick, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    office = officer(world.home(OFFICE), world.clock())
    office.write("Mật khẩu", PASSPHRASE)
    office.key(Qt.Key.Key_Return)
    office.wait_for("Sổ thực hành")
    take_in(office, stick)
    here = {**dict.fromkeys(GOOD.values(), "Đã nộp"), GAP[1]: "Thiếu gói", BACK[1]: "Trả lại"}
    wait_for_quarter(office, here | dict.fromkeys(LATE.values(), "Chưa nộp"))
    set_due(office)
    world.later(days=AFTER)
    office.go("Gói đến")
    wait_for_quarter(office, here | dict.fromkeys(LATE.values(), "Quá hạn"))
    office.picture("who-has-reported")
    remind(office, world.folder)

    # The late ones come: their quarter is there, and later than it was due.
    for commune in LATE:
        report(world, commune)
    office.go("Gói đến")
    drop(office, *(path for one in LATE for path in stick.glob(f"{one}-*")))
    office.wait(lambda: office.button("Nhận tất cả 2 gói hợp lệ").isVisible())
    office.press("Nhận tất cả 2 gói hợp lệ")
    office.wait(lambda: list(states(office).values()).count("Đã nhận") == len(GOOD) + len(LATE))
    wait_for_quarter(office, here | dict.fromkeys(LATE.values(), "Nộp muộn"))
    bundle = pass_on(office, stick)
    with world.open(PROVINCE) as workspace:
        assert import_bundle(workspace, bundle).verdict == "accepted"
        assert workspace.store.queries.records() == len(GOOD) + len(LATE)
        (receipt,) = write_receipts(workspace)
        path = deliver(workspace, receipt.row, world.folder / "usb")
    office.press("Mở biên nhận")
    office.answer_file_dialog(path)
    office.wait(lambda: office.rows()[0][3] == "Đã nhận")
    office.picture("answered-from-above")
