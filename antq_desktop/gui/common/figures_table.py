"""Figures as rows of a table: grouped by register, each with its parts, beside earlier periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import figure_text, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.indicators import Figure
    from antq_desktop.messages import Language
    from antq_desktop.services.comparing import Compared


def figure_columns(*, told: bool = False) -> tuple[Column, ...]:
    """Return the columns: what is counted, this period, the one before, that of last year.

    Where the earlier figures are ``told`` beside the table as well, names have the room of theirs.
    """
    last_year, before = (2, 1) if told else (0, 0)
    return (
        Column(QCoreApplication.translate("Figures", "Chỉ tiêu")),
        Column(QCoreApplication.translate("Figures", "Kỳ này"), "number"),
        Column(QCoreApplication.translate("Figures", "Kỳ trước"), "number", before),
        Column(QCoreApplication.translate("Figures", "Cùng kỳ năm trước"), "number", last_year),
    )


def figure_rows(compared: Sequence[Compared], language: Language) -> Iterator[Row]:
    """Yield a title a register, a row an indicator, a row a part; the key is the indicator's."""
    register = ""
    for one in compared:
        if one.register.name != register:
            register = one.register.name
            title = f"{one.register.code} · {one.register.label.text(language)}"
            yield Row(register, (title,), kind="group")
        shown = (one.now, one.previous, one.year_before)
        name = one.indicator.label.text(language)
        yield Row(one.indicator.code, (name, *map(figure_text, shown)), hint=name)
        for said in one.counted_with:
            yield Row(f"{one.indicator.code}/", (f"({said.text(language)})",), kind="part")
        for part, label in one.indicator.part_labels.items():
            if not any(part in figure.parts for figure in shown):
                continue  # such a line is there only where it is counted (B10.1 could have 345)
            cells = (label.text(language), *(_part(figure, part) for figure in shown))
            yield Row(f"{one.indicator.code}/{part}", cells, kind="part")
        if one.late is not None and is_told(one.late):
            late = QCoreApplication.translate("Figures", "Bổ sung kỳ trước")
            told = f"+ {figure_text(one.late)}"
            yield Row(f"{one.indicator.code}/late", (late, told), kind="part", hint=late)


def is_told(late: Figure) -> bool:
    """Say whether anything was entered late."""
    return bool(late.value or late.denominator or any(late.parts.values()))


def _part(figure: Figure, part: str) -> str:
    return number(figure.parts.get(part, 0))
