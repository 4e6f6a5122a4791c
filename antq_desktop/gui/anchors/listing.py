"""A card with certificates: the table, what can be done with one, and below it that one in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.fingerprints import grouped
from antq_desktop.gui.common.pages import card, fill, folding_section, label
from antq_desktop.gui.common.table import (
    Row,
    TableModel,
    chosen_key,
    dress_table,
    fit_rows,
    show_rows,
)
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Column
    from antq_desktop.gui.theme import Theme, Tone

_ROWS_SEEN = 5


@dataclass(frozen=True, slots=True)
class TrustRow:
    """A certificate in the list; ``facts`` are the lines by which people know it again.

    ``hint`` says what to do about its state, empty where nothing is to be done.
    """

    fingerprint: str
    cells: tuple[str, ...]
    tone: Tone
    hint: str
    facts: str


class TrustCard(QWidget):
    """Lists certificates; where there are none, says what they are for."""

    chosen = Signal()
    """Another row is chosen, or none."""

    def __init__(
        self,
        theme: Theme,
        titles: tuple[str, str],
        columns: Sequence[Column],
        buttons: Sequence[QPushButton],
    ) -> None:
        """Begin; ``titles`` are the title of the card and what it says where it is empty."""
        super().__init__()
        title, empty = titles
        self._theme = theme
        self._rows: dict[str, TrustRow] = {}
        self._table = QTableView()
        self._table.setAccessibleName(title)
        self._model = TableModel(columns, self)
        dress_table(self._table, self._model, theme)
        self._full = QWidget()
        self._empty, self._hint = label(empty, "muted"), label()
        self._facts, self._fingerprint = label(role="muted"), label(role="fingerprint")
        for each in (self._facts, self._fingerprint):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out(title, buttons)
        self._table.selectionModel().currentRowChanged.connect(self._show_chosen)
        theme.changed.connect(self._size_rows)
        self.set_rows(())

    def _lay_out(self, title: str, buttons: Sequence[QPushButton]) -> None:
        frame, inside = card()
        inside.addLayout(folding_section(frame, title, buttons))
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self._table, self._hint, self._facts, self._fingerprint):
            column.addWidget(part)
        inside.addWidget(self._empty)
        inside.addWidget(self._full)
        inside.setSpacing(S)
        fill(self, frame)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the chosen certificate, empty without one."""
        return chosen_key(self._table, self._model) or ""

    def set_rows(self, rows: Sequence[TrustRow]) -> None:
        """Show other certificates."""
        self._rows = {one.fingerprint: one for one in rows}
        show_rows(
            self._table,
            self._model,
            [Row(key, one.cells, one.tone, one.hint) for key, one in self._rows.items()],
        )
        self._size_rows()
        self._show_chosen()
        self._empty.setVisible(not rows)
        self._full.setVisible(bool(rows))

    def _size_rows(self) -> None:
        fit_rows(self._table, min(len(self._rows), _ROWS_SEEN))

    def _show_chosen(self) -> None:
        row = self._rows.get(self.fingerprint)
        self._hint.setText(row.hint if row is not None else "")
        self._hint.setVisible(row is not None and bool(row.hint))
        self._facts.setText(row.facts if row is not None else "")
        self._fingerprint.setText(grouped(row.fingerprint) if row is not None else "")
        for each in (self._facts, self._fingerprint):
            each.setVisible(row is not None)
        self.chosen.emit()
