"""Records as they are typed: a JSON object, or JSON lines, read one by one."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, NoReturn

from antq_desktop.domain.fields import REVISION_LIMIT
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE_LIMIT = 8 * REVISION_LIMIT
"""No record that can be saved is longer, in bytes, however it is escaped and indented."""


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, or standard input for "-"; Refusal if it cannot be read."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError:
        raise Refusal("files.cannot_read", name=path.name) from None
    with file:
        yield file


def objects(file: IO[bytes]) -> Iterator[object]:
    """Yield the records of a file: of each line one, or of the whole file a single one.

    Empty lines may stand at the end. Refusal with the number of a line that is no JSON, and for one
    that is longer than any record.
    """
    first = _line(file)
    if first is None:
        return
    try:
        yield _parsed(first, 1)
    except Refusal:
        # The beginning of an object written over several lines?
        yield _parsed(first + _rest(file), 1)
        return
    empty, number = 0, 2
    while (line := _line(file)) is not None:
        if not line.strip():
            empty = empty or number
        elif empty:
            _refuse(empty)
        else:
            yield _parsed(line, number)
        number += 1


def one_object(file: IO[bytes]) -> object:
    """Return the only record of a file; Refusal if there is none, or more than one."""
    found = list(_first_two(objects(file)))
    if len(found) != 1:
        _refuse(len(found) or 1)
    return found[0]


def _first_two(records: Iterator[object]) -> Iterator[object]:
    for _, record in zip(range(2), records, strict=False):
        yield record


def _line(file: IO[bytes]) -> bytes | None:
    line = file.readline(LINE_LIMIT + 1)
    if len(line) > LINE_LIMIT:
        raise Refusal("records.too_large", limit=REVISION_LIMIT // 1024)
    return line or None


def _rest(file: IO[bytes]) -> bytes:
    rest = file.read(LINE_LIMIT + 1)
    if len(rest) > LINE_LIMIT:
        _refuse(1)
    return rest


def _parsed(data: bytes, number: int) -> object:
    try:
        value: object = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number
        )
    except json.JSONDecodeError as error:
        _refuse(number + error.lineno - 1)
    except (ValueError, RecursionError):
        _refuse(number)
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(_text: str) -> NoReturn:
    raise ValueError("no JSON number")


def _refuse(number: int) -> NoReturn:
    raise Refusal("records.bad_json", line=str(number)) from None
