"""The widths of columns and the heights of rows: words go on in a second line, none is cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

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
_WRAPPED = Qt.TextFlag.TextWordWrap


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
        self._words = _Words(view)
        view.setWordWrap(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when the table is resized."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Set the widths of all columns, then the heights of all rows, for what stands there now.

        Each text is measured here; when the table is only resized, that is done no more.
        """
        self._words = _Words(self._view)
        self._fit()

    def _fit(self) -> None:
        header, room = self._view.horizontalHeader(), self._view.viewport().width()
        if not header.count():
            return
        sizes: dict[int, int] = {}
        for at in range(header.count()):
            self._view.setColumnHidden(at, False)
            if at != self._wide:
                sizes[at] = self._words.column(at)
        least = self._least_wide()
        for at in self._lesser():
            if sum(sizes.values()) + least <= room:
                break
            self._view.setColumnHidden(at, True)
            sizes.pop(at, None)
        sizes[self._wide] = max(room - sum(sizes.values()), least)
        if sum(sizes.values()) > room or sizes[self._wide] < self._words.line(self._wide):
            self._share(sizes, room)
        for at, size in sizes.items():
            self._view.setColumnWidth(at, size)
        self._fit_heights()

    def keep_rows(self, rows: int) -> None:
        """Keep the table as high as its header and that many rows; the rest is scrolled to."""
        self._rows = rows
        self._fit_heights()

    def _fit_heights(self) -> None:
        """Make each row as high as its words need at the width of their columns."""
        view = self._view
        plain = view.verticalHeader().defaultSectionSize()
        for row, high in enumerate(self._words.heights(self._columns())):
            if view.rowHeight(row) != max(high, plain):
                view.setRowHeight(row, max(high, plain))
        if self._rows is None:
            return
        there = range(min(self._rows, view.model().rowCount()))
        high = sum(map(view.rowHeight, there)) + (self._rows - len(there)) * plain
        frame = 2 * view.frameWidth() + 2
        view.setFixedHeight(view.horizontalHeader().sizeHint().height() + high + frame)

    def _share(self, sizes: dict[int, int], room: int) -> None:
        """Let all columns of words be narrower, those with the most words first."""
        words = {at for at, one in enumerate(self._columns()) if one.kind == "text"} & sizes.keys()
        left = room - sum(size for at, size in sizes.items() if at not in words)
        wanted = {at: self._words.line(at) for at in words}
        least = {at: min(self._words.least(at), wanted[at]) for at in wanted}
        sizes.update(share_out(wanted, least, left, self._wide))

    def _lesser(self) -> list[int]:
        """Return the columns that may go, the first to go first."""
        ranked = [(one.lesser, at) for at, one in enumerate(self._columns()) if one.lesser]
        return [at for _, at in sorted(ranked, reverse=True)]

    def _least_wide(self) -> int:
        """Return the width of a few words, or of the heading."""
        letters = self._view.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return max(letters, self._view.horizontalHeader().sectionSizeHint(self._wide))


class _Words:
    """What stands in a table, and how wide each text is in one line.

    All cells have one font, and so have the titles of groups, which go over all columns.
    """

    def __init__(self, view: QTableView) -> None:
        self._view = view
        model, self._titles = view.model(), dict[int, str]()
        rows = model.rowCount()
        for row in range(rows):
            if view.columnSpan(row, 0) > 1:
                self._titles[row] = str(model.index(row, 0).data() or "")
        self._plain = [row for row in range(rows) if row not in self._titles]
        self._metrics = {
            titles: self._metrics_of(next(iter(some), None))
            for titles, some in ((True, self._titles), (False, self._plain))
        }
        self._texts: dict[int, list[str]] = {}
        self._wide: dict[str, int] = {}
        self._leasts: dict[int, int] = {}

    def column(self, at: int) -> int:
        """Return how wide a column wants to be: as its widest cell, or its heading."""
        texts, hint = self._of(at), self._heading(at)
        if texts:
            row = self._plain[max(range(len(texts)), key=lambda one: self._advance(texts[one]))]
            index = self._view.model().index(row, at)
            hint = max(hint, self._view.sizeHintForIndex(index).width() + self._view.showGrid())
        return hint

    def line(self, at: int) -> int:
        """Return how wide a column is with each text in one line."""
        longest = max(map(self._advance, self._of(at)), default=0)
        return max(longest + 2 * _INSET, self._heading(at))

    def least(self, at: int) -> int:
        """Return the width of the longest word, the heading being one."""
        if at not in self._leasts:
            metrics = self._view.fontMetrics()
            words = {word for text in set(self._of(at)) for word in _PARTS.split(text)}
            longest = max(map(metrics.horizontalAdvance, words), default=0)
            self._leasts[at] = min(longest, metrics.averageCharWidth() * _LONGEST_WORD)
        return max(self._leasts[at] + 2 * _INSET, self._heading(at))

    def heights(self, columns: Sequence[Kept]) -> list[int]:
        """Return for each row how high its words need it; 0 where all have one line."""
        view, found = self._view, [0] * (len(self._plain) + len(self._titles))
        self._highs: dict[tuple[bool, str, int], int] = {}
        whole = sum(view.columnWidth(at) for at in range(len(columns)))
        for row, title in self._titles.items():
            found[row] = self._high(title, whole, 0, titles=True)
        for at, one in enumerate(columns):
            if one.kind == "chip" or view.isColumnHidden(at):
                continue
            wide = view.columnWidth(at)
            for row, text in zip(self._plain, self._of(at), strict=True):
                found[row] = max(found[row], self._high(text, wide, one.lines))
        return found

    def _of(self, at: int) -> list[str]:
        """Return the texts of a column, without titles that go over all of them."""
        if at not in self._texts:
            model = self._view.model()
            self._texts[at] = [str(model.index(row, at).data() or "") for row in self._plain]
        return self._texts[at]

    def _advance(self, text: str) -> int:
        if text not in self._wide:
            self._wide[text] = self._metrics[False].horizontalAdvance(text)
        return self._wide[text]

    def _heading(self, at: int) -> int:
        return self._view.horizontalHeader().sectionSizeHint(at)

    def _high(self, text: str, wide: int, lines: int, *, titles: bool = False) -> int:
        """Return how high a cell must be; 0 where its words have one line."""
        metrics, room = self._metrics[titles], wide - 2 * _INSET
        advance = metrics.horizontalAdvance(text) if titles else self._advance(text)
        if advance <= room and "\n" not in text:
            return 0
        key = (titles, text, room)
        if key not in self._highs:
            inside = QRect(0, 0, max(room, 1), _HIGHEST)
            self._highs[key] = metrics.boundingRect(inside, _WRAPPED, text).height()
        return min(self._highs[key], (lines or _HIGHEST) * metrics.lineSpacing()) + M

    def _metrics_of(self, row: int | None) -> QFontMetrics:
        """Return how letters of a row are measured."""
        index = None if row is None else self._view.model().index(row, 0)
        font = None if index is None else index.data(Qt.ItemDataRole.FontRole)
        return QFontMetrics(font) if isinstance(font, QFont) else self._view.fontMetrics()


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
