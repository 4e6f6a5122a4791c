"""Attachments where it is hard: SIGKILL, a full disk, files larger than memory, prying eyes."""

from __future__ import annotations

import dataclasses
import shutil
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.attaching import AttachmentLimits, attach, set_attachment_limits
from antq_desktop.services.attachment_files import attachments_folder
from antq_desktop.services.attachments import attachments_of, read_attachment
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from antq_desktop.services.undoing import undo_import
from bench.running import measure
from tests.hard.killing import can_fork
from tests.hard.marking import found_in
from tests.hard.test_kills import Bench, Tally, nothing_half_made, state_of
from tests.mounting import needs_mount, small_disk
from tests.unit.services.attachments import photo, scan
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.hard.conftest import Torture
    from tests.unit.services.conftest import World

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

WHY = "Bổ sung"
MEGABYTE = 1_000_000
needs_fork = pytest.mark.skipif(not can_fork, reason="needs fork and pidfd")


def gentle(torture: Torture) -> Torture:
    """Return a tenth of the kills, six at least: the journeys of records are killed enough."""
    return dataclasses.replace(torture, kills=max(torture.kills // 10, 6))


def lying(workspace: Workspace) -> set[str]:
    folder = attachments_folder(workspace.paths)
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def known(workspace: Workspace) -> set[str]:
    return {one.file for one in workspace.store.attachments.all()}


@needs_fork
def test_a_kill_while_files_are_attached(
    world: World, tmp_path: Path, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    (record,) = world.add(COMMUNE, coop())
    paths = [photo(tmp_path), scan(tmp_path, size=300_000)]

    def work(workspace: Workspace) -> None:
        attach(workspace, record, paths, Travel.SHARED, reason=WHY)

    bench, tally = Bench(world, COMMUNE, work), Tally(Counter())
    with world.open(COMMUNE) as workspace:
        before = state_of(workspace).acts
    bench.keep()
    for end in bench.kills(gentle(torture), "attach"):
        with world.open(COMMUNE) as workspace:
            found = state_of(workspace).acts
            done = found == (*before, "save", "attach", "attach")
            assert done or found == before
            nothing_half_made(workspace.paths.data)
            assert lying(workspace) == known(workspace)
            assert len(lying(workspace)) == (2 if done else 0)
            assert len(attachments_of(workspace, record)) == (2 if done else 0)
            tally.add(end, done=done)
    record_property("kill while attaching", str(tally))
    assert tally.ends["killed"] > gentle(torture).kills // 3


@needs_fork
def test_a_kill_while_a_bundle_with_files_is_taken_in(
    world: World, tmp_path: Path, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, [scan(tmp_path, size=300_000)], Travel.SHARED, reason=WHY)
        bundle = deliver(workspace, submit(workspace, [], []), world.folder)

    def work(workspace: Workspace) -> str:
        return import_bundle(workspace, bundle).verdict

    bench, tally = Bench(world, OFFICE, work), Tally(Counter())
    bench.keep()
    for end in bench.kills(gentle(torture), "import with files"):
        with world.open(OFFICE) as workspace:
            state_of(workspace)
            assert lying(workspace) == known(workspace)
            done = bool(known(workspace))
            tally.add(end, done=done)
            assert work(workspace) == ("same" if done else "accepted")
            assert [one.state for one in attachments_of(workspace, record)] == ["here"]
    record_property("kill in an import with files", str(tally))
    assert tally.ends["killed"] > gentle(torture).kills // 3


@needs_fork
def test_a_kill_while_an_import_with_files_is_taken_back(
    world: World, tmp_path: Path, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, [scan(tmp_path), photo(tmp_path)], Travel.SHARED, reason=WHY)
        bundle = deliver(workspace, submit(workspace, [], []), world.folder)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, bundle)

    def work(workspace: Workspace) -> None:
        (row,) = workspace.store.exchanged.taken()
        undo_import(workspace, row.digest)

    bench, tally = Bench(world, OFFICE, work), Tally(Counter())
    bench.keep()
    for end in bench.kills(gentle(torture), "undo with files"):
        with world.open(OFFICE) as workspace:
            state_of(workspace)
            assert lying(workspace) == known(workspace)
            done = not workspace.store.exchanged.taken()
            assert len(lying(workspace)) == (0 if done else 2)
            tally.add(end, done=done)
            assert import_bundle(workspace, bundle).verdict == ("accepted" if done else "same")
            assert [one.state for one in attachments_of(workspace, record)] == ["here", "here"]
            nothing_half_made(workspace.paths.data)
    record_property("kill in an undo with files", str(tally))
    assert tally.ends["killed"] > gentle(torture).kills // 3


@needs_mount
def test_a_full_disk_takes_no_half_file(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        folder = attachments_folder(workspace.paths)
        with small_disk(folder, "64k"):
            for path in (scan(tmp_path, size=200_000), photo(tmp_path)):
                large = path.suffix == ".pdf"
                if large:
                    with pytest.raises(Refusal, match=r"store\.disk_full"):
                        attach(workspace, record, [path], Travel.PRIVATE, reason=WHY)
                else:
                    attach(workspace, record, [path], Travel.PRIVATE, reason=WHY)
                assert lying(workspace) == known(workspace)
            assert [one.state for one in attachments_of(workspace, record)] == ["here"]


def test_neither_name_nor_content_lies_about(world: World, tmp_path: Path) -> None:
    words = ["Bà Lò Thị Bí Mật", "Nội dung chẳng ai được đọc"]
    outside, stick = tmp_path / "outside", tmp_path / "stick"
    for folder in (outside, stick):
        folder.mkdir()
    register = world.catalogue.by_name["hen_coops"]
    with world.open(COMMUNE) as workspace:
        (one,) = add_records(workspace, register, [coop()])
        for travel in Travel:
            path = outside / f"{words[0]} {travel}.pdf"
            path.write_bytes(f"%PDF-1.4\n{words[1]} {travel}\n%%EOF\n".encode())
            attach(workspace, one.record, [path], travel, reason=WHY)
        for place, travel in enumerate(Travel, 1):
            found = read_attachment(workspace, one.record, str(place), reason=WHY)
            assert (words[0] in found[0], words[1].encode() in found[1]) == (True, True), travel
        bundle = deliver(workspace, submit(workspace, [], []), stick)
        rows = workspace.store.database.execute("SELECT * FROM attachment_files").fetchall()
        assert found_in(repr(rows).encode(), words) == []
        journal = b"".join(repr(one).encode() for one in workspace.store.journal.entries())
        assert found_in(journal, words) == []
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, bundle).verdict == "accepted"
        # What travels arrives; what it was called does not.
        assert words[1].encode() in read_attachment(workspace, one.record, "1")[1]
        revisions = workspace.store.revisions.history(one.record)
        assert found_in(repr(revisions).encode(), words) == []
    for path in (*world.folder.rglob("*"), *stick.rglob("*")):
        assert found_in(path.name.encode(), words) == []
        if path.is_file():
            assert found_in(path.read_bytes(), words) == [], path


@needs_fork
def test_large_files_pass_in_little_memory(
    world: World, tmp_path: Path, torture: Torture, record_property: Callable[[str, object], None]
) -> None:
    """500 MB with `make torture`, in files of 100 MB; a tenth of that otherwise."""
    each = (100 if torture.kills > 100 else 10) * MEGABYTE
    (record,) = world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        set_attachment_limits(workspace, AttachmentLimits(200 * MEGABYTE, 2_000 * MEGABYTE))
    paths = [scan(tmp_path, f"{seed}.pdf", size=each, seed=seed) for seed in range(5)]
    small = scan(tmp_path, "small.pdf", seed=9)
    kept = {code: shutil.copytree(world.home(code), tmp_path / code) for code in (COMMUNE, OFFICE)}

    def carry(files: list[Path]) -> list[int]:
        for code, folder in kept.items():
            shutil.rmtree(world.home(code))
            shutil.copytree(folder, world.home(code))

        def take(workspace: Workspace) -> None:
            attach(workspace, record, files, Travel.SHARED, reason=WHY)

        def write(workspace: Workspace) -> None:
            deliver(workspace, submit(workspace, [], []), tmp_path / "large.antq")

        def read(workspace: Workspace) -> None:
            assert import_bundle(workspace, tmp_path / "large.antq").verdict == "accepted"

        return [
            peak_of(world, code, work)
            for code, work in ((COMMUNE, take), (COMMUNE, write), (OFFICE, read))
        ]

    usual, large = carry([small]), carry(paths)
    megabytes = [
        f"{name} {peak / 2**20:.0f} MiB (+{(peak - low) / 2**20:.0f})"
        for name, peak, low in zip(("attach", "write", "take in"), large, usual, strict=True)
    ]
    record_property(f"peak memory of {5 * each // MEGABYTE} MB", ", ".join(megabytes))
    assert all(peak - low < 60 * 2**20 for peak, low in zip(large, usual, strict=True)), megabytes


def peak_of(world: World, code: str, work: Callable[[Workspace], None]) -> int:
    """Return the most memory of a process that opens a workspace and does a work, in bytes."""

    @contextmanager
    def prepared() -> Iterator[Callable[[], object]]:
        with world.open(code) as workspace:
            yield lambda: work(workspace)

    return measure(prepared, time.monotonic).peak
