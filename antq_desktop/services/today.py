"""What an officer looks at first in the morning: limits by law, what waits, what happened lately.

Whatever the number of records, it reads by an index what it shows, and counts in SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.domain.deadlines import to_minute
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.register import Group
from antq_desktop.domain.roles import Access
from antq_desktop.services.access import access_to, drafts_of
from antq_desktop.services.ages import age_of
from antq_desktop.services.backing_up import newest_backup
from antq_desktop.services.checking import OLD_BACKUP, SOON
from antq_desktop.services.duties import duties
from antq_desktop.services.limits import limits_left, ours, work_on_limits, written
from antq_desktop.services.prepared import waiting_bundle
from antq_desktop.services.preparing import given_back, may_countersign
from antq_desktop.services.recovery_key import drill_due
from antq_desktop.services.status import sent_bundles
from antq_desktop.services.submitting import has_office
from antq_desktop.services.today_office import OfficeDay, office_day
from antq_desktop.services.unsaved import unsaved_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Deadline, Register
    from antq_desktop.services.ages import Age
    from antq_desktop.services.duties import Duty
    from antq_desktop.services.limits import Progress
    from antq_desktop.services.preparing import SentBack
    from antq_desktop.services.status import Sent
    from antq_desktop.services.unsaved import UnsavedForm
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from antq_desktop.store.queries import Line

DAYS = 7
"""How many days after today are looked at."""
MOST = 5
"""How many lines of one kind are shown; the number says how many there are."""
MONTHS = 12
"""How many months a chart shows, this one included."""
_MOST_BOOKS, _CHARTS = 5, 2


@dataclass(frozen=True, slots=True)
class Ending:
    """A limit that is not met: its record, the rule, its last moment, whether that is certain.

    ``due`` is in the zone of Việt Nam, ``days`` how many days are left until its day: 0 today,
    less than 0 after it.
    """

    line: Line
    deadline: Deadline
    due: datetime
    days: int
    verified: bool


@dataclass(frozen=True, slots=True)
class Endings:
    """Limits that end in some days: how many in each register, and the first or last of them."""

    by_register: Mapping[str, int]
    shown: tuple[Ending, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.by_register.values())


@dataclass(frozen=True, slots=True)
class Book:
    """How much happened in a book: this month until today, the month before until the same day.

    ``whole`` is the whole month before.
    """

    register: Register
    now: int
    then: int
    whole: int


@dataclass(frozen=True, slots=True)
class Course:
    """How much happened in a book month by month, the oldest month first, as "2023-05"."""

    register: Register
    months: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """Records by the day of their event: no draft, nothing voided, no duplicate.

    ``until`` is the day of the month before up to which `Book.then` counts.
    """

    month: Period
    before: Period
    until: date
    books: tuple[Book, ...]
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The overview. ``drafts`` and ``duties`` are the first of them; the numbers say how many.

    ``sent`` is the last submission, None without one; ``linked`` says whether there is an office to
    submit to; ``certificate`` is the last day of this user's where that is near or past;
    ``drill_due`` says that the head should try the recovery sheet or shares; ``left`` that limits
    are being made again, so that those told here are not all: None where they are. ``prepared``
    waits for its second signature, which this user may give where he ``signs``; ``back`` was given
    back to those who prepare, None for him who wrote so.
    """

    at: datetime
    overdue: Endings
    today: Endings
    week: Endings
    drafts: tuple[Line, ...]
    draft_count: int
    unsaved: tuple[UnsavedForm, ...]
    duties: tuple[Duty, ...]
    duty_count: int
    lately: Lately
    linked: bool
    sent: Sent | None
    certificate: date | None
    backup: Age | None
    backup_old: bool
    drill_due: bool
    prepared: Outgoing | None
    signs: bool
    back: SentBack | None
    office: OfficeDay | None
    left: Progress | None


def today(workspace: Workspace) -> Today:
    """Read the overview of a commune or an office."""
    now, backup = workspace.clock.now(), newest_backup(workspace.paths)
    work_on_limits(workspace)
    minute = to_minute(now)
    midnight = minute.replace(hour=0, minute=0) + timedelta(days=1)
    week = midnight + timedelta(days=DAYS)
    office = workspace.place.role == "office"
    found = [] if office else [one for one in duties(workspace) if one.open]
    linked = has_office(workspace)
    sent = sent_bundles(workspace) if linked else []
    prepared = waiting_bundle(workspace)
    queries, whose = workspace.store.queries, drafts_of(workspace)
    return Today(
        at=now,
        overdue=_endings(workspace, None, minute, last=True),
        today=_endings(workspace, minute, midnight),
        week=_endings(workspace, midnight, week),
        drafts=tuple(queries.newest_drafts(MOST, whose)),
        draft_count=queries.drafts(whose),
        unsaved=tuple(unsaved_forms(workspace)),
        duties=tuple(found[:MOST]),
        duty_count=len(found),
        lately=lately(workspace),
        linked=linked,
        sent=next((one for one in sent if not one.row.waits), None),
        certificate=_certificate(workspace, now),
        backup=None if backup is None else age_of(workspace.clock, backup),
        backup_old=backup is not None and now - backup > OLD_BACKUP,
        drill_due=workspace.is_head and queries.records() > 0 and drill_due(workspace),
        prepared=prepared,
        signs=prepared is not None and may_countersign(workspace, prepared),
        back=given_back(workspace),
        office=office_day(workspace, MOST) if office else None,
        left=limits_left(workspace),
    )


def _endings(
    workspace: Workspace, first: datetime | None, end: datetime, *, last: bool = False
) -> Endings:
    """Return the limits of what this workspace writes, from a moment on and before another."""
    wanted = ours(workspace, written(first) if first is not None else "", written(end))
    table, day = workspace.store.limits, workspace.clock.today()
    shown: list[Ending] = []
    for one in table.ending(wanted, MOST, last=last):
        register = workspace.catalogue.by_name[one.line.register]
        deadline = next(rule for rule in register.deadlines if rule.code == one.awaited.code)
        due = datetime.fromisoformat(one.awaited.due)
        days = (due.date() - day).days
        shown.append(Ending(one.line, deadline, due, days, one.awaited.verified))
    return Endings(table.counts(wanted), tuple(shown))


def lately(workspace: Workspace) -> Lately:
    """Count what happened in each book in the last months, and beside the month before."""
    day = workspace.clock.today()
    month = _month(day)
    before = _month(month.first - timedelta(days=1))
    # The 31st has no like in a month of 30 days: there the whole month stands beside it.
    until = before.last if day == month.last else before.first + (day - month.first)
    until = min(until, before.last)
    codes = _codes(day)
    happened = workspace.store.queries.happened(f"{codes[0]}-01", day.isoformat())
    same = workspace.store.queries.happened(before.first.isoformat(), until.isoformat())
    now, then = codes[-1], codes[-2]
    books = [
        Book(
            one,
            happened.get(one.name, {}).get(now, 0),
            same.get(one.name, {}).get(then, 0),
            happened.get(one.name, {}).get(then, 0),
        )
        for one in workspace.catalogue.registers
        if access_to(workspace, one.name) >= Access.NUMBERS
    ]
    books = [one for one in books if one.now or one.whole]
    books.sort(key=lambda one: one.now + one.whole, reverse=True)
    drawn = [
        one
        for one in workspace.catalogue.registers
        if one.group is Group.CASES
        and one.name in happened
        and access_to(workspace, one.name) >= Access.NUMBERS
    ]
    courses = [
        Course(one, tuple((code, happened[one.name].get(code, 0)) for code in codes))
        for one in drawn[:_CHARTS]
    ]
    return Lately(month, before, until, tuple(books[:_MOST_BOOKS]), tuple(courses))


def _month(day: date) -> Period:
    return parse_period(f"DL-{day.year:04}-{day.month:02}")


def _codes(day: date) -> list[str]:
    """Return the months up to that of a day, the oldest first."""
    last = day.year * 12 + day.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - MONTHS + 1, last + 1)]


def _certificate(workspace: Workspace, now: datetime) -> date | None:
    """Return the last day of this user's certificate where it should be renewed, else None."""
    own = cast("Mapping[str, str]", workspace.document("certificates")).get(workspace.user)
    if own is None:
        return None
    until = read_certificate(bytes.fromhex(own)).not_after
    return until.date() if until - now <= SOON else None
