"""No words are cut: not at 200 %, not in English, not where they are twice as long."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from itertools import pairwise, product
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QListView,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtTimeout

from antq_desktop.gui.common.screen_area import ScreenArea
from antq_desktop.gui.common.table import TableModel
from antq_desktop.gui.first_start.view import FirstStartView
from antq_desktop.gui.shell.listed import ENTRY, REGISTER
from antq_desktop.gui.shell.navigation import NavigationDelegate
from antq_desktop.gui.unlock.view import UnlockView
from antq_desktop.paths import paths_for
from tests.gui.conftest import part
from tests.gui.test_keys import screens, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.figures.presenter import FiguresPresenter
    from antq_desktop.paths import Paths

SCREENS = (
    *(REGISTER + "movement_models", "submission", "figures", "forms"),
    *("home", "enrolment", "units", "working_days", "users", "health", "journal"),
)
OFFICE_SCREENS = (
    *("home", "inbox", "queries", "reported", "submission", "cases"),
    *("consolidated", "figures", "authority", REGISTER + "crime_reports"),
)
UNIT = "Phường Lương Khánh Thiện (13290)"
ROUNDING = 2
INSET = 8
"""What the style keeps free beside the text of a cell."""
NUMBERS = 80
"""Less than icon and margins of a row of the navigation take at 200 %."""
ROWS = 20
FIELD = re.compile(r"\(\*\.|^[^\w]*$")
"""What is no text to be read: file patterns, dashes."""
PATIENCE = 60_000
SETTLED = 15_000
"""How long a busy machine may lay out a screen, in ms."""


def cut(root: QWidget) -> Iterator[str]:
    """Yield the words that have less room than they need."""
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or not label.pixmap().isNull():
            continue
        if label.wordWrap():
            short = label.height() + ROUNDING < label.heightForWidth(label.width())
        else:
            short = label.width() + ROUNDING < label.sizeHint().width()
        if short:
            yield label.text()
    buttons: list[QAbstractButton] = root.findChildren(QPushButton)
    for button in buttons:
        if button.isVisible() and button.width() + ROUNDING < button.minimumSizeHint().width():
            yield button.text()


def unread(root: QWidget) -> Iterator[str]:
    """Yield what is cut in tables whose words go on in a second line, and in the navigation."""
    for table in root.findChildren(QTableView):
        model = table.model()
        if table.isVisible() and isinstance(model, TableModel):
            for row, column in product(range(min(model.rowCount(), ROWS)), range(2)):
                yield from _unread_cell(table, model, row, column)
    for listed in root.findChildren(QListView):
        if listed.isVisible() and isinstance(listed.itemDelegate(), NavigationDelegate):
            model = listed.model()
            indexes = (model.index(row, 0) for row in range(model.rowCount()))
            for index in indexes:
                wide = listed.visualRect(index).width() - NUMBERS
                if _high(listed, str(index.data()), wide) > listed.visualRect(index).height():
                    yield f"screen {index.data()}"


def _unread_cell(table: QTableView, model: TableModel, row: int, column: int) -> Iterator[str]:
    one = model.columns[column]
    if one.kind != "text" or one.lines or table.isColumnHidden(column):
        return
    over_all = table.columnSpan(row, 0) > 1
    wide = table.viewport().width() if over_all else table.columnWidth(column)
    text = str(model.index(row, column).data() or "")
    if _high(table, text, wide - 2 * INSET) > table.rowHeight(row):
        yield f"cell {text}"


def _high(view: QWidget, text: str, wide: int) -> int:
    """Return how high words are in so much width."""
    room = QRect(0, 0, max(wide, 1), 10_000)
    return view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def untold(root: QWidget) -> Iterator[str]:
    """Yield what is cut in tables and choice fields without a tool tip that says the rest."""
    for box in root.findChildren(QComboBox):
        if (
            box.isVisible()
            and not box.toolTip()
            and box.width() + ROUNDING < box.minimumSizeHint().width()
        ):
            yield box.currentText()
    for table in root.findChildren(QTableView):
        if table.isVisible():
            yield from _untold_in(table)


def _untold_in(table: QTableView) -> Iterator[str]:
    model, header = table.model(), table.horizontalHeader()
    tip = Qt.ItemDataRole.ToolTipRole
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        wide = header.sectionSize(column)
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        room = table.fontMetrics().horizontalAdvance(title)
        if wide < room and not model.headerData(column, Qt.Orientation.Horizontal, tip):
            yield f"column {title}"
        for row in range(min(model.rowCount(), ROWS)):
            index = model.index(row, column)
            text = str(index.data() or "")
            if wide < table.fontMetrics().horizontalAdvance(text) and not index.data(tip):
                yield f"cell {text}"


@pytest.mark.slow
@pytest.mark.parametrize(("role", "keys"), [("commune", SCREENS), ("office", OFFICE_SCREENS)])
def test_no_words_are_cut_at_200_percent(
    role: str,
    keys: tuple[str, ...],
    request: pytest.FixtureRequest,
    unlocked: Callable[[Paths], Desktop],
    qtbot: QtBot,
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    busy: list[bool] = [False]
    desktop.tasks.busy.connect(busy.append)
    desktop.theme.set_text_percent(200)
    view, desk = desktop.window.view, desktop.window.desk
    assert desk is not None
    view.resize(1366, 768)

    def whole() -> None:
        assert not busy[-1]
        assert not list(cut(view)), desk.current
        assert not list(unread(view)), desk.current
        assert (view.width(), view.height()) == (1366, 768), desk.current
        if desk.current == "journal":
            table = view.front.findChild(QTableView)
            assert isinstance(table, QTableView)
            assert not table.horizontalScrollBar().maximum()
        for area in view.findChildren(ScreenArea):
            assert not area.isVisible() or not area.horizontalScrollBar().maximum(), desk.current

    for key in keys:
        desk.go(key)
        qtbot.waitUntil(whole, timeout=PATIENCE)
    if role == "commune":
        desk.new_record("crime_reports")
        area = part(cast("EntryScreen", desk.screen(ENTRY)).widget, QScrollArea, "area")
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=PATIENCE)
        assert not area.horizontalScrollBar().maximum()


def test_unlocking_fits_the_window_at_200_percent(
    unlocked: Callable[[Paths], Desktop], commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    window = desktop.window
    window.lock()
    qtbot.waitUntil(lambda: window.desk is None, timeout=PATIENCE)
    desktop.theme.set_text_percent(200)
    form = next(one for one in window.view.findChildren(UnlockView) if one.isVisible())
    form.show_practice("TẬP HUẤN – sổ thực hành", "Vào lớp tập huấn", other=False)
    form.show_problem("Mật khẩu không đúng. Nhập lại mật khẩu.")
    window.view.resize(1366, 768)
    parts = [
        part(form, QWidget, name)
        for name in ("user", "passphraseLabel", "passphrase", "reveal", "problem", "unlock")
    ]

    def whole() -> None:
        assert (window.view.width(), window.view.height()) == (1366, 768)
        assert not list(cut(form))
        for above, below in pairwise(parts):
            assert above.geometry().bottom() < below.geometry().top(), below.objectName()

    qtbot.waitUntil(whole, timeout=SETTLED)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_first_start_fits_the_window(
    percent: int, program: Callable[[Paths], Desktop], home: Path, qtbot: QtBot
) -> None:
    desktop = program(paths_for(home))
    desktop.theme.set_text_percent(percent)
    desktop.window.view.resize(1366, 768)
    form = next(one for one in desktop.window.view.findChildren(FirstStartView) if one.isVisible())
    first, practice = part(form, QLabel, "step1"), part(form, QWidget, "practiceClass")

    def whole() -> None:
        assert not list(cut(form))
        area = next(one for one in desktop.window.view.findChildren(ScreenArea) if one.isVisible())
        assert not area.horizontalScrollBar().maximum()
        assert not area.verticalScrollBar().maximum()
        assert first.height() < 2 * part(form, QLabel, "step2").sizeHint().height()
        left, top = form.mapFromGlobal(practice.mapToGlobal(QPoint())).toTuple()
        assert 0 <= left <= form.width() - practice.width()
        assert first.geometry().bottom() < top < form.height() - practice.height()

    qtbot.waitUntil(whole, timeout=SETTLED)


def test_a_unit_is_chosen_by_its_whole_name_at_200_percent(
    unlocked: Callable[[Paths], Desktop], office: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(office)
    desktop.theme.set_text_percent(200)
    view, desk = desktop.window.view, desktop.window.desk
    assert desk is not None
    view.resize(1366, 768)
    desk.go("figures")
    settle(desktop, qtbot)
    unit = part(view.front, QComboBox, "unit")
    cast("FiguresPresenter", desk.screen("figures")).view.offer_units((("1", UNIT),))
    unit.setCurrentIndex(1)
    settle(desktop, qtbot)

    def whole() -> None:
        option = QStyleOptionComboBox()
        unit.initStyleOption(option)
        field = unit.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            unit,
        )
        assert field.width() + ROUNDING >= unit.fontMetrics().horizontalAdvance(UNIT)
        assert unit.mapTo(view, unit.rect().topRight()).x() < view.width()

    qtbot.waitUntil(whole, timeout=SETTLED)


class Doubled(QTranslator):
    """A language whose every text is twice as long as the Vietnamese one."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words."""
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        """Say it twice, with one letter to press."""
        return source if FIELD.search(source) else f"{source} {source.replace('&', '')}"


@pytest.mark.parametrize("role", ["commune", "office"])
def test_no_words_are_cut_in_english_or_at_twice_their_length(
    role: str,
    unlocked: Callable[[Paths], Desktop],
    request: pytest.FixtureRequest,
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    view = desktop.window.view
    view.resize(1366, 768)
    short: dict[tuple[str, str], list[str]] = {}

    def found(language: str, name: str) -> bool:
        short[language, name] = [*cut(view), *untold(view.front)]
        return not short[language, name]

    def walk(language: str, action: str) -> None:
        part(view, QAction, action).trigger()
        settle(desktop, qtbot)
        for name in screens(desktop, qtbot):
            with suppress(QtTimeout):
                qtbot.waitUntil(partial(found, language, name), timeout=SETTLED)
            assert (view.width(), view.height()) == (1366, 768), name

    walk("english", "actionEnglish")
    doubled = Doubled()
    qapp.installTranslator(doubled)
    walk("doubled", "actionVietnamese")
    qapp.removeTranslator(doubled)
    assert not [one for one in short.values() if one]
