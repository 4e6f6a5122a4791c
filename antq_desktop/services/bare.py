"""Figures without their rows: of units together, and unknown where nobody told them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Figure, add

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.succession import Succession
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.counting import CountedIndicator


@dataclass(frozen=True, slots=True)
class Number:
    """A figure without its rows, and the ids of the records behind it.

    ``told``: a unit has reported the period; else it is of records that came with other reports.
    """

    figure: Figure
    records: tuple[str, ...]
    told: bool = True


@dataclass(frozen=True, slots=True)
class Bare:
    """A counted indicator that keeps ids in place of rows: a province has hundred thousands."""

    register: Register
    indicator: Indicator
    total: Number
    by_unit: Mapping[UnitKey, Number]
    through: Mapping[UnitKey, Number]


def bare(counted: Iterable[CountedIndicator]) -> list[Bare]:
    """Return counted indicators without their rows."""
    return [
        Bare(
            one.register,
            one.indicator,
            _number(one.figure),
            {unit: _number(figure) for unit, figure in one.by_unit.items()},
            {unit: _number(figure) for unit, figure in one.through.items()},
        )
        for one in counted
    ]


def _number(figure: Figure) -> Number:
    shown = Figure(figure.value, denominator=figure.denominator, parts=dict(figure.parts))
    return Number(shown, tuple(row.record for row in figure.records))


def of_members(one: Bare, members: frozenset[UnitKey], succession: Succession, day: date) -> Number:
    """Return the number of units together; a unit that took others over tells theirs as well."""
    tells = [unit for unit in members if unit in one.through]
    told = {before for unit in tells for before in succession.taken_over(unit, day)}
    some = [
        one.through.get(unit) or one.by_unit[unit]
        for unit in sorted(members - told, key=lambda key: key.text)
        if unit in one.through or unit in one.by_unit
    ]
    figure = add(number.figure for number in some)
    if figure.denominator is None and one.total.figure.denominator is not None:
        figure = Figure(figure.value, denominator=0, parts=figure.parts)
    return Number(figure, tuple(record for number in some for record in number.records))


def known(number: Number, indicator: Indicator, *, told: bool) -> Number | None:
    """Return a number, None for what was never told: a unit that is silent has no zeros."""
    if told or indicator.every_unit:
        return number
    figure = number.figure
    some = figure.value or figure.denominator or any(figure.parts.values())
    return replace(number, told=False) if some else None
