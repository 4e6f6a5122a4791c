"""The list of what came while a key was lost: a person lets each stand, or takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.pages import button, card, label
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import Column, Row, TableModel, chosen_key, dress_table, fit_rows
from antq_desktop.gui.theme import M

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme, Tone

_ROWS_SEEN = 4


@dataclass(frozen=True, slots=True)
class BetweenRow:
    """A bundle in the list: what stands in its cells, and which of the two acts it allows."""

    serial: str
    digest: str
    cells: tuple[str, str, str, str]
    tone: Tone
    hint: str
    may_stand: bool
    may_undo: bool


class BetweenCard(QWidget):
    """A card with the list; hidden where it is empty."""

    stand_asked = Signal(str, str, str)
    """Serial, digest, reason."""
    undo_asked = Signal(str, str)
    """Digest, reason."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._found: dict[str, BetweenRow] = {}
        self._head = False
        self._table = QTableView()
        self._model = TableModel(
            (
                Column(self.tr("Đơn vị")),
                Column(self.tr("Gói")),
                Column(self.tr("Đến lúc")),
                Column(self.tr("Trạng thái"), "chip"),
            ),
            self,
        )
        dress_table(self._table, self._model, theme)
        self._table.setAccessibleName(self.tr("Gói đến trong lúc khóa đã mất"))
        self._hint = label(role="muted")
        self._stand = button(self.tr("&Giữ nguyên…"))
        self._undo = button(self.tr("&Rút lại gói…"))
        self._stand.clicked.connect(self._ask_stand)
        self._undo.clicked.connect(self._ask_undo)
        self._table.selectionModel().currentRowChanged.connect(self._check)
        self._lay_out()
        self.set_rows(())

    def _lay_out(self) -> None:
        frame, inside = card()
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(label(self.tr("Gói đến trong lúc khóa đã mất"), "section"), stretch=1)
        row.addWidget(self._stand)
        row.addWidget(self._undo)
        text = self.tr("Hỏi đơn vị từng gói có phải của họ không. Máy không tự rút gói nào.")
        inside.addLayout(row)
        inside.addWidget(label(text, "muted"))
        inside.addWidget(self._table)
        inside.addWidget(self._hint)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def set_may_change(self, *, head: bool) -> None:
        """Only the head decides."""
        self._head = head
        self._check()

    def set_rows(self, rows: Sequence[BetweenRow]) -> None:
        """Show other bundles."""
        self._found = {f"{one.serial}:{one.digest}": one for one in rows}
        self._model.set_rows(
            [Row(key, one.cells, one.tone, one.hint) for key, one in self._found.items()]
        )
        fit_rows(self._table, min(len(rows), _ROWS_SEEN))
        self.setVisible(bool(rows))
        self._check()

    def _chosen(self) -> BetweenRow | None:
        return self._found.get(chosen_key(self._table, self._model) or "")

    def _check(self) -> None:
        row = self._chosen()
        self._stand.setEnabled(self._head and row is not None and row.may_stand)
        self._undo.setEnabled(self._head and row is not None and row.may_undo)
        self._hint.setText(row.hint if row is not None else "")
        self._hint.setVisible(bool(self._hint.text()))

    def _ask_stand(self) -> None:
        row = self._chosen()
        if row is not None:
            title = self.tr("Giữ nguyên gói")
            text = self.tr("Số liệu của gói vẫn được tính. Ghi ai ở đơn vị đã xác nhận.")
            ask_reason(
                self,
                title,
                text,
                self.tr("&Giữ nguyên"),
                lambda reason: self.stand_asked.emit(row.serial, row.digest, reason),
            )

    def _ask_undo(self) -> None:
        row = self._chosen()
        if row is not None:
            title = self.tr("Rút lại gói")
            text = self.tr("Số liệu của gói không còn được tính; đơn vị được báo trong biên nhận.")
            ask_reason(
                self,
                title,
                text,
                self.tr("&Rút lại"),
                lambda reason: self.undo_asked.emit(row.digest, reason),
            )
