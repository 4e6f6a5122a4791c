"""What the search box can do besides finding records: go, begin, press any key of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui.common.keys import keys_in
from antq_desktop.gui.shell.hits import HitRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.keys import Key

MOST = 6
"""How many commands stand above the records that were found."""

_ALL = 30


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: its words, the keys that do it too, and further words it is found by."""

    words: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = "next"
    also: str = ""

    def row(self) -> HitRow:
        """Return it as a line of the list."""
        return HitRow("", self.words, self.run, self.keys, self.icon)


def of_screen(front: QWidget) -> list[Command]:
    """Return what can be done now on the screen in front."""
    return [
        Command(key.words, key.run, key.keys)
        for key in keys_in(front)
        if key.words and key.keys and key.owner.isVisible() and key.ready()
    ]


def of_menus(keys: Iterable[Key]) -> list[Command]:
    """Return what the menus of the window offer now."""
    return [Command(key.words, key.run, key.keys) for key in keys if key.ready()]


def found(text: str, here: Sequence[Command], everywhere: Sequence[Command]) -> list[Command]:
    """Return the commands that a text means; without one, what can be done here.

    Each word typed must begin a word of the command, with or without marks. Those that begin with
    the text come first.
    """
    asked = fold(text)
    if not asked:
        return list(here)[:_ALL]
    known = [*here, *everywhere]
    return sorted(
        (one for one in known if _means(asked, f"{one.words} {one.also}")),
        key=lambda one: not _folded(one.words).startswith(asked),
    )[:MOST]


@lru_cache(maxsize=1024)  # those of some two hundred commands are asked for at each letter
def _folded(words: str) -> str:
    return fold(words)


def _means(asked: str, words: str) -> bool:
    known = _folded(words).split()
    return all(any(word.startswith(part) for word in known) for part in asked.split())
