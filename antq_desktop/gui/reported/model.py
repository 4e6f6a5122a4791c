"""The table of units by periods: a state a cell, the counts at the right and at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from antq_desktop.domain.vietnamese import sort_key
from antq_desktop.gui.common.sorting import in_order
from antq_desktop.gui.common.wording import day, short_period
from antq_desktop.gui.reported.words import explained, head, head_hint, state_names
from antq_desktop.services.reported import ReportState

if TYPE_CHECKING:
    from antq_desktop.services.reported import Cell, Matrix, ReportRow

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell gives the tone of its state; None where it has none."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_INDENT = "    "
_STATES = tuple(ReportState)
"""From what is done to what is owed, as they are declared."""


class MatrixModel(QAbstractTableModel):
    """Shows a matrix; ``compact`` writes states as letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._names = state_names()
        self._compact = False
        self._rows: tuple[ReportRow, ...] = ()
        self._sorted: tuple[int, bool] | None = None

    @property
    def matrix(self) -> Matrix | None:
        """What is shown."""
        return self._matrix

    @property
    def compact(self) -> bool:
        """Whether states are written as letters."""
        return self._compact

    def show(self, matrix: Matrix) -> bool:
        """Show a matrix; return whether it is still sorted: it is not where periods are others."""
        before = self._matrix.asked.periods if self._matrix is not None else ()
        if matrix.asked.periods != before:
            self._sorted = None
        self.beginResetModel()
        self._matrix = matrix
        self._rows = self._in_order()
        self.endResetModel()
        return self._sorted is not None

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort the units by a column; -1 puts them below their offices again."""
        self.beginResetModel()
        self._sorted = (column, descending) if column >= 0 else None
        self._rows = self._in_order()
        self.endResetModel()

    def _in_order(self) -> tuple[ReportRow, ...]:
        """Return the rows sorted; a cell that owes nothing goes last."""
        rows = self._matrix.rows if self._matrix is not None else ()
        if self._sorted is None:
            return rows
        column, descending = self._sorted
        return in_order(rows, lambda row: self._order(row, column), descending=descending)

    def _order(self, row: ReportRow, column: int) -> float | str | None:
        """Return by what a row is sorted: its name, a state from done to owed, its share."""
        if column == 0:
            return sort_key(row.unit.name)
        if column <= len(row.cells):
            state = row.cells[column - 1].state
            return None if state is ReportState.NOT_DUE else _STATES.index(state)
        return row.tally.told / row.tally.due if row.tally.due else None

    def row_of(self, unit: str) -> int | None:
        """Return where the unit with a key stands, None where it is not shown."""
        found = (at for at, row in enumerate(self._rows) if row.unit.key.text == unit)
        return next(found, None)

    def set_compact(self, *, compact: bool) -> None:
        """Write states as letters, or as words."""
        self._compact = compact
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def place(self, index: AnyIndex) -> tuple[ReportRow | None, int | None]:
        """Return the unit and the place of the period of a cell; None where it has none."""
        if self._matrix is None or not index.isValid():
            return None, None
        periods, rows = self._matrix.asked.periods, self._rows
        row = rows[index.row()] if index.row() < len(rows) else None
        at = index.column() - 1
        return row, at if 0 <= at < len(periods) else None

    def widest(self) -> list[str]:
        """Return the words that a column of states must have room for."""
        return [name for name, _, _ in self._names.values()]

    def names(self) -> list[str]:
        """Return the texts of the first column."""
        if self._matrix is None:
            return []
        return [self._name(row) for row in self._rows]

    def longest_count(self) -> str:
        """Return the widest text that the last column must have room for."""
        whole = self._matrix.whole if self._matrix is not None else None
        digits = f"{whole.due}/{whole.due}" if whole is not None else ""
        return max(digits, self._edge(0), key=len)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows there are: the units and the counts."""
        if parent.isValid() or self._matrix is None:
            return 0
        return len(self._rows) + 1

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are: the name, the periods, the count."""
        if parent.isValid() or self._matrix is None:
            return 0
        return len(self._matrix.asked.periods) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column; a period has its due date below it, where one is set."""
        if orientation is not Qt.Orientation.Horizontal or self._matrix is None:
            return None
        at, periods = section - 1, self._matrix.asked.periods
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if at < 0 else _CENTRE
        if not 0 <= at < len(periods):
            return self._edge(at) if role == Qt.ItemDataRole.DisplayRole else None
        due = self._matrix.dues[at]
        if role == Qt.ItemDataRole.DisplayRole:
            name = head(periods[at], compact=self._compact)
            return name if due is None or self._compact else f"{name}\n{due:%d/%m}"
        return head_hint(periods[at], due) if role == Qt.ItemDataRole.ToolTipRole else None

    def _edge(self, at: int) -> str:
        if at < 0:
            return QCoreApplication.translate("Reported", "Đơn vị")
        return QCoreApplication.translate("Reported", "Đã nộp")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        row, at = self.place(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, at, index.column())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._said(row, at, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                return left if index.column() == 0 else _CENTRE
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(row is None)
                font.setFeature(QFont.Tag("tnum"), 1)
                return font
            case _:
                return self._tone(row, at) if role == TONE_ROLE else None

    def _tone(self, row: ReportRow | None, at: int | None) -> object:
        if row is None or at is None:
            return None
        return self._names[row.cells[at].state][2]

    def _text(self, row: ReportRow | None, at: int | None, column: int) -> str:
        matrix = self._matrix
        if matrix is None:
            return ""
        if row is not None and at is not None:
            return self._names[row.cells[at].state][1 if self._compact else 0]
        if column == 0:
            total = QCoreApplication.translate("Reported", "Đã nộp / phải nộp")
            return self._name(row) if row is not None else total
        if row is not None:
            tally = row.tally
        else:
            tally = matrix.tally(at) if at is not None else matrix.whole
        return f"{tally.told}/{tally.due}"

    def _name(self, row: ReportRow) -> str:
        """Return a name, further right below its office; sorted, all stand at one edge."""
        return row.unit.name if self._sorted else f"{_INDENT * row.depth}{row.unit.name}"

    def _said(self, row: ReportRow | None, at: int | None, column: int) -> str:
        matrix = self._matrix
        if matrix is None or row is None or at is None:
            return self._text(row, at, column).strip()
        return sentence(matrix, row, at)


def sentence(matrix: Matrix, row: ReportRow, at: int) -> str:
    """Return a cell in words: unit, period, state, what came, and until when it was due."""
    cell: Cell = row.cells[at]
    due = matrix.dues[at]
    until = QCoreApplication.translate("Reported", "Hạn nộp {day}.")
    said = until.format(day=day(due)) if due is not None else ""
    period = short_period(matrix.asked.periods[at])
    return f"{row.unit.name}, {period}: {explained(cell)} {said}".strip()
