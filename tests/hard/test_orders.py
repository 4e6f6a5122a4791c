"""Any order and repetition of bundles of three communes: one workspace, or what lacks is named.

Imports are taken back in between, and the office is restored from backups of before.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antq_desktop.domain.fields import Travel
from antq_desktop.services.arriving import identities
from antq_desktop.services.attaching import attach
from antq_desktop.services.attachment_files import attachments_folder, unsealed
from antq_desktop.services.backing_up import order_backup
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.undoing import undo_import, why_not
from tests.unit.services.attachments import scan
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
Plan = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle: its file, its digest, the one it builds on, the revisions and files it holds."""

    path: Path
    digest: str
    base: str | None
    keys: frozenset[Key]
    files: frozenset[tuple[str, str]]


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
            files = frozenset(workspace.store.attachments.sent_with(row.digest))
        found = frozenset((str(record), int(number), str(one)) for record, number, one in keys)
        self.made.append(Made(path, row.digest, row.base, found, files))
        return path

    def attach(self, record: str, code: str = COMMUNE) -> None:
        """Attach a file that travels."""
        path = scan(self.world.folder, f"{len(self.made)}.pdf", seed=len(self.made))
        with self.world.open(code) as workspace:
            attach(workspace, record, [path], Travel.SHARED, reason="Bổ sung")

    def answered(self, code: str, *periods: str) -> None:
        """Sign, carry up, and carry the receipt down."""
        take(self.world, self.sign(code, *periods))
        hear(self.world, answer(self.world, code), code)


def bundles(world: World) -> list[Made]:
    """Make the bundles: built on nothing, on each other, after a restore, after a disk put back."""
    maker = Maker(world)
    (record,) = world.add(COMMUNE, coop(hens=1))
    maker.attach(record)
    maker.answered(COMMUNE, "DL-2023")
    change(world, record, hens=2)
    maker.answered(COMMUNE)
    world.add(COMMUNE, coop(hens=3))
    maker.sign(COMMUNE)
    (other,) = world.add(SECOND, coop(hens=4))
    maker.attach(other, SECOND)
    maker.sign(SECOND)
    maker.attach(other, SECOND)
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


def plans(count: int) -> st.SearchStrategy[Plan]:
    """Return acts: bundles brought, imports taken back, the office backed up and restored."""
    names = ["bring", "bring", "bring", "undo", "undo", "keep", "restore"]
    acts = st.tuples(st.sampled_from(names), st.integers(0, count - 1))
    every = st.permutations([("bring", place) for place in range(count)])
    some = st.lists(acts, min_size=1, max_size=2 * count)
    return st.one_of(some, every, st.tuples(some, every).map(lambda both: [*both[0], *both[1]]))


def perform(world: World, made: list[Made], plan: Plan) -> None:
    """Do what the plan says; what cannot be taken back stays, and without a backup one is made."""
    sticks: list[Path] = []
    for aside, acts in groupby(plan, key=lambda act: act[0] in {"keep", "restore"}):
        for act, place in acts if aside else ():
            if act == "restore" and sticks:
                restore(world, sticks[place % len(sticks)], OFFICE)
            else:
                with world.open(OFFICE) as workspace:
                    folder = world.folder / f"stick-{len(sticks)}"
                    sticks.append(order_backup(workspace, folder).path)
        if not aside:
            with world.open(OFFICE) as workspace:
                for act, place in acts:
                    _perform(workspace, made[place], act)
    for stick in sticks:
        shutil.rmtree(stick.parent)


def _perform(workspace: Workspace, one: Made, act: str) -> None:
    if act == "bring":
        verdict = import_bundle(workspace, one.path).verdict
        assert verdict in {"accepted", "remarks", "same", "held_gap"}
        return
    row = workspace.store.exchanged.counted(one.digest)
    if row is not None and why_not(workspace, row) is None:
        undo_import(workspace, one.digest)


def files_of(workspace: Workspace) -> set[tuple[str, str]]:
    """Return the files by id and digest, after each was opened and nothing else lies there."""
    stored = workspace.store.attachments.all()
    folder = attachments_folder(workspace.paths)
    lying = {path.name for path in folder.iterdir()} if folder.is_dir() else set[str]()
    assert lying == {one.file for one in stored}
    for one in stored:
        with unsealed(workspace, one, identities(workspace), one.digest, one.id):
            pass
    return {(one.id, one.digest) for one in stored}


def test_any_order_gives_one_workspace(world: World, torture: Torture) -> None:
    world.create(THIRD)
    world.enrol(OFFICE, THIRD)
    empty = world.folder / "office-empty"
    shutil.copytree(world.home(OFFICE), empty)
    made = bundles(world)
    digests: dict[frozenset[str], str] = {}

    def judge(plan: Plan) -> None:
        shutil.rmtree(world.home(OFFICE))
        shutil.copytree(empty, world.home(OFFICE))
        perform(world, made, plan)
        with world.open(OFFICE) as workspace:
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
            files = {key for one in made if one.digest in counted for key in one.files}
            assert files_of(workspace) == files
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
    whole: Plan = [("bring", place) for place in range(len(made))]
    backs: Plan = [("undo", place) for place in reversed(range(len(made)))]
    judge(whole)
    judge(whole[::-1] * 2)
    judge([*whole[:2], ("keep", 0), *whole, *backs, ("restore", 0), *whole[::-1], *whole])
    judge([*whole, *backs])
    assert frozenset() in digests
    assert len(digests) > 1
    assert all(len(one.files) for one in (made[0], made[3], made[4]))
