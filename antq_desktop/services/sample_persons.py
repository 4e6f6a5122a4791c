"""Invented persons, and what the registers about persons have in common."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar, cast
from zlib import crc32

from antq_desktop.domain.identity_papers import CMND, IDENTITY, PASSPORT
from antq_desktop.services.sample_base import area_name, begin, full_name, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from antq_desktop.services.sample_base import Object, Sample, Words

T = TypeVar("T")

_SATURDAY = 5
_TURN = 2000
_ADULT = 18
#: What grown-ups show, in turn; every so many live elsewhere for a time.
_PAPERS = (*(IDENTITY,) * 9, CMND, IDENTITY, PASSPORT)
_MOVED = 5


class People:
    """Makes the invented persons of one register: the same for the same seed."""

    def __init__(self, sample: Sample, register: str) -> None:
        self._words = words_of("persons")
        self._random = begin(sample, register)[1]
        self._sample = sample
        # Numbers of a register and unit follow one another; others begin elsewhere.
        self._serial = crc32(f"{register} {sample.unit.key.code}".encode())

    def person(self, age: int, day: date) -> Object:
        """Return somebody of an age on a day; number, sex and birth date fit each other."""
        self._serial += 1
        random = self._random
        sex = random.choice(("male", "male", "male", "female"))
        born = date(day.year - age, day.month, min(day.day, 28)) - timedelta(
            days=random.randrange(1, 300)
        )
        century = 2 * (born.year >= _TURN) + (sex == "female")
        return {
            "full_name": full_name(random, sex),
            "born": born.isoformat(),
            "sex": sex,
            **self._paper(age, f"{century}{born.year % 100:02}{self._serial % 1_000_000:06}"),
            "nationality": said(self._words, "nationality"),
            "occupation": random.choice(texts(self._words, "occupations")),
            **self._residences(),
        }

    def _paper(self, age: int, digits: str) -> Object:
        """Return what a person shows: most a personal number, some an old card or a passport."""
        kind = turn(self._serial, _PAPERS) if age >= _ADULT else IDENTITY
        return {
            "id_kind": kind,
            "id_number": f"000{digits if kind == IDENTITY else digits[-6:]}",
            "id_issued_on": date(self._sample.year - 2, 3, 1 + self._serial % 28).isoformat(),
            "id_issued_by": said(self._words, "issuer"),
        }

    def _residences(self) -> Object:
        """Return where a person is registered and lives, and now and then a temporary place."""
        here, area = self._sample.unit.key.as_json(), area_name(self._random, self._sample)
        found: Object = {
            "permanent_unit": here,
            "permanent_address": area,
            "address_unit": here,
            "address": area,
        }
        if self._serial % _MOVED == 0:
            found |= {"temporary_unit": here, "temporary_address": area}
        return found

    def guardian(self, age: int, day: date) -> Object:
        """Return a parent of somebody under 18, nothing for others."""
        return {"guardian": self.person(age + 26, day)} if age < 18 else {}

    def officer(self) -> str:
        """Return the name of an invented officer."""
        return full_name(self._random, "male")


def texts(words: Words, name: str) -> list[str]:
    """Return a list of words of a sample file."""
    return cast("list[str]", words[name])


def said(words: Words, name: str, **values: object) -> str:
    """Return the words of a sample file with these values in them."""
    return str(words[name]).format(**values)


def turn(number: int, choices: Sequence[T]) -> T:
    """Return the choice whose turn it is: over some records each comes up."""
    return choices[number % len(choices)]


def working(day: date, days: int) -> date:
    """Return the day so many weekdays later."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day


def moves(path: Iterable[str], days: Iterable[date]) -> list[Object]:
    """Return the dated states of a path; a state without a day of its own has that before it."""
    rows: list[Object] = []
    given = iter(days)
    on = next(given)
    for state in path:
        rows.append({"state": state, "on": on.isoformat()})
        on = max(on, next(given, on))
    return rows
