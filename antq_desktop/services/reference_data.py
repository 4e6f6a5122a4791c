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

_SHIPPED_UNITS = ("hanam-2023", "ninh-binh-2025")


def load_units(path: Path | None = None) -> UnitTree:
    """Return the tree of a units file, or of those that are shipped; its version names the files.

    The shipped ones are tỉnh Hà Nam of 2023 and the same place from 01/07/2025. Raises Refusal
    ``units.unreadable`` for a file that cannot be read or is not UTF-8, and those of
    `parse_units_csv`.
    """
    if path is None:
        files = [asset("data", "units", f"{name}.csv") for name in _SHIPPED_UNITS]
        # One text, so that two files that do not agree are refused as one file would be.
        rest = [file.read_text(encoding="utf-8").partition("\n")[2] for file in files[1:]]
        text = files[0].read_text(encoding="utf-8") + "".join(rest)
        return UnitTree(parse_units_csv(text), "+".join(_SHIPPED_UNITS), ", ".join(_SHIPPED_UNITS))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("units.unreadable", name=path.name) from None
    return UnitTree(parse_units_csv(text), path.name.removesuffix(".csv"), path.name)


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
