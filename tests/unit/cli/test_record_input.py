"""Reading records from a file: one object, or one a line; what is no JSON is told by its line."""

from __future__ import annotations

import io

import pytest

from antq_desktop.cli.record_input import LINE_LIMIT, objects, one_object
from antq_desktop.errors import Refusal


def read(data: bytes) -> list[object]:
    """Read all records."""
    return list(objects(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b'{"a":1}', [{"a": 1}]),
        (b'\xef\xbb\xbf{"a":1}\r\n{"b":2}\r\n\r\n', [{"a": 1}, {"b": 2}]),
        (b'{\n"a":\n1\n}\n', [{"a": 1}]),
        (b"[1]\n2\n", [[1], 2]),
    ],
)
def test_records_are_read(data: bytes, found: list[object]) -> None:
    assert read(data) == found


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"a":1}\n{"a":}\n', 2),
        (b'{"a":1}\n\n{"a":1}\n', 2),
        (b'{\n"a":1\n"b":2}', 3),
        (b'{"a":1,"a":2}', 1),
        (b'{"a":NaN}', 1),
        (b"\xff", 1),
        (b"[" * 100_000, 1),
        (b'{"a":' + b"1" * 5000 + b"}", 1),
        (b"{\n" + b" " * (LINE_LIMIT + 1), 1),
    ],
)
def test_what_is_no_json_is_named_by_its_line(data: bytes, line: int) -> None:
    with pytest.raises(Refusal) as refused:
        read(data)
    assert refused.value.message_id == "records.bad_json"
    assert refused.value.values == {"line": str(line)}


def test_lines_are_read_one_by_one() -> None:
    file = io.BytesIO(b"1\n2\nxx\n")
    records = objects(file)
    assert [next(records), next(records)] == [1, 2]
    assert file.tell() == 4


@pytest.mark.parametrize("data", [b"", b"{}\n{}\n"])
def test_one_object_is_exactly_one(data: bytes) -> None:
    with pytest.raises(Refusal):
        one_object(io.BytesIO(data))


@pytest.mark.parametrize("data", [b" " * (LINE_LIMIT + 1), b"1\n" + b" " * (LINE_LIMIT + 1)])
def test_a_line_that_no_record_fills_is_called_too_large(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"records\.too_large"):
        read(data)
