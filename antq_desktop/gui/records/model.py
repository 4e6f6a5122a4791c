"""The rows of a list: the order of all of them as ids, the contents of a few pages."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from antq_desktop.gui.common.chips import CHIP_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.records.columns import Columns
    from antq_desktop.services.listing import ListRow

    AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 100
"""How many rows are read at once."""

_KEPT_PAGES = 40
_ROOT = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
_FONT, _TIP = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ToolTipRole)


class RecordsModel(QAbstractTableModel):
    """Shows as many rows as there are, and asks for the pages that come into view."""

    page_wanted = Signal(int)
    """The number of a page, from 0, whose rows are not there yet."""

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[ListRow]] = OrderedDict()
        self._asked: set[int] = set()
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def set_rows(self, ids: array[int], columns: Columns) -> None:
        """Show another list; its rows come page by page."""
        self.beginResetModel()
        self.ids, self.columns = ids, columns
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def set_page(self, page: int, rows: Sequence[ListRow]) -> None:
        """Put in the rows of a page; the page used longest ago may go."""
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, len(self.ids)) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1)
            )

    def ids_of(self, page: int) -> array[int]:
        """Return the ids of the rows of a page."""
        return self.ids[page * PAGE : (page + 1) * PAGE]

    def row(self, number: int) -> ListRow | None:
        """Return a row, None while it is not there; then its page is asked for."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many records the list has."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the label of a column, on the side of its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns.label(section)
        return int(self.columns.side(section)) if role == _ALIGNMENT else None

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """Return the text, side, chip or font of a cell; "…" while its page is on its way."""
        if role == _ALIGNMENT:
            return int(self.columns.side(index.column()))
        if role not in {_DISPLAY, _TIP, _FONT, CHIP_ROLE}:
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == _DISPLAY else None
        if role == CHIP_ROLE:
            return self.columns.tone(index.column(), row)
        if role == _FONT:
            return self._struck if row.line.voided else None
        return self.columns.text(index.column(), row)
