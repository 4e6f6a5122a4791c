"""Books with invented rows: what an indicator or a time limit of any register is asked with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.indicators import Books, Counted, Figure
from antq_desktop.domain.parts import split
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.register import Setting
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader
from antq_desktop.domain.working_days import Calendar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Deadline, Register

PERIOD = parse_period("DL-2023")
SEEN_AT = "2023-12-31T23:00:00+07:00"
HOLIDAY = date(2023, 5, 1)
"""A Monday, and the only day off of the calendar besides the weekends."""
CALENDAR = Calendar(
    "test",
    days_off=frozenset({HOLIDAY}),
    working_days=frozenset(),
    first=date(2022, 1, 1),
    last=date(2026, 12, 31),
)
SETTING = Setting(remote=False, calendar=lambda: CALENDAR)


def deadline(register: Register, code: str) -> Deadline:
    """Return a time limit of a register by its code."""
    (found,) = (one for one in register.deadlines if one.code == code)
    return found


def last_day(register: Register, code: str, values: Mapping[str, object]) -> str | None:
    """Return the last day of a time limit, which ends with that day; None without one."""
    moment = deadline(register, code).due(values, SETTING)
    if moment is None:
        return None
    assert moment.isoformat()[10:] == "T23:59:00+07:00"
    return moment.date().isoformat()


def counted(register: Register, number: int, values: Mapping[str, object]) -> Counted:
    """Return a record as it is counted: of its values only what travels, and the keys."""
    given = {name: value for name, value in values.items() if value is not None}
    keys = {key.name: key.text_of(given) for key in register.keys}
    shared = split(register.fields, given)[Travel.SHARED]
    return Counted(
        f"{number:04}",
        UnitKey("13285"),
        f"{number}/2023",
        1,
        "0" * 64,
        shared | {name: text for name, text in keys.items() if text},
        seen_at=SEEN_AT,
    )


def count(register: Register, code: str, *rows: Counted) -> Figure:
    """Count an indicator of a register over the year 2023."""
    (indicator,) = (one for one in register.indicators if one.code == code)
    figure = indicator.count(Books(period=PERIOD, rows=rows, calendar=lambda: CALENDAR))
    assert set(figure.parts) == set(indicator.part_labels)
    return figure


def rules_found(register: Register, values: Mapping[str, object], today: date) -> dict[str, bool]:
    """Return the rules that complete values break, each with whether that is grave."""
    return {one.rule: one.grave for one in check(register, values, today)}


def assert_complete(register: Register, values: Mapping[str, object], today: date) -> None:
    """Assert that values lack nothing, break no rule, and read back as they are."""
    assert rules_found(register, values, today) == {}
    assert [one.field for one in missing(register, values)] == []
    read, found = Reader(None, today).read_all(register.fields, cast("dict[str, object]", values))
    assert (read, found) == (values, [])


def numbers(figure: Figure) -> tuple[int, int | None, list[str]]:
    """Return the value, the denominator, and the records behind a figure."""
    return figure.value, figure.denominator, [one.record for one in figure.records]
