"""SIGKILL at any moment of a save, an export, an import: the state before, or the state after."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.digests import hash_stream
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.checking import self_check
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, register_named
from antq_desktop.services.submitting import submit
from antq_desktop.store.backup import verify
from tests.hard.killing import can_fork, can_trap, run
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.hard.killing import Act, Run
    from tests.unit.services.conftest import World

pytestmark = [
    pytest.mark.skipif(not can_fork, reason="needs fork and pidfd"),
    pytest.mark.slow,
    pytest.mark.usefixtures("derived_once"),
]

PERIOD = parse_period("DL-2023")
COOPS = [coop(hens=n, story="Chuyện dài " * 50, keeper={"full_name": "Mẫu"}) for n in range(5)]
Work = Callable[["Workspace"], object]


@dataclass(frozen=True, slots=True)
class State:
    """What a workspace is: before, after, or wrong."""

    digest: str
    records: int
    acts: tuple[str, ...]
    """The acts in the journal but for unlocks: each attempt adds one of those."""


def state_of(workspace: Workspace) -> State:
    """Return the state, after the self-check found nothing.

    How much space is free is the machine's, not the workspace's; the sheet is tried by a person.
    """
    other = {"space", "recovery"}
    bad = [one for one in self_check(workspace) if not one.ok and one.name not in other]
    assert bad == []
    acts = (str(one["act"]) for one in workspace.store.journal.entries())
    return State(
        workspace.store.digest(),
        workspace.store.queries.records(),
        tuple(one for one in acts if one != "unlock"),
    )


@dataclass
class Bench:
    """One act of one workspace, killed again and again from the same beginning."""

    world: World
    code: str
    work: Work
    user: str | None = None

    def act(self) -> Act:
        """Return the act for a child: open, begin, work, and end without closing."""

        def act(begin: Callable[[], None]) -> None:
            with self.world.open(self.code, self.user) as workspace:
                begin()
                self.work(workspace)

        return act

    def keep(self) -> None:
        """Keep the home as it is for `again`."""
        shutil.copytree(self.world.home(self.code), self._kept)

    def again(self) -> None:
        """Put the home back, and empty the medium."""
        shutil.rmtree(self.world.home(self.code))
        shutil.copytree(self._kept, self.world.home(self.code))
        shutil.rmtree(self.stick, ignore_errors=True)
        self.stick.mkdir()

    @property
    def _kept(self) -> Path:
        return self.world.folder / f"{self.code}-kept"

    @property
    def stick(self) -> Path:
        """The medium."""
        return self.world.folder / "stick"

    def kills(self, torture: Torture, name: str) -> Iterator[Run]:
        """Kill the act as often as is asked: one half at system calls, one half at moments.

        The calls are spread over all that the act makes, the moments over the time it takes.
        """
        random = torture.random(name)
        self.again()
        took = run(self.act()).seconds
        calls = 0
        if can_trap:
            self.again()
            calls = run(self.act(), at_call=0).calls
            assert calls > 5
        for turn in range(torture.kills):
            self.again()
            if can_trap and turn % 2:
                place = (turn // 2 + random.random()) / (torture.kills // 2)
                yield run(self.act(), at_call=1 + int(place * calls))
            else:
                yield run(self.act(), after=random.uniform(0, took))


def nothing_half_made(home: Path) -> None:
    """Look at the files of a workspace that was opened again: whole under their names, or gone."""
    names = [path.name for path in home.rglob("*")]
    assert not [name for name in names if name.endswith(".part") or name.startswith(".")]
    for path in (home / "backups").iterdir():
        if path.is_file():  # beside them lies the folder of the files that they name
            verify(path)


@dataclass
class Tally:
    """How the attempts ended, for the summary."""

    ends: Counter[str]

    def add(self, end: Run, *, done: bool) -> None:
        """Count one attempt."""
        self.ends["killed" if end.killed else "came to its end"] += 1
        self.ends["state after" if done else "state before"] += 1

    def __str__(self) -> str:
        return ", ".join(f"{count} {what}" for what, count in sorted(self.ends.items()))


@pytest.fixture
def filled(world: World) -> World:
    """Return a world whose commune has a backup and a few records."""
    world.add(COMMUNE, *COOPS)
    (world.folder / "stick").mkdir()
    return world


def test_a_save(
    filled: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    def work(workspace: Workspace) -> None:
        add_records(workspace, register_named(workspace, "hen_coops"), COOPS)

    bench, tally = Bench(filled, COMMUNE, work), Tally(Counter())
    with filled.open(COMMUNE) as workspace:
        before = state_of(workspace)
    bench.keep()
    for end in bench.kills(torture, "save"):
        with filled.open(COMMUNE) as workspace:
            found = state_of(workspace)
            if found.records == before.records:
                assert found == before
            else:
                assert found.records == before.records + len(COOPS)
                assert found.acts == before.acts + ("save",) * len(COOPS)
            nothing_half_made(workspace.paths.data)
            tally.add(end, done=found != before)
            work(workspace)
    record_property("kill in a save", str(tally))
    assert tally.ends["killed"] > torture.kills // 2


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hash_stream(file)[0]


def test_an_export(
    filled: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    def work(workspace: Workspace) -> None:
        deliver(workspace, submit(workspace, [PERIOD], []), bench.stick)

    bench, tally = Bench(filled, COMMUNE, work), Tally(Counter())
    with filled.open(COMMUNE) as workspace:
        before = state_of(workspace)
    bench.keep()
    work_done(filled, work)
    with filled.open(COMMUNE) as workspace:
        after = state_of(workspace)
    signed = (*before.acts, "submit", "sign")
    for end in bench.kills(torture, "export"):
        with filled.open(COMMUNE) as workspace:
            found, sent = state_of(workspace), workspace.store.exchanged.outgoing("submission")
            if not sent:
                assert found == before
                assert not list(bench.stick.glob("*.antq"))
            else:
                assert found.digest == after.digest
                assert found.acts in (signed, (*signed, "export"))
            nothing_half_made(workspace.paths.data)
            assert all(sha256(path) == sent[0].sha256 for path in bench.stick.glob("*.antq"))
            tally.add(end, done=bool(sent))
            row = submit(workspace, [PERIOD], [])
            assert [row.digest] == [one.digest for one in sent or [row]]
            assert sha256(deliver(workspace, row, bench.stick)) == row.sha256
            assert state_of(workspace).digest == after.digest
    with filled.open(OFFICE) as workspace:
        assert import_bundle(workspace, bench.stick / row.file).verdict == "accepted"
    record_property("kill in an export", str(tally))
    assert tally.ends["killed"] > torture.kills // 2


def work_done(world: World, work: Work, code: str = COMMUNE) -> None:
    """Do the work once, to its end."""
    with world.open(code) as workspace:
        work(workspace)


def test_an_import(
    filled: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    with filled.open(COMMUNE) as workspace:
        row = submit(workspace, [PERIOD], [])
        bundle = deliver(workspace, row, filled.folder)

    def work(workspace: Workspace) -> str:
        return import_bundle(workspace, bundle).verdict

    bench, tally = Bench(filled, OFFICE, work), Tally(Counter())
    work_done(filled, lambda workspace: import_bundle(workspace, bundle, rehearse=True), OFFICE)
    with filled.open(OFFICE) as workspace:
        before = state_of(workspace)
    bench.keep()
    work_done(filled, work, OFFICE)
    with filled.open(OFFICE) as workspace:
        after = state_of(workspace)
    assert after.records == before.records + len(COOPS)
    for end in bench.kills(torture, "import"):
        with filled.open(OFFICE) as workspace:
            found = state_of(workspace)
            assert found in (before, after)
            nothing_half_made(workspace.paths.data)
            inbox = list((workspace.paths.data / "inbox").glob("*.antq"))
            assert all(path.stem == sha256(path) for path in inbox)
            tally.add(end, done=found == after)
            assert work(workspace) == ("same" if found == after else "accepted")
            assert state_of(workspace) == after
    record_property("kill in an import", str(tally))
    assert tally.ends["killed"] > torture.kills // 2


def test_an_import_that_releases_another(
    filled: World, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    office = filled.home(OFFICE)
    shutil.copytree(office, filled.folder / "office-before")
    first = signed(filled, "first.antq")
    with filled.open(OFFICE) as workspace:
        import_bundle(workspace, first)
        (receipt,) = write_receipts(workspace)
        told = deliver(workspace, receipt.row, filled.folder)
    work_done(filled, lambda workspace: import_bundle(workspace, told))
    filled.add(COMMUNE, *COOPS)
    second = signed(filled, "second.antq")
    shutil.rmtree(office)
    shutil.copytree(filled.folder / "office-before", office)
    # The office has lost what it had answered: the second waits for the first.
    work_done(filled, lambda workspace: import_bundle(workspace, second), OFFICE)

    def work(workspace: Workspace) -> str:
        return import_bundle(workspace, first).verdict

    bench, tally = Bench(filled, OFFICE, work), Tally(Counter())
    with filled.open(OFFICE) as workspace:
        before = state_of(workspace)
    bench.keep()
    work_done(filled, work, OFFICE)
    with filled.open(OFFICE) as workspace:
        after = state_of(workspace)
    assert after.records == before.records + 2 * len(COOPS)
    for end in bench.kills(torture, "release"):
        # What was cut off between the two imports is done at the opening.
        with filled.open(OFFICE) as workspace:
            found = state_of(workspace)
            assert found in (before, after)
            nothing_half_made(workspace.paths.data)
            tally.add(end, done=found == after)
            assert work(workspace) == ("same" if found == after else "accepted")
            assert state_of(workspace) == after
    record_property("kill in an import that releases", str(tally))
    assert tally.ends["killed"] > torture.kills // 2


def signed(world: World, name: str) -> Path:
    """Sign what is due into a file of that name."""
    with world.open(COMMUNE) as workspace:
        return deliver(workspace, submit(workspace, [], []), world.folder / name)
