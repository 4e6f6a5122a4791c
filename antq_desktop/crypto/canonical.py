"""Canonical JSON (RFC 8785), written and read; only the part of JSON that this program uses.

Keys are ASCII, numbers are integers within ±(2^53-1): inside these bounds sorted keys and orjson
write exactly what RFC 8785 asks for. What is signed or hashed as JSON is always such bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

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
    if len(data) > MAX_VALUES and sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise NotCanonical("too many values")
    try:
        value: Json = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise NotCanonical("not JSON") from error
    _check(value, max_depth)
    if _write(value) != data:
        raise NotCanonical("JSON, but not in canonical form")
    return value


def dump_again(value: Json) -> bytes:
    """Return what `dump` would, of a value that `load` gave or `dump` has taken before.

    It has a canonical form then, and so has each part of it: to look again would only take time.
    """
    return _write(value)


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
    if isinstance(value, (dict, list, tuple)):
        if levels == 0:
            raise NotCanonical("too many levels")
        for member in _members(value):
            if type(member) is not str:  # most are: a call for each would double the time
                _check(member, levels - 1)
    elif isinstance(value, int):
        if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
            raise NotCanonical("an integer beyond 2^53-1")
    elif not (value is None or isinstance(value, str)):
        raise NotCanonical(f"{type(value).__name__} has no canonical form")


def _members(value: Mapping[object, object] | Sequence[object]) -> Iterable[object]:
    if not isinstance(value, dict):
        return cast("Sequence[object]", value)
    try:
        plain = "".join(value).isascii()
    except TypeError:
        plain = False
    if not plain:
        raise NotCanonical("a key that is not ASCII text")
    return value.values()
