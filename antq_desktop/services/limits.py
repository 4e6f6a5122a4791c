"""The time limits of a record as they stand now: when they end, what was done, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import to_minute
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.register import Setting
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.working_calendar import calendar_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from antq_desktop.domain.register import Deadline, Register
    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that applies to a record.

    ``due`` is the last moment, ``met`` that of the act (None while it is outstanding), ``overdue``
    says that the last moment passed without it. ``text_read`` is False where the text in force on
    the day of the start could not be read, ``days_sure`` where the limit is in working days and
    runs over a day that is off or worked by a notice that nobody read or that is not known yet.
    """

    deadline: Deadline
    due: datetime
    met: datetime | None
    overdue: bool
    text_read: bool
    days_sure: bool

    @property
    def verified(self) -> bool:
        """Whether nothing of the limit is in doubt."""
        return self.text_read and self.days_sure


def limits_of(
    workspace: Workspace, register: Register, values: Mapping[str, object], unit: str
) -> tuple[Limit, ...]:
    """Return the limits that apply to the values of a record; ``unit`` is the key of its owner."""
    if not register.deadlines:
        return ()
    setting = Setting(
        workspace.units.get(parse_unit_key(unit)).remote, partial(calendar_of, workspace)
    )
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
        asked: list[date] = []
        due = deadline.last_moment(values, _watched(setting, asked))
        if due is None:
            continue
        met = deadline.met(values)
        overdue = met is None and due < to_minute(now)
        sure = not asked or all(map(setting.calendar().is_sure, asked))
        yield Limit(deadline, due, met, overdue, deadline.verified_for(values), sure)


def _watched(setting: Setting, asked: list[date]) -> Setting:
    """Return a setting that notes in ``asked`` the days of the calendar that a limit runs over."""

    def calendar() -> Calendar:
        return setting.calendar().watched(asked.append)

    return Setting(setting.remote, calendar)
