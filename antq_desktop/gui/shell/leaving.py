"""The questions before practice is left: what stays and what goes is said, and asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox

from antq_desktop.gui.common.new_passphrase import passphrase_line
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LETTERS = 64


class LeaveDialog(Question):
    """Leaves the practice class: it stays for another day, or goes for good."""

    kept = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Rời lớp tập huấn"))
        self.column.addWidget(
            label(self.tr("Giữ lại thì lần sau vào lớp làm tiếp. Xóa thì mất trên máy này:"))
        )
        self.column.addWidget(
            label(
                self.tr(
                    "– sổ của xã và của cơ quan nhận trong lớp, kể cả hồ sơ đồng chí đã nhập;\n"
                    "– gói nộp, biên nhận, bản sao lưu và USB giả của lớp."
                )
            )
        )
        self.column.addWidget(
            label(self.tr("Sổ thật và tệp đã lưu ra nơi khác không bị đụng đến."), "muted")
        )
        stay = self._end(_LETTERS, self.tr("&Giữ lại và rời lớp"), self.tr("Ở &lại"))
        remove = self.buttons.addButton(
            self.tr("&Xóa lớp và rời"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.act.setDefault(True)
        for one in (remove, stay):
            one.setAutoDefault(False)
        remove.clicked.connect(self.accept)
        remove.clicked.connect(self.removed)

    def _answer(self) -> None:
        self.accept()
        self.kept.emit()


class RemoveDialog(Question):
    """Removes a workspace for practice for good; the passphrase shows that it is his own."""

    answered = Signal(str)
    """The passphrase."""

    def __init__(self, parent: QWidget, unit: str) -> None:
        super().__init__(parent, self.tr("Xóa sổ thực hành"))
        words = self.tr(
            "Sổ thực hành của {unit} sẽ mất: hồ sơ, tệp đính kèm, gói nộp, khóa ký và bản sao lưu "
            "trên máy này. Tệp đã lưu ra nơi khác vẫn còn."
        )
        self.passphrase = passphrase_line("removing")
        self.passphrase.textChanged.connect(self._check)
        asked = label(self.tr("&Mật khẩu của chỉ huy"), wrap=False)
        asked.setBuddy(self.passphrase)
        for each in (label(words.format(unit=unit)), asked, self.passphrase):
            self.column.addWidget(each)
        self._end(_LETTERS, self.tr("&Xóa sổ này")).setAutoDefault(False)

    def _is_complete(self) -> bool:
        return bool(self.passphrase.text())

    def _answer(self) -> None:
        self.accept()
        self.answered.emit(self.passphrase.text())
