"""Tables of ready text: one model for all, and how such a table looks and is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView

from antq_desktop.gui.common.chips import CHIP_ROLE, ChipDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme, Tone

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_LETTERS = 12
_TEXTS = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and whether it holds text, numbers (to the right) or a chip.

    ``lesser``: it goes where there is no room for all, the highest first; 0 for one that stays.
    What it says must be said beside the table too.
    """

    title: str
    kind: Literal["text", "number", "chip"] = "text"
    lesser: int = 0


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


def dress_table(
    view: QTableView, model: TableModel, theme: Theme, wide: int = 0, *, wrapped: bool = False
) -> None:
    """Give a table its model and the looks of all tables; the column ``wide`` takes the room.

    In a ``wrapped`` one long words go on in a second line; see `fit_rows`.
    """
    view.setModel(model)
    dress_plain(view)
    view.setAlternatingRowColors(False)
    view.setWordWrap(wrapped)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setItemDelegate(ChipDelegate(theme, view))
    header = view.horizontalHeader()
    header.setTextElideMode(Qt.TextElideMode.ElideRight)

    fitting = _Fitting(view, model, wide)

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


class _Fitting(QObject):
    """Gives the wide column what the others leave, but never less than a few words.

    Lesser columns go before anything would have to be scrolled to sideways. Where words go on in a
    second line, no other column of words takes more than its part.
    """

    def __init__(self, view: QTableView, model: TableModel, wide: int) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._wide = wide
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the table is resized."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Set the widths of all columns."""
        header, room = self._view.horizontalHeader(), self._view.viewport().width()
        if not header.count():
            return
        sizes: dict[int, int] = {}
        for at in range(header.count()):
            self._view.setColumnHidden(at, False)
            if at != self._wide:
                self._view.resizeColumnToContents(at)
                sizes[at] = header.sectionSize(at)
        least = self._least(self._wide)
        for at in self._lesser():
            if sum(sizes.values()) + least <= room:
                break
            self._view.setColumnHidden(at, True)
            sizes.pop(at, None)
        for at in self._wrapped() & sizes.keys():
            over = max(sum(sizes.values()) + least - room, 0)
            most = max(min(room // _TEXTS, sizes[at] - over), self._least(at))
            sizes[at] = min(sizes[at], most)
            self._view.setColumnWidth(at, sizes[at])
        self._view.setColumnWidth(self._wide, max(room - sum(sizes.values()), least))

    def _lesser(self) -> list[int]:
        """Return the columns that may go, the first to go first."""
        ranked = [(one.lesser, at) for at, one in enumerate(self._model.columns) if one.lesser]
        return [at for _, at in sorted(ranked, reverse=True)]

    def _wrapped(self) -> set[int]:
        """Return the columns whose words can go on in a second line."""
        if not self._view.wordWrap():
            return set()
        return {at for at, one in enumerate(self._model.columns) if one.kind == "text"}

    def _least(self, column: int) -> int:
        """Return the width of a few words, or of the heading."""
        letters = self._view.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return max(letters, self._view.horizontalHeader().sectionSizeHint(column))


def fit_rows(view: QTableView, rows: int) -> None:
    """Make a table as high as its header and that many rows; the rest is scrolled to.

    The rows of a wrapped table become as high as their words.
    """
    frame = 2 * view.frameWidth() + 2
    high = rows * view.verticalHeader().defaultSectionSize()
    if view.wordWrap():
        view.resizeRowsToContents()
        high = sum(view.rowHeight(row) for row in range(rows))
    view.setFixedHeight(view.horizontalHeader().sizeHint().height() + high + frame)


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
