"""The list of what came while a key was lost: a person lets each stand, or takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.authority.listed import ListedCard
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.common.table import Column, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme, Tone


@dataclass(frozen=True, slots=True)
class BetweenRow:
    """A bundle in the list: what stands in its cells, and which of the two acts it allows."""

    serial: str
    digest: str
    cells: tuple[str, str, str, str]
    tone: Tone
    hint: str
    may_stand: bool
    may_undo: bool


class BetweenCard(ListedCard):
    """The bundles; each asks for a reason before it stands or goes."""

    stand_asked = Signal(str, str, str)
    """Serial, digest, reason."""
    undo_asked = Signal(str, str)
    """Digest, reason."""

    def __init__(self, theme: Theme) -> None:
        self._found: dict[str, BetweenRow] = {}
        self._hint = label(role="muted")
        self._stand = button(self.tr("&Giữ nguyên…"))
        self._undo = button(self.tr("&Rút lại gói…"))
        super().__init__(
            theme,
            self.tr("Gói đến trong lúc khóa đã mất"),
            (
                Column(self.tr("Đơn vị")),
                Column(self.tr("Gói")),
                Column(self.tr("Đến lúc")),
                Column(self.tr("Trạng thái"), "chip"),
            ),
            (self._stand, self._undo),
            self.tr("Hỏi đơn vị từng gói có phải của họ không. Máy không tự rút gói nào."),
        )
        self._inside.addWidget(self._hint)
        self._stand.clicked.connect(self._ask_stand)
        self._undo.clicked.connect(self._ask_undo)
        self.set_rows(())

    def set_rows(self, rows: Sequence[BetweenRow]) -> None:
        """Show other bundles."""
        self._found = {f"{one.serial}:{one.digest}": one for one in rows}
        self._model.set_rows(
            [Row(key, one.cells, one.tone, one.hint) for key, one in self._found.items()]
        )
        self._fit()

    def _chosen(self) -> BetweenRow | None:
        return self._found.get(self._key() or "")

    def _check(self) -> None:
        row = self._chosen()
        self._stand.setEnabled(self._head and row is not None and row.may_stand)
        self._undo.setEnabled(self._head and row is not None and row.may_undo)
        self._hint.setText(row.hint if row is not None else "")
        self._hint.setVisible(bool(self._hint.text()))

    def _ask_stand(self) -> None:
        row = self._chosen()
        if row is not None:
            title = self.tr("Giữ nguyên gói")
            text = self.tr("Số liệu của gói vẫn được tính. Ghi ai ở đơn vị đã xác nhận.")
            ask_reason(
                self,
                title,
                text,
                self.tr("&Giữ nguyên"),
                lambda reason: self.stand_asked.emit(row.serial, row.digest, reason),
            )

    def _ask_undo(self) -> None:
        row = self._chosen()
        if row is not None:
            title = self.tr("Rút lại gói")
            text = self.tr("Số liệu của gói không còn được tính; đơn vị được báo trong biên nhận.")
            ask_reason(
                self,
                title,
                text,
                self.tr("&Rút lại"),
                lambda reason: self.undo_asked.emit(row.digest, reason),
            )
