"""The journal's screen: lines, filters, the state of the chain, export, and a long journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from antq_desktop.domain.roles import Role
from antq_desktop.gui import journal
from antq_desktop.gui.common.paged import PAGE, PagedModel
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.users import add_user
from antq_desktop.store.queries import Filter
from tests.gui.conftest import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.journal.presenter import JournalPresenter
    from antq_desktop.gui.journal.view import JournalView
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace

LINES = 12_000


class Screen:
    """The screen with its parts."""

    def __init__(
        self, screen: JournalPresenter, qtbot: QtBot, state: str = "Chuỗi nhật ký nguyên vẹn"
    ) -> None:
        self.presenter, self._qtbot = screen, qtbot
        self.view = cast("JournalView", screen.widget)
        self.view.resize(1000, 700)
        qtbot.addWidget(self.view)
        self.view.show()
        table = self.view.findChild(QTableView)
        assert table is not None
        self.table, model = table, table.model()
        assert isinstance(model, PagedModel)
        self.model = model
        screen.refresh()
        qtbot.waitUntil(lambda: self.says(state))
        qtbot.waitUntil(lambda: model.rowCount() > 0)

    def says(self, text: str) -> bool:
        """Say whether a label shows a text."""
        return any(text in one.text() for one in self.view.findChildren(QLabel))

    def line(self, name: str) -> QLineEdit:
        """Return a field by its name."""
        return next(
            one for one in self.view.findChildren(QLineEdit) if one.accessibleName() == name
        )

    def choice(self, name: str) -> QComboBox:
        """Return a list to choose from by its name."""
        return next(
            one for one in self.view.findChildren(QComboBox) if one.accessibleName() == name
        )

    def button(self, words: str) -> QPushButton:
        """Return a button by its words."""
        found = self.view.findChildren(QPushButton)
        return next(one for one in found if one.text().replace("&", "").startswith(words))

    def type_day(self, name: str, text: str) -> None:
        """Type a day and leave the field."""
        field = self.line(name)
        field.selectAll()
        field.insert(text)
        field.editingFinished.emit()

    def cells(self, row: int) -> list[str]:
        """Return the texts of a row that is there."""
        found = self.model.shown(row)
        assert found is not None
        return list(found.texts)


@pytest.fixture
def shown(commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot) -> Screen:
    """Give the screen of a commune's head."""
    return Screen(journal.build(context(commune)), qtbot)


def test_lines_are_filtered_and_a_record_is_opened(
    shown: Screen, failures: Failures, qtbot: QtBot
) -> None:
    every = shown.model.rowCount()
    assert shown.cells(0)[1:3] == [USER, "Mở khóa"]
    kind = shown.choice("Loại việc")
    kind.setCurrentIndex(kind.findData("records"))
    kind.activated.emit(kind.currentIndex())
    qtbot.waitUntil(lambda: shown.model.rowCount() == 13)
    opened = shown.button("Mở hồ sơ")
    assert opened.isEnabled()
    with qtbot.waitSignal(shown.presenter.open_record) as asked:
        opened.click()
    row = shown.model.shown(0)
    assert row is not None
    assert asked.args == [row.target]
    book = shown.cells(1)[3].rpartition(": ")[2]
    shown.line("Tìm trong nhật ký").setText(f"R06/{book}")
    shown.presenter.refresh()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert shown.cells(0)[3].endswith(f": {book}")
    shown.button("Bỏ lọc").click()
    qtbot.waitUntil(lambda: shown.model.rowCount() == every)
    shown.type_day("Đến ngày", "15/3/2020")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 0)
    assert shown.says("Không có dòng nào khớp")
    with qtbot.waitSignal(failures.told) as told:
        shown.type_day("Đến ngày", "hôm qua")
    assert told.args is not None
    assert told.args[0].tone == "warning"


def test_the_head_exports_and_the_export_is_a_line(
    shown: Screen, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "nhat-ky.jsonl"
    with qtbot.waitSignal(session.changed):
        shown.view.export_asked.emit(str(target))
    first, *lines = target.read_bytes().splitlines()
    assert json.loads(first)["length"] == len(lines)
    shown.presenter.refresh()
    qtbot.waitUntil(lambda: shown.cells(0)[2] == "Xuất nhật ký")


def test_an_officer_has_his_own_lines_and_no_export(
    commune: Paths,
    context: Callable[[Paths], Context],
    session: Session,
    qtbot: QtBot,
) -> None:
    opened = context(commune)

    def work(workspace: Workspace) -> None:
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "cán bộ")

    with qtbot.waitSignal(session.changed):
        session.change(work, lambda _: None)
    session.close(lambda: None)
    qtbot.waitUntil(lambda: not session.is_open)
    session.open(commune, "Cán bộ Mẫu", "cán bộ", lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    screen = Screen(journal.build(opened), qtbot)
    assert screen.model.rowCount() == 1
    assert screen.button("Xuất").isHidden()
    assert screen.choice("Người làm").isHidden()


@pytest.fixture
def long(
    commune: Paths, catalogue: Catalogue, context: Callable[[Paths], Context], qtbot: QtBot
) -> Screen:
    """Give the screen over a journal of many lines."""
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        record = workspace.store.queries.lines(Filter("movement_models"))[0].record
        with workspace.store.atomic():
            workspace.note_all("save", ({"record": record, "revision": 1} for _ in range(LINES)))
    return Screen(journal.build(context(commune)), qtbot)


def test_the_first_lines_come_before_all_are_counted(long: Screen, qtbot: QtBot) -> None:
    every, counts = long.model.rowCount(), list[int]()
    link = long.model.modelReset.connect(lambda: counts.append(long.model.rowCount()))
    kind = long.choice("Loại việc")
    kind.setCurrentIndex(kind.findData("records"))
    kind.activated.emit(kind.currentIndex())
    qtbot.waitUntil(lambda: bool(counts) and long.model.rowCount() > LINES)
    assert counts == [PAGE]
    assert long.says(" dòng · đang lọc")
    last = long.model.rowCount() - 1
    assert last < every
    long.table.scrollToBottom()
    qtbot.waitUntil(lambda: long.model.shown(last) is not None)
    long.model.modelReset.disconnect(link)


def test_a_line_that_is_missing_is_told_in_its_place(
    commune: Paths, catalogue: Catalogue, context: Callable[[Paths], Context], qtbot: QtBot
) -> None:
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        workspace.store.database.execute("DELETE FROM journal WHERE n = 2")
    screen = Screen(journal.build(context(commune)), qtbot, "Chuỗi nhật ký bị đứt ở dòng 2")
    last = screen.model.rowCount() - 1
    assert screen.cells(last - 1)[2] == "Mất dòng số 2"
    screen.table.selectRow(last - 1)
    assert not screen.button("Mở hồ sơ").isEnabled()
    assert screen.cells(last)[2] == "Tạo sổ"


def test_a_long_journal_is_read_where_it_is_looked_at(long: Screen, qtbot: QtBot) -> None:
    screen = long
    last = screen.model.rowCount() - 1
    assert last >= LINES
    screen.table.scrollToBottom()
    qtbot.waitUntil(lambda: screen.model.shown(last) is not None)
    assert screen.cells(last)[2] == "Tạo sổ"
    bar = screen.table.verticalScrollBar()
    for place in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(place)
        screen.table.viewport().repaint()
    bar.setValue(bar.maximum() // 2)
    screen.table.viewport().repaint()
    middle = screen.table.rowAt(2)
    qtbot.waitUntil(lambda: screen.model.shown(middle) is not None)
    assert screen.cells(middle)[2] == "Lưu hồ sơ"
