"""Somebody in front of the program: reads what is on the screen, uses mouse, keys and input method.

Everything is found by the words that a person reads. What is hidden, greyed or covered cannot be
used: the journey fails there, as the person would.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from antq_desktop.gui.application import build
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.theme import MARK
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
WIDE, HIGH = 1366, 768
PATIENCE = 60_000
"""Milliseconds that a person waits for something to come; a loaded machine is no failure."""


class Album:
    """Keeps a picture of every step, where a folder was named."""

    def __init__(self, folder: str | None) -> None:
        self._folder = Path(folder) if folder else None
        self._count = 0

    @property
    def kept(self) -> bool:
        """Whether pictures are wanted."""
        return self._folder is not None

    def keep(self, widget: QWidget, name: str) -> None:
        """Take a picture of a window."""
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._count += 1
            QApplication.sendPostedEvents()  # what was asked to be laid out anew is
            widget.grab().save(str(self._folder / f"{self._count:02}-{name}.png"))


class Officer:
    """Eyes and hands of one person over one running program."""

    def __init__(
        self,
        app: QApplication,
        home: Path,
        catalogue: Catalogue,
        qtbot: QtBot,
        album: Album,
        clock: Clock | None = None,
    ) -> None:
        self._qtbot = qtbot
        self._album = album
        self._desktop = build(app, paths_for(home), catalogue, clock or Clock(), "vi")
        self._desktop.theme.set_appearance("light")
        self.window = self._desktop.window.view
        self.window.resize(WIDE, HIGH)
        self._ended: list[bool] = []
        self._desktop.window.closed.connect(lambda: self._ended.append(True))
        self._busy = False
        self._desktop.tasks.busy.connect(self._note)
        self._desktop.window.begin()
        self.sit_down()

    def sit_down(self) -> None:
        """Turn to this window; without a display no window comes to the front by itself."""
        if not self._front().isActiveWindow():
            self._front().activateWindow()
            self.wait(self._front().isActiveWindow)

    def wait(self, ready: Callable[[], object], what: str = "") -> None:
        """Wait until something is so; ``what`` says it where it never comes."""
        try:
            self._qtbot.waitUntil(lambda: bool(ready()), timeout=PATIENCE)
        except self._qtbot.TimeoutError as never:  # read the screen then only: a poll is cheap
            there = [one.text() for one in self._shown(QLabel)]
            raise AssertionError(f"{what}; there is: {there}") from never

    def close_window(self) -> None:
        """Close the window with its cross."""
        self.window.close()

    def wait_for_end(self) -> None:
        """Wait until the program has ended; the workspace is closed with its backup."""
        self.wait(lambda: self._ended)
        self._desktop.close()
        self.window.deleteLater()

    def go_home(self) -> None:
        """End the program as its menu does, unless it has ended."""
        if not self._ended:
            self._desktop.window.quit()
            self.wait(lambda: self._ended or self._shown(QMessageBox))
            if not self._ended:
                self.press("Bỏ")  # a journey that failed left something unsaved
            self.wait_for_end()

    def picture(self, name: str) -> None:
        """Keep a picture of what is on the screen once nothing is being worked on."""
        if self._album.kept:
            self.wait(lambda: not self._busy)
            self._album.keep(self._front(), name)

    def _note(self, *busy: bool) -> None:
        self._busy = busy[0]

    # Eyes.

    def sees(self, words: str) -> bool:
        """Say whether some text on the screen holds these words."""
        return any(words in each.text() for each in self._shown(QLabel))

    def wait_for(self, words: str) -> None:
        """Wait until some text on the screen holds these words."""
        self.wait(lambda: self.sees(words), f"to see {words!r}")

    def told(self) -> str:
        """Return what the message bar says, "" while it is away."""
        return " ".join(each.accessibleName() for each in self._shown(MessageBar))

    def wait_for_told(self, words: str) -> None:
        """Wait until the message bar says something with these words."""
        self.wait(lambda: words in self.told(), f"to be told {words!r}, not {self.told()!r}")

    def fingerprints(self) -> list[str]:
        """Read the fingerprints that are on the screen, from the top."""
        found = [one for one in self._shown(QLabel) if one.property("role") == "fingerprint"]
        return ["".join(one.text().split()) for one in found]

    def first_line(self, words: str) -> str:
        """Read the first line of a list, "" while it is empty."""
        view = self.field(words)
        assert isinstance(view, QAbstractItemView)
        return str(view.model().index(0, 0).data() or "")

    def rows(self, of: str = "") -> list[list[str]]:
        """Read a table row by row: the first on the screen, or the one that is called so."""
        model = self._table(of).model()
        return [
            [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def button(self, words: str) -> QAbstractButton:
        """Find a button by its words, without the mark of its key and its dots."""

        def named(one: QAbstractButton) -> bool:
            return words in {_plain(one.text()), one.accessibleName()}

        self.wait(lambda: any(map(named, self._shown(QAbstractButton))), f"a button {words!r}")
        return next(filter(named, self._shown(QAbstractButton)))

    def field(self, words: str) -> QWidget:
        """Find a field by the label in front of it, a star for "required" left aside."""

        def found() -> list[QWidget]:
            labels = [one for one in self._shown(QLabel) if _plain(one.text()) == words]
            buddies = [one.buddy() for one in labels]
            named = [one for one in self._shown(QWidget) if one.accessibleName() == words]
            return [*(one for one in buddies if one is not None and one.isVisible()), *named]

        self.wait(found, f"a field {words!r}")
        return found()[0]

    def lines(self, words: str) -> list[QLineEdit]:
        """Find all lines whose names begin with these words, from the top."""
        found = [one for one in self._shown(QLineEdit) if one.accessibleName().startswith(words)]
        return sorted(found, key=lambda one: one.mapToGlobal(QPoint(0, 0)).y())

    def text_of(self, words: str) -> str:
        """Read what stands in a line."""
        line = self.field(words)
        assert isinstance(line, QLineEdit)
        return line.text()

    # Hands.

    def press(self, words: str) -> None:
        """Click a button."""
        self.wait(lambda: self.button(words).isEnabled())
        button = self.button(words)
        mark = isinstance(button, QCheckBox | QRadioButton)
        # Beside its words, a box that is wider than they are takes no click.
        self.click(button, QPoint(MARK // 2, button.height() // 2) if mark else None)

    def turn_to(self, words: str) -> None:
        """Click a tab."""
        for bar in self._shown(QTabBar):
            for at in range(bar.count()):
                if _plain(bar.tabText(at)) == words:
                    self.click(bar, bar.tabRect(at).center())
                    return
        raise AssertionError(words)

    def pick(self, words: str) -> None:
        """Choose an entry of the menu that is open."""
        self.wait(self._menus, "a menu")
        (menu,) = self._menus()
        entry = next(one for one in menu.actions() if _plain(one.text()) == words)
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())

    def _menus(self) -> list[QMenu]:
        return [one for one in self.window.findChildren(QMenu) if one.isVisible()]

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget where it is not covered; what lies further down is scrolled to."""
        self.sit_down()
        self.wait(lambda: _reachable(widget, at), f"{widget} to be in reach")
        QTest.mouseClick(widget, LEFT, pos=_place(widget, at))

    def go(self, screen: str) -> None:
        """Choose a screen in the navigation."""
        view = next(
            one for one in self._shown(QAbstractItemView) if one.objectName() == "navigation"
        )
        self._click_row(view, screen)

    def choose_row(self, words: str, of: str = "") -> None:
        """Click the row of a table that holds some words; ``of`` is as for `rows`."""
        self._click_row(self._table(of), words)

    def key(self, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
        """Press a key, with others held down, wherever the keyboard is."""
        self.sit_down()
        held = Qt.KeyboardModifier.NoModifier
        for each in more:
            held |= each
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def control(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, words: str, text: str) -> None:
        """Click a line and type into it in place of what stood there."""
        target = self.field(words)
        self.click(target)
        self.control(Qt.Key.Key_A)
        self.key(Qt.Key.Key_Delete)
        self.keys(target, text)

    def choose(self, words: str, typed: str, *, offered: str) -> None:
        """Type a few letters into a line with offers, and take the offer that is marked."""
        self.write(words, typed)
        self.key(Qt.Key.Key_Return)
        assert self.text_of(words) == offered, self.text_of(words)

    def set_box(self, words: str, wanted: str) -> None:
        """Choose in a closed box with the arrow keys."""
        box = self.field(words)
        assert isinstance(box, QComboBox)
        self.sit_down()
        box.setFocus(Qt.FocusReason.TabFocusReason)  # a click opens a popup, which grabs the keys
        self.key(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == wanted:
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError([box.itemText(at) for at in range(box.count())])

    def keys(self, target: QWidget, text: str) -> None:
        """Send letters as a keyboard program does; Backspace takes one back."""
        for letter in text:
            code = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key(0)
            sent = "" if letter == "\b" else letter
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, int(code), Qt.KeyboardModifier.NoModifier, sent)
                QApplication.sendEvent(target, event)

    def compose(self, words: str, *unfinished: str) -> None:
        """Type through an input method: each unfinished word is shown, the last one is taken."""
        target = self.field(words)
        for each in unfinished:
            QApplication.sendEvent(target, QInputMethodEvent(each, []))
        self._commit(target, unfinished[-1])

    def answer_file_dialog(self, path: Path) -> None:
        """Name a file or folder in the dialog that asks for one, and accept it."""
        self.wait(self._dialogs)
        (dialog,) = self._dialogs()
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setCompleter(QCompleter(line))  # the popup of its own takes the keyboard
        line.selectAll()
        self._commit(line, str(path))  # at once: letter by letter it would mark each folder
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait(lambda: not self._dialogs())

    def _commit(self, target: QWidget, text: str) -> None:
        done = QInputMethodEvent("", [])
        done.setCommitString(text)
        QApplication.sendEvent(target, done)

    def _click_row(self, view: QAbstractItemView, words: str) -> None:
        index = _index_of(view, words)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def _table(self, name: str = "") -> QTableView:
        tables = self._shown(QTableView)
        return next(one for one in tables if name in {"", one.accessibleName()})

    def _front(self) -> QWidget:
        return [self.window, *self._windows()][-1]

    def _dialogs(self) -> list[QFileDialog]:
        return [one for one in self.window.findChildren(QFileDialog) if one.isVisible()]

    def _windows(self) -> list[QDialog]:
        """Return the dialogs that are open, the one in front last."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def _shown(self, kind: type[W]) -> list[W]:
        """Return what of a kind is visible, in a question that stands in front or in the window."""
        root = self._front()
        return [
            one
            for one in (root, *root.findChildren(kind))
            if isinstance(one, kind) and one.isVisible()
        ]


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…* ").strip()


def _index_of(view: QAbstractItemView, words: str) -> QModelIndex:
    model = view.model()
    columns = range(model.columnCount() if isinstance(view, QTableView) else 1)
    for row in range(model.rowCount()):
        for column in columns:
            index = model.index(row, column)
            if words in str(index.data() or ""):
                return index
    raise AssertionError(words)


def _place(widget: QWidget, at: QPoint | None) -> QPoint:
    return widget.rect().center() if at is None else at


def _reachable(widget: QWidget, at: QPoint | None) -> bool:
    """Scroll to a widget, and say whether nothing else lies over it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
    window = widget.window()
    there = window.childAt(widget.mapTo(window, _place(widget, at))) or window
    return there is widget or widget.isAncestorOf(there)
