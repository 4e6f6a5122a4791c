"""A choice among many that is found by typing a part of it, with or without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from antq_desktop.domain.vietnamese import fold

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

_FOLDED = Qt.ItemDataRole.UserRole + 1
_SHOWN = 12
"""How many choices are shown below what is typed; the others are scrolled to."""


class _Finder(QCompleter):
    """Compares what is typed with the choices, both without marks."""

    def splitPath(self, path: str) -> list[str]:
        """Return what is looked for."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the words of a choice as they are shown."""
        return str(index.data(int(Qt.ItemDataRole.DisplayRole)))


class TypedBox:
    """Lets a person type into a box of choices; what is no choice gives way to the one before."""

    def __init__(self, box: QComboBox) -> None:
        self._box = box
        self._line = line = QLineEdit(box)
        box.setLineEdit(line)
        box.setInsertPolicy(box.InsertPolicy.NoInsert)
        line.setAccessibleName(box.accessibleName())
        line.setToolTip(box.toolTip())
        finder = _Finder(box)
        finder.setCompletionRole(_FOLDED)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(_SHOWN)
        box.setCompleter(finder)
        line.editingFinished.connect(self._settle)
        box.currentIndexChanged.connect(lambda _: self._show())

    def add(self, words: str, key: str | None) -> None:
        """Offer one more choice."""
        self._box.addItem(words, key)
        self._box.setItemData(self._box.count() - 1, fold(words), _FOLDED)

    def _settle(self) -> None:
        """Take the one choice that what was typed means; without one, the choice before stays."""
        box, typed = self._box, fold(self._box.currentText())
        if typed == fold(box.itemText(box.currentIndex())):
            self._show()
            return
        known = [str(box.itemData(at, _FOLDED)) for at in range(box.count())]
        meant = [at for at, words in enumerate(known) if typed and typed in words]
        exact = [at for at in meant if known[at] == typed]
        one = exact or meant
        if len(one) == 1:
            box.setCurrentIndex(one[0])
        elif not typed:
            box.setCurrentIndex(0)
        self._show()

    def _show(self) -> None:
        """Show the choice from its beginning."""
        self._box.setEditText(self._box.itemText(self._box.currentIndex()))
        self._line.setCursorPosition(0)
