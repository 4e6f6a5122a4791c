"""Thirty-three words typed from paper: each is looked up in the list when its line is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from antq_desktop.errors import Refusal
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Look = Callable[[str, int], str]

_COLUMNS = 3
_LONGEST = 8
"""Letters of the longest word."""
_OFFERED = 8


class ShareGrid(QWidget):
    """The words of one share by their numbers, typed downwards; blank, Enter or Tab goes on.

    The words that begin so are shown below, and a word is completed when its line is left: as many
    letters as no other word begins with are enough. Nothing is rewritten while it is typed, and
    nothing goes to the clipboard.
    """

    changed = Signal()
    wrong = Signal(object)
    """The refusal of the word that was left just now, None where it is right."""

    def __init__(self, words: Sequence[str], look: Look, count: int) -> None:
        super().__init__()
        self._look = look
        self._words = tuple(words)
        self._offers = label("", "muted")
        self._offers.setObjectName("offers")
        self._lines = [self._line(number) for number in range(1, count + 1)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S)
        rows = -(-count // _COLUMNS)
        for at, line in enumerate(self._lines):
            place = label(str(at + 1), "muted", wrap=False)
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(place, at % rows, at // rows * 2)
            grid.addWidget(line, at % rows, at // rows * 2 + 1)
        grid.addWidget(self._offers, rows, 0, 1, 2 * _COLUMNS)

    @property
    def text(self) -> str:
        """The words by their numbers, as far as they are typed."""
        return " ".join(line.text().strip() for line in self._lines)

    @property
    def complete(self) -> bool:
        """Whether every line has something."""
        return all(line.text().strip() for line in self._lines)

    def clear(self) -> None:
        """Forget what was typed, and begin at the first word."""
        for line in self._lines:
            line.clear()
            self._mark(line, wrong=False)
        self._offers.clear()
        self.begin()

    def begin(self) -> None:
        """Put the keyboard into the first empty line."""
        empty = (line for line in self._lines if not line.text())
        next(empty, self._lines[0]).setFocus()

    def _line(self, number: int) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"word{number}")
        line.setAccessibleName(self.tr("Từ {number}").format(number=number))
        line.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        line.setMinimumWidth(line.fontMetrics().averageCharWidth() * (_LONGEST + 4))
        line.textEdited.connect(self._edited)
        line.editingFinished.connect(lambda: self._left(line, number))
        line.installEventFilter(self)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a blank and Enter go to the next word, as on paper."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            on = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if event.key() in on or event.text() == " ":
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    def _edited(self, text: str) -> None:
        """Spread several words that came at once over the lines."""
        words = text.split()
        if len(words) > 1:
            sender = self.sender()
            start = next(at for at, line in enumerate(self._lines) if line is sender)
            for line, word in zip(self._lines[start:], words, strict=False):
                line.setText(word)
        self._offers.setText("  ".join(self._offered(text)[:_OFFERED]))
        self.changed.emit()

    def _offered(self, text: str) -> list[str]:
        begins = text.strip().lower()
        return [word for word in self._words if begins and word.startswith(begins)]

    def _left(self, line: QLineEdit, number: int) -> None:
        typed = line.text().strip()
        if not typed:
            self._mark(line, wrong=False)
            return
        offered = self._offered(typed)
        try:
            line.setText(offered[0] if len(offered) == 1 else self._look(typed, number))
        except Refusal as error:
            self._mark(line, wrong=True)
            self.wrong.emit(error)
        else:
            self._mark(line, wrong=False)
            self.wrong.emit(None)
        self.changed.emit()

    def _mark(self, line: QLineEdit, *, wrong: bool) -> None:
        line.setProperty("wrong", wrong)
        line.style().unpolish(line)
        line.style().polish(line)
