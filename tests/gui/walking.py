"""Walks a window as a screen reader and a person without a mouse do, and says what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from antq_desktop.gui.paper.pages import PageArea

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_ROLES = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Grouping,
    QAccessible.Role.Pane,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Whitespace,
    QAccessible.Role.Border,
}
"""What Qt answers for a widget that nobody has given a role: it tells a person nothing.

The pages of a preview are such an area; their name says which page is in view.
"""

_RING = 3
"""Pixels at the edge of a control in which a focus frame is painted."""

_LETTER = re.compile(r"(?<!&)&\w")
_DAY_PARTS = 3
_MOST_ROWS = 40
_MOST_TABS = 400


def stops(root: QWidget) -> list[QWidget]:
    """Return what a person can go to by Tab in a widget, whether or not it is in view now."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None and _own(one)
    ]


def _own(widget: QWidget) -> bool:
    """Say whether a control is one of the program, not a part that Qt puts into another."""
    return not widget.objectName().startswith("qt_") and not widget.window().inherits(
        "QComboBoxPrivateContainer"
    )


def said(widget: QWidget) -> str:
    """Return what a screen reader calls a control, "" where it can only tell its value."""
    if widget.accessibleName():
        return widget.accessibleName()
    found = QAccessible.queryAccessibleInterface(widget)
    for other, _ in found.relations(QAccessible.RelationFlag.Label):
        if other.text(QAccessible.Text.Name):
            return other.text(QAccessible.Text.Name)
    # What Qt calls the name of these is what was chosen in them, or nothing at all.
    if isinstance(widget, QComboBox | QAbstractItemView):
        return ""
    return found.text(QAccessible.Text.Name)


def unnamed(root: QWidget) -> Iterator[str]:
    """Yield the controls of a widget, in view or not, without a name or a role that says more."""
    for one in stops(root):
        found = QAccessible.queryAccessibleInterface(one)
        if not said(one).strip() and not isinstance(one, QTabBar) and not _waits(one):
            yield f"no name: {where(one)}"
        if found.role() in _NO_ROLES and not isinstance(one, PageArea):
            yield f"no role: {where(one)} {found.role()}"
        if isinstance(one, QAbstractItemView):
            yield from _silent_cells(one)
    for label in root.findChildren(QLabel):
        buddy = cast("QWidget | None", label.buddy())
        if buddy is None and _LETTER.search(label.text()):
            yield f"a letter that leads nowhere: {label.text()}"


def _waits(one: QWidget) -> bool:
    """Say whether a button gets its words only together with what it is for."""
    return isinstance(one, QAbstractButton) and one.isHidden() and one.icon().isNull()


def _silent_cells(view: QAbstractItemView) -> Iterator[str]:
    """Yield the cells that show something without words, and the columns without a title."""
    model = cast("QAbstractItemModel | None", view.model())
    if model is None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    shown = [at for at in range(columns) if not _is_hidden(view, at)]
    if isinstance(view, QTableView) and view.horizontalHeader().isVisibleTo(view):
        for at in shown:
            if not str(model.headerData(at, Qt.Orientation.Horizontal) or "").strip():
                yield f"column {at} without a title: {where(view)}"
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for at in shown:
            index = model.index(row, at)
            if not _words(index) and _picture(index):
                yield f"cell {row}, {at} without words: {where(view)}"


def _is_hidden(view: QAbstractItemView, column: int) -> bool:
    return isinstance(view, QTableView | QTreeView) and view.isColumnHidden(column)


def _words(index: QModelIndex) -> str:
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return str(words or index.data(Qt.ItemDataRole.DisplayRole) or "").strip()


def _picture(index: QModelIndex) -> bool:
    painted = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.CheckStateRole)
    return any(index.data(role) is not None for role in painted)


def where(widget: QWidget) -> str:
    """Return where a control is, so that a person finds it in the code."""
    parts: list[str] = []
    each: QObject | None = widget
    while each is not None and len(parts) < 5:
        words = each.text() if isinstance(each, QAbstractButton) else ""
        parts.append(each.objectName() or words or type(each).__name__)
        each = each.parent()
    return " < ".join(parts)


def unreached(window: QWidget, start: QWidget | None = None) -> Iterator[str]:
    """Press Tab until it comes round; yield what it never reached and where it was caught.

    On the way every control is looked at with and without the keyboard: yield those that do not
    show that they have it.
    """
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    first = start or next(one for one in stops(window) if one.isVisible() and one.isEnabled())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(_MOST_TABS):
        now = QApplication.focusWidget()
        if now is None:
            yield f"the keyboard is nowhere after {where(seen[-1]) if seen else where(first)}"
            return
        if now in seen:
            break
        seen.append(now)
        lit = now.grab().toImage()
        _leave(now)
        if QApplication.focusWidget() is now and _stands_alone(window, now):
            return
        if QApplication.focusWidget() is now:
            yield f"Tab does not lead out of {where(now)}"
            return
        if not _differ(now, lit, now.grab().toImage()):
            yield f"nothing shows that the keyboard is in {where(now)}"
    for one in stops(window):
        if one.isVisible() and one.isEnabled() and one not in seen and not _by_arrows(one, seen):
            yield f"Tab never comes to {where(one)}"


def _stands_alone(window: QWidget, one: QWidget) -> bool:
    """Say whether a control is the only one to go to: a picture with a button to close it."""
    others = (each for each in stops(window) if each is not one)
    return not any(each.isVisible() and each.isEnabled() for each in others)


def _leave(now: QWidget) -> None:
    """Leave a control by Tab, or by the key that its description names."""
    parts = _DAY_PARTS if isinstance(now, QDateTimeEdit) else 1
    for _ in range(parts):  # Tab goes from the day to the month and to the year
        if QApplication.focusWidget() is now:
            QTest.keyClick(now, Qt.Key.Key_Tab)
    if QApplication.focusWidget() is now and "Ctrl+Tab" in now.accessibleDescription():
        QTest.keyClick(now, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)


def _by_arrows(one: QWidget, seen: list[QWidget]) -> bool:
    """Say whether arrows lead to a control: from one of its choices to the others."""
    return isinstance(one, QRadioButton) and any(
        isinstance(other, QRadioButton) and other.parent() is one.parent() for other in seen
    )


def _differ(widget: QWidget, one: QImage, other: QImage) -> bool:
    """Say whether the frame of a control is another one; in a list any cell may show it."""
    if one.size() != other.size():
        return True
    if isinstance(widget, QAbstractItemView | QTabBar):
        return one != other
    wide, high = one.width(), one.height()
    edges = (
        QRect(0, 0, wide, _RING),
        QRect(0, high - _RING, wide, _RING),
        QRect(0, 0, _RING, high),
        QRect(wide - _RING, 0, _RING, high),
    )
    return any(one.copy(edge) != other.copy(edge) for edge in edges)


def wrong_in_dialogue(dialog: QDialog) -> Iterator[str]:
    """Walk an open dialogue; yield what is wrong with it. Escape closes it in the end.

    The keyboard begins where something is to be typed or chosen, if that can be; Enter does what
    the dialogue is for, and where that could destroy something, the way back.
    """
    start = QApplication.focusWidget()
    if not dialog.windowTitle() and not isinstance(dialog, QMessageBox):
        yield "no title"
    if start is None or not dialog.isAncestorOf(start):
        yield "the keyboard does not begin in it"
    elif not _begins_well(dialog, start):
        yield f"the keyboard begins in {where(start)}"
    yield from unnamed(dialog)
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog)]
    acts = [one for one in buttons if one.property("kind") == "primary"]
    usual = next((one for one in buttons if one.isDefault()), None)
    # Where nothing wants Enter, it belongs to what is typed: to a page number, to lines of text.
    if usual is None and any(one.autoDefault() for one in acts):
        yield "Enter does nothing"
    elif usual is not None and acts and usual not in acts:
        yield f"Enter presses {usual.text()}, not {acts[0].text()}"
    yield from unreached(dialog, start)
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    if isValid(dialog) and dialog.isVisible():
        yield "Escape does not leave it"


def _begins_well(dialog: QDialog, start: QWidget) -> bool:
    """Say whether the keyboard begins in the first field, or without any not in a way out."""
    fields = [
        one
        for one in stops(dialog)
        if isinstance(one, _FIELDS) and one.isVisibleTo(dialog) and one.isEnabled()
        if not (isinstance(one, QPlainTextEdit) and one.isReadOnly())
    ]
    if fields:
        return start in fields or (start.focusProxy() or start) in fields
    return not isinstance(dialog, QMessageBox) or (
        isinstance(start, QPushButton) and start.isDefault()
    )


_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QRadioButton, QAbstractItemView, PageArea)


class Watch(QObject):
    """Looks at every dialogue of the program when the keyboard comes to it and when it goes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.wrong: dict[str, None] = {}
        """What was wrong, each thing once."""
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        windows = [one.window() if one is not None and isValid(one) else None for one in (old, now)]
        if windows[0] is windows[1]:
            return
        for window in windows:
            if isinstance(window, QDialog) and not isinstance(window, QFileDialog | QMessageBox):
                self.wrong.update(dict.fromkeys(unnamed(window)))
                if not window.windowTitle():
                    self.wrong[f"no title: {where(window)}"] = None
