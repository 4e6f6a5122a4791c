"""Choosing a reporting period: family, year and part, with its days written out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.domain.periods import CUSTOM, FAMILIES, make_custom_period, make_period
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.wording import day, families, part_name
from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period

_JANUARY = 1
_AHEAD, _BACK = 2, 20
_NARROWEST = 120
"""Pixels of the longest choice where room is short; it is wider wherever there is room."""


class PeriodPicker(QWidget):
    """Offers the presets and two days; `period` is None where the days are in the wrong order."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = QComboBox()
        self._year = QComboBox()
        self._part = QComboBox()
        self._first, self._last = _day_field(), _day_field()
        self._days = label(role="muted")
        self._dash = QLabel("\u2013")
        for code, name in families().items():
            self._family.addItem(name, code)
        self._name()
        self._lay_out()
        self._family.currentIndexChanged.connect(self._family_chosen)
        self._part.currentIndexChanged.connect(self._show)
        self._year.currentIndexChanged.connect(self._show)
        self._family.setMinimumWidth(_NARROWEST)
        for each in (self._first, self._last):
            each.dateChanged.connect(self._show)
        self.set_today(QDate.currentDate().toPython())

    @property
    def period(self) -> Period | None:
        """What is chosen."""
        family = str(self._family.currentData())
        if family != CUSTOM:
            return make_period(
                family, int(self._year.currentData()), str(self._part.currentData() or "")
            )
        first, last = _date(self._first), _date(self._last)
        return make_custom_period(first, last) if first <= last else None

    def set_today(self, today: object) -> None:
        """Begin with the calendar month that ended last."""
        if not isinstance(today, date):
            return
        year, month = today.year, today.month - 1
        if today.month == _JANUARY:
            year, month = today.year - 1, 12
        self.set_period(make_period("DL", year, f"{month:02}"))

    def set_period(self, period: Period) -> None:
        """Choose a period."""
        with QSignalBlocker(self):
            self._choose(period)
        self._show()

    def _choose(self, period: Period) -> None:
        self._family.setCurrentIndex(self._family.findData(period.family))
        self._fill_parts()
        if self._year.findData(period.year) < 0:
            self._offer_years(period.year)
        self._year.setCurrentIndex(self._year.findData(period.year))
        self._part.setCurrentIndex(max(self._part.findData(period.part), 0))
        self.choose_days(period.first, period.last)

    def choose_days(self, first: date, last: date) -> None:
        """Put two days into the fields for a period of one's own."""
        self._first.setDate(QDate(first.year, first.month, first.day))
        self._last.setDate(QDate(last.year, last.month, last.day))

    def _name(self) -> None:
        self._family.setAccessibleName(self.tr("Loại kỳ"))
        self._year.setAccessibleName(self.tr("Năm"))
        self._part.setAccessibleName(self.tr("Kỳ"))
        self._first.setAccessibleName(self.tr("Từ ngày"))
        self._last.setAccessibleName(self.tr("Đến ngày"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        for each in (self._family, self._part, self._year, self._first, self._dash, self._last):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self._days)

    def _offer_years(self, year: int) -> None:
        """Offer the years around one, the newest first."""
        with QSignalBlocker(self._year):
            self._year.clear()
            for each in range(year + _AHEAD, year - _BACK, -1):
                self._year.addItem(f"{each:04}", each)

    def _family_chosen(self) -> None:
        self._fill_parts()
        self._show()

    def _fill_parts(self) -> None:
        family = str(self._family.currentData())
        before = self._part.currentData()
        with QSignalBlocker(self._part):
            self._part.clear()
            for part in FAMILIES[family].windows if family != CUSTOM else ():
                self._part.addItem(part_name(family, part), part)
            self._part.setCurrentIndex(max(self._part.findData(before), 0))

    def _show(self) -> None:
        custom = self._family.currentData() == CUSTOM
        for each in (self._first, self._dash, self._last):
            each.setVisible(custom)
        self._part.setVisible(not custom and self._part.count() > 1)
        self._year.setVisible(not custom)
        self._days.setText(self._described())
        self.changed.emit()

    def _described(self) -> str:
        period = self.period
        if period is None:
            return self.tr("Ngày đầu kỳ phải trước ngày cuối kỳ.")
        days = self.tr("Từ {first} đến hết {last}").format(
            first=day(period.first), last=day(period.last)
        )
        named = not period.basis or period.family == "DL"  # the calendar needs no basis
        basis = "" if named else f" · {period.basis}"
        unsure = self.tr(" · mốc kỳ chưa đối chiếu văn bản gốc") if not period.verified else ""
        return f"{days}{basis}{unsure}"


def _day_field() -> QDateEdit:
    field = QDateEdit()
    field.setDisplayFormat("dd/MM/yyyy")
    field.setCalendarPopup(True)
    return field


def _date(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
