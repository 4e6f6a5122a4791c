"""How parts stand to each other: cells below their headings, lines of a dialogue, names of bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import fit_dialog
from antq_desktop.gui.common.table import Column, Row, TableModel, dress_table
from antq_desktop.gui.consolidated.chart import Bar, BarChart
from antq_desktop.gui.theme import M
from tests.gui.test_ground import contrast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.theme import Appearance, Theme

DARK = 160
HINT = "Danh sách mang ngày hôm nay; các đơn vị có qua danh bạ cấp lần sau."


def inked(drawn: QImage, rows: range, columns: range) -> list[int]:
    """Return the columns in which something dark is drawn."""
    return [x for x in columns if any(QColor(drawn.pixel(x, y)).lightness() < DARK for y in rows)]


def test_cells_stand_below_their_headings(theme: Theme, qtbot: QtBot) -> None:
    model = TableModel((Column("HH"), Column("HH", "number"), Column("")))
    model.set_rows([Row("1", ("HH", "HH", ""))])
    table = QTableView()
    qtbot.addWidget(table)
    dress_table(table, model, theme, wide=2)
    table.resize(400, 200)
    table.show()
    table.clearSelection()
    drawn, header = table.grab().toImage(), table.horizontalHeader()
    edge = table.viewport().x()
    head = range(4, header.height() - 4)
    row = range(header.height() + 4, header.height() + theme.row_height - 4)
    for column, end in ((0, 0), (1, -1)):
        left = edge + header.sectionPosition(column) + 2
        room = range(left, left + header.sectionSize(column) - 4)
        above, below = inked(drawn, head, room), inked(drawn, row, room)
        assert above
        assert below
        assert abs(above[end] - below[end]) <= 1


@pytest.mark.parametrize("percent", [100, 200])
def test_the_lines_of_a_dialogue_stand_as_near_as_they_should(
    percent: int, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_text_percent(percent)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    column.setSpacing(M)
    lines = [label("Làm mới danh sách thu hồi", "section"), label(HINT, "muted")]
    for line in lines:
        column.addWidget(line)
    column.addWidget(QPushButton("Làm mới"))
    fit_dialog(dialog, 60)
    dialog.show()
    qtbot.waitExposed(dialog)
    for line in lines:
        assert line.height() == line.heightForWidth(line.width())
    assert lines[1].y() == lines[0].geometry().bottom() + 1 + M


def test_the_names_of_bars_are_whole(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    draw: Callable[..., None] = QPainter.drawText

    def noted(*args: object) -> None:
        said.append(str(args[-1]))
        draw(*args)

    chart = BarChart(theme)
    qtbot.addWidget(chart)
    chart.resize(270, 200)
    names = ["Phường Lương Khánh Thiện", "Phường Quang Trung"]
    chart.show_bars("Mô hình", [Bar(name, 2, 3) for name in names])
    monkeypatch.setattr("PySide6.QtGui.QPainter.drawText", noted)
    chart.grab()
    assert [one for one in said if one.startswith("Phường")] == names


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_a_field_proposes_can_be_read(
    kind: type[QLineEdit | QPlainTextEdit], appearance: Appearance, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_appearance(appearance)
    field = kind()
    qtbot.addWidget(field)
    field.resize(300, 60)
    field.setPlaceholderText("HHHHHHHHHHHH")
    field.show()
    drawn = field.grab(QRect(12, 6, 260, 48)).toImage()
    ground = QColor(theme.colours.base).name()
    shades = {drawn.pixelColor(x, y).name() for x in range(100) for y in range(drawn.height())}
    theme.set_appearance("light")
    assert max(contrast(shade, ground) for shade in shades) >= 4.5
