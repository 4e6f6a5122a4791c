"""What a province published of a year, to compare with what was counted; nothing counts from it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.assets import asset
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The one year of which figures are shipped, and the unit that published them.
PROVINCE, YEAR = "35", 2023


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One published figure.

    ``above`` says that the value was published as "more than"; ``percent`` that it is a percentage
    and no count. ``denominator`` is None where none was published.
    """

    indicator: str
    period: str
    value: int
    denominator: int | None
    above: bool
    percent: bool

    @property
    def shown(self) -> int | str:
        """The value as it was published: ``>1000`` and ``100%`` as text, a count as a number."""
        if self.above:
            return f">{self.value}"
        return f"{self.value}%" if self.percent else self.value

    def met_by(self, figure: Figure) -> bool:
        """Say whether a counted figure is the published one."""
        if self.percent:
            whole = figure.denominator or 0
            return whole > 0 and figure.value * 100 == self.value * whole
        if self.above:
            return figure.value > self.value
        return figure.value == self.value and self.denominator in {None, figure.denominator}

    @property
    def figure(self) -> Figure:
        """The smallest figure that the published one can be: "more than 1 000" is 1 001."""
        if self.percent:
            return Figure(self.value, denominator=100)
        return Figure(self.value + self.above, denominator=self.denominator)


def published_sentences(table: Mapping[str, Published]) -> list[str]:
    """Return the sentences of the article over published figures, those that say something."""
    figures = {code: one.figure for code, one in table.items()}
    return [one.text for one in sentences(figures) if one.text]


def load_published() -> Mapping[str, Published]:
    """Return the published figures of the sample year by the code of their indicator."""
    name = f"hanam-{YEAR}.csv"
    lines = asset("data", "figures", name).read_text(encoding="utf-8").splitlines()
    return {
        row["indicator"]: Published(
            indicator=row["indicator"],
            period=row["period"],
            value=int(row["value"].removeprefix(">")),
            denominator=int(row["denominator"]) if row["denominator"] else None,
            above=row["value"].startswith(">"),
            percent=row["kind"] == "ratio",
        )
        for row in csv.DictReader(lines)
    }
