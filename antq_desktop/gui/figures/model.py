"""The records behind a number, and a number unit by unit, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import figure_text
from antq_desktop.messages import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.units import UnitKey, UnitTree
    from antq_desktop.messages import Language
    from antq_desktop.store.queries import Line


def unit_rows(
    by_unit: Mapping[UnitKey, Figure],
    through: Mapping[UnitKey, Figure],
    units: UnitTree,
    language: Language,
) -> Iterator[Row]:
    """Yield the units that have something, by code; then those that took others over, with all."""
    for key, figure in _something(by_unit):
        yield Row(key.text, (units.get(key).name, figure_text(figure)))
    for key, figure in _something(through):
        name = label("territory.with_former", language, name=units.get(key).name)
        yield Row(f"+{key.text}", (name, figure_text(figure)))


def _something(figures: Mapping[UnitKey, Figure]) -> list[tuple[UnitKey, Figure]]:
    by_code = sorted(figures.items(), key=lambda one: one[0].text)
    return [(key, figure) for key, figure in by_code if figure.value or figure.denominator]


def record_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the records that were counted."""
    for line in lines:
        yield Row(line.record, (line.book or "", line.title), hint=line.title)
