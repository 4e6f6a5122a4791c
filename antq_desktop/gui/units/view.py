"""The screen "Đơn vị hành chính"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QTableView,
    QWidget,
)

from antq_desktop.gui.common.pages import (
    PageHeader,
    button,
    card,
    fill,
    form_below,
    label,
    lay_out_page,
)
from antq_desktop.gui.common.table import Column, TableModel, dress_table
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 6
_WIDE = 2
"""The column of what came after: the others are as wide as their words."""


class UnitsView(QWidget):
    """The own unit; where it was split, the choice; below, what became of units."""

    part_chosen = Signal(str)
    """The key of a part that is looked at; "" for none."""
    continue_asked = Signal(str)
    """The key of the part with which the books are to go on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own = label(role="section")
        self._asked = label(role="section")
        self._parts = QComboBox()
        self._told = label()
        self._read = QCheckBox(self.tr("Đã đọc những &thay đổi trên"))
        self._continue = button(self.tr("Đ&i tiếp với đơn vị này"), "primary")
        self._head_only = label(self.tr("Việc chọn do chỉ huy thực hiện."), "muted")
        self._choice = QWidget()
        self._rows = TableModel(
            (
                Column(self.tr("Địa bàn"), "chip"),
                Column(self.tr("Đơn vị cũ")),
                Column(self.tr("Đơn vị mới")),
                Column(self.tr("Thay đổi")),
                Column(self.tr("Từ ngày")),
                Column(self.tr("Căn cứ")),
            ),
            self,
        )
        self._table = QTableView()
        self._none = label(self.tr("Chưa có đơn vị nào thay đổi."), "muted")
        self._table.setAccessibleName(self.tr("Đơn vị đã thay đổi"))
        dress_table(self._table, self._rows, theme, wide=_WIDE)
        self._lay_out()
        self._parts.currentIndexChanged.connect(self._look)
        self._read.toggled.connect(self._check)
        self._continue.clicked.connect(self._go_on)
        theme.changed.connect(self._size_rows)
        self.hide_choice()
        self.set_changes(())

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Đơn vị hành chính"),
            self.tr("Đơn vị của sổ này, và các đơn vị đã đổi tên, nhập, tách."),
        )
        column = lay_out_page(self, header)
        column.addWidget(self._own_card())
        column.addWidget(self._choice)
        column.addWidget(self._changes_card(), stretch=1)
        self._lay_out_choice()

    def _own_card(self) -> QWidget:
        frame, inside = card()
        inside.setSpacing(S)
        inside.addWidget(label(self.tr("Đơn vị của sổ này"), "muted"))
        inside.addWidget(self._own)
        return frame

    def _lay_out_choice(self) -> None:
        frame, inside = card()
        form = form_below()
        form.addRow(self.tr("Đơn vị &mới"), self._parts)
        inside.addWidget(self._asked)
        inside.addLayout(form)
        for each in (self._told, self._read, self._continue, self._head_only):
            inside.addWidget(each)
        fill(self._choice, frame)

    def _changes_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("Đơn vị đã thay đổi"), "section"))
        hint = self.tr(
            "Chưa xác minh địa bàn: chưa ai đọc nghị quyết; số liệu không cộng sang đơn vị mới."
        )
        inside.addWidget(label(hint, "muted"))
        inside.addWidget(self._none)
        inside.addWidget(self._table)
        return frame

    def set_own(self, name: str) -> None:
        """Show the unit of the workspace."""
        self._own.setText(name)

    def set_changes(self, rows: Sequence[Row]) -> None:
        """Show what became of units."""
        self._rows.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._size_rows()

    def show_choice(self, asked: str, parts: Sequence[tuple[str, str]], *, head: bool) -> None:
        """Ask which part goes on; none is chosen beforehand."""
        self._asked.setText(asked)
        self._parts.clear()
        self._parts.addItem(self.tr("Chọn…"), "")
        for key, name in parts:
            self._parts.addItem(name, key)
        self._parts.setEnabled(head)
        self._head_only.setVisible(not head)
        self._choice.show()
        self._look()

    def hide_choice(self) -> None:
        """Show no choice: the unit was not split, or it was chosen."""
        self._choice.hide()

    def tell(self, sentences: Sequence[str]) -> None:
        """Say what choosing changes; without sentences nothing is chosen."""
        self._told.setText("\n".join(f"– {one}" for one in sentences))
        for each in (self._told, self._read, self._continue):
            each.setVisible(bool(sentences))

    def _look(self) -> None:
        self._read.setChecked(False)
        self._check()
        self.part_chosen.emit(self._parts.currentData() or "")

    def _check(self) -> None:
        self._continue.setEnabled(self._read.isChecked())

    def _go_on(self) -> None:
        self.continue_asked.emit(self._parts.currentData() or "")

    def _size_rows(self) -> None:
        self._table.setMinimumHeight(_ROWS_SEEN * self._theme.row_height)
