"""The lines of the journal: how many there are, and the contents of a few pages."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 100
"""How many lines are read at once."""

_KEPT_PAGES = 40
_ROOT = QModelIndex()
_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A line with the texts of its cells; ``opens`` says what its target opens as."""

    n: int
    cells: tuple[str, ...]
    target: str = ""
    opens: Literal["", "record", "bundle"] = ""


class JournalModel(QAbstractTableModel):
    """Shows as many lines as there are, and asks for the pages that come into view."""

    page_wanted = Signal(int)
    """The number of a page, from 0, whose lines are not there yet."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._count = 0
        self._pages: OrderedDict[int, Sequence[JournalRow]] = OrderedDict()
        self._asked: set[int] = set()

    def set_lines(self, count: int, first: Sequence[JournalRow]) -> None:
        """Show other lines, of which the first page is there."""
        self.beginResetModel()
        self._count = count
        self._pages = OrderedDict({0: first} if count else {})
        self._asked.clear()
        self.endResetModel()

    def set_page(self, page: int, rows: Sequence[JournalRow]) -> None:
        """Put in the lines of a page; the page used longest ago may go."""
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, self._count) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(last, len(self._titles) - 1)
            )

    def forget(self, pages: Iterable[int]) -> None:
        """Ask for these pages again when they are looked at again."""
        self._asked.difference_update(pages)

    def row(self, number: int) -> JournalRow | None:
        """Return a line, None while it is not there; then its page is asked for."""
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
        """Return how many lines there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column, on the side of its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._titles[section] if role == _DISPLAY else None

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """Return the text of a cell; "…" while its page is on its way."""
        if role not in {_DISPLAY, _TIP}:
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == _DISPLAY else None
        return row.cells[index.column()]
