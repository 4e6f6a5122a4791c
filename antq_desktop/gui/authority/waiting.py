"""The list of requests that nobody has answered: who asks, since when, and what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.pages import button, card, label
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import (
    Column,
    TableModel,
    chosen_key,
    dress_table,
    fit_rows,
    show_rows,
)
from antq_desktop.gui.theme import M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 4


class WaitingCard(QWidget):
    """A card with the list; hidden where it is empty. A row is named by its fingerprint."""

    opened = Signal(str)
    put_away = Signal(str, str)
    """Fingerprint, reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._head = False
        self._table = QTableView()
        self._model = TableModel(
            (
                Column(self.tr("Đơn vị")),
                Column(self.tr("Người đề nghị")),
                Column(self.tr("Đến lúc")),
                Column(self.tr("Đối chiếu"), "chip"),
            ),
            self,
        )
        dress_table(self._table, self._model, theme)
        self._table.setAccessibleName(self.tr("Yêu cầu chờ cấp chứng thư"))
        self._open = button(self.tr("&Xem yêu cầu"))
        self._away = button(self.tr("&Bỏ khỏi danh sách…"))
        self._open.clicked.connect(self._ask)
        self._table.activated.connect(self._ask)
        self._away.clicked.connect(self._ask_away)
        self._table.selectionModel().currentRowChanged.connect(self._check)
        self._lay_out()
        self.set_rows(())

    def _lay_out(self) -> None:
        frame, inside = card()
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(label(self.tr("Yêu cầu chờ cấp chứng thư"), "section"), stretch=1)
        row.addWidget(self._open)
        row.addWidget(self._away)
        inside.addLayout(row)
        inside.addWidget(self._table)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def set_may_change(self, *, head: bool) -> None:
        """Only the head answers."""
        self._head = head
        self._check()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show what waits."""
        show_rows(self._table, self._model, rows, None)
        fit_rows(self._table, min(len(rows), _ROWS_SEEN))
        self.setVisible(bool(rows))
        self._check()

    def _check(self) -> None:
        chosen = chosen_key(self._table, self._model) is not None
        self._open.setEnabled(self._head and chosen)
        self._away.setEnabled(self._head and chosen)

    def _ask(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None and self._head:
            self.opened.emit(key)

    def _ask_away(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            ask_reason(
                self,
                self.tr("Bỏ yêu cầu khỏi danh sách"),
                self.tr("Không cấp chứng thư. Nếu đổi ý, mở lại tệp yêu cầu của đơn vị."),
                self.tr("&Bỏ yêu cầu"),
                lambda reason: self.put_away.emit(key, reason),
            )
