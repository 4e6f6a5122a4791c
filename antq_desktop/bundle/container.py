"""Reads the container: a narrow profile of ZIP in which every reader sees the same files."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING, Final

from antq_desktop.bundle import zip_layout as layout
from antq_desktop.bundle.entry_stream import Entry, open_entry
from antq_desktop.bundle.names import LONGEST, MIMETYPE, MIMETYPE_CONTENT, is_possible
from antq_desktop.bundle.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.limits import Limits

_TAIL: Final = layout.END64_SIZE + layout.LOCATOR64_SIZE + layout.END_SIZE
# Deflate's two bits say how hard the packer tried; they change nothing.
_FLAGS: Final = {layout.STORED: layout.UTF8_FLAG, layout.DEFLATED: layout.UTF8_FLAG | 0b110}
_NEWEST_NEEDED: Final = 45
_DOS, _UNIX = 0, 3
_DOS_FILE: Final = 0x27
_UNIX_TYPE: Final = 0o170000
_UNIX_FILE: Final = 0o100000


class Container:
    """A container whose structure is checked; contents are checked as they are read.

    Raises BundleRefused unless the file is nothing but entries without gap or overlap, then the
    directory that describes them in the same order and words, then the end record (rule
    ``container``); unless every name is possible and unlike the others (``name``); and unless all
    is within the limits (``files``, ``unpacked``, ``ratio``). ``size`` is that of the file itself.
    """

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._stream = stream
        self.size = stream.seek(0, os.SEEK_END)
        try:
            self.entries = _entries(stream, limits)
        except layout.BadLayout as error:
            raise refused("container") from error
        first = next(iter(self.entries), None)
        if first != MIMETYPE or self.read(MIMETYPE, len(MIMETYPE_CONTENT)) != MIMETYPE_CONTENT:
            raise refused("mimetype", file=MIMETYPE)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the order of the container."""
        return tuple(self.entries)

    def open(self, name: str) -> IO[bytes]:
        """Return the content of a file, checked while it is read (BundleRefused ``content``).

        Raises BundleRefused ``file_missing``.
        """
        entry = self.entries.get(name)
        if entry is None:
            raise refused("file_missing", file=name)
        return open_entry(self._stream, entry)

    def read(self, name: str, limit: int) -> bytes:
        """Return a whole file; above ``limit`` bytes it raises BundleRefused ``file_size``."""
        entry = self.entries.get(name)
        if entry is not None and entry.size > limit:
            raise refused("file_size", file=name, limit=limit)
        with self.open(name) as file:
            return file.read()


def _entries(stream: IO[bytes], limits: Limits) -> dict[str, Entry]:
    end = _end(stream, limits)
    stream.seek(end.central_offset)
    central = stream.read(end.central_size)
    entries: dict[str, Entry] = {}
    taken: set[str] = set()
    position = unpacked = 0
    for name, fields, rest in _central(central, end.entries):
        if name.lower() in taken:
            raise refused("name_twice", file=name)
        taken.add(name.lower())
        unpacked += fields.size
        if unpacked > limits.unpacked:
            raise refused("unpacked", limit=limits.unpacked)
        if fields.size > fields.packed * limits.ratio:
            raise refused("ratio", file=name, limit=limits.ratio)
        if rest.offset != position:
            raise layout.BadLayout("a gap, an overlap, or another order")
        data_at = _data_at(stream, position, name, fields)
        entries[name] = Entry(name, fields.method, data_at, fields.packed, fields.size, fields.crc)
        position = data_at + fields.packed
    if position != end.central_offset:
        raise layout.BadLayout("something between the entries and the directory")
    return entries


def _end(stream: IO[bytes], limits: Limits) -> layout.End:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(size - _TAIL, 0))
    end = layout.unpack_end(stream.read(_TAIL), size)
    if end.entries > limits.files:
        raise refused("files", limit=limits.files)
    if end.central_size > end.entries * (layout.CENTRAL_SIZE + LONGEST):
        raise layout.BadLayout("a directory too large for its entries")
    return end


def _central(
    data: bytes, entries: int
) -> Iterator[tuple[str, layout.EntryFields, layout.CentralRest]]:
    position = 0
    for _ in range(entries):
        name_at = position + layout.CENTRAL_SIZE
        made_by, fields, rest = layout.unpack_central(data[position:name_at])
        position = name_at + fields.name_length
        name = _name(data[name_at:position])
        _check_fields(fields)
        _check_rest(made_by, rest)
        yield name, fields, rest
    if position != len(data):
        raise layout.BadLayout("entries are fewer than the directory has room for")


def _name(data: bytes) -> str:
    name = data.decode("ascii", "replace")
    if not is_possible(name):
        # What is written there is not shown: it may be anything.
        raise refused("name")
    return name


def _check_fields(fields: layout.EntryFields) -> None:
    """Refuse encryption, descriptors, extra fields, other methods, and a stored size that lies."""
    allowed = _FLAGS.get(fields.method)
    if allowed is None or fields.flags & ~allowed:
        raise layout.BadLayout("an unknown method, encryption, or a descriptor")
    if fields.extra_length or fields.needed > _NEWEST_NEEDED:
        raise layout.BadLayout("an extra field or a newer version")
    if fields.method == layout.STORED and fields.packed != fields.size:
        raise layout.BadLayout("a stored entry with two sizes")


def _check_rest(made_by: int, rest: layout.CentralRest) -> None:
    """Refuse comments, other volumes, and whatever is not a plain file."""
    system = made_by >> 8
    kind = (rest.attributes >> 16) & _UNIX_TYPE
    plain = system in {_DOS, _UNIX} and kind in {0, _UNIX_FILE}
    if not plain or rest.attributes & 0xFF & ~_DOS_FILE:
        raise layout.BadLayout("a link, a folder or a device")
    if rest.comment_length or rest.disk:
        raise layout.BadLayout("a comment or another volume")


def _data_at(stream: IO[bytes], position: int, name: str, fields: layout.EntryFields) -> int:
    """Return where the data begins, after a local header that says what the directory says."""
    stream.seek(position)
    header = stream.read(layout.LOCAL_SIZE + len(name))
    same = layout.unpack_local(header[: layout.LOCAL_SIZE]) == fields
    if not same or header[layout.LOCAL_SIZE :] != name.encode("ascii"):
        raise layout.BadLayout("the local header differs from the directory")
    return position + len(header)
