"""The policy "rest": bad rows are refused one by one, and come again until they are in."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import choose_policy, is_published, policy_of, publish
from antq_desktop.services.status import bundle_status, next_step, sent_bundles
from antq_desktop.services.submitting import due
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.exchange import answer, change, exchange, hear, rules, sign, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def lenient(world: World) -> World:
    """Return the world with an office that refuses row by row."""
    with world.open(OFFICE) as workspace:
        choose_policy(workspace, "rest")
    return world


AHEAD = "created_ahead"
"""The remark on every bundle of such a PC."""


@contextmanager
def ahead(world: World) -> Iterator[None]:
    """Work on a PC whose clock is ahead: for the office its days are not yet."""
    world.later(days=30)
    yield
    world.later(days=-30)


def spoil(world: World, *days: str) -> list[str]:
    """Save records of days that are not yet."""
    with ahead(world):
        return world.add(COMMUNE, *(coop(day) for day in days))


def signed_ahead(world: World, *periods: str) -> Path:
    """Sign on the PC whose clock is ahead."""
    with ahead(world):
        return sign(world, *periods)


def test_the_office_chooses_and_tells(world: World) -> None:
    with world.open(OFFICE) as workspace:
        assert policy_of(workspace).import_policy == "whole"
        choose_policy(workspace, "rest")
        assert policy_of(workspace).import_policy == "rest"
        assert not is_published(workspace)
        signed = publish(workspace)
        body = signed.manifest.directory
        assert body is not None
        assert body.policy.import_policy == "rest"
        # Nobody has heard of it while it lies in the outbox.
        assert not is_published(workspace)
        deliver(workspace, signed.row, world.folder)
        assert is_published(workspace)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"office_only"):
        choose_policy(workspace, "rest")


def test_bad_rows_stay_out_and_the_others_count(lenient: World) -> None:
    lenient.add(COMMUNE, coop(hens=1), coop(hens=2))
    spoil(lenient, "2024-02-01", "2024-02-02")
    path = signed_ahead(lenient, "DL-2023")
    (verdict,) = take(lenient, path)
    assert (verdict.verdict, verdict.content[0]) == ("remarks", "verdicts.rest")
    assert verdict.counts == {"new": 2, "changed": 0, "same": 0, "refused": 2}
    assert rules(verdict.reasons) == {"row_rule.rules.not_future", AHEAD}
    with lenient.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 2
    lenient.later(days=40)  # the receipt is signed after the bundle
    hear(lenient, answer(lenient))
    with lenient.open(COMMUNE) as workspace:
        (sent,) = sent_bundles(workspace)
        assert (sent.state, sent.left_out) == ("remarks", True)
        (line,) = bundle_status(workspace, None)
        assert next_step(workspace, line.state, left_out=line.left_out) == "states.commune_rest"
        going = due(workspace)
        assert (going.base is not None, going.counts["hen_coops"].new) == (True, 2)
        assert len(going.again) == 2
    # By now their day has come: they are sent again as they are, and that is all.
    assert exchange(lenient).counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    with lenient.open(COMMUNE) as workspace:
        assert due(workspace).counts == {}


def test_a_correction_comes_with_what_it_follows(lenient: World) -> None:
    lenient.add(COMMUNE, coop(hens=1))
    (bad,) = spoil(lenient, "2024-02-01")
    with ahead(lenient):
        change(lenient, bad, hens=4)
    (verdict,) = take(lenient, signed_ahead(lenient))
    assert verdict.counts == {"new": 1, "changed": 0, "same": 0, "refused": 2}
    with ahead(lenient):
        lenient.add(COMMUNE, coop(hens=2))
        change(lenient, bad, built_on="2024-01-02")
    receipt = answer(lenient)
    with ahead(lenient):
        hear(lenient, receipt)
    (verdict,) = take(lenient, signed_ahead(lenient))
    receipt = answer(lenient)
    with ahead(lenient):
        hear(lenient, receipt)
    assert (verdict.verdict, rules(verdict.reasons)) == ("remarks", {AHEAD})
    # The two that broke a rule are history of a record that is sound now.
    assert verdict.counts == {"new": 2, "changed": 2, "same": 0, "refused": 0}
    with lenient.open(OFFICE) as workspace:
        line = workspace.store.queries.line(bad)
        assert line is not None
        assert line.number == 3
    with lenient.open(COMMUNE) as workspace:
        assert due(workspace).counts == {}


def test_a_record_is_taken_up_to_its_last_sound_revision(lenient: World) -> None:
    (record,) = lenient.add(COMMUNE, coop(hens=1))
    with ahead(lenient):
        change(lenient, record, built_on="2024-02-01")
    path = signed_ahead(lenient)
    (verdict,) = take(lenient, path)
    assert verdict.counts == {"new": 1, "changed": 0, "same": 0, "refused": 1}
    assert take(lenient, path)[0].verdict == "same"


def test_a_bundle_of_which_nothing_can_be_taken_is_refused(lenient: World) -> None:
    spoil(lenient, "2024-02-01")
    (verdict,) = take(lenient, signed_ahead(lenient))
    assert (verdict.verdict, verdict.content[0]) == ("refused", "verdicts.rows_refused")
    hear(lenient, answer(lenient))
    with lenient.open(COMMUNE) as workspace:
        assert due(workspace).base is None


def test_a_mended_record_does_not_refuse_the_whole(world: World) -> None:
    (bad,) = spoil(world, "2024-02-01")
    with ahead(world):
        change(world, bad, built_on="2024-01-02")
        world.add(COMMUNE, coop())
    (verdict,) = take(world, signed_ahead(world))
    assert (verdict.verdict, rules(verdict.reasons)) == ("remarks", {AHEAD})
