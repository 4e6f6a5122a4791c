"""The controls over the figures of a period, unit by unit, and at an office between units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.balances import OPENINGS, balance
from antq_desktop.domain.controls import Seen, doubles, findings
from antq_desktop.services.counting import tally

if TYPE_CHECKING:
    from antq_desktop.domain.balances import Balance
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.controls import Finding
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.messages import Language
    from antq_desktop.services.counting import Tally
    from antq_desktop.services.workspace import Workspace


#: Which values of a finding are codes of indicators.
_CODES = frozenset({"part", "whole", "code"})


@dataclass(frozen=True, slots=True)
class Controlled:
    """What the controls of a period say: what was found, and the line of each book."""

    findings: tuple[Finding, ...]
    balances: tuple[Balance, ...]


def control(
    workspace: Workspace, period: Period, *, units: frozenset[UnitKey] | None = None
) -> Controlled:
    """Control the figures of a period as they stand now."""
    counted = tally(workspace, period, units=units)
    return Controlled(tuple(controls_of(period, counted)), tuple(balances_of(period, counted)))


def controls_of(period: Period, counted: Tally) -> list[Finding]:
    """Return what the controls find in figures that were counted, the hard ones first."""
    units = {unit for one in counted.indicators for unit in one.by_unit} | counted.rows.keys()
    found: list[Finding] = []
    for unit in sorted(units, key=lambda key: key.text):
        figures = {
            one.indicator.code: one.by_unit[unit]
            for one in counted.indicators
            if unit in one.by_unit
        }
        found += findings(Seen(unit, period, figures, counted.rows.get(unit, {})))
    found += doubles(counted.rows)
    return sorted(found, key=lambda one: not one.hard)


def said_values(finding: Finding, catalogue: Catalogue, language: Language) -> dict[str, str | int]:
    """Return what the words of a finding need, codes told by the names that people know."""
    values = dict(finding.values)
    for name, value in finding.values.items():
        if name == "register":
            values[name] = catalogue.by_name[str(value)].label.text(language)
        elif name in _CODES:
            values[name] = f"{catalogue.indicators[str(value)][1].label.text(language)} ({value})"
    return values


def balances_of(period: Period, counted: Tally) -> list[Balance]:
    """Return the line of each book that has rows, over all units."""
    lines: list[Balance] = []
    for register in OPENINGS:
        rows = [row for of_unit in counted.rows.values() for row in of_unit.get(register, ())]
        if rows:
            lines.append(balance(register, rows, period))
    return lines
