"""What a person has typed in a question or on a screen, and putting it back there.

Choices go with the words that they belong to: a day, a kind or a tick that is set back would say
something else with the same words. What is secret (`Qt.ImhSensitiveData`, hidden lines) stays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Line = QLineEdit | QPlainTextEdit
    Choice = QDateEdit | QComboBox | QCheckBox

_CHOICE = "="
"""What the name of a choice begins with."""
_TICKED = "1"


def typed_in(root: QWidget, *, begins_empty: bool = False) -> dict[str, str]:
    """Return the words that a person typed below a widget, and the choices made with them.

    On a screen all lines begin empty (``begins_empty``), so that whatever stands there was typed.
    Returns {} where there are no words.
    """
    words = {
        name: _text(line)
        for name, line in _lines(root)
        if _text(line).strip() and (begins_empty or _is_typed(line))
    }
    if words:
        words |= {f"{_CHOICE}{name}": _chosen(one) for name, one in _choices(root)}
    return words


def put_into(root: QWidget, words: Mapping[str, str], *, begins_empty: bool = False) -> None:
    """Show words as if they had been typed, where nothing else was typed meanwhile."""
    lines = [(name, line) for name, line in _lines(root) if name in words]
    if any(_text(line).strip() if begins_empty else _is_typed(line) for _, line in lines):
        return
    for name, one in _choices(root):
        chosen = words.get(f"{_CHOICE}{name}")
        if chosen is not None:
            _choose(one, chosen)
    for name, line in lines:
        _put(line, words[name])


def _lines(root: QWidget) -> Iterator[tuple[str, Line]]:
    """Yield the lines below a widget with their names; never those for a passphrase or a code."""
    for place, one in _inside(root):
        if not isinstance(one, QLineEdit | QPlainTextEdit) or _is_secret(one) or one.isReadOnly():
            continue
        if not isinstance(one.parentWidget(), QComboBox | QAbstractSpinBox):
            yield _name(one, place), one


def _choices(root: QWidget) -> Iterator[tuple[str, Choice]]:
    """Yield what is chosen below a widget; where something is secret, no tick: one may show it."""
    inside = list(_inside(root))
    ticks = not any(isinstance(one, QLineEdit) and _is_secret(one) for _, one in inside)
    for place, one in inside:
        if isinstance(one, QDateEdit | QComboBox) or (ticks and isinstance(one, QCheckBox)):
            yield _name(one, place), one


def _inside(root: QWidget) -> Iterator[tuple[int, QWidget]]:
    """Yield what is in a widget with its place; a question that it asks is another window."""
    for place, one in enumerate(root.findChildren(QWidget)):
        if one.window() is root.window():
            yield place, one


def _name(widget: QWidget, place: int) -> str:
    return widget.accessibleName() or widget.objectName() or str(place)


def _is_secret(line: Line) -> bool:
    hidden = isinstance(line, QLineEdit) and line.echoMode() is not QLineEdit.EchoMode.Normal
    return hidden or bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)


def _text(line: Line) -> str:
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()


def _is_typed(line: Line) -> bool:
    """Say whether a person typed what stands in a line; what it began with does not count."""
    changed = line.isModified() if isinstance(line, QLineEdit) else line.document().isModified()
    return changed and bool(_text(line).strip())


def _put(line: Line, text: str) -> None:
    if isinstance(line, QLineEdit):
        line.setText(text)
        line.setModified(True)
        line.textEdited.emit(text)
    else:
        line.setPlainText(text)
        line.document().setModified(True)


def _chosen(one: Choice) -> str:
    if isinstance(one, QDateEdit):
        return one.date().toString(Qt.DateFormat.ISODate)
    if isinstance(one, QComboBox):
        return one.currentText()
    return _TICKED if one.isChecked() else ""


def _choose(one: Choice, chosen: str) -> None:
    if isinstance(one, QDateEdit):
        one.setDate(QDate.fromString(chosen, Qt.DateFormat.ISODate))
    elif isinstance(one, QComboBox):
        place = one.findText(chosen)
        if place >= 0:  # what is offered may come later, or be something else now
            one.setCurrentIndex(place)
    else:
        one.setChecked(chosen == _TICKED)
