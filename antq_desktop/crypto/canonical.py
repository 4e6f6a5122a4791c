"""Canonical JSON (RFC 8785), written and read; only the part of JSON that this program uses.

Keys are ASCII, numbers are integers within ±(2^53-1): inside these bounds sorted keys and orjson
write exactly what RFC 8785 asks for. What is signed or hashed as JSON is always such bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
"""A JSON value. ``load`` makes only lists and dicts of it; ``dump`` takes tuples for lists too."""

MAX_DEPTH = 32
"""How deep lists and objects may lie in each other; ``[]`` has depth 1."""

MAX_VALUES = 1_000_000
"""How many values one text may hold: an empty list is two bytes, and many times that in memory."""

LARGEST_INTEGER = 2**53 - 1
"""The largest number that every JSON reader keeps exactly (RFC 7493, 2.2)."""


class NotCanonical(ValueError):
    """The value has no canonical form, or the bytes are not the canonical form of a value."""


def dump(value: Json) -> bytes:
    """Return the RFC 8785 form of ``value``, UTF-8, without a line end.

    Raises NotCanonical for floats, integers beyond ±(2^53-1), keys that are not ASCII, lone
    surrogates, more than 32 levels, and any other type.
    """
    _check(value, MAX_DEPTH)
    return _write(value)


def load(data: bytes, *, max_depth: int = MAX_DEPTH) -> Json:
    """Return the value whose canonical form is exactly ``data``.

    Raises NotCanonical for anything else, so also for duplicate keys, white space, other escapes,
    NaN, numbers that would lose digits, and a million values or more.
    """
    # Before anything is parsed. Each value but the first stands after one of these; those inside
    # of texts count too, so it may be refused a little early, and never late.
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > MAX_VALUES:
        raise NotCanonical("too many values")
    try:
        value: Json = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise NotCanonical("not JSON") from error
    _check(value, max_depth)
    if _write(value) != data:
        raise NotCanonical("JSON, but not in canonical form")
    return value


def read_back(text: str) -> Json:
    """Return a value that `dump` wrote, from where nobody else can write: the encrypted database.

    SQLCipher authenticates every page; to check the form again would only take time.
    """
    value: Json = orjson.loads(text)
    return value


def _write(value: Json) -> bytes:
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError as error:
        # The text of orjson may quote the value, which may be personal.
        raise NotCanonical("a text or a key cannot be written as JSON") from error


def _check(value: object, levels: int) -> None:
    if value is None or isinstance(value, (bool, str)):
        return
    if isinstance(value, int):
        if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
            raise NotCanonical("an integer beyond 2^53-1")
    elif not isinstance(value, (list, tuple, dict)):
        raise NotCanonical(f"{type(value).__name__} has no canonical form")
    elif levels == 0:
        raise NotCanonical("too many levels")
    elif isinstance(value, dict):
        _check_keys(value)
        _check_all(value.values(), levels - 1)
    else:
        _check_all(value, levels - 1)


def _check_keys(value: Mapping[object, object]) -> None:
    for key in value:
        if not (isinstance(key, str) and key.isascii()):
            raise NotCanonical("a key that is not ASCII text")


def _check_all(values: Iterable[object], levels: int) -> None:
    for value in values:
        if type(value) is not str:  # most are: a call for each would double the time
            _check(value, levels)
