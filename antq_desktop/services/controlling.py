"""The controls over the figures of a period, unit by unit, and at an office between units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.domain.balances import OPENINGS, balance, together
from antq_desktop.domain.controls import DOUBLED, TOLD_TWICE, Seen, doubles, findings
from antq_desktop.services.counting import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.balances import Balance
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.controls import Finding
    from antq_desktop.domain.indicators import Counted, Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.messages import Language
    from antq_desktop.services.counted_rows import Rows
    from antq_desktop.services.workspace import Workspace


#: Which values of a finding are codes of indicators.
_CODES = frozenset({"part", "whole", "code"})


@dataclass(frozen=True, slots=True)
class Controlled:
    """What the controls of a period say: what was found, and the line of each book."""

    findings: tuple[Finding, ...]
    balances: tuple[Balance, ...]


class Controls:
    """Looks at each unit while it is counted; its rows are not kept."""

    def __init__(self, period: Period) -> None:
        self._period = period
        self._found: dict[UnitKey, list[Finding]] = {}
        self._maybe_double: dict[UnitKey, dict[str, list[Counted]]] = {}
        self._balances: dict[str, Balance] = {}

    def look(self, unit: UnitKey, rows: Rows, figures: Mapping[str, Figure]) -> None:
        """Control one unit, and keep of it what is compared between units."""
        self._found[unit] = findings(Seen(unit, self._period, figures, rows))
        self._maybe_double[unit] = {
            DOUBLED: [
                replace(row, shared={name: row.shared.get(name) for name in TOLD_TWICE})
                for row in rows.get(DOUBLED, ())
            ]
        }
        for register in OPENINGS:
            if rows.get(register):
                line = balance(register, rows[register], self._period)
                known = self._balances.get(register)
                self._balances[register] = line if known is None else together(known, line)

    @property
    def findings(self) -> list[Finding]:
        """What the controls found, the hard ones first, then unit by unit."""
        found = [
            finding
            for unit in sorted(self._found, key=lambda key: key.text)
            for finding in self._found[unit]
        ]
        found += doubles(self._maybe_double)
        return sorted(found, key=lambda one: not one.hard)

    @property
    def balances(self) -> list[Balance]:
        """The line of each book that has rows, over all units."""
        return [self._balances[name] for name in OPENINGS if name in self._balances]


def control(
    workspace: Workspace, period: Period, *, units: frozenset[UnitKey] | None = None
) -> Controlled:
    """Control the figures of a period as they stand now."""
    controls = Controls(period)
    count(workspace, period, units=units, watch=controls.look)
    return Controlled(tuple(controls.findings), tuple(controls.balances))


def said_values(finding: Finding, catalogue: Catalogue, language: Language) -> dict[str, str | int]:
    """Return what the words of a finding need, codes told by the names that people know."""
    values = dict(finding.values)
    for name, value in finding.values.items():
        if name == "register":
            values[name] = catalogue.by_name[str(value)].label.text(language)
        elif name in _CODES:
            values[name] = f"{catalogue.indicators[str(value)][1].label.text(language)} ({value})"
    return values
