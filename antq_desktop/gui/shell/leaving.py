"""The questions before practice is left: what stays and what goes is said, and asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LETTERS = 64


class LeaveDialog(QDialog):
    """Leaves the practice class: it stays for another day, or goes for good."""

    kept = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Rời lớp tập huấn")
        self.setWindowTitle(title)
        column = _column(self, title)
        column.addWidget(
            label(self.tr("Giữ lại thì lần sau vào lớp làm tiếp. Xóa thì mất trên máy này:"))
        )
        column.addWidget(
            label(
                self.tr(
                    "– sổ của xã và của cơ quan nhận trong lớp, kể cả hồ sơ đồng chí đã nhập;\n"
                    "– gói nộp, biên nhận, bản sao lưu và USB giả của lớp."
                )
            )
        )
        column.addWidget(
            label(self.tr("Sổ thật và tệp đã lưu ra nơi khác không bị đụng đến."), "muted")
        )
        buttons = QDialogButtonBox()
        keep = buttons.addButton(
            self.tr("&Giữ lại và rời lớp"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        keep.setProperty("kind", "primary")
        keep.setDefault(True)
        remove = buttons.addButton(
            self.tr("&Xóa lớp và rời"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        stay = buttons.addButton(self.tr("Ở &lại"), QDialogButtonBox.ButtonRole.RejectRole)
        for one in (remove, stay):
            one.setAutoDefault(False)
        keep.clicked.connect(self.accept)
        keep.clicked.connect(self.kept)
        remove.clicked.connect(self.accept)
        remove.clicked.connect(self.removed)
        stay.clicked.connect(self.reject)
        column.addWidget(buttons)
        fit_dialog(self, _LETTERS)


class RemoveDialog(QDialog):
    """Removes a workspace for practice for good; the passphrase shows that it is his own."""

    answered = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget, unit: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Xóa sổ thực hành")
        self.setWindowTitle(title)
        column = _column(self, title)
        words = self.tr(
            "Sổ thực hành của {unit} sẽ mất: hồ sơ, tệp đính kèm, gói nộp, khóa ký và bản sao lưu "
            "trên máy này. Tệp đã lưu ra nơi khác vẫn còn."
        )
        column.addWidget(label(words.format(unit=unit)))
        asked = label(self.tr("&Mật khẩu của chỉ huy"), wrap=False)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setObjectName("removing")
        asked.setBuddy(self.passphrase)
        buttons = QDialogButtonBox()
        self.act = buttons.addButton(self.tr("&Xóa sổ này"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("kind", "primary")
        self.act.setEnabled(False)
        back = buttons.addButton(self.tr("Quay &lại"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        self.passphrase.textChanged.connect(lambda text: self.act.setEnabled(bool(text)))
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        for one in (asked, self.passphrase, buttons):
            column.addWidget(one)
        fit_dialog(self, _LETTERS)
        self.passphrase.setFocus()

    def _answer(self) -> None:
        QGuiApplication.inputMethod().commit()
        self.accept()
        self.answered.emit(self.passphrase.text())


def _column(dialog: QDialog, title: str) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(XL, XL, XL, XL)
    column.setSpacing(M)
    column.addWidget(label(title, "section"))
    return column
