"""Input methods: what Telex and VNI send ends as one NFC text in every editor, undisturbed."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
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

NOT_TYPED = frozenset({Kind.CHOICES, Kind.FLAG, Kind.ROWS})
KINDS = tuple(kind for kind in Kind if kind not in NOT_TYPED)
TEXTS = (Kind.TEXT, Kind.LONG_TEXT, Kind.ORGANIZATION, Kind.PERSON)

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
        key = {"\b": Qt.Key.Key_Backspace, "\x02": Qt.Key.Key_Left}.get(letter, Qt.Key(0))
        text = "" if key else letter
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)


def said(editor: Editor) -> object:
    """Return the text of an editor; of a person the name, of a reference its words."""
    typed = editor.typed()
    if isinstance(typed, dict):
        return typed.get("full_name", typed.get("text", ""))
    return typed


def paste(target: QWidget, text: str) -> None:
    """Paste a text as the clipboard's key does."""
    QGuiApplication.clipboard().setText(text)
    assert isinstance(target, QLineEdit | QPlainTextEdit)
    target.paste()


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
    assert said(editor) == "Nguyễn"
    assert place(target) == len("Nguyễn")
    editor.settle()
    assert unicodedata.is_normalized("NFC", str(said(editor)))
    assert place(target) == len("Nguyễn")


@pytest.mark.parametrize("kind", KINDS)
def test_a_preedit_is_committed_whole(kind: Kind, theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(kind, theme, qtbot)
    for unfinished in ("N", "Ng", "Nguyê", "Nguyễn"):
        QApplication.sendEvent(target, QInputMethodEvent(unfinished, []))
        assert said(editor) == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("Nguyễn")
    QApplication.sendEvent(target, done)
    assert said(editor) == "Nguyễn"
    assert place(target) == len("Nguyễn")


@pytest.mark.parametrize("kind", KINDS)
def test_surrounding_text_is_replaced(kind: Kind, theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(kind, theme, qtbot)
    press(target, tuple("Nguye"))
    replacing = QInputMethodEvent("", [])
    replacing.setCommitString("ễ", -1, 1)
    QApplication.sendEvent(target, replacing)
    press(target, ("n",))
    assert said(editor) == "Nguyễn"
    assert place(target) == len("Nguyễn")


def test_decomposed_text_is_stored_precomposed(theme: Theme, qtbot: QtBot) -> None:
    editor, target = make(Kind.TEXT, theme, qtbot)
    pasted = unicodedata.normalize("NFD", "Nguyễn")
    done = QInputMethodEvent("", [])
    done.setCommitString(pasted)
    QApplication.sendEvent(target, done)
    assert editor.typed() == pasted  # nothing is rewritten while the field is being typed in
    editor.settle()
    assert said(editor) == "Nguyễn"


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize(
    "text",
    [unicodedata.normalize("NFD", "Nguyễn Thị Hồng"), "NguyÔn ThÞ Hång", "Nguyeãn Thò Hoàng"],
    ids=["decomposed", "tcvn3", "vni"],
)
def test_pasted_text_is_stored_in_unicode(
    kind: Kind, text: str, theme: Theme, qtbot: QtBot
) -> None:
    editor, target = make(kind, theme, qtbot)
    paste(target, text)
    assert said(editor) == text  # nothing is rewritten while the field is being typed in
    editor.settle()
    assert said(editor) == "Nguyễn Thị Hồng"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT])
def test_the_cursor_stays_where_something_is_put_in_between(
    kind: Kind, theme: Theme, qtbot: QtBot
) -> None:
    editor, target = make(kind, theme, qtbot)
    press(target, tuple("Xa Nguyen Ly"))
    for _ in range(len(" Nguyen Ly")):
        press(target, ("\x02",))
    press(target, ("\b", "ã"))
    assert (said(editor), place(target)) == ("Xã Nguyen Ly", 2)
    unfinished = QInputMethodEvent("y", [])
    QApplication.sendEvent(target, unfinished)
    editor.settle()  # as saving does, which commits the unfinished word before
    assert place(target) == 2
    done = QInputMethodEvent("", [])
    done.setCommitString("ỷ")
    QApplication.sendEvent(target, done)
    assert (said(editor), place(target)) == ("Xãỷ Nguyen Ly", 3)
    press(target, ("  ",))
    editor.settle()
    assert said(editor) == "Xãỷ Nguyen Ly"
    assert place(target) == 5
