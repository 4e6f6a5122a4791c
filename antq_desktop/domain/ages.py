"""Ages on a day, as far as a birth date that may be partial tells them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

OF_AGE = 18
"""Years from which a person is of age (Luật XLVPHC, Điều 90, 92, 94, 96 count from it)."""

MINORS_LAW = date(2026, 1, 1)
"""From this day Luật Tư pháp người chưa thành niên 59/2024/QH15 is in force; what it leaves of the
administrative measures for minors could not be verified."""

_DECEMBER = 12


def ages(born: str, day: date) -> tuple[int, int]:
    """Return the least and the greatest age in full years that a person can have on a day.

    ``born`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; both ages are equal for a full date.
    """
    year, month, born_on = (*(int(part) for part in born.split("-")), 0, 0)[:3]
    first = date(year, month or 1, born_on or 1)
    last_month = month or _DECEMBER
    last = date(year, last_month, born_on or monthrange(year, last_month)[1])
    return _years(last, day), _years(first, day)


def is_minor(born: str, day: date) -> bool:
    """Say whether a person was certainly under 18 on a day; a year alone can leave it open."""
    return ages(born, day)[1] < OF_AGE


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
