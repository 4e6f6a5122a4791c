"""What went and what came, with the chosen one beside; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from antq_desktop.gui.common.files import choose_files
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.list_beside import ListBeside
from antq_desktop.gui.common.pages import (
    EmptyState,
    PageHeader,
    button,
    label,
)
from antq_desktop.gui.common.room import keep_whole
from antq_desktop.gui.handover.model import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme, Tone

_BESIDE = 50
"""The letters that fit beside the list."""


@dataclass(frozen=True, slots=True)
class HandoverDetail:
    """What is said of one handover: its state, facts, what comes next, which acts are possible."""

    name: str
    state: str
    tone: Tone
    facts: tuple[str, ...]
    next_step: str
    reasons: tuple[str, ...]
    acts: frozenset[str]


class HandoverView(ListBeside):
    """The list, the chosen handover, and buttons."""

    begun = Signal()
    """The books are to be handed over."""
    files_chosen = Signal(list)
    """The path of a file, or those of its parts and their list."""
    """A file that was brought is to be opened: books, or a receipt."""
    confirm_asked = Signal()
    """Receipts for those who gave their books are to be written."""
    acted = Signal(str, str)
    """The name of an act, and the key of the chosen handover."""

    def __init__(self, theme: Theme) -> None:
        names = ("handovers", self.tr("Các lần bàn giao sổ"))
        super().__init__(theme, PageHeader(self.tr("Bàn giao sổ")), columns(), names)
        self._next, self._reasons = label(), label()
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = dict(self._make())
        key_of(self._buttons["cover"], "Ctrl+P")
        self._head()
        self._lay_out()
        self.set_rows((), "", 0)

    def _head(self) -> None:
        self._confirm = button("")
        self._confirm.setObjectName("confirm")
        self._confirm.clicked.connect(self.confirm_asked)
        self._theme.dress(self._confirm, "usb")
        opening = button(self.tr("&Mở gói mang đến…"))
        opening.setObjectName("open")
        opening.clicked.connect(self._choose)
        self._theme.dress(opening, "import")
        begin = button(self.tr("&Bàn giao sổ…"), "primary")
        begin.setObjectName("begin")
        begin.clicked.connect(self.begun)
        for each in (self._confirm, opening, begin):
            self._header.add_action(each)
        key_of(opening, "Ctrl+O")
        key_of(begin, "Ctrl+N")

    def _make(self) -> Iterator[tuple[str, QPushButton]]:
        acts = (
            ("cover", self.tr("In &phiếu giao nhận…"), "print"),
            ("again", self.tr("&Ghi gói ra USB…"), "usb"),
            ("undo", self.tr("&Rút lại việc nhận…"), "undo"),
            ("split", self.tr("Bắt đầu &chuỗi gói mới…"), "link"),
        )
        for name, text, icon in acts:
            one = button(text)
            one.setObjectName(name)
            one.clicked.connect(lambda _=False, name=name: self._act(name))
            self._theme.dress(one, icon)
            yield name, one

    def _lay_out(self) -> None:
        for each in (self._next, self._reasons, *self._buttons.values()):
            self._inside.addWidget(each)
        keep_whole(self._detail)
        empty = EmptyState(
            self._theme,
            "usb",
            self.tr("Chưa bàn giao sổ lần nào"),
            self.tr(
                "Dùng khi đơn vị ghi sổ trên nhiều máy, khi thay máy, hoặc khi đơn vị nhập vào đơn"
                " vị khác. Máy giao bấm Bàn giao sổ; máy nhận bấm Mở gói mang đến."
            ),
        )
        self._arrange(empty, _BESIDE)

    def set_rows(self, rows: Sequence[Row], subtitle: str, waiting: int) -> None:
        """Show what went and came; ``waiting`` givers have not been told that it came."""
        self._header.set_title(self.tr("Bàn giao sổ"), subtitle)
        self._confirm.setText(self.tr("Ghi biên &nhận ({count})…").format(count=waiting))
        self._confirm.setVisible(waiting > 0)
        self._show_rows(rows)

    def show_detail(self, detail: HandoverDetail) -> None:
        """Show what is known of the chosen handover."""
        self._name.setText(detail.name)
        self._chip.show_state(detail.state, detail.tone)
        self._facts.setText("\n".join(detail.facts))
        self._next.setText(detail.next_step)
        self._reasons.setText("\n".join(detail.reasons))
        self._reasons.setVisible(bool(detail.reasons))
        for name, one in self._buttons.items():
            one.setVisible(name in detail.acts)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._detail.minimumSizeHint().width() + bar)

    def _act(self, name: str) -> None:
        key = self._key()
        if key is not None:
            self.acted.emit(name, key)

    def _choose(self) -> None:
        title = self.tr("Mở gói bàn giao hoặc biên nhận")
        choose_files(self, title, "ANTQ (*.antq *.antq.*);;* (*)", self.files_chosen.emit)
