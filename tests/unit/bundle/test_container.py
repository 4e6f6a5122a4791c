"""Of a container, every reader sees the same files, or we refuse it."""

from __future__ import annotations

import io
import subprocess
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from antq_desktop.bundle.container import Container
from antq_desktop.bundle.container_writer import ContainerWriter
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.names import MIMETYPE_CONTENT
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.errors import Fault
from tests.unit.bundle.zip_edits import both, central, flip, local, put, unix

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("README.txt", "records/disputes.jsonl")


def written(files: dict[str, bytes]) -> bytes:
    """Return a container with files in this order."""
    target = io.BytesIO()
    writer = ContainerWriter(target, DEFAULT_LIMITS)
    for name, content in files.items():
        writer.add(name, io.BytesIO(content))
    assert writer.close() == len(target.getvalue())
    return target.getvalue()


def ours(files: dict[str, bytes] | None = None) -> bytes:
    """Return a container as we write it."""
    content = files or dict.fromkeys(NAMES, b"content " * 9)
    return written({"mimetype": MIMETYPE_CONTENT} | content)


def theirs(*infos: ZipInfo, method: int = ZIP_STORED, content: bytes = b"content " * 9) -> bytes:
    """Return a container as zipfile writes it."""
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr(ZipInfo("mimetype"), MIMETYPE_CONTENT)
        for info in infos:
            file.writestr(info, content, compress_type=method)
    return target.getvalue()


def rule(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    """Return the rule by which a container is refused, or "taken"; its files are read too."""
    try:
        container = Container(io.BytesIO(data), limits)
        for name in container.names:
            container.read(name, 1 << 20)
    except BundleRefused as refused:
        return refused.reasons[0].rule
    return "taken"


def test_zipfile_and_unzip_see_what_we_see(tmp_path: Path) -> None:
    data = ours()
    (tmp_path / "a.zip").write_bytes(data)
    with ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert tuple(file.namelist()) == Container(io.BytesIO(data), DEFAULT_LIMITS).names
        for info in file.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.extra, info.comment, info.external_attr, info.flag_bits) == (
                b"",
                b"",
                0,
                0,
            )
    assert "No errors" in subprocess.check_output(["unzip", "-t", tmp_path / "a.zip"], text=True)


def test_what_zipfile_writes_is_taken_stored_and_deflated() -> None:
    infos = [ZipInfo(name) for name in NAMES]
    assert rule(theirs(*infos)) == "taken"
    assert rule(theirs(*infos, method=ZIP_DEFLATED)) == "taken"
    random = zlib.compress(bytes(range(256))) * 999
    assert rule(theirs(*infos, method=ZIP_DEFLATED, content=random)) == "taken"
    assert rule(theirs(*infos, method=ZIP_DEFLATED, content=b"")) == "taken"


def test_more_files_than_a_small_directory_counts() -> None:
    data = ours({f"attachments/{number:05d}": b"" for number in range(65_536)})
    assert b"PK\x06\x06" in data
    container = Container(io.BytesIO(data), DEFAULT_LIMITS)
    assert len(container.names) == 65_537
    with ZipFile(io.BytesIO(data)) as file:
        assert tuple(file.namelist()) == container.names
    assert rule(put(data, len(data) - 42, "<B", 9)) == "container"


def tricks() -> dict[str, tuple[str, bytes]]:
    """Return by name: the rule that refuses a hostile container, and the container."""
    data = ours()
    end = len(data) - 22
    start = central(data, 0)
    gap = data[: local(data)] + b"gap" + data[local(data) :]
    locator = put(data, end - 20, "<L", 0x07064B50)
    deflated = theirs(ZipInfo("README.txt"), method=ZIP_DEFLATED)
    cut = ours({"README.txt": b"a" * 50})
    gap_at_end = data[:start] + b"gap" + data[start:]
    return {
        "nothing": ("container", b""),
        "prefix": ("container", b"MZ" + data),
        "appended": ("container", data + b"x"),
        "comment": ("container", put(data, len(data) - 2, "<H", 1) + b"x"),
        "two ends": ("container", data + data[end:]),
        "gap": ("container", gap),
        "stray locator": ("container", locator),
        "other volume": ("container", put(data, end + 4, "<H", 1)),
        "entries on volume": ("container", put(data, end + 8, "<H", 2)),
        "fewer entries": ("container", put(put(data, end + 8, "<H", 2), end + 10, "<H", 2)),
        "more entries": ("container", put(put(data, end + 8, "<H", 4), end + 10, "<H", 4)),
        "no entries": ("container", put(put(data, end + 8, "<H", 0), end + 10, "<H", 0)),
        "empty": ("mimetype", b"PK\x05\x06" + bytes(18)),
        "directory elsewhere": ("container", put(data, end + 16, "<L", start + 1)),
        "overlap": ("container", put(data, central(data) + 42, "<L", 0)),
        "local crc": ("container", put(data, local(data) + 14, "<L", 1)),
        "local size": ("container", put(data, local(data) + 22, "<L", 1)),
        "local name": ("container", data.replace(b"README.txt", b"README.TXT", 1)),
        "crc": ("content", both(data, 10, "<L", 1)),
        "two sizes": ("container", both(data, 18, "<L", 1)),
        "encrypted": ("container", both(data, 2, "<H", 1)),
        "descriptor": ("container", both(data, 2, "<H", 8)),
        "patched": ("container", both(data, 2, "<H", 32)),
        "bzip2": ("container", both(data, 4, "<H", 12)),
        "newer version": ("container", both(data, 0, "<H", 63)),
        "extra": ("container", both(data, 24, "<H", 4)),
        "entry comment": ("container", put(data, central(data) + 32, "<H", 1)),
        "entry volume": ("container", put(data, central(data) + 34, "<H", 1)),
        "link": ("container", theirs(unix("README.txt", 0o120777))),
        "folder": ("container", theirs(unix("README.txt", 0o040755))),
        "dos folder": ("container", put(data, central(data) + 38, "<L", 0x10)),
        "other system": ("container", put(data, central(data) + 5, "<B", 19)),
        "twice": ("name_twice", theirs(ZipInfo("README.txt"), ZipInfo("readme.txt"))),
        "bad deflate": ("content", flip(deflated, local(deflated) + 40)),
        "more than it says": ("content", both(deflated, 18, "<L", 71)),
        "less than it says": ("content", both(deflated, 18, "<L", 73)),
        "deflate in store": ("content", both(cut, 4, "<H", 8)),
        "mimetype later": ("mimetype", second_first()),
        "other mimetype": ("mimetype", of_mimetype(MIMETYPE_CONTENT.replace(b"e", b"f"))),
        "long mimetype": ("file_size", of_mimetype(MIMETYPE_CONTENT + b"\n")),
        "gap at the end": ("container", put(gap_at_end, len(gap_at_end) - 6, "<L", start + 3)),
    }


def second_first() -> bytes:
    """Return a container in which another file stands before the mimetype."""
    return written({"README.txt": b"", "mimetype": MIMETYPE_CONTENT})


def of_mimetype(content: bytes) -> bytes:
    """Return a container with another mimetype."""
    return written({"mimetype": content})


@pytest.mark.parametrize("trick", tricks())
def test_tricks_are_refused(trick: str) -> None:
    expected, data = tricks()[trick]
    assert rule(data) == expected


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../up",
        "records/../up",
        "a\\b",
        "C:x",
        "records/",
        "records//x",
        "a/b/c",
        ".hidden",
        "end.",
        "CON",
        "nul.txt",
        "records/aux.jsonl",
        "COM1.jsonl",
        "a b",
        "tệp",
        "line\nbreak",
        "~x",
        "x" * 81,
    ],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert rule(theirs(ZipInfo(name))) == "name"
    with pytest.raises(Fault):
        ours({name: b""})


def test_nothing_is_written_twice() -> None:
    with pytest.raises(Fault):
        ours({"README.txt": b"", "readme.txt": b""})


def test_limits() -> None:
    bomb = theirs(ZipInfo("README.txt"), method=ZIP_DEFLATED, content=bytes(1 << 20))
    assert rule(bomb) == "ratio"
    assert rule(bomb, Limits(ratio=2000)) == "taken"
    assert rule(ours(), Limits(files=2)) == "files"
    assert rule(ours(), Limits(unpacked=150)) == "unpacked"
    container = Container(io.BytesIO(ours()), DEFAULT_LIMITS)
    with pytest.raises(BundleRefused, match="file_size"):
        container.read("README.txt", 71)
    with pytest.raises(BundleRefused, match="file_missing"):
        container.read("paper/x.pdf", 71)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    bomb = theirs(ZipInfo("README.txt"), method=ZIP_DEFLATED, content=bytes(1 << 24))
    container = Container(io.BytesIO(both(bomb, 18, "<L", 100)), DEFAULT_LIMITS)
    with container.open("README.txt") as file, pytest.raises(BundleRefused, match="content"):
        file.read()


def test_several_files_can_be_read_by_turns() -> None:
    container = Container(io.BytesIO(ours()), DEFAULT_LIMITS)
    with container.open(NAMES[0]) as one, container.open(NAMES[1]) as two:
        assert one.read(8) + two.read(8) + one.read() == b"content " * 10


def test_every_changed_byte_is_found_or_changes_nothing() -> None:
    data = ours()
    before = Container(io.BytesIO(data), DEFAULT_LIMITS)
    for at in range(len(data)):
        changed = flip(data, at)
        if rule(changed) == "taken":
            # What no digest covers: dates and attributes that nobody reads as evidence.
            after = Container(io.BytesIO(changed), DEFAULT_LIMITS)
            assert before.entries == after.entries


def test_scratch_holds_no_plaintext_and_reads_back(tmp_path: Path) -> None:
    with Scratch(tmp_path) as scratch:
        assert not [file for file in tmp_path.iterdir() if file.stat().st_size]
        scratch.seek(37)
        scratch.write(b"records" * 50_000)
        scratch.seek(0)
        scratch.write(b"h" * 37)
        scratch.seek(0)
        assert scratch.read() == b"h" * 37 + b"records" * 50_000
        scratch.seek(37 + 7)
        assert scratch.read(7) == b"records"
        with io.FileIO(scratch.fileno(), closefd=False) as raw:
            raw.seek(0)
            assert b"records" not in raw.read()
            assert raw.tell() == scratch.seek(0, io.SEEK_END)
        scratch.truncate(44)
        scratch.seek(0, io.SEEK_END)
        assert scratch.tell() == 44
