"""Two records side by side, what differs marked, and what a person decides; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.table import Column, TableModel, choose_key, dress_table
from antq_desktop.gui.theme import XL, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS, _ROWS, _LEAST_ROWS = 100, 12, 4
_LONGEST = 500
_VALUES = (2, 3)
"""The columns with values: they share the room."""


@dataclass(frozen=True, slots=True)
class BesideShown:
    """What the dialogue shows: the reason, the heads of both records, their fields.

    ``decided`` says what was decided, "" for nothing; ``may_decide`` is False for a form that was
    not saved, and for records that the user only reads.
    """

    why: str
    heads: tuple[str, str]
    rows: Sequence[Row]
    decided: str = ""
    may_decide: bool = True
    note: str = ""


class BesideDialog(QDialog):
    """Shows a pair; `decided` gives the code of a decision and the reason, which may be empty."""

    decided = Signal(str, str)
    reopened = Signal()

    def __init__(self, parent: QWidget, theme: Theme, shown: BesideShown) -> None:
        super().__init__(parent)
        title = self.tr("So sánh hai hồ sơ")
        self.setWindowTitle(title)
        self.model = TableModel(
            (
                Column(self.tr("Kết quả"), "chip"),
                Column(self.tr("Mục")),
                *(Column(head) for head in shown.heads),
            ),
            self,
        )
        self.table = QTableView()
        self.table.setAccessibleName(title)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self._dress(theme, shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(label(self.tr("Có thể trùng: {why}.").format(why=shown.why)))
        for text in (shown.decided, shown.note):
            if text:
                column.addWidget(label(text, "muted"))
        column.addWidget(self.table, stretch=1)
        if shown.may_decide and not shown.decided:
            asked = label(self.tr("&Lý do (có thể để trống)"), wrap=False)
            asked.setBuddy(self.reason)
            self.reason.setAccessibleName(self.tr("Lý do (có thể để trống)"))
            column.addWidget(asked)
            column.addWidget(self.reason)
        column.addLayout(self._buttons(shown))
        self._size(theme, parent)

    def _dress(self, theme: Theme, shown: BesideShown) -> None:
        dress_table(self.table, self.model, theme, wide=_VALUES[-1])
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        for column in _VALUES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows.setMinimumSectionSize(theme.row_height)
        self.model.set_rows(tuple(shown.rows))
        self.table.setMinimumHeight(theme.row_height * _LEAST_ROWS)
        choose_key(self.table, self.model, None)

    def _size(self, theme: Theme, parent: QWidget) -> None:
        """Be as wide and high as is good to read, but no larger than the window."""
        wide, most = self.fontMetrics().averageCharWidth() * _LETTERS, parent.window().size()
        high = self.sizeHint().height() + theme.row_height * (_ROWS - _LEAST_ROWS)
        self.resize(min(wide, most.width()), min(high, most.height()))

    def _buttons(self, shown: BesideShown) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        if shown.may_decide and shown.decided:
            again = button(self.tr("&Xét lại"))
            again.setObjectName("reopen")
            again.clicked.connect(self._reopen)
            row.addWidget(again)
        elif shown.may_decide:
            for code, words in (
                ("different", self.tr("Hai &người khác nhau")),
                ("both", self.tr("&Cùng người, đều đúng")),
                ("double", self.tr("&Một hồ sơ ghi trùng")),
            ):
                one = button(words)
                one.setObjectName(code)
                one.setAutoDefault(False)
                one.clicked.connect(lambda _=False, code=code: self._decide(code))
                row.addWidget(one)
        row.addStretch(1)
        later = button(self.tr("Để &sau") if not shown.decided else self.tr("Đón&g"))
        later.setObjectName("later")
        later.clicked.connect(self.reject)
        row.addWidget(later)
        return row

    def _decide(self, code: str) -> None:
        QGuiApplication.inputMethod().commit()
        self.decided.emit(code, self.reason.text().strip())
        self.accept()

    def _reopen(self) -> None:
        self.reopened.emit()
        self.accept()
