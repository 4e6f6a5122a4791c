"""What stands beside the figures: the sentences of the article, and what the controls found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.findings import finding_columns
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.common.table import TableModel, choose_key, chosen_key, dress_table
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS = 96
_ROWS = 6


class _Beside(QDialog):
    """A title, a line of what this is, a content, and buttons below."""

    def __init__(self, parent: QWidget, title: str, text: str, content: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(label(text, "muted"))
        column.addWidget(content, stretch=1)
        column.addWidget(self.buttons)
        fit_dialog(self, _LETTERS)


class SentencesDialog(_Beside):
    """The sentences of the article, to be copied into a document."""

    def __init__(
        self, parent: QWidget, theme: Theme, sentences: Sequence[str], missing: str
    ) -> None:
        self.text = QPlainTextEdit("\n".join(sentences))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        super().__init__(
            parent,
            self.tr("Câu số liệu cho bài viết"),
            missing or self.tr("Số liệu của kỳ đang xem. Đọc lại trước khi dùng."),
            self.text,
        )
        self.text.setAccessibleName(self.windowTitle())
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 * _ROWS)
        self.copy = self.buttons.addButton(
            self.tr("&Sao chép"), QDialogButtonBox.ButtonRole.ActionRole
        )
        theme.dress(self.copy, "copy")
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class ControlsDialog(_Beside):
    """What the controls found; Enter opens the record because of which."""

    record_opened = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, rows: Sequence[Row], balances: str) -> None:
        self.table = QTableView()
        self.model = TableModel(finding_columns())
        text = (
            self.tr("Điểm sai phải sửa mới chốt được số liệu; điểm cần xem thì không cản.")
            if rows
            else self.tr("Không có điểm nào phải xem.")
        )
        super().__init__(parent, self.tr("Kiểm tra số liệu"), text, self.table)
        self.model.setParent(self)
        self.table.setAccessibleName(self.windowTitle())
        dress_table(self.table, self.model, theme, wide=2)
        self.model.set_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self.table.setMinimumHeight(theme.row_height * _ROWS)
        self.table.activated.connect(self._open)
        self.chosen = label("")
        self.chosen.setVisible(bool(rows))
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.balances = label(balances, "muted")
        self.balances.setVisible(bool(balances))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.chosen)
            column.insertWidget(column.count() - 1, self.balances)
        choose_key(self.table, self.model, None)

    def _tell(self) -> None:
        """Show the whole text of the finding that is selected: a row cuts it."""
        row = self.table.currentIndex().row()
        self.chosen.setText(self.model.rows[row].hint if row >= 0 else "")

    def _open(self, _index: QModelIndex) -> None:
        key = chosen_key(self.table, self.model) or ""
        record = key.partition("/")[2]
        if record:
            self.record_opened.emit(record)
            self.accept()
