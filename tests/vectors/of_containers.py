"""Vectors: ZIP files of which two readers may see different things, and those that are bombs."""

from __future__ import annotations

import io
import struct
import zlib
from functools import partial
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from antq_desktop.bundle import names
from tests.unit.bundle.zip_edits import both, central, flip, local, put, unix
from tests.vectors.packing import (
    README,
    bundle,
    content,
    deflated,
    sealed,
    stored,
    usual,
    with_signature,
)
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from _typeshed import ReadableBuffer

    Case = tuple[str, str, str, str | None, Callable[[], bytes]]

GIB = 1 << 30
MIB = 1 << 20


def containers() -> Iterator[Vector]:
    """Yield everything that is wrong with a container."""
    for rule, name, about, row, make in (*_layouts(), *_entries(), *_names()):
        yield Vector(name=f"zip-{name}", about=about, rule=rule, row=row, make=make)
    for rule, name, about, make in _large():
        yield Vector(
            name=f"zip-{name}", about=about, rule=rule, row="U10", make=make, committed=False
        )


def _layouts() -> Iterator[Case]:
    rule = "container"
    yield rule, "prefixed", "bytes before it", "U1", lambda: sealed(b"MZ" + deflated(usual()))
    yield rule, "appended", "bytes after it", "U1", lambda: sealed(deflated(usual()) + b"more")
    yield rule, "gap", "bytes between entries and directory", "U1", _gap
    yield rule, "comment", "a comment of the file", "U1", _comment
    yield rule, "entry-comment", "a comment of an entry", "U1", _entry_comment
    yield rule, "two-ends", "two end records", None, _two_ends
    yield rule, "stray-zip64", "a ZIP64 locator that is not needed", "U1", _stray_locator
    yield rule, "extra", "an extra field: another name in Unicode", "U2", _extra
    yield rule, "descriptor", "a data descriptor", "U3", _descriptor
    yield rule, "order", "directory in another order", "U1", _order
    yield rule, "overlap", "two entries over one content", None, _overlap
    yield rule, "cut", "the end is missing", None, lambda: sealed(deflated(usual())[:-30])
    yield "mimetype", "empty", "no entry", "U9", lambda: sealed(b"PK\x05\x06" + bytes(18))


def _entries() -> Iterator[Case]:
    rule = "container"
    yield rule, "bzip2", "packed with bzip2", "U4", lambda: sealed(_packed(ZIP_BZIP2))
    yield rule, "encrypted", "an encrypted entry", None, lambda: _field(2, "<H", 1)
    yield rule, "volume", "an entry on another volume", "U4", _volume
    yield rule, "newer", "needs version 6.3", None, lambda: _field(0, "<H", 63)
    yield rule, "link", "a link to /etc/passwd", "U5", lambda: _plus(unix("records", 0o120777))
    yield rule, "folder", "a folder", "U5", lambda: _plus(unix("records", 0o040755))
    yield rule, "local-name", "the local header has another name", "U6", _local_name
    yield rule, "local-size", "the local header has another size", "U6", _local_size
    yield "content", "crc", "another CRC, in both headers", None, lambda: _field(10, "<L", 1)
    yield "content", "bad-deflate", "deflate that cannot be unpacked", None, _bad_deflate
    yield "content", "longer", "unpacks to more than it says", "U6", lambda: _deflated_size(-1)
    yield "content", "shorter", "unpacks to less than it says", "U6", lambda: _deflated_size(1)
    yield "ratio", "bomb", "1 MiB of zeros in 1 KiB", "U10", _bomb
    yield "content", "lying-bomb", "1 MiB of zeros that claims 100 bytes", "U6", _lying_bomb
    yield "mimetype", "mimetype-later", "mimetype is not the first", "U9", _mimetype_later
    yield "mimetype", "mimetype-other", "another mimetype", "U9", _mimetype_other


def _names() -> Iterator[Case]:
    yield "name_twice", "twice", "a name twice", "U7", lambda: _plus(ZipInfo(names.README))
    yield "name_twice", "case", "the same name in capitals", "U7", lambda: _plus_name("readme.TXT")
    for name, path in (
        ("absolute", "/etc/passwd"),
        ("upward", "../up.txt"),
        ("backslash", "records\\x"),
        ("device", "records/aux.jsonl"),
        ("device-bare", "CON"),
        ("deep", "a/b/c"),
        ("hidden", ".profile"),
        ("control", "x\x1b[2Jy"),
        ("unicode", "tệp.txt"),
    ):
        about = f"a name of another kind: {path!a}"
        yield "name", f"name-{name}", about, "U8", partial(_plus_name, path)
    yield "file_extra", "unsigned", "a file that is not signed", "U9", _unsigned_file
    yield "name", "foreign", "a signed file that submissions do not have", "U9", _foreign
    yield "file_missing", "missing", "a signed file is not there", None, _missing
    yield "file_digest", "replaced", "a file is not the one that was signed", None, _replaced


def _large() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    yield "files", "many", "100 001 files more", _many
    yield "unpacked", "huge", "2 GiB of zeros in 2 MiB", _huge
    yield "file_size", "large-xml", "ASiCManifest001.xml of 33 MiB", _large_xml


def _gap() -> bytes:
    data = deflated(usual())
    start, end = central(data, 0), len(data) - 22
    longer = data[:start] + b"gap" + data[start:]
    return sealed(put(longer, end + 3 + 16, "<L", start + 3))


def _comment() -> bytes:
    data = deflated(usual())
    return sealed(put(data, len(data) - 2, "<H", 4) + b"more")


def _entry_comment() -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, data in usual().items():
            info = ZipInfo(name)
            info.comment = b"more" if name == names.README else b""
            file.writestr(info, data)
    return sealed(target.getvalue())


def _two_ends() -> bytes:
    data = deflated(usual())
    return sealed(data + data[-22:])


def _stray_locator() -> bytes:
    """Put a locator, which most readers look for first, before the end record."""
    data = deflated(usual())
    end = len(data) - 22
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    whole = struct.unpack("<4s4H2LH", data[end:])
    record = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, whole[3], whole[4], whole[5], whole[6]
    )
    return sealed(data[:end] + record + locator + data[end:])


def _extra() -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, data in usual().items():
            info = ZipInfo(name)
            if name == names.README:
                other = b"OTHER.txt"
                value = struct.pack("<BL", 1, zlib.crc32(name.encode())) + other
                info.extra = struct.pack("<HH", 0x7075, len(value)) + value
            file.writestr(info, data)
    return sealed(target.getvalue())


class _OneWay(io.RawIOBase):
    """A stream that cannot be sought in, so that sizes come after the data."""

    def __init__(self, target: IO[bytes]) -> None:
        super().__init__()
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        return self._target.write(data)


def _descriptor() -> bytes:
    target = io.BytesIO()
    with ZipFile(_OneWay(target), "w") as file:
        for name, data in usual().items():
            file.writestr(ZipInfo(name), data)
    return sealed(target.getvalue())


def _order() -> bytes:
    """Exchange two headers of the directory; the entries stay where they are."""
    data = deflated(usual())
    one, two, three = (central(data, entry) for entry in (1, 2, 3))
    return sealed(data[:one] + data[two:three] + data[one:two] + data[three:])


def _overlap() -> bytes:
    """Let the directory say of two entries that they begin at the same place."""
    data = deflated(usual())
    return sealed(put(data, central(data, 2) + 42, "<L", local(data, 1)))


def _packed(method: int) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, data in usual().items():
            stays = name == names.MIMETYPE
            file.writestr(ZipInfo(name), data, compress_type=ZIP_STORED if stays else method)
    return target.getvalue()


def _field(field: int, form: str, value: int) -> bytes:
    return sealed(both(deflated(usual()), field, form, value))


def _volume() -> bytes:
    data = deflated(usual())
    return sealed(put(data, central(data) + 34, "<H", 1))


def _plus(info: ZipInfo, data: bytes = b"/etc/passwd") -> bytes:
    target = io.BytesIO(deflated(usual()))
    with ZipFile(target, "a") as file:
        file.writestr(info, b"" if info.filename.endswith("/") else data)
    return sealed(target.getvalue())


def _plus_name(name: str) -> bytes:
    """Add an entry by any name, also by one that zipfile would mend."""
    info = ZipInfo("x")
    info.filename = name
    return _plus(info)


def _local_name() -> bytes:
    return sealed(deflated(usual()).replace(b"README.txt", b"README.TXT", 1))


def _local_size() -> bytes:
    data = deflated(usual())
    return sealed(put(data, local(data) + 22, "<L", 1))


def _bad_deflate() -> bytes:
    data = deflated(usual())
    return sealed(flip(data, local(data) + 40))


def _deflated_size(more: int) -> bytes:
    data = deflated(usual())
    (size,) = struct.unpack_from("<L", data, local(data) + 22)
    return sealed(both(data, 18, "<L", size + more))


def _bomb() -> bytes:
    return bundle(with_signature({**content(), names.README: bytes(MIB)}))


def _lying_bomb() -> bytes:
    data = deflated(with_signature({**content(), names.README: bytes(MIB)}))
    return sealed(both(data, 18, "<L", 100))


def _mimetype_later() -> bytes:
    files = usual()
    return sealed(deflated({names.README: README, **files}))


def _mimetype_other() -> bytes:
    return bundle(with_signature({**content(), names.MIMETYPE: b"application/zip"}))


def _unsigned_file() -> bytes:
    return bundle({**usual(), "attachments/01890a5d-ac96-774b-bcce-b302099a8060": b"x"})


def _foreign() -> bytes:
    return bundle(with_signature({**content(), "bundles/x.exe": b"x"}))


def _missing() -> bytes:
    files = usual()
    return bundle({name: data for name, data in files.items() if name != names.README})


def _replaced() -> bytes:
    return bundle({**usual(), names.README: b"another text\n"})


def _many() -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, data in usual().items():
            file.writestr(ZipInfo(name), data)
        for number in range(100_001):
            file.writestr(ZipInfo(f"attachments/{number:06d}"), b"")
    return sealed(target.getvalue())


def _huge() -> bytes:
    """Pack zeros a MiB at a time; where one ends, deflate begins as if nothing had been before."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.flush()
    again = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    again.compress(b"")
    crc = 0
    for _ in range(2 * GIB // MIB + 1):
        crc = zlib.crc32(bytes(MIB), crc)
    data = piece * (2 * GIB // MIB + 1) + last
    return sealed(_with_raw(deflated(usual()), "attachments/zeros", data, crc, 2 * GIB + MIB))


def _with_raw(whole: bytes, name: str, packed: bytes, crc: int, size: int) -> bytes:
    """Put an entry whose content is packed already at the end of a container."""
    end = len(whole) - 22
    start = central(whole, 0)
    number, length, _ = struct.unpack_from("<HLL", whole, end + 10)
    shared = struct.pack(
        "<5H3L2H", 20, 0, ZIP_DEFLATED, 0, 33, crc, len(packed), size, len(name), 0
    )
    entry = b"PK\x03\x04" + shared + name.encode() + packed
    header = b"PK\x01\x02\x14\x00" + shared + struct.pack("<3H2L", 0, 0, 0, 0, start)
    header += name.encode()
    last = struct.pack(
        "<4s4H2LH",
        b"PK\x05\x06",
        0,
        0,
        number + 1,
        number + 1,
        length + len(header),
        start + len(entry),
        0,
    )
    return whole[:start] + entry + whole[start:end] + header + last


def _large_xml() -> bytes:
    """Pad the list of digests with white space, which does not change what it says."""
    from tests.vectors.of_contents import usual_xml

    xml = usual_xml(content())
    padded = xml.replace(b"\n", b"\n" + b" " * (33 * MIB), 1)
    return sealed(stored(with_signature(content(), xml=padded)))
