"""The screen "Người dùng"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QWidget

from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import (
    PageHeader,
    button,
    card,
    folding_section,
    label,
    lay_out_page,
)
from antq_desktop.gui.common.table import Column, TableModel, dress_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 8


class UsersView(QWidget):
    """A table of the users; below it what the chosen one sees and writes."""

    add_asked = Signal()
    role_asked = Signal(str)
    """The name of the user who is to get other work."""
    disable_asked = Signal(str)
    """The name of the user who is to be taken away."""
    renew_asked = Signal(str)
    """The name of the user who forgot the passphrase."""
    seal_asked = Signal(str)
    """The name of the head who is to open older sealed parts too."""
    passphrase_asked = Signal()
    chosen = Signal(str)
    """The name of the user in the current row, "" for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._add = button(self.tr("&Thêm người dùng…"), "primary")
        self._role = button(self.tr("Đổi &vai trò…"))
        self._disable = button(self.tr("&Bỏ người dùng…"))
        self._renew = button(self.tr("Đặt &lại mật khẩu…"))
        self._seal = button(self.tr("Cho mở phần &niêm phong cũ"))
        self._passphrase = button(self.tr("Đổi &mật khẩu của tôi…"))
        theme.dress(self._add, "add")
        theme.dress(self._role, "user")
        theme.dress(self._disable, "delete")
        theme.dress(self._passphrase, "lock")
        self._rows = TableModel(
            (Column(self.tr("Tên")), Column(self.tr("Vai trò")), Column(self.tr("Ghi chú"))), self
        )
        self._table = QTableView()
        self._table.setObjectName("users")
        self._table.setAccessibleName(self.tr("Người dùng của máy này"))
        dress_table(self._table, self._rows, theme, wide=0)
        self._rights = label()
        self._rights.setObjectName("rights")
        self._fixed: frozenset[str] = frozenset()
        self._own = ""
        self._lay_out()
        self._add.clicked.connect(self.add_asked)
        key_of(self._add, "Ctrl+N")
        self._role.clicked.connect(lambda: self.role_asked.emit(self._name()))
        self._disable.clicked.connect(lambda: self.disable_asked.emit(self._name()))
        self._renew.clicked.connect(lambda: self.renew_asked.emit(self._name()))
        self._seal.clicked.connect(lambda: self.seal_asked.emit(self._name()))
        self._passphrase.clicked.connect(self.passphrase_asked)
        self._table.selectionModel().currentRowChanged.connect(self._moved)
        self._rows.modelReset.connect(self._moved)
        theme.changed.connect(self._size_rows)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Người dùng"),
            self.tr("Mỗi người một tên, một mật khẩu; vai trò định người đó xem, nhập sổ nào."),
        )
        for each in (self._passphrase, self._add):
            header.add_action(each)
        column = lay_out_page(self, header)
        frame, inside = card()
        inside.addWidget(self._table)
        column.addWidget(frame, stretch=1)
        frame, inside = card()
        title = self.tr("Vai trò này được làm gì")
        acts = (self._seal, self._renew, self._disable, self._role)
        inside.addLayout(folding_section(frame, title, acts))
        inside.addWidget(self._rights)
        order = self.tr(
            "Vai trò giữ nề nếp giữa đồng nghiệp, không phải là khóa; phần niêm phong chỉ chỉ huy"
            " mở được."
        )
        inside.addWidget(label(order, "muted"))
        column.addWidget(frame)
        self._size_rows()

    def _size_rows(self) -> None:
        self._table.setMinimumHeight(_ROWS_SEEN * self._theme.row_height)

    def set_may_change(self, *, head: bool) -> None:
        """Only who is in command adds users, takes them away and changes their work."""
        for each in (self._add, self._role, self._disable, self._renew, self._seal):
            each.setVisible(head)

    def set_rows(self, rows: Sequence[Row], fixed: frozenset[str], own: str) -> None:
        """Show the users, by name; the work of those in ``fixed`` is not changed.

        ``own`` is the name of who is here: nobody takes himself away.
        """
        self._fixed, self._own = fixed, own
        self._rows.set_rows(rows)
        if rows:
            self._table.selectRow(0)

    def show_rights(self, text: str) -> None:
        """Say what the chosen one sees and writes."""
        self._rights.setText(text)

    def _name(self) -> str:
        row = self._table.currentIndex().row()
        return self._rows.rows[row].key if 0 <= row < len(self._rows.rows) else ""

    def _moved(self) -> None:
        name = self._name()
        self._role.setEnabled(bool(name) and name not in self._fixed)
        other = bool(name) and name != self._own
        self._disable.setEnabled(other)
        self._renew.setEnabled(other)
        self._seal.setEnabled(other and name in self._fixed)
        self.chosen.emit(name)
