"""The panel of what the books suggest: a line for each criterion, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.files import choose_file
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.entry.panel_table import panel_table
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from antq_desktop.gui.theme import Theme

    Sign = Literal["check", "error", "info"]

_TONES: dict[Sign, str] = {"check": "done", "error": "error", "info": "info"}
_WORDS = 3  # the column that holds sentences


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One line: a criterion with its full words, what is proposed and entered, and why.

    ``records`` are (id, words) of what stands behind it; ``against`` says that proposal and entry
    are opposites.
    """

    code: str
    short: str
    words: str
    sign: Sign
    proposed: str
    own: str
    why: str
    records: tuple[tuple[str, str], ...]
    against: bool = False


class ProposalsPanel(QWidget):
    """Stands below the criteria. The lines are read with the arrow keys."""

    asked = Signal()
    """The person wants the books to be read."""
    decided = Signal(str, str)
    """A criterion and the result that the person gives it."""
    record_asked = Signal(str)
    criteria_brought = Signal(str)
    """The path of a table of criteria that the province added."""
    thresholds_brought = Signal(str)
    """The path of a table of thresholds of the grades."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: Sequence[ProposalLine] = ()
        self._writable = True
        self.ask = button(self.tr("Đề xuất từ các sổ"))
        self.met = button(self.tr("Ghi: Đạt"))
        self.not_met = button(self.tr("Ghi: Chưa đạt"))
        self.records = button(self.tr("Mở hồ sơ…"))
        self._menu = QMenu(self)
        self.tables = self._tables()
        self.steps, self.outcome = label(role="muted"), label()
        self.words = label(role="muted")
        self.table = self._made()
        theme.dress(self.ask, "book")
        theme.dress(self.records, "open")
        self.ask.clicked.connect(self.asked)
        self.met.clicked.connect(lambda: self._decide("met"))
        self.not_met.clicked.connect(lambda: self._decide("not_met"))
        self.records.clicked.connect(self._open)
        self.table.itemActivated.connect(lambda _: self._open())
        self.table.itemSelectionChanged.connect(self._marked)
        self._lay_out()
        self.show_lines((), "", "")

    @property
    def lines(self) -> Sequence[ProposalLine]:
        """The lines that are shown."""
        return self._lines

    def set_writable(self, *, writable: bool) -> None:
        """Let proposals be read only, where the record cannot be changed."""
        self._writable = writable
        self._marked()

    def show_lines(self, lines: Sequence[ProposalLine], steps: str, outcome: str) -> None:
        """Show other lines; the marked one stays marked."""
        row = self.table.currentRow()
        self._lines = lines
        self.steps.setText(steps)
        self.outcome.setText(outcome)
        self.table.setRowCount(len(lines))
        for place, line in enumerate(lines):
            self._fill(place, line)
        shown: tuple[QWidget, ...] = (self.table, self.steps, self.outcome, self._acts)
        for each in shown:
            each.setVisible(bool(lines))
        if 0 <= row < len(lines):
            self.table.selectRow(row)
        self._marked()
        self._fit()

    def set_head(self, *, head: bool) -> None:
        """Let only the head bring tables."""
        self.tables.setVisible(head)

    def mark(self, code: str) -> None:
        """Mark the line of a criterion."""
        self.table.selectRow([line.code for line in self._lines].index(code))

    def menu_words(self) -> list[str]:
        """Return the records that can be opened from the marked line."""
        return [action.text() for action in self._menu.actions()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give sentences the lines that they need at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _tables(self) -> QPushButton:
        made = button(self.tr("Bảng của tỉnh"))
        menu = QMenu(self)
        for text, brought in (
            (self.tr("Nhập bảng tiêu chí bổ sung…"), self.criteria_brought),
            (self.tr("Nhập bảng mức điểm phân loại…"), self.thresholds_brought),
        ):
            menu.addAction(text, partial(self._choose, text, brought.emit))
        made.setMenu(menu)
        return made

    def _choose(self, title: str, brought: Callable[[str], None]) -> None:
        choose_file(self, title.rstrip("…"), self.tr("Bảng CSV (*.csv)"), brought)

    def _made(self) -> QTableWidget:
        heads = (
            self.tr("Tiêu chí"),
            self.tr("Đề xuất"),
            self.tr("Đã ghi"),
            self.tr("Căn cứ từ các sổ"),
            self.tr("Hồ sơ"),
        )
        return panel_table(heads, self.tr("Đề xuất từ các sổ"), _WORDS)

    def _lay_out(self) -> None:
        self._acts = QWidget()
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for each in (self.met, self.not_met, self.records):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.ask)
        top.addWidget(self.tables)
        top.addStretch(1)
        column.addLayout(top)
        for part in (self.steps, self.table, self.words, self._acts, self.outcome):
            column.addWidget(part)

    def _fill(self, place: int, line: ProposalLine) -> None:
        own = self.tr("{result} (khác đề xuất)").format(result=line.own)
        count = str(len(line.records)) if line.records else ""
        texts = (line.short, line.proposed, own if line.against else line.own, line.why, count)
        items = [QTableWidgetItem(text) for text in texts]
        items[1].setIcon(self._theme.icon(line.sign, _TONES[line.sign]))
        if line.against:
            items[2].setIcon(self._theme.icon("warning", "warning"))
        for column, item in enumerate(items):
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            item.setToolTip(line.words)
            self.table.setItem(place, column, item)

    def _marked(self) -> None:
        row = self.table.currentRow()
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        for each in (self.met, self.not_met):
            each.setVisible(self._writable)
            each.setEnabled(line is not None)
        self.ask.setVisible(self._writable or not self._lines)
        self.records.setEnabled(line is not None and bool(line.records))
        self.words.setText(line.words if line else "")
        self.words.setVisible(line is not None)
        self._menu.clear()
        for record, words in line.records if line else ():
            self._menu.addAction(words.replace("&", "&&"), partial(self.record_asked.emit, record))

    def _decide(self, result: str) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._lines):
            self.decided.emit(self._lines[row].code, result)

    def _open(self) -> None:
        actions = self._menu.actions()
        if len(actions) == 1:
            actions[0].trigger()
        elif actions:
            self._menu.popup(self.records.mapToGlobal(self.records.rect().bottomLeft()))

    def _fit(self) -> None:
        self.table.resizeRowsToContents()
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows + S)
