"""What a file brings, before it is taken: three sentences, counts, what taking it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.pages import label, scrolled
from antq_desktop.gui.common.room import keep_whole, size_dialog
from antq_desktop.gui.common.table import TableModel, dress_table, fit_rows
from antq_desktop.gui.handover.model import arriving_columns
from antq_desktop.gui.theme import XL, L, M

if TYPE_CHECKING:
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme, Tone

_LETTERS, _LINES = 84, 30
_LEAST, _MOST = 2, 6


@dataclass(frozen=True, slots=True)
class ArrivingShown:
    """What is said of a file: who gives it, the verdict, sentences, rows, lines.

    ``act`` is the text of the button that takes it, "" where there is nothing to take; ``note``
    says what stands against it.
    """

    giver: str
    state: str
    tone: Tone
    sentences: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[str, ...]
    reasons: tuple[str, ...]
    act: str
    note: str


class TakingDialog(QDialog):
    """Shows what a file brings; `confirmed` says that a person takes it."""

    confirmed = Signal()

    def __init__(self, parent: QWidget, shown: ArrivingShown, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nhận sổ bàn giao"))
        model = TableModel(arriving_columns(), self)
        self.table = QTableView()
        self.table.setObjectName("arriving")
        self.table.setAccessibleName(self.tr("Hồ sơ trong gói"))
        dress_table(self.table, model, theme)
        model.set_rows(shown.rows)
        fit_rows(self.table, min(max(len(shown.rows), _LEAST), _MOST))
        self.table.setVisible(bool(shown.rows))
        self._chip = Chip(theme)
        self._chip.show_state(shown.state, shown.tone)
        self._buttons(shown)
        self._lay_out(shown)
        size_dialog(self, parent, _LETTERS, _LINES)

    def _buttons(self, shown: ArrivingShown) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.act = self.buttons.addButton(shown.act or self.tr("Nhận sổ"), roles.AcceptRole)
        self.act.setProperty("kind", "primary")
        self.act.setObjectName("act")
        self.act.setVisible(bool(shown.act))
        self.act.setEnabled(not shown.note)
        self.buttons.addButton(self.tr("Quay lại"), roles.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def begin(self) -> None:
        """Open with the keyboard at the act; the list is only read."""
        self.open()
        self.act.setFocus()

    def _lay_out(self, shown: ArrivingShown) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        inside.addWidget(label(shown.giver, "section"))
        inside.addWidget(self._chip)
        inside.addWidget(label("\n".join(shown.sentences), "muted"))
        inside.addWidget(self.table)
        lines, reasons, note = label(), label(), label(shown.note)
        lines.setText("\n".join(shown.lines))
        reasons.setText("\n".join(shown.reasons))
        reasons.setProperty("tone", "warning")
        note.setProperty("tone", "error")
        for each in (lines, reasons, note):
            each.setVisible(bool(each.text()))
            inside.addWidget(each)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(L)
        column.addWidget(scrolled(page))
        column.addWidget(self.buttons)
        keep_whole(page)

    def _accept(self) -> None:
        self.confirmed.emit()
        self.accept()
