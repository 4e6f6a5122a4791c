"""An office with more from below than fits into one bundle: it sends what fits, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.room import Weight
from antq_desktop.errors import Refusal
from antq_desktop.services import budgeting
from antq_desktop.services.arriving import opened
from antq_desktop.services.attachment_files import MOST_BYTES
from antq_desktop.services.budgeting import weight_of
from antq_desktop.services.consolidating import consolidate, due_above, signed_above
from antq_desktop.services.keeping import inbox_file, outcome_of
from antq_desktop.services.previewing import preview
from antq_desktop.services.receiving import import_bundle
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.levels import (
    PERIOD,
    PROVINCE,
    answered,
    consolidated,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["levels", "made_levels"]


def heard(world: World) -> None:
    """Let the office learn what the province has."""
    (receipt,) = answered(world, PROVINCE)
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, receipt).verdict == "accepted"


def inside(world: World, path: Path) -> list[str]:
    """Return the senders of the bundles in a consolidated one."""
    with world.open(PROVINCE) as workspace, opened(workspace, path) as bundle:
        body = bundle.manifest.passed_on
        assert body is not None
        return [one.sender.code for one in body.bundles]


def test_what_does_not_fit_goes_with_the_next_bundle(
    levels: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels.add(COMMUNE, coop(hens=1))
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    levels.add(SECOND, coop(hens=2))
    taken(levels, OFFICE, submitted(levels, SECOND))
    levels.add(COMMUNE, coop(hens=3))
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    with levels.open(OFFICE) as workspace:
        first, second, _ = weights = [
            weight_of(workspace, one) for one in workspace.store.exchanged.taken()
        ]
        assert all(one.files == weights[0].files for one in weights)
        answer = budgeting.ANSWER
        two = first + answer + second + answer
        # One byte less than two need: what comes third waits as well, it would overtake the second.
        monkeypatch.setattr(budgeting, "MOST", Weight(two.unpacked - 1, two.files))
        found = due_above(workspace)
        assert [one.unit for one in found.bundles] == [COMMUNE]
        assert [one.unit for one in found.later] == [SECOND, COMMUNE]
        seen = preview(workspace, [])
        assert (seen.bundles, seen.bundles_later, seen.stuck) == (1, 2, ())
        monkeypatch.setattr(budgeting, "MOST", Weight(two.unpacked, two.files - 1))
        assert len(due_above(workspace).bundles) == 1
        monkeypatch.setattr(budgeting, "MOST", two)
        assert len(due_above(workspace).bundles) == 2
    path = consolidated(levels, OFFICE, PERIOD)
    assert inside(levels, path) == [COMMUNE, SECOND]
    with levels.open(OFFICE) as workspace:
        # Until it is confirmed it is the same once more: the rest builds on it.
        before = signed_above(workspace, due_above(workspace), [PERIOD.code])
        assert before is not None
        assert before.file == path.name
    verdict = taken(levels, PROVINCE, path, verdict="remarks")
    assert {one.rule for one in verdict.reasons} == {"report_differs"}
    heard(levels)
    path = consolidated(levels, OFFICE)
    assert inside(levels, path) == [COMMUNE]
    taken(levels, PROVINCE, path)
    heard(levels)
    with levels.open(OFFICE) as workspace:
        assert not due_above(workspace).bundles
        with pytest.raises(Refusal, match=r"submission\.nothing"):
            consolidate(workspace, [], [])
        below = set(workspace.store.revisions.keys_in_order())
    with levels.open(PROVINCE) as workspace:
        assert set(workspace.store.revisions.keys_in_order()) == below


def test_what_is_expected_is_what_the_reader_counts(levels: World) -> None:
    for code, hens in ((COMMUNE, 1), (SECOND, 2)):
        levels.add(code, coop(hens=hens))
        taken(levels, OFFICE, submitted(levels, code))
    path = consolidated(levels, OFFICE)
    with levels.open(OFFICE) as workspace:
        expected = sum(
            (weight_of(workspace, one) + budgeting.ANSWER for one in due_above(workspace).bundles),
            budgeting.OWN,
        )
    taken(levels, PROVINCE, path)
    with levels.open(PROVINCE) as workspace:
        (row,) = workspace.store.exchanged.taken()
        counted = weight_of(workspace, row)
        assert counted.fits(expected)
        # Two containers of five files and more, two receipts, what is around them, itself.
        assert counted.files > 4 * 5 + 4 + 5
        assert counted.unpacked < inbox_file(workspace, row).stat().st_size
        # One that came with an older program is as large as its file.
        outcome = outcome_of(row)
        assert outcome.weight == counted
        workspace.store.database.execute(
            "UPDATE incoming SET outcome = json_remove(outcome, '$.weight')"
        )
        (row,) = workspace.store.exchanged.taken()
        assert weight_of(workspace, row).unpacked == inbox_file(workspace, row).stat().st_size
        inbox_file(workspace, row).unlink()
        assert weight_of(workspace, row).unpacked == 0


def test_a_large_bundle_goes_alone_and_one_that_nobody_could_read_is_named(
    levels: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels.add(COMMUNE, coop(hens=1), coop(hens=2), coop(hens=3))
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    levels.add(SECOND, coop(hens=4))
    taken(levels, OFFICE, submitted(levels, SECOND))
    with levels.open(OFFICE) as workspace:
        large, small = (
            weight_of(workspace, one) + budgeting.ANSWER
            for one in workspace.store.exchanged.taken()
        )
        assert small.unpacked < large.unpacked
        monkeypatch.setattr(budgeting, "MOST", Weight(0, 0))
        found = due_above(workspace)
        assert [one.unit for one in found.bundles] == [COMMUNE]
        assert [one.unit for one in found.later] == [SECOND]
        assert found.own.luggage.go == ()
        monkeypatch.setattr(budgeting, "MOST_ALONE", small)
        found = due_above(workspace)
        assert [one.unit for one in found.stuck] == [COMMUNE]
        assert [one.unit for one in found.bundles] == [SECOND]
        assert [one.unit for one in preview(workspace, []).stuck] == [COMMUNE]
    assert inside(levels, consolidated(levels, OFFICE)) == [SECOND]


def test_what_an_office_fills_the_one_above_can_pass_on() -> None:
    """From a commune's attachments to the outermost bundle each level leaves room for the next."""
    answer = budgeting.ANSWER
    submission = Weight(MOST_BYTES + 256 * 2**20, DEFAULT_LIMITS.files // 2 + 100) + answer
    assert submission.fits(budgeting.MOST)
    # An office's bundle filled to the brim, with a quarter of a GiB of its own.
    below = budgeting.MOST + Weight(256 * 2**20, 100) + answer
    assert below.fits(budgeting.MOST_ALONE)
    assert budgeting.MOST_ALONE.fits(Weight(DEFAULT_LIMITS.unpacked, DEFAULT_LIMITS.files))
