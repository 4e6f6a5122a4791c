"""The due dates: a rule for a series or one period, those that are set, and taking one away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.common.table import (
    Column,
    Row,
    TableModel,
    choose_key,
    chosen_key,
    dress_table,
    fit_rows,
)
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 4
_LETTERS = 64


class DuesDialog(QDialog):
    """Shows and changes the table of due dates; it stays open until it is closed."""

    due_set = Signal(str, str)
    """The code of a series or a period, and the days or the day typed; "" takes it away."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hạn nộp báo cáo"))
        self._of = QComboBox()
        self._of.setObjectName("of")
        self._when = QLineEdit()
        self._when.setObjectName("when")
        self._when.setPlaceholderText(self.tr("5, hoặc 20/02/2024"))
        self._set = button(self.tr("Đặ&t hạn"), "primary")
        self._set.setObjectName("set")
        self._drop = button(self.tr("&Bỏ hạn đang chọn"))
        self._drop.setObjectName("drop")
        columns = (Column(self.tr("Kỳ")), Column(self.tr("Hạn nộp")))
        self._model = TableModel(columns, self)
        self._table = QTableView()
        self._table.setObjectName("rules")
        self._table.setAccessibleName(self.tr("Hạn đã đặt"))
        dress_table(self._table, self._model, theme)
        self._set.clicked.connect(self._emit)
        self._when.returnPressed.connect(self._emit)
        self._when.textChanged.connect(lambda text: self._set.setEnabled(bool(text.strip())))
        self._drop.clicked.connect(self._take_away)
        self._set.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        hint = self.tr(
            "Chương trình không đặt sẵn hạn nào (chưa xác minh văn bản quy định). Với một loại kỳ,"
            " nhập số ngày sau khi hết kỳ; với một kỳ, nhập ngày."
        )
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setSpacing(S)
        form.addRow(self.tr("&Kỳ"), self._of)
        when = QHBoxLayout()
        when.setSpacing(S)
        when.addWidget(self._when, stretch=1)
        when.addWidget(self._set)
        due = label(self.tr("&Hạn nộp"), wrap=False)
        due.setBuddy(self._when)
        form.addRow(due, when)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đón&g"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        acts = QHBoxLayout()
        acts.addWidget(self._drop)
        acts.addStretch(1)
        acts.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Hạn nộp báo cáo"), "section"))
        column.addWidget(label(hint, "muted"))
        column.addLayout(form)
        column.addWidget(self._table)
        column.addLayout(acts)
        fit_dialog(self, _LETTERS)

    def show_rules(
        self, choices: Sequence[tuple[str, str]], rules: Sequence[tuple[str, str, str]]
    ) -> None:
        """Show what can be chosen (code, name) and what is set (code, name, words)."""
        before = self._of.currentData()
        self._of.clear()
        for code, name in choices:
            self._of.addItem(name, code)
        self._of.setCurrentIndex(max(self._of.findData(before), 0))
        self._model.set_rows([Row(code, (name, words)) for code, name, words in rules])
        choose_key(self._table, self._model, chosen_key(self._table, self._model))
        fit_rows(self._table, _ROWS_SEEN)
        self._drop.setEnabled(bool(rules))
        self._when.clear()
        self._when.setFocus()

    def _emit(self) -> None:
        QGuiApplication.inputMethod().commit()
        text = self._when.text().strip()
        if text:
            self.due_set.emit(str(self._of.currentData()), text)

    def _take_away(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            self.due_set.emit(key, "")
