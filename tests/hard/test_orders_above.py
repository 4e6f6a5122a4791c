"""Three communes, two levels: any order of what two offices pass on, undone and restored too."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from antq_desktop.paths import paths_for
from antq_desktop.services.backing_up import order_backup, unpack_backup
from antq_desktop.services.deciding import bundle_named
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.undoing import undo_import, undoable, why_not
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, SECOND, coop
from tests.unit.services.exchange import answer, back_up, change, restore
from tests.unit.services.levels import (
    PROVINCE,
    consolidated,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

__all__ = ["levels", "made_levels"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

Key = tuple[str, int, str]
Plan = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Made:
    """A consolidated bundle: its file, its digest, the one it builds on, what it holds."""

    path: Path
    digest: str
    base: str | None
    keys: frozenset[Key]


@dataclass
class Maker:
    """Lets communes and offices send, and keeps what the offices have passed on."""

    world: World
    made: list[Made] = field(default_factory=list)

    def up(
        self, office: str, *communes: str, heard: bool = True, verdict: str = "accepted"
    ) -> None:
        """Bring what communes have to their office, and from there a file for the province.

        ``heard`` says whether the office learns that the province has it, ``verdict`` is what the
        office says to its communes.
        """
        self.world.later(minutes=1)
        for code in communes:
            taken(self.world, office, submitted(self.world, code), verdict=verdict)
        path = consolidated(self.world, office)
        taken(self.world, PROVINCE, path)
        if heard:
            receipt = answer(self.world, office, PROVINCE)
            with self.world.open(office) as workspace:
                assert import_bundle(workspace, receipt).verdict == "accepted"
        with self.world.open(office) as workspace:
            row = workspace.store.exchanged.outgoing("consolidated")[-1]
        self.made.append(Made(path, row.digest, row.base, self.keys_of(path)))

    def keys_of(self, path: Path) -> frozenset[Key]:
        """Return the revisions that a bundle holds on all levels."""
        found: set[Key] = set()
        with self.world.open(PROVINCE) as workspace:
            row = bundle_named(workspace, str(path))
            before = workspace.store.database.execute(
                "SELECT record, number, digest FROM revisions WHERE import = ?", [row.imported]
            )
            found.update((str(record), int(n), str(one)) for record, n, one in before.fetchall())
        return frozenset(found)


def bundles(world: World) -> list[Made]:
    """Make what two offices pass on: heard and unheard, changed below, with rows of their own.

    One commune is restored from a backup and has lost a record that its office has.
    """
    maker = Maker(world)
    (record,) = world.add(COMMUNE, coop(hens=1))
    maker.up(OFFICE, COMMUNE)
    change(world, record, hens=2)
    world.add(SECOND, coop(hens=3))
    maker.up(OFFICE, COMMUNE, SECOND)
    world.add(OFFICE, coop(hens=4))
    maker.up(OFFICE, heard=False)
    backup = back_up(world, SECOND)
    world.add(SECOND, coop(hens=7))
    maker.up(OFFICE, SECOND, heard=False)
    restore(world, backup, SECOND)
    with world.open(SECOND) as workspace:
        assert workspace.document("chain")["continues"]
    world.add(SECOND, coop(hens=8))
    maker.up(OFFICE, SECOND, heard=False, verdict="remarks")
    world.add(FOREIGN, coop(hens=5))
    maker.up(OTHER_OFFICE, FOREIGN)
    world.add(FOREIGN, coop(hens=6))
    maker.up(OTHER_OFFICE, FOREIGN, heard=False)
    return maker.made


def plans(count: int) -> st.SearchStrategy[Plan]:
    """Return acts: bundles brought, imports taken back, the province restored from a backup."""
    acts = ["bring", "bring", "bring", "undo", "restore"]
    some = st.lists(
        st.tuples(st.sampled_from(acts), st.integers(0, count - 1)), min_size=1, max_size=2 * count
    )
    every = st.permutations([("bring", place) for place in range(count)])
    return st.one_of(every, st.tuples(some, every).map(lambda both: [*both[0], *both[1]]), some)


def perform(world: World, made: list[Made], plan: Plan) -> None:
    """Do what the plan says; what cannot be taken back stays, a restore loses nothing."""
    for restored, acts in groupby(plan, key=lambda act: act[0] == "restore"):
        if restored:
            restore_province(world)
            continue
        with world.open(PROVINCE) as workspace:
            for act, place in acts:
                one = made[place]
                if act == "bring":
                    verdict = import_bundle(workspace, one.path).verdict
                    assert verdict in {"accepted", "remarks", "same", "held_gap"}
                    continue
                row = workspace.store.exchanged.counted(one.digest)
                if row is not None and why_not(workspace, row) is None:
                    assert one.digest in undoable(workspace)
                    undo_import(workspace, one.digest)


def restore_province(world: World) -> None:
    """Put a backup of the province in its place: everything that counted counts."""
    stick = world.folder / "stick"
    with world.open(PROVINCE) as workspace:
        before = workspace.store.digest()
        backup = order_backup(workspace, stick).path
    shutil.rmtree(world.home(PROVINCE))
    assert unpack_backup(backup, paths_for(world.home(PROVINCE))) == ()
    shutil.rmtree(stick)
    with world.open(PROVINCE) as workspace:
        restore_backup(workspace, as_fork=False)
        assert workspace.store.digest() == before


def test_any_order_of_two_levels_gives_one_province(levels: World, torture: Torture) -> None:
    empty = levels.folder / "province-empty"
    shutil.copytree(levels.home(PROVINCE), empty)
    made = bundles(levels)
    digests: dict[frozenset[str], str] = {}

    def judge(plan: Plan) -> None:
        shutil.rmtree(levels.home(PROVINCE))
        shutil.copytree(empty, levels.home(PROVINCE))
        perform(levels, made, plan)
        with levels.open(PROVINCE) as workspace:
            standing = {one.digest: one.verdict for one in workspace.store.exchanged.standing()}
            counted = {one.digest for one in made if workspace.store.exchanged.counted(one.digest)}
            for one in made:
                # What is held names a base that is not in; what is in has its own.
                if standing.get(one.digest) == "held_gap":
                    assert one.base not in counted
                elif one.digest in counted:
                    assert one.base is None or one.base in counted
            # Whatever a bundle brought first when all came in their order is in with it.
            expected = sorted({key for one in made if one.digest in counted for key in one.keys})
            assert list(workspace.store.revisions.keys_in_order()) == expected
            assert workspace.store.projections.are_current()
            assert not [one for one in workspace.store.passed_on.inside() if one.via not in counted]
            found = workspace.store.digest()
            assert digests.setdefault(frozenset(counted), found) == found

    with_plans = seed(torture.seed)(given(plans(len(made)))(judge))
    settings(
        max_examples=torture.changes // 120,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )(with_plans)()
    whole: Plan = [("bring", place) for place in range(len(made))]
    last = len(made) - 1
    judge([*whole[::-1], ("undo", last), ("restore", 0), *whole])
    judge([*whole[1:], ("bring", 0), ("undo", last)])
    assert len(digests) > 1
