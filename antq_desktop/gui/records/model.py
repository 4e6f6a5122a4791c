"""The rows of the list of a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.common.paged import PagedModel
from antq_desktop.gui.records.columns import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from antq_desktop.gui.records.columns import Columns
    from antq_desktop.services.listing import ListRow

    Page = Sequence[Shown | None]
    """The rows of a page; None for a record that is gone meanwhile."""


class RecordsModel(PagedModel[Shown]):
    """A paged model that knows its columns as a register has them."""

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(columns.heads, parent)
        self.columns = columns

    def set_list(self, count: int, columns: Columns, pages: Mapping[int, Page]) -> None:
        """Show another list, see `PagedModel.show_rows`."""
        self.columns = columns
        self.show_rows(count, pages, columns.heads)

    def row(self, number: int) -> ListRow | None:
        """Return the record of a row, None while it is not there."""
        shown = self.shown(number)
        return shown.row if shown is not None else None
