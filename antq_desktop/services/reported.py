"""Who has reported: units by periods, each cell a fact of what came in or did not.

A unit owes a report of a period if its police answers to this office, directly or through another,
on the last day of the period. So a commune that ended owes none after, and who took it over answers
for what it left behind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.series import series_named, series_of
from antq_desktop.domain.vietnamese import sort_key
from antq_desktop.services.dues import due_dates
from antq_desktop.services.reported_facts import Facts, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from antq_desktop.domain.due_dates import DueDates
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.services.reported_facts import Came
    from antq_desktop.services.workspace import Workspace


class ReportState(StrEnum):
    """How a unit stands with a period. NIL is a signed "nothing happened", never a guess."""

    REPORTED = "reported"
    NIL = "nil"
    LATE = "late"
    """It came, after the due date."""
    WAITING = "waiting"
    """It is owed; no due date is set, or it has not passed."""
    OVERDUE = "overdue"
    RETURNED = "returned"
    GAP = "gap"
    """Its bundle is held: one before it, or a newer program, is missing."""
    FORK = "fork"
    HELD = "held"
    """An officer has put its bundle on hold."""
    NOT_DUE = "not_due"


TOLD = frozenset({ReportState.REPORTED, ReportState.NIL, ReportState.LATE})
"""The states in which the figures of a unit are here."""

OWING = frozenset(ReportState) - TOLD - {ReportState.NOT_DUE}
"""The states in which a unit still has to do something, or this office has."""

_HELD = {
    "held": ReportState.HELD,
    "held_gap": ReportState.GAP,
    "held_newer": ReportState.GAP,
    "fork": ReportState.FORK,
}
_RETURNED = frozenset({"refused", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit and a period.

    ``bundle`` is the digest of what came last (of the outermost one, where it came inside another),
    ``verdict`` what was said of it, ``at`` when it came first (ISO 8601); None without any.
    """

    state: ReportState
    bundle: str | None = None
    verdict: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports are here, of how many that are owed."""

    told: int
    due: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A unit with its cells, one a period; ``office`` is whom its police answers to."""

    unit: Unit
    office: Unit | None
    depth: int
    cells: tuple[Cell, ...]

    @property
    def tally(self) -> Tally:
        """The count at the end of the row."""
        return _tally(self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked at: periods, the units of one office, rows with a state, some units.

    None, or an empty set, means all.
    """

    periods: tuple[Period, ...]
    office: UnitKey | None = None
    states: frozenset[ReportState] = frozenset()
    units: frozenset[UnitKey] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The rows by office, then by name; ``dues`` are the due dates of the periods.

    ``offices`` are all below which units report, whatever is filtered; ``at`` is when it was so.
    """

    asked: Asked
    dues: tuple[date | None, ...]
    rows: tuple[ReportRow, ...]
    offices: tuple[Unit, ...]
    at: datetime

    def tally(self, place: int) -> Tally:
        """Return the count below a column."""
        return _tally(row.cells[place] for row in self.rows)

    @property
    def whole(self) -> Tally:
        """The count of all cells."""
        return _tally(cell for row in self.rows for cell in row.cells)

    def states(self) -> Counter[ReportState]:
        """Return how many cells have each state."""
        return Counter(cell.state for row in self.rows for cell in row.cells)

    def owing(self, place: int = 0) -> tuple[ReportRow, ...]:
        """Return the rows that owe the report of a period."""
        return tuple(row for row in self.rows if row.cells[place].state in OWING)


def _tally(cells: Iterable[Cell]) -> Tally:
    told = due = 0
    for cell in cells:
        told += cell.state in TOLD
        due += cell.state is not ReportState.NOT_DUE
    return Tally(told, due)


def who_reported(workspace: Workspace, asked: Asked) -> Matrix:
    """Return the matrix of an office; Refusal at a commune."""
    workspace.require_role("office")
    dues, facts = due_dates(workspace), facts_of(workspace)
    placed = _places(workspace, asked.periods, facts)
    rows = [
        ReportRow(unit, office, depth, tuple(_cells(workspace, asked, facts, dues, unit)))
        for unit, office, depth in placed
    ]
    kept = tuple(row for row in rows if _wanted(row, asked))
    offices = {row.office.key: row.office for row in rows if row.office is not None}
    return Matrix(
        asked=asked,
        dues=tuple(dues.of(period) for period in asked.periods),
        rows=kept,
        offices=tuple(sorted(offices.values(), key=_by_name)),
        at=workspace.clock.now(),
    )


def newest_series(workspace: Workspace) -> tuple[str, int]:
    """Return the series and year of the newest period that was reported; else this year's months.

    Refusal at a commune.
    """
    workspace.require_role("office")
    periods = [parse_period(code) for code in facts_of(workspace).periods]
    named = [(one.last, series.code, one.year) for one in periods if (series := series_of(one))]
    if not named:
        return series_named("DL-M").code, workspace.clock.today().year
    return max(named)[1:]


def _wanted(row: ReportRow, asked: Asked) -> bool:
    inside = asked.office is None or asked.office in {
        row.unit.key,
        row.office.key if row.office is not None else None,
    }
    shown = not asked.states or any(cell.state in asked.states for cell in row.cells)
    return inside and shown and (not asked.units or row.unit.key in asked.units)


def _by_name(unit: Unit) -> tuple[str, str]:
    return sort_key(unit.name), unit.key.text


def _places(
    workspace: Workspace, periods: Sequence[Period], facts: Facts
) -> list[tuple[Unit, Unit | None, int]]:
    """Return the units that owe or have sent one of the periods, each below its office."""
    above: dict[UnitKey, UnitKey] = {}
    for period in sorted(periods, key=lambda one: one.last):
        own = workspace.unit_on(period.last)
        for unit in workspace.units.below(own, period.last):
            superior = _superior(workspace, unit.key, own, period.last)
            if superior is not None:
                above[unit.key] = superior
    for key in facts.units({one.code for one in periods}) - above.keys():
        above[key] = workspace.place.unit
    below: dict[UnitKey, list[Unit]] = {}
    for key, office in above.items():
        below.setdefault(office, []).append(workspace.units.get(key))
    own_keys = [key for key in below if key not in above]
    return [one for key in own_keys for one in _walk(workspace, below, key, 0)]


def _walk(
    workspace: Workspace, below: dict[UnitKey, list[Unit]], key: UnitKey, depth: int
) -> Iterator[tuple[Unit, Unit | None, int]]:
    """Yield the units of an office: those that have none below first, then each with its own."""
    office = workspace.units.get(key)
    for unit in sorted(below[key], key=lambda one: (one.key in below, *_by_name(one))):
        yield unit, office, depth
        if unit.key in below:
            yield from _walk(workspace, below, unit.key, depth + 1)


def _superior(workspace: Workspace, key: UnitKey, own: UnitKey, day: date) -> UnitKey | None:
    """Return whom a unit's police answers to on a day, if that leads to this office."""
    first = above = workspace.units.superior(key, day)
    while above is not None and above.key != own:
        above = workspace.units.superior(above.key, day)
    return first.key if first is not None and above is not None else None


def _cells(
    workspace: Workspace, asked: Asked, facts: Facts, dues: DueDates, unit: Unit
) -> Iterator[Cell]:
    today = workspace.clock.today()
    heir = workspace.units.succession.heir(unit.key, today)
    for period in asked.periods:
        own = workspace.unit_on(period.last)
        owes = period.last < today and (
            _superior(workspace, unit.key, own, period.last) is not None
        )
        came = facts.of(unit.key, period.code)
        if came is None and owes:
            came = facts.of(heir, period.code)
        yield _cell(came, dues.of(period), today, owes=owes)


def _cell(came: Came | None, due: date | None, today: date, *, owes: bool) -> Cell:
    if came is None:
        if not owes:
            return Cell(ReportState.NOT_DUE)
        overdue = due is not None and due < today
        return Cell(ReportState.OVERDUE if overdue else ReportState.WAITING)
    if came.verdict in _HELD:
        state = _HELD[came.verdict]
    elif came.verdict in _RETURNED:
        state = ReportState.RETURNED
    elif due is not None and datetime.fromisoformat(came.first).date() > due:
        state = ReportState.LATE
    else:
        state = ReportState.NIL if came.nil else ReportState.REPORTED
    return Cell(state, came.bundle, came.verdict, came.first)
