"""The screen "Ai đã báo cáo"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import EmptyState, PageHeader, button, label
from antq_desktop.gui.common.screen_area import keep_rows
from antq_desktop.gui.common.sorting import let_sort, show_unsorted
from antq_desktop.gui.common.table import dress_plain
from antq_desktop.gui.reported.cells import StateDelegate
from antq_desktop.gui.reported.dues import DuesDialog
from antq_desktop.gui.reported.model import MatrixModel, sentence
from antq_desktop.gui.theme import L, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.theme import Theme
    from antq_desktop.services.reported import Matrix

    Choices = Sequence[tuple[str, str]]

_LEAST_ROWS = 8
_NARROWEST = 120
"""Pixels of a filter where room is short."""

_NAME_LETTERS = (20, 9)
"""Letters of the name of a unit that are seen at most, where room is short, and at least."""


class ReportedView(QWidget):
    """Filters above, the matrix, and below it the marked cell in words."""

    asked = Signal()
    """Another filter is chosen."""
    bundle_asked = Signal(str)
    """The digest of a bundle that came in."""
    print_asked = Signal()
    excel_asked = Signal(str)
    """The file that the workbook is written to."""
    reminders_asked = Signal(int)
    """The place of the period whose reminder list is wanted."""
    letters_asked = Signal(int, str)
    """The place of the period, and the key of the unit, "" for all that owe."""
    dues_asked = Signal()
    due_set = Signal(str, str)
    """The code of a series or a period, and until when it is due; "" takes the date away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = MatrixModel(self)
        self._table = QTableView()
        self._table.setObjectName("matrix")
        self._series, self._year = QComboBox(), QComboBox()
        self._office, self._state = QComboBox(), QComboBox()
        self._states: Choices = ()
        self._said = label(role="body")
        self._said.setObjectName("said")
        self._legend = label(role="muted")
        self._legend.setObjectName("legend")
        self._open = button(self.tr("&Xem gói"))
        self._open.setObjectName("open")
        self._print = button(self.tr("&In bảng…"))
        self._excel = button(self.tr("Xuất &Excel…"))
        self._dues = button(self.tr("&Hạn nộp…"))
        self._remind = button(self.tr("&Nhắc nộp"))
        self._remind.setObjectName("remind")
        self._excel.setObjectName("excel")
        self._empty = EmptyState(
            theme,
            "check",
            self.tr("Không có đơn vị nào như vậy"),
            self.tr("Chọn kỳ khác, hoặc bỏ bớt điều kiện lọc."),
        )
        self._set_up_menu()
        self._set_up_table()
        self._lay_out()
        self._connect()

    def _set_up_menu(self) -> None:
        menu = QMenu(self._remind)
        self._list = QAction(self.tr("&Danh sách nhắc nộp…"), menu)
        self._letters = QAction(self.tr("Công văn cho &mọi đơn vị còn nợ…"), menu)
        self._letter = QAction(self.tr("Công văn cho đơn vị đang &chọn…"), menu)
        for action in (self._list, self._letters, self._letter):
            menu.addAction(action)
        self._remind.setMenu(menu)
        for target, icon in (
            (self._print, "print"),
            (self._excel, "save"),
            (self._remind, "send"),
            (self._dues, "settings"),
            (self._open, "inbox"),
        ):
            self._theme.dress(target, icon)

    def _set_up_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setItemDelegate(StateDelegate(self._theme, table))
        table.setAccessibleName(self.tr("Đơn vị theo kỳ"))
        dress_plain(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setMinimumSectionSize(M)
        table.horizontalHeader().setProperty("dense", "true")
        table.viewport().installEventFilter(self)
        self._theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Ai đã báo cáo"),
            self.tr("Đơn vị theo kỳ. Enter ở một ô để xem gói đã nhận."),
        )
        for act in (self._dues, self._remind, self._excel, self._print):
            header.add_action(act)
        filters = QHBoxLayout()
        filters.setSpacing(S)
        for each, name in (
            (self._series, self.tr("Loại kỳ")),
            (self._year, self.tr("Năm")),
            (self._office, self.tr("Cơ quan")),
            (self._state, self.tr("Trạng thái")),
        ):
            each.setAccessibleName(name)
            each.setToolTip(name)
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            each.setMinimumWidth(_NARROWEST if each is not self._year else 0)
            filters.addWidget(each)
        filters.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self._said, stretch=1)
        foot.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(header)
        column.addLayout(filters)
        column.addWidget(self._table, stretch=1)
        column.addWidget(self._empty, stretch=1)
        keep_rows(self._table, _LEAST_ROWS)
        column.addWidget(self._legend)
        column.addLayout(foot)

    def _connect(self) -> None:
        for each in (self._series, self._year, self._office, self._state):
            each.currentIndexChanged.connect(self.asked)
        self._table.selectionModel().currentChanged.connect(self._mark)
        self._table.activated.connect(self._open_bundle)
        let_sort(self._table, self._sort)
        self._open.clicked.connect(lambda: self._open_bundle(self._table.currentIndex()))
        self._print.clicked.connect(self.print_asked)
        key_of(self._print, "Ctrl+P")
        self._excel.clicked.connect(self._choose_book)
        self._dues.clicked.connect(self.dues_asked)
        self._list.triggered.connect(lambda: self.reminders_asked.emit(self._at()))
        self._letters.triggered.connect(lambda: self.letters_asked.emit(self._at(), ""))
        self._letter.triggered.connect(lambda: self.letters_asked.emit(self._at(), self._unit()))

    @property
    def series(self) -> str:
        """The code of the series that is chosen."""
        return str(self._series.currentData())

    @property
    def year(self) -> int:
        """The year that is chosen."""
        return int(self._year.currentData())

    @property
    def office(self) -> str:
        """The key of the office that is chosen, "" for all."""
        return str(self._office.currentData() or "")

    @property
    def state(self) -> str:
        """The states that are chosen, "" for all."""
        return str(self._state.currentData() or "")

    def offer(self, series: Choices, years: Sequence[int], states: Choices) -> None:
        """Fill the filters."""
        for box, choices in (
            (self._series, series),
            (self._year, [(str(one), f"{one:04}") for one in years]),
            (self._state, states),
        ):
            with QSignalBlocker(box):
                box.clear()
                for key, name in choices:
                    box.addItem(name, key)

    def choose(self, series: str, year: int) -> None:
        """Choose what is looked at, without asking for it."""
        for box, key in ((self._series, series), (self._year, str(year))):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(key), 0))

    def offer_offices(self, offices: Choices) -> None:
        """Offer the offices below; fewer than two leave nothing to choose."""
        before = self.office
        with QSignalBlocker(self._office):
            self._office.clear()
            self._office.addItem(self.tr("Mọi cơ quan"), "")
            for key, name in offices:
                self._office.addItem(name, key)
            self._office.setCurrentIndex(max(self._office.findData(before), 0))
        self._office.setVisible(len(offices) > 1 or bool(self.office))

    def show_matrix(self, matrix: Matrix, legend: Choices) -> None:
        """Show the matrix, states by letter and words; the marked cell stays where it was."""
        index, unit = self._table.currentIndex(), self._unit()
        at = (index.row(), index.column()) if index.isValid() else (0, 1)
        if not self._model.show(matrix):
            show_unsorted(self._table)
        self._states = legend
        some = bool(matrix.rows)
        self._table.setVisible(some)
        self._empty.setVisible(not some)
        for each in (self._print, self._excel):
            each.setEnabled(some)
        self._fit()
        self._tell_states()
        place = self._model.row_of(unit)
        row = min(max(at[0], 0), len(matrix.rows)) if place is None else place
        column = min(max(at[1], 1), len(matrix.asked.periods))
        self._table.setCurrentIndex(self._model.index(row, column))
        self._mark()

    @property
    def compact(self) -> bool:
        """Whether there is room for letters alone."""
        return self._model.compact

    def show_dues(self, choices: Choices, rules: Sequence[tuple[str, str, str]]) -> None:
        """Show the due dates: what one can be set for, and what is set (code, name, words)."""
        dialog = self.findChild(DuesDialog)
        if not isinstance(dialog, DuesDialog):
            dialog = DuesDialog(self, self._theme)
            dialog.due_set.connect(self.due_set)
            dialog.open()
        dialog.show_rules(choices, rules)

    def set_may_change(self, *, head: bool) -> None:
        """Only the head sets due dates."""
        self._dues.setVisible(head)

    def showEvent(self, event: object) -> None:
        """Begin in the table."""
        del event
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the columns anew when the table is resized."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Write words where there is room for them, letters where there is not."""
        table, metrics = self._table, self._table.fontMetrics()
        table.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        periods = self._model.columnCount() - 2
        if periods < 1:
            return
        words = max(map(metrics.horizontalAdvance, self._model.widest())) + S
        count = metrics.horizontalAdvance(self._model.longest_count()) + 2 * M
        most, least = (metrics.averageCharWidth() * letters for letters in _NAME_LETTERS)
        name = max(map(metrics.horizontalAdvance, self._model.names()), default=0) + 2 * M
        name = max(min(name, most), least)
        room = table.viewport().width() - count
        compact = periods * words > room - name
        if compact is not self._model.compact:
            self._model.set_compact(compact=compact)
            self._tell_states()
        each = max(words, min(self._widest_head(periods), (room - name) // periods))
        if compact:
            least_cell = metrics.horizontalAdvance("00") + S
            name = min(name, max(room - periods * least_cell, least))
            each = max((room - name) // periods, least_cell)
        for column in range(1, periods + 1):
            table.setColumnWidth(column, each)
        table.setColumnWidth(periods + 1, count)
        table.setColumnWidth(0, max(room - periods * each, name))
        self._raise_heads(periods)

    def _tell_states(self) -> None:
        """Count the states below the table; letters are explained where the cells show them."""
        said = (f"{key} = {words}" if self.compact else words for key, words in self._states)
        self._legend.setText("   ·   ".join(said))

    def _widest_head(self, periods: int) -> int:
        """Return the room for the longest head of a period in pixels, a due date being below."""
        metrics = self._head_metrics()
        lines = (line for text in self._heads(periods) for line in text.splitlines())
        return max(map(metrics.horizontalAdvance, lines), default=0) + M

    def _raise_heads(self, periods: int) -> None:
        """Make room for due dates: the style sheet fixes the height of one line."""
        header, line = self._table.horizontalHeader(), self._head_metrics().lineSpacing()
        lines = max((len(text.splitlines()) for text in self._heads(periods)), default=1)
        header.setMinimumHeight(lines * line + S if lines > 1 else 0)
        header.geometriesChanged.emit()

    def _heads(self, periods: int) -> list[str]:
        way = Qt.Orientation.Horizontal
        return [str(self._model.headerData(1 + at, way)) for at in range(periods)]

    def _head_metrics(self) -> QFontMetrics:
        font = QFont(self._table.font())
        font.setBold(True)
        return QFontMetrics(font)

    def _sort(self, column: int, way: Qt.SortOrder) -> None:
        """Sort the units; the marked cell goes with its unit."""
        marked, unit = self._table.currentIndex().column(), self._unit()
        self._model.sort_by(column, descending=way is Qt.SortOrder.DescendingOrder)
        row = self._model.row_of(unit)
        at = self._model.rowCount() - 1 if row is None else row
        self._table.setCurrentIndex(self._model.index(at, max(marked, 0)))
        self._mark()

    def _at(self) -> int:
        _, at = self._model.place(self._table.currentIndex())
        return at if at is not None else 0

    def _unit(self) -> str:
        row, _ = self._model.place(self._table.currentIndex())
        return row.unit.key.text if row is not None else ""

    def _mark(self) -> None:
        """Say the marked cell in words, and offer what can be done about it."""
        row, at = self._model.place(self._table.currentIndex())
        matrix = self._model.matrix
        text, bundle = "", None
        if matrix is not None and row is not None and at is not None:
            text, bundle = sentence(matrix, row, at), row.cells[at].bundle
        self._said.setText(text)
        self._open.setEnabled(bundle is not None)
        self._letter.setEnabled(row is not None)

    def _open_bundle(self, index: QModelIndex) -> None:
        row, at = self._model.place(index)
        if row is not None and at is not None:
            bundle = row.cells[at].bundle
            if bundle is not None:
                self.bundle_asked.emit(bundle)

    def _choose_book(self) -> None:
        name = f"{self.series}-{self.year}.xlsx"
        kinds = "Excel (*.xlsx)"
        choose_target(self, self.tr("Ghi bảng ra tệp"), kinds, name, self.excel_asked.emit)
