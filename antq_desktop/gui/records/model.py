"""The rows of a list: how many there are, and the contents of a few pages."""

from __future__ import annotations

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
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.gui.records.columns import Columns, Shown
    from antq_desktop.services.listing import ListRow

    AnyIndex = QModelIndex | QPersistentModelIndex
    Page = Sequence[Shown | None]
    """The rows of a page; None for a record that is gone meanwhile."""

PAGE = 100
"""How many rows are read at once."""

_KEPT_PAGES = 40
_ROOT = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
_FONT, _TIP = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ToolTipRole)
_SHOWN = frozenset({_DISPLAY, _TIP, _FONT, CHIP_ROLE})


class RecordsModel(QAbstractTableModel):
    """Shows as many rows as there are, and asks for the pages that come into view."""

    page_wanted = Signal(int)
    """The number of a page, from 0, whose rows are not there yet."""

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._count = 0
        self._sides: list[int] = []
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._asked: set[int] = set()
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def set_list(self, count: int, columns: Columns, pages: Mapping[int, Page]) -> None:
        """Show another list; the rows that are not in ``pages`` come when they are looked at."""
        self.beginResetModel()
        self._count, self.columns = count, columns
        self._sides = [int(columns.side(at)) for at in range(len(columns))]
        self._pages = OrderedDict(pages)
        self._asked.clear()
        self.endResetModel()

    def grow(self, count: int) -> None:
        """Add rows below those that are shown: only the first ones of the list were known."""
        if count > self._count:
            self.beginInsertRows(_ROOT, self._count, count - 1)
            self._count = count
            self._asked.clear()
            self._pages = OrderedDict(
                (page, rows)
                for page, rows in self._pages.items()
                if len(rows) == min(PAGE, count - page * PAGE)
            )
            self.endInsertRows()

    def set_page(self, page: int, rows: Page) -> None:
        """Put in the rows of a page; the page used longest ago may go."""
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, self._count) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(last, self.columnCount() - 1)
            )

    def forget(self, pages: Iterable[int]) -> None:
        """Ask for these pages again when they are looked at again."""
        self._asked.difference_update(pages)

    def shown(self, number: int) -> Shown | None:
        """Return a row with its texts, None while it is not there; then its page is asked for."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def row(self, number: int) -> ListRow | None:
        """Return the record of a row, None while it is not there."""
        shown = self.shown(number)
        return shown.row if shown is not None else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many records the list has."""
        return 0 if parent.isValid() else self._count

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
            return self._sides[index.column()]
        if role not in _SHOWN:
            return None
        shown = self.shown(index.row())
        if shown is None:
            return "…" if role == _DISPLAY else None
        if role == CHIP_ROLE:
            return self.columns.tone(index.column(), shown.row)
        if role == _FONT:
            return self._struck if shown.row.line.voided else None
        return shown.texts[index.column()]
