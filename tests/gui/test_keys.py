"""The day without a mouse: every act has a key, none has two meanings, the sheet lists them all."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from antq_desktop.gui.common.keys import give_keys, keys_in, words_of
from antq_desktop.gui.entry.presenter import EntryScreen
from antq_desktop.gui.entry.typing import typing_keys
from antq_desktop.gui.paper.view import PaperDialog
from antq_desktop.gui.shell.key_sheet import key_table
from antq_desktop.gui.shell.listed import ENTRY, MANY, REGISTER
from tests.gui.conftest import part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.common.keys import Key
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.gui.shell.navigation import NavigationRow
    from antq_desktop.gui.shell.view import MainView
    from antq_desktop.paths import Paths

    Start = Callable[[Paths], Desktop]

MODELS = REGISTER + "movement_models"


def desk_of(desktop: Desktop) -> Desk:
    """Return the desk, which must be there."""
    assert desktop.window.desk is not None
    return desktop.window.desk


def settle(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait for the answers to everything that was asked until now."""
    settled: list[bool] = []
    desktop.session.ask(lambda _: True, settled.append)
    qtbot.waitUntil(lambda: bool(settled))


def screens(desktop: Desktop, qtbot: QtBot) -> Iterator[str]:
    """Bring every screen to the front, with the forms of a long and of a short register."""
    desk = desk_of(desktop)
    rows = [row.key for row in desk.rows() if row.key]
    for key in [one for one in rows if not one.startswith(REGISTER) or one == MODELS]:
        desk.go(key)
        settle(desktop, qtbot)
        yield key
    entry = desk.screen(ENTRY)
    assert isinstance(entry, EntryScreen)
    desk.new_record("crime_reports")
    qtbot.waitUntil(lambda: entry.form is not None)
    entry.widget.rows("suspects").add_row()
    yield ENTRY
    entry.widget.rows("suspects").remove_row()
    desk.many_records("propaganda")
    qtbot.waitUntil(lambda: desk.current == MANY)
    settle(desktop, qtbot)
    yield MANY


def in_view(view: MainView) -> list[Key]:
    """Return what can be done now: the menus, and everything of the window that is in view."""
    shown = [key for key in keys_in(view) if key.owner.isVisible()]
    return [*view.menu_keys(), *shown]


def without_keys(view: QWidget) -> list[str]:
    """Return the words of what has no key."""
    return [key.words for key in keys_in(view) if key.owner.isVisible() and not key.keys]


def clashes(keys: Sequence[Key]) -> list[str]:
    """Return the keys that mean two things where the keyboard is."""
    return [
        f"{one.keys}: {one.words} / {other.words}"
        for one, other in combinations(keys, 2)
        if one.keys == other.keys and one.keys and overlap(one, other)
    ]


def overlap(one: Key, other: Key) -> bool:
    """Say whether both keys would be heard in one place."""
    if one.scope == "window" or other.scope == "window":
        return True
    inside = one.owner is other.owner
    inside |= one.scope == "within" and one.owner.isAncestorOf(other.owner)
    return inside or (other.scope == "within" and other.owner.isAncestorOf(one.owner))


def untyped(keys: Sequence[Key]) -> list[str]:
    """Return the keys that no keyboard has without an input method."""
    return [key.keys for key in keys if not key.keys.replace("↓", "").isascii()]


@pytest.mark.parametrize("role", ["commune", "office"])
def test_every_act_of_every_screen_has_a_key_of_its_own(
    role: str, unlocked: Start, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    desktop = unlocked(request.getfixturevalue(role))
    view = desktop.window.view
    seen: dict[str, list[str]] = {}
    for name in screens(desktop, qtbot):
        qtbot.waitUntil(lambda: not without_keys(view))
        keys = in_view(view)
        assert len(keys) > 20, name
        wrong = [*clashes(keys), *untyped(keys), *pretended_menus(view)]
        if wrong:
            seen[name] = wrong
    assert not seen


def pretended_menus(view: QWidget) -> list[str]:
    """Return the tool buttons with the arrow of a menu, but no menu: Qt makes one of their keys."""
    found = [one for one in view.findChildren(QToolButton) if one.actions() and one.menu() is None]
    # Those in a line are the line's own, and drawn without.
    return [one.text() for one in found if not isinstance(one.parentWidget(), QLineEdit)]


def test_every_act_has_a_key_in_english_too(unlocked: Start, commune: Paths, qtbot: QtBot) -> None:
    desktop = unlocked(commune)
    part(desktop.window.view, QAction, "actionEnglish").trigger()
    settle(desktop, qtbot)
    view = desktop.window.view
    for key in ("submission", "figures", "enrolment", MODELS):
        desk_of(desktop).go(key)
        settle(desktop, qtbot)
        qtbot.waitUntil(lambda: not without_keys(view))
        assert not clashes(in_view(view)), key
    part(view, QAction, "actionVietnamese").trigger()
    settle(desktop, qtbot)


def test_the_sheet_lists_every_key_that_a_screen_has(
    unlocked: Start, office: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(office)
    view = desktop.window.view
    part(view, QAction, "actionKeys").trigger()
    found: list[PaperDialog] = view.findChildren(PaperDialog)
    assert found
    qtbot.waitUntil(lambda: found[0].file_name == "key-sheet.pdf", timeout=60_000)
    names = [(row.text, desk_of(desktop).screen(row.key).widget) for row in rows_of(desktop)]
    table = key_table(view.menu_keys(), names, typing_keys())
    listed = {(keys, words) for _, lines in table.sections for keys, words in lines}
    assert ("Ctrl+K", "Tìm…") in listed
    assert ("Ctrl+N", "Thêm hồ sơ") in listed
    assert all(keys and words for keys, words in listed)
    found[0].close()


def rows_of(desktop: Desktop) -> list[NavigationRow]:
    """Return the screens of the navigation."""
    return [row for row in desk_of(desktop).rows() if row.key]


def test_buttons_that_are_never_in_view_together_may_share_a_letter(qtbot: QtBot) -> None:
    outer, stack = QWidget(), QStackedWidget()
    qtbot.addWidget(outer)
    stack.setParent(outer)
    first, second = QWidget(), QWidget()
    stack.addWidget(first)
    stack.addWidget(second)
    above = QPushButton("Ụ ứ", outer)
    left, right = QPushButton("Lưu", first), QToolButton(second)
    right.setText("Lưu ngay")
    beside = QPushButton("Lưu cả", first)
    give_keys(outer, "U")
    keys = [each.shortcut().toString() for each in (above, left, right, beside)]
    assert keys == ["Alt+1", "Alt+L", "Alt+L", "Alt+C"]
    assert left.toolTip() == "Lưu (Alt+L)"
    left.setText("Cất")
    give_keys(outer)
    assert left.toolTip() == "Cất (Alt+A)"
    assert words_of(right) == "Lưu ngay"


def test_the_search_box_goes_begins_and_presses(
    unlocked: Start, commune: Paths, qtbot: QtBot
) -> None:
    desktop = unlocked(commune)
    view, desk = desktop.window.view, desk_of(desktop)
    line, hits = part(view, QLineEdit, "search"), part(view, QListView, "results")

    def run(text: str) -> None:
        part(view, QAction, "actionSearch").trigger()
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)  # before the search has run

    run("toi so lieu")
    qtbot.waitUntil(lambda: desk.current == "figures")
    run("thêm r09")
    entry = desk.screen(ENTRY)
    assert isinstance(entry, EntryScreen)
    qtbot.waitUntil(lambda: entry.form is not None and entry.form.register.name == "propaganda")
    run("dong")
    qtbot.waitUntil(lambda: desk.current == "figures")
    part(view, QAction, "actionSearch").trigger()
    words = [hits.model().index(row, 0).data() for row in range(hits.model().rowCount())]
    assert any("Ctrl+P" in one for one in words)  # without a text, what can be done here
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not hits.isVisible()
