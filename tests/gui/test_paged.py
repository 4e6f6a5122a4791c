"""Lists of any length: which pages are asked for and kept, and how their cells are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView

from antq_desktop.gui.common.cells import CellDelegate
from antq_desktop.gui.common.chips import CHIP_ROLE
from antq_desktop.gui.common.paged import PAGE, WAITING, PagedModel, PagedRow
from antq_desktop.gui.common.table import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.theme import Theme

COUNT = 1_000_000
DARK = 128
LAST = (COUNT - 1) // PAGE
HEADS = (Column("Số", "number"), Column("Tên"), Column("Trạng thái", "chip"))


class Asked:
    """What a model asks for."""

    def __init__(self, model: PagedModel[PagedRow]) -> None:
        self.wanted: list[int] = []
        self.near: list[int] = []
        model.page_wanted.connect(self.wanted.append)
        model.page_near.connect(self.near.append)


def rows(page: int, *, struck: bool = False) -> list[PagedRow]:
    """Return the rows of a page."""
    return [
        PagedRow(texts=(str(page * PAGE + at), "Lò Văn Mẫu", "Mới"), tone="warning", struck=struck)
        for at in range(min(PAGE, COUNT - page * PAGE))
    ]


@pytest.fixture
def model(qtbot: QtBot) -> PagedModel[PagedRow]:
    """Return a model of a million rows with its first page."""
    del qtbot
    made = PagedModel[PagedRow](HEADS)
    made.show_rows(COUNT, {0: rows(0)})
    return made


def test_a_page_is_asked_for_once_and_the_next_one_before_it_comes_into_view(
    model: PagedModel[PagedRow],
) -> None:
    asked = Asked(model)
    assert model.shown(PAGE // 2) is not None
    assert (asked.wanted, asked.near) == ([], [])
    assert model.shown(PAGE - 1) is not None
    assert model.shown(PAGE - 2) is not None
    assert (asked.wanted, asked.near) == ([], [1])
    for number in (PAGE, PAGE + 1, COUNT - 1):
        assert model.data(model.index(number, 0)) == WAITING
        assert model.data(model.index(number, 1), CHIP_ROLE) is None
    assert asked.wanted == [1, LAST]  # what is in view now goes before what was only near
    model.set_page(LAST, rows(LAST))
    assert model.data(model.index(COUNT - 1, 0)) == str(COUNT - 1)
    assert asked.near == [1]  # nothing follows the last page, and it does not begin anew
    assert model.shown(LAST * PAGE) is not None
    assert asked.near == [1, LAST - 1]


def test_a_page_that_was_given_up_is_asked_for_again_and_old_ones_go(
    model: PagedModel[PagedRow],
) -> None:
    asked = Asked(model)
    assert model.shown(7 * PAGE) is None
    model.forget([7])
    assert model.shown(7 * PAGE) is None
    assert asked.wanted == [7, 7]
    for page in range(1, 200):
        model.set_page(page, rows(page))
    assert model.shown(0) is None  # used longest ago
    assert model.shown(199 * PAGE) is not None
    model.set_page(0, [None] * PAGE)  # its records are gone meanwhile
    assert model.shown(0) is None
    assert asked.wanted == [7, 7, 0]


def test_a_list_grows_below_its_first_rows(model: PagedModel[PagedRow], qtbot: QtBot) -> None:
    model.show_rows(PAGE + 3, {0: rows(0), 1: rows(1)[:3]})
    asked = Asked(model)
    with qtbot.waitSignal(model.rowsInserted):
        model.grow(COUNT)
    assert model.rowCount() == COUNT
    assert model.shown(0) is not None
    assert model.shown(PAGE) is None  # there are more rows in it now
    assert asked.wanted == [1]


@pytest.fixture
def view(model: PagedModel[PagedRow], theme: Theme, qtbot: QtBot) -> QTableView:
    """Return a table of the model as long lists are drawn."""
    made = QTableView()
    qtbot.addWidget(made)
    made.setModel(model)
    made.setItemDelegate(CellDelegate(made, model, theme))
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.verticalHeader().setDefaultSectionSize(theme.row_height)
    made.setShowGrid(False)
    made.resize(600, 300)
    made.show()
    return made


def painted(image: QImage, cell: QRect, how: Callable[[QColor], bool]) -> list[int]:
    """Return the columns of a cell that have a pixel of some sort, counted from its left."""
    across, down = range(cell.left(), cell.right()), range(cell.top(), cell.bottom())
    found = (x for x in across if any(how(image.pixelColor(x, y)) for y in down))
    return [x - cell.left() for x in found]


def dark(colour: QColor) -> bool:
    """Say whether this is a pixel of a letter, on the light palette."""
    return colour.lightness() < DARK


def test_cells_are_drawn_as_the_style_has_them(
    view: QTableView, model: PagedModel[PagedRow], theme: Theme
) -> None:
    colours = theme.colours
    chosen = view.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    chosen.setCurrentIndex(model.index(1, 0), flags.ClearAndSelect | flags.Rows)
    view.resizeColumnsToContents()
    image = view.viewport().grab().toImage()

    def drawn(row: int, column: int, how: Callable[[QColor], bool] = dark) -> list[int]:
        return painted(image, view.visualRect(model.index(row, column)), how)

    def behind(shade: str) -> Callable[[QColor], bool]:
        return lambda colour: colour == QColor(shade)

    number, name = view.columnWidth(0), view.columnWidth(1)
    assert drawn(3, 0)[-1] > number // 2  # numbers stand on the right
    assert drawn(3, 1)[0] < name // 4
    assert drawn(3, 2, behind(colours.warning_soft))
    assert not drawn(3, 1, behind(colours.accent_soft))
    assert len(drawn(1, 1, behind(colours.accent_soft))) > name - 4  # all of a row that is selected
    model.set_page(0, rows(0, struck=True))
    image = view.viewport().grab().toImage()
    line = drawn(3, 1)
    assert len(line) > len(range(line[0], line[-1])) - 2  # struck out without a gap
    assert drawn(3, 0)[0] > number // 2  # and nowhere but through the letters


def test_a_name_too_long_for_its_column_ends_in_dots(
    view: QTableView, model: PagedModel[PagedRow]
) -> None:
    view.setColumnWidth(1, 60)
    image = view.viewport().grab().toImage()
    cell = view.visualRect(model.index(3, 1))
    short = painted(image, cell, dark)
    assert short
    assert short[-1] < cell.width() - 8
    assert model.data(model.index(3, 1), Qt.ItemDataRole.ToolTipRole) == "Lò Văn Mẫu"
