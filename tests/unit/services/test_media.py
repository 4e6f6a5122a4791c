"""Sticks: which are offered, what each can take, and one that is pulled out while it is written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from antq_desktop.crypto.digests import hash_stream
from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import deliver, size_in_outbox
from antq_desktop.services.media import (
    Disk,
    Medium,
    Standing,
    copy_and_compare,
    find_media,
    mounted_disks,
)
from antq_desktop.services.submitting import known_senders, submit
from tests.mounting import needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop

RW = frozenset({"rw"})


@pytest.mark.parametrize(
    ("medium", "standing"),
    [
        (Medium(Path("a"), 10, read_only=False, senders=frozenset()), Standing.READY),
        (Medium(Path("a"), 9, read_only=False, senders=frozenset()), Standing.FULL),
        (Medium(Path("a"), 10, read_only=True, senders=frozenset()), Standing.READ_ONLY),
        (Medium(Path("a"), 10, read_only=False, senders=frozenset({"1"})), Standing.READY),
        (Medium(Path("a"), 10, read_only=False, senders=frozenset({"3"})), Standing.FOREIGN),
    ],
)
def test_a_stick_says_how_it_stands(medium: Medium, standing: Standing) -> None:
    assert medium.standing(10, {"1", "2"}) is standing


def test_an_office_welcomes_the_stick_of_anybody(world: World) -> None:
    medium = Medium(Path("a"), 10, read_only=False, senders=frozenset({"99999"}))
    for unit, standing in ((COMMUNE, Standing.FOREIGN), (OFFICE, Standing.READY)):
        with world.open(unit) as workspace:
            assert medium.standing(1, known_senders(workspace)) is standing


def test_the_stick_of_ones_own_unit_is_known(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        deliver(workspace, row, world.folder)
        (medium,) = find_media([Disk("stick", world.folder, RW)])
        assert medium.senders == {COMMUNE}
        needed = size_in_outbox(workspace, row)
        assert needed == (world.folder / row.file).stat().st_size
        assert medium.standing(needed, known_senders(workspace)) is Standing.READY


def test_sticks_are_found_by_name_and_one_that_is_gone_is_left_out(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("KINGSTON", "ADATA")]
    for folder in folders:
        folder.mkdir()
    locked = frozenset({"ro"})
    disks = [
        Disk("a", folders[0], RW),
        Disk("b", folders[1], locked),
        Disk("c", tmp_path / "x", RW),
    ]
    found = find_media(disks)
    assert [(one.name, one.read_only) for one in found] == [("ADATA", True), ("KINGSTON", False)]
    assert all(one.free > 0 for one in found)


def test_the_disk_of_the_machine_is_no_stick() -> None:
    assert Path("/") not in {disk.folder for disk in mounted_disks()}


def test_what_is_plugged_in_is_told_by_its_place_or_by_the_words_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = [
        ("E:\\", "E:\\", "rw,removable"),
        ("C:\\", "C:\\", "rw,fixed"),
        ("/dev/none1", "/run/media/an/KINGSTON", "rw,nosuid"),
        ("/dev/none2", "/home", "rw"),
    ]
    named = [
        type("Part", (), {"device": device, "mountpoint": folder, "opts": words})
        for device, folder, words in listed
    ]
    monkeypatch.setattr("psutil.disk_partitions", lambda **_: named)
    assert [str(disk.folder) for disk in mounted_disks()] == ["E:\\", "/run/media/an/KINGSTON"]


@needs_mount
def test_a_stick_pulled_out_while_writing_is_named_and_can_be_tried_again(
    world: World, tmp_path: Path
) -> None:
    world.add(COMMUNE, coop())
    place = tmp_path / "stick"
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])

        def pull(step: str) -> None:
            if step == "written":
                subprocess.run(["umount", "--lazy", str(place)], check=True)

        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], check=True)
        with pytest.raises(Refusal, match=r"medium\.pulled_out"):
            deliver(workspace, row, place, pull)
        assert list(place.iterdir()) == []  # nothing was written where the stick had been
        with small_disk(place, "1m"):
            assert deliver(workspace, row, place).is_file()


@needs_mount
def test_a_stick_whose_place_is_taken_by_the_own_disk_is_not_safe(tmp_path: Path) -> None:
    source, place = tmp_path / "signed.antq", tmp_path / "stick"
    source.write_bytes(b"x" * 1000)
    with source.open("rb") as stream:
        digest = hash_stream(stream)[0]
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], check=True)

    def replace(step: str) -> None:
        if step == "flushed":  # the machine's own disk now shows the same file in its place
            subprocess.run(["umount", "--lazy", str(place)], check=True)
            (place / "signed.antq.part").write_bytes(source.read_bytes())

    with pytest.raises(Refusal, match=r"medium\.pulled_out"):
        copy_and_compare(source, place / "signed.antq", digest, replace)
    assert list(place.iterdir()) == []


def test_a_source_that_is_gone_is_told_apart_from_a_stick_that_is(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"store\.file_gone"):
        copy_and_compare(tmp_path / "none", tmp_path / "copy", "", lambda _: None)
    with pytest.raises(Refusal, match=r"medium\.missing"):
        copy_and_compare(tmp_path / "none", tmp_path / "gone" / "copy", "", lambda _: None)
