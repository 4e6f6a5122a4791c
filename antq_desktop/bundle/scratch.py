"""A scratch file on disk of which nobody can read a byte, not even after a power cut."""

from __future__ import annotations

import io
import os
import tempfile
from typing import IO, TYPE_CHECKING, Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import ReadableBuffer, WriteableBuffer

_BLOCK: Final = 16
_BUFFER: Final = 256 * 1024


class Scratch(io.BufferedRandom):
    """A seekable binary file over an unnamed temporary file, encrypted under a throw-away key.

    The key lives only in this object, so what is left on the disk is noise. The key stream belongs
    to the position: writing a position twice would leak the difference of both texts to whoever
    has two images of the disk, so users write every position once.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(_EncryptedFile(folder), buffer_size=_BUFFER)


class _EncryptedFile(io.RawIOBase):
    """AES-256 in counter mode: block ``n`` of the file is counter ``n``."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._key = os.urandom(32)
        self._file = _unnamed(folder)

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def fileno(self) -> int:
        return self._file.fileno()

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        position = self._file.tell()
        view = memoryview(buffer).cast("B")
        sealed = self._file.read(len(view)) or b""
        view[: len(sealed)] = self._crypt(position, sealed)
        return len(sealed)

    def write(self, data: ReadableBuffer, /) -> int:
        position = self._file.tell()
        return self._file.write(self._crypt(position, bytes(data))) or 0

    def truncate(self, size: int | None = None, /) -> int:
        return self._file.truncate(size)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _crypt(self, position: int, data: bytes) -> bytes:
        block, inside = divmod(position, _BLOCK)
        stream = Cipher(AES256(self._key), CTR(block.to_bytes(_BLOCK, "big"))).encryptor()
        stream.update(bytes(inside))
        return stream.update(data)


def _unnamed(folder: Path) -> IO[bytes]:
    # Without a name from the start; Windows deletes it when it is closed.
    return tempfile.TemporaryFile(dir=folder, buffering=0)
