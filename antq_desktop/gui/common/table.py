"""Tables of ready text: one model for all, and how such a table looks and is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView

from antq_desktop.gui.common.chips import CHIP_ROLE, ChipDelegate
from antq_desktop.gui.common.fitting import Fitting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme, Tone

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and whether it holds text, numbers (to the right) or a chip.

    ``lesser``: it goes where there is no room for all, the highest first; 0 for one that stays.
    What it says must be said beside the table too. So must what goes on beyond ``lines`` of a
    text, 0 for all of them.
    """

    title: str
    kind: Literal["text", "number", "chip"] = "text"
    lesser: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ready text; ``key`` says what it stands for, ``tone`` is that of its chip.

    A "group" is a title over the rows below it; a "part" belongs to the row above it.
    """

    key: str
    cells: tuple[str, ...]
    tone: Tone = "neutral"
    hint: str = ""
    kind: Literal["plain", "group", "part"] = "plain"


class TableModel(QAbstractTableModel):
    """Shows rows as they are given."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Give other titles; the rows are to be set anew."""
        self.beginResetModel()
        self.columns, self._rows = tuple(columns), ()
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only their cells differ, the selection stays."""
        rows = tuple(rows)
        if [row.key for row in rows] == [row.key for row in self._rows] and rows:
            self._rows = rows
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """Return where the row with a key stands."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let a person choose every row but titles of groups."""
        if self._rows[index.row()].kind == "group":
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, aligned as its cells are."""
        if orientation is Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self.columns[section].kind == "number" else _LEFT
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        text = row.cells[index.column()] if index.column() < len(row.cells) else ""
        inset = row.kind == "part" and index.column() == 0
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found: object = f"      {text}" if inset else text
            case Qt.ItemDataRole.AccessibleTextRole:
                found = text
            case Qt.ItemDataRole.ToolTipRole:
                found = row.hint or text
            case Qt.ItemDataRole.TextAlignmentRole:
                found = _RIGHT if column.kind == "number" else _LEFT
            case Qt.ItemDataRole.FontRole:
                found = _font(bold=row.kind == "group")
            case _:
                chip = role == CHIP_ROLE and column.kind == "chip" and text
                found = row.tone if chip else None
        return found


def _font(*, bold: bool) -> QFont:
    font = QFont()
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def dress_plain(view: QTableView) -> None:
    """Give a table what all have: whole rows are chosen, one at a time, and nothing is edited."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)


def dress_table(view: QTableView, model: TableModel, theme: Theme, wide: int = 0) -> None:
    """Give a table its model and the looks of all tables; the column ``wide`` takes the room.

    Words that have no room in one line go on in the next.
    """
    view.setModel(model)
    dress_plain(view)
    view.setAlternatingRowColors(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)  # rows may be high
    view.setItemDelegate(ChipDelegate(theme, view))
    header = view.horizontalHeader()
    header.setTextElideMode(Qt.TextElideMode.ElideRight)

    fitting = Fitting(view, lambda: model.columns, wide)

    def lay_out() -> None:
        view.verticalHeader().setMinimumSectionSize(theme.row_height)
        view.verticalHeader().setDefaultSectionSize(theme.row_height)
        header.setMinimumHeight(theme.row_height)
        view.clearSpans()
        for at, row in enumerate(model.rows):
            if row.kind == "group":
                view.setSpan(at, 0, 1, len(model.columns))
        fitting.fit()

    model.modelReset.connect(lay_out)
    model.dataChanged.connect(lay_out)
    theme.changed.connect(lay_out)
    lay_out()


def fit_rows(view: QTableView, rows: int) -> None:
    """Keep a table as high as its header and that many rows; the rest is scrolled to."""
    fitting = view.findChild(Fitting)
    if isinstance(fitting, Fitting):
        fitting.keep_rows(rows)


def show_rows(
    view: QTableView, model: TableModel, rows: Sequence[Row], wanted: str | None = None
) -> None:
    """Show other rows; ``wanted`` is selected, else what was and is still there, else the first."""
    before = wanted or chosen_key(view, model)
    model.set_rows(rows)
    choose_key(view, model, before)


def chosen_key(view: QTableView, model: TableModel) -> str | None:
    """Return the key of the row that is selected, None without."""
    index = view.currentIndex()
    if not index.isValid() or index.row() >= len(model.rows):
        return None
    row = model.rows[index.row()]
    return None if row.kind == "group" else row.key


def choose_key(view: QTableView, model: TableModel, key: str | None) -> None:
    """Select the row with a key, or the first that is no title."""
    at = model.row_of(key) if key is not None else None
    if at is None:
        at = next((at for at, row in enumerate(model.rows) if row.kind != "group"), None)
    if at is not None:
        view.selectRow(at)
