"""Dialogs that open the authority: revoking a certificate, and renewing the revocation list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
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
    from antq_desktop.crypto.certificates import RevocationReason

_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Revocation:
    """What a person says of a revocation; ``since`` is None where it holds from now on."""

    reason: str
    passphrase: str
    since: date | None
    why: RevocationReason


class AuthorityDialog(QDialog):
    """Says what is about to happen and asks for the passphrase of the authority."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._buttons = QDialogButtonBox()
        self._act = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._act.setProperty("kind", "primary")
        self._act.setDefault(True)
        back = self._buttons.addButton(self.tr("&Bỏ qua"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XL, XL, XL, XL)
        self._column.setSpacing(M)
        self._who, self._text = label(role="section"), label(role="muted")
        self._column.addWidget(self._who)
        self._column.addWidget(self._text)
        self._column.addLayout(self.form)
        self._buttons.accepted.connect(self._confirm)
        self._buttons.rejected.connect(self.reject)
        self.passphrase.textChanged.connect(self._check)
        self._add_rows()
        self.form.addRow(self.tr("&Mật khẩu khóa cấp chứng thư"), self.passphrase)
        self._column.addWidget(self._buttons)  # after the fields, in which one begins
        self._check()
        fit_dialog(self, _LETTERS)
        self._first_field().setFocus()

    def _say(self, title: str, who: str, text: str, act: str) -> None:
        """Set the words: title, whom or what it is about, what happens, and the button."""
        self.setWindowTitle(title)
        self._who.setText(who)
        self._text.setText(text)
        self._act.setText(act)

    def _add_rows(self) -> None:
        """Add what is asked besides the passphrase."""

    def _first_field(self) -> QWidget:
        return self.passphrase

    def _is_complete(self) -> bool:
        return bool(self.passphrase.text())

    def _check(self) -> None:
        self._act.setEnabled(self._is_complete())

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._tell()
        self.accept()

    def _tell(self) -> None:
        raise NotImplementedError


class RenewListDialog(AuthorityDialog):
    """Asks for the passphrase, to make the revocation list anew."""

    confirmed = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Làm mới danh sách thu hồi")
        text = self.tr("Danh sách mang ngày hôm nay; các đơn vị có qua danh bạ cấp lần sau.")
        self._say(title, title, text, self.tr("&Làm mới danh sách"))

    def _tell(self) -> None:
        self.confirmed.emit(self.passphrase.text())


class CertifyOwnDialog(AuthorityDialog):
    """Asks for the passphrase, to certify the head who is logged in."""

    confirmed = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Cấp chứng thư cho chỉ huy cơ quan")
        text = self.tr("Gia hạn, hoặc cấp lần đầu cho chỉ huy mới. Khóa mới thay khóa đang dùng.")
        self._say(title, title, text, self.tr("&Cấp chứng thư"))

    def _tell(self) -> None:
        self.confirmed.emit(self.passphrase.text())


class RevokeDialog(AuthorityDialog):
    """Reason, day of the loss and passphrase; nothing happens before all are there."""

    confirmed = Signal(object)
    """A `Revocation`."""

    def __init__(self, who: str, today: date, parent: QWidget) -> None:
        self._today = QDate(today.year, today.month, today.day)
        super().__init__(parent)
        text = self.tr("Từ nay gói ký bằng chứng thư này không được nhận.")
        self._say(self.tr("Thu hồi chứng thư"), who, text, self.tr("&Thu hồi chứng thư"))

    def _add_rows(self) -> None:
        self.reason, self.why = QLineEdit(), QComboBox()
        kinds: tuple[tuple[RevocationReason, str], ...] = (
            ("keyCompromise", self.tr("Mất máy, lộ hoặc mất khóa")),
            ("superseded", self.tr("Đã có chứng thư khác thay")),
            ("affiliationChanged", self.tr("Người giữ chuyển công tác")),
            ("cessationOfOperation", self.tr("Đơn vị kết thúc hoạt động")),
            ("unspecified", self.tr("Lý do khác")),
        )
        for code, text in kinds:
            self.why.addItem(text, code)
        self.lost = QCheckBox(self.tr("Khóa không còn an toàn &từ ngày"))
        self.since = QDateEdit(self._today)
        self.since.setDisplayFormat("dd/MM/yyyy")
        self.since.setCalendarPopup(True)
        self.since.setMaximumDate(self._today)
        self.since.setAccessibleName(self.tr("Ngày khóa không còn an toàn"))
        self.since.setEnabled(False)
        self.lost.toggled.connect(self.since.setEnabled)
        hint = self.tr("Gói đã đến từ ngày đó được liệt kê để đồng chí quyết định từng gói.")
        self.form.addRow(self.tr("L&oại lý do"), self.why)
        self.form.addRow(self.tr("Lý &do"), self.reason)
        self.form.addRow(self.lost, self.since)
        self.form.addRow(label(hint, "muted"))
        self.reason.textChanged.connect(self._check)

    def _first_field(self) -> QWidget:
        return self.reason

    def _is_complete(self) -> bool:
        return bool(self.reason.text().strip()) and super()._is_complete()

    def _tell(self) -> None:
        day = self.since.date()
        since = date(day.year(), day.month(), day.day()) if self.lost.isChecked() else None
        why: RevocationReason = self.why.currentData()
        self.confirmed.emit(
            Revocation(self.reason.text().strip(), self.passphrase.text(), since, why)
        )
