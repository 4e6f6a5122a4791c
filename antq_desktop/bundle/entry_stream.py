"""The content of one entry of a container, unpacked and checked while it is read."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, cast

from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.zip_layout import DEFLATED

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a container: where its packed bytes lie, and what they must unpack to."""

    name: str
    method: int
    data_at: int
    packed: int
    size: int
    crc: int


def open_entry(stream: IO[bytes], entry: Entry) -> IO[bytes]:
    """Return the content of ``entry`` as a stream to read once, from its beginning.

    Reading raises BundleRefused (``content``) where the content is not of the size and CRC that
    the container says: at the end, and before more than ``entry.size`` bytes have come.
    """
    return cast("IO[bytes]", io.BufferedReader(_EntryStream(stream, entry), _CHUNK))


class _EntryStream(io.RawIOBase):
    """Seeks before each read, so that several entries of one container can be open."""

    def __init__(self, stream: IO[bytes], entry: Entry) -> None:
        super().__init__()
        self._stream = stream
        self._entry = entry
        self._at = entry.data_at
        self._packed_end = entry.data_at + entry.packed
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == DEFLATED else None
        self._size = 0
        self._crc = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._unpacked(len(view))
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        if self._size > self._entry.size or not (data or self._is_whole()):
            raise refused("content", file=self._entry.name)
        view[: len(data)] = data
        return len(data)

    def _packed(self, size: int) -> bytes:
        self._stream.seek(self._at)
        data = self._stream.read(min(size, self._packed_end - self._at))
        self._at += len(data)
        return data

    def _unpacked(self, size: int) -> bytes:
        inflater = self._inflater
        if inflater is None:
            return self._packed(size)
        while not inflater.eof:
            packed = inflater.unconsumed_tail or self._packed(_CHUNK)
            try:
                data = inflater.decompress(packed, size)
            except zlib.error as error:
                raise refused("content", file=self._entry.name) from error
            if data or not packed:
                return data
        return b""

    def _is_whole(self) -> bool:
        entry, inflater = self._entry, self._inflater
        ended = inflater is None or (inflater.eof and not inflater.unused_data)
        all_read = self._at == self._packed_end
        return ended and all_read and (self._size, self._crc) == (entry.size, entry.crc)
