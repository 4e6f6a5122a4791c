"""Records travel one a line, and each line is held to its header."""

from __future__ import annotations

import io
from typing import Any

import pytest

from antq_desktop.bundle.limits import Limits
from antq_desktop.bundle.lines import read_lines, revision_digest, write_lines
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Fault
from tests.unit.bundle.world import line, lines

FILE = "records/disputes.jsonl"


def broken(data: bytes, limits: Limits | None = None) -> tuple[str, int | None, str | None]:
    """Return rule, row and field for which records are refused."""
    with pytest.raises(BundleRefused) as caught:
        list(read_lines(io.BytesIO(data), "disputes", FILE, limits or Limits()))
    reason = caught.value.reasons[0]
    assert reason.file == FILE
    return reason.rule, reason.row, reason.field


def one(header: dict[str, Any], shared: Any) -> bytes:
    """Return a line, right or wrong."""
    return dump({"header": header, "shared": shared}) + b"\n"


def test_lines_come_back_with_their_digest() -> None:
    found = list(read_lines(io.BytesIO(lines(3)), "disputes", FILE))
    assert [(each.row, each.header, each.shared) for each in found] == [
        (row, *line(row)) for row in (1, 2, 3)
    ]
    assert found[0].digest == revision_digest(line(1)[0]) == sha256_hex(dump(line(1)[0]))


def test_revisions_of_a_record_follow_each_other() -> None:
    target = io.BytesIO()
    assert write_lines(target, [line(1, 1), line(1, 2), line(2, 7)]) == 3
    found = read_lines(io.BytesIO(target.getvalue()), "disputes", FILE)
    assert [each.header["number"] for each in found] == [1, 2, 7]


def test_unsorted_revisions_are_not_written() -> None:
    with pytest.raises(Fault):
        write_lines(io.BytesIO(), [line(2), line(1)])


def test_long_texts_keep_their_lines() -> None:
    assert list(read_lines(io.BytesIO(one(*line(1, note="a\nb"))), "disputes", FILE))


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("line_end", lines(1)[:-1]),
        ("line_end", b"x" * (1 << 20) + b"\n"),
        ("line_json", b"\n"),
        ("line_json", lines(1).replace(b":", b": ", 1)),
        ("line_json", lines(1).replace(b"\n", b"\r\n")),
        ("line_schema", b"[]\n"),
        ("line_schema", b'{"header":{}}\n'),
        ("line_schema", lines(1).replace(b'"shared":{', b'"other":1,"shared":{')),
    ],
)
def test_broken_lines_are_refused_with_their_row(rule: str, data: bytes) -> None:
    assert broken(data)[0] == rule
    assert broken(lines(2) + data)[:2] == (rule, 3)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("record", "1"),
        ("register", "awards"),
        ("unit", {"code": "1"}),
        ("number", 0),
        ("seq", 0),
        ("previous", "0" * 64),
        ("state", "Detected"),
        ("voided", 0),
        ("at", "2025-03-01T08:00:00Z"),
        ("at", "2025-03-01 08:00:00+07:00"),
        ("at", "2025-03-01T08:00:00.5+07:00"),
        ("author", None),
        ("parts", {}),
    ],
)
def test_each_member_of_a_header_is_checked(field: str, value: Any) -> None:
    header, shared = line(1)
    rule, row, path = broken(one(header | {field: value}, shared))
    assert (rule, row) == ("line_schema", 1)
    assert path is not None
    assert path.startswith(f"$.header.{field}")


def test_the_shared_part_is_the_one_that_the_header_names() -> None:
    header, shared = line(1)
    assert broken(one(header, shared | {"kind": "strike"})) == ("line_digest", 1, None)


@pytest.mark.parametrize("again", [lines(1), one(*line(0))])
def test_order_and_repetition(again: bytes) -> None:
    assert broken(lines(1) + again) == ("line_order", 2, None)


@pytest.mark.parametrize(
    ("shared", "path"),
    [
        ({"a": "x\u202ey"}, "$.shared.a"),
        ({"a": [{"b": "e\u0302"}]}, "$.shared.a[0].b"),
        ({"a\x7f": 1}, "$.shared"),
    ],
)
def test_texts_that_hide_something_are_refused(shared: dict[str, Any], path: str) -> None:
    assert broken(one(*line(1, **shared))) == ("text", 1, path)


def test_limits() -> None:
    assert broken(lines(1), Limits(line=100))[0] == "line_end"
    assert broken(lines(1), Limits(json_depth=2))[0] == "line_json"
