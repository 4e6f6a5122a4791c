"""The list of requests that nobody has answered: who asks, since when, and what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.authority.listed import ListedCard
from antq_desktop.gui.common.pages import button
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import Column, show_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme


class WaitingCard(ListedCard):
    """The requests; a row is named by its fingerprint."""

    opened = Signal(str)
    put_away = Signal(str, str)
    """Fingerprint, reason."""

    def __init__(self, theme: Theme) -> None:
        self._open = button(self.tr("&Xem yêu cầu"))
        self._away = button(self.tr("&Bỏ khỏi danh sách…"))
        super().__init__(
            theme,
            self.tr("Yêu cầu chờ cấp chứng thư"),
            (
                Column(self.tr("Đơn vị")),
                Column(self.tr("Người đề nghị")),
                Column(self.tr("Đến lúc")),
                Column(self.tr("Đối chiếu"), "chip"),
            ),
            (self._open, self._away),
        )
        self._open.clicked.connect(self._ask)
        self._table.activated.connect(self._ask)
        self._away.clicked.connect(self._ask_away)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show what waits."""
        show_rows(self._table, self._model, rows, None)
        self._fit()

    def _check(self) -> None:
        chosen = self._key() is not None
        self._open.setEnabled(self._head and chosen)
        self._away.setEnabled(self._head and chosen)

    def _ask(self) -> None:
        key = self._key()
        if key is not None and self._head:
            self.opened.emit(key)

    def _ask_away(self) -> None:
        key = self._key()
        if key is not None:
            ask_reason(
                self,
                self.tr("Bỏ yêu cầu khỏi danh sách"),
                self.tr("Không cấp chứng thư. Nếu đổi ý, mở lại tệp yêu cầu của đơn vị."),
                self.tr("&Bỏ yêu cầu"),
                lambda reason: self.put_away.emit(key, reason),
            )
