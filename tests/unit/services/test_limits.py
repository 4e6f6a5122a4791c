"""Time limits as they stand: when they end, whether they passed, what is in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.typed import show_moment
from antq_desktop.services.editing import form_of, look_at
from antq_desktop.services.limits import limits_of
from antq_desktop.services.looking import list_records, overdue_limits, record_limits, show_record
from antq_desktop.services.saving import add_records, void_record
from tests.unit.services.conftest import COMMUNE
from tests.unit.services.test_document_numbers import outgoing
from tests.unit.services.test_looking import TIP

if TYPE_CHECKING:
    from antq_desktop.services.limits import Limit
    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World


def tip(received: str, **more: object) -> dict[str, object]:
    """Return a report of crime that came at a moment."""
    moment = f"{received}T08:15+07:00"
    moves = [{"state": "received", "on": moment}]
    return {**TIP, "received_at": moment, "moves": moves, "urgency": "ordinary", **more}


def limits(workspace: Workspace, values: dict[str, object]) -> tuple[Limit, ...]:
    """Save a report of crime, and return its limits."""
    register = workspace.catalogue.by_name["crime_reports"]
    (saved,) = add_records(workspace, register, [values])
    return record_limits(workspace, show_record(workspace, saved.record))


@pytest.mark.parametrize(
    ("received", "due", "verified"),
    [("2025-02-28", "07/03/2025 23:59", True), ("2025-03-01", "08/03/2025 23:59", False)],
)
def test_a_limit_is_in_doubt_from_the_day_whose_text_could_not_be_read(
    world: World, received: str, due: str, *, verified: bool
) -> None:
    with world.open(COMMUNE) as workspace:
        (forward,) = limits(workspace, tip(received))
    assert show_moment(forward.due.isoformat()) == due
    assert (forward.met, forward.verified) == (None, verified)


@pytest.mark.parametrize(
    ("today", "verified"), [("2026-12-28", True), ("2026-12-31", False), ("2027-01-04", False)]
)
def test_working_days_of_a_year_without_its_notice_are_in_doubt(
    world: World, today: str, *, verified: bool
) -> None:
    """The days off of 2027 are computed: a limit that ends there can still change."""
    register = world.catalogue.by_name["documents"]
    deadline = replace(register.deadlines[0], unverified_from=None)
    values = {**outgoing(1, today), "urgency": "normal"}
    with world.open(COMMUNE) as workspace:
        found = limits_of(
            workspace, replace(register, deadlines=(deadline,)), values, workspace.unit.key.text
        )
    assert [one.verified for one in found] == [verified]


def test_what_was_done_is_not_overdue(world: World) -> None:
    done = {"forward_at": "2023-05-30T08:00+07:00", "first_notice_at": "2023-05-05T08:15+07:00"}
    with world.open(COMMUNE) as workspace:
        found = limits(workspace, tip("2023-05-05", urgency="caught_in_act", **done))
    assert [one.deadline.code for one in found] == ["T1", "T2-T3"]
    assert [(one.overdue, one.met is None) for one in found] == [(False, False)] * 2


def test_neither_what_is_voided_nor_a_draft_is_overdue(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        lines = [tip("2023-05-05"), tip("2023-05-06"), tip("2023-05-07", summary=None)]
        late, voided, draft = (one.record for one in add_records(workspace, register, lines))
        void_record(workspace, voided, reason="nhầm")
        assert record_limits(workspace, show_record(workspace, voided)) == ()
        assert [one.record for one in list_records(workspace, register, overdue=True)] == [late]
        shown = show_record(workspace, draft)
        assert [one.overdue for one in record_limits(workspace, shown)] == [True]
        assert overdue_limits(workspace, shown.line) == ()


def test_a_form_shows_the_limits_of_what_is_typed(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        register = workspace.catalogue.by_name["crime_reports"]
        (saved,) = add_records(workspace, register, [tip("2023-05-05")])
        opened = form_of(workspace, register.name, saved.record)
        assert [one.overdue for one in opened.limits] == [True]
        done = {"forward_at": "2023-05-05T09:00+07:00"}
        _, found = look_at(workspace, register, done, saved.record)
        assert [one.overdue for one in found] == [False]
        _, new = look_at(workspace, register, {"received_at": "2025-03-01T08:15+07:00"}, None)
        assert new == ()


def test_a_row_that_is_still_being_typed_stops_no_limit(world: World) -> None:
    """A new line has no day yet; the limits of every register are looked at with such lines."""
    with world.open(COMMUNE) as workspace:
        for register in workspace.catalogue.registers:
            typed: dict[str, object] = {
                one.name: [{}] if one.kind is Kind.ROWS else "2023-05-05"
                for one in register.fields
                if one.kind in {Kind.ROWS, Kind.DATE}
            }
            problems, _ = look_at(workspace, register, typed, None)
            assert problems
