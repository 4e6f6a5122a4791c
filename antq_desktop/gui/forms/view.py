"""The list of forms; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import PageHeader, button, card, label
from antq_desktop.gui.common.period_picker import PeriodPicker
from antq_desktop.gui.common.screen_area import keep_rows
from antq_desktop.gui.common.table import Column, TableModel, chosen_key, dress_table, show_rows
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_NARROWEST = 120
"""Pixels of the choice of a register where room is short."""
_LEAST_HIGH = 6
"""The rows that are seen at least, the heading being one."""


class FormsView(QWidget):
    """A form a row; below, what the marked one is for and how it is printed."""

    chosen = Signal(str)
    blank_asked = Signal(str, str)
    """The code of a form, and the register that was chosen, "" where there is no choice."""
    period_asked = Signal(str, str)
    """The same, for the records of the period that is chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = TableModel(
            (
                Column(self.tr("Biểu mẫu")),
                Column(self.tr("In từ")),
                Column(self.tr("Bố cục"), "chip"),
            ),
            self,
        )
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Các biểu mẫu"))
        dress_table(self._table, self._model, theme)
        keep_rows(self._table, _LEAST_HIGH)
        self._blank = button(self.tr("In mẫu &trống…"), "primary")
        self._blank.setObjectName("blank")
        self._blank.setToolTip(self.tr("Xem, in mẫu trống để ghi tay (Ctrl+P)"))
        theme.dress(self._blank, "print")
        self._title, self._facts = label(role="section"), label(role="muted")
        self._hint = label()
        self._register = QComboBox()
        self._register.setObjectName("register")
        self._register.setAccessibleName(self.tr("Sổ"))
        self._register.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._register.setMinimumWidth(_NARROWEST)
        self._period = PeriodPicker()
        self._by_period = button(self.tr("In theo &kỳ…"))
        self._by_period.setObjectName("by_period")
        self._by_period.setToolTip(self.tr("Xem, in mọi hồ sơ của kỳ, hoặc sổ của kỳ"))
        self._lay_out()
        self._blank.clicked.connect(self._ask)
        self._by_period.clicked.connect(self._ask_period)
        self._period.changed.connect(self._judge)
        self._table.activated.connect(self._ask)
        self._table.selectionModel().currentRowChanged.connect(self._choose)
        key_of(self._blank, "Ctrl+P")

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Biểu mẫu"),
            self.tr(
                "Mẫu đã điền in từ hồ sơ, số liệu hay gói nộp; ở đây in mẫu trống, hồ sơ và sổ của"
                " một kỳ."
            ),
        )
        header.add_action(self._blank)
        frame, inside = card()
        inside.setSpacing(S)
        for each in (self._title, self._facts, self._hint):
            inside.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._period, stretch=1)
        row.addWidget(self._by_period, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._register, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(header)
        column.addWidget(self._table, stretch=1)
        column.addWidget(frame)

    def set_forms(self, rows: Sequence[Row]) -> None:
        """Show the forms; the key of a row is the code of its form."""
        show_rows(self._table, self._model, rows)
        self._choose()

    def show_form(self, title: str, facts: str, hint: str, *, blank: bool) -> None:
        """Show what the marked form is for; ``blank`` offers to print it empty."""
        self._title.setText(title)
        self._facts.setText(facts)
        self._hint.setText(hint)
        self._blank.setEnabled(blank)

    def offer_period(self, registers: Sequence[tuple[str, str]], *, offered: bool) -> None:
        """Offer to print what a period has; ``registers`` are names and words to choose from."""
        before = self._register.currentData()
        self._register.clear()
        for name, words in registers:
            self._register.addItem(words, name)
        self._register.setCurrentIndex(max(self._register.findData(before), 0))
        self._register.setVisible(len(registers) > 1)
        self._period.setVisible(offered)
        self._by_period.setVisible(offered)
        self._judge()

    @property
    def period(self) -> Period | None:
        """The period that is chosen, None where its days are in the wrong order."""
        return self._period.period

    def showEvent(self, event: object) -> None:
        """Begin in the list."""
        del event
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            self.chosen.emit(key)

    def _judge(self) -> None:
        self._by_period.setEnabled(self._period.period is not None)

    def _ask(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None and self._blank.isEnabled():
            self.blank_asked.emit(key, str(self._register.currentData() or ""))

    def _ask_period(self) -> None:
        key = chosen_key(self._table, self._model)
        if key is not None:
            self.period_asked.emit(key, str(self._register.currentData() or ""))
