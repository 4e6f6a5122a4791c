"""Records in which everything that must not leave is a word found nowhere else, and its search."""

from __future__ import annotations

import base64
import sys
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.OFFICER, Kind.ORGANIZATION})
_PAPERS = frozenset({Kind.PERSONAL_NUMBER, Kind.PAPER_NUMBER})
_NUMBERS = frozenset({Kind.INTEGER, Kind.MONEY})
_PLAIN: dict[Kind, object] = {
    Kind.DATE: "2023-05-05",
    Kind.MOMENT: "2023-05-05T08:00+07:00",
    Kind.INTEGER: 1,
    Kind.UNIT: "13285",
    Kind.TEXT: "Xóm Mẫu",
}
_LETTERS = "bcdghklmnpqrstvx"
STEM = "zqxjkw"
"""In every word: where no form of it is found, no word needs to be looked for."""


@dataclass
class Marks:
    """Makes the words, and keeps which of them are confidential."""

    random: Random
    private: list[str] = field(default_factory=list)
    confidential: list[str] = field(default_factory=list)

    def fill(self, fields: Iterable[Field]) -> dict[str, Any]:
        """Return a value for each field that stays here, and for rows that have such a column."""
        values: dict[str, Any] = {}
        for one in fields:
            if one.kind is Kind.ROWS:
                row = self.fill(one.columns)
                if row:
                    values[one.name] = [self._whole(one.columns, row)]
            elif one.travel is not Travel.SHARED:
                made = self._value(one, one.travel)
                if made is not None:
                    values[one.name] = made
        return values

    def word(self, travel: Travel = Travel.PRIVATE) -> str:
        """Return a new word with Vietnamese marks."""
        word = "Đữ" + STEM + "".join(self.random.choices(_LETTERS, k=8)) + "ệ"
        return self._kept(word, travel)

    def _whole(self, columns: Iterable[Field], row: dict[str, Any]) -> dict[str, Any]:
        """Return a row with what it needs besides."""
        for column in columns:
            if column.required and column.name not in row:
                codes = [code.code for code in column.codes]
                row[column.name] = codes[0] if codes else _PLAIN[column.kind]
        return row

    def _value(self, one: Field, travel: Travel) -> object:
        if one.kind is Kind.PERSON:
            return {part.name: self._value(part, travel) for part in PERSON_FIELDS if _says(part)}
        if one.kind in _WORDS:
            return f"{self.word(travel)} {self.word(travel)}"
        if one.kind in _NUMBERS:
            return int(self._kept(str(self.random.randrange(10**13, 10**14)), travel))
        if one.kind in _PAPERS:
            return self._kept(f"000190{self.random.randrange(10**6):06}", travel)
        if one.kind is Kind.PHONE:
            return "+" + self._kept(f"849{self.random.randrange(10**8):08}", travel)
        return None

    def _kept(self, text: str, travel: Travel) -> str:
        (self.confidential if travel is Travel.CONFIDENTIAL else self.private).append(text)
        return text

    @property
    def all(self) -> list[str]:
        """All words."""
        return [*self.private, *self.confidential]


def _says(part: Field) -> bool:
    return part.kind in _WORDS | _PAPERS | {Kind.PHONE}


@cache
def forms(word: str) -> frozenset[bytes]:
    """Return the word as it might lie in a file: spellings, encodings, base64, hex."""
    return frozenset(_forms(word))


def _forms(word: str) -> Iterator[bytes]:
    spellings = {
        word,
        fold(word),
        word.lower(),
        word.upper(),
        *(unicodedata.normalize(form, word) for form in ("NFC", "NFD", "NFKD")),
        unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode(),
        word.encode("unicode_escape").decode(),
    }
    for spelling in spellings:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            data = spelling.encode(encoding)
            yield data
            yield data.hex().encode()
            yield data.hex().upper().encode()
            yield from _base64_pieces(data)


def _base64_pieces(data: bytes) -> Iterator[bytes]:
    """Yield what base64 of any text with these bytes in it must have in it."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + data)
        start = (before * 8 + 5) // 6
        end = (before + len(data)) * 8 // 6
        yield whole[start:end]
        yield base64.urlsafe_b64encode(bytes(before) + data)[start:end]


def found_in(data: bytes, words: Iterable[str]) -> list[str]:
    """Return the words of which any form is in the bytes."""
    stem = any(form in data for form in forms(STEM))
    looked_for = (word for word in words if stem or STEM not in word)
    return [word for word in looked_for if any(form in data for form in forms(word))]


@dataclass
class Removed:
    """Keeps what is in each file that is removed or replaced: temporary files, seen at their end.

    Python tells of it before it happens; a hook stays to the end of the process, and then sleeps.
    """

    contents: list[tuple[str, bytes]] = field(default_factory=list)
    watching: bool = False

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear one event of the interpreter."""
        if not self.watching:
            return
        if event in ("os.remove", "os.rename", "shutil.rmtree"):
            path = Path(str(arguments[0]))
            files = path.rglob("*") if path.is_dir() else [path]
            self.contents += [(one.name, one.read_bytes()) for one in files if one.is_file()]


@contextmanager
def watching_removals() -> Iterator[Removed]:
    """Watch what is removed."""
    removed = Removed()
    sys.addaudithook(removed.hear)
    removed.watching = True
    try:
        yield removed
    finally:
        removed.watching = False
