"""Gets the data that the program ships with: the tree of units and the calendar."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from antq_desktop.assets import asset
from antq_desktop.domain.units import UnitTree, parse_units_csv
from antq_desktop.domain.working_days import Calendar
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

_SHIPPED_UNITS = "hanam-2023"


def load_units(path: Path | None = None) -> UnitTree:
    """Return the tree of a units file, or of the shipped one; its version is the file's name.

    Raises Refusal ``units.unreadable`` for a file that cannot be read or is not UTF-8, and those
    of `parse_units_csv`.
    """
    file = asset("data", "units", f"{_SHIPPED_UNITS}.csv") if path is None else path
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("units.unreadable", name=file.name) from None
    return UnitTree(parse_units_csv(text), file.name.removesuffix(".csv"), file.name)


@cache
def load_calendar() -> Calendar:
    """Return the working days of Việt Nam: the holidays library, corrected by our own table.

    The version names both, and the last year whose official notice they hold; later years are
    computed and can still change.
    """
    from holidays.countries.vietnam import Vietnam
    from holidays.version import __version__

    table: dict[str, Any] = tomllib.loads(
        asset("data", "calendar", "vn.toml").read_text(encoding="utf-8")
    )
    years = range(table["first_year"], table["last_year"] + 1)
    make: Any = Vietnam  # its constructor has no types
    known = make(years=years, expand=False)
    off = {entry["day"] for entry in table["days_off"]}
    worked = {entry["day"] for entry in table["days_worked"]}
    official = f"official to {table['official_to_year']}"
    return Calendar(
        f"holidays {__version__}, vn {table['version']}, {official}",
        days_off=frozenset((set(known) | off) - worked),
        working_days=frozenset((known.weekend_workdays | worked) - off),
        first=date(years[0], 1, 1),
        last=date(years[-1], 12, 31),
    )
