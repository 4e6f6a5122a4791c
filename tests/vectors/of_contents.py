"""Vectors: signed bundles whose XML, manifest or records say what they may not, or say it oddly."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.bundle.lines import write_lines
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import line, lines
from tests.vectors.packing import bundle, content, sealed, stored, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.unit.bundle.world import Files

    Case = tuple[str, str, str, str | None, Callable[[], bytes]]

MIB = 1 << 20
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (level, (b"&l%d;" % (level - 1)) * 10) for level in range(1, 10)
)


def contents() -> Iterator[Vector]:
    """Yield everything that is wrong inside files whose digests are right."""
    for rule, name, about, row, make in (*_xml(), *_manifest(), *_records()):
        yield Vector(name=name, about=about, rule=rule, row=row, make=make)
    for rule, name, about, row, make in _large():
        yield Vector(name=name, about=about, rule=rule, row=row, make=make, committed=False)


def _large() -> Iterator[Case]:
    """Yield what is large: it must be refused, and in little memory."""
    yield "asic_manifest", "xml-deep", "two million elements in each other", "S1", _deep_xml
    yield (
        "manifest_json",
        "json-deep-million",
        "a manifest of a million lists in each other",
        "S2",
        lambda: _manifest_text(b"[" * MIB, small=False),
    )
    yield "manifest_json", "json-wide", "a manifest of six million lists", "S2", _wide_json
    yield "manifest_schema", "json-text", "a text of 19 MiB", "S3", _long_text
    yield "line_end", "line-long", "a line of more than 1 MiB", "S4", _long_line


def heavy() -> Iterator[Vector]:
    """Yield what would keep the other tools busy for minutes: for our reader alone."""
    about = "100 000 files that are not there"
    yield Vector(name="xml-wide", about=about, rule="file_missing", committed=False, make=_wide_xml)


def usual_xml(files: Files) -> bytes:
    """Return the digests of the files as we write them."""
    return write_asic_manifest({name: sha256_hex(data) for name, data in files.items()})


def _xml() -> Iterator[Case]:
    for name, about, row, before, after in (
        ("doctype", "a document type", "S1", b"\n<asic", b"\n<!DOCTYPE a>\n<asic"),
        (
            "entity",
            "an entity that stands for a digest's method",
            "S1",
            b"\n<asic",
            b'\n<!DOCTYPE a [<!ENTITY e "x">]>\n<asic',
        ),
        (
            "external",
            "an entity from a file of the reader",
            "S1",
            b"\n<asic",
            b'\n<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<asic',
        ),
        (
            "laughs",
            "entities that grow to a billion",
            "S1",
            b"\n<asic",
            b'\n<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>\n<asic",
        ),
        ("comment", "a comment", "S1", b"\n<asic", b"\n<!-- x -->\n<asic"),
        ("instruction", "a processing instruction", "S1", b"\n<asic", b"\n<?php 1?>\n<asic"),
        ("latin", "another encoding", "S1", b'"UTF-8"', b'"ISO-8859-1"'),
        ("attribute", "an unknown attribute", "S1", b' URI="README', b' x="1" URI="README'),
        ("sha512", "another method named", "S1", b"xmlenc#sha256", b"xmlenc#sha512"),
        ("signature", "another signature named", "S1", b"signature001", b"signature002"),
        ("not-xml", "no XML", None, b"<", b"{"),
        ("digest", "a digest that is cut", "S1", b"=</ds", b"</ds"),
    ):
        yield (
            "asic_manifest",
            f"xml-{name}",
            about,
            row,
            partial(_xml_text, before, after),
        )
    yield "asic_manifest", "xml-twice", "a file twice", "S1", _xml_twice
    yield "asic_manifest", "xml-utf16", "in UTF-16", None, _xml_utf16


def _xml_text(before: bytes, after: bytes) -> bytes:
    xml = usual_xml(content())
    assert before in xml
    return bundle(with_signature(content(), xml=xml.replace(before, after)))


def _xml_twice() -> bytes:
    xml = usual_xml(content()).splitlines(keepends=True)
    return bundle(with_signature(content(), xml=b"".join([*xml[:4], xml[3], *xml[4:]])))


def _xml_utf16() -> bytes:
    xml = usual_xml(content()).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    return bundle(with_signature(content(), xml=xml))


def _wide_xml() -> bytes:
    files = content()
    more = dict.fromkeys((f"attachments/{number:036d}" for number in range(100_000)), "0" * 64)
    xml = write_asic_manifest({**more, **{name: sha256_hex(data) for name, data in files.items()}})
    return sealed(stored(with_signature(files, xml=xml)))


def _wide_json() -> bytes:
    return _manifest_text(b'{"a":[' + b"[]," * 6_000_000 + b"[]]}", small=False)


def _long_text() -> bytes:
    """Return a manifest with one letter that makes Python keep all others in four bytes each."""
    text = "x" * (19 * MIB) + "\U0001f414"
    return _manifest_text(content(program=text)[names.MANIFEST], small=False)


def _deep_xml() -> bytes:
    xml = usual_xml(content())
    deep = b"<a>" * 2_000_000 + b"</a>" * 2_000_000
    return sealed(stored(with_signature(content(), xml=xml.replace(b"\n<asic", deep, 1))))


def _manifest() -> Iterator[Case]:
    rule = "manifest_json"
    for name, about, before, after in (
        ("twice", "a member twice", b'{"base":null', b'{"base":null,"base":null'),
        ("space", "white space", b'"base":null', b'"base": null'),
        ("order", "members in another order", b'"base":null,', b""),
        ("escape", "another spelling of a letter", b"antq-bundle", b"\\u0061ntq-bundle"),
        ("float", "a number with a point", b'"sequence":1', b'"sequence":1.0'),
        ("exponent", "a number with an exponent", b'"sequence":1', b'"sequence":1e0'),
        ("huge", "a number of 400 digits", b'"sequence":1', b'"sequence":1' + b"0" * 400),
        ("big", "2^53", b'"sequence":1', b'"sequence":9007199254740992'),
        ("nan", "NaN", b'"sequence":1', b'"sequence":NaN'),
        ("surrogate", "half of a letter", b"antq-desktop", b"\\ud800"),
        ("nul", "a NUL", b"antq-desktop", b"\\u0000"),
        ("bytes", "bytes that are no UTF-8", b"antq-desktop", b"\xff\xfe"),
        ("depth", "33 levels", b'"sequence":1', b'"sequence":' + b"[" * 33 + b"]" * 33),
        ("bom", "a byte order mark", b'{"base"', b'\xef\xbb\xbf{"base"'),
        ("none", "no JSON", b"{", b"<"),
    ):
        expected = "text" if name == "nul" else rule
        yield (
            expected,
            f"json-{name}",
            about,
            "S2",
            partial(_manifest_change, before, after),
        )
    schema = "manifest_schema"
    yield schema, "json-unknown", "an unknown member", "S3", lambda: _with(more=1)
    yield schema, "json-type", "a number as text", "S3", lambda: _with(sequence="1")
    yield schema, "json-chain", "no chain", "S3", lambda: _with(chain=None)
    yield (
        schema,
        "json-zone",
        "a moment in another zone",
        "S3",
        lambda: _with(created_at="2025-06-30T01:15:00Z"),
    )
    yield schema, "json-counts", "a register without counts", "S3", lambda: _with(counts={})
    yield (
        "newer_format",
        "json-newer",
        "a newer format",
        "S3",
        lambda: _with(format="antq-bundle/2", more=1),
    )
    yield "second_signature_missing", "json-second", "one of two", "O6", lambda: _with(signatures=2)
    yield "file_listed", "json-listed", "a file is not listed", "S3", lambda: _with(files=[])
    yield "text", "text-form", "a text that is not NFC", "S2", lambda: _with(program="e\u0302")
    yield (
        "text",
        "text-turned",
        "a text that turns the line",
        "S2",
        lambda: _with(program="x\u202ey"),
    )


def _manifest_change(before: bytes, after: bytes) -> bytes:
    text = content()[names.MANIFEST]
    assert before in text
    changed = text.replace(before, after, 1)
    if not after:  # the member at another place
        changed = changed[:-1] + b"," + before.rstrip(b",") + b"}"
    return _manifest_text(changed)


def _manifest_text(text: bytes, *, small: bool = True) -> bytes:
    files = with_signature({**content(), names.MANIFEST: text})
    return bundle(files) if small else sealed(stored(files))


def _with(**changes: Any) -> bytes:
    return bundle(with_signature(content(**changes)))


def _records() -> Iterator[Case]:
    two = lines(2)
    for rule, name, about, data in (
        ("line_json", "space", "white space in a line", two.replace(b":", b": ", 1)),
        ("line_json", "crlf", "line ends of Windows", two.replace(b"\n", b"\r\n")),
        ("line_json", "blank", "an empty line", two + b"\n"),
        ("line_json", "depth", "34 levels in a line", _deep_line()),
        ("line_end", "end", "no line end after the last line", two[:-1]),
        (
            "line_order",
            "order",
            "lines in another order",
            b"".join(two.splitlines(keepends=True)[::-1]),
        ),
        ("line_order", "twice", "a line twice", two + two.splitlines(keepends=True)[1]),
        (
            "line_schema",
            "schema",
            "an unknown member",
            two.replace(b'"shared":{', b'"other":1,"shared":{'),
        ),
        ("line_schema", "register", "of another register", two.replace(b'"disputes"', b'"awards"')),
        (
            "line_digest",
            "digest",
            "not the part that the header names",
            two.replace(b'"kind":"dispute"', b'"kind":"strike"'),
        ),
        ("text", "text", "a letter that nobody sees", _hidden()),
    ):
        yield rule, f"line-{name}", about, "S4", partial(_records_file, data)
    yield "rows", "line-rows", "another number of lines than listed", "S4", _rows


def _records_file(data: bytes, *, small: bool = True) -> bytes:
    files = with_signature(content(data))
    return bundle(files) if small else sealed(stored(files))


def _one(**shared: Any) -> bytes:
    target = io.BytesIO()
    write_lines(target, [line(1, **shared)])
    return target.getvalue()


def _hidden() -> bytes:
    return _one(note="a\u200bb")


def _deep_line() -> bytes:
    nested = b"[" * 33 + b"]" * 33
    return _one(note=1).replace(b'"note":1', b'"note":' + nested)


def _long_line() -> bytes:
    return _records_file(_one(note="x" * MIB), small=False)


def _rows() -> bytes:
    files = content()
    listed = msgspec.json.decode(files[names.MANIFEST])["files"]
    for entry in listed:
        entry["rows"] = entry["rows"] and entry["rows"] + 1
    return _with(files=listed)
