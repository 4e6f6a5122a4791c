"""Input methods: what Telex and VNI send ends as one NFC text in every editor, undisturbed."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from antq_desktop.domain.fields import Field, Kind, Label, codes
from antq_desktop.domain.forms import Hand
from antq_desktop.domain.units import UnitTree
from antq_desktop.gui.entry.compound import editor_of
from antq_desktop.gui.entry.tools import Tools

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.editors import Editor
    from antq_desktop.gui.theme import Theme

KINDS = (
    Kind.TEXT,
    Kind.LONG_TEXT,
    Kind.ORGANIZATION,
    Kind.OFFICER,
    Kind.CHOICE,
    Kind.UNIT,
    Kind.DATE,
)

# What a keyboard program sends for "Nguyeenx" (Telex) and "Nguye6n4" (VNI): letters, then it takes
# letters back with Backspace and sends the marked ones.
TELEX = ("N", "g", "u", "y", "e", "\b", "ê", "n", "\b", "\b", "ễ", "n")
VNI = ("N", "g", "u", "y", "e", "n", "\b", "\b", "ê", "n", "\b", "\b", "ễ", "n")


def make(kind: Kind, theme: Theme, qtbot: QtBot) -> tuple[Editor, QWidget]:
    """Return the editor of a kind, and what the keys are sent to."""
    one = Field(name="x", kind=kind, label=Label("x", "x"), codes=codes(("a", "Nguyễn", "A")))
    tools = Tools(Hand(UnitTree([], "1", "1"), date(2024, 1, 1)), theme, lambda *_: None)
    editor = editor_of(one, tools)
    qtbot.addWidget(editor)
    return editor, editor.target()


def press(target: QWidget, letters: tuple[str, ...]) -> None:
    """Send keys as a keyboard program does."""
    for letter in letters:
        key = Qt.Key.Key_Backspace if letter == "\b" else Qt.Key(0)
        text = "" if letter == "\b" else letter
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)


def place(target: QWidget) -> int:
    """Return where the cursor stands."""
    if isinstance(target, QLineEdit):
        return target.cursorPosition()
    assert isinstance(target, QPlainTextEdit)
    return target.textCursor().position()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stream", [TELEX, VNI], ids=["telex", "vni"])
def test_retyped_letters_stay_as_they_are(
    kind: Kind, stream: tuple[str, ...], theme: Theme, qtbot: QtBot
) -> None:
    editor, target = make(kind, theme, qtbot)
    press(target, stream)
    assert editor.typed() == "Nguyễn"
    assert place(target) == len("Nguyễn")
    editor.settle()
    assert unicodedata.is_normalized("NFC", str(editor.typed()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_preedit_is_committed_whole(kind: Kind, theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(kind, theme, qtbot)
    for unfinished in ("N", "Ng", "Nguyê", "Nguyễn"):
        QApplication.sendEvent(target, QInputMethodEvent(unfinished, []))
        assert editor.typed() == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("Nguyễn")
    QApplication.sendEvent(target, done)
    assert editor.typed() == "Nguyễn"
    assert place(target) == len("Nguyễn")


@pytest.mark.parametrize("kind", KINDS)
def test_surrounding_text_is_replaced(kind: Kind, theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(kind, theme, qtbot)
    press(target, tuple("Nguye"))
    replacing = QInputMethodEvent("", [])
    replacing.setCommitString("ễ", -1, 1)
    QApplication.sendEvent(target, replacing)
    press(target, ("n",))
    assert editor.typed() == "Nguyễn"
    assert place(target) == len("Nguyễn")


def test_decomposed_text_is_stored_precomposed(theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(Kind.TEXT, theme, qtbot)
    pasted = unicodedata.normalize("NFD", "Nguyễn")
    done = QInputMethodEvent("", [])
    done.setCommitString(pasted)
    QApplication.sendEvent(target, done)
    assert editor.typed() == pasted  # nothing is rewritten while the field is being typed in
    editor.settle()
    assert editor.typed() == "Nguyễn"
