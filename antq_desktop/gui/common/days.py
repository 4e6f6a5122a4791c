"""A line for a day that is over or begins today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


def past_day(today: date) -> QDateEdit:
    """Return a line with today in it, in which no later day can be chosen."""
    day = QDate(today.year, today.month, today.day)
    line = QDateEdit(day)
    line.setDisplayFormat("dd/MM/yyyy")
    line.setCalendarPopup(True)
    line.setMaximumDate(day)
    return line


def day_of(line: QDateEdit) -> date:
    """Return the day that stands in a line."""
    day = line.date()
    return date(day.year(), day.month(), day.day())
