"""Where the police of a unit stands: a tree of its own beside the administrative one.

The police of districts ended with 28/02/2025, four months before the districts: from 01/03/2025 the
post of a commune answers to the police of the province, while its district is still there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.dated_units import is_code, read_day, read_key
from antq_desktop.domain.units_file import is_line, must_be_good, rows_of
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from antq_desktop.domain.dated_units import Unit, UnitKey

POLICE_COLUMNS = ("unit", "valid_from", "valid_to", "parent", "verified", "basis")
"""The header of a file of police bodies, in this order."""

_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceBody:
    """From when until when a unit has a police body, and below which unit's.

    ``valid_from`` None is "from the first known day", ``valid_to`` the first day on which there is
    none, ``parent`` None "below the nearest unit above that has one". A unit without any row has a
    body for as long as it exists.
    """

    unit: UnitKey
    valid_from: date | None
    valid_to: date | None
    parent: str | None
    verified: bool
    basis: str = ""

    @property
    def began(self) -> date:
        """The first day."""
        return self.valid_from or date.min

    def valid_at(self, day: date) -> bool:
        """Tell whether the body is there on that day."""
        return self.began <= day and (self.valid_to is None or day < self.valid_to)


class PoliceBodies:
    """The police bodies that are not simply those of their units."""

    def __init__(self, bodies: Iterable[PoliceBody] = ()) -> None:
        self.bodies = tuple(bodies)
        self._of: dict[UnitKey, list[PoliceBody]] = defaultdict(list)
        for body in self.bodies:
            self._of[body.unit].append(body)

    def of(self, key: UnitKey) -> tuple[PoliceBody, ...]:
        """Return what is said of a unit, nothing where its body is as old as itself."""
        return tuple(self._of.get(key, ()))

    def has(self, unit: Unit, day: date) -> bool:
        """Say whether a unit has a police body on that day."""
        said = self.of(unit.key)
        return unit.valid_at(day) and (not said or any(one.valid_at(day) for one in said))

    def parent(self, key: UnitKey, day: date) -> str | None:
        """Return the code of the unit that the body stands below, where a row names one."""
        return next((one.parent for one in self.of(key) if one.valid_at(day)), None)

    def conflict(self, units: Iterable[Unit]) -> Refusal | None:
        """Return what is wrong between the bodies and these units; None for nothing."""
        return body_conflict(list(enumerate(self.bodies)), units)


def parse_police_csv(text: str, units: Iterable[Unit]) -> PoliceBodies:
    """Read a file of police bodies of the units of a list: `POLICE_COLUMNS`, one body a line.

    Raises Refusal with the row as line of the file: ``units.bad_header``, ``units.bad_row`` (and
    the column), and those of `body_conflict`.
    """
    numbered = [(row, _body(cells, row)) for row, cells in rows_of(text, POLICE_COLUMNS)]
    conflict = body_conflict(numbered, units)
    if conflict is not None:
        raise conflict
    return PoliceBodies(body for _, body in numbered)


def _body(cells: Sequence[str], row: int) -> PoliceBody:
    unit, valid_from, valid_to, parent, verified, basis = cells
    first, end = read_day(valid_from), read_day(valid_to)
    key = read_key(unit)
    checks = {
        "unit": key,
        "valid_from": not valid_from or first,
        "valid_to": not valid_to or (end and (first is None or first < end)),
        "parent": not parent or is_code(parent),
        "verified": verified in {"0", "1"},
        "basis": is_line(basis) and len(basis) <= _LONGEST and (basis or verified == "0"),
    }
    must_be_good(row, checks)
    return PoliceBody(
        unit=cast("UnitKey", key),
        valid_from=first,
        valid_to=end,
        parent=parent or None,
        verified=verified == "1",
        basis=basis,
    )


def body_conflict(
    numbered: Sequence[tuple[int, PoliceBody]], units: Iterable[Unit]
) -> Refusal | None:
    """Return what is wrong between numbered bodies and their units, told by the row.

    ``police.unknown`` names a unit that is not in the list, ``police.overlap`` two bodies of a unit
    on one day, ``police.parent`` a unit above that no unit of a higher level has as its code.
    """
    known: dict[UnitKey, Unit] = {}
    levels: dict[str, int] = {}
    for unit in units:
        known[unit.key] = unit
        levels[unit.key.code] = min(unit.level, levels.get(unit.key.code, unit.level))
    by_unit: dict[UnitKey, list[tuple[int, PoliceBody]]] = defaultdict(list)
    for row, body in numbered:
        if body.unit not in known:
            return Refusal("police.unknown", row=row, code=body.unit.text)
        level = known[body.unit].level
        if body.parent is not None and levels.get(body.parent, level) >= level:
            return Refusal("police.parent", row=row, code=body.parent)
        by_unit[body.unit].append((row, body))
    for key, same in by_unit.items():
        same.sort(key=lambda one: one[1].began)
        for (row, earlier), (next_row, later) in pairwise(same):
            if earlier.valid_to is None or earlier.valid_to > later.began:
                return Refusal("police.overlap", row=max(row, next_row), code=key.text)
    return None
