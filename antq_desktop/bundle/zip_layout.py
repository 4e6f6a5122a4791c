"""The records of a ZIP file (APPNOTE.TXT 6.3.10) as both our writer and our reader see them."""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

STORED: Final = 0
DEFLATED: Final = 8
UTF8_FLAG: Final = 0x0800
FIXED_DATE: Final = (1 << 5) | 1
"""1980-01-01, the first day that a ZIP file knows; the time is 0."""
MANY: Final = 0xFFFF
"""From so many entries on, the count stands in a ZIP64 end record."""

LOCAL_SIGNATURE: Final = b"PK\x03\x04"
CENTRAL_SIGNATURE: Final = b"PK\x01\x02"
END_SIGNATURE: Final = b"PK\x05\x06"
END64_SIGNATURE: Final = b"PK\x06\x06"
LOCATOR64_SIGNATURE: Final = b"PK\x06\x07"

_SHARED: Final = struct.Struct("<5H3L2H")
_CENTRAL_REST: Final = struct.Struct("<3H2L")
_END: Final = struct.Struct("<4s4H2LH")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64: Final = struct.Struct("<4sLQL")

LOCAL_SIZE: Final = len(LOCAL_SIGNATURE) + _SHARED.size
CENTRAL_SIZE: Final = len(CENTRAL_SIGNATURE) + 2 + _SHARED.size + _CENTRAL_REST.size
END_SIZE: Final = _END.size
END64_SIZE: Final = _END64.size
LOCATOR64_SIZE: Final = _LOCATOR64.size


class EntryFields(NamedTuple):
    """What the local header and the central directory both say of an entry."""

    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int


class CentralRest(NamedTuple):
    """What only the central directory says."""

    comment_length: int
    disk: int
    internal: int
    attributes: int
    offset: int


class End(NamedTuple):
    """The end record; with ZIP64 ``entries`` is the count of the ZIP64 record."""

    entries: int
    central_size: int
    central_offset: int


class BadLayout(ValueError):
    """These bytes are not the record that must stand here."""


def pack_local(fields: EntryFields) -> bytes:
    """Return a local header; the name follows."""
    return LOCAL_SIGNATURE + _SHARED.pack(*fields)


def unpack_local(data: bytes) -> EntryFields:
    """Read a local header; raises BadLayout."""
    if len(data) != LOCAL_SIZE or not data.startswith(LOCAL_SIGNATURE):
        raise BadLayout("no local header")
    return EntryFields(*_SHARED.unpack_from(data, len(LOCAL_SIGNATURE)))


def pack_central(fields: EntryFields, offset: int) -> bytes:
    """Return a header of the central directory; the name follows.

    "Made by" is 2.0 on DOS and the attributes are 0: nothing tells where the file was made.
    """
    made_by = struct.pack("<H", fields.needed)
    rest = _CENTRAL_REST.pack(*CentralRest(0, 0, 0, 0, offset))
    return CENTRAL_SIGNATURE + made_by + _SHARED.pack(*fields) + rest


def unpack_central(data: bytes) -> tuple[int, EntryFields, CentralRest]:
    """Read a header of the central directory: made by, shared fields, rest; raises BadLayout."""
    if len(data) != CENTRAL_SIZE or not data.startswith(CENTRAL_SIGNATURE):
        raise BadLayout("no central header")
    (made_by,) = struct.unpack_from("<H", data, 4)
    fields = EntryFields(*_SHARED.unpack_from(data, 6))
    return made_by, fields, CentralRest(*_CENTRAL_REST.unpack_from(data, 6 + _SHARED.size))


def pack_end(end: End) -> bytes:
    """Return all that follows the central directory, with ZIP64 records only where needed."""
    shown = min(end.entries, MANY)
    last = _END.pack(END_SIGNATURE, 0, 0, shown, shown, end.central_size, end.central_offset, 0)
    if end.entries < MANY:
        return last
    end64 = _END64.pack(
        END64_SIGNATURE,
        _END64.size - 12,
        45,
        45,
        0,
        0,
        end.entries,
        end.entries,
        end.central_size,
        end.central_offset,
    )
    where = end.central_offset + end.central_size
    return end64 + _LOCATOR64.pack(LOCATOR64_SIGNATURE, 0, where, 1) + last


def unpack_end(data: bytes, size: int) -> End:
    """Read the end of a file of ``size`` bytes from its last bytes; raises BadLayout.

    The file must end as ``pack_end`` would end it, so that no reader can find another end.
    ``data`` are the last END64_SIZE + LOCATOR64_SIZE + END_SIZE bytes, or all there are.
    """
    if len(data) < END_SIZE:
        raise BadLayout("too short")
    _, _, _, _, shown, central_size, offset, _ = _END.unpack(data[-END_SIZE:])
    entries = shown
    if shown == MANY and len(data) >= END64_SIZE:
        entries = _END64.unpack_from(data)[6]
    end = End(entries, central_size, offset)
    expected = pack_end(end)
    if not data.endswith(expected) or offset + central_size + len(expected) != size:
        raise BadLayout("no end record, or something before or after it")
    # Most readers look for this locator before they believe the end record.
    if entries < MANY and data[-LOCATOR64_SIZE - END_SIZE :].startswith(LOCATOR64_SIGNATURE):
        raise BadLayout("a stray ZIP64 locator")
    return end
