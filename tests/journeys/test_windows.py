"""The windows as people use them: from the first start to a receipt, on two PCs and one stick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from antq_desktop.services import media

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

    Start = Callable[[Path], Officer]

PASSPHRASE = "thực hành"
MODEL = "Tiếng kẻng an ninh Nguyễn Huệ"
OFFICE_ROLE = "Cơ quan nhận – nhận gói nộp, tổng hợp số liệu"
TYPED = ("Tên mô hình", "Lĩnh vực", "Ngày thành lập")
CRIME = "Nguồn tin về tội phạm"
SUMMARY = "Người dân báo có kẻ gian lấy trộm xe đạp để trước ngõ."
REGISTER = "Mô hình phong trào"


def first_start(who: Officer, unit: tuple[str, str], name: str, sheet: Path, role: str) -> None:
    """Make a practice workspace, and prove that the recovery sheet was kept."""
    if role:
        who.press(role)
    who.press("Thực hành – sổ trống, cơ quan nhận thật không nhận gói nộp")
    who.press("Tôi cam đoan máy này không chứa bí mật nhà nước")
    who.picture("role")
    who.press("Tiếp tục")
    who.write("Tên hoặc mã đơn vị, không cần gõ dấu", unit[0])
    who.wait(lambda: who.first_line("Đơn vị tìm thấy").startswith(unit[1]))
    who.picture("unit")
    who.press("Tiếp tục")
    who.write("Họ và tên", name)
    asked = ["Mật khẩu mở sổ", "Nhập lại mật khẩu"]
    if role:
        asked += ["Mật khẩu khóa cấp chứng thư (khác mật khẩu mở sổ)"]
        asked += ["Nhập lại mật khẩu khóa cấp chứng thư"]
    for each in asked:
        who.write(each, PASSPHRASE)
    who.picture("person")
    who.press("Tạo sổ")
    who.wait_for("In hoặc lưu phiếu trước.")
    who.press("In hoặc lưu phiếu")
    who.wait_for("trên 1")
    who.picture("sheet-preview")
    who.press("Lưu PDF")
    who.answer_file_dialog(sheet)
    who.wait_for_told("Đã lưu")
    who.key(Qt.Key.Key_Escape)
    who.wait_for("Nhập đúng 4 ký tự cuối.")
    (text,) = pages_of(sheet)
    secret = re.search(r"AGE-SECRET-KEY-1((?:\s+[A-Z0-9]{2,4}\b)+)", text)
    assert secret is not None
    who.write(
        "Nhập 4 ký tự cuối của mã trên phiếu đã lưu hoặc chép", "".join(secret[1].split())[-4:]
    )
    who.picture("sheet")
    who.press("Mở sổ")
    who.wait_for("Sổ thực hành")
    who.picture("desk")


def pages_of(path: Path) -> list[str]:
    """Read what can be selected on each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def enrol(commune: Officer, office: Officer, stick: Path) -> None:
    """Carry the request up and the directory down; both fingerprints are read out."""
    commune.go("Kết nối với cơ quan nhận")
    commune.press("Tạo tệp yêu cầu")
    commune.answer_file_dialog(stick / "yeu-cau.antq")
    commune.wait_for_told("yeu-cau.antq")
    (read_out,) = commune.fingerprints()
    commune.picture("request")

    office.go("Đơn vị và chứng thư")
    office.press("Mở tệp yêu cầu")
    office.answer_file_dialog(stick / "yeu-cau.antq")
    office.wait_for("Phường Quang Trung")
    assert read_out in office.fingerprints()
    office.write("Mật khẩu khóa cấp chứng thư", PASSPHRASE)
    office.picture("compared")
    office.press("Khớp – cấp chứng thư")
    office.press("Ghi vào USB này")
    office.wait_for_told("Đã cấp chứng thư")
    office.picture("issued")

    commune.press("Mở tệp danh bạ")
    (directory,) = (path for path in stick.iterdir() if path.name != "yeu-cau.antq")
    commune.answer_file_dialog(directory)
    commune.wait_for("nghe họ đọc vân tay")
    assert office.fingerprints()[-1] in commune.fingerprints()
    commune.picture("directory")
    commune.press("Khớp – cài danh bạ")
    commune.wait_for("Có chứng thư đến")
    commune.picture("enrolled")


def begin_a_record(who: Officer) -> None:
    """Type the beginning of a record: letter by letter, taken back and retyped, and composed."""
    who.go(REGISTER)
    who.control(Qt.Key.Key_N)
    who.wait_for("Hồ sơ mới, chưa lưu")
    name = who.field("Tên mô hình")
    who.keys(name, "Tie\bế\b\biếng kẻng an ninh ")
    who.compose("Tên mô hình", "N", "Ng", "Nguyê", "Nguyễn")
    who.keys(name, " Huệ")
    assert who.text_of("Tên mô hình") == MODEL
    who.choose("Lĩnh vực", "phong ngua", offered="Phòng ngừa tội phạm")
    who.write("Ngày thành lập", "1/2/23")
    who.key(Qt.Key.Key_Tab)
    assert who.text_of("Ngày thành lập") == "01/02/2023"


def complete(who: Officer) -> None:
    """Add what the book asks for."""
    who.choose("Phạm vi quản lý", "khu dan cu", offered="Khu dân cư")
    who.choose("Chủ trì", "cong an", offered="Công an")
    who.choose("Trạng thái", "duy tri", offered="Duy trì")
    who.press("Thêm dòng: Điểm mô hình")
    who.write("Số thứ tự", "1")
    who.choose("Xã, phường", "quang trung", offered="Phường Quang Trung · 13285")
    for words, text in (
        ("Ngày ra mắt", "1/2/2023"),
        ("Số tổ", "2"),
        ("Số thành viên", "1200"),
        ("Số hộ tham gia", "50"),
    ):
        who.write(words, text)
    who.press("Thêm dòng: Đánh giá")
    who.write("Ngày đánh giá", "1/12/2023")
    who.choose("Kết quả", "hieu qua", offered="Hoạt động hiệu quả")


def print_a_report(who: Officer, target: Path) -> None:
    """Type a report of crime, see its official form and save it; the text on paper is text."""
    who.go(CRIME)
    who.control(Qt.Key.Key_N)
    who.wait_for("Hồ sơ mới, chưa lưu")
    who.write("Thời gian tiếp nhận", "5/3/2023 1430")
    who.write("Cán bộ tiếp nhận", "Lò Văn Mẫu")
    for words, typed, offered in (
        ("Loại nguồn tin", "to giac", "Tố giác về tội phạm"),
        ("Hình thức tiếp nhận", "truc tiep den", "Trực tiếp đến trình báo"),
        ("Nguồn gốc tin", "nhan dan", "Nhân dân"),
        ("Yêu cầu giữ bí mật, bảo vệ", "khong", "Không yêu cầu"),
        ("Lĩnh vực", "trat tu xa hoi", "Trật tự xã hội"),
    ):
        who.choose(words, typed, offered=offered)
    who.press("Từ chối cung cấp thông tin cá nhân")
    who.write("Tóm tắt nội dung, diễn biến", SUMMARY)
    who.control(Qt.Key.Key_S)
    who.wait_for_told("Đã vào sổ, số 1")
    who.press("In")
    who.pick("Biên bản tiếp nhận nguồn tin về tội phạm")
    who.wait_for("Biên bản tiếp nhận nguồn tin về tội phạm")
    who.wait_for("trên 2")
    who.picture("preview")
    who.press("Lưu PDF")
    who.answer_file_dialog(target)
    who.wait_for_told("Đã lưu bien-ban.pdf")
    pages = pages_of(target)
    assert len(pages) == 2
    assert SUMMARY in " ".join("".join(pages).split())


def submit(who: Officer, stick: Path) -> Path:
    """Go through the wizard, and carry the bundle to the stick."""
    who.go("Nộp báo cáo")
    who.wait_for("1 hồ sơ mới")
    who.picture("submissions")
    who.press("Lập gói mới")
    who.wait_for("1. Kỳ báo cáo")
    who.set_box("Kỳ", "Cả năm")
    who.set_box("Năm", "2023")
    who.picture("wizard-period")
    for page, words in (
        ("content", "1 hồ sơ gửi đến Thành phố Phủ Lý"),
        ("problems", "Không có việc gì phải xử lý"),
        ("figures", "So với kỳ trước"),
        ("sign", "Người ký: Nguyễn Văn An, Phường Quang Trung"),
    ):
        who.press("Tiếp tục")
        who.wait_for(words)
        assert who.sees("Năm 2023 (01/01/2023 – 31/12/2023)")
        who.picture(f"wizard-{page}")
    who.press("Ký gói")
    who.press("Chọn nơi ghi")
    before = set(stick.iterdir())
    who.press("Ghi vào USB này")
    who.wait_for("An toàn để rút USB")
    who.picture("wizard-safe")
    who.press("Xong")
    (bundle,) = set(stick.iterdir()) - before
    return bundle


def answer(who: Officer, bundle: Path, stick: Path) -> Path:
    """Rehearse a bundle, take it in, and sign the receipt."""
    who.go("Gói đến")
    who.picture("inbox-empty")
    who.press("Chọn tệp")
    who.answer_file_dialog(bundle)
    who.wait_for("Có thể nhận: 1 hồ sơ mới")
    who.picture("rehearsed")
    who.press("Nhận gói này")
    who.wait_for("Đã nhận")
    who.picture("taken")
    who.press("Ký biên nhận (1)")
    before = set(stick.iterdir())
    who.press("Ghi vào USB này")
    who.wait_for_told("Đã ghi 1 biên nhận")
    who.picture("answered")
    (receipt,) = set(stick.iterdir()) - before
    return receipt


@pytest.mark.slow
def test_from_the_first_start_to_a_receipt(
    officer: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    plugged = media.Disk("usb", stick, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    office, home = officer(tmp_path / "office"), tmp_path / "commune"
    sheet = ("phu ly", "Thành phố Phủ Lý")
    first_start(office, sheet, "Trần Thị Bình", tmp_path / "1.pdf", OFFICE_ROLE)
    commune = officer(home)
    first_start(
        commune, ("quang trung", "Phường Quang Trung"), "Nguyễn Văn An", tmp_path / "2.pdf", ""
    )
    enrol(commune, office, stick)

    begin_a_record(commune)
    commune.picture("typing")
    typed = [commune.text_of(words) for words in TYPED]
    commune.close_window()
    commune.press("Giữ lại")
    commune.wait_for_end()
    commune = officer(home)
    commune.write("Mật khẩu", PASSPHRASE)
    commune.key(Qt.Key.Key_Return)
    commune.wait_for("Có 1 biểu đang nhập dở")
    commune.picture("unsaved")
    commune.press("Nhập tiếp")
    commune.wait(lambda: [commune.text_of(words) for words in TYPED] == typed)

    commune.control(Qt.Key.Key_S)
    commune.wait_for_told("Đã lưu bản nháp")
    commune.wait_for("Chưa vào sổ: bổ sung đủ nội dung rồi lưu.")
    commune.picture("draft")
    complete(commune)
    commune.control(Qt.Key.Key_S)
    commune.wait_for_told("Đã vào sổ, số 1")
    commune.picture("registered")

    receipt = answer(office, submit(commune, stick), stick)
    commune.press("Mở biên nhận")
    commune.answer_file_dialog(receipt)
    commune.wait(lambda: commune.rows()[0][3] == "Đã nhận")
    assert commune.rows()[0][1].startswith("Năm 2023")
    commune.picture("received")
    print_a_report(commune, tmp_path / "bien-ban.pdf")
