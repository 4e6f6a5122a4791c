"""The widths of columns and the heights of rows: words go on in a second line, none is cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from antq_desktop.gui.common.chips import CHIP_ROLE
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QTableView

_LEAST_LETTERS = 24
"""The letters of the wide column that are worth more than a lesser column beside it."""
_LONGEST_WORD = 18
"""Letters: a word that is longer may be elided, for no column is to take all the room."""
_PARTS = re.compile(r"\s+|(?<=-)")
"""Where a line may end."""
_INSET = 12
"""Pixels between the edge of a cell and its text."""
_HIGHEST = 10_000


class Kept(Protocol):
    """What is asked of a column, as `Column` of a table answers it."""

    @property
    def kind(self) -> str:
        """Whether it holds "text", the only kind that goes on in a second line."""

    @property
    def lesser(self) -> int:
        """When it goes where there is no room for all, the highest first; 0 for never."""

    @property
    def lines(self) -> int:
        """How many lines its words may take at most; 0 for all that they need."""


class Fitting(QObject):
    """Gives the wide column what the others leave; where that is too little, all words are shared.

    Lesser columns go before anything would have to be scrolled to sideways.
    """

    def __init__(
        self, view: QTableView, columns: Callable[[], Sequence[Kept]], wide: int = 0
    ) -> None:
        super().__init__(view)
        self._view, self._columns, self._wide = view, columns, wide
        self._rows: int | None = None
        view.setWordWrap(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the table is resized."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Set the widths of all columns, then the heights of all rows."""
        header, room = self._view.horizontalHeader(), self._view.viewport().width()
        if not header.count():
            return
        sizes: dict[int, int] = {}
        for at in range(header.count()):
            self._view.setColumnHidden(at, False)
            if at != self._wide:
                self._view.resizeColumnToContents(at)
                sizes[at] = header.sectionSize(at)
        least = self._least_wide()
        for at in self._lesser():
            if sum(sizes.values()) + least <= room:
                break
            self._view.setColumnHidden(at, True)
            sizes.pop(at, None)
        sizes[self._wide] = max(room - sum(sizes.values()), least)
        if sum(sizes.values()) > room or sizes[self._wide] < self._width_of_words(self._wide):
            self._share(sizes, room)
        for at, size in sizes.items():
            self._view.setColumnWidth(at, size)
        self.fit_heights()

    def keep_rows(self, rows: int) -> None:
        """Keep the table as high as its header and that many rows; the rest is scrolled to."""
        self._rows = rows
        self.fit_heights()

    def fit_heights(self) -> None:
        """Make each row as high as its words need at the width of their columns."""
        view = self._view
        plain = view.verticalHeader().defaultSectionSize()
        for row in range(view.model().rowCount()):
            high = max(self._high(row), plain)
            if view.rowHeight(row) != high:
                view.setRowHeight(row, high)
        if self._rows is None:
            return
        there = range(min(self._rows, view.model().rowCount()))
        high = sum(map(view.rowHeight, there)) + (self._rows - len(there)) * plain
        frame = 2 * view.frameWidth() + 2
        view.setFixedHeight(view.horizontalHeader().sizeHint().height() + high + frame)

    def _high(self, row: int) -> int:
        """Return how high a row must be for its words."""
        view, columns = self._view, list(enumerate(self._columns()))
        if view.columnSpan(row, 0) > 1:
            return _high(view, row, 0, sum(view.columnWidth(at) for at, _ in columns), 0)
        shown = [(at, one) for at, one in columns if not view.isColumnHidden(at)]
        highs = (_high(view, row, at, view.columnWidth(at), one.lines) for at, one in shown)
        return max(highs, default=0)

    def _share(self, sizes: dict[int, int], room: int) -> None:
        """Let all columns of words be narrower, those with the most words first."""
        words = {at for at, one in enumerate(self._columns()) if one.kind == "text"} & sizes.keys()
        left = room - sum(size for at, size in sizes.items() if at not in words)
        wanted = {at: self._width_of_words(at) for at in words}
        least = {at: min(self._least(at), wanted[at]) for at in wanted}
        sizes.update(share_out(wanted, least, left, self._wide))

    def _lesser(self) -> list[int]:
        """Return the columns that may go, the first to go first."""
        ranked = [(one.lesser, at) for at, one in enumerate(self._columns()) if one.lesser]
        return [at for _, at in sorted(ranked, reverse=True)]

    def _least_wide(self) -> int:
        """Return the width of a few words, or of the heading."""
        letters = self._view.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return max(letters, self._view.horizontalHeader().sectionSizeHint(self._wide))

    def _least(self, column: int) -> int:
        """Return the width of the longest word, the heading being one."""
        metrics = self._view.fontMetrics()
        words = {word for text in self._texts(column) for word in _PARTS.split(text)}
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        most = metrics.averageCharWidth() * _LONGEST_WORD
        heading = self._view.horizontalHeader().sectionSizeHint(column)
        return max(min(longest, most) + 2 * _INSET, heading)

    def _width_of_words(self, column: int) -> int:
        """Return how wide a column is with each text in one line."""
        metrics = self._view.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._texts(column)), default=0)
        heading = self._view.horizontalHeader().sectionSizeHint(column)
        return max(longest + 2 * _INSET, heading)

    def _texts(self, column: int) -> list[str]:
        """Return what stands in a column, without titles that go over all of them."""
        model = self._view.model()
        return [
            str(model.index(row, column).data() or "")
            for row in range(model.rowCount())
            if self._view.columnSpan(row, column) == 1
        ]


def share_out(
    wanted: Mapping[int, int], least: Mapping[int, int], room: int, rest: int
) -> dict[int, int]:
    """Return widths that fit into the room: the widest ones give way, none below its least.

    What is left over goes to the column ``rest``.
    """
    given = {at: max(min(size, room), least[at]) for at, size in wanted.items()}
    while sum(given.values()) > room:
        loose = [at for at, size in given.items() if size > least[at]]
        if not loose:
            break
        widest = max(loose, key=lambda at: given[at])
        given[widest] = max(given[widest] - S, least[widest])
    given[rest] += max(room - sum(given.values()), 0)
    return given


def _high(view: QTableView, row: int, column: int, wide: int, lines: int) -> int:
    """Return how high a cell must be; 0 where its words have one line, or are a chip."""
    index = view.model().index(row, column)
    text = str(index.data() or "")
    font = index.data(Qt.ItemDataRole.FontRole)
    metrics = QFontMetrics(font) if isinstance(font, QFont) else view.fontMetrics()
    room = wide - 2 * _INSET
    if metrics.horizontalAdvance(text) <= room and "\n" not in text:
        return 0
    if index.data(CHIP_ROLE) is not None:
        return 0
    inside = QRect(0, 0, max(room, 1), _HIGHEST)
    high = metrics.boundingRect(inside, Qt.TextFlag.TextWordWrap, text).height()
    return min(high, (lines or _HIGHEST) * metrics.lineSpacing()) + M
