"""What the lists above the certificates have in common: each is there while the head has to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView, QWidget

from antq_desktop.gui.common.pages import card, fill, label, section_row
from antq_desktop.gui.common.table import TableModel, chosen_key, dress_table, fit_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Column
    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 4


class ListedCard(QWidget):
    """A card with a list; hidden where it is empty. The head alone acts on its rows."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        columns: Sequence[Column],
        acts: Sequence[QPushButton],
        hint: str = "",
    ) -> None:
        super().__init__()
        self._head = False
        self._table = QTableView()
        self._model = TableModel(columns, self)
        dress_table(self._table, self._model, theme)
        self._table.setAccessibleName(title)
        self._table.selectionModel().currentRowChanged.connect(self._check)
        frame, self._inside = card()
        self._inside.addLayout(section_row(title, *acts))
        if hint:
            self._inside.addWidget(label(hint, "muted"))
        self._inside.addWidget(self._table)
        fill(self, frame)

    def set_may_change(self, *, head: bool) -> None:
        """Only the head answers and decides."""
        self._head = head
        self._check()

    def _key(self) -> str | None:
        return chosen_key(self._table, self._model)

    def _fit(self) -> None:
        """Be as high as the rows that are there now."""
        count = len(self._model.rows)
        fit_rows(self._table, min(count, _ROWS_SEEN))
        self.setVisible(bool(count))
        self._check()

    def _check(self) -> None:
        """Let be done what the chosen row allows."""
        raise NotImplementedError
