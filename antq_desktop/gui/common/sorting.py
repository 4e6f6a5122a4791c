"""Tables that a person sorts by any column: with the mouse on its head, or by the keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt

from antq_desktop.gui.common.keys import act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QTableView

    Sort = Callable[[int, Qt.SortOrder], object]
    """Called with a column (-1: as it came), and which way."""

T = TypeVar("T")


def in_order(
    rows: Iterable[T], order: Callable[[T], float | str | None], *, descending: bool
) -> tuple[T, ...]:
    """Return rows sorted; what has no order (None) stands last either way.

    All orders are numbers, or all are texts; rows of the same order stay as they came.
    """
    known: list[tuple[float | str, T]] = []
    unknown: list[T] = []
    for row in rows:
        value = order(row)
        if value is None:
            unknown.append(row)
        else:
            known.append((value, row))
    known.sort(key=lambda one: one[0], reverse=descending)
    return *(row for _, row in known), *unknown


def let_sort(table: QTableView, sort: Sort) -> None:
    """Let a table be sorted: a click on a head, Ctrl+Shift+Up and Down in a column."""
    header = table.horizontalHeader()
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicatorClearable(True)
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    header.setSortIndicator(-1, up)
    header.sortIndicatorChanged.connect(sort)
    translate = QCoreApplication.translate
    for key, words, way in (
        ("Ctrl+Shift+Up", translate("Sorting", "Sắp xếp tăng theo cột này"), up),
        ("Ctrl+Shift+Down", translate("Sorting", "Sắp xếp giảm theo cột này"), down),
    ):
        act(table, words, key, partial(_sort_here, table, way), scope="within")


def show_unsorted(table: QTableView) -> None:
    """Take the mark of the sorted column away: other rows came, as they came."""
    header = table.horizontalHeader()
    with QSignalBlocker(header):
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


def _sort_here(table: QTableView, way: Qt.SortOrder) -> None:
    """Sort by the column that the keyboard is in."""
    column = table.currentIndex().column()
    if column >= 0:
        table.horizontalHeader().setSortIndicator(column, way)
