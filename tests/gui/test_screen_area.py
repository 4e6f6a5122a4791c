"""A screen has its place: it makes no window larger, and what does not fit is scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from antq_desktop.gui.common.flow import Flow
from antq_desktop.gui.common.pages import PageHeader, button, label
from antq_desktop.gui.common.screen_area import ScreenArea, keep_rows, share_room
from antq_desktop.gui.common.table import Column, Row, TableModel, dress_table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.theme import Theme

ROWS = 10


@pytest.fixture
def large(theme: Theme) -> Theme:
    """Return the theme with text at 200 %."""
    theme.set_text_percent(200)
    return theme


def test_what_does_not_fit_is_scrolled_to_and_followed_by_the_keyboard(
    large: Theme, qtbot: QtBot
) -> None:
    model = TableModel((Column("Tên"), Column("Số", "number")))
    model.set_rows([Row(str(at), (f"Đơn vị {at}", str(at))) for at in range(30)])
    table, page = QTableView(), QWidget()
    dress_table(table, model, large)
    header = PageHeader("Gói đến", "Thả tệp vào đây hoặc chọn tệp.")
    acts = [button(text) for text in ("Chọn tệp…", "Chọn thư mục…", "Theo dõi thư mục…")]
    for act in acts:
        header.add_action(act)
    split = QSplitter()
    split.addWidget(table)
    split.addWidget(label("Có thể nhận: 4 hồ sơ mới."))
    share_room(split, 40)
    keep_rows(split, ROWS)
    column = QVBoxLayout(page)
    column.addWidget(header)
    column.addWidget(split, stretch=1)
    area = ScreenArea(page, large)
    qtbot.addWidget(area)
    area.resize(640, 400)
    area.show()

    def settled() -> None:
        assert area.width() == 640
        assert area.horizontalScrollBar().maximum() == 0, "no wider than its place"
        assert split.height() >= area.maximumViewportSize().height(), "the work fills the place"
        assert area.verticalScrollBar().maximum() > 0, "the rest is scrolled to"
        assert acts[-1].y() > acts[0].y(), "buttons go on in the next line"
        assert all(act.width() >= act.sizeHint().width() for act in acts)

    qtbot.waitUntil(settled)
    table.setFocus()
    for _ in range(6):
        QTest.keyClick(table, Qt.Key.Key_Down)

    def in_view(inside: QWidget, rect: QRect) -> bool:
        ends = (inside.mapTo(area.viewport(), end) for end in (rect.topLeft(), rect.bottomLeft()))
        return all(area.viewport().rect().contains(end) for end in ends)

    qtbot.waitUntil(lambda: in_view(table.viewport(), table.visualRect(table.currentIndex())))
    assert not in_view(acts[0], acts[0].rect())
    acts[0].setFocus()
    assert in_view(acts[0], acts[0].rect())

    large.set_text_percent(100)
    area.resize(1000, 600)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert page.height() == area.viewport().height(), "a small page fills its place"
    qtbot.waitUntil(lambda: acts[-1].y() == acts[0].y())


def test_a_border_that_a_person_moved_stays(theme: Theme, qtbot: QtBot) -> None:
    del theme
    split = QSplitter()
    split.addWidget(QTableView())
    split.addWidget(QWidget())
    share_room(split, 40)
    qtbot.addWidget(split)
    split.resize(1000, 300)
    split.show()
    qtbot.waitUntil(lambda: 300 <= split.sizes()[1] <= 440)
    handle = split.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 9))
    QTest.mouseMove(handle, QPoint(-200, 9))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(-200, 9))
    moved = split.sizes()[1]
    assert moved > 440
    split.resize(990, 300)
    qtbot.waitUntil(lambda: sum(split.sizes()) < 990)
    assert abs(split.sizes()[1] - moved) < 20


def test_a_row_of_buttons_leaves_out_what_is_hidden(theme: Theme, qtbot: QtBot) -> None:
    del theme
    place, flow = QWidget(), Flow()
    buttons = [QPushButton(text) for text in ("Một", "Hai", "Ba")]
    for each in buttons:
        flow.addWidget(each)
    place.setLayout(flow)
    qtbot.addWidget(place)
    buttons[1].hide()
    wide = flow.sizeHint().width()
    assert wide == sum(buttons[at].sizeHint().width() for at in (0, 2)) + flow.spacing()
    assert flow.heightForWidth(wide) < flow.heightForWidth(wide - 1)
    assert flow.count() == 3
    assert flow.itemAt(3) is None
    taken = flow.takeAt(1)
    assert taken is not None
    assert taken.widget() is buttons[1]
    assert flow.takeAt(5) is None


def test_lesser_columns_go_before_a_table_is_scrolled_sideways(theme: Theme, qtbot: QtBot) -> None:
    columns = (Column("Gói"), Column("Kết quả", "chip"), Column("Sửa", "number", 2))
    model = TableModel((*columns, Column("Lỗi", "number", 1)))
    model.set_rows([Row("1", ("Phường Quang Trung", "Không nhận được", "1.000", "2.000"))])
    table = QTableView()
    qtbot.addWidget(table)
    dress_table(table, model, theme)
    table.show()
    gone: list[set[int]] = []
    for width in range(500, 180, -4):
        table.resize(width, 200)
        hidden = {at for at in range(4) if table.isColumnHidden(at)}
        if not gone or hidden != gone[-1]:
            gone.append(hidden)
    assert gone == [set(), {2}, {2, 3}]
    table.resize(500, 200)
    assert not any(map(table.isColumnHidden, range(4)))
