"""Who has reported: the matrix, its filters, due dates, papers, a workbook, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from antq_desktop.gui import inbox, reported
from antq_desktop.gui.paper.sources import WorkspaceSource
from antq_desktop.gui.reported.dues import DuesDialog
from antq_desktop.gui.reported.model import TONE_ROLE
from tests.gui.exchange.conftest import child, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND
from tests.unit.services.exchange import take

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.reported.presenter import ReportedPresenter
    from antq_desktop.gui.screen import Context, PaperWanted
    from antq_desktop.services.papers import Paper
    from tests.unit.services.conftest import World


def built(context: Context, qtbot: QtBot) -> ReportedPresenter:
    screen = reported.build(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)  # as the main window does
    screen.widget.resize(1110, 640)
    screen.widget.show()
    screen.refresh()
    wait_idle(context, qtbot)
    return screen


def table(screen: ReportedPresenter) -> QTableView:
    return child(screen.widget, QTableView, "matrix")


def is_compact(screen: ReportedPresenter) -> bool:
    return screen.view.compact


def choose(screen: ReportedPresenter, name: str, text: str) -> None:
    boxes = screen.widget.findChildren(QComboBox)
    box = next(one for one in boxes if one.accessibleName() == name)
    at = box.findText(text)
    assert at >= 0, [box.itemText(place) for place in range(box.count())]
    box.setCurrentIndex(at)


def row_of(screen: ReportedPresenter, name: str) -> int:
    return next(at for at, row in enumerate(texts(table(screen))) if row[0] == name)


def test_the_matrix_opens_at_what_was_reported_last_and_leads_to_the_bundle(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    take(world, submission(world, COMMUNE, "DL-2023-Q4"))
    context = opened(OFFICE)
    screen = built(context, qtbot)
    view = table(screen)
    at = row_of(screen, "Phường Quang Trung")
    assert texts(view)[at] == ["Phường Quang Trung", *["Chưa nộp"] * 3, "Đã nộp", "1/4"]
    assert texts(view)[-1] == ["Đã nộp / phải nộp", "0/21", "0/21", "0/21", "1/21", "1/84"]
    heads = [view.model().headerData(one, Qt.Orientation.Horizontal) for one in range(6)]
    assert heads == ["Đơn vị", "Quý I", "Quý II", "Quý III", "Quý IV", "Đã nộp"]
    assert view.model().index(at, 4).data(TONE_ROLE) == "done"
    assert not view.horizontalScrollBar().isVisible()
    said = child(screen.widget, QLabel, "said")
    button = child(screen.widget, QPushButton, "open")
    view.setCurrentIndex(view.model().index(at, 1))
    assert "Phường Quang Trung, Quý I/2023: Chưa nộp" in said.text()
    assert not button.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "Quý IV/2023: Đã nộp báo cáo. Nhận lúc 08:00 15/01/2024 (Đã nhận)." in said.text()
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == said.text()
    bundles: list[str] = []
    screen.open_bundle.connect(bundles.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    button.click()
    assert len(bundles) == 2
    desk = inbox.build(context)
    qtbot.addWidget(desk.widget)
    desk.show_bundle(bundles[0])
    wait_idle(context, qtbot)
    assert child(desk.widget, QLabel, "historyName").text() == "Phường Quang Trung"
    left: list[bool] = []
    screen.may_leave(lambda: left.append(True))
    assert (left, screen.title) == ([True], "Ai đã báo cáo")


def test_filters_letters_and_due_dates(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    take(world, submission(world, COMMUNE, "DL-2023-12"))
    context = opened(OFFICE)
    screen = built(context, qtbot)
    legend = child(screen.widget, QLabel, "legend")
    assert legend.text() == "Đã nộp: 1   ·   Chưa nộp: 251"
    screen.widget.resize(560, 640)
    assert is_compact(screen)
    assert legend.text() == "N = Đã nộp: 1   ·   C = Chưa nộp: 251", "letters are explained"
    at = row_of(screen, "Phường Quang Trung")
    assert texts(table(screen))[at][11:13] == ["C", "N"]
    assert not table(screen).horizontalScrollBar().isVisible()
    screen.widget.resize(1110, 640)
    assert not is_compact(screen)
    choose(screen, "Trạng thái", "Đã nộp")
    wait_idle(context, qtbot)
    assert [row[0] for row in texts(table(screen))] == ["Phường Quang Trung", "Đã nộp / phải nộp"]
    choose(screen, "Trạng thái", "Hai bản")
    wait_idle(context, qtbot)
    assert table(screen).isHidden()
    choose(screen, "Trạng thái", "Mọi trạng thái")
    wait_idle(context, qtbot)
    screen.view.dues_asked.emit()
    wait_idle(context, qtbot)
    dialog = screen.widget.findChild(DuesDialog)
    assert isinstance(dialog, DuesDialog)
    of, when = child(dialog, QComboBox, "of"), child(dialog, QLineEdit, "when")
    assert of.currentText() == "Mọi kỳ: Tháng – Dương lịch"
    when.setText("không rõ")
    child(dialog, QPushButton, "set").click()
    wait_idle(context, qtbot)
    assert "Số ngày" in said.pop().text
    when.setText("5")
    QTest.keyClick(when, Qt.Key.Key_Return)
    wait_idle(context, qtbot)
    of.setCurrentIndex(of.findText("Tháng 12/2023"))
    when.setText("20/1/2024")
    child(dialog, QPushButton, "set").click()
    wait_idle(context, qtbot)
    assert texts(child(dialog, QTableView, "rules")) == [
        ["Tháng 12/2023", "20/01/2024"],
        ["Mọi kỳ: Tháng – Dương lịch", "5 ngày sau khi hết kỳ"],
    ]
    row = texts(table(screen))[row_of(screen, "Phường Quang Trung")]
    assert row[1:] == [*["Quá hạn"] * 11, "Đã nộp", "1/12"]
    head = table(screen).model().headerData(12, Qt.Orientation.Horizontal)
    assert head == "T12\n20/01"
    header = table(screen).horizontalHeader()
    assert header.height() > 2 * header.fontMetrics().height()
    child(dialog, QPushButton, "drop").click()
    wait_idle(context, qtbot)
    assert len(texts(child(dialog, QTableView, "rules"))) == 1
    dialog.reject()


def test_units_are_sorted_by_any_column_and_the_marked_cell_goes_along(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    take(world, submission(world, COMMUNE, "DL-2023-Q4"), submission(world, SECOND, "DL-2023-Q3"))
    context = opened(OFFICE)
    screen = built(context, qtbot)
    choose(screen, "Loại kỳ", "Quý – Dương lịch")
    wait_idle(context, qtbot)
    view = table(screen)
    as_it_came = texts(view)
    assert view.horizontalHeader().sortIndicatorSection() == -1
    view.setCurrentIndex(view.model().index(row_of(screen, "Phường Quang Trung"), 4))
    keys = {one.shortcut().toString(): one for one in view.actions()}
    keys["Ctrl+Shift+Up"].trigger()  # what is done comes first
    assert [row[4] for row in texts(view)[:2]] == ["Đã nộp", "Chưa nộp"]
    said = child(screen.widget, QLabel, "said")
    assert "Phường Quang Trung, Quý IV/2023: Đã nộp" in said.text()
    keys["Ctrl+Shift+Down"].trigger()
    assert [row[4] for row in texts(view)[-2:]] == ["Đã nộp", "1/21"]  # the counts stay below
    assert view.currentIndex().row() == row_of(screen, "Phường Quang Trung")
    screen.refresh()
    wait_idle(context, qtbot)
    assert texts(view)[-2][0] == "Phường Quang Trung"  # read anew, it is still sorted
    header = view.horizontalHeader()
    header.setSortIndicator(5, Qt.SortOrder.DescendingOrder)
    assert {row[0] for row in texts(view)[:2]} == {"Phường Quang Trung", "Phường Lương Khánh Thiện"}
    header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in texts(view)[:2]] == ["Xã Trịnh Xá", "Xã Tiên Tân"]
    choose(screen, "Loại kỳ", "Tháng – Dương lịch")
    wait_idle(context, qtbot)
    assert header.sortIndicatorSection() == -1  # other columns
    assert [row[0] for row in texts(view)] == [row[0] for row in as_it_came]


def test_the_matrix_is_printed_saved_and_reminds(
    world: World, opened: Callable[[str], Context], said: list[Told], qtbot: QtBot
) -> None:
    take(world, submission(world, COMMUNE, "DL-2023-Q4"))
    context = opened(OFFICE)
    screen = built(context, qtbot)
    wanted: list[PaperWanted] = []
    screen.paper_asked.connect(wanted.append)
    view = table(screen)
    view.setCurrentIndex(view.model().index(0, 4))
    menu = child(screen.widget, QPushButton, "remind").menu()
    for action in menu.actions():
        action.trigger()
    QTest.keyClick(screen.widget, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert [one.form for one in wanted] == [
        "reported-reminders",
        "reported-letter",
        "reported-letter",
        "reported-matrix",
    ]
    assert [len(one.reported.periods) for one in wanted if one.reported] == [1, 1, 1, 4]
    for one in (wanted[0], wanted[2]):
        made: list[Paper] = []
        source = WorkspaceSource(context.session, one)
        source.compose(made.append, context.failures.show, lambda _done, _total: None)
        qtbot.waitUntil(partial(bool, made))
        assert made[0].pages == 1
    book = world.folder / "usb" / "bang.xlsx"
    screen.view.excel_asked.emit(str(book))
    wait_idle(context, qtbot)
    assert said.pop().text == "Đã ghi bảng ra bang.xlsx."
    assert book.is_file()
    excel = child(screen.widget, QPushButton, "excel")
    excel.click()
    dialog = screen.widget.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("DL-Q-2023.xlsx")
    dialog.reject()
