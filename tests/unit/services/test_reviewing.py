"""What who signs second reads of books that were taken over: new once, and then no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reviewing import changed_records, review
from antq_desktop.services.saving import change_record
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, coop
from tests.unit.services.transferring import SECOND_PC, give, second_pc

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from tests.unit.services.conftest import World


def take_over(world: World, *hens: int) -> list[str]:
    """Enter records at the second PC, hand them over, and take them in; return their ids."""
    records = world.add(SECOND_PC, *(coop(hens=count) for count in hens))
    path = give(world)
    with world.open(COMMUNE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
    return records


def told(workspace: Workspace, row: Outgoing) -> tuple[int, int, int, int, int]:
    """Return new, changed, voided, gone before and going again, and entered since."""
    found = review(workspace, row)
    (one,) = (each for each in found.registers if each.register.name == "hen_coops")
    return one.new, one.changed, one.voided, one.again, found.since


def what(workspace: Workspace, row: Outgoing) -> dict[str, tuple[str, object]]:
    """Return what became of each record, and its hens now."""
    register = workspace.catalogue.by_name["hen_coops"]
    found = changed_records(workspace, row, register)
    return {one.line.record: (one.what, one.after.get("hens")) for one in found}


def test_books_that_were_taken_over_are_new_in_the_first_bundle_after(world: World) -> None:
    second_pc(world)
    (own,) = world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        first = submit(workspace, [], [])
        assert told(workspace, first) == (1, 0, 0, 0, 0)
        assert what(workspace, first) == {own: ("new", 1)}
    here, there = take_over(world, 2, 3)
    with world.open(COMMUNE) as workspace:
        assert told(workspace, first) == (1, 0, 0, 0, 2)  # they came after it
        second = submit(workspace, [], [])
        assert told(workspace, second) == (2, 0, 0, 1, 0)
        assert what(workspace, second) == {here: ("new", 2), there: ("new", 3)}
    (more,) = take_over(world, 4)
    with world.open(COMMUNE) as workspace:
        change_record(workspace, here, coop(hens=9), reason="Đếm lại")
        third = submit(workspace, [], [])
        assert told(workspace, third) == (1, 1, 0, 2, 0)
        assert what(workspace, third) == {here: ("changed", 9), more: ("new", 4)}
