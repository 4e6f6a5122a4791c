"""Dates, moments and numbers as a hand types them, and as a form shows them again.

What is left out of a date is that of ``today``: ``15`` is the 15th of this month, ``15/3`` of this
year. A year of two digits is the one from 99 years before to one year after today.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.problems import BadValue

_CENTURY = 100
_SHORT_YEAR = 2
_DAY_ALONE = 2
_MONTHS = 12
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_PARTED = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?", re.ASCII)
_RUN = re.compile(r"(\d{1,2}?)(?:(\d\d)(\d{4}|\d\d)?)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[/.\- ](\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:hHgG]|(?=\d\d$))(\d\d)?", re.ASCII)
_SPACED = re.compile(r"\d{1,2} \d{1,2} (?:\d{4}|\d{2})", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([. ,\u00a0])\d{3})(?:\1\d{3})*|\d+", re.ASCII)


def read_date(text: str, today: date) -> str:
    """Read ``15``, ``15/3``, ``1503``, ``150324``, ``15/03/2024``, ``2024-03-15`` into ISO 8601.

    Raises BadValue ``typed.date`` where it is no date at all, ``values.no_such_date`` for 31/02.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _RUN.fullmatch(text) if text.isdigit() else _PARTED.fullmatch(text)
    if found is None:
        raise BadValue("typed.date")
    day, month, year = found.groups()
    return _day(
        _year(year, today) if year else today.year,
        int(month) if month else today.month,
        int(day),
    )


def read_partial_date(text: str, today: date) -> str:
    """Read ``1990`` and ``3/1990`` as year and month alone, anything else as `read_date`."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return text
    month = _MONTH_OF_YEAR.fullmatch(text)
    if month:
        if not 1 <= int(month[1]) <= _MONTHS:
            raise BadValue("values.no_such_date")
        return f"{month[2]}-{int(month[1]):02}"
    try:
        return read_date(text, today)
    except BadValue as bad:
        raise (BadValue("typed.partial_date") if bad.rule == "typed.date" else bad) from None


def read_moment(text: str, today: date) -> str:
    """Read a date and a time, ``15/3 0830`` or ``15/03/2024 8h30``; a time alone is of today.

    Raises BadValue ``typed.moment`` without a time, and what `read_date` raises.
    """
    days, _, clock = text.strip().rpartition(" ")
    time = _TIME.fullmatch(clock)
    if time is None:
        raise BadValue("typed.moment")
    day = read_date(days, today) if days.strip() else today.isoformat()
    try:
        moment = datetime.fromisoformat(day).replace(
            hour=int(time[1]), minute=int(time[2] or 0), tzinfo=ZONE
        )
    except ValueError:
        raise BadValue("typed.moment") from None
    return moment.isoformat(timespec="minutes")


def read_partial_moment(text: str, today: date) -> str:
    """Read a moment as `read_moment`, and what has no time as `read_partial_date`.

    Four digits at the end are a time only after a whole date: ``3 1990`` is a month of a year.
    """
    text = text.strip()
    days, _, clock = text.rpartition(" ")
    timed = not clock.isdigit() or len(days) > _DAY_ALONE
    if _TIME.fullmatch(clock) and timed and not _SPACED.fullmatch(text):
        return read_moment(text, today)
    try:
        return read_partial_date(text, today)
    except BadValue as bad:
        unclear = bad.rule == "typed.partial_date"
        raise (BadValue("typed.partial_moment") if unclear else bad) from None


def read_number(text: str) -> int:
    """Read a whole number with or without its thousands apart; BadValue ``typed.number``.

    ``1.5`` is refused: it is one and a half, or a slip, and never fifteen.
    """
    text = text.strip()
    if not _GROUPED.fullmatch(text):
        raise BadValue("typed.number")
    return int(re.sub(r"\D", "", text))


def show_date(value: str) -> str:
    """Return a stored date as people write it: dd/MM/yyyy, MM/yyyy or yyyy."""
    return "/".join(reversed(value.split("-")))


def show_moment(value: str) -> str:
    """Return a stored moment as dd/MM/yyyy HH:mm, in the time of Việt Nam.

    One at the very ends of the calendar, which a slip of the hand reads, is shown as it is.
    """
    moment = datetime.fromisoformat(value)
    with suppress(OverflowError):
        moment = moment.astimezone(ZONE)
    return f"{moment:%d/%m}/{moment.year:04} {moment:%H:%M}"


def show_partial_moment(value: str) -> str:
    """Return a stored date of any precision, or a moment, as people write it."""
    return show_moment(value) if "T" in value else show_date(value)


def _year(digits: str, today: date) -> int:
    year = int(digits)
    if len(digits) > _SHORT_YEAR:
        return year
    year += today.year // _CENTURY * _CENTURY
    if year > today.year + 1:
        return year - _CENTURY
    return year if year > today.year + 1 - _CENTURY else year + _CENTURY


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise BadValue("values.no_such_date") from None
