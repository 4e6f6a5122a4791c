"""The time limits of a record as they stand now: when they end, what was done, what is in doubt.

Those that are not met stand in a table of their own, kept with every save, so that nobody reads all
records to know what is overdue. They hang on working days, remote communes and the program itself,
too: where one of these has changed, they are made again, batch by batch. The windows do that beside
everything else (`work_on_limits`) and say how far it is; a command does it to the end before it
answers (`bring_up_limits`). What breaks off in between goes on from the last batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from antq_desktop import __version__
from antq_desktop.domain.deadlines import ZONE, to_minute
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.parts import join
from antq_desktop.domain.register import Setting
from antq_desktop.domain.roles import Access
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.access import access_to
from antq_desktop.services.working_calendar import calendar_of
from antq_desktop.store.outstanding import Awaited, Between
from antq_desktop.store.revisions import from_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Deadline, Register
    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.outstanding import Waiting

_RULES = 1
"""Counted up where a limit of a register changes between two versions of the program."""
BATCH = 500
"""How many records are looked at in one transaction: what is asked meanwhile waits that long."""


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


@dataclass(frozen=True, slots=True)
class Progress:
    """How far limits are made again: how many records were looked at, and how many there are."""

    done: int
    total: int


def limits_of(
    workspace: Workspace, register: Register, values: Mapping[str, object], unit: str
) -> tuple[Limit, ...]:
    """Return the limits that apply to the values of a record; ``unit`` is the key of its owner."""
    if not register.deadlines:
        return ()
    return tuple(
        _limits(register.deadlines, values, _setting(workspace, unit), workspace.clock.now())
    )


def keep_limits(workspace: Workspace) -> None:
    """Let what is saved from now on be judged by the working days and units of this workspace."""
    workspace.store.limits.judge = partial(_awaited, workspace)


def passed_now(workspace: Workspace, *, whole: bool = True) -> str:
    """Return the moment as the limits in the table are compared with, after they are brought up.

    A limit is over where it ends before that moment. Without ``whole`` one batch of them is made
    at most: whoever asks has to say that they may not be all (`limits_left`).
    """
    if whole:
        bring_up_limits(workspace)
    else:
        work_on_limits(workspace)
    return written(to_minute(workspace.clock.now()))


def overdue_counts(workspace: Workspace) -> dict[str, int]:
    """Return how many limits have passed in each register, of records that are written here.

    As far as they are known, see `limits_left`.
    """
    end = passed_now(workspace, whole=False)
    return workspace.store.limits.counts(ours(workspace, "", end))


def ours(workspace: Workspace, first: str, end: str) -> Between:
    """Return the limits between two moments as `written`.

    Of the records whose pen is here, and that the user may see.
    """
    access = {
        one.name: access_to(workspace, one.name)
        for one in workspace.catalogue.registers
        if one.deadlines
    }
    return Between(
        workspace=workspace.place.id,
        first=first,
        end=end,
        given=workspace.store.pens.given_until(),
        hidden=tuple(name for name, how in access.items() if how < Access.OWN),
        own=tuple(name for name, how in access.items() if how is Access.OWN),
        author=workspace.user,
    )


def limits_left(workspace: Workspace) -> Progress | None:
    """Return how far the limits are made again; None where all of them stand."""
    known = workspace.store.limits.progress(_hang_on(workspace))
    return None if known is None else Progress(*known)


def bring_up_limits(workspace: Workspace) -> None:
    """Make the limits that are not met again, where what they hang on has changed."""
    while work_on_limits(workspace) is not None:
        pass


def work_on_limits(workspace: Workspace, many: int | None = None) -> Progress | None:
    """Make the limits of ``many`` records (`BATCH`) again in one transaction; return how far it is.

    None where nothing is left to do. Where what they hang on has changed, it begins anew.
    """
    table, now = workspace.store.limits, _hang_on(workspace)
    if table.follow(now):
        return None
    registers = {one.name: one for one in workspace.catalogue.registers if one.deadlines}
    with workspace.store.atomic():
        if table.progress(now) is None:
            table.begin(now)
        batch = table.go_on(tuple(registers), many or BATCH)
        table.write(_judged(registers[one.register], one) for one in batch)
    return limits_left(workspace)


def written(moment: datetime) -> str:
    """Return a moment as `Awaited.due` has it."""
    return moment.astimezone(ZONE).replace(tzinfo=None).isoformat(timespec="seconds")


def _hang_on(workspace: Workspace) -> Json:
    return {
        "calendar": calendar_of(workspace).version,
        "program": __version__,
        "rules": _RULES,
        "units": workspace.units.version,
    }


def _judged(
    register: Register, waiting: Waiting
) -> tuple[str, Register, Mapping[str, object], str]:
    private = from_text(waiting.private).get("values") if waiting.private is not None else None
    own = private if isinstance(private, dict) else {}
    values = join(register.fields, from_text(waiting.shared), own)
    return waiting.record, register, values, waiting.unit


def _awaited(
    workspace: Workspace, register: Register, values: Mapping[str, object], unit: str
) -> Iterator[Awaited]:
    """Yield what is not met; of most records that is nothing, and then no limit is reckoned."""
    left = [one for one in register.deadlines if one.met(values) is None]
    if not left:
        return
    for one in _limits(left, values, _setting(workspace, unit), workspace.clock.now()):
        yield Awaited(one.deadline.code, written(one.due), one.verified)


def _setting(workspace: Workspace, unit: str) -> Setting:
    remote = workspace.units.get(parse_unit_key(unit)).remote
    return Setting(remote, partial(calendar_of, workspace))


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
    deadlines: Sequence[Deadline],
    values: Mapping[str, object],
    setting: Setting,
    now: datetime,
) -> Iterator[Limit]:
    for deadline in deadlines:
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
