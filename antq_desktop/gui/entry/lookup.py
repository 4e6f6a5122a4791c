"""A line in which a value is found by typing: the list below it only offers, it never rewrites.

The list is a plain child of the window, not a popup: a popup takes the keyboard, and with it the
input method's unfinished word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from antq_desktop.gui.theme import XL, XS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from antq_desktop.gui.theme import Theme

    Found = Callable[[Sequence["Offer"]], None]
    Find = Callable[[str, Found], None]

MOST = 50
"""How many offers are shown at most."""

_VISIBLE = 8
_DATA = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that may be chosen: its text, a note beside it, and what it stands for."""

    text: str
    note: str = ""
    data: object = None


class LookupEdit(QLineEdit):
    """A line with offers. Down opens them, Enter or Tab takes one, Esc closes them."""

    chosen = Signal(object)
    """An `Offer` that the person took."""

    def __init__(self, theme: Theme, find: Find) -> None:
        super().__init__()
        self._find = find
        self._list: QListWidget | None = None
        self._asked = 0
        self._open_all = QAction(self.tr("Mở danh sách (phím Xuống)"), self)
        self._open_all.triggered.connect(self._show_all)
        self.addAction(self._open_all, QLineEdit.ActionPosition.TrailingPosition)
        theme.dress(self._open_all, "down")
        self.textEdited.connect(self._look)

    @property
    def offers_shown(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and self._list.isVisible()

    def offers(self) -> list[str]:
        """Return the texts that are offered now."""
        if self._list is None or not self.offers_shown:
            return []
        return [self._list.item(row).text() for row in range(self._list.count())]

    def take_marked(self) -> None:
        """Take the offer that is marked, where the list is open."""
        if self.offers_shown and self.text().strip():
            self._take()

    def set_locked(self, *, locked: bool) -> None:
        """Let the text be read but not changed."""
        self.setReadOnly(locked)
        self._open_all.setVisible(not locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the offers and take one; every other key is an ordinary one of the line."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if not plain or self.isReadOnly() or not self._handled(key):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the offer that is marked before Tab moves on."""
        if (
            event.type() is QEvent.Type.KeyPress
            and getattr(event, "key", lambda: None)() == Qt.Key.Key_Tab
            and self.text().strip()
        ):
            self._take()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the offers when the line is left."""
        self._close()
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the offers when the window changes its size: they would lie somewhere else."""
        if event.type() is QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)

    def _handled(self, key: Qt.Key) -> bool:
        if not self.offers_shown:
            if key == Qt.Key.Key_Down:
                self._show_all()
            return key == Qt.Key.Key_Down
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            self.returnPressed.emit()  # as in any line, it goes on to the next field
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _show_all(self) -> None:
        self.setFocus()
        self._look("")

    def _look(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        self._find(text, lambda offers: self._offer(offers) if asked == self._asked else None)

    def _offer(self, offers: Sequence[Offer]) -> None:
        if not offers or not self.hasFocus():
            self._close()
            return
        found = self._made()
        found.clear()
        for offer in offers[:MOST]:
            item = QListWidgetItem(f"{offer.text}   {offer.note}" if offer.note else offer.text)
            item.setData(_DATA, offer)
            found.addItem(item)
        texts = [offer.text for offer in offers[:MOST]]
        found.setCurrentRow(texts.index(self.text()) if self.text() in texts else 0)
        self._place(found)
        found.show()
        found.raise_()

    def _made(self) -> QListWidget:
        if self._list is None:
            window = self.window()
            self._list = QListWidget(window)
            self._list.setProperty("role", "results")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName(self.accessibleName())
            self._list.itemClicked.connect(lambda _: self._take())
            window.installEventFilter(self)
            self.destroyed.connect(self._list.deleteLater)
        return self._list

    def _place(self, found: QListWidget) -> None:
        room = self.window().rect()
        row = max(found.sizeHintForRow(0), 1)
        high = row * min(found.count(), _VISIBLE) + 2 * XS
        wide = max(self.width(), min(found.sizeHintForColumn(0) + 2 * XL, room.width()))
        top_left = self.mapTo(self.window(), QPoint(0, self.height()))
        if top_left.y() + high > room.bottom():
            top_left.setY(max(0, top_left.y() - self.height() - high))
        top_left.setX(max(0, min(top_left.x(), room.width() - wide)))
        found.setGeometry(QRect(top_left.x(), top_left.y(), wide, high))

    def _step(self, by: int) -> None:
        if self._list is not None:
            row = self._list.currentRow() + by
            self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))

    def _take(self) -> None:
        item = self._list.currentItem() if self._list and self.offers_shown else None
        self._close()
        if item is not None:
            offer: Offer = item.data(_DATA)
            self.setText(offer.text)
            self.chosen.emit(offer)

    def _close(self) -> None:
        self._asked += 1
        if self._list is not None:
            self._list.hide()
