"""The screen "Lịch ngày làm việc"; knows no service."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.pages import (
    PageHeader,
    button,
    card,
    fill,
    form_below,
    label,
    lay_out_page,
    section_row,
)
from antq_desktop.gui.common.table import Column, TableModel, dress_table
from antq_desktop.gui.theme import L, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.theme import Theme

_ROWS_SEEN = 8
_WIDE = 4
"""The column of the source: the others are as wide as their words."""


class TypedDay(NamedTuple):
    """A correction as it was typed; ``kind`` is a code of the list."""

    day: date
    kind: str
    source: str
    verified: bool


class WorkingDaysView(QWidget):
    """How far the calendar is official; the days of a year; for the head of an office two forms."""

    year_chosen = Signal(int)
    correction_asked = Signal(object)
    """A `TypedDay`."""
    notice_asked = Signal(str)
    """The source of the notice of the next year, whose days were all entered."""
    take_back_asked = Signal(str)
    """The key of the row that is to be taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._standing = label()
        self._years = QComboBox()
        self._years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._years.setAccessibleName(self.tr("Năm của lịch"))
        self._take_back = button(self.tr("&Bỏ phần sửa"))
        self._rows = TableModel(
            (
                Column(self.tr("Xác minh"), "chip"),
                Column(self.tr("Ngày")),
                Column(self.tr("Thứ")),
                Column(self.tr("Loại ngày")),
                Column(self.tr("Căn cứ")),
            ),
            self,
        )
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Ngày nghỉ và ngày làm bù"))
        dress_table(self._table, self._rows, theme, wide=_WIDE)
        self._may_take_back: frozenset[str] = frozenset()
        self._day = QDateEdit()
        self._kind = QComboBox()
        self._source = QLineEdit()
        self._verified = QCheckBox(self.tr("Đã đọc chính &văn bản này"))
        self._correct = button(self.tr("&Ghi vào lịch"), "primary")
        self._notice = QLineEdit()
        self._confirm = button(self.tr("Đã nhập đủ &thông báo"))
        self._next = label(role="section")
        self._forms = QWidget()
        self._next_card = QWidget()
        self._lay_out()
        self._connect()
        self.set_may_correct(may=False)  # until the calendar was read: most may not
        self._check()

    def _connect(self) -> None:
        self._years.activated.connect(lambda _: self.year_chosen.emit(self._years.currentData()))
        self._correct.clicked.connect(self._ask)
        self._source.returnPressed.connect(self._ask)
        self._confirm.clicked.connect(self._ask_notice)
        self._take_back.clicked.connect(lambda: self.take_back_asked.emit(self._key()))
        for edit in (self._source, self._notice):
            edit.textChanged.connect(self._check)
        self._table.selectionModel().currentRowChanged.connect(self._check)
        self._rows.modelReset.connect(self._check)
        self._theme.changed.connect(self._size_rows)

    def _lay_out(self) -> None:
        header = PageHeader(
            self.tr("Lịch ngày làm việc"),
            self.tr("Ngày nghỉ, ngày làm bù dùng để tính các thời hạn theo ngày làm việc."),
        )
        column = lay_out_page(self, header)
        column.addWidget(self._standing_card())
        column.addWidget(self._list_card(), stretch=1)
        column.addWidget(self._forms)
        inside = QVBoxLayout(self._forms)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(L)
        inside.addWidget(self._correction_card())
        inside.addWidget(self._next_card)
        self._lay_out_next()

    def _standing_card(self) -> QWidget:
        frame, inside = card()
        inside.setSpacing(S)
        inside.addWidget(label(self.tr("Lịch đang dùng"), "section"))
        inside.addWidget(self._standing)
        return frame

    def _list_card(self) -> QWidget:
        frame, inside = card()
        title = self.tr("Ngày nghỉ và ngày làm bù")
        inside.addLayout(section_row(title, self._years, self._take_back))
        inside.addWidget(self._table)
        self._size_rows()
        return frame

    def _correction_card(self) -> QWidget:
        frame, inside = card()
        inside.addWidget(label(self.tr("Sửa một ngày"), "section"))
        self._day.setDisplayFormat("dd/MM/yyyy")
        self._day.setCalendarPopup(True)
        self._source.setPlaceholderText(self.tr("Số, ngày, cơ quan ban hành thông báo"))
        form = form_below()
        form.addRow(self.tr("&Ngày"), self._day)
        form.addRow(self.tr("&Loại ngày"), self._kind)
        form.addRow(self.tr("&Căn cứ"), self._source)
        inside.addLayout(form)
        inside.addWidget(self._verified)
        inside.addWidget(self._correct)
        return frame

    def _lay_out_next(self) -> None:
        frame, inside = card()
        hint = self.tr("Khi đã nhập đủ các ngày của thông báo, cả năm được coi là chính thức.")
        form = form_below()
        form.addRow(self.tr("Căn cứ của t&hông báo"), self._notice)
        inside.addWidget(self._next)
        inside.addWidget(label(hint, "muted"))
        inside.addLayout(form)
        inside.addWidget(self._confirm)
        fill(self._next_card, frame)

    def set_kinds(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Give the kinds of days that can be entered, by code and name."""
        for code, name in kinds:
            self._kind.addItem(name, code)

    def set_standing(self, sentences: Sequence[str]) -> None:
        """Say how far the calendar is official, and who sent it."""
        self._standing.setText("\n".join(sentences))

    def set_years(self, first: int, last: int, chosen: int) -> None:
        """Give the years of the calendar; a day of the chosen one is proposed."""
        if self._years.count() != last - first + 1:
            self._years.clear()
            for year in range(first, last + 1):
                self._years.addItem(self.tr("Năm {year}").format(year=year), year)
            self._day.setDateRange(QDate(first, 1, 1), QDate(last, 12, 31))
        self._years.setCurrentIndex(self._years.findData(chosen))
        typing = bool(self._source.text().strip())  # then the day belongs to what is typed
        if self._day.date().year() != chosen and not typing:
            self._day.setDate(QDate(chosen, 1, 1))

    def set_rows(self, rows: Sequence[Row], may_take_back: frozenset[str]) -> None:
        """Show the days of a year, and say which of them were entered here."""
        self._may_take_back = may_take_back
        self._rows.set_rows(rows)
        self._check()

    def set_may_correct(self, *, may: bool) -> None:
        """Show the forms only to those who may correct."""
        self._forms.setVisible(may)
        self._take_back.setVisible(may)

    def set_next(self, title: str) -> None:
        """Name the year whose notice comes next; "" where there is none."""
        self._next.setText(title)
        self._next_card.setVisible(bool(title))

    def clear_typed(self) -> None:
        """Empty the forms: what was typed is in the calendar."""
        self._source.clear()
        self._verified.setChecked(False)
        self._notice.clear()

    def _key(self) -> str:
        row = self._table.currentIndex().row()
        return self._rows.rows[row].key if 0 <= row < len(self._rows.rows) else ""

    def _check(self) -> None:
        self._correct.setEnabled(bool(self._source.text().strip()))
        self._confirm.setEnabled(bool(self._notice.text().strip()))
        self._take_back.setEnabled(self._key() in self._may_take_back)

    def _ask(self) -> None:
        QGuiApplication.inputMethod().commit()
        if not self._source.text().strip():
            return
        day = self._day.date()
        self.correction_asked.emit(
            TypedDay(
                date(day.year(), day.month(), day.day()),
                self._kind.currentData(),
                self._source.text(),
                self._verified.isChecked(),
            )
        )

    def _ask_notice(self) -> None:
        QGuiApplication.inputMethod().commit()
        self.notice_asked.emit(self._notice.text())

    def _size_rows(self) -> None:
        self._table.setMinimumHeight(_ROWS_SEEN * self._theme.row_height)
