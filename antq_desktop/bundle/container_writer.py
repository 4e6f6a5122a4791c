"""Writes the container: a ZIP file whose bytes depend on nothing but names and contents."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from antq_desktop.bundle.names import is_possible
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.zip_layout import (
    FIXED_DATE,
    LOCAL_SIZE,
    STORED,
    End,
    EntryFields,
    pack_central,
    pack_end,
    pack_local,
)
from antq_desktop.errors import Fault

if TYPE_CHECKING:
    from antq_desktop.bundle.limits import Limits

_CHUNK: Final = 1 << 20
_NEEDED: Final = 20


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written of one entry: bytes, SHA-256 in hex, and line ends."""

    size: int
    sha256: str
    lines: int


class ContainerWriter:
    """Writes stored entries, in the order in which they are added, to an empty seekable file.

    No dates, no attributes, no extra fields; sizes stand in the local headers. Each position of
    the target is written once, as ``Scratch`` wants it.
    """

    def __init__(self, target: IO[bytes], limits: Limits) -> None:
        self._target = target
        self._limits = limits
        self._central: list[bytes] = []
        self._names: set[str] = set()
        self._end = 0
        self._unpacked = 0

    def add(self, name: str, source: IO[bytes]) -> Packed:
        """Copy ``source`` to its end as the entry ``name``.

        Raises BundleRefused (``files``, ``unpacked``) where a reader would refuse the container.
        """
        if not is_possible(name) or name.lower() in self._names:
            raise Fault("a name that no container may have, or has already")
        self._names.add(name.lower())
        if len(self._names) > self._limits.files:
            raise refused("files", limit=self._limits.files)
        data_at = self._end + LOCAL_SIZE + len(name)
        self._target.seek(data_at)
        crc, packed = self._copy(source)
        fields = EntryFields(
            _NEEDED, 0, STORED, 0, FIXED_DATE, crc, packed.size, packed.size, len(name), 0
        )
        self._target.seek(self._end)
        self._target.write(pack_local(fields) + name.encode("ascii"))
        self._central.append(pack_central(fields, self._end) + name.encode("ascii"))
        self._end = data_at + packed.size
        return packed

    def close(self) -> int:
        """Write the central directory and return the size of the container in bytes."""
        central = b"".join(self._central)
        end = pack_end(End(len(self._central), len(central), self._end))
        self._target.seek(self._end)
        self._target.write(central + end)
        self._target.flush()
        return self._end + len(central) + len(end)

    def _copy(self, source: IO[bytes]) -> tuple[int, Packed]:
        crc = size = lines = 0
        digest = hashlib.sha256()
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            self._unpacked += len(chunk)
            if self._unpacked > self._limits.unpacked:
                raise refused("unpacked", limit=self._limits.unpacked)
            crc = zlib.crc32(chunk, crc)
            digest.update(chunk)
            lines += chunk.count(b"\n")
            self._target.write(chunk)
        return crc, Packed(size, digest.hexdigest(), lines)
