"""One editor a kind of field. Each shows and gives *typed* things, see ``domain/forms.py``.

No editor changes a letter while it is typed: what is understood is shown in its usual form when the
field is left.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.forms import found_codes
from antq_desktop.domain.legacy_text import in_unicode
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import show_date
from antq_desktop.domain.vietnamese import clean, fold
from antq_desktop.gui.common.flow import Flow
from antq_desktop.gui.entry.lookup import MOST, LookupEdit, Offer
from antq_desktop.gui.theme import XS
from antq_desktop.services.unit_names import before

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from antq_desktop.domain.units import Unit
    from antq_desktop.gui.entry.lookup import Found
    from antq_desktop.gui.entry.tools import Tools
    from antq_desktop.messages import Language

_RIGHT = frozenset({Kind.INTEGER, Kind.MONEY})
_LONG_TEXT_LINES = 4
_BOX_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Editor(QWidget):
    """What all editors have in common."""

    changed = Signal()
    """Something was typed."""
    left = Signal()
    """The field was left, and what was understood is shown in its usual form."""

    def __init__(self, one: Field) -> None:
        super().__init__()
        self.field = one
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(XS)

    def typed(self) -> object:
        """Return what stands in the editor."""
        raise NotImplementedError

    def show_typed(self, typed: object) -> None:
        """Put something into the editor, as if it had been typed."""
        raise NotImplementedError

    def lock(self) -> None:
        """Let the value be read but not changed."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """Return the widget that takes the keyboard, and that the label belongs to."""
        raise NotImplementedError

    def set_wrong(self, *, wrong: bool) -> None:
        """Draw the border of a field with a problem, or the ordinary one."""
        target = self.target()
        if bool(target.property("wrong")) != wrong:
            target.setProperty("wrong", wrong)
            target.style().unpolish(target)
            target.style().polish(target)

    def settle(self) -> None:
        """Show what was understood in its usual form; nothing happens where nothing was."""


class LineEditor(Editor):
    """A line: text, dates, moments, numbers, money, personal numbers, phones, organisations."""

    def __init__(self, one: Field, tools: Tools, line: QLineEdit | None = None) -> None:
        super().__init__(one)
        self._tools = tools
        self.line = line or QLineEdit()
        self.line.setPlaceholderText(self._example())
        if one.kind in _RIGHT:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self.settle)
        self.line.returnPressed.connect(self.focusNextChild)
        self.column.addWidget(self.line)

    def typed(self) -> object:
        """Return the text."""
        return self.line.text()

    def show_typed(self, typed: object) -> None:
        """Show a text."""
        text = str(typed or "")
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def lock(self) -> None:
        """Make the line read-only."""
        self.line.setReadOnly(True)

    def target(self) -> QWidget:
        """Return the line."""
        return self.line

    def settle(self) -> None:
        """Write a date as dd/MM/yyyy, a number with dots, a text in its clean form."""
        text = self.line.text()
        try:
            value = self._tools.hand.read(self.field, text)
        except BadValue:
            value = None
        if isinstance(value, str) and value == text.strip():
            self._replace(clean(in_unicode(text)))
        elif value is not None:
            self._replace(str(self._tools.hand.show(self.field, value)))
        self.left.emit()

    def _replace(self, text: str) -> None:
        if text != self.line.text():
            at = self.line.cursorPosition()
            self.line.setText(text)
            self.line.setCursorPosition(min(at, len(text)))

    def _example(self) -> str:
        examples = {
            Kind.DATE: self.tr("ngày/tháng/năm"),
            Kind.PARTIAL_DATE: self.tr("ngày/tháng/năm, tháng/năm hoặc năm"),
            Kind.MOMENT: self.tr("ngày/tháng/năm giờ:phút"),
            Kind.PARTIAL_MOMENT: self.tr("ngày/tháng/năm giờ:phút, hoặc phần đã biết"),
            Kind.PERSONAL_NUMBER: self.tr("12 chữ số"),
            Kind.PAPER_NUMBER: self.tr("12 chữ số, hoặc số của giấy tờ đã chọn"),
            Kind.CHOICE: self.tr("Gõ để tìm"),
            Kind.UNIT: self.tr("Gõ tên hoặc mã"),
            Kind.REFERENCE: self.tr("Gõ để tìm trong sổ"),
        }
        return examples.get(self.field.kind, "")


class LookupEditor(LineEditor):
    """A line with offers: choices, units, officers."""

    def __init__(self, one: Field, tools: Tools) -> None:
        self.lookup = LookupEdit(tools.theme, self.find_offers)
        super().__init__(one, tools, self.lookup)
        self.lookup.chosen.connect(self._chosen)

    def lock(self) -> None:
        """Make the line read-only and take the offers away."""
        self.lookup.set_locked(locked=True)

    def settle(self) -> None:
        """Take the offer that is marked, as Tab would: saving and jumping leave the field too."""
        self.lookup.take_marked()
        super().settle()

    def find_offers(self, text: str, found: Found) -> None:
        """Hand over the offers for what was typed so far."""
        hand = self._tools.hand
        if self.field.kind is Kind.CHOICE:
            codes = found_codes(self.field.codes, text)
            found([Offer(code.text(hand.language)) for code in codes])
        elif self.field.kind is Kind.UNIT:
            found([self._unit_offer(unit) for unit in self._units(text)])
        else:
            names = self._tools.officers
            found([Offer(name) for name in names if fold(text) in fold(name)])

    def _units(self, text: str) -> list[Unit]:
        hand = self._tools.hand
        return hand.found_units(text, MOST) if text else list(hand.units.valid(hand.today))[:MOST]

    def _unit_offer(self, unit: Unit) -> Offer:
        hand = self._tools.hand
        note = before(hand.units, unit.key, cast("Language", hand.language))
        if unit.valid_to is not None and unit.valid_to <= hand.today:
            last = unit.valid_to - timedelta(days=1)
            note = self.tr("đến {day}").format(day=show_date(last.isoformat()))
        return Offer(hand.unit_text(unit.key), note)

    def _chosen(self, _offer: Offer) -> None:
        self.left.emit()


class ReferenceEditor(LookupEditor):
    """A line that finds a record, of one register or of any.

    What is chosen counts, not what is typed.
    """

    def __init__(self, one: Field, tools: Tools) -> None:
        self._id: object = None
        self._words = ""
        super().__init__(one, tools)

    def typed(self) -> object:
        """Return the words, and the record's id once it was chosen."""
        text = self.line.text()
        if not text.strip():
            return {}
        return {"text": text, **({"id": self._id} if text == self._words else {})}

    def show_typed(self, typed: object) -> None:
        """Show the words of a record."""
        shown = typed if isinstance(typed, dict) else {}
        self._id, self._words = shown.get("id"), str(shown.get("text", ""))
        super().show_typed(self._words)
        self._words = self._words if self._id else ""

    def settle(self) -> None:
        """Leave the words as they are."""
        self.left.emit()

    def find_offers(self, text: str, found: Found) -> None:
        """Hand over the records that have these words."""
        if text.strip():
            self._tools.find_records(
                self.field.register,
                text,
                lambda pairs: found([Offer(words, "", key) for key, words in pairs]),
            )
        else:
            found([])

    def _chosen(self, offer: Offer) -> None:
        self._id, self._words = offer.data, offer.text
        self.changed.emit()
        self.left.emit()


class LongEditor(Editor):
    """Several lines of text; Tab leaves it."""

    def __init__(self, one: Field) -> None:
        super().__init__(one)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        lines = self.text.fontMetrics().lineSpacing() * _LONG_TEXT_LINES
        self.text.setFixedHeight(lines + 4 * XS)
        self.text.textChanged.connect(self.changed)
        self.text.installEventFilter(self)
        self.column.addWidget(self.text)

    def typed(self) -> object:
        """Return the text."""
        return self.text.toPlainText()

    def show_typed(self, typed: object) -> None:
        """Show a text."""
        if str(typed or "") != self.text.toPlainText():
            self.text.setPlainText(str(typed or ""))

    def lock(self) -> None:
        """Make the text read-only."""
        self.text.setReadOnly(True)

    def target(self) -> QWidget:
        """Return the text."""
        return self.text

    def settle(self) -> None:
        """Show the text in its clean form."""
        tidy = clean(in_unicode(self.text.toPlainText()))
        if tidy != self.text.toPlainText():
            at = self.text.textCursor().position()
            self.text.setPlainText(tidy)
            cursor = self.text.textCursor()
            cursor.setPosition(min(at, len(tidy)))
            self.text.setTextCursor(cursor)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the text is left; a text has no signal for it."""
        if event.type() is QEvent.Type.FocusOut:
            self.settle()
        return super().eventFilter(watched, event)


class FlagEditor(Editor):
    """A box to tick; one that was never touched says neither yes nor no."""

    def __init__(self, one: Field, language: str) -> None:
        super().__init__(one)
        self._touched = False
        self.box = QCheckBox(one.label.text(language))
        self.box.clicked.connect(self._clicked)
        self.column.addWidget(self.box)

    def typed(self) -> object:
        """Return whether it is ticked, None if it was never touched."""
        return self.box.isChecked() if self._touched else None

    def show_typed(self, typed: object) -> None:
        """Show a tick, or none."""
        self._touched = typed is not None
        self.box.setChecked(bool(typed))
        self.changed.emit()

    def lock(self) -> None:
        """Let the tick stay as it is."""
        self.box.setEnabled(False)

    def target(self) -> QWidget:
        """Return the box."""
        return self.box

    def _clicked(self) -> None:
        self._touched = True
        self.changed.emit()
        self.left.emit()


class ChoicesEditor(Editor):
    """A box to tick for each value that may be chosen; together they are one stop of Tab.

    Arrows and letters go from box to box: a letter to the next one that has a word beginning so.
    """

    def __init__(self, one: Field, language: str) -> None:
        super().__init__(one)
        self._boxes = {code.code: QCheckBox(code.text(language)) for code in one.codes}
        columns = Flow(even=True)
        for place, box in enumerate(self._boxes.values()):
            box.clicked.connect(self.changed)
            box.clicked.connect(self.left)
            box.installEventFilter(self)
            if place:
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            columns.addWidget(box)
        self.column.addLayout(columns)

    def typed(self) -> object:
        """Return the codes that are ticked."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def show_typed(self, typed: object) -> None:
        """Tick these codes and no others."""
        chosen = typed if isinstance(typed, list) else []
        for code, box in self._boxes.items():
            box.setChecked(code in chosen)
        self.changed.emit()

    def lock(self) -> None:
        """Let the ticks stay as they are."""
        for box in self._boxes.values():
            box.setEnabled(False)

    def target(self) -> QWidget:
        """Return the first box."""
        return next(iter(self._boxes.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from box to box."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        boxes = list(self._boxes.values())
        at = next(place for place, box in enumerate(boxes) if box is watched)
        step = _BOX_STEPS.get(Qt.Key(event.key()))
        if step is not None:
            boxes[(at + step) % len(boxes)].setFocus()
            return True
        letter = fold(event.text())
        if not letter or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return super().eventFilter(watched, event)
        for box in [*boxes[at + 1 :], *boxes[: at + 1]]:
            if any(word.startswith(letter) for word in fold(box.text()).split()):
                box.setFocus()
                break
        return True
