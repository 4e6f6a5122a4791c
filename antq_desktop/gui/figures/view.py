"""The form of the figures; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from antq_desktop.gui.common.figures_table import figure_columns
from antq_desktop.gui.common.flow import let_flow
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.period_picker import PeriodPicker
from antq_desktop.gui.common.room import Folding, keep_whole
from antq_desktop.gui.common.screen_area import keep_rows, share_room
from antq_desktop.gui.common.table import Column, TableModel, choose_key, chosen_key, dress_table
from antq_desktop.gui.generated.ui_figures import Ui_Figures
from antq_desktop.gui.theme import ICON, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_BESIDE, _LEAST_HIGH = 50, 10
"""The letters that fit beside the figures, and the rows that are seen of them at least."""

_NARROWEST = 120
_LEAST_ROWS = 4


class FiguresView(QWidget):
    """Period and unit above; the figures at the left; what lies behind one at the right."""

    asked = Signal()
    """Another period or unit is chosen."""

    chosen = Signal(str)
    """The code of the indicator that is selected."""

    record_opened = Signal(str)
    print_asked = Signal()
    correction_asked = Signal()
    controls_asked = Signal()
    sentences_asked = Signal()
    report_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_Figures()
        self._ui.setupUi(self)
        self.picker = PeriodPicker()
        self._ui.pickerRow.addWidget(self.picker)
        self._figures = TableModel(figure_columns(told=True), self)
        self._units = TableModel(
            (Column(self.tr("Đơn vị")), Column(self.tr("Kỳ này"), "number")), self
        )
        self._records = TableModel((Column(self.tr("Số")), Column(self.tr("Tên"))), self)
        dress_table(self._ui.table, self._figures, theme)
        dress_table(self._ui.units, self._units, theme)
        dress_table(self._ui.records, self._records, theme, wide=1)
        share_room(self._ui.split, _BESIDE)
        keep_rows(self._ui.split, _LEAST_HIGH)
        self._ui.unit.setMinimumWidth(_NARROWEST)
        self._let_unit_flow()
        for behind in (self._ui.scroll.viewport(), self._ui.inside):
            behind.setAutoFillBackground(False)  # the card shows through
        for table in (self._ui.units, self._ui.records):
            # As high as there is room, at least _LEAST_ROWS; then the whole card scrolls.
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._ui.unitLabel.setMinimumHeight(self._ui.unit.sizeHint().height())
        self.picker.changed.connect(self.asked)
        self._ui.unit.currentIndexChanged.connect(self.asked)
        self._ui.table.selectionModel().currentRowChanged.connect(self._select)
        self._ui.records.activated.connect(self._open)
        self._ui.print.clicked.connect(self.print_asked)
        self._ui.correct.clicked.connect(self.correction_asked)
        self._ui.controls.clicked.connect(self.controls_asked)
        self._ui.sentences.clicked.connect(self.sentences_asked)
        self._ui.report.clicked.connect(self.report_asked)
        key_of(self._ui.print, "Ctrl+P")
        theme.dress(self._ui.print, "print")
        self._ui.correct.hide()
        self._ui.records.setToolTip(self.tr("Enter để mở hồ sơ"))
        theme.changed.connect(self._paint)
        self._paint()
        Folding(self, self._ui.head, self._ui.title)
        keep_whole(self._ui.inside)
        self.show_note("")
        self.offer_units(())

    @property
    def unit(self) -> str:
        """The key of the unit that is chosen, "" for the sum of all."""
        return str(self._ui.unit.currentData() or "")

    def _let_unit_flow(self) -> None:
        """Put the unit with its label below the period where both do not fit into a line."""
        self._whose = QWidget()
        row = QHBoxLayout(self._whose)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._ui.unitLabel)
        row.addWidget(self._ui.unit)
        self._ui.filters.addWidget(self._whose)
        let_flow(self._ui.filters, self._ui.outer, top=True)

    def set_subtitle(self, text: str) -> None:
        """Say what is counted and until when."""
        self._ui.subtitle.setText(text)

    def offer_units(self, units: Sequence[tuple[str, str]]) -> None:
        """Offer units by key and name; none hides the choice."""
        before = self.unit
        with QSignalBlocker(self._ui.unit):
            self._ui.unit.clear()
            self._ui.unit.addItem(self.tr("Tất cả (tổng cộng)"), "")
            for key, name in units:
                self._ui.unit.addItem(name, key)
            self._ui.unit.setCurrentIndex(max(self._ui.unit.findData(before), 0))
        self._whose.setVisible(bool(units))

    def show_note(self, text: str) -> None:
        """Explain something about the period, such as that it is still open."""
        self._ui.note.setText(text)
        self._ui.noteCard.setVisible(bool(text))

    def offer_correction(self, *, offered: bool) -> None:
        """Offer a new version of the report, where there is one and something changed."""
        self._ui.correct.setVisible(offered)

    def set_figures(self, rows: Sequence[Row]) -> None:
        """Show the figures and keep the indicator that was selected."""
        before = self.selected
        self._figures.set_rows(rows)
        choose_key(self._ui.table, self._figures, before)
        self._select()

    @property
    def selected(self) -> str | None:
        """The code of the selected indicator; of a part, that of its indicator."""
        key = chosen_key(self._ui.table, self._figures)
        return key.partition("/")[0] if key else None

    def show_detail(self, name: str, value: str, before: str, rule: str) -> None:
        """Show one number large, with how it was counted."""
        self._ui.name.setText(name)
        self._ui.value.setText(value)
        self._ui.before.setText(before)
        self._ui.rule.setText(rule)

    def set_by_unit(self, rows: Sequence[Row]) -> None:
        """Show the number unit by unit; none hides the table."""
        self._units.set_rows(rows)
        for each in (self._ui.units, self._ui.unitsLabel):
            each.setVisible(bool(rows))

    def set_records(self, rows: Sequence[Row], title: str) -> None:
        """Show the records behind the number."""
        self._ui.recordsLabel.setText(title)
        self._records.set_rows(rows)

    def _select(self) -> None:
        key = self.selected
        if key is not None:
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        self.record_opened.emit(self._records.rows[index.row()].key)

    def _paint(self) -> None:
        self._ui.value.setFont(self._theme.figures_font())
        self._ui.records.setMinimumHeight(_LEAST_ROWS * self._theme.row_height)
        self._ui.units.setMinimumHeight(_LEAST_ROWS * self._theme.row_height)
        self._ui.notePicture.setPixmap(self._theme.picture("info", ICON, "info"))
