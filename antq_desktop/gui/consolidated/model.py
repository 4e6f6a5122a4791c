"""A table of numbers: units at the left, what is counted above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from antq_desktop.gui.common.sorting import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


When = Literal["now", "previous", "year_before"]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column: a short title, the whole of it, and what its cells tell.

    ``code`` is the indicator, ``when`` the period whose records are behind the cells. ``mark``
    stands small below a title in words.
    """

    title: str
    hint: str
    code: str
    when: When = "now"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A cell: its text, and a remark that is shown as a tip and read aloud after it.

    ``order`` is by what rows are sorted; None for what is unknown, which stands last either way.
    """

    text: str
    remark: str = ""
    order: float | None = None


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row; ``key`` is that of the unit, "" for the total, which is bold."""

    key: str
    name: str
    hint: str
    cells: tuple[NumberCell, ...]


class NumbersModel(QAbstractTableModel):
    """Shows the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[Head, ...] = ()
        self.rows: tuple[NumberRow, ...] = ()
        self._unsorted: tuple[NumberRow, ...] = ()
        self._sorted: tuple[int, bool] | None = None
        self._plain, self._bold = _font(bold=False), _font(bold=True)

    def set_table(self, heads: Sequence[Head], rows: Sequence[NumberRow]) -> bool:
        """Show another table; return whether it is still sorted as the last one was.

        It is not where the columns are others.
        """
        if tuple(heads) != self.heads:
            self._sorted = None
        self.beginResetModel()
        self.heads, self._unsorted = tuple(heads), tuple(rows)
        self.rows = self._in_order()
        self.endResetModel()
        return self._sorted is not None

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort the units by the numbers of a column; -1 puts them as they came."""
        self.beginResetModel()
        self._sorted = (column, descending) if column >= 0 else None
        self.rows = self._in_order()
        self.endResetModel()

    def _in_order(self) -> tuple[NumberRow, ...]:
        """Return the rows sorted: the total stays first, what is unknown goes last."""
        if self._sorted is None:
            return self._unsorted
        column, descending = self._sorted
        total = [row for row in self._unsorted if not row.key]
        units = (row for row in self._unsorted if row.key)
        order = in_order(units, lambda row: row.cells[column].order, descending=descending)
        return *total, *order

    def place_of(self, key: str, code: str, when: When) -> QModelIndex:
        """Return the cell of a unit and an indicator, the first one if it is not shown."""
        row = next((at for at, row in enumerate(self.rows) if row.key == key), 0)
        columns = [at for at, head in enumerate(self.heads) if head.code == code]
        same = [at for at in columns if self.heads[at].when == when]
        return self.index(row, (same or columns or [0])[0])

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many units there are, and the total."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column or the name of a unit, with the whole of it as a tip."""
        if orientation is Qt.Orientation.Vertical:
            return self._of_row(section, role) if section < len(self.rows) else None
        if section >= len(self.heads):
            return None
        head = self.heads[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return head.title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return head.hint
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT)
        return None

    def _of_row(self, section: int, role: int) -> Any:
        row = self.rows[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.hint or row.name
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_LEFT) | int(Qt.TextFlag.TextWordWrap)
            case Qt.ItemDataRole.FontRole:
                return self._plain if row.key else self._bold
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; a screen reader hears the unit and the indicator with the number."""
        row, head = self.rows[index.row()], self.heads[index.column()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = f"{row.name}, {head.hint}: {cell.text}"
                return f"{said}. {cell.remark}" if cell.remark else said
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (head.hint, cell.remark)))
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT)
            case Qt.ItemDataRole.FontRole:
                return self._plain if row.key else self._bold
        return None


def _font(*, bold: bool) -> QFont:
    font = QFont()
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
