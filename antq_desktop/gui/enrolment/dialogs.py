"""Dialogs about the own key: handing over to the next head, and a key that is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = 64


@dataclass(frozen=True, slots=True)
class HandingOver:
    """To whom the right to sign goes, with what opens his key, and from which day."""

    successor: str
    passphrase: str
    on: date


class HandOverDialog(QDialog):
    """Both sit at the PC: the new head is chosen and types his own passphrase."""

    confirmed = Signal(object)
    """A `HandingOver`."""
    minutes_asked = Signal()
    """The minutes of a handover that was signed are to be printed."""

    def __init__(self, successors: Sequence[str], today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bàn giao quyền ký"))
        self.successor, self.passphrase = QComboBox(), QLineEdit()
        self.successor.addItems(list(successors))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        day = QDate(today.year, today.month, today.day)
        self.on = QDateEdit(day)
        self.on.setDisplayFormat("dd/MM/yyyy")
        self.on.setCalendarPopup(True)
        self.on.setMaximumDate(day)
        self._buttons = QDialogButtonBox()
        self._act = self._buttons.addButton(
            self.tr("&Hai người cùng ký…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._act.setProperty("kind", "primary")
        self._buttons.addButton(self.tr("&Bỏ qua"), QDialogButtonBox.ButtonRole.RejectRole)
        minutes = self._buttons.addButton(
            self.tr("&In biên bản…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        minutes.setAutoDefault(False)
        minutes.clicked.connect(self.minutes_asked)
        minutes.clicked.connect(self.reject)
        self._lay_out(anybody=bool(successors))
        self._buttons.accepted.connect(self._confirm)
        self._buttons.rejected.connect(self.reject)
        self.passphrase.textChanged.connect(self._check)
        self._check()
        fit_dialog(self, _LETTERS)

    def _lay_out(self, *, anybody: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Bàn giao quyền ký"), "section"))
        text = self.tr(
            "Hai người cùng ngồi trước máy. Cơ quan nhận cấp chứng thư cho người mới và thu hồi"
            " chứng thư của đồng chí từ ngày bàn giao."
        )
        if not anybody:
            text = self.tr("Trước hết thêm người mới ở màn hình người dùng, vai trò chỉ huy.")
        column.addWidget(label(text, "muted"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Người kế nhiệm"), self.successor)
        form.addRow(self.tr("&Mật khẩu của người kế nhiệm"), self.passphrase)
        form.addRow(self.tr("&Từ ngày"), self.on)
        for each in (self.successor, self.passphrase, self.on):
            each.setEnabled(anybody)
        column.addLayout(form)
        after = self.tr("Ký xong thì máy mở biên bản bàn giao để in, hai người ký tay.")
        column.addWidget(label(after, "muted"))
        column.addWidget(self._buttons)

    def _check(self) -> None:
        ready = bool(self.successor.currentText() and self.passphrase.text())
        self._act.setEnabled(ready)

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()
        day = self.on.date()
        on = date(day.year(), day.month(), day.day())
        self.confirmed.emit(HandingOver(self.successor.currentText(), self.passphrase.text(), on))
        self.accept()


class LostDialog(QDialog):
    """Says in three sentences what to do when a key is lost."""

    confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tôi mất khóa"))
        buttons = QDialogButtonBox()
        act = buttons.addButton(
            self.tr("&Tạo khóa mới và tệp yêu cầu…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        act.setProperty("kind", "primary")
        buttons.addButton(self.tr("&Bỏ qua"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Máy bị mất, hoặc người khác biết mật khẩu"), "section"))
        for text in (
            self.tr("1. Gọi ngay cơ quan nhận, nói ngày mất: họ thu hồi chứng thư từ ngày đó."),
            self.tr("2. Tạo khóa mới ở đây, chuyển tệp yêu cầu và đọc vân tay như lần đầu."),
            self.tr("3. Cài danh bạ gửi về rồi ký tiếp; gói đã nộp trước ngày mất vẫn đúng."),
        ):
            column.addWidget(label(text))
        hint = self.tr("Tạo khóa mới thì khóa cũ không ký được nữa. Quên mật khẩu: dùng phiếu.")
        column.addWidget(label(hint, "muted"))
        column.addWidget(buttons)
        fit_dialog(self, _LETTERS)
        buttons.accepted.connect(self.confirmed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
