"""The screen "Khôi phục"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from antq_desktop.gui.common.pages import PageHeader, button, card, label, lay_out_page
from antq_desktop.gui.theme import M

if TYPE_CHECKING:
    from antq_desktop.gui.theme import Theme


class RecoveryView(QWidget):
    """What holds the recovery key and when it was tried; below it how it is made anew."""

    try_asked = Signal()
    shares_asked = Signal()
    sheet_asked = Signal()
    confirm_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._try = button(self.tr("&Thử phiếu hoặc mảnh…"), "primary")
        self._shares = button(self.tr("&Chia thành ba mảnh…"))
        self._sheet = button(self.tr("Lập &phiếu mới…"))
        self._confirm = button(self.tr("&Gõ lại từ giấy…"))
        theme.dress(self._try, "check")
        theme.dress(self._shares, "people")
        theme.dress(self._sheet, "form")
        theme.dress(self._confirm, "edit")
        self._held, self._tried = label(), label()
        self._held.setObjectName("held")
        self._tried.setObjectName("tried")
        self._waiting = label()
        self._waiting.setObjectName("waiting")
        self._waiting.setProperty("tone", "warning")
        self._working = label("", "muted")
        self._working.hide()  # an empty line would stand as a gap below the words
        self._lay_out()
        self._try.clicked.connect(self.try_asked)
        self._shares.clicked.connect(self.shares_asked)
        self._sheet.clicked.connect(self.sheet_asked)
        self._confirm.clicked.connect(self.confirm_asked)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Khôi phục"), self.tr("Đường vào duy nhất khi mọi mật khẩu đã mất.")
        )
        header.add_action(self._try)
        column = lay_out_page(self, header)
        frame, inside = card()
        inside.addWidget(label(self.tr("Đang dùng"), "section"))
        for each in (self._held, self._tried, self._waiting):
            inside.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._confirm)
        row.addWidget(self._working, stretch=1)
        inside.addLayout(row)
        column.addWidget(frame)
        frame, inside = card()
        inside.addWidget(label(self.tr("Thay phiếu đang dùng"), "section"))
        inside.addWidget(
            label(
                self.tr(
                    "Ba mảnh do ba người giữ ở ba nơi; hai mảnh bất kỳ mở được, một mảnh thì"
                    " không. In ra, gõ lại từ giấy; gõ đúng hết thì phiếu cũ mới hết hiệu lực. Bản"
                    " sao lưu làm trước đó vẫn mở được bằng phiếu cũ."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self._shares)
        row.addWidget(self._sheet)
        row.addStretch(1)
        inside.addLayout(row)
        column.addWidget(frame)
        frame, inside = card()
        inside.addWidget(label(self.tr("Mất hết thì mất gì"), "section"))
        inside.addWidget(
            label(
                self.tr(
                    "Mất phiếu, hoặc mất hai trong ba mảnh, mà quên mọi mật khẩu: không ai mở lại"
                    " được sổ, kể cả từ bản sao lưu, kể cả người làm phần mềm. Phiếu và mảnh không"
                    " mở được khóa ký: mất khóa ký thì thu hồi chứng thư và xin cấp lại."
                )
            )
        )
        column.addWidget(frame)
        column.addStretch(1)

    def set_may_change(self, *, head: bool) -> None:
        """Only who is in command tries the paper and makes it anew."""
        for each in (self._try, self._shares, self._sheet):
            each.setVisible(head)

    def show_standing(self, held: str, tried: str, waiting: str, *, due: bool) -> None:
        """Say what is in use, when it was tried last, and what waits to be typed back."""
        self._held.setText(held)
        self._tried.setText(tried)
        self._tried.setProperty("tone", "warning" if due else "done")
        self._tried.style().unpolish(self._tried)
        self._tried.style().polish(self._tried)
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        self._confirm.setVisible(bool(waiting))

    def show_working(self, text: str) -> None:
        """Say how far long work is, "" when there is none."""
        self._working.setText(text)
        self._working.setVisible(bool(text))
        for each in (self._try, self._shares, self._sheet, self._confirm):
            each.setEnabled(not text)
