"""The records behind a number, and a number unit by unit, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.units import UnitKey, UnitTree
    from antq_desktop.store.queries import Line


def unit_rows(by_unit: Mapping[UnitKey, Figure], units: UnitTree) -> Iterator[Row]:
    """Yield the units that have something, by code."""
    for key in sorted(by_unit, key=lambda one: one.text):
        figure = by_unit[key]
        if figure.value or figure.denominator:
            yield Row(key.text, (units.get(key).name, figure_text(figure)))


def record_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the records that were counted."""
    for line in lines:
        yield Row(line.record, (line.book or "", line.title), hint=line.title)
