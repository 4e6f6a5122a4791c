"""Two posts into the successor of their communes: books, files, what is sealed, what is counted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.periods import parse_period
from antq_desktop.paths import paths_for
from antq_desktop.services.attaching import attach
from antq_desktop.services.attachments import attachments_of, read_attachment
from antq_desktop.services.confirming import write_confirmations
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import deliver
from antq_desktop.services.handing_books_over import hand_over, receivers
from antq_desktop.services.looking import reveal
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import change_record
from tests.unit.domain.reform import new, old, reformed
from tests.unit.services.attachments import scan
from tests.unit.services.conftest import PASSPHRASE, coop
from tests.unit.services.reform_world import MERGED, MERGED_TOO, PROVINCE, ReformWorld
from tests.unit.services.transferring import tell

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace

YEAR, FIRST_HALF, LAST_HALF = map(parse_period, ("DL-2024", "DL-2024-H1", "DL-2024-H2"))

JOINT = "joint"
"""The home of the new PC of the merged commune."""


@pytest.fixture
def world(spring: ReformWorld, tmp_path: Path) -> ReformWorld:
    """Give a world after the reform, with a new workspace of the merged commune."""
    return spring.copy_to(tmp_path / "spring")


def begin(world: ReformWorld) -> None:
    """Make the new workspace of the merged commune, and tell all of it."""
    units = reformed()
    wanted = NewWorkspace(
        role="commune",
        unit=units.get(new("10002")),
        user="Vừ Thị Mẫu",
        passphrase=PASSPHRASE,
        practice=True,
    )
    create_workspace(paths_for(world.home(JOINT)), wanted, units, world.catalogue, world.clock())
    world.enrol(PROVINCE, JOINT)
    tell(world, MERGED, MERGED_TOO, office=PROVINCE)


def give(world: ReformWorld, home: str) -> Path:
    """Close the books of a workspace and hand them over to the new one."""
    world.later(seconds=1)
    with world.open(home) as workspace:
        (to,) = [one for one in receivers(workspace) if one.workspace == joint(world)]
        row = hand_over(workspace, to, close=True)
        return deliver(workspace, row, world.folder / f"{row.digest[:8]}.antq")


def joint(world: ReformWorld) -> str:
    with world.open(JOINT) as workspace:
        return workspace.place.id


def counted(world: ReformWorld, home: str, period: Period) -> tuple[int, int]:
    """Return the coops of the merged commune in a period, and those told late."""
    with world.open(home) as workspace:
        units = frozenset({new("10002"), old(MERGED), old(MERGED_TOO)})
        (one,) = [
            each for each in count(workspace, period, units=units) if each.indicator.code == "X1.1"
        ]
        return one.figure.value, one.late.value if one.late is not None else 0


def test_two_posts_go_into_the_successor_and_each_record_counts_once(
    world: ReformWorld, tmp_path: Path
) -> None:
    world.reform((MERGED, MERGED_TOO))
    (secret,) = world.add(
        MERGED,
        coop("2024-05-05", keeper={"full_name": "Người Mẫu"}, story="Chuyện riêng"),
    )
    with world.open(MERGED) as workspace:
        attach(workspace, secret, [scan(tmp_path)], Travel.SHARED, reason="Thêm")
        attach(workspace, secret, [scan(tmp_path, seed=2)], Travel.PRIVATE, reason="Thêm")
        attach(workspace, secret, [scan(tmp_path, seed=3)], Travel.CONFIDENTIAL, reason="Thêm")
    begin(world)
    world.certify(MERGED_TOO)
    assert world.send(MERGED_TOO, FIRST_HALF).verdict == "accepted"
    before = counted(world, PROVINCE, YEAR)
    (asked,) = world.add(MERGED_TOO, coop("2024-06-30"))  # after the report of the half-year
    first, second = give(world, MERGED), give(world, MERGED_TOO)
    with world.open(JOINT) as workspace:
        for path in (first, second):
            verdict = import_bundle(workspace, path)
            assert verdict.verdict == "accepted", verdict
        told = write_confirmations(workspace)
        assert sorted(one.recipient for one in told) == ["10002", "10002"]
        travels = [one.travel for one in _files(workspace, secret)]
        assert travels == [Travel.SHARED, Travel.PRIVATE, Travel.CONFIDENTIAL]
        assert reveal(workspace, secret, reason="Xem")["keeper"]
        for one in _files(workspace, secret):
            name, content = read_attachment(workspace, secret, one.id, reason="Xem")
            assert name.endswith(".pdf")
            assert content.startswith(b"%PDF")
        change_record(workspace, asked, {"hens": 7}, reason="Sửa")
    assert counted(world, JOINT, YEAR) == (before[0] + 2, 0)
    world.now = datetime(2025, 1, 20, 8, 0, tzinfo=ZONE)
    verdict = world.send(JOINT, LAST_HALF)
    assert (verdict.verdict, verdict.reasons) == ("accepted", ())
    # What was entered before the report of the first half stays there, what came after is late.
    assert counted(world, PROVINCE, FIRST_HALF) == counted(world, JOINT, FIRST_HALF)
    assert counted(world, PROVINCE, LAST_HALF) == counted(world, JOINT, LAST_HALF)
    first_half, last_half = (counted(world, PROVINCE, one) for one in (FIRST_HALF, LAST_HALF))
    assert first_half[0] + last_half[1] == before[0] + 2
    assert counted(world, PROVINCE, YEAR) == (before[0] + 2, 0)


def _files(workspace: Workspace, record: str) -> list[Attached]:
    return [one.attached for one in attachments_of(workspace, record)]
