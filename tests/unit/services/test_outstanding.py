"""Limits that are not met, as the table of them has it: the same as each record says itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.working_days import DayKind
from antq_desktop.services import limits
from antq_desktop.services.correcting_calendar import correct_day
from antq_desktop.services.limits import (
    Progress,
    bring_up_limits,
    limits_left,
    passed_now,
    work_on_limits,
    written,
)
from antq_desktop.services.listing import Wanted, open_list, read_rows
from antq_desktop.services.looking import list_records, record_limits, show_record
from antq_desktop.services.overview import overview
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.today import today
from antq_desktop.store.outstanding import Between
from antq_desktop.store.queries import Filter
from tests.unit.services.conftest import COMMUNE, OFFICE
from tests.unit.services.test_calendar import MONDAY, NOTICE
from tests.unit.services.test_document_numbers import outgoing
from tests.unit.services.test_limits import tip

if TYPE_CHECKING:
    import pytest

    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

EVER = ("0000", "9999")


def table(workspace: Workspace) -> set[tuple[str, str, str, bool]]:
    """Return what the table holds: record, code, last moment, whether that is certain."""
    bring_up_limits(workspace)
    ever = Between(workspace=workspace.place.id, first=EVER[0], end=EVER[1])
    found = workspace.store.limits.ending(ever, 10_000)
    assert sum(workspace.store.limits.counts(ever).values()) == len(found)
    return {
        (one.line.record, one.awaited.code, one.awaited.due, one.awaited.verified) for one in found
    }


def said(workspace: Workspace) -> set[tuple[str, str, str, bool]]:
    """Return the same from each record."""
    return {
        (line.record, one.deadline.code, written(one.due), one.verified)
        for register in workspace.catalogue.registers
        for line in workspace.store.queries.lines(Filter(register.name))
        if not line.draft
        for one in record_limits(workspace, show_record(workspace, line.record))
        if one.met is None
    }


def test_the_table_says_what_every_record_says(world: World) -> None:
    """One year of all registers: kept with each save, and made again from nothing.

    Made in batches of any size it is the same, whatever is saved and closed in between.
    """
    with world.open(COMMUNE) as workspace:
        fill_with_sample(workspace, lambda _done, _total: None)
        kept = table(workspace)
        assert kept == said(workspace)
        assert len({code for _, code, _, _ in kept}) > 5
        workspace.store.limits.forget()
        assert table(workspace) == kept
        with workspace.store.atomic():
            workspace.store.projections.rebuild()
        assert table(workspace) == kept
        reports = workspace.catalogue.by_name["crime_reports"]
        first, second = (one.record for one in list_records(workspace, reports)[:2])
        records = workspace.store.queries.records()
    for many in (3, 50, records, records + 10):
        with world.open(COMMUNE) as workspace:
            workspace.store.limits.forget()
            left = work_on_limits(workspace, many)
            assert (left is None) == (many > records)
            add_records(workspace, reports, [tip("2023-05-05")])
            change_record(workspace, first, {"summary": f"Sửa {many}"}, reason="sửa")
            if left is not None:
                left = work_on_limits(workspace, many)
        with world.open(COMMUNE) as workspace:
            assert limits_left(workspace) == left
            if many == records:
                void_record(workspace, second, reason="nhầm")
            while (now := work_on_limits(workspace, many)) is not None:
                assert left is not None
                assert left.done < now.done <= now.total
                left = now
            assert limits_left(workspace) is None
            assert table(workspace) == said(workspace)


def test_the_overview_goes_on_while_limits_are_made_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells what is known so far and that it is not all; a command waits for all of it."""
    monkeypatch.setattr(limits, "BATCH", 2)
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        add_records(workspace, register, [tip("2023-05-05")] * 9)
        bring_up_limits(workspace)
        workspace.store.limits.forget()
        found = today(workspace)
        assert (found.overdue.count, found.left) == (2, Progress(2, 9))
        seen = overview(workspace)
        assert (seen.overdue, seen.left) == ({register.name: 4}, Progress(4, 9))
        listed = open_list(workspace, Wanted(register=register.name, overdue=True))
        assert listed is not None
        assert len(listed) == 6
        assert len(list_records(workspace, register, overdue=True)) == 9
        found = today(workspace)
        assert (found.overdue.count, found.left) == (9, None)


def test_the_list_of_what_is_overdue_follows_each_change(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]

        def late() -> list[str]:
            listed = open_list(workspace, Wanted(register=register.name, overdue=True))
            assert listed is not None
            rows = read_rows(workspace, listed, 0, 10, ())
            shown = [one.line.record for one in rows if one is not None]
            lines = list_records(workspace, register, overdue=True)
            assert sorted(shown) == sorted(one.record for one in lines)
            return shown

        lines = [tip("2023-05-05"), tip("2024-01-10"), tip("2023-05-07", summary=None)]
        first, soon, _ = (one.record for one in add_records(workspace, register, lines))
        assert late() == [first]
        world.later(days=3)
        assert late() == [soon, first]
        done = {"forward_at": "2024-01-16T08:00+07:00"}
        change_record(workspace, soon, done, reason="chuyển rồi")
        assert late() == [first]
        narrowed = Wanted(register=register.name, overdue=True, text="không có chữ này")
        listed = open_list(workspace, narrowed)
        assert listed is not None
        assert len(listed) == 0
        void_record(workspace, first, reason="nhầm")
        assert late() == []


def test_other_working_days_move_the_limits_that_are_kept(world: World) -> None:
    with world.open(OFFICE) as workspace:
        register = workspace.catalogue.by_name["documents"]
        values = {**outgoing(1, "2023-10-06"), "urgency": "normal"}
        add_records(workspace, register, [values])
        before = table(workspace)
        correct_day(workspace, MONDAY, DayKind.HOLIDAY, NOTICE, verified=False)
        after = table(workspace)
        assert after == said(workspace) != before


def test_what_a_transfer_gave_away_waits_at_who_took_it(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        old, new = (
            one.record
            for one in add_records(workspace, register, [tip("2023-05-05"), tip("2023-05-06")])
        )
        last = workspace.last_seq()
        wanted = Between(
            workspace=workspace.place.id, first=EVER[0], end=passed_now(workspace), given=last - 1
        )
        kept = workspace.store.limits
        assert {one.line.record for one in kept.ending(wanted, 10)} == {new}
        assert kept.counts(wanted) == {"crime_reports": 1}
        elsewhere = Between(workspace="khác", first=EVER[0], end=EVER[1])
        assert kept.ending(elsewhere, 10) == []
        assert old != new


def test_what_was_saved_where_nobody_could_judge_is_judged_later(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        judge, workspace.store.limits.judge = workspace.store.limits.judge, None
        add_records(workspace, register, [tip("2023-05-05")])
        workspace.store.limits.judge = judge
        assert table(workspace) == said(workspace) != set()
