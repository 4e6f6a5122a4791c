"""The list of a register as widgets: filters above, the table, the history at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from antq_desktop.gui.common.chips import ChipDelegate
from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.pages import EmptyState
from antq_desktop.gui.common.room import Folding
from antq_desktop.gui.generated.ui_records import Ui_Records
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from antq_desktop.gui.records.model import RecordsModel
    from antq_desktop.gui.theme import Theme

_SEARCH_AFTER = 250  # milliseconds from the last letter
_PANEL_CHARACTERS = 38
_ROWS_MEASURED = 50
_LEAST_SHARE = 2  # a column gives up at most half of its width to the others


class RecordsView(QWidget):
    """Shows a list; what a person does with it comes out as signals."""

    new_asked = Signal()
    many_asked = Signal()
    open_asked = Signal(int)
    """A row."""
    void_asked = Signal(int)
    marked = Signal(int)
    """The row that is marked now."""
    filtered = Signal()
    sorted = Signal(int, Qt.SortOrder)
    """A column, and its `Qt.SortOrder`."""
    columns_chosen = Signal(list)
    resized = Signal()
    """A person gave a column another width."""
    cleared = Signal()
    """Every record of the book is to be shown again."""
    export_asked = Signal()
    refresh_asked = Signal()

    def __init__(self, theme: Theme, model: RecordsModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._ui = Ui_Records()
        self._ui.setupUi(self)
        self._ui.panel.hide()
        self._empty = EmptyState(theme, "book", "", "")
        self._ui.pages.addWidget(self._empty)
        self._menu = QMenu(self._ui.columns)
        self._ui.columns.setMenu(self._menu)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_AFTER)
        self._typing.timeout.connect(self.filtered)
        self._fitting = False
        self._resizing = QTimer(self, singleShot=True, interval=_SEARCH_AFTER)
        self._resizing.timeout.connect(self.resized)
        Folding(self, self._ui.head, self._ui.title)
        self._set_table()
        self._dress()
        self._connect()

    @property
    def row(self) -> int:
        """The marked row, -1 without one."""
        return self._ui.table.currentIndex().row()

    @property
    def text(self) -> str:
        """What is searched in the register."""
        QGuiApplication.inputMethod().commit()
        return self._ui.text.text()

    @property
    def period(self) -> object:
        """The data of the period that is chosen."""
        return self._ui.period.currentData()

    @property
    def state(self) -> str | None:
        """The state that is chosen, None for all."""
        found = self._ui.state.currentData()
        return str(found) if found else None

    @property
    def unit(self) -> str | None:
        """The key of the unit that is chosen, None for all."""
        found = self._ui.unit.currentData()
        return str(found) if found else None

    @property
    def overdue(self) -> bool:
        """Whether only records with a time limit that has passed are wanted."""
        return self._ui.overdue.isChecked()

    @property
    def history_shown(self) -> bool:
        """Whether the history stands at the side."""
        return self._ui.history.isChecked()

    def show_register(
        self,
        title: str,
        periods: Sequence[tuple[str, object]],
        states: Sequence[tuple[str, str]],
        units: Sequence[tuple[str, str]],
        *,
        deadlines: bool,
        many: bool,
    ) -> None:
        """Begin with a register: nothing is filtered; without units there is nothing to choose.

        ``many`` offers to type many records in a table.
        """
        self._ui.many.setVisible(many)
        self._ui.title.setText(title)
        quiet = self._quiet()
        self._ui.text.clear()
        self._ui.period.clear()
        for words, period in periods:
            self._ui.period.addItem(words, period)
        self._ui.state.clear()
        self._ui.state.addItem(self.tr("Mọi trạng thái"), None)
        for code, words in states:
            self._ui.state.addItem(words, code)
        self._ui.overdue.setChecked(False)
        self._ui.overdue.setVisible(deadlines)
        self._ui.unit.clear()
        self._ui.unit.addItem(self.tr("Mọi đơn vị"), None)
        for key, words in units:
            self._ui.unit.addItem(words, key)
        self._ui.unit.setVisible(bool(units))
        for one in quiet:
            one.unblock()

    def show_filters(
        self, text: str, period: object, state: str | None, unit: str | None, *, overdue: bool
    ) -> None:
        """Choose filters without asking for the list; what is not offered is left open."""
        quiet = self._quiet()
        self._ui.text.setText(text)
        offered = [self._ui.period.itemData(at) for at in range(self._ui.period.count())]
        self._ui.period.setCurrentIndex(offered.index(period) if period in offered else 0)
        self._ui.state.setCurrentIndex(max(self._ui.state.findData(state), 0))
        self._ui.unit.setCurrentIndex(max(self._ui.unit.findData(unit), 0))
        self._ui.overdue.setChecked(overdue)
        for one in quiet:
            one.unblock()

    def show_order(self, column: int, *, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        header = self._ui.table.horizontalHeader()
        quiet = QSignalBlocker(header)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, way)
        quiet.unblock()

    def show_filtered(self, *, filtered: bool) -> None:
        """Offer to show all records, where some are left out."""
        self._ui.all.setVisible(filtered)

    @property
    def widths(self) -> list[int]:
        """The widths of the columns, in pixels."""
        header = self._ui.table.horizontalHeader()
        return [header.sectionSize(column) for column in range(header.count())]

    def choose_target(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        """Let the person say where a table is written."""
        choose_target(self, title, self.tr("Bảng CSV (*.csv)"), name, chosen)

    def _quiet(self) -> list[QSignalBlocker]:
        ui = self._ui
        boxes = (ui.text, ui.period, ui.state, ui.unit, ui.overdue)
        return [QSignalBlocker(box) for box in boxes]

    def show_columns(self, possible: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer the columns that may be shown, with a tick at those that are."""
        self._menu.clear()
        for name, words in possible:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.setData(name)
            action.toggled.connect(self._choose)

    def show_count(self, text: str, empty: tuple[str, str] | None) -> None:
        """Say how many records the list has; with none, what to do next."""
        self._ui.count.setText(text)
        if empty is not None:
            self._empty.set_words(*empty)
        self._ui.pages.setCurrentWidget(self._empty if empty else self._ui.table)

    def fit_columns(self, kept: Mapping[int, int] | None = None) -> None:
        """Give the columns room for what stands in the rows in view, the widest one the rest.

        ``kept`` are the widths that a person gave, by column.
        """
        self._fitting = True
        table, header = self._ui.table, self._ui.table.horizontalHeader()
        table.resizeColumnsToContents()
        header.setStretchLastSection(False)
        wide = [header.sectionSize(column) + S for column in range(header.count())]
        room, least = table.viewport().width(), max(wide, default=0) // _LEAST_SHARE
        while sum(wide) > room and max(wide) > least:
            wide[wide.index(max(wide))] -= S
        if wide and sum(wide) < room:
            wide[wide.index(max(wide))] += room - sum(wide)
        for column, size in enumerate(wide):
            header.resizeSection(column, (kept or {}).get(column, size))
        self._fitting = False

    def mark(self, row: int) -> None:
        """Mark a row and bring it into view."""
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._ui.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def set_acts(self, *, record: bool, voidable: bool, void_words: str) -> None:
        """Offer what can be done with the marked record."""
        self._ui.open.setEnabled(record)
        self._ui.history.setEnabled(record or self._ui.history.isChecked())
        self._ui.void_.setEnabled(voidable)
        self._ui.void_.setText(void_words)

    def show_history(self, text: str, changes: Sequence[str]) -> None:
        """Show the revisions of the marked record."""
        self._ui.panelText.setText(text)
        self._ui.changes.clear()
        self._ui.changes.addItems(list(changes))
        self._ui.changes.setVisible(bool(changes))

    def _choose(self) -> None:
        self.columns_chosen.emit(
            [action.data() for action in self._menu.actions() if action.isChecked()]
        )

    def _show_panel(self, *, shown: bool) -> None:
        self._ui.panel.setVisible(shown)
        self.marked.emit(self.row)
        QTimer.singleShot(0, self, self.fit_columns)

    def _set_table(self) -> None:
        table = self._ui.table
        table.setModel(self._model)
        table.setAccessibleName(self.tr("Danh sách hồ sơ"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setResizeContentsPrecision(_ROWS_MEASURED)
        table.horizontalHeader().setSortIndicatorShown(True)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        table.setItemDelegate(ChipDelegate(self._theme, table))
        self._size_rows()
        self._theme.changed.connect(self._size_rows)

    def _size_rows(self) -> None:
        self._ui.table.verticalHeader().setDefaultSectionSize(self._theme.row_height)
        wide = self.fontMetrics().averageCharWidth() * _PANEL_CHARACTERS
        self._ui.panel.setFixedWidth(wide)

    def _dress(self) -> None:
        for widget, icon in (
            (self._ui.history, "history"),
            (self._ui.void_, "delete"),
            (self._ui.open, "open"),
            (self._ui.many, "form"),
            (self._ui.columns, "settings"),
            (self._ui.export, "save"),
        ):
            self._theme.dress(widget, icon)

    def _connect(self) -> None:
        ui = self._ui
        ui.add.clicked.connect(self.new_asked)
        ui.many.clicked.connect(self.many_asked)
        ui.open.clicked.connect(self._open)
        ui.void_.clicked.connect(self._void)
        ui.history.toggled.connect(lambda shown: self._show_panel(shown=shown))
        ui.text.textChanged.connect(lambda _: self._typing.start())
        ui.period.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.state.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.unit.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.all.clicked.connect(self.cleared)
        ui.export.clicked.connect(self.export_asked)
        ui.table.horizontalHeader().sectionResized.connect(self._resized)
        ui.overdue.toggled.connect(lambda _: self.filtered.emit())
        ui.table.doubleClicked.connect(lambda _: self._open())
        ui.table.selectionModel().currentRowChanged.connect(
            lambda now, _: self.marked.emit(now.row())
        )
        ui.table.horizontalHeader().sortIndicatorChanged.connect(self.sorted.emit)
        # Some also from the navigation, where the keyboard is after a register is chosen.
        key_of(ui.add, "Ctrl+N")
        key_of(ui.add, "Ins", owner=self, scope="within")
        key_of(ui.many, "Ctrl+B")
        key_of(ui.history, "F6")
        key_of(ui.export, "Ctrl+E")
        key_of(ui.all, "Ctrl+R")
        key_of(ui.open, "Return", "Enter", owner=ui.table, scope="within")
        key_of(ui.void_, "Del", owner=ui.table, scope="within")
        act(self, self.tr("Tìm trong sổ này"), "Ctrl+F", self._find)

    def _find(self) -> None:
        self._ui.text.setFocus()
        self._ui.text.selectAll()

    def _resized(self) -> None:
        if not self._fitting:
            self._resizing.start()

    def _open(self) -> None:
        if self.row >= 0:
            self.open_asked.emit(self.row)

    def _void(self) -> None:
        if self.row >= 0 and self._ui.void_.isEnabled():
            self.void_asked.emit(self.row)
