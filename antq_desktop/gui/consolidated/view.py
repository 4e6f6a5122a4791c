"""The table of all units as widgets; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.month_chart import MonthChart
from antq_desktop.gui.common.pages import PageHeader, button, card, label, scrolled
from antq_desktop.gui.common.period_picker import PeriodPicker
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.common.screen_area import keep_rows, share_room
from antq_desktop.gui.common.sorting import let_sort, show_unsorted
from antq_desktop.gui.common.table import Column, TableModel, choose_key, chosen_key, dress_table
from antq_desktop.gui.consolidated.chart import BarChart
from antq_desktop.gui.consolidated.heads import WordHeads, names_height
from antq_desktop.gui.consolidated.model import NumbersModel
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.month_chart import Month
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.consolidated.chart import Bar
    from antq_desktop.gui.consolidated.model import Head, NumberRow, When
    from antq_desktop.gui.theme import Theme

_BESIDE = 38
"""The letters that fit beside the table."""

_NAMES = 24
"""How many letters of the name of a unit are shown."""

_LEAST_NAMES, _LEAST_SHARE = 14, 3
"""So many letters at least, and no more than that part of the table, where text is large."""

_LEAST_ROWS, _LEAST_HIGH = 6, 10
"""Rows beside the number and of the table, at least."""

_NARROWEST = 140
_MONTHS = 2
"""The place of the tab of the months."""


class ConsolidatedView(QWidget):
    """Period and choices above; the table at the left, what is behind one number at the right."""

    asked = Signal()
    """Another period or level is chosen: count anew."""

    shown_otherwise = Signal()
    """Another indicator or comparison is chosen: the same numbers, another table."""

    chosen = Signal()
    record_opened = Signal(str)
    print_asked = Signal()
    months_shown = Signal()
    """The tab of the months is looked at."""

    signed_asked = Signal()
    doubles_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.picker = PeriodPicker()
        self.indicator, self.shows, self.level = QComboBox(), QComboBox(), QComboBox()
        self.table, self.records = QTableView(), QTableView()
        self.numbers = NumbersModel(self)
        self._listed = TableModel(
            (
                Column(self.tr("Số"), lesser=2),
                Column(self.tr("Tên")),
                Column(self.tr("Đơn vị"), lesser=1),
            ),
            self,
        )
        self.chart = BarChart(theme)
        self.months, self.months_note = MonthChart(theme), label(role="muted")
        self.tabs = QTabWidget()
        self.name, self.value = label(role="section"), label(role="figure", wrap=False)
        self.before, self.remark = label(role="muted"), label(role="muted")
        self.note = label()
        self._note_card, self._note_picture = QFrame(), QLabel()
        self.signed = button(self.tr("Đối chiếu số đã &ký…"))
        self.doubles = button(self.tr("T&rùng giữa các đơn vị…"))
        self.print = button(self.tr("&In phụ lục…"))
        self._header = PageHeader(self.tr("Tổng hợp"), " ")
        self._set_up()
        self._lay_out()
        self._connect()
        self._paint()

    @property
    def code(self) -> str:
        """The indicator that is chosen, "" for all of them."""
        return str(self.indicator.currentData() or "")

    @property
    def comparison(self) -> str:
        """What the table of all indicators shows: "" the numbers, else against which period."""
        return str(self.shows.currentData() or "")

    @property
    def directly_below(self) -> bool:
        """Whether rows are the units straight below this office."""
        return bool(self.level.currentData())

    def set_subtitle(self, text: str) -> None:
        """Say what is counted."""
        self._header.set_title(self.tr("Tổng hợp"), text)

    def offer_indicators(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer indicators by code and name, and all of them; what was chosen stays."""
        before = self.code
        with QSignalBlocker(self.indicator):
            self.indicator.clear()
            self.indicator.addItem(self.tr("Mọi chỉ tiêu"), "")
            for code, name in names:
                self.indicator.addItem(name, code)
            self.indicator.setCurrentIndex(max(self.indicator.findData(before), 0))
        self.shows.setEnabled(not self.code)

    def offer_levels(self, *, offered: bool) -> None:
        """Offer to put units together, where there is more than one level below."""
        self.level.setVisible(offered)

    def show_note(self, text: str) -> None:
        """Show the footnotes of the table; none hides them."""
        self.note.setText(text)
        self._note_card.setVisible(bool(text))

    def show_table(self, heads: Sequence[Head], rows: Sequence[NumberRow]) -> None:
        """Show a table; the cell that was chosen stays chosen where it is still there."""
        key, code, when = self.place
        if not self.numbers.set_table(heads, rows):
            show_unsorted(self.table)
        self._fit()
        self.choose(key, code, when)

    @property
    def place(self) -> tuple[str, str, When]:
        """The unit ("" for all), the indicator and the period of the chosen cell."""
        index = self.table.currentIndex()
        if not index.isValid():
            return "", self.code, "now"
        head = self.numbers.heads[index.column()]
        return self.numbers.rows[index.row()].key, head.code, head.when

    def choose(self, key: str, code: str, when: When = "now") -> None:
        """Choose a cell."""
        if self.numbers.rows and self.numbers.heads:
            place = self.numbers.place_of(key, code, when)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(place, flags.ClearAndSelect)
            self.chosen.emit()

    def show_detail(self, name: str, value: str, before: str, remark: str) -> None:
        """Show one number large, with what it is beside."""
        self.name.setText(name)
        self.value.setText(value)
        self.before.setText(before)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def show_records(self, rows: Sequence[Row], count: str, title: str) -> None:
        """Show the records behind the number; ``count`` is the tab, ``title`` the whole of it."""
        self._listed.set_rows(rows)
        choose_key(self.records, self._listed, None)
        self.tabs.setTabText(0, count)
        self.tabs.setTabToolTip(0, title)
        self.records.setAccessibleName(title)

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Show the bars of the chosen indicator."""
        self.chart.show_bars(title, bars)

    @property
    def shows_months(self) -> bool:
        """Whether the tab of the months is looked at."""
        return self.tabs.currentIndex() == _MONTHS

    def show_months(self, title: str, months: Sequence[Month], note: str) -> None:
        """Show the chosen number by month (none while they are counted), and a sentence below."""
        self.months.show_months(title, months)
        self.months.setMinimumWidth(self.months.whole_width())
        self.months.setVisible(bool(months))
        self.months_note.setText(note)

    def _course(self) -> QWidget:
        """Return the page of the months; it scrolls sideways where numbers are long."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, S, 0, 0)
        column.addWidget(self.months)
        column.addWidget(self.months_note)
        column.addStretch(1)
        self.months.hide()
        area = scrolled(page)
        for behind in (area.viewport(), page):
            behind.setAutoFillBackground(False)  # the card shows through
        return area

    def _set_up(self) -> None:
        dress_table(self.records, self._listed, self._theme, wide=1)
        self.records.setAccessibleName(self.tr("Hồ sơ được đếm"))
        table = self.table
        table.setModel(self.numbers)
        table.setAccessibleName(self.tr("Số liệu theo đơn vị"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)  # they are wrapped
        table.verticalHeader().setHighlightSections(True)
        table.setHorizontalHeader(WordHeads(self._theme, self.numbers, table))
        for box, name in (
            (self.indicator, self.tr("Chỉ tiêu")),
            (self.shows, self.tr("Số hiện trong bảng")),
            (self.level, self.tr("Dòng của bảng")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumWidth(_NARROWEST)
        self.indicator.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.indicator.setMinimumContentsLength(_NAMES)
        self.shows.addItem(self.tr("Số liệu kỳ này"), "")
        self.shows.addItem(self.tr("Tăng, giảm so với kỳ trước"), "previous")
        self.shows.addItem(self.tr("Tăng, giảm so với cùng kỳ năm trước"), "year_before")
        self.level.addItem(self.tr("Từng đơn vị"), "")
        self.level.addItem(self.tr("Gộp theo cấp dưới trực tiếp"), "below")
        self.offer_indicators(())
        self.offer_levels(offered=False)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.signed.setToolTip(self.tr("Số trong báo cáo đã ký và số đếm lại từ hồ sơ"))
        self.doubles.setToolTip(self.tr("Hồ sơ của nhiều đơn vị có thể là một việc, một người"))
        self.print.setToolTip(self.tr("Xem và in phụ lục số liệu của kỳ (Ctrl+P)"))
        self._theme.dress(self.print, "print")
        self._theme.dress(self.signed, "check")
        self._theme.dress(self.doubles, "people")

    def _lay_out(self) -> None:
        for each in (self.signed, self.doubles, self.print):
            self._header.add_action(each)
        choices = QHBoxLayout()
        choices.setSpacing(S)
        choices.addWidget(self.indicator, stretch=2)
        choices.addWidget(self.shows, stretch=1)
        choices.addWidget(self.level, stretch=1)
        note = QHBoxLayout(self._note_card)
        note.setContentsMargins(S, S, S, S)
        note.setSpacing(S)
        note.addWidget(self._note_picture, alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.note, stretch=1)
        self._note_card.setProperty("role", "bar")
        self._note_card.setProperty("tone", "info")
        detail, frame = card()
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        for said in (self.name, self.value, self.before, self.remark):
            inside.addWidget(said)
        self.records.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area, behind_number = scrolled(self.chart), scrolled(page)
        frame.addWidget(behind_number)
        for behind in (area.viewport(), self.chart, behind_number.viewport(), page):
            behind.setAutoFillBackground(False)  # the card shows through
        self.tabs.addTab(self.records, self.tr("Hồ sơ"))
        self.tabs.addTab(area, self.tr("Biểu đồ"))
        self.tabs.addTab(self._course(), self.tr("Theo tháng"))
        inside.addWidget(self.tabs, stretch=1)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        keep_whole(page)
        split = QSplitter()
        split.addWidget(self.table)
        split.addWidget(detail)
        share_room(split, _BESIDE)
        keep_rows(split, _LEAST_HIGH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._header)
        column.addWidget(self.picker)
        column.addLayout(choices)
        column.addWidget(self._note_card)
        column.addWidget(split, stretch=1)
        self.show_note("")

    def _connect(self) -> None:
        self.picker.changed.connect(self.asked)
        self.level.currentIndexChanged.connect(self.asked)
        self.indicator.currentIndexChanged.connect(self._indicator_chosen)
        self.shows.currentIndexChanged.connect(self.shown_otherwise)
        self.table.selectionModel().currentChanged.connect(self.chosen)
        self.table.activated.connect(lambda _: self.records.setFocus())
        let_sort(self.table, self._sort)
        self.records.activated.connect(self._open)
        self.print.clicked.connect(self.print_asked)
        self.tabs.currentChanged.connect(self.months_shown)
        self.signed.clicked.connect(self.signed_asked)
        self.doubles.clicked.connect(self.doubles_asked)
        key_of(self.print, "Ctrl+P")
        self._theme.changed.connect(self._paint)

    def _sort(self, column: int, way: Qt.SortOrder) -> None:
        """Sort the units; the cell that was chosen stays chosen."""
        key, code, when = self.place
        chosen = self.table.currentIndex().column()
        self.numbers.sort_by(column, descending=way is Qt.SortOrder.DescendingOrder)
        at = self.numbers.place_of(key, code, when)
        self.table.setCurrentIndex(at.siblingAtColumn(chosen) if chosen >= 0 else at)

    def _indicator_chosen(self) -> None:
        self.shows.setEnabled(not self.code)
        self.shown_otherwise.emit()

    def _open(self) -> None:
        record = chosen_key(self.records, self._listed)
        if record:
            self.record_opened.emit(record)

    def _fit(self) -> None:
        """Give each column room for its numbers, and the names of units a fixed share."""
        letter = self.fontMetrics().averageCharWidth()
        share = max(self.table.width() // _LEAST_SHARE, letter * _LEAST_NAMES)
        names, wide = self.table.verticalHeader(), min(letter * _NAMES + S, share)
        names.setFixedWidth(wide)
        high = names_height([row.name for row in self.numbers.rows], names.font(), wide)
        names.setDefaultSectionSize(max(high, self._theme.row_height))
        names.geometriesChanged.emit()  # or numbers lie under the names
        self.table.resizeColumnsToContents()

    def _paint(self) -> None:
        self.value.setFont(self._theme.figures_font())
        self._note_picture.setPixmap(self._theme.picture("info", self._theme.icon_size, "info"))
        self.tabs.setMinimumHeight(_LEAST_ROWS * self._theme.row_height)
        self._fit()
