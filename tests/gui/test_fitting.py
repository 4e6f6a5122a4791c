"""Columns share the room by their words, and rows are as high as these need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView

from antq_desktop.gui.common.fitting import share_out
from antq_desktop.gui.common.table import AnyIndex, Column, Row, TableModel, dress_table, fit_rows
from antq_desktop.gui.consolidated.heads import names_height
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.theme import Theme

NAME = "Nhóm a: rất nghiêm trọng, đặc biệt nghiêm trọng, gây hậu quả cho nhiều người"


def table_of(
    qtbot: QtBot, theme: Theme, columns: Sequence[Column], rows: Sequence[Row], wide: int = 0
) -> tuple[QTableView, TableModel]:
    view = QTableView()
    model = TableModel(columns, view)
    qtbot.addWidget(view)
    dress_table(view, model, theme, wide)
    view.resize(900, 400)
    view.show()
    model.set_rows(rows)
    return view, model


def test_the_widest_give_way_and_none_below_its_least() -> None:
    given = share_out({0: 100, 1: 400, 2: 300}, {0: 50, 1: 50, 2: 50}, 500, 0)
    assert 100 <= given[0] < 100 + S  # and what is left over
    assert sum(given.values()) == 500
    assert abs(given[1] - given[2]) <= S
    assert share_out({0: 100, 1: 400}, {0: 90, 1: 380}, 300, 0) == {0: 90, 1: 380}
    assert share_out({0: 100, 1: 200}, {0: 50, 1: 50}, 400, 0) == {0: 200, 1: 200}


def test_a_long_name_goes_on_below_and_back_into_one_line(qtbot: QtBot, theme: Theme) -> None:
    columns = (Column("Chỉ tiêu"), Column("Kỳ này", "number"))
    view, _ = table_of(qtbot, theme, columns, [Row("a", (NAME, "7")), Row("b", ("Tin", "0"))])
    assert view.rowHeight(0) == theme.row_height
    view.resize(260, 400)
    qtbot.waitUntil(lambda: view.rowHeight(0) >= 3 * view.fontMetrics().lineSpacing())
    assert view.rowHeight(1) == theme.row_height
    assert view.horizontalScrollBar().maximum() == 0
    view.resize(900, 400)
    qtbot.waitUntil(lambda: view.rowHeight(0) == theme.row_height)


def test_an_empty_table_gives_the_room_to_its_wide_column(qtbot: QtBot, theme: Theme) -> None:
    view, _ = table_of(qtbot, theme, (Column("Number"), Column("Tên")), (), wide=1)
    view.resize(140, 400)
    qtbot.waitUntil(lambda: view.columnWidth(0) + view.columnWidth(1) <= 140)
    heading = view.horizontalHeader().sectionSizeHint(0)
    assert view.columnWidth(0) == heading


def test_the_title_of_a_group_goes_on_below(qtbot: QtBot, theme: Theme) -> None:
    columns = (Column("Chỉ tiêu"), Column("Kỳ này", "number"))
    view, _ = table_of(qtbot, theme, columns, [Row("R01", (NAME,), kind="group")])
    view.resize(260, 400)
    qtbot.waitUntil(lambda: view.rowHeight(0) >= 3 * view.fontMetrics().lineSpacing())


def test_words_that_stand_beside_too_take_a_few_lines(qtbot: QtBot, theme: Theme) -> None:
    view, _ = table_of(qtbot, theme, (Column("Kỳ", lines=2),), [Row("a", (NAME * 4,))])
    view.resize(200, 400)
    line = view.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: 2 * line <= view.rowHeight(0) < 3 * line)


def test_a_table_stays_as_high_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    columns = (Column("Chỉ tiêu"), Column("Kỳ này", "number"))
    view, _ = table_of(qtbot, theme, columns, [Row("a", (NAME, "7"))])
    fit_rows(view, 2)
    before = view.height()
    view.resize(260, view.height())
    qtbot.waitUntil(lambda: view.height() > before)
    assert view.height() - before == view.rowHeight(0) - theme.row_height


def test_earlier_figures_go_before_names_are_squeezed(qtbot: QtBot, theme: Theme) -> None:
    columns = (
        Column("Chỉ tiêu"),
        Column("Kỳ này", "number"),
        Column("Kỳ trước", "number", 1),
        Column("Cùng kỳ năm trước", "number", 2),
    )
    view, _ = table_of(qtbot, theme, columns, [Row("a", (NAME, "7", "8", "9"))])
    assert not view.isColumnHidden(3)
    view.resize(360, 400)
    qtbot.waitUntil(lambda: view.isColumnHidden(3))
    assert not view.isColumnHidden(1)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_long_table_is_measured_once_however_often_it_is_resized(
    qtbot: QtBot, theme: Theme
) -> None:
    asked = set[int]()

    class Noted(TableModel):
        def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            asked.add(index.row())
            return super().data(index, role)

    view = QTableView()
    qtbot.addWidget(view)
    model = Noted((Column("Chỉ tiêu"), Column("Kỳ này", "number")), view)
    dress_table(view, model, theme)
    view.resize(900, 400)
    view.show()
    model.set_rows([Row(str(at), (f"{NAME} {at}", str(at))) for at in range(500)])
    assert len(asked) == 500
    asked.clear()
    view.resize(300, 400)
    qtbot.waitUntil(lambda: view.rowHeight(499) >= 2 * view.fontMetrics().lineSpacing())
    assert 0 < len(asked) < 100  # those in view, and the widest number


def test_the_name_of_a_unit_is_whole_beside_its_numbers(theme: Theme) -> None:
    theme.set_text_percent(200)
    font = QApplication.font()
    line = QFontMetrics(font).lineSpacing()
    unit = "Phường Lương Khánh Thiện"
    assert names_height([unit], font, 500) < 2 * line <= names_height([unit], font, 224)
    assert names_height(["Tổng cộng", unit], font, 224) == names_height([unit], font, 224)
