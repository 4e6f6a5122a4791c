"""The screen "Nhật ký"; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.cells import CellDelegate
from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.fitting import share_out
from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.paged import PAGE, PagedModel
from antq_desktop.gui.common.pages import EmptyState, PageHeader, button, label, lay_out_page
from antq_desktop.gui.common.table import Column, dress_plain
from antq_desktop.gui.journal.rows import JournalRow
from antq_desktop.gui.theme import XS, M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.theme import Theme, Tone

_AFTER = 250  # milliseconds from the last letter
_LEAST_LETTERS = 8
_DAY_LETTERS = 11
_ROWS_SEEN = 6
_WIDTHS = (18, 18, 24, 26, 26)
"""The columns in letters: nothing goes through all lines to measure them."""
_LEAST = (18, 8, 18, 11, 14)
"""So many at least; where there is no room for them the last one goes."""
_TIME = "00:00:00 00/00/0000"

_ICONS: dict[Tone, str] = {"done": "check", "info": "info", "warning": "warning", "error": "error"}


class Filters(NamedTuple):
    """What a person filters by; days as they were typed."""

    kind: str
    user: str
    since: str
    until: str
    text: str


class JournalView(QWidget):
    """The state of the chain above, filters, the lines, and the whole of the one that is marked."""

    filtered = Signal()
    export_asked = Signal(str)
    """The file that the person chose."""
    open_asked = Signal(object)
    """A `JournalRow` whose target is to be opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone: Tone = "info"
        self._picture = QLabel()
        self._said, self._action = label(), label()
        self._state = QFrame()
        self._state.setProperty("role", "bar")
        self._text = QLineEdit()
        self._kind, self._user = _choice(), _choice()
        self._since, self._until = QLineEdit(), QLineEdit()
        self._clear = button(self.tr("&Bỏ lọc"), "link")
        self._export = button(self.tr("&Xuất nhật ký…"))
        self._open = button(self.tr("&Mở"))
        self._count = label(role="muted", wrap=False)
        self._whole = label()
        titles = (
            self.tr("Lúc"),
            self.tr("Ai"),
            self.tr("Việc"),
            self.tr("Về"),
            self.tr("Chi tiết"),
        )
        self.model = PagedModel[JournalRow]([Column(title) for title in titles], self)
        self._table = QTableView()
        self._pages = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=_AFTER)
        self._name()
        self._dress()
        self._lay_out()
        self._connect()
        self._size()
        self._show_marked()

    @property
    def filters(self) -> Filters:
        """What is filtered by."""
        QGuiApplication.inputMethod().commit()
        return Filters(
            str(self._kind.currentData() or ""),
            str(self._user.currentData() or ""),
            self._since.text().strip(),
            self._until.text().strip(),
            self._text.text().strip(),
        )

    @property
    def marked(self) -> JournalRow | None:
        """The line that is marked, None without one or while it is not there."""
        number = self._table.currentIndex().row()
        return self.model.shown(number) if number >= 0 else None

    def set_kinds(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Offer kinds of acts as (code, words)."""
        _fill(self._kind, self.tr("Mọi việc"), kinds)

    def set_people(self, people: Sequence[tuple[str, str]], *, all_of_them: bool) -> None:
        """Offer accounts; who sees his own lines alone has nothing to choose or to export."""
        _fill(self._user, self.tr("Mọi người"), people)
        self._user.setVisible(all_of_them)
        self._export.setVisible(all_of_them)

    def show_state(self, text: str, action: str, tone: Tone) -> None:
        """Say how the chain stands, and what is to be done."""
        self._tone = tone
        self._said.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._state.setProperty("tone", tone)
        self._state.setAccessibleName(f"{text} {action}".strip())
        self._paint()

    def show_lines(self, count: int, first: Sequence[JournalRow], words: str, marked: int) -> None:
        """Show lines; ``marked`` is the row of the one that is marked."""
        self.model.show_rows(count, {0: first} if count else {})
        self._count.setText(words)
        self._pages.setCurrentIndex(0 if count else 1)
        if count:
            self._table.selectRow(marked)
        self._show_marked()

    def grow(self, count: int, words: str) -> None:
        """Show that there are more lines than the first ones."""
        self.model.grow(count)
        self._count.setText(words)

    def show_page(self, page: int) -> None:
        """Show the line that is marked, where it is one of a page that came."""
        if self._table.currentIndex().row() // PAGE == page:
            self._show_marked()

    def _name(self) -> None:
        self._text.setPlaceholderText(self.tr("Số hồ sơ như R01/12/2024, chữ trong lý do, tên tệp"))
        self._since.setPlaceholderText(self.tr("Từ ngày"))
        self._until.setPlaceholderText(self.tr("Đến ngày"))
        self._text.setAccessibleName(self.tr("Tìm trong nhật ký"))
        self._kind.setAccessibleName(self.tr("Loại việc"))
        self._user.setAccessibleName(self.tr("Người làm"))
        self._since.setAccessibleName(self.tr("Từ ngày"))
        self._until.setAccessibleName(self.tr("Đến ngày"))
        self._table.setAccessibleName(self.tr("Các dòng nhật ký"))
        self._clear.setAccessibleName(self.tr("Bỏ mọi điều kiện lọc"))

    def _dress(self) -> None:
        table = self._table
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(table, self.model, self._theme))
        dress_plain(table)
        table.setWordWrap(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setStretchLastSection(True)
        table.viewport().installEventFilter(self)
        self._theme.dress(self._export, "send")

    def _lay_out(self) -> None:
        header = PageHeader(self.tr("Nhật ký"), self.tr("Ai làm gì, khi nào. Không ai xóa được."))
        header.add_action(self._export)
        column = lay_out_page(self, header, M)
        column.addWidget(self._state)
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(self._said)
        words.addWidget(self._action)
        state = QHBoxLayout(self._state)
        state.setContentsMargins(M, S, M, S)
        state.setSpacing(M)
        state.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignVCenter)
        state.addLayout(words, stretch=1)
        column.addLayout(_row(self._text, self._clear))
        column.addLayout(_row(self._kind, self._user, self._since, self._until))
        empty = EmptyState(
            self._theme,
            "history",
            self.tr("Không có dòng nào khớp"),
            self.tr("Bỏ bớt điều kiện lọc hoặc gõ từ khác."),
        )
        self._pages.addWidget(self._table)
        self._pages.addWidget(empty)
        column.addWidget(self._pages, stretch=1)
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self._whole, stretch=1)
        foot.addWidget(self._count)
        foot.addWidget(self._open)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.filtered)
        self._text.textEdited.connect(self._typing.start)
        for edit in (self._since, self._until):
            edit.editingFinished.connect(self._day_typed)
        for choice in (self._kind, self._user):
            choice.activated.connect(self.filtered)
        self._clear.clicked.connect(self._clear_all)
        self._export.clicked.connect(self._choose)
        self._open.clicked.connect(self._ask_open)
        key_of(self._export, "Ctrl+E", owner=self, scope="within")
        act(self._table, self.tr("Mở"), ("Return", "Enter"), self._ask_open, "alone")
        self._table.doubleClicked.connect(self._ask_open)
        self._table.selectionModel().currentRowChanged.connect(self._show_marked)
        self._theme.changed.connect(self._size)

    def _day_typed(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit) and edit.isModified():
            edit.setModified(False)
            self.filtered.emit()

    def _clear_all(self) -> None:
        for edit in (self._text, self._since, self._until):
            edit.clear()
        for choice in (self._kind, self._user):
            choice.setCurrentIndex(0)
        self.filtered.emit()

    def _choose(self) -> None:
        kinds = self.tr("Dòng JSON (*.jsonl)")
        choose_target(self, self.tr("Xuất nhật ký"), kinds, "nhat-ky.jsonl", self.export_asked.emit)

    def _ask_open(self) -> None:
        row = self.marked
        if row is not None and row.opens:
            self.open_asked.emit(row)

    def _show_marked(self) -> None:
        row = self.marked
        self._open.setEnabled(row is not None and bool(row.opens))
        opens = row.opens if row is not None else ""
        self._open.setText(self.tr("&Mở gói") if opens == "bundle" else self.tr("&Mở hồ sơ"))
        self._whole.setText(" · ".join(filter(None, row.texts)) if row is not None else "")

    def _size(self) -> None:
        letter = self._table.fontMetrics().averageCharWidth()
        self._fit()
        high = self._theme.row_height
        self._table.verticalHeader().setDefaultSectionSize(high)
        self._table.horizontalHeader().setMinimumHeight(high)
        self._table.setMinimumHeight(_ROWS_SEEN * high)
        for edit in (self._since, self._until):
            edit.setFixedWidth(_DAY_LETTERS * letter + 2 * M)
        self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room of the columns anew when there is more or less of it."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let columns give way rather than be scrolled to: the marked line is whole below."""
        metrics = self._table.fontMetrics()
        letter, beside = metrics.averageCharWidth(), 2 * S
        room = self._table.viewport().width()
        wanted = {at: letters * letter + beside for at, letters in enumerate(_WIDTHS)}
        least = {at: letters * letter + beside for at, letters in enumerate(_LEAST)}
        least[0] = wanted[0] = metrics.horizontalAdvance(_TIME) + 2 * beside
        last = len(_WIDTHS) - 1
        narrow = sum(least.values()) > room
        self._table.setColumnHidden(last, narrow)
        if narrow:
            del wanted[last], least[last]
        for at, size in share_out(wanted, least, room, max(wanted)).items():
            self._table.setColumnWidth(at, size)

    def _paint(self) -> None:
        size = self._theme.icon_size
        self._picture.setPixmap(self._theme.picture(_ICONS[self._tone], size, self._tone))
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)


def _choice() -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LEAST_LETTERS)
    return made


def _fill(choice: QComboBox, everything: str, offered: Sequence[tuple[str, str]]) -> None:
    """Offer things to choose from, and keep what is chosen."""
    quiet, chosen = QSignalBlocker(choice), choice.currentData()
    choice.clear()
    choice.addItem(everything, "")
    for code, words in offered:
        choice.addItem(words, code)
    choice.setCurrentIndex(max(choice.findData(chosen), 0))
    quiet.unblock()


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Put widgets side by side; the first one takes most of the room."""
    row = QHBoxLayout()
    row.setSpacing(M)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, stretch=0 if at else 1)
    return row
