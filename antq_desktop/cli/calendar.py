"""``calendar``: the working days, and what an office corrects in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import DAY, Command, option, pass_session
from antq_desktop.domain.fields import UNVERIFIED
from antq_desktop.domain.working_days import DayKind
from antq_desktop.services.correcting_calendar import (
    confirm_year,
    correct_day,
    show_calendar,
    take_back_day,
    take_back_year,
)

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.cli.session import Session
    from antq_desktop.services.correcting_calendar import ShownCalendar


@click.command("list", cls=Command, help="cli.help_calendar_list")
@option("--year", type=int, help="cli.option_calendar_year")
@pass_session
def show_all(session: Session, year: int | None) -> Answer:
    """List the days that are not as their weekday says, those of this year unless one is named."""
    with session.workspace() as workspace:
        shown = show_calendar(workspace, year if year is not None else workspace.clock.today().year)
    head = (
        "cli.calendar_day",
        "cli.weekday",
        "cli.calendar_kind",
        "cli.calendar_source",
        "cli.calendar_mark",
    )
    rows = (
        (
            shown_day(one.day),
            session.label(one.weekday),
            session.label(one.word),
            one.source,
            "" if one.sure else UNVERIFIED.text(session.language),
        )
        for one in shown.days
    )
    lines = [
        session.label("calendar.version", version=shown.calendar.version),
        session.label("calendar.official", day=shown_day(shown.calendar.official_to)),
    ]
    if shown.above:
        lines.append(session.label("calendar.sent_by", office=shown.above))
    lines += [
        session.label("calendar.notice", year=str(one.year), source=one.source)
        for one in shown.notices
    ]
    return Answer(_document(shown), [*lines, *table([session.label(one) for one in head], rows)])


@click.command("add", cls=Command, help="cli.help_calendar_add")
@click.argument("day", type=DAY)
@option(
    "--kind",
    type=click.Choice([one.value for one in DayKind]),
    required=True,
    help="cli.option_calendar_kind",
)
@option("--source", required=True, help="cli.option_calendar_source")
@option("--verified", is_flag=True, help="cli.option_calendar_verified")
@pass_session
def add(session: Session, day: datetime, kind: str, source: str, *, verified: bool) -> Answer:
    """Say of one day that it is off or worked."""
    with session.workspace() as workspace:
        made = correct_day(workspace, day.date(), DayKind(kind), source, verified=verified)
        version = show_calendar(workspace, made.day.year).calendar.version
    document = {
        "day": made.day.isoformat(),
        "kind": made.kind.value,
        "source": made.source,
        "verified": made.verified,
        "version": version,
    }
    return Answer(document, [session.label("calendar.corrected", day=shown_day(made.day))])


@click.command("confirm", cls=Command, help="cli.help_calendar_confirm")
@click.argument("year", type=int)
@option("--source", required=True, help="cli.option_calendar_source")
@pass_session
def confirm(session: Session, year: int, source: str) -> Answer:
    """Say that the whole notice of the next year was entered."""
    with session.workspace() as workspace:
        made = confirm_year(workspace, year, source)
    return Answer(
        {"year": made.year, "source": made.source},
        [session.label("calendar.year_confirmed", year=str(made.year))],
    )


@click.command("remove", cls=Command, help="cli.help_calendar_remove")
@click.argument("day", type=DAY)
@pass_session
def remove(session: Session, day: datetime) -> Answer:
    """Take the correction of a day back."""
    with session.workspace() as workspace:
        take_back_day(workspace, day.date())
    return Answer(
        {"day": day.date().isoformat()},
        [session.label("calendar.taken_back", day=shown_day(day.date()))],
    )


@click.command("unconfirm", cls=Command, help="cli.help_calendar_unconfirm")
@click.argument("year", type=int)
@pass_session
def unconfirm(session: Session, year: int) -> Answer:
    """Say that the notice of a year is not entered after all."""
    with session.workspace() as workspace:
        take_back_year(workspace, year)
    return Answer({"year": year}, [session.label("calendar.year_taken_back", year=str(year))])


def _document(shown: ShownCalendar) -> dict[str, object]:
    calendar = shown.calendar
    return {
        "version": calendar.version,
        "first": calendar.first.isoformat(),
        "last": calendar.last.isoformat(),
        "official_to": calendar.official_to.isoformat(),
        "sent_by": shown.above or None,
        "notices": [{"year": one.year, "source": one.source} for one in shown.notices],
        "days": [
            {
                "day": one.day.isoformat(),
                "working": one.working,
                "kind": one.kind.value if one.kind is not None else None,
                "source": one.source,
                "verified": one.sure,
            }
            for one in shown.days
        ],
    }
