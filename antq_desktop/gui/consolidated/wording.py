"""The numbers of the table in words: differences, shares, and why some are not compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from antq_desktop.domain.changes import change
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.wording import day, figure_text, number
from antq_desktop.gui.consolidated.model import Head, NumberCell, NumberRow
from antq_desktop.services.comparable import AGAINST, Territory
from antq_desktop.services.unit_names import name_with_others

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.changes import Change
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.units import UnitKey, UnitTree
    from antq_desktop.messages import Language
    from antq_desktop.services.bare import Number
    from antq_desktop.services.comparable import Against, Doubt
    from antq_desktop.services.consolidated import Beside, Consolidated, Shown, When

MARK = "*"
"""Stands beside a number that is compared over a change of territory; the note explains it."""

NOTHING = "–"

MINUS = "\u2212"
"""As wide as the plus sign, and read as "minus"."""


def against_name(against: Against) -> str:
    """Return the name of an earlier period."""
    return {
        "previous": QCoreApplication.translate("Consolidated", "Kỳ trước"),
        "year_before": QCoreApplication.translate("Consolidated", "Cùng kỳ năm trước"),
    }[against]


def said_with_code(shown: Shown, language: Language) -> str:
    """Return an indicator as it is chosen: its code and its name."""
    return f"{shown.indicator.code} · {shown.indicator.label.text(language)}"


def difference_text(found: Change) -> str:
    """Return by how many a figure changed, with its sign."""
    return _signed(number(abs(found.difference)), found.difference)


def share_text(found: Change) -> str:
    """Return by which share: "+12,5%", or of an x/y in points: "-0,3 điểm %"."""
    if found.tenths is None:
        return NOTHING
    text = _signed(QLocale().toString(abs(found.tenths) / 10, "f", 1), found.tenths)
    if found.points:
        return QCoreApplication.translate("Consolidated", "{share} điểm %").format(share=text)
    return f"{text}%"


def _signed(text: str, value: int) -> str:
    sign = "" if value == 0 else "+" if value > 0 else MINUS
    return f"{sign}{text}"


def doubt_text(doubt: Doubt) -> str:
    """Return why a comparison is left out or only for reference; "" where nothing changed."""
    if doubt.since is None or doubt.territory is Territory.SAME:
        return ""
    if doubt.territory is Territory.OTHER:
        text = QCoreApplication.translate(
            "Consolidated", "Không so được: địa bàn thay đổi từ {day}, chưa rõ phần nào của ai."
        )
    else:
        text = QCoreApplication.translate(
            "Consolidated", "Địa bàn thay đổi từ {day}: so sánh chỉ để tham khảo."
        )
    return text.format(day=day(doubt.since))


def not_told(when: When) -> str:
    """Return why there is no number of a period."""
    text = QCoreApplication.translate("Consolidated", "{when}: chưa báo cáo, chưa có số liệu.")
    return text.format(when=when_name(when))


def told_otherwise(found: Number, when: When) -> str:
    """Return where a number comes from that no report of its period tells; "" for others."""
    if found.told:
        return ""
    text = QCoreApplication.translate(
        "Consolidated", "{when}: chưa báo cáo, đếm từ hồ sơ đã đến đây."
    )
    return text.format(when=when_name(when))


def heads_of_one(shown: Shown, language: Language) -> Sequence[Head]:
    """Return the columns of one indicator: now, and both earlier periods with what changed."""
    code, name = shown.indicator.code, said_with_code(shown, language)
    now = QCoreApplication.translate("Consolidated", "Kỳ này")
    heads = [Head(now, f"{name} – {now}", code)]
    for against in AGAINST:
        earlier, when = against_name(against), against
        change_of = QCoreApplication.translate("Consolidated", "Tăng, giảm so với {earlier}")
        share_of = QCoreApplication.translate("Consolidated", "Tỷ lệ so với {earlier}")
        hint = earlier.lower()
        heads += [
            Head(earlier, f"{name} – {earlier}", code, when),
            Head("±", f"{name} – {change_of.format(earlier=hint)}", code),
            Head("%", f"{name} – {share_of.format(earlier=hint)}", code),
        ]
    return heads


def cells_of_one(beside: Beside, doubts: Mapping[Against, Doubt]) -> Iterator[NumberCell]:
    """Yield the cells of `heads_of_one`."""
    yield now_cell(beside)
    for against in AGAINST:
        earlier, remark = beside.earlier(against), doubt_text(doubts[against])
        if earlier is None:
            yield from [NumberCell(NOTHING, remark or not_told(against))] * 3
            continue
        mark = MARK if remark else ""
        said = "\n".join(filter(None, (remark, told_otherwise(earlier, against))))
        yield NumberCell(f"{figure_text(earlier.figure)}{mark}", said, order_of(earlier.figure))
        if beside.now is None:
            yield from [NumberCell(NOTHING, not_told("now"))] * 2
            continue
        found = change(earlier.figure, beside.now.figure)
        yield NumberCell(f"{difference_text(found)}{mark}", remark, found.difference)
        yield NumberCell(f"{share_text(found)}{mark}", remark, found.tenths)


def now_cell(beside: Beside) -> NumberCell:
    """Return the number of the period."""
    if beside.now is None:
        return NumberCell(NOTHING, not_told("now"))
    figure = beside.now.figure
    return NumberCell(figure_text(figure), told_otherwise(beside.now, "now"), order_of(figure))


def order_of(figure: Figure) -> float | None:
    """Return by what a figure is sorted: its share where it is of a whole, and of nothing none."""
    if figure.denominator is None:
        return figure.value
    return figure.value / figure.denominator if figure.denominator else None


def difference_cell(beside: Beside, against: Against, doubt: Doubt) -> NumberCell:
    """Return what changed against an earlier period: by how many, and the share in the remark."""
    earlier, remark = beside.earlier(against), doubt_text(doubt)
    if beside.now is None:
        return NumberCell(NOTHING, not_told("now"))
    if earlier is None:
        return NumberCell(NOTHING, remark or not_told(against))
    found = change(earlier.figure, beside.now.figure)
    both = f"{figure_text(earlier.figure)} → {figure_text(beside.now.figure)}, {share_text(found)}"
    mark = MARK if remark else ""
    said = "\n".join(filter(None, (both, remark)))
    return NumberCell(f"{difference_text(found)}{mark}", said, found.difference)


def table_of_one(
    found: Consolidated, code: str, units: UnitTree, language: Language
) -> tuple[Sequence[Head], list[NumberRow]]:
    """Return the table of one indicator: all units beside both earlier periods."""
    shown = _shown(found, code)

    def row(unit: UnitKey | None) -> NumberRow:
        doubts = {against: found.doubt(unit, against) for against in AGAINST}
        cells = tuple(cells_of_one(found.at(code, unit), doubts))
        return NumberRow(*_named(unit, units, language), cells)

    return heads_of_one(shown, language), [row(unit) for unit in _rows(found)]


def table_of_all(
    found: Consolidated, against: Against | None, units: UnitTree, language: Language
) -> tuple[Sequence[Head], list[NumberRow]]:
    """Return the table of all indicators: the numbers of the period, or what changed."""
    heads = [
        Head(
            one.indicator.label.text(language),
            said_with_code(one, language),
            one.indicator.code,
            mark=one.indicator.code,
        )
        for one in found.indicators
    ]

    def row(unit: UnitKey | None) -> NumberRow:
        beside = [found.at(head.code, unit) for head in heads]
        if against is None:
            cells = tuple(map(now_cell, beside))
        else:
            doubt = found.doubt(unit, against)
            cells = tuple(difference_cell(one, against, doubt) for one in beside)
        return NumberRow(*_named(unit, units, language), cells)

    return heads, [row(unit) for unit in _rows(found)]


def when_name(when: When) -> str:
    """Return the name of the period of a number."""
    if when == "now":
        return QCoreApplication.translate("Consolidated", "Kỳ này")
    return against_name(when)


def unit_of(key: str) -> UnitKey | None:
    """Return the unit of a row, None for the total."""
    return parse_unit_key(key) if key else None


def total_name() -> str:
    """Return the name of the row over all units."""
    return QCoreApplication.translate("Consolidated", "Tổng cộng")


def _shown(found: Consolidated, code: str) -> Shown:
    return next(one for one in found.indicators if one.indicator.code == code)


def _rows(found: Consolidated) -> list[UnitKey | None]:
    return [None, *(line.unit for line in found.lines)]


def _named(unit: UnitKey | None, units: UnitTree, language: Language) -> tuple[str, str, str]:
    if unit is None:
        name = total_name()
        return "", name, name
    return unit.text, units.get(unit).name, name_with_others(units, unit, language)
