"""The working days on the screen: what is in doubt, corrected by an office, seen by all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from antq_desktop.gui.working_days import build
from antq_desktop.gui.working_days.view import WorkingDaysView
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.working_days.presenter import WorkingDaysPresenter
    from tests.gui.exchange.conftest import Opened

NOTICE = "Thông báo số 01/TB (mẫu)"


@pytest.fixture
def screen(opened: Opened, qtbot: QtBot) -> Iterator[Callable[[str], WorkingDaysView]]:
    """Return a function that opens a home and shows the screen."""
    kept: list[WorkingDaysPresenter] = []

    def shown(code: str) -> WorkingDaysView:
        context = opened(code)
        presenter = build(context)
        view = presenter.widget
        assert isinstance(view, WorkingDaysView)
        kept.append(presenter)
        qtbot.addWidget(view)
        view.resize(1000, 1100)
        view.show()
        # Nobody sees forms come and go that are not for him.
        assert not press(view, "Ghi vào lịch").isVisible()
        context.session.changed.connect(presenter.refresh)  # as the desk does
        presenter.refresh()
        qtbot.waitUntil(lambda: bool(cells(view)))
        choose_year(view, 2026)
        qtbot.waitUntil(lambda: any("24/11/2026" in row for row in cells(view)))
        return view

    yield shown
    kept.clear()


def cells(view: WorkingDaysView) -> list[list[str]]:
    """Return what the table says."""
    model = view.findChildren(QTableView)[0].model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose_year(view: WorkingDaysView, year: int) -> None:
    """Choose a year as a person does."""
    years = view.findChildren(QComboBox)[0]
    years.setCurrentIndex(years.findData(year))
    years.activated.emit(years.currentIndex())


def press(view: WorkingDaysView, words: str) -> QPushButton:
    """Return the button with these words."""
    return next(
        one for one in view.findChildren(QPushButton) if words in one.text().replace("&", "")
    )


def words(view: WorkingDaysView) -> str:
    """Return all words that stand on the screen now."""
    return "\n".join(one.text() for one in view.findChildren(QLabel) if one.isVisible())


def test_an_office_corrects_and_takes_back(
    screen: Callable[[str], WorkingDaysView], failures: Failures, qtbot: QtBot
) -> None:
    said: list[str] = []
    failures.told.connect(lambda told: said.append(told.text))
    view = screen(OFFICE)
    assert "Theo thông báo chính thức đến ngày 31/12/2026" in words(view)
    doubtful = [row[1] for row in cells(view) if row[0] == "Chưa xác minh"]
    assert doubtful == ["02/01/2026", "10/01/2026", "24/11/2026"]
    correct, (day,) = press(view, "Ghi vào lịch"), view.findChildren(QDateEdit)
    source, notice = (
        one
        for one in view.findChildren(QLineEdit)
        if one.parent() is not day and not isinstance(one.parent(), QComboBox)
    )
    assert not correct.isEnabled()
    day.setDate(QDate(2026, 11, 24))
    source.setText(NOTICE)
    (verified,) = view.findChildren(QCheckBox)
    verified.click()
    correct.click()
    qtbot.waitUntil(
        lambda: ["Đã xác minh", "24/11/2026", "Thứ Ba", "Nghỉ lễ", NOTICE] in cells(view)
    )
    assert said == ["Đã sửa ngày 24/11/2026. Cấp danh bạ mới để các đơn vị có lịch này."]
    assert (source.text(), verified.isChecked()) == ("", False)
    # What is not saved stays typed.
    source.setText(NOTICE)
    verified.click()
    correct.click()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1] == "Lịch đã ghi ngày 24/11/2026 đúng như vậy."
    assert source.text() == NOTICE
    take_back, (table,) = press(view, "Bỏ phần sửa"), view.findChildren(QTableView)
    rows = [row[1] for row in cells(view)]
    table.selectRow(0)
    assert not take_back.isEnabled()  # the program ships that day
    table.selectRow(rows.index("24/11/2026"))
    take_back.click()
    qtbot.waitUntil(lambda: ["Chưa xác minh", "24/11/2026"] in [row[:2] for row in cells(view)])
    # The next year becomes official, and is so no more.
    assert "Thông báo nghỉ lễ năm 2027" in words(view)
    notice.setText(NOTICE)
    press(view, "Đã nhập đủ").click()
    qtbot.waitUntil(lambda: cells(view)[0] == ["Đã nhập đủ", "Cả năm 2027", "", "", NOTICE])
    assert "đến ngày 31/12/2027" in words(view)
    table.selectRow(0)
    take_back.click()
    qtbot.waitUntil(lambda: "đến ngày 31/12/2026" in words(view))
    assert {row[0] for row in cells(view)} == {"Chưa xác minh"}


def test_a_commune_reads_and_corrects_nothing(screen: Callable[[str], WorkingDaysView]) -> None:
    view = screen(COMMUNE)
    assert not press(view, "Ghi vào lịch").isVisible()
    assert not press(view, "Bỏ phần sửa").isVisible()
    assert "Lịch do Thành phố Phủ Lý gửi theo danh bạ." in words(view)
