"""The cases that came, with the records of the chosen one beside; knows no service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
)

from antq_desktop.gui.common.list_beside import ListBeside
from antq_desktop.gui.common.pages import (
    EmptyState,
    PageHeader,
    button,
    label,
    set_kind,
)
from antq_desktop.gui.common.table import Column
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme, Tone

_BESIDE = 54
"""The letters that fit beside the list."""
_RECORDS = 5


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """What is said of one case: its records by key and words, and which acts are possible."""

    name: str
    state: str
    tone: Tone
    facts: tuple[str, ...]
    reason: str
    records: tuple[tuple[str, str], ...]
    acts: frozenset[str]


class CasesView(ListBeside):
    """The list, the chosen case, and buttons."""

    acted = Signal(str, str, str)
    """The name of an act, the key of the chosen case, and of its record ("" without one)."""

    def __init__(self, theme: Theme) -> None:
        title = self.tr("Hồ sơ nhận chuyển")
        subtitle = self.tr("Hồ sơ đơn vị khác chuyển trọn cho đơn vị mình; không cộng vào số liệu.")
        columns = (
            Column(self.tr("Nơi chuyển")),
            Column(self.tr("Nhận lúc")),
            Column(self.tr("Số hồ sơ"), "number"),
            Column(self.tr("Trạng thái"), "chip"),
        )
        super().__init__(theme, PageHeader(title, subtitle), columns, ("cases", title))
        self._reason = label()
        self._records = QListWidget()
        self._records.setObjectName("records")
        self._records.setAccessibleName(self.tr("Hồ sơ trong lần chuyển này"))
        self._records.itemDoubleClicked.connect(lambda _: self._act("show"))
        self._buttons = dict(self._make())
        self._lay_out()
        self.set_rows(())

    def _make(self) -> Sequence[tuple[str, QPushButton]]:
        acts = (
            ("show", self.tr("&Xem hồ sơ"), "open"),
            ("reveal", self.tr("Xem cả phần &mật…"), ""),
            ("form", self.tr("&Phiếu chuyển"), "print"),
            ("files", self.tr("&Lưu tệp kèm theo…"), "save"),
            ("sealed_files", self.tr("Lưu cả tệp &niêm phong…"), ""),
            ("take", self.tr("&Tiếp nhận…"), ""),
            ("refuse", self.tr("Từ &chối…"), ""),
            ("again", self.tr("Ghi lại &biên nhận…"), ""),
        )
        made: list[tuple[str, QPushButton]] = []
        for name, text, icon in acts:
            one = button(text)
            one.setObjectName(name)
            if icon:
                self._theme.dress(one, icon)
            made.append((name, one))
        return made

    def _lay_out(self) -> None:
        read = button(self.tr("Nhận &gói chuyển hồ sơ…"))
        read.setObjectName("import")
        read.clicked.connect(lambda: self.acted.emit("import", "", ""))
        self._header.add_action(read)
        self._inside.addWidget(self._reason)
        self._inside.addWidget(self._records)
        self._records.setFixedHeight(self.fontMetrics().lineSpacing() * _RECORDS + 4 * S)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for name, one in self._buttons.items():
            one.clicked.connect(lambda _=False, name=name: self._act(name))
            self._inside.addWidget(one)
        set_kind(self._buttons["take"], "primary")
        empty = EmptyState(
            self._theme,
            "inbox",
            self.tr("Chưa nhận hồ sơ nào"),
            self.tr("Cắm USB có gói chuyển hồ sơ, rồi bấm Nhận gói chuyển hồ sơ."),
        )
        self._arrange(empty, _BESIDE)

    @property
    def record(self) -> str:
        """The key of the record that is chosen, "" without one."""
        item = self._records.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show the cases; what was chosen stays chosen."""
        self._show_rows(rows)

    def show_detail(self, detail: CaseDetail) -> None:
        """Show what is known of the chosen case."""
        self._name.setText(detail.name)
        self._chip.show_state(detail.state, detail.tone)
        self._facts.setText("\n".join(detail.facts))
        self._reason.setText(detail.reason)
        before = self.record
        self._records.clear()
        for key, text in detail.records:
            item = QListWidgetItem(text, self._records)
            item.setData(Qt.ItemDataRole.UserRole, key)
            if key == before:
                self._records.setCurrentItem(item)
        if not self.record and detail.records:
            self._records.setCurrentRow(0)
        for name, one in self._buttons.items():
            one.setVisible(name in detail.acts)

    def _act(self, name: str) -> None:
        key = self._key()
        if key is not None:
            self.acted.emit(name, key, self.record)
