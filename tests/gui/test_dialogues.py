"""Every dialogue and every question for those who do not see it, and for those without a mouse."""

from __future__ import annotations

import pkgutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QWidget
from shiboken6 import isValid

from antq_desktop import gui
from antq_desktop.domain.fields import Travel
from antq_desktop.gui.anchors.dialogs import AddAnchorDialog, AssignDialog
from antq_desktop.gui.authority.revoking import CertifyOwnDialog, RenewListDialog, RevokeDialog
from antq_desktop.gui.cases.dialog import Asked, BodyRow, FileRow, HandingDialog
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.media_dialog import MediumDialog, MediumRow
from antq_desktop.gui.common.new_chain import ask_new_chain
from antq_desktop.gui.common.paper_key import PaperKeyDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.consolidated.dialogs import ListDialog
from antq_desktop.gui.duplicates.dialog import BesideDialog, BesideShown
from antq_desktop.gui.enrolment.dialogs import HandOverDialog, LostDialog
from antq_desktop.gui.entry.attachment_dialogs import AttachDialog, AttachmentDialog
from antq_desktop.gui.entry.scan_dialog import ScanDialog, ScanRow
from antq_desktop.gui.entry.wording import ask_what_becomes
from antq_desktop.gui.figures.dialogs import ControlsDialog, SentencesDialog
from antq_desktop.gui.handover.giving_dialog import GivingDialog, GoingShown
from antq_desktop.gui.handover.taking_dialog import ArrivingShown, TakingDialog
from antq_desktop.gui.health.view import HealthView
from antq_desktop.gui.paper.view import PaperDialog
from antq_desktop.gui.queries.dialog import Asking as Written
from antq_desktop.gui.queries.dialog import Item, WriteDialog
from antq_desktop.gui.recovery.dialogs import PrintDialog
from antq_desktop.gui.report_text.view import ReportDialog, SectionRow
from antq_desktop.gui.reported.dues import DuesDialog
from antq_desktop.gui.restoring.dialog import RestoringDialog
from antq_desktop.gui.screen import Context
from antq_desktop.gui.shell.leaving import LeaveDialog, RemoveDialog
from antq_desktop.gui.submission.review_view import ReviewDialog, ReviewShown
from antq_desktop.gui.tokens.model import PinPage
from antq_desktop.gui.tokens.view import PinDialog, TokenDialog
from antq_desktop.gui.unlock.dialogs import BackupsDialog, NewPassphraseDialog
from antq_desktop.gui.users.dialogs import AddDialog, PassphraseDialog, RenewDialog, RoleDialog
from tests.gui.conftest import part
from tests.gui.walking import wrong_in_dialogue
from tests.rules.sources import python_files, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ROLES = (("head", "Trưởng"), ("officer", "Cán bộ"))
TODAY = date(2025, 6, 30)
PIN = PinPage("Token 1", "Lò Thị Mẫu", "30/06/2028", "Sắp hết lượt thử.")
ROWS = (Row("1/a", ("Một", "Hai")), Row("2/b", ("Ba", "Bốn")))
COLUMNS = (Column("Mục"), Column("Lời"))


def picture() -> bytes:
    """Return a small picture as PNG."""
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def handing(parent: QWidget) -> QDialog:
    bodies = [BodyRow("a", "Công an tỉnh", seals=True), BodyRow("b", "Viện kiểm sát", seals=False)]
    files = [FileRow("1", "anh.jpg · 2 MB", sealed=False)]
    return HandingDialog(
        parent, Asked("Chuyển hồ sơ", "Số 1/2023", bodies, files, 3, confidential=True)
    )


def taking(parent: QWidget, theme: Theme) -> QDialog:
    row = Row("1", ("Tin báo", "3", "1"))
    said = ArrivingShown(
        "Công an xã", "Hợp lệ", "done", ("Ba câu.",), (row,), ("Sổ",), (), "Nhận sổ", ""
    )
    return TakingDialog(parent, said, theme)


def giving(parent: QWidget, theme: Theme) -> QDialog:
    made = GivingDialog(parent, ["Máy 1", "Máy 2"], "Máy này", theme)
    row = Row("1", ("Tin báo", "3", "1"))
    made.show_going(0, GoingShown((row,), ("Một dòng",), "", closed=False, drafts="", empty=""))
    return made


def dues(parent: QWidget, theme: Theme) -> QDialog:
    made = DuesDialog(parent, theme)
    made.show_rules([("DL", "Tháng")], [("DL", "Tháng", "5 ngày")])
    return made


def media(parent: QWidget, theme: Theme) -> QDialog:
    made = MediumDialog(parent, "Ghi ra USB", theme)
    made.show_media((MediumRow(Path("usb"), "USB", "3 GB", "ready"),))
    return made


def report(parent: QWidget, theme: Theme) -> QDialog:
    made = ReportDialog(theme, parent)
    made.set_sections([SectionRow("1", "Mục 1", ["Câu."], "Lời", writable=True)])
    made.close_asked.connect(lambda: QDialog.done(made, 0))  # as its presenter, once it is kept
    return made


def paper(parent: QWidget, theme: Theme) -> QDialog:
    made = PaperDialog(theme, parent)
    made.show_paper("Phiếu", "Chưa xác minh", "phieu.pdf", [(595, 842)])
    return made


def scans(parent: QWidget, theme: Theme) -> QDialog:
    made = ScanDialog(parent, theme)
    made.show_rows([ScanRow("a.jpg", "a.jpg", "ready"), ScanRow("b", "b", "waiting")], "Đây")
    return made


def beside(parent: QWidget, theme: Theme) -> QDialog:
    rows = (Row("1", ("Khác", "Tên", "A", "B"), "warning"),)
    return BesideDialog(parent, theme, BesideShown("cùng số", ("1/2023", "2/2023"), rows))


def review(parent: QWidget, theme: Theme) -> QDialog:
    changed = (Row("crime_reports", ("Tin báo", "3", "1", "0")),)
    figures = (Row("B1.1", ("B1.1", "15", "18", "+3")),)
    shown = ReviewShown("Gói 2/2023", ("Cán bộ đã ký.",), changed, figures, "Ở lại: 1.", "")
    return ReviewDialog(parent, shown, theme)


def written(parent: QWidget) -> QDialog:
    items = [Item("1", "Số 1/2023"), Item("2", "Số 2/2023")]
    return WriteDialog(parent, Written("Hỏi lại", "Ghi rõ", "Gửi", items, "1/3/2023"))


def dialogues(theme: Theme, session: Session) -> dict[type[QDialog], Callable[[QWidget], QDialog]]:
    """Return how each dialogue of the program is made; a new one must be put here."""
    return {
        AddAnchorDialog: lambda parent: AddAnchorDialog(parent, "Chủ thể: Gốc mẫu"),
        AddDialog: lambda parent: AddDialog(parent, ROLES),
        AssignDialog: lambda parent: AssignDialog(
            parent, "Chủ thể: Lò Thị Mẫu", "Lò Thị Mẫu", [("1@2023-01-01", "Xã Mẫu (1)")]
        ),
        AttachDialog: lambda parent: AttachDialog(parent, 2, Travel.PRIVATE, registered=True),
        AttachmentDialog: lambda parent: AttachmentDialog(
            parent, Asking(session, parent), "anh.png", picture(), pdf=False
        ),
        BackupsDialog: lambda parent: BackupsDialog(parent, theme),
        BesideDialog: lambda parent: beside(parent, theme),
        CertifyOwnDialog: CertifyOwnDialog,
        ControlsDialog: lambda parent: ControlsDialog(
            parent, theme, [Row("1/a", ("Sai", "Sổ", "Câu"), "error", "Câu")], "Cân đối"
        ),
        DuesDialog: lambda parent: dues(parent, theme),
        GivingDialog: lambda parent: giving(parent, theme),
        HandOverDialog: lambda parent: HandOverDialog(["Lò Thị Mẫu"], TODAY, parent),
        HandingDialog: handing,
        LeaveDialog: LeaveDialog,
        ListDialog: lambda parent: ListDialog(parent, theme, "Tên", "Câu", COLUMNS, ROWS),
        LostDialog: LostDialog,
        MediumDialog: lambda parent: media(parent, theme),
        NewPassphraseDialog: lambda parent: NewPassphraseDialog(parent, ["Lò Thị Mẫu"]),
        PaperDialog: lambda parent: paper(parent, theme),
        PaperKeyDialog: lambda parent: PaperKeyDialog(
            parent, "Gõ lại từ giấy", "Câu", ["academic", "acid"], lambda word, _: word, 33
        ),
        PassphraseDialog: PassphraseDialog,
        PinDialog: lambda parent: PinDialog(parent, PIN),
        PrintDialog: lambda parent: PrintDialog(parent, "In mảnh", "Câu", ["Mảnh 1", "Mảnh 2"]),
        RenewDialog: lambda parent: RenewDialog(parent, "Lò Thị Mẫu"),
        RenewListDialog: RenewListDialog,
        ReasonDialog: lambda parent: ReasonDialog(parent, "Hủy hồ sơ", "Câu", "Hủy"),
        ReportDialog: lambda parent: report(parent, theme),
        RemoveDialog: lambda parent: RemoveDialog(parent, "Xã Suối Mẫu"),
        RestoringDialog: lambda parent: RestoringDialog(parent, theme),
        ReviewDialog: lambda parent: review(parent, theme),
        RevokeDialog: lambda parent: RevokeDialog("Lò Thị Mẫu", TODAY, parent),
        RoleDialog: lambda parent: RoleDialog(parent, "Lò Thị Mẫu", ROLES),
        ScanDialog: lambda parent: scans(parent, theme),
        SentencesDialog: lambda parent: SentencesDialog(parent, theme, ["Câu."], ""),
        TokenDialog: lambda parent: TokenDialog(parent, office=True),
        TakingDialog: lambda parent: taking(parent, theme),
        WriteDialog: written,
    }


QUESTIONS = {
    "antq_desktop/gui/common/new_chain.py",
    "antq_desktop/gui/entry/wording.py",
    "antq_desktop/gui/health/view.py",
    "antq_desktop/gui/paper/view.py",
}
"""The files in which a question is asked; each of them is asked below."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window to stand over."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    return made


def leaves(kind: type[QDialog]) -> set[type[QDialog]]:
    """Return the dialogues of the program below one that are not only what others build on."""
    below = {one for one in kind.__subclasses__() if one.__module__.startswith(gui.__name__)}
    made = {each for one in below for each in (leaves(one) or {one})}
    return {one for one in made if not one.__name__.startswith("_")}


def test_every_dialogue_and_question_is_known(theme: Theme, session: Session) -> None:
    for module in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        __import__(module.name)
    assert leaves(QDialog) == set(dialogues(theme, session))
    asking = {
        shown(file)
        for file in python_files("antq_desktop/gui")
        if "QMessageBox(" in file.read_text(encoding="utf-8")
    }
    assert asking == QUESTIONS


def test_every_dialogue_is_walked_by_keyboard(
    window: QWidget, theme: Theme, session: Session, qtbot: QtBot
) -> None:
    wrong: dict[str, list[str]] = {}
    for kind, make in dialogues(theme, session).items():
        dialog = make(window)
        dialog.open()
        look_at(kind.__name__, dialog, wrong, qtbot)
    assert not wrong


def test_every_question_is_walked_by_keyboard(
    window: QWidget, theme: Theme, session: Session, failures: Failures, qtbot: QtBot
) -> None:
    wrong: dict[str, list[str]] = {}
    done: list[str] = []
    sheet, health = PaperDialog(theme, window), HealthView(theme)
    qtbot.addWidget(health)
    health.move_asked.connect(done.append)
    asked: dict[str, Callable[[], object]] = {
        "new chain": lambda: ask_new_chain(window, Context(session, theme, failures, "vi"), "Xong"),
        "what becomes": lambda: ask_what_becomes(
            window, keep=lambda: done.append("kept"), discard=lambda: done.append("gone")
        ),
        "overwrite": lambda: sheet.ask_overwrite("a.pdf", lambda: done.append("over")),
        "move": part(health, QPushButton, "move").click,
    }
    for name, ask in asked.items():
        ask()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        look_at(name, box, wrong, qtbot)
    assert not wrong
    assert not done, "Escape did something"


def look_at(name: str, dialog: QDialog, wrong: dict[str, list[str]], qtbot: QtBot) -> None:
    """Walk one dialogue and close it."""
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    found = list(wrong_in_dialogue(dialog))
    if found:
        wrong[name] = found
    if isValid(dialog) and dialog.isVisible():
        QDialog.done(dialog, 0)
