"""Turns a message id and values into words, for the window and for the command alike."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

from antq_desktop.assets import asset
from antq_desktop.errors import Fault, MessageValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Language = Literal["vi", "en"]
"""The languages that the words are written in."""

LONGEST_VALUE = 200
"""How many characters of a value are shown."""

_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_THOUSANDS: Mapping[Language, str] = {"vi": ".", "en": ","}


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence that says what is, and one that says what to do about it."""

    text: str
    action: str


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    action: str | None = None


def words(message_id: str, language: Language, values: Mapping[str, MessageValue]) -> Words:
    """Return the words of a refusal or a problem.

    Numbers are written as the language does (1.234 or 1,234): give a year, a code or a number of
    the book as text. Raises Fault for an unknown id, an id without an action, a missing value.
    """
    entry = _entry(message_id, language)
    if entry.action is None:
        raise Fault(f"no action for the message {message_id}")
    return Words(_filled(entry.text, language, values), _filled(entry.action, language, values))


def shown_size(size: int, language: Language) -> str:
    """Return a number of bytes as a person reads it, "1,2 MB"; a megabyte is a million."""
    for unit, scale in (("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000)):
        if size >= scale:
            text = f"{size / scale:.1f} {unit}".replace(".0 ", " ")
            return text.replace(".", ",") if language == "vi" else text
    return f"{size} B"


def label(message_id: str, language: Language, **values: MessageValue) -> str:
    """Return the text of an id that has no action: a title, a state, the name of a column.

    Raises Fault as ``words`` does, and for an id that has an action.
    """
    entry = _entry(message_id, language)
    if entry.action is not None:
        raise Fault(f"the message {message_id} has an action and is no label")
    return _filled(entry.text, language, values)


def sentences(said: Iterable[tuple[str, Mapping[str, MessageValue]]], language: Language) -> str:
    """Return several texts without an action, one after the other, by their ids and values."""
    return " ".join(label(message_id, language, **values) for message_id, values in said)


def message_ids(language: Language) -> frozenset[str]:
    """Return every id that has words in ``language``."""
    return frozenset(_entries(language))


def values_of(message_id: str, language: Language) -> frozenset[str]:
    """Return the names of the values that the words of an id need; Fault for an unknown id."""
    entry = _entry(message_id, language)
    return frozenset(_FIELD.findall(f"{entry.text} {entry.action or ''}"))


def shown_number(number: int, language: Language) -> str:
    """Return a whole number with its thousands apart: 1.234 in Vietnamese, 1,234 in English."""
    return f"{number:,}".replace(",", _THOUSANDS[language])


def shown_text(text: str) -> str:
    """Return foreign text fit to stand within a sentence of ours.

    Text from a file must not pass itself off as a message of the program, so whatever breaks a
    line, turns its direction or cannot be seen is removed, and the rest is cut.
    """
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    seen = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
    visible = " ".join(seen.split())
    return visible if len(visible) <= LONGEST_VALUE else visible[: LONGEST_VALUE - 1] + "…"


@cache  # lists ask for hundreds of words at a time
def _entries(language: Language) -> Mapping[str, _Entry]:
    toml = asset("messages", f"{language}.toml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(tomllib.loads(toml), dict[str, _Entry])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Fault("the messages cannot be read") from error


def _entry(message_id: str, language: Language) -> _Entry:
    try:
        return _entries(language)[message_id]
    except KeyError:
        raise Fault(f"no words for the message {message_id}") from None


def _filled(template: str, language: Language, values: Mapping[str, MessageValue]) -> str:
    """Put the values in, once: a value that itself looks like a field stays as it is."""

    def value_of(field: re.Match[str]) -> str:
        try:
            value = values[field[1]]
        except KeyError:
            raise Fault(f"no value for {{{field[1]}}} in a message") from None
        return shown_text(value) if isinstance(value, str) else shown_number(value, language)

    return _FIELD.sub(value_of, template)
