"""Going far with one key in a long form: to the next section, to the next field that is needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.gui.common.keys import act
from antq_desktop.gui.entry.lookup import LookupEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.entry.grid import Cell, FieldGrid


class Going(QObject):
    """The keys of one form; ``grids`` returns its sections, in their order."""

    def __init__(self, page: QWidget, grids: Callable[[], Sequence[FieldGrid]]) -> None:
        super().__init__(page)
        self._page, self._grids = page, grids
        for words, keys, run in (
            (self.tr("Tới phần sau của biểu"), "Ctrl+Down", partial(self._section, 1)),
            (self.tr("Về phần trước của biểu"), "Ctrl+Up", partial(self._section, -1)),
            (self.tr("Tới ô bắt buộc còn trống"), "F3", self._needed),
        ):
            act(page, words, keys, partial(self._leave, run), "within")

    def _leave(self, run: Callable[[], None]) -> None:
        """Take what is offered in the field that is left, as Tab would, and go."""
        here = self._page.focusWidget()
        if isinstance(here, LookupEdit):
            here.take_marked()
        run()

    def _section(self, by: int) -> None:
        """Go to the first field of another section."""
        grids = [grid for grid in self._grids() if grid.cells]
        here = self._page.focusWidget()
        at = next((n for n, grid in enumerate(grids) if here and grid.isAncestorOf(here)), 0)
        there = grids[max(0, min(at + by, len(grids) - 1))]
        next(iter(there.cells.values())).editor.target().setFocus()

    def _needed(self) -> None:
        """Go to the next field, from where the keyboard is, that must not stay empty."""
        cells: list[Cell] = [cell for grid in self._grids() for cell in grid.cells.values()]
        here = self._page.focusWidget()
        at = next((n for n, cell in enumerate(cells) if here and cell.isAncestorOf(here)), -1)
        for cell in [*cells[at + 1 :], *cells[: at + 1]]:
            if cell.editor.field.required and cell.editor.typed() in ("", None, [], {}):
                cell.editor.target().setFocus()
                return
