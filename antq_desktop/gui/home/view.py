"""The form of the overview; knows no service. Each line has a key that says where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.month_chart import MonthChart
from antq_desktop.gui.common.pages import PageHeader, label, scrolled
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.common.table import (
    Column,
    TableModel,
    choose_key,
    chosen_key,
    dress_table,
    fit_rows,
)
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from antq_desktop.gui.common.month_chart import Month
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

    AnyIndex = QModelIndex | QPersistentModelIndex

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SHARES = (7, 4)
"""How limits and what waits share the width."""

_ROWS_WIDE = 32
"""How many rows high the page must be wide for two columns to stand beside each other."""


class Lines(QWidget):
    """A titled table, as high as its rows, of which every line leads somewhere."""

    chosen = Signal(str)
    marked = Signal(str)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._theme = theme
        self._title = label(role="section")
        self._model = TableModel(columns, self)
        self.table = _Table()
        self.table.setObjectName(name)
        self.table.setAccessibleName(columns[0].title)  # until there is something to show
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_table(self.table, self._model, theme)
        self.table.entered_row.connect(self._choose)
        self.table.reached.connect(self._begin)
        self.table.selectionModel().currentRowChanged.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._title)
        self.said = label(role="muted")
        self.said.hide()
        column.addWidget(self.said)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        self.table.horizontalScrollBar().rangeChanged.connect(self._fit)
        self.table.horizontalHeader().sectionResized.connect(self._fit)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def marked_key(self) -> str | None:
        """The key of the line that is marked."""
        return chosen_key(self.table, self._model)

    def show_rows(
        self, title: str, rows: Sequence[Row], columns: Sequence[Column] | None = None
    ) -> None:
        """Show other lines below a title; the line that was marked stays so."""
        before = chosen_key(self.table, self._model)
        self._title.setText(title)
        self.table.setAccessibleName(title or self._model.columns[0].title)
        if columns is not None:
            self._model.set_columns(columns)
        self._model.set_rows(rows)
        if before is not None:
            choose_key(self.table, self._model, before)
        self.setVisible(bool(rows))
        self._fit()

    def _begin(self) -> None:
        """Mark the first line when the keyboard comes; until then none stands out."""
        if chosen_key(self.table, self._model) is None:
            choose_key(self.table, self._model, None)

    def _fit(self) -> None:
        fit_rows(self.table, len(self._model.rows))
        bar = self.table.horizontalScrollBar()
        if bar.maximum() > 0:  # it would lie over the last line
            self.table.setFixedHeight(self.table.height() + bar.sizeHint().height())

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._model.rows) and self._model.rows[row].kind != "group":
            self.chosen.emit(self._model.rows[row].key)

    def _mark(self, index: AnyIndex) -> None:
        if index.isValid() and index.row() < len(self._model.rows):
            self.marked.emit(self._model.rows[index.row()].key)


class _Table(QTableView):
    """Tells of the row that a person clicks, or stands on when he presses Enter."""

    entered_row = Signal(int)
    reached = Signal()
    """The keyboard has come to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(lambda index: self.entered_row.emit(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the line leads."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class HomeView(QWidget):
    """Limits at the left, what waits at the right, the last months below."""

    chosen = Signal(str)
    limit_marked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._header = PageHeader(self.tr("Tổng quan"))
        limits = (
            Column(self.tr("Hồ sơ")),
            Column(self.tr("Việc phải làm")),
            Column(self.tr("Hạn"), "chip"),
        )
        waiting = (Column(self.tr("Việc")), Column(self.tr("Trạng thái"), "chip"))
        self.limits = Lines(theme, "limits", limits)
        self.waiting = Lines(theme, "waiting", waiting)
        self.books = Lines(theme, "books", (Column(""),))
        self._none, self._note = label(role="muted"), label(role="muted")
        self._unfinished = label()
        self._unfinished.setObjectName("unfinished")
        self._titles = [label(role="section") for _ in range(2)]
        self.charts = [MonthChart(theme) for _ in range(2)]
        for lines in (self.limits, self.waiting, self.books):
            lines.chosen.connect(self.chosen)
        self.limits.marked.connect(self.limit_marked)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for each in (self._unfinished, self.limits, self._none, self.books, self._note):
            left.addWidget(each)
        right.addWidget(self.waiting)
        for title, chart in zip(self._titles, self.charts, strict=True):
            right.addWidget(title)
            right.addWidget(chart)
        for side, share in zip((left, right), _SHARES, strict=True):
            side.setSpacing(S)
            side.addStretch(1)
            self._beside.addLayout(side, stretch=share)
        self._beside.setSpacing(L)
        self._beside.setContentsMargins(0, 0, S, 0)
        inside = QWidget()
        inside.setLayout(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._header)
        column.addWidget(scrolled(inside), stretch=1)
        keep_whole(inside)

    def show_day(self, text: str) -> None:
        """Say which day it is."""
        self._header.set_title(self.tr("Tổng quan"), text)

    def show_limits(self, title: str, rows: Sequence[Row], none: str) -> None:
        """Show limits, or say that there are none."""
        self.limits.show_rows(title, rows)
        self._none.setText(none)
        self._none.setVisible(bool(none))
        self._share()

    def say_unfinished(self, text: str) -> None:
        """Say above the limits that they are not all; without text that is not so."""
        self._unfinished.setText(text)
        self._unfinished.setVisible(bool(text))

    def say_rule(self, text: str) -> None:
        """Say above the table by what the marked limit is set."""
        self.limits.said.setText(text)
        self.limits.said.setVisible(bool(text))

    def show_books(
        self, title: str, rows: Sequence[Row], columns: Sequence[Column], note: str
    ) -> None:
        """Show how much happened, with what is counted."""
        self.books.show_rows(title, rows, columns)
        self._note.setText(note)
        self._note.setVisible(bool(rows))
        self._share()

    def show_charts(self, charts: Sequence[tuple[str, Sequence[Month]]]) -> None:
        """Draw these charts, each with its title."""
        for at, (title, chart) in enumerate(zip(self._titles, self.charts, strict=True)):
            shown = at < len(charts)
            title.setVisible(shown)
            chart.setVisible(shown)
            if shown:
                title.setText(charts[at][0])
                chart.show_months(*charts[at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right side below the left one where both do not fit."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Share the width; below each other where it is small, or the left has a sentence alone."""
        bare = not (self.limits.rows or self.books.rows)
        below = bare or self.width() < _ROWS_WIDE * self._theme.row_height
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(way)
        for at, share in enumerate(_SHARES):
            self._beside.setStretch(at, at if below else share)
