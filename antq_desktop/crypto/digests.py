"""SHA-256 digests, and how people read and compare them."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import IO

CHUNK = 1 << 20
"""How many bytes are read from a stream at a time."""

_SEPARATORS = re.compile(r"[\s:-]")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class StreamTooLong(ValueError):
    """The stream holds more bytes than were allowed."""


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def hash_stream(stream: IO[bytes], size_limit: int | None = None) -> tuple[str, int]:
    """Read ``stream`` to its end and return its SHA-256 (as ``sha256_hex``) and its size in bytes.

    Raises StreamTooLong as soon as more than ``size_limit`` bytes have come.
    """
    digest = hashlib.sha256()
    size = 0
    while block := stream.read(CHUNK):
        size += len(block)
        if size_limit is not None and size > size_limit:
            raise StreamTooLong("the stream is longer than allowed")
        digest.update(block)
    return digest.hexdigest(), size


def grouped(digits: str) -> str:
    """Return hex digits as people read them aloud: upper case, groups of four, ``3F2A 91BC …``."""
    plain = _SEPARATORS.sub("", digits).upper()
    return " ".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def same_fingerprint(a: str, b: str) -> bool:
    """Say whether two texts give the same SHA-256 fingerprint, all 64 digits of it.

    Case, white space, colons and dashes do not count. A text that is shorter, longer or not hex
    equals nothing. The time taken does not tell where two fingerprints differ.
    """
    first, second = (_SEPARATORS.sub("", text).lower() for text in (a, b))
    if not (_FINGERPRINT.fullmatch(first) and _FINGERPRINT.fullmatch(second)):
        return False
    return hmac.compare_digest(first, second)
