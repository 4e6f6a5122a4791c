"""The queue of pairs that may be about one person; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import EmptyState, PageHeader, button, label
from antq_desktop.gui.common.table import (
    Column,
    TableModel,
    choose_key,
    chosen_key,
    dress_table,
)
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_WIDE = (1, 2, 3)


class DuplicatesView(QWidget):
    """The pairs, those that were decided of on demand, and what can be done with the chosen one."""

    compare_asked = Signal(str)
    """The key of a pair."""
    reopen_asked = Signal(str)
    more_asked = Signal()
    decided_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = TableModel(
            (
                Column(self.tr("Sổ")),
                Column(self.tr("Hồ sơ trước")),
                Column(self.tr("Hồ sơ sau")),
                Column(self.tr("Vì sao")),
                Column(self.tr("Trạng thái"), "chip"),
            ),
            self,
        )
        self.table = QTableView()
        self.table.setObjectName("pairs")
        self.table.setAccessibleName(self.tr("Hồ sơ có thể trùng"))
        dress_table(self.table, self._model, theme, wide=_WIDE[-1])
        self._said = label(role="muted")
        self._compare = button(self.tr("&So sánh…"), "primary")
        self._reopen = button(self.tr("&Xét lại"))
        self._more = button(self.tr("Xem &thêm"))
        self._decided = QCheckBox(self.tr("Hiện cả cặp đã &quyết định"))
        for name, one in (
            ("compare", self._compare),
            ("reopen", self._reopen),
            ("more", self._more),
            ("decided", self._decided),
        ):
            one.setObjectName(name)
        self._settled: frozenset[str] = frozenset()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_rows((), frozenset(), more=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(
            PageHeader(
                self.tr("Có thể trùng"),
                self.tr("Hai hồ sơ cùng sổ có thể là của một người. Để sau cũng được."),
            )
        )
        empty = EmptyState(
            self._theme,
            "check",
            self.tr("Không có cặp hồ sơ nào chờ"),
            self.tr("Máy so số giấy tờ, họ tên và năm sinh trong từng sổ."),
        )
        self._pages.addWidget(empty)
        self._pages.addWidget(self.table)
        column.addWidget(self._decided)
        column.addWidget(self._pages, stretch=1)
        column.addWidget(self._said)
        acts = QHBoxLayout()
        acts.setSpacing(S)
        for one in (self._compare, self._reopen, self._more):
            acts.addWidget(one)
        acts.addStretch(1)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.table.activated.connect(lambda _: self._ask_to_compare())
        self.table.selectionModel().currentRowChanged.connect(self._look)
        self._compare.clicked.connect(self._ask_to_compare)
        self._reopen.clicked.connect(self._ask_to_reopen)
        self._more.clicked.connect(self.more_asked)
        self._decided.toggled.connect(self.decided_wanted)

    def set_rows(self, rows: Sequence[Row], settled: frozenset[str], *, more: bool) -> None:
        """Show the pairs; ``settled`` are the keys of those that were decided of."""
        before = chosen_key(self.table, self._model)
        self._settled = settled
        self._model.set_rows(rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._more.setVisible(more)
        for one in (self._compare, self._reopen, self._said):
            one.setVisible(bool(rows))
        choose_key(self.table, self._model, before)
        self._look()

    def _look(self) -> None:
        key = chosen_key(self.table, self._model)
        at = self._model.row_of(key) if key is not None else None
        self._said.setText(self._model.rows[at].hint if at is not None else "")
        self._compare.setEnabled(key is not None)
        self._reopen.setEnabled(key in self._settled)

    def _ask_to_compare(self) -> None:
        key = chosen_key(self.table, self._model)
        if key is not None:
            self.compare_asked.emit(key)

    def _ask_to_reopen(self) -> None:
        key = chosen_key(self.table, self._model)
        if key in self._settled:
            self.reopen_asked.emit(key)
