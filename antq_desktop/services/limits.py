"""The time limits of a record as they stand now: when they end, what was done, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import to_minute
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.register import Setting
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.reference_data import load_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from antq_desktop.domain.register import Deadline, Register
    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that applies to a record.

    ``due`` is the last moment, ``met`` that of the act (None while it is outstanding), ``overdue``
    says that the last moment passed without it. ``verified`` is False where the text in force on
    the day of the start could not be read, or where the limit is in working days and ends in a year
    whose official days off are not known yet.
    """

    deadline: Deadline
    due: datetime
    met: datetime | None
    overdue: bool
    verified: bool


def limits_of(
    workspace: Workspace, register: Register, values: Mapping[str, object], unit: str
) -> tuple[Limit, ...]:
    """Return the limits that apply to the values of a record; ``unit`` is the key of its owner."""
    if not register.deadlines:
        return ()
    setting = Setting(workspace.units.get(parse_unit_key(unit)).remote, load_calendar)
    return tuple(_limits(register, values, setting, workspace.clock.now()))


def with_whole_rows(register: Register, values: Mapping[str, object]) -> dict[str, object]:
    """Return the values without the rows that are still being typed: a required cell is empty."""
    kept = dict(values)
    for field in register.fields:
        rows = kept.get(field.name)
        if field.kind is Kind.ROWS and isinstance(rows, list):
            needed = {column.name for column in field.columns if column.required}
            kept[field.name] = [row for row in rows if needed <= row.keys()]
    return kept


def _limits(
    register: Register, values: Mapping[str, object], setting: Setting, now: datetime
) -> Iterator[Limit]:
    for deadline in register.deadlines:
        asked: list[Calendar] = []
        due = deadline.last_moment(values, _watched(setting, asked))
        if due is None:
            continue
        met = deadline.met(values)
        overdue = met is None and due < to_minute(now)
        official = all(due.date() <= calendar.official_to for calendar in asked)
        yield Limit(deadline, due, met, overdue, deadline.verified_for(values) and official)


def _watched(setting: Setting, asked: list[Calendar]) -> Setting:
    """Return a setting that notes in ``asked`` the calendar that a limit is counted with."""

    def calendar() -> Calendar:
        asked.append(setting.calendar())
        return asked[-1]

    return Setting(setting.remote, calendar)
