"""The registers of all units as widgets; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.keys import act
from antq_desktop.gui.common.pages import EmptyState, PageHeader, button, label
from antq_desktop.gui.common.room import Folding
from antq_desktop.gui.common.table import Column, TableModel, chosen_key, dress_table, show_rows
from antq_desktop.gui.common.typed_box import TypedBox
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_WIDE = 1
_LETTERS = 18


class HoldingsView(QWidget):
    """A line for each register of each unit; what narrows them above, their sum below."""

    narrowed = Signal()
    list_asked = Signal(str)
    """The key of a row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = TableModel(
            (
                Column(self.tr("Sổ")),
                Column(self.tr("Đơn vị")),
                Column(self.tr("Hồ sơ"), "number"),
                Column(self.tr("Đã hủy"), "number"),
                Column(self.tr("Nháp"), "number"),
            ),
            self,
        )
        self.table = QTableView()
        self.table.setObjectName("holdings")
        self.table.setAccessibleName(self.tr("Hồ sơ các đơn vị"))
        dress_table(self.table, self._model, theme, wide=_WIDE)
        self._text = QLineEdit()
        self._text.setObjectName("text")
        self._text.setClearButtonEnabled(True)
        self._text.setPlaceholderText(self.tr("Tìm sổ hoặc đơn vị, có dấu hay không dấu"))
        self._text.setAccessibleName(self.tr("Tìm sổ hoặc đơn vị"))
        self._register = self._box("register", self.tr("Sổ"), self.tr("Chỉ xem một sổ"))
        self._unit = self._box("unit", self.tr("Đơn vị"), self.tr("Chỉ xem một đơn vị"))
        self._units, self._registers = TypedBox(self._unit), TypedBox(self._register)
        self._said = label(role="muted")
        self._said.setObjectName("said")
        self._open = button(self.tr("&Mở danh sách"), "primary")
        self._open.setObjectName("open")
        self._pages = QStackedWidget()
        self._lay_out(theme)
        self._connect()
        self.offer((), ())

    @property
    def text(self) -> str:
        """What is typed to find rows."""
        QGuiApplication.inputMethod().commit()
        return self._text.text()

    @property
    def register(self) -> str | None:
        """The register that is chosen, None for all."""
        return self._register.currentData() or None

    @property
    def unit(self) -> str | None:
        """The key of the unit that is chosen, None for all."""
        return self._unit.currentData() or None

    def offer(self, registers: Sequence[tuple[str, str]], units: Sequence[tuple[str, str]]) -> None:
        """Offer registers and units to choose from, by name or key and words."""
        for box, typed, every, offered in (
            (self._register, self._registers, self.tr("Mọi sổ"), registers),
            (self._unit, self._units, self.tr("Mọi đơn vị"), units),
        ):
            before, quiet = box.currentData(), QSignalBlocker(box)
            box.clear()
            typed.add(every, None)
            for key, words in offered:
                typed.add(words, key)
            box.setCurrentIndex(max(box.findData(before), 0) if before else 0)
            quiet.unblock()

    def show_rows(self, rows: Sequence[Row], said: str, *, any_: bool) -> None:
        """Show the rows and their sum; ``any_`` says whether there are others besides."""
        show_rows(self.table, self._model, rows)
        self._pages.setCurrentIndex(2 if rows else 1 if any_ else 0)
        self._said.setText(said)
        self._open.setEnabled(bool(rows))

    def _box(self, name: str, words: str, tip: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setToolTip(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        return box

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        header = PageHeader(
            self.tr("Hồ sơ các đơn vị"),
            self.tr("Sổ của đơn vị gửi lên chỉ để xem. Mở một dòng để xem danh sách của nó."),
        )
        header.add_action(self._open)
        column.addWidget(header)
        filters = QHBoxLayout()
        filters.setSpacing(S)
        filters.addWidget(self._text, stretch=1)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(S)
        narrowing.addWidget(self._register)
        narrowing.addWidget(self._unit)
        filters.addLayout(narrowing)
        Folding(self, filters, self._text)
        column.addLayout(filters)
        none = EmptyState(
            theme,
            "inbox",
            self.tr("Chưa có hồ sơ của đơn vị nào"),
            self.tr("Nhận gói ở “Gói đến”; hồ sơ trong gói sẽ hiện ở đây."),
        )
        unmatched = EmptyState(
            theme,
            "book",
            self.tr("Không có sổ nào khớp"),
            self.tr("Bỏ bớt điều kiện lọc hoặc gõ từ khác."),
        )
        for one in (none, unmatched, self.table):
            self._pages.addWidget(one)
        column.addWidget(self._pages, stretch=1)
        column.addWidget(self._said)

    def _connect(self) -> None:
        self._text.textChanged.connect(lambda _: self.narrowed.emit())
        self._register.currentIndexChanged.connect(lambda _: self.narrowed.emit())
        self._unit.currentIndexChanged.connect(lambda _: self.narrowed.emit())
        self.table.activated.connect(lambda _: self._ask())
        self._open.clicked.connect(self._ask)
        act(self, self.tr("Tìm sổ hoặc đơn vị"), "Ctrl+F", self._find)

    def _find(self) -> None:
        self._text.setFocus()
        self._text.selectAll()

    def _ask(self) -> None:
        key = chosen_key(self.table, self._model)
        if key is not None:
            self.list_asked.emit(key)
