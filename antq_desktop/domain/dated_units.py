"""One administrative unit: its key, its kind, and the days on which it exists.

A code alone names nothing: after the reform of 01/07/2025 all 33 communes of former Hà Nam carry a
code that another commune had. So a unit is (code, first day).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

# Codes are folder and file names too: a digit comes first, so that none is CON or NUL on Windows.
_CODE = re.compile(r"(?=.{1,32}$)[0-9][0-9A-Z]*(?:-[0-9A-Z]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

KIND_LABELS: Mapping[str, Mapping[str, str]] = {
    "tinh": {"vi": "Tỉnh", "en": "Province"},
    "thanh-pho": {"vi": "Thành phố", "en": "City"},
    "quan": {"vi": "Quận", "en": "Urban district"},
    "huyen": {"vi": "Huyện", "en": "District"},
    "thi-xa": {"vi": "Thị xã", "en": "Town"},
    "phuong": {"vi": "Phường", "en": "Ward"},
    "thi-tran": {"vi": "Thị trấn", "en": "Township"},
    "xa": {"vi": "Xã", "en": "Commune"},
    "dac-khu": {"vi": "Đặc khu", "en": "Special zone"},
}
"""The kinds of unit that a units file may name, each with its label by language."""


@dataclass(frozen=True, slots=True)
class UnitKey:
    """What names a unit for good: its code and its first day; None is "the first known"."""

    code: str
    valid_from: date | None = None

    @property
    def text(self) -> str:
        """The key as text, ``13285`` or ``13579@2025-07-01``; `parse_unit_key` reads it."""
        return self.code if self.valid_from is None else f"{self.code}@{self.valid_from}"

    def as_json(self) -> dict[str, str | None]:
        """Return ``{"code", "valid_from"}`` with the day in ISO form, or null."""
        first = None if self.valid_from is None else self.valid_from.isoformat()
        return {"code": self.code, "valid_from": first}

    @classmethod
    def from_json(cls, value: object) -> UnitKey:
        """Read what `as_json` gave; Refusal ``units.bad_key`` for anything else."""
        match value:
            case {"code": str(code), "valid_from": None, **rest} if not rest:
                return parse_unit_key(code)
            case {"code": str(code), "valid_from": str(first), **rest} if not rest:
                return parse_unit_key(f"{code}@{first}")
            case _:
                raise Refusal("units.bad_key", text="")


def parse_unit_key(text: str) -> UnitKey:
    """Read ``CODE`` or ``CODE@DATE``; Refusal ``units.bad_key`` for anything else."""
    key = read_key(text)
    if key is None:
        raise Refusal("units.bad_key", text=text)
    return key


@lru_cache(maxsize=1024)
def read_key(text: str) -> UnitKey | None:
    """Return the key that a text names; None for any other text."""
    code, mark, first = text.partition("@")
    day = read_day(first) if mark else None
    if not is_code(code) or (mark and day is None):
        return None
    return UnitKey(code, day)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit for as long as its name, kind and place in the tree stay the same."""

    key: UnitKey
    name: str
    """The full name with its kind: "Xã Nguyên Lý"."""
    kind: str
    """A key of `KIND_LABELS`."""
    level: int
    """1 is the top; a greater number is further down."""
    parent: str | None
    """The code of the unit above; which unit that is depends on the day."""
    valid_to: date | None
    """The first day on which the unit no longer exists."""
    remote: bool
    """Whether the longer time limit of remote communes holds (TTLT 01/2017, Điều 8.5)."""

    @property
    def began(self) -> date:
        """The first day; the first known version began "then or earlier" (counting A07)."""
        return self.key.valid_from or date.min

    def valid_at(self, day: date) -> bool:
        """Tell whether the unit exists on that day."""
        return self.began <= day and (self.valid_to is None or day < self.valid_to)


def is_code(text: str) -> bool:
    """Say whether a text can be the code of a unit."""
    return _CODE.fullmatch(text) is not None


def read_day(text: str) -> date | None:
    """Return the day that an ISO date names; None for any other text."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
