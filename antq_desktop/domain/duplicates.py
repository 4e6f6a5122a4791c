"""Which records of one register may be about one person, and by which mark.

A person is known again by a number that is his alone, or by name and year of birth together. Only
whom a record is about is compared, that is, who must be in it: a parent stands rightly beside each
of his children. What is sealed is never compared, and one register never with another: a person
may stand in several books for good reasons.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.domain.identity_papers import naming_number
from antq_desktop.domain.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.domain.register import Register

    Values = Mapping[str, object]

_YEAR = 4


class Why(StrEnum):
    """What two records have in common, the surer first."""

    NUMBER = "number"
    NAME = "name"
    """The name without any marks, and the year of birth."""


class Decision(StrEnum):
    """What a person decided of two records that may be about one person."""

    DIFFERENT = "different"
    """Two persons."""
    BOTH = "both"
    """One person, and both records are right."""
    DOUBLE = "double"
    """One record stands there twice."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What a person is known by: its kind, and the text that is compared."""

    why: Why
    text: str


def marks_of(register: Register, values: Values) -> frozenset[Mark]:
    """Return the marks of all persons that the values of a record are about."""
    return frozenset(
        mark for person in _persons(register.fields, values) for mark in _marks(person)
    )


def has_persons(register: Register) -> bool:
    """Say whether records of a register are about persons at all."""
    return any(_compared(one) for field in register.fields for one in (field, *field.columns))


def _persons(fields: Iterable[Field], values: Values) -> Iterator[Values]:
    for one in fields:
        value = values.get(one.name)
        if one.kind is Kind.ROWS and isinstance(value, list):
            for row in cast("list[Values]", value):
                yield from _persons(one.columns, row)
        elif _compared(one) and isinstance(value, dict):
            yield value


def _compared(one: Field) -> bool:
    return one.kind is Kind.PERSON and one.required and one.travel is not Travel.CONFIDENTIAL


def _marks(person: Values) -> Iterator[Mark]:
    number = naming_number(person)
    if number is not None:
        yield Mark(Why.NUMBER, number)
    name, year = fold(str(person.get("full_name") or "")), str(person.get("born") or "")[:_YEAR]
    if name and year:
        yield Mark(Why.NAME, f"{name}\n{year}")
