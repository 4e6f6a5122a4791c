"""Reading from sticks and shares: files that end early, errors, silence, a full disk of ours."""

from __future__ import annotations

import os
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.crypto.digests import CHUNK
from antq_desktop.errors import Refusal
from antq_desktop.services.fetching import (
    Pulse,
    Stopped,
    discard,
    fetch,
    fetch_folder,
    fetching,
    find_bundles,
)
from antq_desktop.services.sweeping import sweep
from tests.mounting import needs_mount, small_disk
from tests.unit.services.conftest import OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.services.conftest import World

SEALED = b"age-encryption.org/v1\n"


class Watched(Pulse):
    """A pulse that does something after each answer of the medium."""

    def __init__(self, act: Callable[[Pulse], object]) -> None:
        super().__init__()
        self._act = act

    def beat(self, read: int = 0) -> None:
        """Note it, and act once bytes have come."""
        super().beat(read)
        if read:
            self._act(self)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return a folder of ours."""
    folder = tmp_path / "room"
    folder.mkdir()
    return folder


def test_a_copy_is_the_file_under_its_name(tmp_path: Path, room: Path) -> None:
    source = tmp_path / "a.antq"
    source.write_bytes(SEALED + os.urandom(2 * CHUNK))
    pulse = Pulse()
    copy = fetch(source, room, pulse)
    assert (copy.name, copy.read_bytes()) == (source.name, source.read_bytes())
    assert pulse.read == pulse.size == source.stat().st_size
    assert fetch(source, room, Pulse()) != copy
    discard(copy)
    assert not copy.exists()


def test_of_what_is_no_bundle_the_beginning_is_copied(tmp_path: Path, room: Path) -> None:
    film = tmp_path / "film.antq"
    film.write_bytes(b"x" * 3 * CHUNK)
    assert fetch(film, room, Pulse()).stat().st_size == len(SEALED)
    assert fetch(film, room, Pulse(), part=True).stat().st_size == 3 * CHUNK
    large = tmp_path / "request.antq"
    large.write_bytes(b"PK\x03\x04" + bytes(DEFAULT_LIMITS.unsealed))
    with pytest.raises(Refusal, match=r"bundle\.too_large"):
        fetch(large, room, Pulse())


def test_a_medium_that_goes_in_the_middle_is_told_and_nothing_stays(
    tmp_path: Path, room: Path
) -> None:
    source = tmp_path / "a.antq"
    source.write_bytes(SEALED + bytes(3 * CHUNK))
    broken = tmp_path / "broken.antq"
    broken.symlink_to("/proc/self/mem")  # opens, and every read of it fails
    with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
        fetch(source, room, Watched(lambda _: os.truncate(source, CHUNK)))
    for path in (broken, tmp_path / "gone.antq", tmp_path):
        with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
            fetch(path, room, Pulse())
    source.write_bytes(SEALED + bytes(3 * CHUNK))
    stopped = Pulse()
    stopped.stop()
    for pulse in (stopped, Watched(Pulse.stop)):
        with pytest.raises(Stopped):
            fetch(source, room, pulse)
    assert list(room.iterdir()) == []


def test_a_share_that_hangs_holds_up_its_thread_alone(tmp_path: Path, room: Path) -> None:
    hanging = tmp_path / "hanging.antq"
    os.mkfifo(hanging)  # who opens it waits until somebody writes
    pulse, heard = Pulse(), list[str]()

    def read() -> None:
        try:
            fetch(hanging, room, pulse)
        except Stopped:
            heard.append("stopped")

    thread = Thread(target=read)
    thread.start()
    thread.join(0.05)
    assert thread.is_alive()
    assert pulse.silence > 0
    pulse.stop()
    with hanging.open("wb") as answer:
        answer.write(SEALED)
    thread.join()
    assert heard == ["stopped"]
    assert list(room.iterdir()) == []


@needs_mount
def test_a_full_disk_of_ours_is_no_fault_of_the_stick(tmp_path: Path) -> None:
    source = tmp_path / "a.antq"
    source.write_bytes(SEALED + bytes(CHUNK))
    with small_disk(tmp_path / "small", "64k") as disk:
        with pytest.raises(Refusal, match=r"store\.disk_full"):
            fetch(source, disk, Pulse())
        assert list(disk.iterdir()) == []
    with pytest.raises(Refusal, match=r"store\.cannot_write"):
        fetch(source, tmp_path / "none", Pulse())


def test_bundles_are_found_in_folders_and_the_folder_is_swept(world: World, tmp_path: Path) -> None:
    names = ("b.antq", "a.antq", "a.antq.001", "c.antq.part", "note.txt")
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in names:
        (stick / name).write_bytes(SEALED)
    (stick / "deep.antq").mkdir()
    found = find_bundles([stick / "note.txt", stick, tmp_path / "gone"], Pulse())
    assert [path.name for path in found] == ["note.txt", "a.antq", "a.antq.001", "b.antq", "gone"]
    with world.open(OFFICE) as workspace:
        folder = fetch_folder(workspace)
        copy = fetch(stick / "a.antq", folder, Pulse())
        sweep(workspace.paths)
    assert not copy.exists()
    assert not folder.exists()


def test_a_command_gives_a_silent_medium_up_and_reads_the_others(
    world: World, tmp_path: Path
) -> None:
    share, stick = tmp_path / "share", tmp_path / "stick"
    for place in (share, stick):
        place.mkdir()
    hanging = [share / "a.antq", share / "b.antq"]
    for each in hanging:
        os.mkfifo(each)  # who opens it waits until somebody writes
    good = stick / "c.antq"
    good.write_bytes(SEALED + bytes(CHUNK))
    with world.open(OFFICE) as workspace:
        with fetching(workspace, patience=0.2) as media:
            assert media.find([*hanging, stick]) == [*hanging, good]
            for each in hanging:
                with pytest.raises(Refusal, match=r"bundles\.no_answer"):
                    media.fetch(each)
            with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
                media.fetch(stick / "gone.antq")
            copy = media.fetch(good)
            assert (copy.name, copy.read_bytes()) == (good.name, good.read_bytes())
        assert not copy.exists()
        assert not copy.parent.parent.exists(), "nothing of what was read stays behind"
    for each in hanging:  # the share answers at last: who waited for it ends
        each.open("wb").close()
