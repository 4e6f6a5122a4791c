"""Late entries across a reform (counting A06, A07): told once, whatever the unit became."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.own_unit import continue_as
from antq_desktop.services.reporting import changed_since, correct, standing_of, versions_of
from antq_desktop.services.saving import void_record
from tests.unit.domain.reform import new, old
from tests.unit.services.conftest import coop
from tests.unit.services.reform_world import (
    ALL,
    MERGED,
    MERGED_TOO,
    PROVINCE,
    RENAMED,
    SPLIT,
)
from tests.unit.services.reports import counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.domain.units import UnitKey
    from tests.unit.services.reform_world import ReformWorld

CODE = "X1.1"
MARCH, JUNE, JULY, AUGUST = (f"DL-2024-{month:02}" for month in (3, 6, 7, 8))
AFTER_JULY = datetime(2024, 8, 5, 8, 0, tzinfo=ZONE)
#: What each commune is from 01/07/2024; the one that was split goes on as its second part.
GOES_ON = {
    RENAMED: new("10001"),
    MERGED: new("10002"),
    MERGED_TOO: new("10002"),
    SPLIT: new("10006"),
}


@pytest.fixture
def world(spring: ReformWorld, tmp_path: Path) -> ReformWorld:
    """Give each test a world of its own, in which everybody has reported March."""
    world = spring.copy_to(tmp_path / "spring")
    for commune in ALL:
        assert world.send(commune, parse_period(MARCH)).good
    return world


def live(world: ReformWorld, home: str, code: str) -> tuple[int, Mapping[UnitKey, int]]:
    """Return what a window shows of a period: its figure, and by unit what is told late."""
    with world.open(home) as workspace:
        found = counted(workspace, code, CODE)
    return found.figure.value, {unit: one.value for unit, one in found.late_by_unit.items()}


def reformed(world: ReformWorld) -> None:
    """Let the reform come, and everybody go on under a new certificate."""
    world.reform(ALL)
    with world.open(SPLIT) as workspace:
        continue_as(workspace, GOES_ON[SPLIT].code)
    for commune in ALL:
        world.certify(commune)


def test_what_a_report_of_after_told_is_not_shown_again(world: ReformWorld) -> None:
    """March was reported before, a row of March comes late: June tells it, and nobody else."""
    for commune in ALL:
        world.add(commune, coop("2024-03-20"))
    reformed(world)
    everybody = {old(commune): 1 for commune in ALL}
    for commune in ALL:
        assert live(world, commune, JUNE) == (0, {old(commune): 1})
        assert world.send(commune, parse_period(JUNE)).verdict == "accepted"
        assert live(world, commune, JUNE) == (0, {old(commune): 1})
        assert live(world, commune, JULY) == (0, {})
    assert live(world, PROVINCE, JUNE) == (0, everybody)
    assert live(world, PROVINCE, JULY) == (0, {})
    # June is reported by what the unit is now; a row of June of what it was comes late.
    for commune in ALL:
        world.add(commune, coop("2024-06-20"), coop("2024-07-02"))
        assert live(world, commune, JUNE) == (0, {old(commune): 1})
        assert live(world, commune, JULY) == (1, {old(commune): 1})
    world.now = AFTER_JULY
    for commune in ALL:
        assert world.send(commune, parse_period(JULY)).verdict == "accepted"
        assert live(world, commune, AUGUST) == (0, {})
    assert live(world, PROVINCE, JUNE) == (0, everybody)
    assert live(world, PROVINCE, JULY) == (len(ALL), everybody)
    assert live(world, PROVINCE, AUGUST) == (0, {})


def test_a_workspace_that_does_not_report_any_more_has_its_late_rows_shown(
    world: ReformWorld,
) -> None:
    """Of two that were merged one reports: what the other sent late is not lost beside it."""
    world.add(MERGED_TOO, coop("2024-03-20"))
    assert world.send(MERGED_TOO).good
    reformed(world)
    assert world.send(MERGED, parse_period(JUNE)).verdict == "accepted"
    assert live(world, PROVINCE, JUNE) == (0, {old(MERGED_TOO): 1})


@pytest.mark.parametrize("commune", [RENAMED, MERGED, SPLIT])
def test_a_report_of_before_is_corrected_by_who_goes_on(world: ReformWorld, commune: str) -> None:
    reformed(world)
    march = parse_period(MARCH)
    with world.open(commune) as workspace:
        own = workspace.unit.key
        assert own == GOES_ON[commune]
        standing = standing_of(workspace, march, own)
        assert standing is not None
        assert (standing.version, standing.changed) == (1, ())
        (first, *_) = counted(workspace, MARCH, CODE).figure.records
        void_record(workspace, first.record, reason="nhập nhầm")
        assert [one.code for one in changed_since(workspace, march, own)] == [CODE]
        assert correct(workspace, march, "hồ sơ nhập nhầm").unit == own.text
        assert [len(one.differences) for one in versions_of(workspace, march, own)] == [0, 1]
        assert changed_since(workspace, march, own) == []
    assert [one.rule for one in world.send(commune, march).reasons] == ["report_corrected"]
    with world.open(PROVINCE) as workspace:
        versions = versions_of(workspace, march, old(commune))
        assert [one.report.version for one in versions] == [1, 2]
        assert changed_since(workspace, march, old(commune)) == []


def test_a_year_over_the_reform_says_what_changed_and_no_more(world: ReformWorld) -> None:
    """The part of a split unit reports the rows of the whole that were entered in its books."""
    reformed(world)
    world.now = datetime(2025, 1, 5, 8, 0, tzinfo=ZONE)
    year = parse_period("DL-2024")
    for hens, commune in enumerate(ALL, 1):
        (added,) = world.add(commune, coop("2024-07-02"))
        assert world.send(commune, year).verdict == "accepted"
        with world.open(commune) as workspace:
            assert changed_since(workspace, year, workspace.unit.key) == []
            void_record(workspace, added, reason="nhập nhầm")
            (changed,) = changed_since(workspace, year, workspace.unit.key)
            assert changed.before is not None
            assert changed.after is not None
            said = changed.before.figure.value, changed.after.figure.value
            assert said == (hens + 1, hens)
