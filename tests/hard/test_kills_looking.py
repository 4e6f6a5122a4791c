"""SIGKILL while a bundle is only looked at: nothing changes, and nothing can be read afterwards."""

from __future__ import annotations

import dataclasses
import tempfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.services.attaching import attach
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import verify_bundle
from antq_desktop.services.rehearsing import rehearse
from antq_desktop.services.saving import change_record
from antq_desktop.services.submitting import submit
from tests.hard.killing import can_fork
from tests.hard.marking import STEM, found_in
from tests.hard.test_kills import PERIOD, Bench, Tally, nothing_half_made, state_of
from tests.unit.services.attachments import scan
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

    Look = Callable[[Workspace, Path], str]

pytestmark = [
    pytest.mark.skipif(not can_fork, reason="needs fork and pidfd"),
    pytest.mark.slow,
    pytest.mark.usefixtures("derived_once"),
]

WORDS = [f"Lý do {STEM}bdg", f"Tệp {STEM}hkl"]
"""What travels in a row, and in a file."""


@pytest.fixture
def bundle(world: World, tmp_path: Path) -> Path:
    """Return a bundle with figures, a reason in words and a file in words."""
    (record,) = world.add(COMMUNE, coop(hens=1))
    path = scan(tmp_path, size=300_000)
    path.write_bytes(path.read_bytes() + f"\n{WORDS[1]}\n%%EOF\n".encode() * 1000)
    with world.open(COMMUNE) as workspace:
        change_record(workspace, record, {"hens": 2}, reason=WORDS[0])
        attach(workspace, record, [path], Travel.SHARED, reason=WORDS[0])
        return deliver(workspace, submit(workspace, [PERIOD], []), world.folder)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return what Python and SQLite take for the temporary folder of the system."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def readable(*folders: Path) -> Iterator[str]:
    """Yield what lies in some folders and has one of the words in it."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and found_in(path.read_bytes(), WORDS):
                yield path.name


def verifying(office: Workspace, path: Path) -> str:
    """Verify a bundle, and return the verdict."""
    return verify_bundle(office, path).verdict


def rehearsing(office: Workspace, path: Path) -> str:
    """Rehearse its import, figures before and after, and return the verdict."""
    return rehearse(office, path).verdict.verdict


@pytest.mark.parametrize("look", [verifying, rehearsing])
def test_a_look_that_is_killed(
    world: World,
    bundle: Path,
    temporary: Path,
    torture: Torture,
    record_property: Callable[[str, object], None],
    look: Look,
) -> None:
    bench = Bench(world, OFFICE, lambda office: look(office, bundle))
    tally = Tally(Counter())
    with world.open(OFFICE) as workspace:
        before = state_of(workspace)
    bench.keep()
    fewer = dataclasses.replace(torture, kills=torture.kills // 2)
    for end in bench.kills(fewer, look.__name__):
        home = world.home(OFFICE)
        # As the cut left it, before anything is swept.
        assert [*readable(home, temporary), *temporary.iterdir()] == []
        with world.open(OFFICE) as workspace:
            assert state_of(workspace) == before
            nothing_half_made(workspace.paths.data)
            assert workspace.store.exchanged.incoming() == []
            assert not list((home / "inbox").iterdir())
            assert not (home / "attachments").exists()
            assert look(workspace, bundle) == "accepted"
        tally.add(end, done=False)
    record_property(f"kill while {look.__name__}", str(tally))
    assert tally.ends["killed"] > fewer.kills // 3


def test_what_was_looked_for_can_be_found(world: World, bundle: Path, temporary: Path) -> None:
    (temporary / "left").write_bytes(f"x{WORDS[0]}x".encode("utf-16-le"))
    assert [*readable(world.folder, temporary)] == ["left"]
    assert bundle.is_file()
