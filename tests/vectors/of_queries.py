"""Vectors: what an office asks and what a commune answers, as it should be and as it may not be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from antq_desktop.bundle import names
from antq_desktop.crypto.canonical import dump
from tests.unit.bundle.world import packed, unpacked
from tests.vectors.bodies import OFFICE_SIGNER, QUERY, RECORD, WITHDRAWN, query
from tests.vectors.members import member
from tests.vectors.packing import bundle, content, sealed, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from antq_desktop.crypto.canonical import Json

ANSWERS: dict[str, Any] = {
    "answers": [
        {"query": QUERY, "text": None},
        {"query": WITHDRAWN, "text": "Đã đối chiếu với sổ giấy, ghi đúng."},
    ]
}


def asked() -> Iterator[Vector]:
    """Yield queries and corrections that must be accepted, then those that must not."""
    yield Vector(name="good-query", about="a query", make=lambda: sealed(query()))
    yield Vector(
        name="good-query-bare",
        about="a query about a whole record, without rule and day",
        make=lambda: sealed(query(field=None, rule=None, due=None)),
    )
    yield Vector(name="good-correction", about="a correction", make=_correction)
    yield Vector(
        name="good-correction-empty",
        about="a correction that explains and brings no record",
        make=lambda: _correction(counts={}, seq=None, records=False),
    )
    yield Vector(
        name="query-tampered",
        about="a word of the office changed after it was signed",
        rule="file_digest",
        make=_tampered,
    )
    schema: dict[str, tuple[str, Callable[[], bytes]]] = {
        "query-long": ("a text of 501 letters", lambda: _item(text="x" * 501)),
        "query-empty-text": ("an empty text", lambda: _item(text="")),
        "query-field": ("a field that leads elsewhere", lambda: _item(field="../name")),
        "query-record": ("a record that is none", lambda: _item(record="1; DROP TABLE records")),
        "query-day": ("a day that is none", lambda: _item(due="2025-02-30")),
        "query-number": ("revision 0", lambda: _item(number=0)),
        "query-zone": ("a moment in another zone", lambda: _item(asked_at="2025-06-30T01:15:00Z")),
        "query-itself": ("a query in place of itself", lambda: _item(again=QUERY)),
        "query-unknown": ("an unknown member", lambda: _item(more=1)),
        "query-twice": ("a query twice", _twice),
        "query-many": ("1001 queries withdrawn", _many),
        "query-nothing": ("nothing asked", lambda: _query(items=[], withdrawn=[])),
        "query-both": ("asked and withdrawn", lambda: _query(withdrawn=[QUERY])),
        "query-in-chain": ("a query with a place in a chain", lambda: _manifest(sequence=1)),
        "query-missing": ("a query that is left out", _without_body),
        "correction-none": ("a correction that answers nothing", lambda: _answered([])),
        "correction-twice": ("a query answered twice", lambda: _answered([QUERY, QUERY])),
        "correction-order": ("answers in disorder", lambda: _answered([WITHDRAWN, QUERY])),
        "correction-in-submission": ("answers in a submission", _in_submission),
    }
    for name, (about, make) in schema.items():
        yield Vector(name=name, about=about, rule="manifest_schema", row="S3", make=make)
    for name, about, text in (
        ("query-control", "a control character in a text", "a\u001bb"),
        ("query-turned", "a text that turns the line", "a\u202eb"),
        ("query-lines", "a text of two lines", "a\nb"),
    ):
        yield Vector(name=name, about=about, rule="text", row="S2", make=partial(_item, text=text))
    yield Vector(
        name="query-records",
        about="a query that brings records",
        rule="name",
        row="U9",
        make=_with_records,
    )


def _correction(*, records: bool = True, **changes: Any) -> bytes:
    files = content(kind="correction", correction=ANSWERS, **changes)
    if not records:
        path = next(name for name in files if name.startswith("records/"))
        value = msgspec.json.decode(files[names.MANIFEST])
        value["files"] = [one for one in value["files"] if one["path"] != path]
        files = {name: data for name, data in files.items() if name != path}
        files[names.MANIFEST] = dump(value)
    return bundle(with_signature(files))


def _answered(queries: list[str]) -> bytes:
    answers = [{"query": one, "text": None} for one in queries]
    return bundle(with_signature(content(kind="correction", correction={"answers": answers})))


def _in_submission() -> bytes:
    return bundle(with_signature(content(correction=ANSWERS)))


def _manifest(**changes: Any) -> bytes:
    """Return a query whose manifest is changed and signed again."""
    return _signed(msgspec.json.decode(unpacked(query())[names.MANIFEST]) | changes)


def _signed(value: Json, **more: bytes) -> bytes:
    outside = {names.ASIC_MANIFEST, names.SIGNATURE}
    files = {name: data for name, data in unpacked(query()).items() if name not in outside}
    files |= {names.MANIFEST: dump(value), **more}
    return sealed(packed(with_signature(files, member(OFFICE_SIGNER))))


def _query(**changes: Any) -> bytes:
    value = msgspec.json.decode(unpacked(query())[names.MANIFEST])
    return _manifest(query=value["query"] | changes)


def _item(**changes: Any) -> bytes:
    value = msgspec.json.decode(unpacked(query())[names.MANIFEST])["query"]["items"][0]
    return _query(items=[value | changes])


def _twice() -> bytes:
    value = msgspec.json.decode(unpacked(query())[names.MANIFEST])["query"]["items"][0]
    return _query(items=[value, value])


def _many() -> bytes:
    ids = [f"019754a0-6c00-7000-8001-{number:012d}" for number in range(1001)]
    return _query(withdrawn=ids)


def _without_body() -> bytes:
    value = msgspec.json.decode(unpacked(query())[names.MANIFEST])
    del value["query"]
    return _signed(value)


def _with_records() -> bytes:
    name = f"attachments/{RECORD}"
    value = msgspec.json.decode(unpacked(query())[names.MANIFEST])
    return _signed(value, **{name: b"x"})


def _tampered() -> bytes:
    files = unpacked(query())
    changed = files[names.MANIFEST].replace("kiểm tra".encode(), "bỏ qua ".encode())
    assert changed != files[names.MANIFEST]
    return sealed(packed(files | {names.MANIFEST: changed}))
