"""The dialog that asks why a certificate is revoked, and for the passphrase of the authority."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.theme import XL, M

_WIDE = 460


class RevokeDialog(QDialog):
    """Reason and passphrase; nothing happens before both are there."""

    confirmed = Signal(str, str)
    """The reason and the passphrase."""

    def __init__(self, who: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Thu hồi chứng thư"))
        self.setMinimumWidth(_WIDE)
        self._reason, self._passphrase = QLineEdit(), QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._buttons = QDialogButtonBox()
        revoke = self._buttons.addButton(
            self.tr("&Thu hồi"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._revoke = revoke
        self._revoke.setProperty("kind", "primary")
        self._buttons.addButton(self.tr("&Bỏ qua"), QDialogButtonBox.ButtonRole.RejectRole)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Lý do"), self._reason)
        form.addRow(self.tr("&Mật khẩu khóa cấp chứng thư"), self._passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(who, "section"))
        text = self.tr("Từ lúc thu hồi, gói ký bằng chứng thư này không được nhận.")
        column.addWidget(label(text, "muted"))
        column.addLayout(form)
        column.addWidget(self._buttons)
        for line in (self._reason, self._passphrase):
            line.textChanged.connect(self._check)
        self._buttons.accepted.connect(self._confirm)
        self._buttons.rejected.connect(self.reject)
        self._check()

    def _check(self) -> None:
        complete = bool(self._reason.text().strip() and self._passphrase.text())
        self._revoke.setEnabled(complete)

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()
        self.confirmed.emit(self._reason.text().strip(), self._passphrase.text())
        self.accept()
