"""Invented persons, and what the registers about persons have in common."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from antq_desktop.services.sample_base import begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from antq_desktop.services.sample_base import Object, Sample, Words

T = TypeVar("T")

_SATURDAY = 5
_TURN = 2000


class People:
    """Makes the invented persons of one register: the same for the same seed."""

    def __init__(self, sample: Sample, register: str) -> None:
        self._words, self._random = begin(sample, "persons")
        self._unit = sample.unit.key.as_json()
        self._series = sum(register.encode()) % 1000
        self._made = 0

    def person(self, age: int, day: date) -> Object:
        """Return somebody of an age on a day; number, sex and birth date fit each other."""
        self._made += 1
        random = self._random
        sex = random.choice(("male", "male", "male", "female"))
        born = date(day.year - age, day.month, min(day.day, 28)) - timedelta(
            days=random.randrange(1, 300)
        )
        century = 2 * (born.year >= _TURN) + (sex == "female")
        serial = f"{self._series:03}{self._made % 1000:03}"
        return {
            "full_name": random.choice(texts(self._words, sex)),
            "born": born.isoformat(),
            "sex": sex,
            "id_number": f"000{century}{born.year % 100:02}{serial}",
            "nationality": said(self._words, "nationality"),
            "occupation": random.choice(texts(self._words, "occupations")),
            "address_unit": self._unit,
            "address": random.choice(texts(self._words, "areas")),
        }

    def guardian(self, age: int, day: date) -> Object:
        """Return a parent of somebody under 18, nothing for others."""
        return {"guardian": self.person(age + 26, day)} if age < 18 else {}

    def officer(self) -> str:
        """Return the name of an invented officer."""
        return self._random.choice(texts(self._words, "officers"))


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
