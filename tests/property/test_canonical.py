"""Canonical JSON against the rfc8785 library, and that ``load`` takes nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.bundle.schema import is_clean_json, unclean_texts
from antq_desktop.crypto.canonical import (
    LARGEST_INTEGER,
    MAX_DEPTH,
    NotCanonical,
    dump,
    dump_again,
    load,
)

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json

KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_writes_what_rfc8785_asks_for_and_reads_it_back(value: Json) -> None:
    written = dump(value)
    assert written == rfc8785.dumps(cast("Any", value))
    assert load(written) == value
    assert dump_again(value) == written


@given(VALUES)
def test_json_that_is_clean_as_a_whole_has_no_unclean_text(value: Json) -> None:
    found = list(unclean_texts(value, one_line=True))
    assert not (found and is_clean_json(dump(value)))


@given(value=VALUES, ascii_only=st.booleans())
def test_reads_no_other_spelling(*, value: Json, ascii_only: bool) -> None:
    other = json.dumps(value, ensure_ascii=ascii_only).encode() + b"\n"
    with pytest.raises(NotCanonical):
        load(other)


@given(st.binary(max_size=40))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    try:
        value = load(data)
    except NotCanonical:
        return
    assert dump(value) == data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nope",
        "NaN",
        "-0",
        "1.0",
        "1e2",
        "1.5",
        str(LARGEST_INTEGER + 1),
        "12345678901234567890123",
        '{"a":1,"a":1}',
        '{"b":1,"a":1}',
        '{"é":1}',
        '"\\u0041"',
        '"\\ud800"',
        "[1, 2]",
        "\ufeff1",
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * 100_000,
    ],
)
def test_refuses(text: str) -> None:
    with pytest.raises(NotCanonical):
        load(text.encode())


@pytest.mark.parametrize(
    "value", [1.5, {1: 2}, {"é": 1}, "\ud800", LARGEST_INTEGER + 1, b"x", {"a": {1}}, object()]
)
def test_refuses_to_write(value: object) -> None:
    with pytest.raises(NotCanonical):
        dump(cast("Any", value))


def test_the_depth_is_limited_when_writing_and_when_reading() -> None:
    value: Json = []
    for _ in range(MAX_DEPTH - 1):
        value = [value]
    written = dump(value)
    assert load(written) == value
    with pytest.raises(NotCanonical):
        load(written, max_depth=MAX_DEPTH - 1)
    with pytest.raises(NotCanonical):
        dump({"a": value})


def test_tuples_are_lists() -> None:
    assert load(dump({"a": (1, 2)})) == {"a": [1, 2]}
