"""What is controlled beside the table: signed reports counted again, and possible doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import keep_whole, size_dialog
from antq_desktop.gui.common.table import Column, TableModel, choose_key, chosen_key, dress_table
from antq_desktop.gui.theme import XL, M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS = 110
_LINES, _FEW_LINES = 32, 14
"""How high it is at most with a table and without."""


class ListDialog(QDialog):
    """A title, sentences, a table; Enter opens the record of a row where it has one.

    The key of a row is the id of a record with a number before it, or anything without "/".
    """

    record_opened = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        title: str,
        text: str,
        columns: Sequence[Column],
        rows: Sequence[Row],
        wide: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.table = QTableView()
        self.table.setAccessibleName(title)
        self.model = TableModel(columns, self)
        dress_table(self.table, self.model, theme, wide=wide)
        self.model.set_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self.table.activated.connect(self._open)
        self.said = label(text, "muted")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(title, "section"))
        column.addWidget(self.said)
        column.addWidget(self.table, stretch=1)
        if not rows:
            column.addStretch(1)  # or title and sentences would drift apart
        column.addWidget(buttons)
        size_dialog(self, parent, _LETTERS, _LINES if rows else _FEW_LINES)
        keep_whole(self)
        choose_key(self.table, self.model, None)

    def _open(self, _index: QModelIndex) -> None:
        record = (chosen_key(self.table, self.model) or "").partition("/")[2]
        if record:
            self.record_opened.emit(record)
            self.accept()
