"""Without a passphrase: a new one by the recovery paper, and a look at backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
)

from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.new_passphrase import NewPassphraseQuestion
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.common.table import Column, TableModel, chosen_key, dress_table, fit_rows
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS, _ROWS = 64, 6


class NewPassphraseDialog(NewPassphraseQuestion):
    """Whose passphrase it is, and the new one, typed twice."""

    answered = Signal(str, str)
    """The name and the new passphrase."""

    def __init__(self, parent: QWidget, names: Sequence[str], act: str = "") -> None:
        super().__init__(
            parent,
            self.tr("Đặt mật khẩu mới"),
            self.tr(
                "Mọi dữ liệu còn nguyên, kể cả phần niêm phong. Khóa ký thì mất: thu hồi chứng thư"
                " cũ, xin cấp lại."
            ),
        )
        self.name = QComboBox(editable=True)
        self.name.addItems(list(names))
        self.name.setObjectName("name")
        form = self._add_form()
        form.addRow(self.tr("&Tên chỉ huy (đang có, hoặc tên mới)"), self.name)
        self._add_new(
            form,
            self.tr("&Hiện mật khẩu"),
            self.tr("&Mật khẩu mới"),
            self.tr("&Gõ lại mật khẩu mới"),
        )
        self._end(_LETTERS, act or self.tr("&Vào sổ"))

    def show_problem(self, text: str) -> None:
        """Say why it was not done, and let it be asked for again."""
        super().show_problem(text)
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Let it be asked for once only, while it is being done."""
        self.act.setEnabled(not busy)

    def _tell(self, passphrase: str) -> None:
        self.answered.emit(self.name.currentText(), passphrase)


class BackupsDialog(QDialog):
    """The backups of this machine: each can be checked and copied, and so can any file."""

    check_asked = Signal(str)
    """The path of a backup."""
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kiểm tra bản sao lưu"))
        columns = (Column(self.tr("Lúc sao lưu")), Column(self.tr("Tệp")))
        self._model = TableModel(columns, self)
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Bản sao lưu trên máy này"))
        dress_table(self._table, self._model, theme, wide=1)
        fit_rows(self._table, _ROWS)
        self._result = label()
        self._result.setObjectName("result")
        check, copy = button(self.tr("&Kiểm tra"), "primary"), button(self.tr("&Chép ra USB…"))
        other = button(self.tr("Chọn &tệp khác…"))
        close = button(self.tr("Đó&ng"))
        self._acts = (check, copy, other)
        check.clicked.connect(lambda: self._tell(self.check_asked.emit))
        copy.clicked.connect(lambda: self._tell(self.copy_asked.emit))
        other.clicked.connect(self._choose)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(S)
        for each in (check, copy, other):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Kiểm tra bản sao lưu"), "section"))
        hint = self.tr(
            "Không cần mật khẩu: chỉ so mã băm, không mở nội dung. Việc này được ghi vào nhật ký ở"
            " lần mở sổ sau."
        )
        column.addWidget(label(hint, "muted"))
        column.addWidget(self._table)
        column.addWidget(self._result)
        column.addLayout(row)
        fit_dialog(self, _LETTERS)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the backups, the newest first."""
        self._model.set_rows(rows)
        if rows:
            self._table.selectRow(0)
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Wait for what runs; without a backup only another file can be chosen."""
        there = bool(self._model.rows)
        for each, needs in zip(self._acts, (True, True, False), strict=True):
            each.setEnabled(not busy and (there or not needs))
        if busy:
            self.show_result(self.tr("Đang kiểm tra…"), "info")

    def show_result(self, text: str, tone: str) -> None:
        """Say what was found."""
        self._result.setText(text)
        self._result.setProperty("tone", tone)
        self._result.style().unpolish(self._result)
        self._result.style().polish(self._result)

    def _tell(self, emit: Callable[[str], object]) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            emit(key)

    def _choose(self) -> None:
        kinds = self.tr("Bản sao lưu (*.antq-backup)")
        choose_file(self, self.tr("Chọn bản sao lưu"), kinds, self.check_asked.emit)
