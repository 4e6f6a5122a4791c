"""The figures: beside earlier periods, unit by unit, with the records behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView

from antq_desktop.domain.periods import parse_period
from antq_desktop.gui import figures
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.figures.dialogs import ControlsDialog, SentencesDialog
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reporting import correct as correct_report
from antq_desktop.services.saving import void_record
from tests.gui.exchange.conftest import child, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, coop, model
from tests.unit.services.reports import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.figures.presenter import FiguresPresenter
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World


def shown(context: Context, period: str, qtbot: QtBot) -> FiguresPresenter:
    """Return the screen with the figures of a period."""
    screen = figures.build(context)
    qtbot.addWidget(screen.widget)
    screen.refresh()
    table = table_of(screen, "table")
    qtbot.waitUntil(lambda: bool(texts(table)))
    screen.view.picker.set_period(parse_period(period))
    wait_idle(context, qtbot)
    return screen


def table_of(screen: FiguresPresenter, name: str) -> QTableView:
    return child(screen.widget, QTableView, name)


def text_of(screen: FiguresPresenter, name: str) -> str:
    return child(screen.widget, QLabel, name).text()


def select(screen: FiguresPresenter, label: str) -> None:
    rows = [row[0] for row in texts(table_of(screen, "table"))]
    table_of(screen, "table").selectRow(rows.index(label))


def test_a_register_that_nobody_has_seen_is_counted_and_its_records_open(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    world.add(COMMUNE, coop("2022-03-03"))
    context = opened(COMMUNE)
    screen = shown(context, "DL-2023", qtbot)
    rows = texts(table_of(screen, "table"))
    assert ["Chuồng mới dựng", "2", "1", "1"] in rows
    assert ["X01 · Chuồng gà", "", "", ""] in rows
    assert ["Số tổ", "0", "0", "0"] in rows
    select(screen, "Chuồng mới dựng")
    wait_idle(context, qtbot)
    assert text_of(screen, "value") == "2"
    assert "quy tắc đếm X (mã chỉ tiêu X1.1)" in text_of(screen, "rule")
    records = table_of(screen, "records")
    assert [row[0] for row in texts(records)] == ["1/2023", "2/2023"]
    with qtbot.waitSignal(screen.open_record) as asked:
        records.activated.emit(records.model().index(0, 0))
    assert asked.args
    assert table_of(screen, "units").isHidden()


def test_an_open_period_is_explained_and_an_old_answer_is_not_shown(
    opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    context = opened(COMMUNE)
    screen = shown(context, "DL-2024", qtbot)
    assert "chưa kết thúc" in text_of(screen, "note")
    assert "15/01/2024" in text_of(screen, "note")
    screen.view.picker.set_period(parse_period("2023-05-01_2023-05-31"))
    screen.view.picker.set_period(parse_period("DL-2022"))
    wait_idle(context, qtbot)
    assert ["Chuồng mới dựng", "0", "0", "0"] in texts(table_of(screen, "table"))
    assert text_of(screen, "note") == ""
    screen.view.picker.set_period(parse_period("DL-2025"))
    wait_idle(context, qtbot)
    assert "chưa bắt đầu" in text_of(screen, "note")


def test_an_office_sees_the_sum_and_each_unit(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    with world.open(OFFICE) as workspace:
        for code in (COMMUNE, SECOND):
            import_bundle(workspace, submission(world, code, "DL-2023"))
    context = opened(OFFICE)
    screen = shown(context, "DL-2023", qtbot)
    assert ["Chuồng mới dựng", "4", "0", "0"] in texts(table_of(screen, "table"))
    select(screen, "Chuồng mới dựng")
    wait_idle(context, qtbot)
    assert [row[1] for row in texts(table_of(screen, "units"))] == ["2", "2"]
    unit = child(screen.widget, QComboBox, "unit")
    assert unit.count() == 3
    unit.setCurrentIndex(1)
    wait_idle(context, qtbot)
    assert ["Chuồng mới dựng", "2", "0", "0"] in texts(table_of(screen, "table"))
    assert text_of(screen, "name") == "Chuồng mới dựng"


def test_days_in_the_wrong_order_ask_nothing(
    opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    context = opened(COMMUNE)
    screen = shown(context, "2023-01-01_2023-06-30", qtbot)
    before = texts(table_of(screen, "table"))
    picker = screen.view.picker
    picker.choose_days(parse_period("DL-2023").last, parse_period("DL-2023").first)
    wait_idle(context, qtbot)
    assert picker.period is None
    assert texts(table_of(screen, "table")) == before


def test_late_entries_stand_under_the_figure_and_a_new_version_is_ordered(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    (record,) = world.add(COMMUNE, coop("2023-01-10"))
    with world.open(COMMUNE) as workspace:
        frozen(workspace, "DL-2023-01")
    world.add(COMMUNE, coop("2023-01-20"))
    context = opened(COMMUNE)
    screen = shown(context, "DL-2023-02", qtbot)
    rows = texts(table_of(screen, "table"))
    assert ["Bổ sung kỳ trước", "+ 1", "", ""] in rows
    assert any(row[0] == "(kể cả người dưới 18 tuổi)" for row in rows)
    select(screen, "Chuồng mới dựng")
    wait_idle(context, qtbot)
    assert "Bổ sung kỳ trước 1: việc của kỳ đã chốt" in text_of(screen, "rule")
    correct = child(screen.widget, QPushButton, "correct")
    assert correct.isHidden()
    screen.view.picker.set_period(parse_period("DL-2023-01"))
    wait_idle(context, qtbot)
    assert text_of(screen, "note") == "Số liệu kỳ này đã chốt, bản 1."
    context.session.change(
        lambda workspace: void_record(workspace, record, reason="nhập nhầm"), lambda _: None
    )
    screen.refresh()
    wait_idle(context, qtbot)
    assert "Đã thay đổi sau khi chốt: Chuồng mới dựng 1 → 0." in text_of(screen, "note")
    assert not correct.isHidden()
    correct.click()
    dialog = screen.widget.findChild(ReasonDialog)
    assert dialog is not None
    dialog.reason.setPlainText("một hồ sơ nhập nhầm")
    dialog.accept()
    wait_idle(context, qtbot)
    screen.refresh()
    wait_idle(context, qtbot)
    assert "bản 2" in text_of(screen, "note")
    # The new version takes what was late, since nobody told it yet.
    assert "Khác bản trước" not in text_of(screen, "note")
    assert ["Chuồng mới dựng", "1", "0", "0"] in texts(table_of(screen, "table"))


def test_sentences_are_copied_and_controls_open_a_record(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    world.add(COMMUNE, model(), register="movement_models")
    context = opened(COMMUNE)
    screen = shown(context, "DL-2023", qtbot)
    child(screen.widget, QPushButton, "sentences").click()
    wait_idle(context, qtbot)
    sentences = screen.widget.findChild(SentencesDialog)
    assert sentences is not None
    assert "Xây dựng, triển khai mới 2 mô hình" in sentences.text.toPlainText()
    sentences.copy.click()
    assert QGuiApplication.clipboard().text() == sentences.text.toPlainText()
    sentences.reject()
    child(screen.widget, QPushButton, "controls").click()
    wait_idle(context, qtbot)
    dialog = screen.widget.findChild(ControlsDialog)
    assert dialog is not None
    (row,) = texts(dialog.table)
    assert row[0] == "Cần xem"
    assert "(B6.2) là 2, nhiều hơn Mô hình duy trì hoạt động hiệu quả (B6.1) là 0." in row[2]
    with qtbot.waitSignal(screen.open_record) as asked:
        dialog.table.activated.emit(dialog.model.index(0, 0))
    assert asked.args


def test_an_office_sees_what_a_new_version_changed(
    world: World, opened: Callable[[str], Context], qtbot: QtBot
) -> None:
    (record,) = world.add(COMMUNE, coop("2023-01-10"))
    for act in ("first", "second"):
        with world.open(COMMUNE) as workspace:
            if act == "second":
                void_record(workspace, record, reason="nhập nhầm")
                correct_report(workspace, parse_period("DL-2023-01"), "nhập nhầm")
        with world.open(OFFICE) as workspace:
            import_bundle(workspace, submission(world, COMMUNE, "DL-2023-01"))
    context = opened(OFFICE)
    screen = shown(context, "DL-2023-01", qtbot)
    unit = child(screen.widget, QComboBox, "unit")
    unit.setCurrentIndex(unit.count() - 1)
    wait_idle(context, qtbot)
    assert "bản 2" in text_of(screen, "note")
    assert "Khác bản trước: Chuồng mới dựng 1 → 0." in text_of(screen, "note")
    assert child(screen.widget, QPushButton, "correct").isHidden()
