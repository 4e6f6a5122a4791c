"""What waits for its second signature: what changed since the last submission, and two acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.pages import label, scrolled
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.room import keep_whole, size_dialog
from antq_desktop.gui.common.table import TableModel, chosen_key, dress_table, fit_rows
from antq_desktop.gui.submission.review_model import (
    figure_columns,
    record_columns,
    register_columns,
)
from antq_desktop.gui.theme import XL, L, M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS, _LINES = 104, 38
_LEAST, _MOST = 2, 7


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """A prepared bundle: who made it, what it is compared with, rows, and what never leaves.

    ``hindrance`` says why this user cannot sign it; "" where he can.
    """

    title: str
    notes: tuple[str, ...]
    registers: tuple[Row, ...]
    figures: tuple[Row, ...]
    home: str
    hindrance: str


class ReviewDialog(QDialog):
    """Shows what changed, down to the field; the head signs it or gives it back."""

    register_chosen = Signal(str)
    record_chosen = Signal(str)
    signed = Signal()
    given_back = Signal(str)
    """What is to be changed, as the head wrote it."""

    def __init__(self, parent: QWidget, shown: ReviewShown, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Xem và ký lần 2"))
        self._registers = TableModel(register_columns(), self)
        self._records = TableModel(record_columns(), self)
        self._figures = TableModel(figure_columns(), self)
        self.registers = self._table("reviewRegisters", self.tr("Thay đổi theo sổ"))
        self.records = self._table("reviewRecords", self.tr("Hồ sơ thay đổi của sổ"))
        self.figures = self._table("reviewFigures", self.tr("Số liệu trước và nay"))
        dress_table(self.registers, self._registers, theme)
        dress_table(self.records, self._records, theme)
        dress_table(self.figures, self._figures, theme)
        self._registers.set_rows(shown.registers)
        self._figures.set_rows(shown.figures)
        self._fields = label()
        self._fields.setObjectName("reviewFields")
        for table, rows in (
            (self.registers, len(shown.registers)),
            (self.records, 0),
            (self.figures, len(shown.figures)),
        ):
            fit_rows(table, min(max(rows, _LEAST), _MOST))
        self._buttons(shown)
        self._lay_out(shown)
        self._connect()
        size_dialog(self, parent, _LETTERS, _LINES)

    def _table(self, name: str, told: str) -> QTableView:
        table = QTableView()
        table.setObjectName(name)
        table.setAccessibleName(told)
        return table

    def _buttons(self, shown: ReviewShown) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.sign = self.buttons.addButton(self.tr("&Ký lần 2"), roles.AcceptRole)
        self.sign.setProperty("kind", "primary")
        self.sign.setObjectName("countersign")
        self.back = self.buttons.addButton(self.tr("T&rả lại cán bộ…"), roles.ActionRole)
        self.back.setObjectName("sendBack")
        self.buttons.addButton(self.tr("Đón&g"), roles.RejectRole)
        for each in (self.sign, self.back):
            each.setEnabled(not shown.hindrance)

    def _lay_out(self, shown: ReviewShown) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        inside.addWidget(label(shown.title, "section"))
        inside.addWidget(label("\n".join(shown.notes)))
        inside.addWidget(label(self.tr("Từ lần nộp trước, theo sổ"), "section"))
        inside.addWidget(self.registers)
        inside.addWidget(self.records)
        inside.addWidget(self._fields)
        figures = label(self.tr("Số liệu trước và nay"), "section")
        for each in (figures, self.figures):
            each.setVisible(bool(shown.figures))
            inside.addWidget(each)
        inside.addWidget(label(self.tr("Ở lại máy này"), "section"))
        inside.addWidget(label(shown.home, "muted"))
        hindrance = label(shown.hindrance)
        hindrance.setProperty("tone", "warning")
        hindrance.setVisible(bool(shown.hindrance))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(L)
        column.addWidget(scrolled(page))
        column.addWidget(hindrance)
        column.addWidget(self.buttons)
        keep_whole(page)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.signed)
        self.buttons.rejected.connect(self.reject)
        self.back.clicked.connect(self._ask_back)
        for table, model, signal in (
            (self.registers, self._registers, self.register_chosen),
            (self.records, self._records, self.record_chosen),
        ):
            table.selectionModel().currentRowChanged.connect(
                lambda *_, table=table, model=model, signal=signal: _tell(table, model, signal)
            )

    def begin(self) -> None:
        """Open with the keyboard at the registers."""
        self.open()
        self.registers.setFocus()
        if self._registers.rows:
            self.registers.selectRow(0)

    def show_records(self, rows: Sequence[Row]) -> None:
        """Show the records of the chosen register."""
        self._records.set_rows(rows)
        fit_rows(self.records, min(max(len(rows), _LEAST), _MOST))
        self._fields.clear()
        if rows:
            self.records.selectRow(0)
            _tell(self.records, self._records, self.record_chosen)

    def show_fields(self, lines: Sequence[str]) -> None:
        """Show what became of each field of the chosen record."""
        self._fields.setText("\n".join(lines))

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed twice while it is signed."""
        self.sign.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def _ask_back(self) -> None:
        ask_reason(
            self,
            self.tr("Trả lại cán bộ"),
            self.tr("Gói bị bỏ, hồ sơ vẫn chờ gửi. Ghi rõ cần sửa gì."),
            self.tr("Trả lại"),
            self.given_back.emit,
        )


def _tell(table: QTableView, model: TableModel, signal: SignalInstance) -> None:
    key = chosen_key(table, model)
    if key is not None:
        signal.emit(key)
