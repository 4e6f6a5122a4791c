"""Records that may be about one person: the queue, side by side, deciding, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QTableView

from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.duplicates.dialog import BesideDialog
from antq_desktop.gui.duplicates.view import DuplicatesView
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.shell.listed import ENTRY
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.saving import add_records
from tests.gui.conftest import PASSPHRASE, part
from tests.unit.domain.test_drug_user_management import file
from tests.unit.services.test_limits import tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.application import Desktop
    from antq_desktop.paths import Paths

AN: dict[str, object] = {
    "full_name": "Lò Văn Án",
    "born": "1990-05-01",
    "sex": "male",
    "id_number": "000090000001",
}
AGAIN = {**AN, "full_name": "Lò Văn An", "occupation": "Làm ruộng", "born": "1990"}
BOOK = "drug_user_management"
"""Its records of these tests are a pair that differs, and a report that stands there twice."""


@pytest.fixture
def paths(commune: Paths, catalogue: Catalogue) -> Paths:
    """Return a commune with a pair of files of one person, and a pair of reports."""
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        files = [file(person=AN), file(person=AGAIN)]
        add_records(workspace, catalogue.by_name[BOOK], files)
        reports = [tip(day, suspects=[{"person": AN}]) for day in ("2023-05-05", "2023-05-06")]
        add_records(workspace, catalogue.by_name["crime_reports"], reports)
    return commune


def shown(desktop: Desktop, qtbot: QtBot, pairs: int) -> DuplicatesView:
    """Go to the queue, and wait until so many pairs are there."""
    assert desktop.window.desk is not None
    desktop.window.desk.go("duplicates")
    view = desktop.window.desk.screen("duplicates").widget
    assert isinstance(view, DuplicatesView)
    qtbot.waitUntil(lambda: len(cells(view.table)) == pairs)
    return view


def cells(table: QTableView) -> list[list[str]]:
    """Return what a table says."""
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def press(view: DuplicatesView | QDialog, name: str) -> None:
    """Press a button."""
    part(view, QPushButton, name).click()


def compared(view: DuplicatesView, row: int, qtbot: QtBot) -> BesideDialog:
    """Open a pair side by side."""
    view.table.selectRow(row)
    press(view, "compare")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(BesideDialog)))
    return next(one for one in view.findChildren(BesideDialog) if one.isVisible())


def test_a_double_is_decided_of_voided_and_taken_up_again(
    unlocked: Callable[[Paths], Desktop], paths: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(paths)
    view = shown(desktop, qtbot, 2)
    rows = cells(view.table)
    assert [row[3:] for row in rows] == [
        ["cùng số giấy tờ, cùng họ tên (bỏ dấu), năm sinh", "Đang chờ"]
    ] * 2
    assert "Lò Văn An" in rows[1][2]
    assert "Lò Văn Án" in rows[1][1]
    dialog = compared(view, 1, qtbot)
    differing = [row[1:] for row in cells(dialog.table) if row[0] == "≠ khác"]
    assert differing == [
        ["Người bị quản lý: Họ và tên khai sinh", "Lò Văn Án", "Lò Văn An"],
        ["Người bị quản lý: Ngày, tháng, năm sinh", "01/05/1990", "1990"],
        ["Người bị quản lý: Nghề nghiệp", "–", "Làm ruộng"],
    ]
    assert any("Có thể trùng: cùng số giấy tờ" in one.text() for one in dialog.findChildren(QLabel))
    press(dialog, "later")
    assert len(cells(view.table)) == 2
    dialog = compared(view, 1, qtbot)
    dialog.reason.setText("nhập hai lần")
    press(dialog, "double")
    qtbot.waitUntil(lambda: bool(view.findChildren(ReasonDialog)))
    asked = view.findChildren(ReasonDialog)[0]
    assert asked.reason.toPlainText() == "Trùng với hồ sơ số 1/2023"
    asked.accept()
    qtbot.waitUntil(lambda: len(cells(view.table)) == 1)
    decided = part(view, QCheckBox, "decided")
    decided.click()
    qtbot.waitUntil(lambda: len(cells(view.table)) == 2)
    assert "đã hủy" in cells(view.table)[1][2]
    assert cells(view.table)[1][4] == "Một hồ sơ ghi trùng"
    dialog = compared(view, 1, qtbot)
    assert any("nhập hai lần" in one.text() for one in dialog.findChildren(QLabel))
    assert dialog.findChild(QPushButton, "double") is None
    dialog.reject()
    assert part(view, QPushButton, "reopen").isEnabled()
    press(view, "reopen")
    qtbot.waitUntil(lambda: len(cells(view.table)) == 1)  # voided, it looks like nobody any more


def test_a_report_that_is_a_double_is_opened_to_name_the_other(
    unlocked: Callable[[Paths], Desktop], paths: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(paths)
    view = shown(desktop, qtbot, 2)
    press(compared(view, 0, qtbot), "double")
    desk = desktop.window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.current == ENTRY)
    view = shown(desktop, qtbot, 1)
    press(compared(view, 0, qtbot), "different")
    qtbot.waitUntil(lambda: not cells(view.table))
    assert not part(view, QPushButton, "compare").isVisible()


def test_a_form_says_whom_it_looks_like_and_saves_all_the_same(
    unlocked: Callable[[Paths], Desktop], paths: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(paths)
    desk, view = desktop.window.desk, desktop.window.view
    assert desk is not None
    desk.new_record(BOOK)
    entry = desk.screen(ENTRY)
    assert isinstance(entry, EntryScreen)
    qtbot.waitUntil(lambda: entry.form is not None)
    assert not entry.alike.bar.isVisible()
    person = {"full_name": "lo van an", "born": "3/1990"}
    entry.widget.show_field("person", person)
    entry.widget.changed.emit()
    qtbot.waitUntil(entry.alike.bar.isVisible)
    assert entry.alike.said.text() == (
        "Có thể trùng: 1/2023 · Lò Văn Án (cùng họ tên (bỏ dấu), năm sinh), và 1 hồ sơ nữa"
    )
    entry.alike.compare.click()
    qtbot.waitUntil(lambda: bool(view.findChildren(BesideDialog)))
    dialog = view.findChildren(BesideDialog)[0]
    assert ["≠ khác", "Người bị quản lý: Họ và tên khai sinh", "Lò Văn Án", "lo van an"] in cells(
        dialog.table
    )
    assert dialog.findChild(QPushButton, "different") is None
    press(dialog, "later")
    with qtbot.waitSignal(entry.saved):
        entry.widget.save_asked.emit()
    qtbot.waitUntil(lambda: entry.form is not None and entry.form.data.record is not None)
    qtbot.waitUntil(entry.alike.bar.isVisible)
    entry.alike.compare.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(BesideDialog)))
    dialog = next(one for one in view.findChildren(BesideDialog) if one.isVisible())
    press(dialog, "different")
    qtbot.waitUntil(lambda: "hồ sơ nữa" not in entry.alike.said.text())
    shown(desktop, qtbot, 3)  # the new draft is like the other one still
