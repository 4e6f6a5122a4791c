"""Judging and counting the records of one register in one unit, as the office sees them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.indicators import Books, Counted, Figure
from antq_desktop.domain.parts import split
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import Unit, UnitKey
from antq_desktop.domain.values import Reader

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register

Values = dict[str, object]

PERIOD = parse_period("2025-01-01_2025-06-30")
BEFORE, FIRST, LAST, AFTER = "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"
TODAY = date(2026, 11, 26)
COMMUNE = Unit(UnitKey("13285"), "Xã Mẫu", "xa", 3, "347", None, remote=False)


def unit(kind: str, valid_to: date | None = None) -> Unit:
    """Return a unit of a kind, until a day."""
    return Unit(UnitKey("13285"), "Đơn vị Mẫu", kind, 3, "347", valid_to, remote=False)


def moves(*lines: tuple[str, str]) -> list[Values]:
    """Return dated states from (state, day)."""
    return [{"state": state, "on": on} for state, on in lines]


def found(register: Register, values: Values, today: date = TODAY) -> set[tuple[str, str, bool]]:
    """Return what is wrong with values: the field, the rule, whether it is grave."""
    read, problems = Reader(None, today).read_all(
        register.fields, {name: value for name, value in values.items() if value is not None}
    )
    wrong = problems or [*missing(register, read), *check(register, read, today)]
    return {(one.field, one.rule, one.grave) for one in wrong}


def at_import(register: Register, values: Values) -> set[str]:
    """Return the rules that the office finds broken, which sees the shared part alone."""
    shared = split(register.fields, values)[Travel.SHARED]
    return {one.rule for one in check(register, shared, TODAY, shared_only=True)}


def row(register: Register, values: Values, record: str = "a", **keys: str) -> Counted:
    """Return a record as the counting code sees it: what is shared, and its keys."""
    kept = {name: value for name, value in values.items() if value is not None}
    shared = {**split(register.fields, kept)[Travel.SHARED], **keys}
    return Counted(record, COMMUNE.key, "1/2025", 1, "0" * 64, shared)


def count(register: Register, code: str, *rows: Counted, unit: Unit | None = COMMUNE) -> Figure:
    """Return an indicator over `PERIOD`; every part must have its words."""
    [indicator] = [one for one in register.indicators if one.code == code]
    figure = indicator.count(Books(period=PERIOD, rows=rows, unit=unit))
    assert set(figure.parts) <= set(indicator.part_labels)
    return figure


def private_paths(register: Register) -> set[str]:
    """Return the fields of persons, officers, numbers and long texts that would travel."""
    kinds = {Kind.PERSON, Kind.OFFICER, Kind.PERSONAL_NUMBER, Kind.PHONE, Kind.LONG_TEXT}
    return {
        path for path, one in register.paths() if one.kind in kinds and one.travel is Travel.SHARED
    }
