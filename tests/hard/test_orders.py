"""Any order and repetition of bundles of three communes: one workspace, or what lacks is named."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.undoing import undo_import, why_not
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, coop
from tests.unit.services.exchange import answer, back_up, change, hear, restore, sign, take

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

THIRD = "13291"
Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle: its file, its digest, the one it builds on, and the revisions it holds."""

    path: Path
    digest: str
    base: str | None
    keys: frozenset[Key]


@dataclass
class Maker:
    """Makes the bundles of communes, and answers them at an office that is put back afterwards."""

    world: World
    made: list[Made] = field(default_factory=list)

    def sign(self, code: str, *periods: str) -> Path:
        """Sign what is due, and keep what it holds."""
        path = sign(self.world, *periods, code=code)
        with self.world.open(code) as workspace:
            row = workspace.store.exchanged.outgoing("submission")[-1]
            after = 0
            for older in workspace.store.exchanged.outgoing("submission"):
                if older.digest == row.base:
                    after = older.seq_to or 0
            keys = workspace.store.database.execute(
                "SELECT record, number, digest FROM revisions WHERE seq > ?", [after]
            ).fetchall()
        found = frozenset((str(record), int(number), str(one)) for record, number, one in keys)
        self.made.append(Made(path, row.digest, row.base, found))
        return path

    def answered(self, code: str, *periods: str) -> None:
        """Sign, carry up, and carry the receipt down."""
        take(self.world, self.sign(code, *periods))
        hear(self.world, answer(self.world, code), code)


def bundles(world: World) -> list[Made]:
    """Make the bundles: built on nothing, on each other, after a restore, after a disk put back."""
    maker = Maker(world)
    (record,) = world.add(COMMUNE, coop(hens=1))
    maker.answered(COMMUNE, "DL-2023")
    change(world, record, hens=2)
    maker.answered(COMMUNE)
    world.add(COMMUNE, coop(hens=3))
    maker.sign(COMMUNE)
    (other,) = world.add(SECOND, coop(hens=4))
    maker.sign(SECOND)
    change(world, other, SECOND, hens=5)
    maker.answered(SECOND)
    backup = back_up(world, SECOND)
    world.add(SECOND, coop(hens=6))
    maker.sign(SECOND)
    world.later(hours=1)
    restore(world, backup, SECOND)
    world.add(SECOND, coop(hens=7))
    maker.sign(SECOND)
    world.add(THIRD, coop(hens=8))
    maker.answered(THIRD)
    world.later(hours=1)
    with world.open(THIRD) as workspace:
        restore_backup(workspace, as_fork=True)
    world.add(THIRD, coop(hens=9))
    maker.sign(THIRD)
    return maker.made


def plans(count: int) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Return acts: bundles brought, some of them again, and imports taken back."""
    acts = st.tuples(st.sampled_from(["bring", "bring", "undo"]), st.integers(0, count - 1))
    every = st.permutations([("bring", place) for place in range(count)])
    some = st.lists(acts, min_size=1, max_size=count)
    return st.one_of(some, every, st.tuples(some, every).map(lambda both: [*both[0], *both[1]]))


def perform(workspace: Workspace, made: list[Made], plan: list[tuple[str, int]]) -> None:
    """Do what the plan says; what cannot be taken back stays."""
    for act, place in plan:
        one = made[place]
        if act == "bring":
            assert import_bundle(workspace, one.path).verdict in {
                *("accepted", "remarks", "same", "held_gap"),
            }
        else:
            row = workspace.store.exchanged.counted(one.digest)
            if row is not None and why_not(workspace, row) is None:
                undo_import(workspace, one.digest)


def test_any_order_gives_one_workspace(world: World, torture: Torture) -> None:
    world.create(THIRD)
    world.enrol(OFFICE, THIRD)
    empty = world.folder / "office-empty"
    shutil.copytree(world.home(OFFICE), empty)
    made = bundles(world)
    digests: dict[frozenset[str], str] = {}

    def judge(plan: list[tuple[str, int]]) -> None:
        shutil.rmtree(world.home(OFFICE))
        shutil.copytree(empty, world.home(OFFICE))
        with world.open(OFFICE) as workspace:
            perform(workspace, made, plan)
            standing = {one.digest: one.verdict for one in workspace.store.exchanged.standing()}
            counted = {one.digest for one in made if workspace.store.exchanged.counted(one.digest)}
            for one in made:
                # What is held names a base that is not in; what is in has its own.
                if standing.get(one.digest) == "held_gap":
                    assert one.base not in counted
                elif one.digest in counted:
                    assert one.base is None or one.base in counted
            expected = sorted({key for one in made if one.digest in counted for key in one.keys})
            assert list(workspace.store.revisions.keys_in_order()) == expected
            assert workspace.store.projections.are_current()
            found = workspace.store.digest()
            assert digests.setdefault(frozenset(counted), found) == found

    tries = torture.kills // 10
    with_plans = given(plans(len(made)))(judge)
    settings(
        max_examples=tries,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )(with_plans)()
    whole = [("bring", place) for place in range(len(made))]
    judge(whole)
    judge(whole[::-1] * 2)
    assert len({*digests}) > 1
