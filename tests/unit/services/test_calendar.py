"""The working days: corrected by an office, carried to its communes, counted with as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from antq_desktop.bundle.bodies import CalendarTable
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Role
from antq_desktop.domain.working_days import DayKind
from antq_desktop.errors import Refusal
from antq_desktop.services.correcting_calendar import (
    LONGEST_SOURCE,
    confirm_year,
    correct_day,
    show_calendar,
    take_back_day,
    take_back_year,
)
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.installing import install_directory
from antq_desktop.services.limits import limits_of
from antq_desktop.services.paper_figures import figures_of
from antq_desktop.services.reference_data import load_calendar
from antq_desktop.services.reporting import differing
from antq_desktop.services.users import add_user
from antq_desktop.services.working_calendar import (
    calendar_in,
    calendar_kept,
    calendar_named,
    calendar_notes,
    calendar_of,
    json_of,
    table_in_force,
)
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE
from tests.unit.services.levels import PROVINCE, enrol_office, fingerprint_of
from tests.unit.services.reports import frozen
from tests.unit.services.test_document_numbers import outgoing

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.limits import Limit
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

NOTICE = "Thông báo số 01/TB (mẫu)"
MONDAY = date(2023, 10, 9)
"""A plain working day."""


def correct(workspace: Workspace, day: date = MONDAY, *, verified: bool = False) -> None:
    """Make a day a holiday."""
    correct_day(workspace, day, DayKind.HOLIDAY, NOTICE, verified=verified)


def limit(workspace: Workspace, start: str) -> Limit:
    """Return the limit of five working days that runs from a day, of a text that was read."""
    register = workspace.catalogue.by_name["documents"]
    deadline = register.deadlines[0]
    known = replace(register, deadlines=(replace(deadline, unverified_from=None),))
    values = {**outgoing(1, start), "urgency": "normal"}
    (found,) = limits_of(workspace, known, values, workspace.unit.key.text)
    return found


def sent(world: World, office: str = OFFICE) -> Path:
    """Return the next directory of an office."""
    with world.open(office) as workspace:
        return deliver(workspace, publish(workspace).row, world.folder)


def acts(workspace: Workspace) -> list[tuple[str, object]]:
    """Return what the journal says of the calendar."""
    entries = workspace.store.journal.entries()
    return [
        (str(one["act"]), one["details"])
        for one in entries
        if str(one["act"]).startswith("calendar")
    ]


def test_a_correction_reaches_the_communes_and_their_limits(world: World) -> None:
    """One journey: corrected, told as unsent, sent, installed, verified later, taken back."""
    with world.open(COMMUNE) as workspace:
        plain = limit(workspace, "2023-10-06")
        assert plain.verified
    with world.open(OFFICE) as workspace:
        assert is_published(workspace)
        shipped = calendar_of(workspace).version
        correct(workspace)
        assert not is_published(workspace)
        version = calendar_of(workspace).version
        assert version.startswith(f"{shipped}, corrected ")
    directory, anchor = sent(world), fingerprint_of(world, OFFICE)
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, directory, fingerprint=anchor)
        moved = limit(workspace, "2023-10-06")
        assert (moved.due > plain.due, moved.text_read, moved.days_sure) == (True, True, False)
        shown = show_calendar(workspace, 2023)
        assert (shown.above, shown.may_correct) == ("Thành phố Phủ Lý", False)
        (day,) = (one for one in shown.days if one.day == MONDAY)
        assert (day.working, day.kind, day.source, day.sure) == (
            False,
            DayKind.HOLIDAY,
            NOTICE,
            False,
        )
    with world.open(COMMUNE) as workspace:  # opened anew, it is read from what is stored
        assert calendar_of(workspace).version == version
    with world.open(OFFICE) as workspace:
        correct(workspace, verified=True)
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, sent(world), fingerprint=anchor)
        again = limit(workspace, "2023-10-06")
        assert (again.due, again.verified) == (moved.due, True)
    with world.open(OFFICE) as workspace:
        take_back_day(workspace, MONDAY)
        assert calendar_of(workspace).version == shipped
        assert [act for act, _ in acts(workspace)] == [
            "calendar_corrected",
            "calendar_corrected",
            "calendar_taken_back",
        ]
        assert acts(workspace)[0][1] == {
            "day": "2023-10-09",
            "kind": "holiday",
            "source": NOTICE,
            "verified": False,
        }
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, sent(world), fingerprint=anchor)
        assert limit(workspace, "2023-10-06").due == plain.due


def test_a_report_is_counted_again_with_the_calendar_that_it_names(world: World) -> None:
    """What an office corrects later changes no report that was made (counting A04)."""
    period = parse_period("DL-2023")
    world.later(days=3)
    with world.open(COMMUNE) as workspace:
        report = json.loads(frozen(workspace, "DL-2023").body)
        named = report["versions"]["calendar"]
        before = figures_of(workspace, period)
    with world.open(OFFICE) as workspace:
        correct(workspace)
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, sent(world), fingerprint=fingerprint_of(world, OFFICE))
        assert calendar_of(workspace).version != named
        assert calendar_named(workspace, named).is_working(MONDAY)
        assert calendar_named(workspace, "never here") == calendar_of(workspace)
        assert not differing(workspace, report, period, workspace.unit.key)
        # The frozen figures say on paper what holds of their own calendar.
        assert figures_of(workspace, period).notes == before.notes == ()
        assert calendar_notes(workspace, period) == ()
        # On the screen, too, a frozen period keeps its calendar, and any other has the new one.
        assert calendar_kept(workspace, period) == named
        assert calendar_kept(workspace, parse_period("DL-2023-Q4")) is None
        assert calendar_notes(workspace, parse_period("DL-2023-Q4")) == (
            ("calendar.note_unverified", {"days": "09/10/2023"}),
        )
        beyond = calendar_notes(workspace, parse_period("DL-2027"))
        assert beyond == (("calendar.note_beyond", {"day": "31/12/2026"}),)
    with world.open(OFFICE) as workspace:
        assert calendar_named(workspace, named).is_working(MONDAY)


def test_the_next_year_is_official_once_its_notice_was_entered(world: World) -> None:
    with world.open(OFFICE) as workspace:
        assert not limit(workspace, "2027-03-01").days_sure
        with pytest.raises(Refusal, match=r"calendar\.year_order\(.*next='2027'"):
            confirm_year(workspace, 2028, NOTICE)
        correct(workspace, date(2027, 11, 24), verified=True)
        confirm_year(workspace, 2027, NOTICE)
        assert limit(workspace, "2027-03-01").days_sure
        assert calendar_of(workspace).is_sure(date(2027, 11, 24))
        shown = show_calendar(workspace, 2027)
        assert (shown.next_year, [one.year for one in shown.notices]) == (2028, [2027])
        # What is off in 2028 by a notice that nobody read stays in doubt when the year is official.
        for year in (2028, 2029, 2030):
            confirm_year(workspace, year, NOTICE)
        assert not calendar_of(workspace).is_sure(date(2028, 11, 24))
        assert show_calendar(workspace).next_year is None
        with pytest.raises(Refusal, match=r"calendar\.unknown_year"):
            confirm_year(workspace, 2031, NOTICE)
        take_back_year(workspace, 2027)
        assert calendar_of(workspace).official_to == date(2026, 12, 31)
        with pytest.raises(Refusal, match=r"calendar\.not_confirmed"):
            take_back_year(workspace, 2027)


def test_what_cannot_be_a_correction_is_refused_and_changes_nothing(world: World) -> None:
    with world.open(OFFICE) as workspace:
        before = table_in_force(workspace)
        for day, kind, source, refusal in (
            (MONDAY, DayKind.HOLIDAY, "  ", "calendar.source_needed"),
            (MONDAY, DayKind.HOLIDAY, "x" * (LONGEST_SOURCE + 1), "calendar.bad_source"),
            (MONDAY, DayKind.HOLIDAY, "hai\ndòng", "calendar.bad_source"),
            (MONDAY, DayKind.WORKED, NOTICE, "calendar.same_already"),
            (date(2023, 10, 8), DayKind.IN_LIEU, NOTICE, "calendar.same_already"),
            (date(2050, 1, 3), DayKind.HOLIDAY, NOTICE, "calendar.unknown_year"),
        ):
            with pytest.raises(Refusal) as refused:
                correct_day(workspace, day, kind, source, verified=True)
            assert refused.value.message_id == refusal
        with pytest.raises(Refusal, match=r"calendar\.not_corrected"):
            take_back_day(workspace, MONDAY)
        correct(workspace)
        with pytest.raises(Refusal, match=r"calendar\.same_already"):
            correct(workspace)
        take_back_day(workspace, MONDAY)
        assert table_in_force(workspace) == before
        assert [act for act, _ in acts(workspace)] == ["calendar_corrected", "calendar_taken_back"]
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, PASSPHRASE)
    with (
        world.open(OFFICE, user="Cán bộ Mẫu") as workspace,
        pytest.raises(Refusal, match=r"users\.head_only"),
    ):
        correct(workspace)
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"workspace\.office_only"):
            correct(workspace)
        assert show_calendar(workspace).may_correct is False


def test_an_office_passes_on_what_the_one_above_corrected_and_corrects_nothing(
    world: World,
) -> None:
    world.create(PROVINCE, office=True)
    with world.open(PROVINCE) as workspace:
        correct(workspace)
        version = calendar_of(workspace).version
    enrol_office(world, PROVINCE, OFFICE)
    with world.open(OFFICE) as workspace:
        assert calendar_of(workspace).version == version
        with pytest.raises(Refusal, match=r"calendar\.from_above\(office='Tỉnh Hà Nam'\)"):
            correct(workspace, date(2023, 10, 10))
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, sent(world), fingerprint=fingerprint_of(world, OFFICE))
        assert calendar_of(workspace).version == version
        assert not calendar_of(workspace).is_working(MONDAY)


def test_a_table_without_marks_is_as_certain_as_what_the_reader_ships(world: World) -> None:
    """So a directory of an office that corrected nothing reads as it always did."""
    with world.open(OFFICE) as workspace:
        table = table_in_force(workspace)
        assert set(json_of(table)) == {
            "version",
            "days_off",
            "working_days",
            "first",
            "last",
        }
        assert calendar_in(table) == load_calendar()
        correct(workspace)
        told = json_of(table_in_force(workspace))
        assert msgspec.convert(told, CalendarTable) == table_in_force(workspace)
        assert calendar_in(msgspec.convert(told, CalendarTable)) == calendar_of(workspace)
