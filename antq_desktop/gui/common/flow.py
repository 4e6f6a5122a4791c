"""A row of buttons that goes on in the next line where the first has no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem

from antq_desktop.gui.theme import S


class Flow(QLayout):
    """Lays widgets out from left to right and line by line, as words in a text.

    As wide as all of them side by side where there is room, never narrower than the widest one.
    In an ``even`` one each gets the width of the widest, so that they stand in columns. In a
    ``top`` one what is lower than its line stands at the top of it, not in the middle.
    """

    def __init__(self, *, even: bool = False, top: bool = False) -> None:
        super().__init__()
        self._even, self._top = even, top
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(S)

    def addItem(self, item: QLayoutItem) -> None:
        """Put something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them; None after the last, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size of one line with everything in it."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return how high the lines are in a width; ``move`` places everything in them as well."""
        y = rect.y()
        for line in self._lines(rect.width()):
            x, high = rect.x(), max(item.sizeHint().height() for item in line)
            for item in line:
                size = self._size(item)
                if move:
                    above = 0 if self._top else (high - size.height()) // 2
                    size.setWidth(min(size.width(), rect.width()))
                    item.setGeometry(QRect(QPoint(x, y + above), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _size(self, item: QLayoutItem) -> QSize:
        size = item.sizeHint()
        if self._even:
            size.setWidth(max(each.sizeHint().width() for each in self._shown()))
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Share what is shown out to lines of a width."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = self._size(item).width()
            if not lines or wide > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= wide + self.spacing()
        return lines


def let_flow(fixed: QLayout, around: QBoxLayout, *, top: bool = False) -> None:
    """Let the widgets of a layout, which a compiled form put into another, flow in its place."""
    flow = Flow(top=top)
    while (item := fixed.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            flow.addWidget(widget)
    at = around.indexOf(fixed)
    around.takeAt(at)
    around.insertLayout(at, flow)
