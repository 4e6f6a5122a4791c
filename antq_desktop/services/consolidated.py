"""Every indicator by unit, beside the period before and the same period of the year before.

A row is a unit as it is on the last day of the period, with the rows of those it took over as a
whole; so the rows add up to the total, in every period, over a reform as well. Where the territory
of a unit became another one, the comparison is footnoted; where nobody can say which part belongs
to it, there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from antq_desktop.services.bare import Bare, Number, bare, known, of_members
from antq_desktop.services.comparable import (
    AGAINST,
    Territory,
    doubt_of,
    doubt_of_all,
    earlier_of,
)
from antq_desktop.services.counting import count, with_taken_over
from antq_desktop.services.switching import switches_of
from antq_desktop.services.tellers import tellers
from antq_desktop.services.territory import territory_notes
from antq_desktop.services.working_calendar import calendar_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey, UnitTree
    from antq_desktop.services.comparable import Against, Doubt
    from antq_desktop.services.territory import Sentence
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

When = Literal["now", "previous", "year_before"]
"""Of which period a number is."""

WHENS: tuple[When, ...] = ("now", *AGAINST)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as a row: the units whose rows are in its figures, itself among them.

    ``told`` are the periods that it has reported: of the others its figures are unknown and no
    zeros, but for those that count units themselves.
    """

    unit: UnitKey
    members: frozenset[UnitKey]
    told: frozenset[When]
    doubts: Mapping[Against, Doubt]


@dataclass(frozen=True, slots=True)
class Beside:
    """A number now and in the earlier periods; None: it was never told, or cannot be compared."""

    now: Number | None
    previous: Number | None
    year_before: Number | None

    def earlier(self, against: Against) -> Number | None:
        """Return the number of an earlier period."""
        return self.previous if against == "previous" else self.year_before


@dataclass(frozen=True, slots=True)
class Shown:
    """An indicator of the table with the settings that it was counted with."""

    register: Register
    indicator: Indicator
    counted_with: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The whole table: indicators by units and periods, the total, and what has to be said."""

    period: Period
    indicators: tuple[Shown, ...]
    lines: tuple[UnitLine, ...]
    numbers: Mapping[str, Mapping[UnitKey, Beside]]
    totals: Mapping[str, Beside]
    total_doubts: Mapping[Against, Doubt]
    notes: tuple[Sentence, ...]
    grouped: bool = False

    def at(self, code: str, unit: UnitKey | None) -> Beside:
        """Return the numbers of an indicator for a unit, or for all of them."""
        return self.totals[code] if unit is None else self.numbers[code][unit]

    def tellers(self, when: When) -> int:
        """Return how many units have reported a period."""
        return sum(when in line.told for line in self.lines)

    def doubt(self, unit: UnitKey | None, against: Against) -> Doubt:
        """Return what became of the territory of a unit, or of all, since an earlier period."""
        if unit is None:
            return self.total_doubts[against]
        return next(line for line in self.lines if line.unit == unit).doubts[against]


def consolidate_figures(
    workspace: Workspace,
    period: Period,
    *,
    units: frozenset[UnitKey] | None = None,
    directly_below: bool = False,
) -> Consolidated:
    """Count a period and the two it is compared with, and put them together by unit.

    All three are counted now, from the records as they stand. ``directly_below`` puts together
    whatever stands below each unit that is straight below this one (districts at a province);
    ``units`` None takes all, else those alone with what they took over.
    """
    units = with_taken_over(workspace, units, period.last)
    now = bare(count(workspace, period, units=units))
    before = {one: bare(count(workspace, earlier_of(period, one), units=units)) for one in AGAINST}
    every = _units(now) | _units(before["previous"]) | _units(before["year_before"])
    every |= _below(workspace, period, units)
    groups = _grouped(workspace, period, every, directly_below=directly_below)
    told = _told(workspace, period)
    lines = tuple(
        _line(workspace, period, unit, frozenset(members), told, grouped=directly_below)
        for unit, members in _ordered(workspace.units, groups)
    )
    switches, succession = switches_of(workspace), workspace.units.succession
    earlier = {one: {each.indicator.code: each for each in before[one]} for one in AGAINST}
    days = {one: earlier_of(period, one).last for one in AGAINST}

    def number(one: Bare, line: UnitLine, day: date, when: When) -> Number | None:
        found = of_members(one, line.members, succession, day)
        return known(found, one.indicator, told=when in line.told)

    def beside(one: Bare, line: UnitLine) -> Beside:
        found = {
            against: None
            if line.doubts[against].territory is Territory.OTHER
            else number(earlier[against][one.indicator.code], line, days[against], against)
            for against in AGAINST
        }
        own = number(one, line, period.last, "now")
        return Beside(own, found["previous"], found["year_before"])

    return Consolidated(
        period,
        tuple(Shown(one.register, one.indicator, _said(one.indicator, switches)) for one in now),
        lines,
        {one.indicator.code: {line.unit: beside(one, line) for line in lines} for one in now},
        {one.indicator.code: _total(workspace, one, earlier, lines) for one in now},
        {one: doubt_of_all(succession, period, one, frozenset(every)) for one in AGAINST},
        (
            *territory_notes(workspace, period, frozenset(every)),
            *calendar_notes(workspace, period),
        ),
        directly_below,
    )


def _total(
    workspace: Workspace,
    one: Bare,
    earlier: Mapping[Against, Mapping[str, Bare]],
    lines: Sequence[UnitLine],
) -> Beside:
    """Return the sums over all; None where none of the units below has told of a period."""
    code = one.indicator.code
    numbers = (one.total, *(earlier[against][code].total for against in AGAINST))
    of_whom = [line for line in lines if line.unit not in workspace.own_units] or lines
    now, previous, year_before = (
        known(number, one.indicator, told=any(when in line.told for line in of_whom))
        for when, number in zip(WHENS, numbers, strict=True)
    )
    return Beside(now, previous, year_before)


def _said(indicator: Indicator, switches: Mapping[str, str]) -> tuple[Label, ...]:
    return tuple(switch.said(switches) for switch in indicator.switches)


def _units(counted: Iterable[Bare]) -> set[UnitKey]:
    return {unit for one in counted for unit in one.by_unit}


def _below(workspace: Workspace, period: Period, units: frozenset[UnitKey] | None) -> set[UnitKey]:
    """Return the units below this office on the last day: one that sent nothing is a row, too."""
    below = workspace.units.below(workspace.unit_on(period.last), period.last)
    return {one.key for one in below if units is None or one.key in units}


def _grouped(
    workspace: Workspace, period: Period, every: Iterable[UnitKey], *, directly_below: bool
) -> dict[UnitKey, set[UnitKey]]:
    """Return the units that are rows, each with those whose figures it shows."""
    units, last = workspace.units, period.last
    own = workspace.unit_on(last)
    groups: dict[UnitKey, set[UnitKey]] = {}
    for key in every:
        heir = units.succession.heir(key, last)
        row = _straight_below(units, own, heir, last) if directly_below else heir
        groups.setdefault(row, {row}).add(key)
    for row, members in groups.items():
        before = [units.succession.taken_over(one, last) for one in members]
        members.update(*before, {row})
    return groups


def _straight_below(units: UnitTree, own: UnitKey, key: UnitKey, last: date) -> UnitKey:
    """Return the unit below ours that a unit stands in, on the last day that both were there."""
    unit = units.get(key)
    day = last if unit.valid_to is None else min(last, unit.valid_to - timedelta(days=1))
    found = key
    while found != own and (above := units.parent(found, day)) is not None:
        if above.key == own:
            return found
        found = above.key
    return key


def _ordered(
    units: UnitTree, groups: Mapping[UnitKey, set[UnitKey]]
) -> list[tuple[UnitKey, set[UnitKey]]]:
    """Put the highest units first, then by code."""

    def place(pair: tuple[UnitKey, set[UnitKey]]) -> tuple[int, str]:
        return units.get(pair[0]).level, pair[0].text

    return sorted(groups.items(), key=place)


def _told(workspace: Workspace, period: Period) -> dict[When, frozenset[UnitKey]]:
    """Return who has reported each of the periods."""
    return {
        "now": tellers(workspace, period),
        **{one: tellers(workspace, earlier_of(period, one)) for one in AGAINST},
    }


def _line(
    workspace: Workspace,
    period: Period,
    unit: UnitKey,
    members: frozenset[UnitKey],
    told: Mapping[When, frozenset[UnitKey]],
    *,
    grouped: bool,
) -> UnitLine:
    doubts = {
        one: doubt_of(workspace.units.succession, period, one, members, grouped=grouped)
        for one in AGAINST
    }
    some = frozenset(when for when in WHENS if members & told[when])
    return UnitLine(unit, members, some, doubts)


def records_behind(workspace: Workspace, records: Iterable[str]) -> list[Line]:
    """Return the records of a number, as a list shows them; those gone meanwhile are left out."""
    found = (workspace.store.queries.line(record) for record in records)
    return [line for line in found if line is not None]
