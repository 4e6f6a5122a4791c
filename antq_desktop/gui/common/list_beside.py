"""A list with what is known of the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.pages import card, label, scrolled
from antq_desktop.gui.common.screen_area import keep_rows, share_room
from antq_desktop.gui.common.table import TableModel, chosen_key, dress_table, show_rows
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.pages import EmptyState, PageHeader
    from antq_desktop.gui.common.table import Column, Row
    from antq_desktop.gui.theme import Theme

_LEAST_ROWS = 10
"""The least height of the list."""


class ListBeside(QWidget):
    """A header, the list, and the chosen one; where the list is empty, what to do.

    Who builds on it puts what it shows and does into `_inside`, and then calls `_arrange`.
    """

    selected = Signal(str)
    """The key of the chosen row."""

    def __init__(
        self,
        theme: Theme,
        header: PageHeader,
        columns: Sequence[Column],
        names: tuple[str, str],
        *,
        wide: int = 0,
    ) -> None:
        """Begin; ``names`` are that of the table in the program, and the one that is read out."""
        super().__init__()
        self._theme = theme
        self._header = header
        self._model = TableModel(columns, self)
        self._table = QTableView()
        self._table.setObjectName(names[0])
        self._table.setAccessibleName(names[1])
        dress_table(self._table, self._model, theme, wide=wide)
        self._table.selectionModel().currentRowChanged.connect(self._select)
        self._name, self._chip = label(role="section"), Chip(theme)
        self._facts = label(role="muted")
        self._pages = QStackedWidget()
        self._detail, self._inside = card()
        self._inside.setSpacing(S)
        for each in (self._name, self._chip, self._facts):
            self._inside.addWidget(each)

    def _arrange(self, empty: EmptyState, letters: int) -> None:
        """Put all into its place; so many letters fit beside the list."""
        self._inside.addStretch(1)
        self._area = scrolled(self._detail)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._table)
        self._split.addWidget(self._area)
        share_room(self._split, letters)
        keep_rows(self._pages, _LEAST_ROWS)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._header)
        column.addWidget(self._pages, stretch=1)

    def _show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was chosen stays chosen."""
        show_rows(self._table, self._model, rows)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._select()

    def _key(self) -> str | None:
        return chosen_key(self._table, self._model)

    def _select(self) -> None:
        key = self._key()
        if key is not None:
            self.selected.emit(key)
