"""Hostile bytes give a refusal, never another error, and never another content."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antq_desktop.bundle.asic_manifest import parse_asic_manifest, write_asic_manifest
from antq_desktop.bundle.container import Container
from antq_desktop.bundle.container_writer import ContainerWriter
from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.lines import read_lines
from antq_desktop.bundle.manifest import parse_manifest, to_bytes
from antq_desktop.bundle.names import MIMETYPE_CONTENT
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto.canonical import dump
from tests.unit.bundle.world import lines, submission

if TYPE_CHECKING:
    from pathlib import Path

QUICK = settings(max_examples=60)

FILES = st.dictionaries(
    st.from_regex(r"(records/)?[a-z][a-z0-9_]{3,9}\.jsonl", fullmatch=True),
    st.binary(max_size=300),
    max_size=5,
)


def container(files: dict[str, bytes]) -> bytes:
    """Return a container as we write it."""
    target = io.BytesIO()
    writer = ContainerWriter(target, DEFAULT_LIMITS)
    writer.add("mimetype", io.BytesIO(MIMETYPE_CONTENT))
    for name, content in files.items():
        writer.add(name, io.BytesIO(content))
    writer.close()
    return target.getvalue()


def contents(data: bytes) -> dict[str, bytes]:
    """Return what we read in a container."""
    found = Container(io.BytesIO(data), DEFAULT_LIMITS)
    return {name: found.read(name, 1 << 20) for name in found.names}


def changed(data: st.DataObject, whole: bytes) -> bytes:
    """Return the bytes with a piece of them replaced by others."""
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 8, len(whole))))
    return whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:]


@QUICK
@given(FILES)
def test_zipfile_reads_what_we_write(files: dict[str, bytes]) -> None:
    with ZipFile(io.BytesIO(container(files))) as file:
        found = {name: file.read(name) for name in file.namelist()}
    assert found == {"mimetype": MIMETYPE_CONTENT} | files


@QUICK
@given(FILES, st.sampled_from([ZIP_STORED, ZIP_DEFLATED]))
def test_we_read_what_zipfile_writes(files: dict[str, bytes], method: int) -> None:
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        file.writestr(ZipInfo("mimetype"), MIMETYPE_CONTENT)
        for name, content in files.items():
            file.writestr(ZipInfo(name), content, compress_type=method)
    assert contents(target.getvalue()) == {"mimetype": MIMETYPE_CONTENT} | files


@settings(max_examples=300)
@given(st.data(), FILES)
def test_of_a_changed_container_we_take_only_what_zipfile_sees(
    data: st.DataObject, files: dict[str, bytes]
) -> None:
    whole = changed(data, container(files))
    try:
        ours = contents(whole)
    except BundleRefused:
        return
    with ZipFile(io.BytesIO(whole)) as file:
        assert {name: file.read(name) for name in file.namelist()} == ours


@QUICK
@given(st.data())
def test_a_changed_manifest_is_refused_or_has_one_spelling(data: st.DataObject) -> None:
    whole = changed(data, to_bytes(submission()))
    try:
        manifest = parse_manifest(whole)
    except BundleRefused:
        return
    assert to_bytes(manifest) == whole


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
)


@QUICK
@given(st.sampled_from(sorted(submission().__struct_fields__)), JSON)
def test_no_json_value_of_a_member_breaks_the_reader(member: str, value: Any) -> None:
    name = member.rstrip("_")
    whole = to_bytes(submission())
    manifest = {**msgspec.json.decode(whole), name: value}
    try:
        read = parse_manifest(dump(manifest))
    except BundleRefused:
        return
    assert to_bytes(read) == dump(manifest)


@QUICK
@given(st.data())
def test_changed_lines_are_refused_or_read(data: st.DataObject) -> None:
    whole = changed(data, lines(2))
    try:
        found = list(read_lines(io.BytesIO(whole), "disputes", "records/disputes.jsonl"))
    except BundleRefused:
        return
    again = b"".join(dump({"header": one.header, "shared": one.shared}) + b"\n" for one in found)
    assert again == whole


@QUICK
@given(st.data())
def test_a_changed_list_of_digests_is_refused_or_read(data: st.DataObject) -> None:
    whole = changed(data, write_asic_manifest({"README.txt": "0" * 64, "a": "1" * 64}))
    try:
        found = parse_asic_manifest(whole)
    except BundleRefused:
        return
    assert all(len(digest) == 64 for digest in found.values())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(min_size=1, max_size=5000), max_size=8), st.data())
def test_scratch_is_a_file_like_any_other(
    tmp_path: Path, pieces: list[bytes], data: st.DataObject
) -> None:
    whole = b"".join(pieces)
    with Scratch(tmp_path) as scratch:
        for piece in pieces:
            scratch.write(piece)
        start = data.draw(st.integers(0, len(whole)))
        size = data.draw(st.integers(0, 6000))
        scratch.seek(start)
        assert scratch.read(size) == whole[start : start + size]


STREAMS = """
import resource, sys
from pathlib import Path
from tests.unit.bundle.world import ATTACHMENT, Post, entries

post = Post(Path(sys.argv[1]))

class Large:
    left = 60 << 20
    def read(self, size):
        size = min(size, self.left)
        self.left -= size
        return bytes(size)

written = post.write(entries={**entries(), ATTACHMENT: b"small"})
with post.open(written.path) as bundle:
    list(bundle.records("disputes"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
written = post.write(entries={**entries(), ATTACHMENT: Large()})
assert written.size > 60 << 20
with post.open(written.path) as bundle:
    list(bundle.records("disputes"))
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
assert grown < 20 << 10, f"{grown} KiB more"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module there")
def test_large_attachments_need_little_memory(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", STREAMS, tmp_path], check=True)
