"""The table of a list: how it looks, what is selected, its columns as a person arranged them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from antq_desktop.gui.common.cells import CellDelegate
from antq_desktop.gui.common.keys import act
from antq_desktop.gui.common.table import dress_plain
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QTableView

    from antq_desktop.gui.records.model import RecordsModel
    from antq_desktop.gui.theme import Theme

MOST_REMEMBERED = 500
"""How many selected rows are found again one by one when a list is read again."""

_ARRANGED_AFTER = 250  # milliseconds from the last move of the mouse
_ROWS_MEASURED = 50
_LEAST_SHARE = 2  # a column gives up at most half of its width to the others
_FLAGS = QItemSelectionModel.SelectionFlag


class ListTable(QObject):
    """Dresses a table view for lists of any length; nothing here goes through all rows."""

    sorted = Signal(int, Qt.SortOrder)
    """A column, and its `Qt.SortOrder`."""
    arranged = Signal()
    """A person gave a column another width or another place."""
    selected = Signal(int)
    """How many rows are selected."""
    marked = Signal(int)
    """The row that is marked now."""

    def __init__(self, table: QTableView, model: RecordsModel, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._model, self._theme = table, model, theme
        self._fitting = False
        self._arranging = QTimer(self, singleShot=True, interval=_ARRANGED_AFTER)
        self._arranging.timeout.connect(self.arranged)
        table.setModel(model)
        table.setItemDelegate(CellDelegate(table, model, theme))
        self._part_from_headers()
        self._dress()
        self._connect()

    @property
    def row(self) -> int:
        """The marked row, -1 without one."""
        return self._table.currentIndex().row()

    @property
    def top(self) -> int:
        """The first row in view."""
        return max(self._table.verticalScrollBar().value(), 0)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The selected rows as (first, last)."""
        selection = self._table.selectionModel().selection()
        ranges = (selection.at(place) for place in range(selection.count()))
        return sorted({(one.top(), one.bottom()) for one in ranges})

    @property
    def selected_rows(self) -> tuple[int, ...]:
        """The selected rows, if they are few enough to be found again."""
        spans = self.spans
        if sum(last - first + 1 for first, last in spans) > MOST_REMEMBERED:
            return ()
        return tuple(row for first, last in spans for row in range(first, last + 1))

    @property
    def all_selected(self) -> bool:
        """Whether every row of a list is selected."""
        rows = self._model.rowCount()
        return rows > 1 and self.spans == [(0, rows - 1)]

    @property
    def widths(self) -> list[int]:
        """The widths of the columns, in pixels."""
        header = self._table.horizontalHeader()
        return [header.sectionSize(column) for column in range(header.count())]

    @property
    def places(self) -> list[int]:
        """The columns from left to right."""
        header = self._table.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    def arrange(self, columns: Sequence[int]) -> None:
        """Put the columns from left to right as they are given."""
        header = self._table.horizontalHeader()
        quiet = QSignalBlocker(header)
        for place, column in enumerate(columns):
            header.moveSection(header.visualIndex(column), place)
        quiet.unblock()
        self._table.viewport().update()
        header.viewport().update()

    def mark(self, row: int) -> None:
        """Mark a row and bring it into view."""
        index = self._model.index(row, 0)
        self._table.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect | _FLAGS.Rows)

    def go_back(self, top: int, marked: int, selected: Sequence[int], *, every: bool) -> None:
        """Be where a person was: the first row in view, the marked one, those selected."""
        chosen = self._table.selectionModel()
        if marked >= 0:
            chosen.setCurrentIndex(self._model.index(marked, 0), _FLAGS.NoUpdate)
        if every:
            self._table.selectAll()
        else:
            last = self._model.columnCount() - 1
            rows = QItemSelection()
            for row in selected or ([marked] if marked >= 0 else []):
                rows.select(self._model.index(row, 0), self._model.index(row, last))
            chosen.select(rows, _FLAGS.ClearAndSelect)
        self._table.verticalScrollBar().setValue(top)

    def show_order(self, column: int, *, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        header = self._table.horizontalHeader()
        quiet = QSignalBlocker(header)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, way)
        quiet.unblock()

    def fit_columns(self, kept: Mapping[int, int] | None = None) -> None:
        """Give the columns room for what stands in the rows in view, the widest one the rest.

        ``kept`` are the widths that a person gave, by column.
        """
        self._fitting = True
        table, header = self._table, self._table.horizontalHeader()
        table.doItemsLayout()  # with a bar at the side of the rows there is less room
        table.resizeColumnsToContents()
        header.setStretchLastSection(False)
        wide = [header.sectionSize(column) for column in range(header.count())]
        room, least = table.viewport().width(), max(wide, default=0) // _LEAST_SHARE
        spare = max(room - sum(wide), 0) // max(len(wide), 1)
        wide = [size + min(spare, S) for size in wide]  # no gap is worth the end of a word
        while sum(wide) > room and max(wide) > least:
            wide[wide.index(max(wide))] -= S
        if wide and sum(wide) < room:
            wide[wide.index(max(wide))] += room - sum(wide)
        for column, size in enumerate(wide):
            header.resizeSection(column, (kept or {}).get(column, size))
        self._fitting = False

    def _part_from_headers(self) -> None:
        """Give the headers selections of their own.

        To know whether all of a column is selected, a header asks each of its cells: half a minute
        where every row of a million is. Nothing is shown of it here.
        """
        for header in (self._table.horizontalHeader(), self._table.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(self._model, header))

    def _dress(self) -> None:
        table = self._table
        dress_plain(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self._size_rows()
        self._theme.changed.connect(self._size_rows)

    def _size_rows(self) -> None:
        self._table.verticalHeader().setDefaultSectionSize(self._theme.row_height)

    def _connect(self) -> None:
        header, chosen = self._table.horizontalHeader(), self._table.selectionModel()
        header.sortIndicatorChanged.connect(self.sorted)
        header.sectionResized.connect(self._rearranged)
        header.sectionMoved.connect(self._rearranged)
        chosen.currentRowChanged.connect(lambda now, _: self.marked.emit(now.row()))
        chosen.selectionChanged.connect(self._count)
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        keys: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("Ctrl+Shift+Up", self.tr("Sắp xếp tăng theo cột này"), lambda: self._sort_here(up)),
            (
                "Ctrl+Shift+Down",
                self.tr("Sắp xếp giảm theo cột này"),
                lambda: self._sort_here(down),
            ),
            ("Ctrl+Shift+Left", self.tr("Chuyển cột sang trái"), lambda: self._move_here(-1)),
            ("Ctrl+Shift+Right", self.tr("Chuyển cột sang phải"), lambda: self._move_here(1)),
        )
        for key, words, run in keys:
            act(self._table, words, key, run, scope="within")

    def _sort_here(self, way: Qt.SortOrder) -> None:
        """Sort by the column that the keyboard is in."""
        column = self._table.currentIndex().column()
        if column >= 0:
            self._table.horizontalHeader().setSortIndicator(column, way)

    def _move_here(self, by: int) -> None:
        """Move the column that the keyboard is in one place to the left or right."""
        header = self._table.horizontalHeader()
        place = header.visualIndex(self._table.currentIndex().column())
        if place >= 0 and 0 <= place + by < header.count():
            header.moveSection(place, place + by)

    def _rearranged(self) -> None:
        if not self._fitting:
            self._arranging.start()

    def _count(self) -> None:
        self.selected.emit(sum(last - first + 1 for first, last in self.spans))
