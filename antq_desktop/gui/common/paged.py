"""Lists of any length: how many rows there are, and the contents of a few pages of them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

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

    from antq_desktop.gui.common.table import Column
    from antq_desktop.gui.theme import Tone

    AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 50
"""How many rows are read at once: more than a window shows, and made into texts in one frame."""

_KEPT_PAGES = 80
_NEAR = PAGE // 4  # rows before the end of a page at which the next one is asked for
_ROOT = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
_FONT, _TIP = int(Qt.ItemDataRole.FontRole), int(Qt.ItemDataRole.ToolTipRole)
_SHOWN = frozenset({_DISPLAY, _TIP, _FONT, CHIP_ROLE})
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

WAITING = "…"
"""What stands in a cell whose page is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedRow:
    """A row with the texts of its cells, made where there is time for it.

    ``tone`` is that of its chip; a row that is ``struck`` no longer counts.
    """

    texts: tuple[str, ...]
    tone: Tone = "neutral"
    struck: bool = False


R = TypeVar("R", bound=PagedRow)


class PagedModel(QAbstractTableModel, Generic[R]):
    """Shows as many rows as there are, and asks for the pages that come into view."""

    page_wanted = Signal(int)
    """The number of a page, from 0, that is in view and whose rows are not there yet."""
    page_near = Signal(int)
    """The number of a page that is not there yet, and comes into view next."""

    def __init__(self, heads: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        """The columns."""
        self._count = 0
        self._pages: OrderedDict[int, Sequence[R | None]] = OrderedDict()
        self._asked: dict[int, bool] = {}  # whether it was in view when it was asked for
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_rows(
        self,
        count: int,
        pages: Mapping[int, Sequence[R | None]],
        heads: Sequence[Column] | None = None,
    ) -> None:
        """Show another list; the rows that are not in ``pages`` come when they are looked at.

        A page has None for what is gone meanwhile.
        """
        self.beginResetModel()
        self._count = count
        if heads is not None:
            self.heads = tuple(heads)
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

    def set_page(self, page: int, rows: Sequence[R | None]) -> None:
        """Put in the rows of a page; the page used longest ago may go."""
        self._asked.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        self._draw(page)

    def forget(self, pages: Iterable[int]) -> None:
        """Ask for these pages again when they are looked at again; at once those in view."""
        for page in pages:
            self._asked.pop(page, None)
            self._draw(page)

    def shown(self, number: int) -> R | None:
        """Return a row, None while it is not there; then its page is asked for.

        Who comes near the end of a page has the next one asked for.
        """
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page, in_view=True)
            return None
        if place >= PAGE - _NEAR:
            self._ask(page + 1, in_view=False)
        elif place < _NEAR:
            self._ask(page - 1, in_view=False)
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many rows the list has."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many columns are shown."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return the title of a column, on the side of its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.heads[section]
        if role == _DISPLAY:
            return head.title
        return self._side(head) if role == _ALIGNMENT else None

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        """Return the text, side, chip or font of a cell; "…" while its page is on its way."""
        head = self.heads[index.column()]
        if role == _ALIGNMENT:
            return self._side(head)
        if role not in _SHOWN:
            return None
        row = self.shown(index.row())
        if row is None:
            return WAITING if role == _DISPLAY else None
        if role == CHIP_ROLE:
            return row.tone if head.kind == "chip" else None
        if role == _FONT:
            return self._struck if row.struck else None
        return row.texts[index.column()]

    def _ask(self, page: int, *, in_view: bool) -> None:
        known = page in self._pages or not 0 <= page * PAGE < self._count
        if not known and (page not in self._asked or (in_view and not self._asked[page])):
            self._asked[page] = in_view
            (self.page_wanted if in_view else self.page_near).emit(page)

    def _draw(self, page: int) -> None:
        last = min((page + 1) * PAGE, self._count) - 1
        if last >= page * PAGE:
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.heads) - 1))

    def _side(self, head: Column) -> int:
        return _RIGHT if head.kind == "number" else _LEFT
