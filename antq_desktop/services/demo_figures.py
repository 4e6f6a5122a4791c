"""The figures of the demonstration: each level counts, the sums are compared with one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import add
from antq_desktop.domain.periods import make_period
from antq_desktop.services.counting import count
from antq_desktop.services.narrating import narrate
from antq_desktop.services.published import published_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.published import Published
    from antq_desktop.services.workspace import Workspace

#: Over what each figure is counted: the year, or where it has none, that of TT 124/2021.
FAMILIES = ("DL", "TT124KDC", "TT124XA")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of one level, with the period it was counted over."""

    indicator: str
    period: str
    label: Label
    figure: Figure


#: The figures of a level, by the code of the indicator.
Lines = dict[str, Line]


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of the highest office, and whether all that it was compared with is the same.

    ``equal`` says that every office counted what those below it counted together, and that the
    published figure, where there is one, is this one.
    """

    indicator: str
    period: str
    label: Label
    figure: Figure
    published: Published | None
    equal: bool


def count_year(workspace: Workspace, year: int, units: Iterable[Unit] | None = None) -> Lines:
    """Count each indicator once; ``units`` are those whose records are looked at, None all."""
    lines: Lines = {}
    of = frozenset(unit.key for unit in units) if units is not None else None
    for family in FAMILIES:
        period = make_period(family, year)
        for one in count(workspace, period, units=of):
            code = one.indicator.code
            lines.setdefault(code, Line(code, period.code, one.indicator.label, one.figure))
    return lines


def differing(counted: Lines, below: Iterable[Lines]) -> set[str]:
    """Return the codes of which an office counted something else than those below it together."""
    theirs: dict[str, list[Figure]] = defaultdict(list)
    for lines in below:
        for code, line in lines.items():
            theirs[code].append(line.figure)
    return {
        code
        for code in counted.keys() | theirs.keys()
        if code not in counted or _plain(add(theirs[code])) != _plain(counted[code].figure)
    }


def compare(
    lines: Lines, wrong: set[str], published: Mapping[str, Published] | None
) -> list[Compared]:
    """Return the figures of the highest office with what is said of each.

    ``wrong`` are the codes that differed between two levels.
    """
    table = published or {}
    return [
        Compared(
            one.indicator,
            one.period,
            one.label,
            one.figure,
            table.get(code),
            equal=code not in wrong and _as_published(one, table.get(code)),
        )
        for code, one in lines.items()
    ]


def unsaid(workspace: Workspace, period: Period, published: Mapping[str, Published]) -> list[str]:
    """Return the published sentences that a unit's report of a period does not say."""
    words = " ".join(text for one in narrate(workspace, period) for text in one.generated)
    return [
        sentence
        for sentence in published_sentences(published)
        if _plain_words(sentence) not in words.lower()
    ]


def _plain_words(sentence: str) -> str:
    """Return a sentence as it may stand within others: without its capital and its end."""
    return sentence.rstrip(";.").lower()


def _as_published(line: Line, published: Published | None) -> bool:
    return published is None or (published.period == line.period and published.met_by(line.figure))


def _plain(figure: Figure) -> tuple[int, int | None, Mapping[str, int], list[str]]:
    records = [f"{one.record} {one.number} {one.digest}" for one in figure.records]
    return figure.value, figure.denominator, figure.parts, records
