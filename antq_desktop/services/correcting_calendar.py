"""Correcting the working days: what an office reads in a notice, and its communes are sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.domain.working_days import Correction, DayKind, Notice
from antq_desktop.errors import Refusal
from antq_desktop.services.reference_data import day_names, load_calendar
from antq_desktop.services.working_calendar import (
    OWN,
    calendar_of,
    corrections_of,
    document_of,
    forget_calendar,
    notices_of,
    rows_in,
    table_in_force,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from antq_desktop.domain.working_days import Calendar
    from antq_desktop.services.workspace import Workspace

LONGEST_SOURCE: Final = 300
"""Characters of the text that names a notice."""
KIND_WORDS: Final = {
    DayKind.HOLIDAY: "calendar.holiday",
    DayKind.IN_LIEU: "calendar.in_lieu",
    DayKind.WORKED: "calendar.worked",
}
"""What kinds of days are called: message ids."""
_WEEKDAYS: Final = (
    "weekday.1",
    "weekday.2",
    "weekday.3",
    "weekday.4",
    "weekday.5",
    "weekday.6",
    "weekday.7",
)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day that is not as its weekday says, or that was corrected.

    ``kind`` and ``source`` are those of the correction; without one ``kind`` is None and ``source``
    what the shipped calendar calls the day. ``sure`` is False where nobody has read its notice, and
    for days beyond the official table.
    """

    day: date
    working: bool
    kind: DayKind | None
    source: str
    sure: bool

    @property
    def word(self) -> str:
        """What the day is, a message id; of the shipped table it is only known whether worked."""
        if self.kind is not None:
            return KIND_WORDS[self.kind]
        return KIND_WORDS[DayKind.WORKED] if self.working else "calendar.off"

    @property
    def weekday(self) -> str:
        """The name of the weekday, a message id."""
        return _WEEKDAYS[self.day.weekday()]


@dataclass(frozen=True, slots=True)
class ShownCalendar:
    """The calendar in force; ``above`` is the name of the office that sent it, else "".

    ``notices`` are the years whose notice an office entered, ``next_year`` is the first one that is
    computed, None where the calendar has no more; ``may_correct`` says whether the user may.
    """

    calendar: Calendar
    days: tuple[ShownDay, ...]
    notices: tuple[Notice, ...]
    above: str
    next_year: int | None
    may_correct: bool


def show_calendar(workspace: Workspace, year: int | None = None) -> ShownCalendar:
    """Return the calendar in force, with the days of one year or of all."""
    calendar = calendar_of(workspace)
    above = (
        str(workspace.document("directory").get("office_name") or "") if _sent(workspace) else ""
    )
    corrections, notices = rows_in(table_in_force(workspace))
    by_day = {one.day: one for one in corrections}
    days = calendar.days_off | calendar.working_days | calendar.unverified | by_day.keys()
    reached = calendar.official_to.year
    office = workspace.place.role == "office"
    return ShownCalendar(
        calendar,
        tuple(
            _shown(calendar, day, by_day.get(day))
            for day in sorted(days)
            if calendar.first <= day <= calendar.last and year in {None, day.year}
        ),
        notices,
        above,
        reached + 1 if reached < calendar.last.year else None,
        office and not above and workspace.is_head,
    )


def correct_day(
    workspace: Workspace, day: date, kind: DayKind, source: str, *, verified: bool
) -> Correction:
    """Say of one day that it is off or worked, in place of what was said of it before.

    ``source`` names the notice. Refusal where an office above sends the calendar, for a day outside
    it, without a source, and for what the calendar says already.
    """
    _may_correct(workspace)
    made = Correction(day, kind, _source(source), verified)
    calendar = calendar_of(workspace)
    working = calendar.is_working(day)
    before = corrections_of(workspace)
    plain = day not in {*load_calendar().unverified, *(one.day for one in before)}
    if made in before or (
        plain and working == (kind is DayKind.WORKED) and day <= calendar.official_to
    ):
        raise Refusal("calendar.same_already", day=_said(day))
    kept = [one for one in before if one.day != day]
    _write(workspace, sorted([*kept, made], key=lambda one: one.day), notices_of(workspace))
    return made


def take_back_day(workspace: Workspace, day: date) -> None:
    """Take a correction back: the day is again what the shipped calendar says."""
    _may_correct(workspace)
    before = corrections_of(workspace)
    kept = [one for one in before if one.day != day]
    if len(kept) == len(before):
        raise Refusal("calendar.not_corrected", day=_said(day))
    _write(workspace, kept, notices_of(workspace))


def confirm_year(workspace: Workspace, year: int, source: str) -> Notice:
    """Say that every day of the yearly notice of a year was entered: it is official from then on.

    Years follow on each other: Refusal ``calendar.year_order`` for another than the next.
    """
    _may_correct(workspace)
    calendar = calendar_of(workspace)
    following = calendar.official_to.year + 1
    if following > calendar.last.year:
        raise Refusal("calendar.unknown_year", year=str(following))
    if year != following:
        raise Refusal("calendar.year_order", year=str(year), next=str(following))
    made = Notice(year, _source(source))
    kept = [one for one in notices_of(workspace) if one.year != year]
    _write(workspace, corrections_of(workspace), sorted([*kept, made], key=lambda one: one.year))
    return made


def take_back_year(workspace: Workspace, year: int) -> None:
    """Say that the notice of a year is not entered after all; the years after it wait for it."""
    _may_correct(workspace)
    before = notices_of(workspace)
    kept = [one for one in before if one.year != year]
    if len(kept) == len(before):
        raise Refusal("calendar.not_confirmed", year=str(year))
    _write(workspace, corrections_of(workspace), kept)


def _write(
    workspace: Workspace, corrections: Iterable[Correction], notices: Iterable[Notice]
) -> None:
    """Store what is corrected from now on, and tell the journal what that changed."""
    days, years = tuple(corrections), tuple(notices)
    before_days, before_years = corrections_of(workspace), notices_of(workspace)
    with workspace.store.atomic():
        workspace.store.meta.set(OWN, document_of(days, years))
        for one in before_days:
            if one.day not in {other.day for other in days}:
                workspace.note("calendar_taken_back", day=one.day.isoformat())
        for one in days:
            if one not in before_days:
                workspace.note(
                    "calendar_corrected",
                    day=one.day.isoformat(),
                    kind=one.kind.value,
                    source=one.source,
                    verified=one.verified,
                )
        for notice in before_years:
            if notice not in years:
                workspace.note("calendar_year_taken_back", year=notice.year)
        for notice in years:
            if notice not in before_years:
                workspace.note("calendar_year", year=notice.year, source=notice.source)
    forget_calendar(workspace)


def _may_correct(workspace: Workspace) -> None:
    workspace.require_role("office")
    workspace.require_head()
    if _sent(workspace):
        name = str(workspace.document("directory").get("office_name") or "")
        raise Refusal("calendar.from_above", office=name)


def _sent(workspace: Workspace) -> bool:
    return "calendar_table" in workspace.document("directory")


def _said(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _source(text: str) -> str:
    source = clean(text)
    if not source:
        raise Refusal("calendar.source_needed")
    if "\n" in source or len(source) > LONGEST_SOURCE or forbidden_characters(source):
        raise Refusal("calendar.bad_source", most=LONGEST_SOURCE)
    return source


def _shown(calendar: Calendar, day: date, made: Correction | None) -> ShownDay:
    return ShownDay(
        day,
        calendar.is_working(day),
        made.kind if made is not None else None,
        made.source if made is not None else day_names().get(day, ""),
        calendar.is_sure(day),
    )
