"""What controls found, and how versions differ, in words; and the columns of a list of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.table import Column, Row
from antq_desktop.gui.common.wording import figure_text, number
from antq_desktop.messages import words
from antq_desktop.services.controlling import said_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.controls import Finding
    from antq_desktop.domain.units import UnitTree
    from antq_desktop.messages import Language
    from antq_desktop.services.frozen import Difference, FrozenFigure

MOST_DIFFERENCES = 6
"""How many indicators that changed are named; paper and commands have them all."""


def finding_columns() -> tuple[Column, ...]:
    """Return the columns: how grave, which units, what was found and what to do."""
    return (
        Column(QCoreApplication.translate("Findings", "Mức độ")),
        Column(QCoreApplication.translate("Findings", "Đơn vị")),
        Column(QCoreApplication.translate("Findings", "Điểm phải xem và việc cần làm")),
    )


def grade(finding: Finding) -> str:
    """Return how grave a finding is, in a word or two."""
    if finding.hard:
        return QCoreApplication.translate("Findings", "Sai, phải sửa")
    return QCoreApplication.translate("Findings", "Cần xem")


def finding_line(finding: Finding, catalogue: Catalogue, language: Language) -> str:
    """Return a finding with what to do about it."""
    values = {
        name: number(value) if isinstance(value, int) else value
        for name, value in said_values(finding, catalogue, language).items()
    }
    said = words(finding.message_id, language, values)
    return f"{said.text} {said.action}"


def finding_rows(
    findings: Sequence[Finding], catalogue: Catalogue, units: UnitTree, language: Language
) -> Iterator[Row]:
    """Yield a row a finding; the key is its place and the first record because of which it is."""
    for at, one in enumerate(findings):
        names = ", ".join(units.get(unit).name for unit in one.units)
        text = finding_line(one, catalogue, language)
        record = one.records[0] if one.records else ""
        yield Row(f"{at}/{record}", (grade(one), names, text), hint=text)


def difference_text(
    differences: Sequence[Difference], catalogue: Catalogue, language: Language
) -> str:
    """Return what changed: "Mô hình mới 7 → 6; Mô hình nhân rộng 9 (+ 1) → 9"."""
    told = [
        f"{_name(one.code, catalogue, language)} {_stated(one.before)} → {_stated(one.after)}"
        for one in differences[:MOST_DIFFERENCES]
    ]
    more = len(differences) - MOST_DIFFERENCES
    if more > 0:
        text = QCoreApplication.translate("Findings", "và {count} chỉ tiêu nữa")
        told.append(text.format(count=number(more)))
    return "; ".join(told)


def _name(code: str, catalogue: Catalogue, language: Language) -> str:
    """Return the name of an indicator; of one that is not known here, its code."""
    known = catalogue.indicators.get(code)
    return known[1].label.text(language) if known is not None else code


def _stated(stated: FrozenFigure | None) -> str:
    if stated is None:
        return "–"
    late = stated.late
    told = f" (+ {figure_text(late)})" if late is not None and late.value else ""
    return f"{figure_text(stated.figure)}{told}"
