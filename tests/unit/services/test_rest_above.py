"""Rows that the office above refuses one by one: they come again through the office between."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from antq_desktop.services import judging
from antq_desktop.services.consolidating import due_above
from antq_desktop.services.dating import clock_is_right
from antq_desktop.services.directory import choose_policy
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import change_record
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.exchange import digest, rules
from tests.unit.services.levels import (
    PROVINCE,
    answered,
    consolidated,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.services.verdicts import Verdict

__all__ = ["levels", "made_levels"]

BAD = {"built_on": "2024-02-01", "moves": [{"state": "built", "on": "2024-02-01"}]}


@contextmanager
def older_program() -> Iterator[None]:
    """Judge as a program that does not know the rule yet: for it the record is sound."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "check", lambda *_, **__: [])
        yield


def bad_record(world: World) -> str:
    """Let a commune whose clock is ahead save a record of a day to come, and the district take it.

    The district's program does not see that it is wrong.
    """
    world.later(days=30)
    (record,) = world.add(COMMUNE, BAD | {"hens": 1})
    world.add(COMMUNE, coop(hens=2))
    path = submitted(world, COMMUNE)
    world.later(days=-30)
    through(world, path)
    return record


def through(world: World, *paths: Path) -> None:
    """Let the district take bundles of the commune, and the commune hear of it."""
    with older_program():
        taken(world, OFFICE, *paths, verdict="remarks")  # created_ahead
    world.later(days=60)
    (receipt,) = answered(world, OFFICE)
    heard(world, COMMUNE, receipt)
    world.later(days=-60)
    for code in (COMMUNE, OFFICE):
        right(world, code)


def right(world: World, code: str) -> None:
    """Let the head say that the clock is right again."""
    with world.open(code) as workspace:
        clock_is_right(workspace)


def heard(world: World, code: str, receipt: Path) -> None:
    with world.open(code) as workspace:
        assert import_bundle(workspace, receipt).verdict == "accepted"


def up(world: World) -> Verdict:
    """Carry what the district has to the province, and the answer back."""
    world.later(minutes=1)
    above = consolidated(world, OFFICE)
    with world.open(PROVINCE) as workspace:
        verdict = import_bundle(workspace, above)
    world.later(minutes=1)
    (receipt,) = answered(world, PROVINCE)
    heard(world, OFFICE, receipt)
    return verdict


def waiting(world: World) -> tuple[int, int]:
    """Return how many bundles the district would pass on now, and how many rows go again."""
    with world.open(OFFICE) as workspace:
        found = due_above(workspace)
        return len(found.bundles), len(found.own.again)


def corrected(world: World, record: str) -> None:
    """Correct the record at the commune, and bring it to the district."""
    with world.open(COMMUNE) as workspace:
        change_record(workspace, record, {"built_on": "2024-01-02"}, reason="Ghi nhầm ngày")
    taken(world, OFFICE, submitted(world, COMMUNE))


@pytest.mark.parametrize("first", [True, False])
def test_a_correction_heals_the_path_to_the_province(levels: World, *, first: bool) -> None:
    """Whether the province refused the row before the correction came, or sees both at once."""
    if first:
        with levels.open(PROVINCE) as workspace:
            choose_policy(workspace, "rest")
    record = bad_record(levels)
    if first:
        verdict = up(levels)
        assert verdict.verdict == "remarks"
        assert "row_rule.rules.not_future" in rules(verdict.reasons)
        assert verdict.counts == {"new": 1, "changed": 0, "same": 0, "refused": 1}
        # The bundle with the row goes again until the row is in.
        assert waiting(levels) == (1, 1)
        assert up(levels).counts == {"new": 0, "changed": 0, "same": 1, "refused": 1}
    corrected(levels, record)
    assert waiting(levels) == (2, 1 if first else 0)
    verdict = up(levels)
    assert verdict.verdict in {"accepted", "remarks"}
    assert "row_rule.rules.not_future" not in rules(verdict.reasons)
    assert verdict.counts == {
        "new": 1 if first else 2,
        "changed": 1,
        "same": 1 if first else 0,
        "refused": 0,
    }
    assert waiting(levels) == (0, 0)
    with levels.open(PROVINCE) as workspace:
        line = workspace.store.queries.line(record)
        assert line is not None
        assert line.number == 2
        inside = [one.digest for one in workspace.store.passed_on.inside()]
        assert len(set(inside)) == 2
    assert digest(levels, PROVINCE) == digest(levels, OFFICE)
