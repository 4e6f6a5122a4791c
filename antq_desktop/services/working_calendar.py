"""The calendar that a workspace counts with: of the office above, else the shipped one, corrected.

Limits and figures come out the same at a commune and at its office only with the same calendar: so
the directory carries it, a report names its version, and calendars that were reported or published
with are kept, to count such a report again as it was counted (counting A04).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import msgspec

from antq_desktop.bundle.bodies import CalendarTable, DayRow, NoticeRow
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.working_days import Calendar, Correction, DayKind, Notice, corrected
from antq_desktop.services.frozen import body_of
from antq_desktop.services.reference_data import calendar_version, load_calendar

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.periods import Period
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.workspace import Workspace

OWN = "calendar"
"""The document of what this office corrected."""
_KEPT = "calendars"
_ABOVE, _TABLE = "directory", "calendar_table"
_DIGITS = 8


def calendar_of(workspace: Workspace) -> Calendar:
    """Return the calendar in force here; read once, and anew after `forget_calendar`."""
    if workspace.calendar is None:
        workspace.calendar = calendar_in(table_in_force(workspace))
    return workspace.calendar


def forget_calendar(workspace: Workspace) -> None:
    """Let the calendar be read anew: it was corrected, or another directory came."""
    workspace.calendar = None


def table_in_force(workspace: Workspace) -> CalendarTable:
    """Return the calendar of the office above, or where there is none the own one, corrected."""
    above = workspace.document(_ABOVE).get(_TABLE)
    if isinstance(above, Mapping):
        return msgspec.convert(above, CalendarTable)
    return _own_table(corrections_of(workspace), notices_of(workspace))


def corrections_of(workspace: Workspace) -> tuple[Correction, ...]:
    """Return what this office corrected, by day; in force while no office above sent its own."""
    return _read(workspace.document(OWN))[0]


def notices_of(workspace: Workspace) -> tuple[Notice, ...]:
    """Return of which years this office entered the whole notice, by year."""
    return _read(workspace.document(OWN))[1]


def calendar_in(table: CalendarTable) -> Calendar:
    """Return the calendar that a table holds; Fault where its days contradict each other.

    Of one that tells no marks, the days are as certain as those of the shipped calendar.
    """
    shipped = load_calendar()
    marked = table.official_to is not None
    return Calendar(
        table.version,
        days_off=frozenset(table.days_off),
        working_days=frozenset(table.working_days),
        first=table.first,
        last=table.last,
        official_to=table.official_to or shipped.official_to,
        unverified=frozenset(table.unverified) if marked else shipped.unverified,
    )


def json_of(table: CalendarTable) -> dict[str, Json]:
    """Return a table as it is stored."""
    return cast("dict[str, Json]", msgspec.to_builtins(table))


def keep_calendar(workspace: Workspace) -> None:
    """Keep the calendar in force under its version, in the transaction that is open."""
    table = table_in_force(workspace)
    kept = workspace.document(_KEPT)
    if table.version not in kept:
        workspace.store.meta.set(_KEPT, {**kept, table.version: json_of(table)})


def calendar_named(workspace: Workspace, version: object) -> Calendar:
    """Return the calendar that a report names, that in force for None or what was never here."""
    now = calendar_of(workspace)
    if version is None or now.version == version:
        return now
    kept = workspace.document(_KEPT).get(str(version))
    if not isinstance(kept, Mapping):
        return now
    return calendar_in(msgspec.convert(kept, CalendarTable))


def calendar_kept(workspace: Workspace, period: Period) -> str | None:
    """Return the calendar with which the figures of a period stand: that of the own report.

    A frozen period keeps it until a new version is ordered; None without a report: that in force.
    """
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    if report is None:
        return None
    return cast("Mapping[str, str]", body_of(report)["versions"])["calendar"]


def calendar_notes(
    workspace: Workspace, period: Period, version: object = None
) -> tuple[tuple[str, Mapping[str, MessageValue]], ...]:
    """Return what has to be said beside figures of a period, each a message id and its values.

    Of its days which nobody verified, and from when on no official notice is known. ``version`` is
    the calendar that a report names; None takes the one with which the figures stand here.
    """
    calendar = calendar_named(workspace, version or calendar_kept(workspace, period))
    notes: list[tuple[str, Mapping[str, MessageValue]]] = []
    known = min(period.last, calendar.official_to)
    doubtful = sorted(day for day in calendar.unverified if period.first <= day <= known)
    if doubtful:
        days = ", ".join(day.strftime("%d/%m/%Y") for day in doubtful)
        notes.append(("calendar.note_unverified", {"days": days}))
    if period.last > calendar.official_to:
        notes.append(("calendar.note_beyond", {"day": calendar.official_to.strftime("%d/%m/%Y")}))
    return tuple(notes)


def document_of(
    corrections: tuple[Correction, ...], notices: tuple[Notice, ...]
) -> dict[str, Json]:
    """Return what an office corrected as it is stored."""
    days, years = _day_rows(corrections), _notice_rows(notices)
    return {"corrections": msgspec.to_builtins(days), "notices": msgspec.to_builtins(years)}


def rows_in(table: CalendarTable) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
    """Return what an office corrected in the table that it sent."""
    return (
        tuple(
            Correction(one.day, DayKind(one.kind), one.source, one.verified)
            for one in table.corrections
        ),
        tuple(Notice(one.year, one.source) for one in table.notices),
    )


def _read(document: Mapping[str, Json]) -> tuple[tuple[Correction, ...], tuple[Notice, ...]]:
    days = msgspec.convert(document.get("corrections") or [], tuple[DayRow, ...])
    years = msgspec.convert(document.get("notices") or [], tuple[NoticeRow, ...])
    return (
        tuple(Correction(one.day, DayKind(one.kind), one.source, one.verified) for one in days),
        tuple(Notice(one.year, one.source) for one in years),
    )


def _own_table(corrections: tuple[Correction, ...], notices: tuple[Notice, ...]) -> CalendarTable:
    shipped = load_calendar()
    if not corrections and not notices:
        return _table(shipped)
    reached = corrected(shipped, shipped.version, corrections, notices)
    tables = shipped.version.rpartition(", official to ")[0]
    # Of the content, so that two offices' calendars of one name are one calendar.
    digest = sha256_hex(dump(document_of(corrections, notices)))[:_DIGITS]
    return msgspec.structs.replace(
        _table(reached),
        version=calendar_version(tables, reached.official_to.year, digest),
        official_to=reached.official_to,
        unverified=tuple(sorted(reached.unverified)),
        corrections=_day_rows(corrections),
        notices=_notice_rows(notices),
    )


def _table(calendar: Calendar) -> CalendarTable:
    return CalendarTable(
        version=calendar.version,
        days_off=tuple(sorted(calendar.days_off)),
        working_days=tuple(sorted(calendar.working_days)),
        first=calendar.first,
        last=calendar.last,
    )


def _day_rows(corrections: tuple[Correction, ...]) -> tuple[DayRow, ...]:
    return tuple(DayRow(one.day, one.kind.value, one.source, one.verified) for one in corrections)


def _notice_rows(notices: tuple[Notice, ...]) -> tuple[NoticeRow, ...]:
    return tuple(NoticeRow(one.year, one.source) for one in notices)
