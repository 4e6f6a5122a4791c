"""The dialogue in which a person writes to the other side: one text a record, and a last day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.domain.sharing import LONGEST_WRITTEN
from antq_desktop.gui.common.pages import form_below, label, scrolled
from antq_desktop.gui.theme import XL, L, M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    WrongDay = Callable[[str], str]

_LETTERS = 84
_LINES_HIGH = 22


@dataclass(frozen=True, slots=True)
class Item:
    """What may be written about: what it is, what is wrong with it, a text to begin with.

    What is not ``chosen`` at first shows its line as soon as it is.
    """

    key: str
    name: str
    reason: str = ""
    text: str = ""
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Asking:
    """What the dialogue says; ``due`` is the day to begin with, None where no day is asked."""

    title: str
    hint: str
    act: str
    items: Sequence[Item]
    due: str | None = None


class WriteDialog(QDialog):
    """Nothing is written before every chosen record has a text, and the last day is one.

    ``wrong_day`` says what is wrong with a day as it was typed, "" for nothing; until it is put
    right the dialogue stays, with all that is typed in it.
    """

    confirmed = Signal(dict, str)
    """The texts by key, and the last day as it was typed."""

    def __init__(self, parent: QWidget, asking: Asking, wrong_day: WrongDay | None = None) -> None:
        super().__init__(parent)
        self._wrong_day = wrong_day
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(asking.title)
        self._several = len(asking.items) > 1
        self._lines: dict[str, tuple[QCheckBox, QLineEdit]] = {}
        self._due = QLineEdit(asking.due or "")
        self._due.setObjectName("due")
        self._due_said = label()
        self._due_said.setProperty("tone", "error")
        self._due_said.hide()
        self._due_said.setObjectName("dueSaid")
        self._due.textChanged.connect(self._due_said.hide)
        self._buttons = QDialogButtonBox()
        self._act = self._buttons.addButton(asking.act, QDialogButtonBox.ButtonRole.AcceptRole)
        self._act.setProperty("kind", "primary")
        self._buttons.addButton(self.tr("Quay lại"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self._confirm)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addWidget(label(asking.title, "section"))
        column.addWidget(label(asking.hint, "muted"))
        column.addWidget(self._records(asking.items), stretch=int(self._several))
        if asking.due is not None:
            form = form_below()
            form.addRow(self.tr("&Hạn trả lời (ngày/tháng/năm, có thể bỏ trống)"), self._due)
            column.addLayout(form)
            column.addWidget(self._due_said)
        column.addWidget(self._buttons)
        self.setMinimumWidth(
            min(self.fontMetrics().averageCharWidth() * _LETTERS, parent.window().width() - XL)
        )
        for box, line in self._lines.values():
            if box.isChecked():
                line.setFocus()  # he begins to write, though a box to tick stands before it
                break
        self._check()

    def _records(self, items: Sequence[Item]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(L)
        for item in items:
            column.addWidget(self._record(item))
        if not self._several:
            return inside
        column.addStretch(1)
        area = scrolled(inside)
        rows = inside.sizeHint().height() + 2 * S
        area.setMinimumHeight(min(rows, self.fontMetrics().lineSpacing() * _LINES_HIGH))
        return area

    def _record(self, item: Item) -> QWidget:
        """Return a record with the line for its text; one alone need not be chosen."""
        chosen, line = QCheckBox(item.name.replace("&", "&&")), QLineEdit(item.text)
        chosen.setChecked(item.chosen)
        chosen.setVisible(self._several)
        line.setMaxLength(LONGEST_WRITTEN)
        line.setAccessibleName(self.tr("Nội dung: {name}").format(name=item.name))
        line.setPlaceholderText(self.tr("Một câu nói rõ cần sửa hoặc giải thích gì"))
        line.setEnabled(item.chosen)
        line.setVisible(item.chosen)
        chosen.toggled.connect(line.setEnabled)
        chosen.toggled.connect(lambda on: line.setVisible(on or item.chosen))
        chosen.clicked.connect(lambda on: line.setFocus() if on else None)
        chosen.toggled.connect(self._check)
        line.textChanged.connect(self._check)
        self._lines[item.key] = (chosen, line)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        if self._several:
            column.addWidget(chosen)
        else:
            column.addWidget(label(item.name))
        if item.reason:
            column.addWidget(label(item.reason, "muted"))
        column.addWidget(line)
        return made

    def _check(self) -> None:
        chosen = [line for box, line in self._lines.values() if box.isChecked()]
        complete = bool(chosen) and all(line.text().strip() for line in chosen)
        self._act.setEnabled(complete)

    def _confirm(self) -> None:
        QGuiApplication.inputMethod().commit()
        wrong = self._wrong_day(self._due.text().strip()) if self._wrong_day is not None else ""
        if wrong:
            self._due_said.setText(wrong)
            self._due_said.show()
            self._due.setFocus()
            self._due.selectAll()
            return
        texts = {key: line.text() for key, (box, line) in self._lines.items() if box.isChecked()}
        self.confirmed.emit(texts, self._due.text().strip())
        self.accept()
