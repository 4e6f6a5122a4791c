"""Every figure follows its records: one deleted, one more, one that moves to another year.

The books are those of a sample year, in memory; which day or state a record has to have, the tests
of its register say. Here nothing may be counted that no record stands behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.indicators import Books, Counted
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.reference_data import load_calendar, load_units
from antq_desktop.services.sample import SAMPLES, Sample
from tests.unit.domain.books import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.indicators import Figure, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit

    Plain = tuple[int, int | None, Mapping[str, int]]

CATALOGUE = load_catalogue()
#: The first year in which every book was kept: the law on security teams is of July 2024.
YEAR = 2024
PERIODS = [parse_period(f"{family}-{YEAR}") for family in ("DL", "TT124KDC", "TT124XA")]
RECORDS = 40
RURAL = "13306"
"""A xã: the officers of a ward are in no figure."""

#: A subject is in the standard once, whatever files it has; test_published_figures adds subjects.
OF_SUBJECTS = frozenset({"B7.1", "B7.2", "B7.3", "B7.4", "B7.5", "B7.6", "B7.7"})
#: What one record of several may leave as it is: a unit has officers as long as one is there.
OF_THE_UNIT = frozenset({"B8.1"})


@dataclass(frozen=True)
class Year:
    """The books of a unit by register."""

    unit: Unit
    rows: Mapping[str, Sequence[Counted]]

    def figure(self, indicator: Indicator, period: Period, name: str) -> Figure:
        """Count an indicator of a register."""
        others = {one: self.rows.get(one, ()) for one in indicator.reads}
        own = self.rows[name]
        books = Books(
            period=period, rows=own, unit=self.unit, others=others, calendar=load_calendar
        )
        return indicator.count(books)

    def having(self, name: str, rows: Sequence[Counted]) -> Year:
        """Return the books with these rows in one register."""
        return replace(self, rows={**self.rows, name: rows})


@cache
def year() -> Year:
    """Invent the books of a year; records point to those that were made before."""
    day = PERIODS[0].last
    unit = load_units().resolve(f"{RURAL}@{day}", day)
    saved: dict[str, dict[str, dict[str, object]]] = {}
    rows: dict[str, list[Counted]] = {}
    for name, make in SAMPLES.items():
        register = CATALOGUE.by_name[name]
        made = list(make(Sample(unit, YEAR, RECORDS, seed=5, saved=saved)))
        ids = [f"{name}-{number:03}" for number in range(len(made))]
        saved[name] = dict(zip(ids, map(_kept, made), strict=True))
        rows[name] = [
            replace(counted(register, number, values), record=record)
            for number, (record, values) in enumerate(saved[name].items())
        ]
    return Year(unit, rows)


def _kept(values: dict[str, object]) -> dict[str, object]:
    """Return a record without its revocation: of the few schools all have one."""
    moves = cast("list[dict[str, object]]", values["moves"])
    return {**values, "moves": [one for one in moves if one["state"] != "revoked"]}


def plain(figure: Figure) -> Plain:
    """Return the numbers of a figure; lines of 0 say nothing."""
    return figure.value, figure.denominator, {name: n for name, n in figure.parts.items() if n}


def shifted(value: object, years: int) -> object:
    """Return values with every day so many years later; a bare year is one, too."""
    if isinstance(value, str):
        return re.sub(r"^(20\d\d)(?=-\d\d|$)", lambda found: str(int(found.group()) + years), value)
    if isinstance(value, list):
        return [shifted(one, years) for one in value]
    if isinstance(value, dict):
        return {name: shifted(one, years) for name, one in value.items()}
    return value


def moved(row: Counted, years: int) -> Counted:
    """Return a record whose every day is in another year."""
    return replace(row, shared=cast("Mapping[str, object]", shifted(dict(row.shared), years)))


def one_more(row: Counted, keys: Sequence[str]) -> Counted:
    """Return a second record of the same kind about somebody else."""
    other = {key: f"{row.shared[key]}-again" for key in keys if key in row.shared}
    return replace(row, record=f"{row.record}-again", shared={**row.shared, **other})


def given(code: str) -> Iterator[Period]:
    """Yield the periods that a figure is given for."""
    indicator = CATALOGUE.indicators[code][1]
    yield from (period for period in PERIODS if indicator.given_for(period))


every = pytest.mark.parametrize("code", list(CATALOGUE.indicators))


@every
def test_a_record_that_is_deleted_is_missing(code: str) -> None:
    register, indicator = CATALOGUE.indicators[code]
    books, behind = year(), 0
    for period in given(code):
        before = books.figure(indicator, period, register.name)
        ids = {row.record for row in before.records}
        behind += len(ids)
        own = books.rows[register.name]
        if code in OF_THE_UNIT:
            none = books.having(register.name, [])
            assert plain(none.figure(indicator, period, register.name)) != plain(before)
            continue
        for record in ids:
            rest = books.having(register.name, [row for row in own if row.record != record])
            assert plain(rest.figure(indicator, period, register.name)) != plain(before), record
    assert behind


@every
def test_a_record_more_is_counted(code: str) -> None:
    register, indicator = CATALOGUE.indicators[code]
    books, keys = year(), [key.name for key in register.keys]
    for period in given(code):
        before = books.figure(indicator, period, register.name)
        own = books.rows[register.name]
        for row in [one for one in own if one.record in {each.record for each in before.records}]:
            more = books.having(register.name, [*own, one_more(row, keys)])
            after = more.figure(indicator, period, register.name)
            once = code in OF_SUBJECTS | OF_THE_UNIT
            assert (plain(after) == plain(before)) is once, row.record


@every
def test_a_record_that_moves_to_another_year_is_there_and_not_here(code: str) -> None:
    """A flow leaves its year; a stock begins after the last day, or has ended before it."""
    register, indicator = CATALOGUE.indicators[code]
    books = year()
    for period in given(code):
        before = books.figure(indicator, period, register.name)
        own = books.rows[register.name]
        if code in OF_THE_UNIT:
            later = books.having(register.name, [moved(row, 15) for row in own])
            assert plain(later.figure(indicator, period, register.name)) != plain(before)
            continue
        for row in [one for one in own if one.record in {each.record for each in before.records}]:
            rest = [one for one in own if one is not row]
            later = books.having(register.name, [*rest, moved(row, 15)])
            assert plain(later.figure(indicator, period, register.name)) != plain(before)
