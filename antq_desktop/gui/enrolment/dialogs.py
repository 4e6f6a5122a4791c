"""Dialogs about the own key: handing over to the next head, and a key that is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox

from antq_desktop.gui.common.days import day_of, past_day
from antq_desktop.gui.common.new_passphrase import passphrase_line
from antq_desktop.gui.common.pages import STYLE, label
from antq_desktop.gui.common.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

_LETTERS = 64


@dataclass(frozen=True, slots=True)
class HandingOver:
    """To whom the right to sign goes, with what opens his key, and from which day."""

    successor: str
    passphrase: str
    on: date


class HandOverDialog(Question):
    """Both sit at the PC: the new head is chosen and types his own passphrase."""

    confirmed = Signal(object)
    """A `HandingOver`."""
    minutes_asked = Signal()
    """The minutes of a handover that was signed are to be printed."""

    def __init__(self, successors: Sequence[str], today: date, parent: QWidget) -> None:
        text = self.tr(
            "Hai người cùng ngồi trước máy. Cơ quan nhận cấp chứng thư cho người mới và thu hồi"
            " chứng thư của đồng chí từ ngày bàn giao."
        )
        if not successors:
            text = self.tr("Trước hết thêm người mới ở màn hình người dùng, vai trò chỉ huy.")
        super().__init__(parent, self.tr("Bàn giao quyền ký"), text)
        self.successor, self.passphrase = QComboBox(), passphrase_line()
        self.successor.addItems(list(successors))
        self.passphrase.textChanged.connect(self._check)
        self.on = past_day(today)
        form = self._add_form(STYLE)
        form.addRow(self.tr("&Người kế nhiệm"), self.successor)
        form.addRow(self.tr("&Mật khẩu của người kế nhiệm"), self.passphrase)
        form.addRow(self.tr("&Từ ngày"), self.on)
        for each in (self.successor, self.passphrase, self.on):
            each.setEnabled(bool(successors))
        after = self.tr("Ký xong thì máy mở biên bản bàn giao để in, hai người ký tay.")
        self.column.addWidget(label(after, "muted"))
        self._end(_LETTERS, self.tr("&Hai người cùng ký…"), self.tr("&Bỏ qua"))
        minutes = self.buttons.addButton(
            self.tr("&In biên bản…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        minutes.setAutoDefault(False)
        minutes.clicked.connect(self.minutes_asked)
        minutes.clicked.connect(self.reject)

    def _is_complete(self) -> bool:
        return bool(self.successor.currentText() and self.passphrase.text())

    def _answer(self) -> None:
        successor, passphrase = self.successor.currentText(), self.passphrase.text()
        self.confirmed.emit(HandingOver(successor, passphrase, day_of(self.on)))
        self.accept()


class LostDialog(Question):
    """Says in three sentences what to do when a key is lost."""

    confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        heading = self.tr("Máy bị mất, hoặc người khác biết mật khẩu")
        super().__init__(parent, self.tr("Tôi mất khóa"), heading=heading)
        for text in (
            self.tr("1. Gọi ngay cơ quan nhận, nói ngày mất: họ thu hồi chứng thư từ ngày đó."),
            self.tr("2. Tạo khóa mới ở đây, chuyển tệp yêu cầu và đọc vân tay như lần đầu."),
            self.tr("3. Cài danh bạ gửi về rồi ký tiếp; gói đã nộp trước ngày mất vẫn đúng."),
        ):
            self.column.addWidget(label(text))
        hint = self.tr("Tạo khóa mới thì khóa cũ không ký được nữa. Quên mật khẩu: dùng phiếu.")
        self.column.addWidget(label(hint, "muted"))
        self._end(_LETTERS, self.tr("&Tạo khóa mới và tệp yêu cầu…"), self.tr("&Bỏ qua"))

    def _answer(self) -> None:
        self.confirmed.emit()
        self.accept()
