"""Every dialogue of the program with invented people and numbers, for packaging/screenshots.py."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.roles import ROLE_LABELS
from antq_desktop.gui.anchors.dialogs import AddAnchorDialog, AssignDialog
from antq_desktop.gui.authority.revoking import CertifyOwnDialog, RenewListDialog, RevokeDialog
from antq_desktop.gui.cases.dialog import Asked, BodyRow, FileRow, HandingDialog
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.media_dialog import MediumDialog, MediumRow
from antq_desktop.gui.common.paper_key import PaperKeyDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.duplicates.dialog import BesideDialog, BesideShown
from antq_desktop.gui.enrolment.dialogs import HandOverDialog, LostDialog
from antq_desktop.gui.entry.attachment_dialogs import AttachDialog, AttachmentDialog
from antq_desktop.gui.entry.scan_dialog import ScanDialog, ScanRow
from antq_desktop.gui.handover.giving_dialog import GivingDialog, GoingShown
from antq_desktop.gui.handover.taking_dialog import ArrivingShown, TakingDialog
from antq_desktop.gui.queries.dialog import Asking as Written
from antq_desktop.gui.queries.dialog import Item, WriteDialog
from antq_desktop.gui.recovery.dialogs import PrintDialog
from antq_desktop.gui.reported.dues import DuesDialog
from antq_desktop.gui.restoring.dialog import BookRow, RestoringDialog
from antq_desktop.gui.shell.leaving import LeaveDialog
from antq_desktop.gui.submission.review_view import ReviewDialog, ReviewShown
from antq_desktop.gui.tokens.model import KeyRow, PinPage
from antq_desktop.gui.tokens.view import PinDialog, TokenDialog
from antq_desktop.gui.unlock.dialogs import BackupsDialog, NewPassphraseDialog
from antq_desktop.gui.users.dialogs import AddDialog, PassphraseDialog, RenewDialog, RoleDialog
from antq_desktop.messages import label
from antq_desktop.services.recovery_key import SHARE_WORDS, all_words, known_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QDialog, QWidget

    from antq_desktop.gui.screen import Context

    Make = Callable[[QWidget, Context], QDialog]

DAY = date(2023, 12, 15)
SOMEBODY, OTHER = "Lò Thị Mẫu", "Nguyễn Văn Thử"
COMMUNE, HOST = "Công an xã Mẫu", "Công an tỉnh Mẫu"
AUTHORITY = "Chủ thể: CN=Gốc mẫu\nNơi cấp: CN=Gốc mẫu\nSố: 01\nHết hạn: 15/12/2033"
SIGNER = f"Chủ thể: CN={SOMEBODY}\nNơi cấp: CN=Gốc mẫu\nSố: 02\nHết hạn: 15/12/2025"
STICK = "USB KINGSTON (E:)"
BACKUPS = ("2023-12-15T16-30-00.antq-backup", "2023-12-08T16-31-12.antq-backup")


def scanned() -> QImage:
    """Return a sheet of paper with lines that cannot be read."""
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        for at in range(60, 540, 24):
            painter.fillRect(QRect(50, at, 320 - at % 7 * 12, 6), Qt.GlobalColor.gray)
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _roles(context: Context) -> list[tuple[str, str]]:
    return [(role.value, label(words, context.language)) for role, words in ROLE_LABELS.items()]


def _book(context: Context, name: str) -> str:
    register = context.session.about.catalogue.by_name[name]
    return f"{register.code} · {register.label.text(context.language)}"


def _books(context: Context, *cells: tuple[str, ...]) -> tuple[Row, ...]:
    names = ("crime_reports", "movement_models", "propaganda")
    pairs = zip(names, cells, strict=False)
    return tuple(Row(name, (_book(context, name), *numbers)) for name, numbers in pairs)


def _handing(parent: QWidget, context: Context) -> QDialog:
    bodies = [BodyRow("a", HOST, seals=True), BodyRow("b", "Viện kiểm sát nhân dân", seals=False)]
    files = [
        FileRow("1", "don-to-giac.pdf · 1,2 MB", sealed=False),
        FileRow("2", "anh-hien-truong.jpg · 2,4 MB", sealed=True),
    ]
    name = f"{_book(context, 'crime_reports')}, số 7/2023"
    return HandingDialog(
        parent, Asked("Chuyển hồ sơ cho cơ quan khác", name, bodies, files, 3, confidential=True)
    )


def _giving(parent: QWidget, context: Context) -> QDialog:
    made = GivingDialog(parent, ["Máy trực ban", "Máy đội phong trào"], "Máy này", context.theme)
    rows = _books(context, ("12", "3"), ("4", "0"), ("9", "1"))
    made.show_going(
        0,
        GoingShown(
            rows,
            ("Kèm 5 tệp đính kèm, 3,1 MB.", "Kèm số liệu đã chốt của 2 kỳ."),
            "",
            closed=False,
            drafts="Còn 2 bản nháp: hoàn thành hoặc bỏ trước khi khóa sổ.",
            empty="",
        ),
    )
    return made


def _taking(parent: QWidget, context: Context) -> QDialog:
    rows = _books(context, ("12", "3", "1", "0"), ("4", "0", "0", "0"), ("9", "1", "2", "0"))
    said = (
        "Chữ ký đúng, chứng thư còn hiệu lực.",
        "Gói nối tiếp gói trước.",
        "Nội dung đúng quy cách.",
    )
    lines = ("Kèm 5 tệp đính kèm, 3,1 MB.",)
    shown = ArrivingShown(
        "Sổ bàn giao từ Máy trực ban",
        "Nhận được",
        "accent",
        said,
        rows,
        lines,
        (),
        "&Nhận sổ",
        "",
    )
    return TakingDialog(parent, shown, context.theme)


def _dues(parent: QWidget, context: Context) -> QDialog:
    made = DuesDialog(parent, context.theme)
    made.show_rules(
        [("BC-M", "Báo cáo tháng"), ("BC-Y", "Báo cáo năm")],
        [("BC-M", "Báo cáo tháng", "5 ngày sau khi hết kỳ"), ("DL-2023", "Năm 2023", "20/02/2024")],
    )
    return made


def _media(parent: QWidget, context: Context) -> QDialog:
    made = MediumDialog(parent, "Ghi gói nộp báo cáo ra USB", context.theme, offer_parts=True)
    made.show_media(
        (
            MediumRow(Path("usb"), STICK, "3,2 GB", "ready"),
            MediumRow(Path("old"), "USB (F:)", "0,1 MB", "full"),
        )
    )
    return made


def _no_media(parent: QWidget, context: Context) -> QDialog:
    return MediumDialog(parent, "Ghi gói nộp báo cáo ra USB", context.theme)


def _scans(parent: QWidget, context: Context) -> QDialog:
    made = ScanDialog(parent, context.theme)
    rows = [
        ScanRow("a", "Quet_0001.jpg\n10:24 15/12/2023 · 1,1 MB", "ready", scanned()),
        ScanRow("b", "Quet_0002.jpg\n10:25 15/12/2023 · 1,0 MB", "ready", scanned()),
        ScanRow("c", "Quet_0003.jpg\nĐang được ghi", "waiting"),
        ScanRow("d", "ghi-chu.docx\nKhông phải ảnh hay PDF", "refused"),
    ]
    made.show_rows(rows, "Thư mục quét: May-quet")
    return made


def _beside(parent: QWidget, context: Context) -> QDialog:
    rows = (
        Row("1", ("Khác", "Ngày tiếp nhận", "12/05/2023", "14/05/2023"), "warning"),
        Row("2", ("Giống", "Người báo tin", SOMEBODY, SOMEBODY), "done"),
        Row("3", ("Khác", "Địa chỉ", "Bản Mẫu 1", "Bản Mẫu 1, xã Mẫu"), "warning"),
    )
    shown = BesideShown("cùng người báo tin, cách nhau 2 ngày", ("7/2023", "9/2023"), rows)
    return BesideDialog(parent, context.theme, shown)


def _written(parent: QWidget, _context: Context) -> QDialog:
    items = [
        Item("1", "Số 7/2023 · Trộm cắp tài sản"),
        Item("2", "Số 9/2023 · Cố ý gây thương tích"),
    ]
    hint = "Ghi rõ cần sửa gì; công an xã nhận được qua USB."
    return WriteDialog(parent, Written("Trả lại hồ sơ", hint, "&Trả lại", items, "01/03/2024"))


def _review(parent: QWidget, context: Context) -> QDialog:
    registers = _books(context, ("12", "3", "1", "0", "2"), ("4", "0", "0", "0", "0"))
    figures = (
        Row("DL", ("Tháng 12/2023: so với tháng 11/2023", "", ""), kind="group"),
        Row("DL/1", ("Tin báo, tố giác về tội phạm đã tiếp nhận", "9", "12")),
        Row("DL/2", ("Mô hình đang hoạt động", "4", "4")),
    )
    shown = ReviewShown(
        "Gói số 8: báo cáo tháng 12/2023",
        (f"{OTHER} ký lần 1 lúc 16:30 15/12/2023.", "So với gói số 7 đã nộp."),
        registers,
        figures,
        "Tin báo: nội dung tin báo, họ tên người báo tin.",
        "",
    )
    made = ReviewDialog(parent, shown, context.theme)
    made.show_records([Row("0", ("7/2023 Trộm cắp tài sản", "Thay đổi"), "warning")])
    made.show_fields(["Kết quả giải quyết: đang xác minh → đã chuyển cơ quan điều tra"])
    return made


def _pin(parent: QWidget, _context: Context) -> QDialog:
    warning = "Token báo chỉ còn ít lần thử. Nhập sai nữa token sẽ khóa."
    valid = "Chứng thư có hiệu lực đến 31/12/2025."
    page = PinPage("Token XA-MAU, số 0001", f"Người ký: {SOMEBODY}", valid, warning)
    return PinDialog(parent, page)


def _token(parent: QWidget, *, office: bool) -> QDialog:
    made = TokenDialog(parent, office=office)
    library = "C:/Windows/System32/token_pkcs11.dll"
    made.set_libraries([library], library)
    made.set_kinds([("p256", "ECDSA P-256 (nên dùng)"), ("rsa", "RSA 2048")])
    where = "Token XA-MAU, số 0001"
    rows = [
        KeyRow(f"Khóa của {SOMEBODY}, chứng thư đến 31/12/2025\n{where}", "0001", "01"),
        KeyRow(f"Tạo khóa mới\n{where}", "0001", None),
    ]
    made.set_keys(rows, "")
    return made


def _paper_key(parent: QWidget, *, shares: bool) -> QDialog:
    made = PaperKeyDialog(
        parent,
        "Vào sổ bằng phiếu hoặc mảnh khôi phục",
        "Lấy phiếu, hoặc hai trong ba mảnh, từ nơi cất. Xong thì niêm phong lại.",
        all_words(),
        known_word,
        SHARE_WORDS,
    )
    made.begin(shares=shares, wanted=2, fixed=True)
    return made


def _shares(parent: QWidget, _context: Context) -> QDialog:
    hint = "Mỗi mảnh một tờ, cho một người giữ. Đóng cửa sổ này thì không in lại được nữa."
    made = PrintDialog(parent, "In ba mảnh", hint, ["mảnh 1", "mảnh 2", "mảnh 3"])
    made.mark_kept(0)
    return made


def _restoring(parent: QWidget, context: Context) -> QDialog:
    made = RestoringDialog(parent, context.theme)
    made.show_people([SOMEBODY, OTHER], BACKUPS[0])
    return made


def _restored(parent: QWidget, context: Context) -> QDialog:
    made = RestoringDialog(parent, context.theme)
    lines = ("Lưu gần nhất lúc 16:30 15/12/2023.", "31 hồ sơ.", "Gói cuối đã ký: số 8.")
    names = ("crime_reports", "movement_models", "propaganda")
    books = [BookRow(name, f"{_book(context, name)}, 2023", 12) for name in names]
    made.show_found(f"Sổ của {COMMUNE}", lines, books)
    return made


def _backups(parent: QWidget, context: Context) -> QDialog:
    made = BackupsDialog(parent, context.theme)
    days = ("16:30 15/12/2023", "16:31 08/12/2023")
    made.set_rows([Row(name, (at, name)) for name, at in zip(BACKUPS, days, strict=True)])
    made.show_result(f"{BACKUPS[0]}: nguyên vẹn.", "done")
    return made


def _attachment(parent: QWidget, context: Context) -> QDialog:
    asking = Asking(context.session, parent)
    return AttachmentDialog(parent, asking, "don-to-giac.png", _png(scanned()), pdf=False)


def _reason(parent: QWidget, _context: Context) -> QDialog:
    text = "Hồ sơ đã hủy vẫn còn trong sổ, không tính vào số liệu. Ghi lý do hủy."
    return ReasonDialog(parent, "Hủy hồ sơ", text, "&Hủy hồ sơ")


_MADE: dict[str, Make] = {
    "user-add": lambda parent, context: AddDialog(parent, _roles(context)),
    "user-role": lambda parent, context: RoleDialog(parent, SOMEBODY, _roles(context)),
    "user-renew": lambda parent, _: RenewDialog(parent, SOMEBODY),
    "user-passphrase": lambda parent, _: PassphraseDialog(parent),
    "attach": lambda parent, _: AttachDialog(parent, 2, Travel.PRIVATE, registered=True),
    "attachment": _attachment,
    "scans": _scans,
    "reason": _reason,
    "beside": _beside,
    "case-handing": _handing,
    "books-giving": _giving,
    "books-taking": _taking,
    "dues": _dues,
    "media": _media,
    "media-none": _no_media,
    "written": _written,
    "review": _review,
    "pin": _pin,
    "token": lambda parent, _: _token(parent, office=False),
    "token-office": lambda parent, _: _token(parent, office=True),
    "key-handing": lambda parent, _: HandOverDialog([SOMEBODY], DAY, parent),
    "key-handing-none": lambda parent, _: HandOverDialog([], DAY, parent),
    "key-lost": lambda parent, _: LostDialog(parent),
    "leave-class": lambda parent, _: LeaveDialog(parent),
    "anchor-add": lambda parent, _: AddAnchorDialog(parent, AUTHORITY),
    "anchor-assign": lambda parent, _: AssignDialog(
        parent, SIGNER, SOMEBODY, [("00001@2023-01-01", f"{COMMUNE} (00001)")]
    ),
    "revoke": lambda parent, _: RevokeDialog(SOMEBODY, DAY, parent),
    "renew-list": lambda parent, _: RenewListDialog(parent),
    "certify-own": lambda parent, _: CertifyOwnDialog(parent),
    "forgot-sheet": lambda parent, _: _paper_key(parent, shares=False),
    "forgot-shares": lambda parent, _: _paper_key(parent, shares=True),
    "forgot-new": lambda parent, _: NewPassphraseDialog(parent, [SOMEBODY, OTHER]),
    "backups": _backups,
    "shares-printing": _shares,
    "restoring": _restoring,
    "restored": _restored,
}


def dialogues(parent: QWidget, context: Context) -> Iterator[tuple[str, QDialog]]:
    """Yield the name of each dialogue and the dialogue itself, which is open."""
    for name, make in _MADE.items():
        dialog = make(parent, context)
        dialog.open()
        yield name, dialog
