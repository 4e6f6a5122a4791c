"""The question to whom the books go, with what goes, what stays and what changes; no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.going_table import going_columns
from antq_desktop.gui.common.pages import label, scrolled
from antq_desktop.gui.common.room import keep_whole, size_dialog
from antq_desktop.gui.common.table import TableModel, dress_table, fit_rows
from antq_desktop.gui.theme import XL, L, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_LETTERS, _LINES = 84, 32
_LEAST, _MOST = 2, 6


@dataclass(frozen=True, slots=True)
class GoingShown:
    """What would go to the PC that is chosen, in words.

    ``hindrance`` says why it cannot be signed, "" where it can; ``closed``: the books are closed
    already; ``drafts`` is what is said where drafts stand against closing; ``empty`` where nothing
    waits.
    """

    rows: tuple[Row, ...]
    lines: tuple[str, ...]
    hindrance: str
    closed: bool
    drafts: str
    empty: str


class GivingDialog(QDialog):
    """Asks for the receiving PC; `looked` wants what goes there, `confirmed` signs it."""

    looked = Signal(int)
    """The place of the PC that is chosen; `show_going` is the answer."""
    confirmed = Signal(int, bool)
    """The place of the PC, and whether the books here are closed."""

    def __init__(self, parent: QWidget, receivers: Sequence[str], own: str, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bàn giao sổ"))
        self._shown: GoingShown | None = None
        self.to = QComboBox()
        self.to.setObjectName("to")
        self.to.addItems(list(receivers))
        self.close_books = QCheckBox(
            self.tr("&Khóa sổ máy này: máy thôi ghi, số trong sổ ghi tiếp ở máy nhận")
        )
        self.close_books.setObjectName("close")
        self._model = TableModel(going_columns(), self)
        self.table = QTableView()
        self.table.setObjectName("going")
        self.table.setAccessibleName(self.tr("Những gì được bàn giao"))
        dress_table(self.table, self._model, theme)
        self.lines, self.warning, self.note = label(), label(), label()
        self.warning.setProperty("tone", "warning")
        self.note.setProperty("tone", "error")
        self._own = label(own, "muted")
        self._buttons()
        self._lay_out()
        size_dialog(self, parent, _LETTERS, _LINES)
        self.to.currentIndexChanged.connect(self.looked)
        self.close_books.toggled.connect(self._look)
        self._look()

    def begin(self) -> None:
        """Open, and ask what would go to the first PC."""
        self.open()
        self.to.setFocus()
        self.looked.emit(self.to.currentIndex())

    def show_going(self, at: int, shown: GoingShown) -> None:
        """Show what would go to a PC, unless another one was chosen meanwhile."""
        if at != self.to.currentIndex():
            return
        self._shown = shown
        self._model.set_rows(shown.rows)
        self.table.setVisible(bool(shown.rows))
        fit_rows(self.table, min(max(len(shown.rows), _LEAST), _MOST))
        self.lines.setText("\n".join(shown.lines))
        self.lines.setVisible(bool(shown.lines))
        if shown.closed:
            self.close_books.setChecked(True)
            self.close_books.setEnabled(False)
        self._look()

    def _buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.act = self.buttons.addButton(self.tr("Ký, bàn &giao"), roles.AcceptRole)
        self.act.setProperty("kind", "primary")
        self.act.setObjectName("act")
        self.buttons.addButton(self.tr("Quay lại"), roles.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(S)
        form.addRow(self.tr("Máy &nhận"), self.to)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        inside.addWidget(label(self.tr("Bàn giao sổ cho máy khác"), "section"))
        inside.addWidget(self._own)
        inside.addLayout(form)
        for widget in (self.table, self.lines, self.close_books, self.warning, self.note):
            inside.addWidget(widget)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(L)
        column.addWidget(scrolled(page))
        column.addWidget(self.buttons)
        keep_whole(page)

    def _look(self) -> None:
        """Say what changes by it, and offer to sign where nothing stands against it."""
        shown, closes = self._shown, self.close_books.isChecked()
        said = self.tr(
            "Ký xong, hồ sơ trong gói thuộc máy nhận: máy này chỉ xem, máy nhận sửa tiếp và báo"
            " cáo cơ quan nhận. Máy này không báo cáo riêng nữa."
        )
        if closes:
            said = self.tr(
                "Ký xong, máy này khóa sổ: không ghi được hồ sơ mới, mọi hồ sơ chỉ xem. Máy nhận"
                " giữ sổ, sửa tiếp và báo cáo."
            )
        self.warning.setText(said)
        note = ""
        if shown is not None:
            empty = "" if closes else shown.empty
            note = shown.hindrance or (shown.drafts if closes else "") or empty
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.act.setEnabled(shown is not None and not note)

    def _accept(self) -> None:
        self.confirmed.emit(self.to.currentIndex(), self.close_books.isChecked())
        self.accept()
