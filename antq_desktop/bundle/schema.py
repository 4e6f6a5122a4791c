"""The small types that manifests and record headers are made of, and their strict reading."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

from msgspec import Meta, Struct, ValidationError, convert

from antq_desktop.bundle.refusals import refused
from antq_desktop.crypto.canonical import NotCanonical, load
from antq_desktop.domain.vietnamese import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.crypto.canonical import Json

# Every pattern ends in \Z: "$" would also take a line break after the value.
Uuid = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")
]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Serial = Annotated[str, Meta(pattern=r"^[0-9a-f]{1,40}\Z")]
UnitCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,31}\Z")]
Word = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,63}\Z")]
MessageId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_.]{0,127}\Z")]
FileName = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._/-]{0,160}\Z")]
Version = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z._+-]{0,127}\Z")]
AgeRecipient = Annotated[str, Meta(pattern=r"^age1[02-9ac-hj-np-z]{58}\Z")]
AgeFile = Annotated[bytes, Meta(min_length=1, max_length=700_000)]
"""A sealed part, written as base64: with it a line stays below its limit."""
Day = date
Text = Annotated[str, Meta(min_length=1, max_length=500)]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0)]
Position = Annotated[int, Meta(ge=1)]

_ZONE: Final = timedelta(hours=7)
_WHERE: Final = re.compile(r"`(\$[^`]*)`\Z")

T = TypeVar("T")


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One JSON object with exactly the members that are declared, and a value that never changes.

    Members that may be null are written as null, so one value has one spelling.
    """


class UnitRef(Part, frozen=True, kw_only=True):
    """A unit by its code and the first day of that holder of the code; null: the first known."""

    code: UnitCode
    valid_from: Day | None


def json_of(data: bytes, depth: int, rule: str, file: str, row: int | None = None) -> Json:
    """Return the value of canonical JSON, or raise BundleRefused with ``rule``."""
    try:
        return load(data, max_depth=depth)
    except NotCanonical as error:
        raise refused(rule, file=file, row=row) from error


def typed(value: object, type_: type[T], rule: str, file: str, row: int | None = None) -> T:
    """Return ``value`` as a ``type_``, or raise BundleRefused with the path of the wrong member."""
    try:
        return convert(value, type_)
    except ValidationError as error:
        found = _WHERE.search(str(error))
        path = found[1] if found else "$"
        # Not chained: the library's text may quote a value.
        raise refused(rule, file=file, row=row, field=path) from None


def in_zone(moment: datetime) -> bool:
    """Say whether a moment is written with +07:00, the only offset that travels."""
    return moment.utcoffset() == _ZONE


def unclean_texts(value: Json, *, one_line: bool, path: str = "$") -> Iterator[str]:
    """Yield the path of each text, and of each member's name, that may not be stored.

    Texts are NFC and hold nothing that hides, turns or controls what is shown; with ``one_line``
    no line break either.
    """
    match value:
        case str():
            if not _is_clean(value, one_line=one_line):
                yield path
        case dict():
            for name, member in value.items():
                if _is_clean(name, one_line=True):
                    yield from unclean_texts(member, one_line=one_line, path=f"{path}.{name}")
                else:
                    yield path
        case list():
            for place, member in enumerate(value):
                yield from unclean_texts(member, one_line=one_line, path=f"{path}[{place}]")
        case _:
            return


def is_clean_json(data: bytes) -> bool:
    """Say of canonical JSON that no text in it can be unclean, whichever it has.

    Each stands there as it is where nothing is escaped, and what holds for all of a text holds for
    every part of it. False says nothing: `unclean_texts` looks at them one by one.
    """
    return b"\\" not in data and _is_clean(data.decode(), one_line=True)


def _is_clean(text: str, *, one_line: bool) -> bool:
    if text.isascii() and text.isprintable():
        return True
    if one_line and "\n" in text:
        return False
    return unicodedata.is_normalized("NFC", text) and not forbidden_characters(text)
