"""What the window says about a workspace, and sample data for practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.overview import (
    before_this_unlock,
    failed_attempts,
    has_workspace,
    overview,
    user_names,
)
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.reference_data import load_units

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.paths import Paths

CATALOGUE = load_catalogue()
PASSPHRASE = "một câu đủ dài để nhớ"


def make(home: Path, *, practice: bool) -> Paths:
    units, paths = load_units(), paths_for(home)
    unit = next(iter(units.search("nguyen ly")))
    wanted = NewWorkspace(
        role="commune", unit=unit, user="an", passphrase=PASSPHRASE, practice=practice
    )
    create_workspace(paths, wanted, units, CATALOGUE, Clock())
    return paths


def test_nothing_is_there_before_the_first_start(home: Path) -> None:
    assert not has_workspace(paths_for(home))
    with pytest.raises(Refusal, match=r"store\.missing"):
        user_names(paths_for(home))


def test_a_new_workspace_has_saved_nothing_and_nobody_was_here_before(home: Path) -> None:
    paths = make(home, practice=True)
    assert has_workspace(paths)
    with open_workspace(paths, None, PASSPHRASE, CATALOGUE, Clock()) as workspace:
        seen, before = overview(workspace), before_this_unlock(workspace)
    assert (dict(seen.counts), seen.saved, seen.backup) == ({}, None, None)
    assert (before.unlocked, before.failed) == (None, 0)


def test_failed_attempts_are_counted_up_to_the_next_unlock_and_told_after_it(home: Path) -> None:
    paths = make(home, practice=True)
    with open_workspace(paths, None, PASSPHRASE, CATALOGUE, Clock()):
        pass
    for _ in range(2):
        with pytest.raises(Refusal), open_workspace(paths, "an", "sai", CATALOGUE, Clock()):
            pass
    assert len(failed_attempts(paths)) == 2
    with open_workspace(paths, None, PASSPHRASE, CATALOGUE, Clock()) as workspace:
        before = before_this_unlock(workspace)
    assert before.failed == 2
    assert before.unlocked is not None
    assert before.unlocked.name == "an"
    assert failed_attempts(paths) == ()


def test_sample_data_fills_every_register_that_has_some(home: Path) -> None:
    told: list[tuple[int, int]] = []
    with open_workspace(
        make(home, practice=True), None, PASSPHRASE, CATALOGUE, Clock()
    ) as workspace:
        count = fill_with_sample(workspace, lambda done, total: told.append((done, total)))
        seen = overview(workspace)
    assert sum(one.records for one in seen.counts.values()) == count
    assert seen.counts["movement_models"].drafts == 1
    assert seen.saved is not None
    assert seen.saved.name == "an"
    assert told[0] == (0, count)
    assert told[-1] == (count, count)


def test_a_real_workspace_takes_no_sample_data(home: Path) -> None:
    with (
        open_workspace(
            make(home, practice=False), None, PASSPHRASE, CATALOGUE, Clock()
        ) as workspace,
        pytest.raises(Refusal, match=r"workspace\.practice_only"),
    ):
        fill_with_sample(workspace, lambda _done, _total: None)
