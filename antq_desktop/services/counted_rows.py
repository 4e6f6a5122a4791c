"""Rows as the counting code sees them, unit by unit, and the books in which they are read.

Only the rows of one unit are in memory at a time (of several, where a reform made them one): of a
province they would fill it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.indicators import Books, Counted
from antq_desktop.store.revisions import from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from antq_desktop.domain.entering import AsOf
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.revisions import Bare

    Rows = Mapping[str, Sequence[Counted]]
    Marks = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The rows of one unit by register.

    ``history`` has every revision that ever counted, as a row of its own, of the records that have
    one above the marks that were asked for.
    """

    rows: Rows
    history: Rows


@dataclass(slots=True)
class _Read:
    """The revisions of one register, while it is not known until when the unit was seen."""

    last: list[Bare] = field(default_factory=list)
    touched: list[Bare] = field(default_factory=list)


def rows_of(workspace: Workspace, register: str, unit: UnitKey) -> list[Counted]:
    """Return the rows of one book of one unit as they count now, from their shared parts alone."""
    bare = workspace.store.revisions.to_count(register, unit.text)
    last = list(_last_of_each(bare).values())
    seen_at = max((one.at for one in last), default="")
    remote = workspace.units.get(unit).remote
    return list(_counted(last, unit, seen_at, remote=remote))


def _last_of_each(revisions: Iterator[Bare]) -> dict[str, Bare]:
    """Return the last revision of each record; of two with one number that of the lower digest."""
    last: dict[str, Bare] = {}
    for one in revisions:
        known = last.get(one.record)
        if (
            known is None
            or one.number > known.number
            or (one.number == known.number and one.digest < known.digest)
        ):
            last[one.record] = one
    return last


def _counted(
    revisions: list[Bare], unit: UnitKey, seen_at: str | None, *, remote: bool
) -> Iterator[Counted]:
    """Yield what counts: not voided, no duplicate (counting A03, A10); no draft is among them.

    Without ``seen_at`` each was seen when it was written.
    """
    for one in revisions:
        if one.voided:
            continue
        shared = from_text(one.shared)
        if "duplicate_of" in shared:
            continue
        book = cast("Mapping[str, object]", shared["book"])
        yield Counted(
            one.record,
            unit,
            f"{book['number']}/{book['year']}",
            one.number,
            one.digest,
            shared,
            remote=remote,
            seen_at=one.at if seen_at is None else seen_at,
            workspace=one.workspace,
            seq=one.seq,
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """What is counted, over which period, until when, with which settings and working days."""

    workspace: Workspace
    period: Period
    as_of: AsOf | None
    switches: Mapping[str, str]
    calendar: Callable[[], Calendar]

    def books(
        self,
        period: Period,
        unit: UnitKey | None,
        rows: Rows,
        register: Register,
        indicator: Indicator,
    ) -> Books:
        """Open the books of a unit as an indicator looks at them."""
        return Books(
            period=period,
            rows=rows.get(register.name, ()),
            unit=self.workspace.units.get(unit) if unit is not None else None,
            others={other: rows.get(other, ()) for other in indicator.reads},
            calendar=self.calendar,
            switches=self.switches,
        )

    def read(self, unit: UnitKey, marks: Marks) -> UnitRows:
        """Read the rows of a unit, and the history of those with a revision above the marks.

        What had not happened when the unit was last seen is judged as of then (counting A04).
        """
        read: dict[str, _Read] = {}
        seen_at = ""
        for register in self.workspace.catalogue.registers:
            one = self._read(register.name, unit, marks)
            if one.last:
                read[register.name] = one
                seen_at = max(seen_at, *(revision.at for revision in one.last))
        remote = bool(read) and self.workspace.units.get(unit).remote
        rows: dict[str, list[Counted]] = {}
        history: dict[str, list[Counted]] = {}
        for name, one in read.items():
            rows[name] = list(_counted(one.last, unit, seen_at, remote=remote))
            if one.touched:
                history[name] = list(_counted(one.touched, unit, None, remote=remote))
        return UnitRows(
            {name: some for name, some in rows.items() if some},
            {name: some for name, some in history.items() if some},
        )

    def _read(self, register: str, unit: UnitKey, marks: Marks) -> _Read:
        found = self.workspace.store.revisions.to_count(register, unit.text, self.as_of)
        if not marks:
            return _Read(list(_last_of_each(found).values()))
        every = list(found)
        touched = {one.record for one in every if one.seq > marks.get(one.workspace, one.seq)}
        return _Read(
            list(_last_of_each(iter(every)).values()),
            sorted(one for one in every if one.record in touched),
        )
