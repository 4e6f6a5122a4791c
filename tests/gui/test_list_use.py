"""A list as people use it: each his own view of it, select and export, Vietnamese order."""

from __future__ import annotations

import csv
import html
import re
import zipfile
from threading import Event
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
)

from antq_desktop.domain.roles import Role
from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui import records
from antq_desktop.gui.screen import Context
from antq_desktop.printing.remarks import MARK
from antq_desktop.services import exporting_lists
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.saving import add_records
from antq_desktop.services.users import add_user
from antq_desktop.store import listing
from tests.gui.conftest import PASSPHRASE, USER, part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace

MODELS, EVERY = "movement_models", 13
WORD = "an ninh"
"""Stands in the names of some models, among them that of the draft."""
COLLEAGUE, SECRET = "Lò Thị Mẫu", "cán bộ phong trào"
NAME, START = 1, 3
"""The columns that are moved and measured: the name of a model, and another beside it."""
WIDTH = 177

NAMES = (
    "An ninh xóm Đông",
    "Anh em dân tộc",
    "Ánh sáng an ninh",
    "Ăn ở văn minh",
    "Ấm no",
    "Camera an ninh",  # stands in every prepared book
    "Dân vận khéo",
    "Đoàn kết",
    "Êm ấm",
    "Mã số lối xóm",
    "Ma túy: không",
    "Mà vui",
    "Mã vui",
    "Ô đất bình yên",
    "Ơn làng",
)
"""Drafts in the order of a Vietnamese dictionary, written down by hand."""


class ListUse:
    """The list of models before one user, with what he does in it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.screen = records.build(context)
        self._session, self._qtbot, self._failures = context.session, qtbot, context.failures
        self.widget = self.screen.widget
        qtbot.addWidget(self.widget)
        self.widget.resize(1100, 600)
        self.widget.show()
        with qtbot.waitSignal(self.screen.list_came):
            self.screen.show_register(MODELS)
        self.table = part(self.widget, QTableView, "table")
        self.header = self.table.horizontalHeader()
        self.text = part(self.widget, QLineEdit, "text")

    @property
    def counted(self) -> str:
        """What the list says of its length."""
        return part(self.widget, QLabel, "count").text()

    @property
    def views(self) -> Mapping[str, QAction]:
        """What the menu of saved views offers."""
        found = part(self.widget, QToolButton, "views").menu().actions()
        return {one.text(): one for one in found}

    @property
    def told(self) -> SignalInstance:
        """Carries what the message bar says."""
        return self._failures.told

    @property
    def progressed(self) -> SignalInstance:
        """Says how far an export is."""
        return self.screen.exporting.progressed

    @property
    def ended(self) -> SignalInstance:
        """Says that nothing is exported any more."""
        return self.screen.exporting.ended

    def column(self, column: int) -> list[str]:
        """Return the texts of a column."""
        model = self.screen.model
        return [str(model.data(model.index(row, column))) for row in range(model.rowCount())]

    def read(self, act: Callable[[], object]) -> None:
        """Do what asks for another list, and wait for it."""
        with self._qtbot.waitSignal(self.screen.list_came):
            act()

    def type(self, letters: str) -> None:
        """Type into the filter, letter by letter."""
        self.read(lambda: QTest.keyClicks(self.text, letters))

    def sort(self, column: int) -> None:
        """Click on the head of a column."""
        here = self.header.sectionViewportPosition(column) + self.header.sectionSize(column) // 2
        middle = self.header.viewport().rect().center()
        middle.setX(here)
        left = Qt.MouseButton.LeftButton
        self.read(lambda: QTest.mouseClick(self.header.viewport(), left, pos=middle))

    def click(self, row: int, *, more: bool = False) -> None:
        """Click on a row; ``more`` selects all rows up to it."""
        keys = Qt.KeyboardModifier
        QTest.mouseClick(
            self.table.viewport(),
            Qt.MouseButton.LeftButton,
            keys.ShiftModifier if more else keys.NoModifier,
            self.table.visualRect(self.screen.model.index(row, 0)).center(),
        )

    def save_view(self, name: str) -> None:
        """Save how the list looks under a name."""
        self.views["Lưu kiểu xem này…"].trigger()
        dialog = self.widget.findChild(QInputDialog)
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(name)
        dialog.accept()
        self._qtbot.waitUntil(lambda: name in self.views)

    def export(self, target: Path) -> list[list[str]]:
        """Export to a file, and return its lines."""
        with self._qtbot.waitSignal(self._failures.told):
            self.choose_target(target)
        with target.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def choose_target(self, target: Path) -> None:
        """Press the button, and say where the file is to be."""
        part(self.widget, QPushButton, "export").click()
        *_, dialog = self.widget.findChildren(QFileDialog)
        dialog.selectFile(str(target))
        dialog.fileSelected.emit(str(target))
        dialog.reject()

    def settle(self) -> None:
        """Wait until all that was asked is answered."""
        self._qtbot.waitUntil(lambda: not self._session.working)


@pytest.fixture
def used(context: Callable[[Paths], Context], commune: Paths, qtbot: QtBot) -> ListUse:
    """Return the list of the head of a commune."""
    return ListUse(context(commune), qtbot)


@pytest.fixture
def logged_in(
    session: Session, commune: Paths, theme: Theme, failures: Failures, qtbot: QtBot
) -> Callable[[str, str], ListUse]:
    """Return a function that locks, and gives the list as it comes up for a user."""

    def opened(name: str, passphrase: str) -> ListUse:
        if session.is_open:
            session.close(lambda: None)
            qtbot.waitUntil(lambda: not session.is_open)
        session.open(commune, name, passphrase, lambda _: None)
        qtbot.waitUntil(lambda: session.is_open)
        return ListUse(Context(session, theme, failures, "vi"), qtbot)

    return opened


def test_a_long_list_shows_its_first_rows_before_it_is_counted(
    used: ListUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 0)
    early, say = list[list[str]](), used.widget.say_count

    def hear(text: str) -> None:
        say(text)
        early.extend([used.column(1)] * (text == "Đang đếm…"))

    monkeypatch.setattr(used.widget, "say_count", hear)
    used.type("t")
    assert (early, used.counted) == ([used.column(1)], f"{len(early[0])} hồ sơ · đang lọc")


def test_each_user_finds_his_own_columns_filters_and_views_again(
    logged_in: Callable[[str, str], ListUse], commune: Paths, catalogue: Catalogue, qtbot: QtBot
) -> None:
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        add_user(workspace, COLLEAGUE, Role.MOVEMENT_OFFICER, SECRET)
    mine = logged_in(USER, PASSPHRASE)
    at_first = mine.screen.model.columns.names
    named = [name for name in mine.column(NAME) if WORD in fold(name)]
    assert 1 < len(named) < EVERY
    mine.type(WORD)
    assert mine.counted == f"{len(named)} hồ sơ · đang lọc"
    mine.save_view("Mọi mô hình an ninh")
    state = part(mine.widget, QComboBox, "state")
    mine.read(lambda: state.setCurrentIndex(state.findData("draft")))
    assert mine.counted == "1 hồ sơ · đang lọc"  # of both filters, not of one alone
    assert mine.column(NAME) == ["Camera an ninh"]
    menu = part(mine.widget, QToolButton, "columns").menu().actions()
    added = next(one for one in menu if not one.isChecked())
    another = str(added.data())
    mine.read(added.trigger)  # which makes the menu anew
    names = mine.screen.model.columns.names
    assert set(names) == {*at_first, another}
    mine.sort(NAME)
    mine.header.moveSection(START, NAME)
    places = mine.widget.table.places
    with qtbot.waitSignal(mine.widget.table.arranged):
        mine.header.resizeSection(NAME, WIDTH)
    mine.settle()

    theirs = logged_in(COLLEAGUE, SECRET)
    assert theirs.counted == f"{EVERY} hồ sơ"
    assert theirs.screen.model.columns.names == at_first
    assert theirs.widget.table.places == list(range(len(at_first)))
    assert "Mọi mô hình an ninh" not in theirs.views
    theirs.type("zalo")
    theirs.settle()

    again = logged_in(USER, PASSPHRASE)
    assert (again.text.text(), again.widget.state) == (WORD, "draft")
    assert again.counted == "1 hồ sơ · đang lọc"
    assert again.screen.model.columns.names == names
    assert again.widget.table.places == places
    assert again.widget.table.widths[NAME] == WIDTH
    assert again.header.sortIndicatorSection() == NAME
    again.read(part(again.widget, QPushButton, "all").click)
    assert again.counted == f"{EVERY} hồ sơ"
    again.read(again.views["Mọi mô hình an ninh"].trigger)
    assert again.counted == f"{len(named)} hồ sơ · đang lọc"
    assert sorted(again.column(NAME)) == sorted(named)
    assert again.screen.model.columns.names == at_first  # as they were when he saved it
    dropped = cast("QMenu", again.views["Xóa kiểu xem"].menu())
    dropped.actions()[0].trigger()
    qtbot.waitUntil(lambda: "Mọi mô hình an ninh" not in again.views)


def test_what_is_selected_or_filtered_is_exported(
    used: ListUse, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    every = used.column(0)
    used.table.setFocus()
    QTest.keyClick(used.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert used.counted == f"{EVERY} hồ sơ · đã chọn {EVERY}"
    used.header.moveSection(0, 1)
    head, *lines = used.export(tmp_path / "a.csv")
    assert head[:3] == [MARK, "Tên mô hình", "Số"]
    assert [line[2] for line in lines] == every

    used.click(2)
    used.click(3, more=True)
    assert used.counted == f"{EVERY} hồ sơ · đã chọn 2"
    _, *lines = used.export(tmp_path / "b.csv")
    assert [line[2] for line in lines] == every[2:4]

    used.type(WORD)
    found = used.column(0)
    _, *lines = used.export(tmp_path / "c.csv")
    assert [line[2] for line in lines] == found
    assert 1 < len(found) < EVERY

    with qtbot.waitSignal(used.told):
        used.choose_target(tmp_path / "e.xlsx")
    book = zipfile.ZipFile(tmp_path / "e.xlsx")
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    cells = [html.unescape(one) for one in re.findall(r"<t[^>]*>([^<]*)</t>", sheet)]
    wide = 1 + len(used.screen.model.columns)
    assert cells[:3] == [MARK, "Tên mô hình", "Số"]
    assert cells[2 + wide :: wide] == found

    def exports(workspace: Workspace) -> list[object]:
        lines = workspace.store.journal.newest()
        return [
            cast("dict[str, object]", line["details"])["records"]
            for line in lines
            if line["act"] == "list_exported"
        ]

    answers: list[object] = []
    session.ask(exports, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert cast("list[int]", answers[0])[1:] == [len(found), 2, EVERY]


def test_an_export_is_stopped_half_way_and_too_many_rows_are_no_workbook(
    used: ListUse, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Some rows are written, one at a time, when the button is pressed that is "Dừng xuất" by then.
    monkeypatch.setattr(exporting_lists, "_AT_ONCE", 1)
    stop = part(used.widget, QPushButton, "export")

    def unfinished() -> list[Path]:
        return [*tmp_path.glob("*.part"), *tmp_path.glob(".workbook-*")]

    for name in ("d.csv", "f.xlsx"):
        half: list[tuple[str, int]] = []

        def halfway(count: int, _: int, half: list[tuple[str, int]] = half) -> None:
            half.append((stop.text(), len(unfinished())))
            if count == 2:
                stop.click()

        used.progressed.connect(halfway)
        with qtbot.waitSignal(used.ended):
            used.choose_target(tmp_path / name)
        used.progressed.disconnect(halfway)
        assert half == [("Dừng xuất", 1)] * 2
        assert stop.text() == "Xuất…"
        used.settle()
        assert unfinished() == []
        assert not (tmp_path / name).exists()

    monkeypatch.setattr(exporting_lists, "MOST_ROWS", EVERY - 1)
    with qtbot.waitSignal(used.told) as refused:
        used.choose_target(tmp_path / "g.xlsx")
    assert "CSV" in cast("Told", refused.args[0]).action
    assert not (tmp_path / "g.xlsx").exists()


def test_a_list_that_takes_long_says_so_and_can_be_given_up(
    used: ListUse, session: Session, qtbot: QtBot
) -> None:
    every, gate = used.column(0), Event()
    stop = part(used.widget, QPushButton, "stop")
    assert stop.isHidden()
    held: list[object] = []
    session.ask(lambda _: gate.wait(60), held.append)  # whoever holds the file, the list waits
    came: list[None] = []
    used.screen.list_came.connect(lambda: came.append(None))
    used.text.setText(WORD)
    qtbot.waitUntil(lambda: not stop.isHidden())
    assert used.counted == "Đang tìm trong sổ…"
    stop.click()
    assert stop.isHidden()
    assert (used.text.text(), used.counted) == ("", f"{EVERY} hồ sơ")
    used.header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: not stop.isHidden())
    assert used.counted == "Đang xếp danh sách…"
    stop.click()
    assert used.header.sortIndicatorSection() == 0
    gate.set()
    used.settle()
    assert not came
    assert (used.column(0), held) == (every, [True])
    used.type(WORD)
    assert stop.isHidden()
    assert used.counted.endswith("đang lọc")


def test_a_click_on_a_head_sorts_as_a_vietnamese_dictionary_does(
    commune: Paths, catalogue: Catalogue, context: Callable[[Paths], Context], qtbot: QtBot
) -> None:
    with open_workspace(commune, USER, PASSPHRASE, catalogue, Clock()) as workspace:
        drafts = [{"name": name} for name in reversed(NAMES) if name != "Camera an ninh"]
        add_records(workspace, catalogue.by_name[MODELS], drafts, draft=True)
    used = ListUse(context(commune), qtbot)
    used.sort(NAME)
    assert used.column(NAME)[: len(NAMES)] == list(NAMES)  # drafts stand first
    used.sort(NAME)
    assert used.column(NAME)[: len(NAMES)] == list(reversed(NAMES))
