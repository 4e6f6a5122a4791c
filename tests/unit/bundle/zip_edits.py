"""Changes single numbers of a ZIP file, as no program that packs one would."""

from __future__ import annotations

import struct
from zipfile import ZipInfo


def put(data: bytes, at: int, form: str, value: int) -> bytes:
    """Return the data with one number changed."""
    changed = bytearray(data)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


def central(data: bytes, entry: int = 1) -> int:
    """Return where the directory speaks of an entry."""
    at = -1
    for _ in range(entry + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    return at


def local(data: bytes, entry: int = 1) -> int:
    """Return where the local header of an entry is."""
    (at,) = struct.unpack_from("<L", data, central(data, entry) + 42)
    return int(at)


def both(data: bytes, field: int, form: str, value: int) -> bytes:
    """Change a field of entry 1 in the local header and in the directory."""
    changed = put(data, local(data) + 4 + field, form, value)
    return put(changed, central(data) + 6 + field, form, value)


def unix(name: str, mode: int) -> ZipInfo:
    """Return an entry with a mode of Unix."""
    info = ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def flip(data: bytes, at: int) -> bytes:
    """Return the data with all bits of a byte turned over; it may be counted from the end."""
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
