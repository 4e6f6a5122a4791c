"""Series of periods: the months, quarters, halves or years of one family, as offices ask for them.

A series is named FAMILY-LETTER: ``CAND-M`` months, ``-Q`` quarters, ``-H`` halves, ``-Y`` years,
``ND09-9T`` the nine months.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import FAMILIES, make_period, parse_period
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period

#: The letter of a series by the first part of its year.
_LETTERS = {"01": "M", "Q1": "Q", "H1": "H", "": "Y", "9T": "9T"}
_ANY_YEAR, _DIGITS = 2024, 4


@dataclass(frozen=True, slots=True)
class Series:
    """The periods of a family that follow one another; ``parts`` are those of one year."""

    family: str
    letter: str
    parts: tuple[str, ...]

    @property
    def code(self) -> str:
        """What people name it by: ``CAND-Q``."""
        return f"{self.family}-{self.letter}"

    def of_year(self, year: int) -> tuple[Period, ...]:
        """Return its periods of one year of the family, the first one first."""
        return tuple(make_period(self.family, year, part) for part in self.parts)


def _all() -> dict[str, Series]:
    found: dict[str, Series] = {}
    for family in FAMILIES.values():
        parts: dict[str, list[str]] = {}
        for part in family.windows:
            kind = make_period(family.code, _ANY_YEAR, part).series
            parts.setdefault(kind[1] if kind is not None else part, []).append(part)
        for first, inside in parts.items():
            series = Series(family.code, _LETTERS[first], tuple(inside))
            found[series.code] = series
    return found


SERIES = _all()
"""All series by their codes, in the order in which families and parts are offered."""


def series_named(code: str) -> Series:
    """Return a series by its code; Refusal ``periods.unknown_series`` if none has it."""
    series = SERIES.get(code.upper())
    if series is None:
        raise Refusal("periods.unknown_series", text=code)
    return series


def periods_named(text: str) -> tuple[Period, ...]:
    """Return the periods of a series and year, ``CAND-M-2024``, or the one period of a code.

    Refusal as of `parse_period`.
    """
    code, _, year = text.rpartition("-")
    if code.upper() in SERIES and len(year) == _DIGITS and year.isdigit() and year.isascii():
        return SERIES[code.upper()].of_year(parse_period(f"DL-{year}").year)
    return (parse_period(text),)


def series_of(period: Period) -> Series | None:
    """Return the series that a period belongs to; None for one from day to day."""
    kind = period.series
    return None if kind is None else SERIES[f"{kind[0]}-{_LETTERS[kind[1]]}"]
