"""What the search box finds: one line a record, or a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.unit_names import name_with_others

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from antq_desktop.gui.session import About
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.store.queries import Line

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class HitRow:
    """A record that was found, or something to do; with neither, a line that only says something.

    ``keys`` do the same without the search box.
    """

    record: str
    text: str
    run: Callable[[], object] | None = None
    keys: str = ""
    icon: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether something happens when it is chosen."""
        return bool(self.record) or self.run is not None


class HitModel(QAbstractListModel):
    """What was found, best first."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[HitRow, ...] = ()

    def set_rows(self, rows: Sequence[HitRow]) -> None:
        """Show something else."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> HitRow | None:
        """Return a row that can be chosen, None for any other."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if row is not None and row.can_be_chosen else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return how many were found."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Make lines that only say something impossible to choose."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, with the keys that do the same, and its icon."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text}   ({row.keys})" if row.keys else row.text
        if role == Qt.ItemDataRole.DecorationRole and row.icon:
            return self._theme.icon(row.icon, "muted")
        return None


def hit_words(line: Line, about: About, language: Language) -> str:
    """Return the line of a record that was found; an office sees besides whose it is."""
    register = about.catalogue.by_name[line.register]
    numbered = QCoreApplication.translate("Desk", "Số {book}").format(book=line.book)
    book = numbered if line.book else QCoreApplication.translate("Desk", "Nháp")
    parts = [line.title, register.label.text(language), book]
    if about.office:
        parts.append(name_with_others(about.units, parse_unit_key(line.unit), language))
    return "  ·  ".join(parts)
