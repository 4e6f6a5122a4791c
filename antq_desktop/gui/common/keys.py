"""The keys of all that can be done: acts with words and keys, and a key for every button.

An act is a `QAction` of the widget that it works in: tool tips, the command box and the printed
sheet read words and keys from it, so that none of them can tell another story. A button without a
key gets Alt with a letter of its own words: one of A to Z, for a letter with a mark cannot be typed
while Alt is held.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui.outliving import tell_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Button = QPushButton | QToolButton
    Path = dict[QWidget, int]

Scope = Literal["window", "within", "alone"]
"""Where a key works: in the whole window, in a widget and what is in it, or in it alone."""

_CONTEXTS: dict[Scope, Qt.ShortcutContext] = {
    "window": Qt.ShortcutContext.WindowShortcut,
    "within": Qt.ShortcutContext.WidgetWithChildrenShortcut,
    "alone": Qt.ShortcutContext.WidgetShortcut,
}
_TOLD, _OWN = "keysTold", "ownTip"
_IN_BRACKETS = re.compile(r" \(&[]A-Z0-9;/.='[-]\)$")
_FALLBACK = string.digits[1:] + "0" + string.ascii_uppercase + "-=;/.[]'"
"""A menu of every register has more entries than there are letters and digits."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be done: its words, its keys as people read them, and how to do it."""

    words: str
    keys: str
    owner: QWidget
    scope: Scope
    run: Callable[[], object]
    ready: Callable[[], bool]


def act(
    owner: QWidget,
    words: str,
    keys: str | Sequence[str],
    run: Callable[[], object],
    scope: Scope = "window",
) -> QAction:
    """Let keys do something while a widget is in view; the first key is the one that is shown."""
    made = QAction(words, owner)
    made.setShortcuts([QKeySequence(one) for one in ([keys] if isinstance(keys, str) else keys)])
    made.setShortcutContext(_CONTEXTS[scope])
    made.triggered.connect(lambda _=False: run())
    owner.addAction(made)
    return made


def key_of(
    button: Button, *keys: str, owner: QWidget | None = None, scope: Scope = "window"
) -> None:
    """Give a button keys that press it while it is enabled; the first one is shown.

    Without an owner they work while the button is in view.
    """
    made = act(owner or button, "", keys, button.click, scope)
    button.addAction(made)
    tell_key(button)


def words_of(button: Button) -> str:
    """Return what a button does, "" for one that says nothing."""
    return plain_words(button.text()) or button.accessibleName() or _own_tip(button)


def plain_words(text: str) -> str:
    """Return the words of a button or an entry of a menu, without the mark of a key."""
    return _IN_BRACKETS.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


def shown_keys(sequence: QKeySequence) -> str:
    """Return keys as they stand on the keyboard."""
    return sequence.toString().replace("Return", "Enter")


def tell_key(button: Button) -> None:
    """Name the key of a button in its tool tip."""
    keys = _button_keys(button)
    tip = _own_tip(button)
    if not keys or keys in tip:
        return
    told = f"{tip or words_of(button)} ({keys})"
    if told != button.toolTip():
        button.setProperty(_OWN, tip)
        button.setProperty(_TOLD, told)
        button.setToolTip(told)


def keys_in(root: QWidget) -> Iterator[Key]:
    """Yield what can be done in a widget and all that is in it, in the order it was made.

    What is chosen from a menu is not among it: see `keys_of_menus`.
    """
    for owner in (root, *root.findChildren(QWidget)):
        if isinstance(owner, QMenu | QMenuBar | QLineEdit):
            continue
        if isinstance(owner, QPushButton | QToolButton):
            if _counts(owner):
                yield from _of_button(owner)
            continue
        for one in owner.actions():
            if one.text() and one.menu() is None and not one.isSeparator():
                yield _of_action(one, owner)


def keys_of_menus(bar: QMenuBar) -> Iterator[Key]:
    """Yield the entries of all menus; one without keys of its own is reached by letters."""
    for one in bar.actions():
        menu = one.menu()
        if one.isVisible() and isinstance(menu, QMenu):
            yield from _of_menu(menu, shown_keys(QKeySequence.mnemonic(one.text())))


def give_letters(menu: QMenu) -> None:
    """Give every entry of a menu a letter that can be typed and that no other one has."""
    entries = [one for one in menu.actions() if one.text() and not one.isSeparator()]
    taken: set[str] = set()
    for one in sorted(entries, key=lambda entry: "&" not in entry.text().replace("&&", "")):
        letter = _letter(QKeySequence.mnemonic(one.text()))
        if not letter or letter in taken:
            words = plain_words(one.text())
            letter = next((each for each in _wished(words) if each not in taken), "")
            one.setText(_marked(words, letter))
        taken.add(letter)
        inner = one.menu()
        if isinstance(inner, QMenu):
            give_letters(inner)


def give_keys(root: QWidget, reserved: Iterable[str] = ()) -> None:
    """Give every button below a widget a key that can be typed and that no other one has.

    Buttons on different pages of one stack are never in view together and may share one.
    ``reserved`` are letters that mean something else in the window.
    """
    taken: dict[str, list[Path]] = {letter: [{}] for letter in reserved}
    for field, keys in _fields(root):
        taken.setdefault(_letter(keys), []).append(_path(field))
    waiting: list[tuple[Button, Path]] = []
    for button in _buttons(root):
        path = _path(button)
        letter = _letter(button.shortcut())
        if letter and _is_free(path, taken.get(letter, [])):
            taken.setdefault(letter, []).append(path)
            tell_key(button)
        elif button.shortcut().toString() or not _own_keys(button):
            waiting.append((button, path))
    for button, path in waiting:
        letter = next(
            (one for one in _wished(words_of(button)) if _is_free(path, taken.get(one, []))), ""
        )
        button.setShortcut(QKeySequence(f"Alt+{letter}" if letter else ""))
        taken.setdefault(letter, []).append(path)
        tell_key(button)


class KeyGiver(QObject):
    """Sees to it that the buttons of a window and of its dialogues have keys, whatever changes."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.give)
        tell_focus(self._moved)

    def watch(self, page: QWidget) -> None:
        """Look again whenever something on a page is added, taken away or worded anew."""
        page.removeEventFilter(self)
        page.installEventFilter(self)
        self._timer.start()

    def give(self) -> None:
        """Give the buttons of the window their keys; the letters of its menus stay the menus'."""
        for one in self._window.menuBar().actions():
            menu = one.menu()
            if isinstance(menu, QMenu):
                give_letters(menu)
        menus = (QKeySequence.mnemonic(one.text()) for one in self._window.menuBar().actions())
        give_keys(self._window, filter(None, map(_letter, menus)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a page is laid out anew."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if window is self._window:
            self._timer.start()
        elif isinstance(window, QDialog) and not isinstance(window, QFileDialog):
            give_keys(window)


def _buttons(root: QWidget) -> list[Button]:
    """Return the buttons that do something, those with a letter in their words first."""
    found: list[Button] = [*root.findChildren(QPushButton), *root.findChildren(QToolButton)]
    return sorted(filter(_counts, found), key=lambda one: "&" not in one.text())


def _counts(button: Button) -> bool:
    inside = button.parentWidget()
    return bool(words_of(button)) and not isinstance(inside, QLineEdit | QTabBar)


def _own_tip(button: Button) -> str:
    """Return the tool tip that the view gave, without the key."""
    tip = button.toolTip()
    return str(button.property(_OWN) or "") if tip and tip == button.property(_TOLD) else tip


def _button_keys(button: Button) -> str:
    known = _own_keys(button)
    return shown_keys(known[0].shortcut() if known else button.shortcut())


def _own_keys(button: Button) -> list[QAction]:
    """Return the acts that press a button; the menu of a button is none of them."""
    return [one for one in button.actions() if one.shortcut().toString()]


def _of_button(button: Button) -> Iterator[Key]:
    """Yield a button with each of its keys; with "" where it has none."""
    words, run, ready = words_of(button), button.click, button.isEnabled
    given = _own_keys(button)
    for one in given:
        inside = one.parent()
        owner = inside if isinstance(inside, QWidget) else button
        yield Key(words, shown_keys(one.shortcut()), owner, _scope(one), run, ready)
    if not given or button.shortcut().toString():
        yield Key(words, shown_keys(button.shortcut()), button, "window", run, ready)


def _of_action(one: QAction, owner: QWidget) -> Key:
    keys = shown_keys(one.shortcut())
    return Key(plain_words(one.text()), keys, owner, _scope(one), one.trigger, one.isEnabled)


def _scope(one: QAction) -> Scope:
    return next(name for name, known in _CONTEXTS.items() if known == one.shortcutContext())


def _letter(keys: QKeySequence) -> str:
    """Return the letter of Alt and a letter, "" where it cannot be typed or is something else."""
    head, _, letter = keys.toString().rpartition("+")
    return letter if head == "Alt" and len(letter) == 1 and letter.isascii() else ""


def _fields(root: QWidget) -> Iterator[tuple[QWidget, QKeySequence]]:
    """Yield what else in a widget has a letter: fields by their labels, boxes to tick."""
    for label in root.findChildren(QLabel):
        if label.buddy() is not None and "&" in label.text():
            yield label, QKeySequence.mnemonic(label.text())
    for box in (*root.findChildren(QCheckBox), *root.findChildren(QRadioButton)):
        if not box.shortcut().isEmpty():
            yield box, box.shortcut()


def _of_menu(menu: QMenu, before: str) -> Iterator[Key]:
    for one in menu.actions():
        if not one.isVisible() or one.isSeparator():
            continue
        path = f"{before}, {_letter(QKeySequence.mnemonic(one.text()))}"
        inner = one.menu()
        if isinstance(inner, QMenu):
            yield from _of_menu(inner, path)
            continue
        keys = shown_keys(one.shortcut()) or path
        yield Key(plain_words(one.text()), keys, menu, "window", one.trigger, one.isEnabled)


def _marked(words: str, letter: str) -> str:
    """Mark a letter in words, or put it behind them where it does not stand there as it is."""
    words = words.replace("&", "&&")
    at = words.upper().find(letter) if letter else -1
    if at >= 0 and words[at].upper() == letter:
        return f"{words[:at]}&{words[at:]}"
    return f"{words} (&{letter})" if letter else words


def _wished(said: str) -> Iterator[str]:
    """Yield the letters that words may have, the ones that are easiest to remember first."""
    words = fold(said).upper().split()
    yield from (word[0] for word in words if word[0].isascii())
    yield from (letter for word in words for letter in word[1:] if letter.isascii())
    yield from _FALLBACK


def _path(widget: QWidget) -> Path:
    """Return the pages of stacks that a widget lies on."""
    found: Path = {}
    inner, outer = widget, widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QStackedWidget):
            found[outer] = outer.indexOf(inner)
        inner, outer = outer, outer.parentWidget()
    return found


def _is_free(path: Path, others: Iterable[Path]) -> bool:
    """Say whether none of the others can be in view at the same time."""
    return all(
        any(other.get(stack, page) != page for stack, page in path.items()) for other in others
    )
