"""What stays whole where text is large or the window is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from antq_desktop.gui.common.flow import let_flow

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARE = 0.75
"""How much of its row the right part may take before it goes below the left one."""

_ROOM = 0.9
"""How much of the window that asks a dialog may take."""

_LINES = 2
"""How many lines each of the words at the left may take beside it."""


class Folding(QObject):
    """Puts the right part of a row below the left one where both do not fit side by side.

    The left part is a title, or a line to type in; the right one may take ``share`` of the row.

    Buttons at the right then go on in a second line where one is too narrow for them.
    Buttons of ``shortened`` then show their icon alone: their words stay as name and tool tip.
    """

    def __init__(
        self,
        owner: QWidget,
        row: QBoxLayout,
        title: QLabel | QLineEdit,
        shortened: Iterable[QPushButton] = (),
        *,
        share: float = _SHARE,
    ) -> None:
        super().__init__(owner)
        self._titles = _titles(row, title)
        self._owner = owner
        self._row = row
        self._share = share
        last = row.itemAt(row.count() - 1)
        buttons = last.layout() if last is not None else None
        if isinstance(buttons, QBoxLayout):
            let_flow(buttons, row)
        self._shortened = {button: button.text() for button in shortened}
        for button, words in self._shortened.items():
            button.setAccessibleName(words.replace("&", ""))
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when there is more or less room, or what stands in the row is larger."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        last = self._row.itemAt(self._row.count() - 1)
        right = last.sizeHint().width() if last is not None else 0
        short = sum(button.sizeHint().width() for button in self._shortened if not button.text())
        width = self._owner.width()
        beside = max(width - right - short - self._row.spacing(), 1)
        high = any(
            one.heightForWidth(beside)
            > one.fontMetrics().lineSpacing() * _LINES + self._row.spacing()
            for one in self._titles
            if not one.isHidden()
        )
        folded = right + short > width * self._share or high
        wanted = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setStretch(0, 0 if folded else 1)
            for button, words in self._shortened.items():
                button.setText("" if folded else words)


def _titles(row: QBoxLayout, title: QLabel | QLineEdit) -> list[QLabel | QLineEdit]:
    """Return all words that stand at the left of a row: a title with the lines below it."""
    first = row.itemAt(0)
    words = first.layout() if first is not None else None
    if words is None:
        return [title]
    inside = (words.itemAt(at) for at in range(words.count()))
    found = (item.widget() for item in inside if item is not None)
    return [one for one in found if isinstance(one, QLabel)]


class _Whole(QObject):
    """Keeps labels as high as their text needs at the width that they have."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._measured: dict[QObject, tuple[str, int, str]] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when a label has another width or type, or is painted with other words."""
        looked_at = {QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Paint}
        if event.type() in looked_at and isinstance(watched, QLabel):
            now = (watched.text(), watched.width(), watched.font().key())
            if self._measured.get(watched) != now:
                self._measured[watched] = now
                watched.setMinimumHeight(0)  # or the height that it had would count as needed
                watched.setMinimumHeight(max(watched.heightForWidth(watched.width()), 0))
        return super().eventFilter(watched, event)


def keep_whole(root: QWidget) -> None:
    """Let no wrapped label below a widget be cut; what does not fit has to be scrolled to."""
    keeper = _Whole(root)
    for each in root.findChildren(QLabel):
        if each.wordWrap():
            each.installEventFilter(keeper)


class _Fitted(QObject):
    """Gives a dialog that comes into view the height of its words at the width that it has.

    Qt reckons with a narrower one and would spread what is left over between the lines.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit once; a person may then make the dialog larger."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QDialog):
            watched.removeEventFilter(self)
            layout = watched.layout()
            if layout is not None and layout.hasHeightForWidth():
                layout.activate()
                needed = layout.totalHeightForWidth(watched.width())
                watched.resize(watched.width(), min(needed, watched.height()))
        return super().eventFilter(watched, event)


def fit_dialog(dialog: QDialog, letters: int) -> None:
    """Let a dialog be no narrower than so many letters, as far as the asking window has room.

    Its height follows what stands in it: no wrapped label is cut or runs into what is below it.
    """
    wide = dialog.fontMetrics().averageCharWidth() * letters
    asking = dialog.parentWidget()
    room = round(asking.window().width() * _ROOM) if asking is not None else wide
    dialog.setMinimumWidth(min(wide, room))
    keep_whole(dialog)
    dialog.installEventFilter(_Fitted(dialog))


def size_dialog(dialog: QDialog, asking: QWidget, letters: int, lines: int) -> None:
    """Let a dialog be so many letters wide and lines high, as far as the asking window has room."""
    metrics, room = dialog.fontMetrics(), asking.window().size() * _ROOM
    wide, high = metrics.averageCharWidth() * letters, metrics.lineSpacing() * lines
    dialog.resize(min(wide, room.width()), min(high, room.height()))
