"""What tests of a register need: problems by name, and figures from shared values alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.indicators import Books, Counted
from antq_desktop.domain.parts import split
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.register import Setting
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader
from antq_desktop.domain.working_days import Calendar

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.register import Register

TODAY = date(2023, 12, 31)
PERIOD = parse_period("2023-01-01_2023-06-30")
BEFORE, FIRST, LAST, AFTER = "2022-12-31", "2023-01-01", "2023-06-30", "2023-07-01"
#: 1 May 2023 and the two days after it are off in these tests.
CALENDAR = Calendar(
    "test",
    frozenset({date(2023, 5, 1), date(2023, 5, 2), date(2023, 5, 3)}),
    frozenset(),
    date(2023, 1, 1),
    date(2023, 12, 31),
)
SETTING = Setting(remote=False, calendar=lambda: CALENDAR)

Values = dict[str, object]


def moves(*lines: tuple[str, str]) -> list[Values]:
    """Return dated states from (state, day)."""
    return [{"state": state, "on": on} for state, on in lines]


def problems(register: Register, values: Values) -> list[tuple[str, str, bool]]:
    """Return what the rules find: field, rule and whether it is grave."""
    return [(one.field, one.rule, one.grave) for one in check(register, values, TODAY)]


def lacking(register: Register, values: Values) -> set[str]:
    """Return the fields that a complete record would need besides."""
    return {one.field for one in missing(register, values)}


def reads_back(register: Register, values: Values) -> bool:
    """Say whether values are in the form in which they are stored."""
    return Reader(None, TODAY).read_all(register.fields, values) == (values, [])


def counted(register: Register, values: Values, record: str = "a") -> Counted:
    """Return a record as an office sees it: without what stays in the unit."""
    shared = split(register.fields, values)[Travel.SHARED]
    return Counted(record, UnitKey("13285"), "1/2023", 1, "0" * 64, shared)


def count(register: Register, rows: list[Values], **others: list[Counted]) -> Figure:
    """Return the one indicator of a register over `PERIOD`."""
    [indicator] = register.indicators
    assert set(others) <= set(indicator.reads)
    given = [counted(register, values, str(place)) for place, values in enumerate(rows)]
    figure = indicator.count(Books(period=PERIOD, rows=given, others=others))
    assert set(figure.parts) == set(indicator.part_labels)
    return figure
