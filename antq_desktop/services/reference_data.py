"""Gets the data that the program ships with: the tree of units and the calendar."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from antq_desktop.assets import asset
from antq_desktop.domain.police import PoliceBodies, parse_police_csv
from antq_desktop.domain.succession import Succession, parse_succession_csv
from antq_desktop.domain.units import UnitTree, parse_units_csv
from antq_desktop.domain.working_days import Calendar
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SHIPPED_UNITS = ("hanam-2023", "ninh-binh-2025")
_SHIPPED_SUCCESSION, _SHIPPED_POLICE = "ninh-binh-2025-succession", "hanam-police"


def load_units(
    path: Path | None = None, succession: Path | None = None, police: Path | None = None
) -> UnitTree:
    """Return the tree of a units file, or of those that are shipped; its version names the files.

    The shipped ones are tỉnh Hà Nam of 2023 and the same place from 01/07/2025; of its succession
    the codes alone. ``succession`` and ``police`` are files beside that of the units. Raises
    Refusal ``units.unreadable`` for a file that cannot be read or is not UTF-8, and those of
    `parse_units_csv`, `parse_succession_csv` and `parse_police_csv`.
    """
    if path is None:
        return _shipped_units()
    units = parse_units_csv(_text(path))
    files = [file for file in (path, succession, police) if file is not None]
    return UnitTree(
        units,
        "+".join(file.name.removesuffix(".csv") for file in files),
        ", ".join(file.name for file in files),
        succession=parse_succession_csv(_text(succession), units) if succession else Succession(),
        police=parse_police_csv(_text(police), units) if police else PoliceBodies(),
    )


def _shipped_units() -> UnitTree:
    first, *others = map(_shipped, _SHIPPED_UNITS)
    # One text, so that two files that do not agree are refused as one file would be.
    units = parse_units_csv(first + "".join(text.partition("\n")[2] for text in others))
    return UnitTree(
        units,
        "+".join(_SHIPPED_UNITS),
        ", ".join(_SHIPPED_UNITS),
        succession=parse_succession_csv(_shipped(_SHIPPED_SUCCESSION), units),
        police=parse_police_csv(_shipped(_SHIPPED_POLICE), units),
    )


def _shipped(name: str) -> str:
    return asset("data", "units", f"{name}.csv").read_text(encoding="utf-8")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("units.unreadable", name=path.name) from None


@cache
def load_calendar() -> Calendar:
    """Return the working days of Việt Nam: the holidays library, corrected by our own table.

    The version names both, and the last year whose official notice they hold; later years are
    computed and can still change. What an office corrects is added by `services.calendar`.
    """
    from holidays.version import __version__

    table = _calendar_table()
    years, known = _years(), _holidays()
    off = {entry["day"] for entry in table["days_off"]}
    worked = {entry["day"] for entry in table["days_worked"]}
    entries = (*table["days_off"], *table["days_worked"])
    return Calendar(
        calendar_version(
            f"holidays {__version__}, vn {table['version']}", table["official_to_year"]
        ),
        days_off=frozenset((set(known) | off) - worked),
        working_days=frozenset((known.weekend_workdays | worked) - off),
        first=date(years[0], 1, 1),
        last=date(years[-1], 12, 31),
        official_to=date(table["official_to_year"], 12, 31),
        unverified=frozenset(entry["day"] for entry in entries if not entry["verified"]),
    )


def calendar_version(tables: str, official_to: int, digest: str = "") -> str:
    """Return how a calendar is named: its tables, its last official year, what was corrected."""
    name = f"{tables}, official to {official_to}"
    return f"{name}, corrected {digest}" if digest else name


@cache
def day_names() -> Mapping[date, str]:
    """Return what the shipped calendar calls its days, in Vietnamese."""
    table = _calendar_table()
    own = {one["day"]: one["reason"] for one in (*table["days_off"], *table["days_worked"])}
    return {**_holidays(), **own}


@cache
def _calendar_table() -> dict[str, Any]:
    return tomllib.loads(asset("data", "calendar", "vn.toml").read_text(encoding="utf-8"))


def _years() -> range:
    return range(_calendar_table()["first_year"], _calendar_table()["last_year"] + 1)


@cache
def _holidays() -> Any:
    from holidays.countries.vietnam import Vietnam

    make: Any = Vietnam  # its constructor has no types
    return make(years=_years(), expand=False, language="vi")
