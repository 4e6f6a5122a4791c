"""The figures of a period as an annex: every indicator with its parts, then unit by unit.

Each is printed with what it was counted with; figures that are not frozen say so.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import CountKind
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Row, Style, Table, Text, Title
from antq_desktop.printing.subjects import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import FigureLine, FiguresSubject

_SUBJECT = "SỐ LIỆU PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC"
_KINDS = {CountKind.FLOW: "Phát sinh trong kỳ", CountKind.STOCK: "Có đến cuối kỳ"}
_SETTINGS = {
    Setting.CATALOGUE: "danh mục sổ và chỉ tiêu bản",
    Setting.UNITS: "danh mục đơn vị hành chính",
    Setting.CALENDAR: "lịch ngày làm việc",
}
_COLUMNS = (
    Column("Mã", 6, Align.CENTRE),
    Column("Chỉ tiêu", 38),
    Column("Đơn vị tính", 9, Align.CENTRE),
    Column("Số liệu", 9, Align.RIGHT),
    Column("Trên tổng số", 9, Align.RIGHT),
    Column("Tỷ lệ", 8, Align.RIGHT),
    Column("Cách tính", 13),
)
_LATE = "Bổ sung kỳ trước"
_NIL = "Không phát sinh"
#: How the version of the calendar says up to which year it was announced, and its words on paper.
_OFFICIAL, _OFFICIAL_VI = "official to", "theo thông báo chính thức đến năm"
#: So many indicators stand beside each other in a table by unit.
_BESIDE = 12


def annex_blocks(sheet: Sheet, figures: FiguresSubject) -> Sequence[Block]:
    """Return title, table of all indicators, remarks, and tables by unit where there are units."""
    return [
        Title("Phụ lục", _SUBJECT, _attached(sheet)),
        Text(counted_window(figures.period), Style.CENTRED),
        Text(_standing(figures), Style.CENTRED),
        Table(_COLUMNS, list(_rows(figures.lines)), numbers=True),
        *_remarks(figures),
        *_by_unit(figures),
    ]


def _attached(sheet: Sheet) -> str:
    symbol = f"/BC-{sheet.issuer.symbol}" if sheet.issuer.symbol else ""
    return (
        f"(Kèm theo Báo cáo số ..........{symbol} ngày ...... tháng ...... năm .........."
        f" của {sheet.issuer.unit})"
    )


def counted_window(period: Period) -> str:
    """Return the code of a period and its days."""
    return (
        f"Kỳ báo cáo {period.code} (số liệu tính từ ngày {period.first:%d/%m/%Y}"
        f" đến ngày {period.last:%d/%m/%Y})"
    )


def _standing(figures: FiguresSubject) -> str:
    at = figures.counted_at
    if figures.version is None:
        when = f", tính lúc {words.moment_in_words(at)}" if at else ""
        return f"SỐ LIỆU TẠM TÍNH (kỳ chưa chốt số liệu{when})"
    when = f", ký {words.day_in_words(at.date())}" if at else ""
    what = "Số liệu đã chốt" if figures.version == 1 else "Báo cáo điều chỉnh"
    return f"{what}, bản {words.number(figures.version)}{when}"


def _rows(lines: Sequence[FigureLine]) -> Iterator[Row]:
    """Yield the registers in capitals, their indicators, and below each its parts."""
    for register, of_register in groupby(lines, key=lambda one: one.register):
        yield Row((register.code, register.label.vi, "", "", "", "", ""), strong=True)
        for line in of_register:
            yield _row(line)
            yield from _settings(line)
            yield from _parts(line)
            yield from _late(line)


def _row(line: FigureLine) -> Row:
    indicator, figure = line.indicator, line.figure
    of, rate = "", ""
    if figure.denominator is not None:
        of = words.number(figure.denominator)
        rate = words.percentage(figure.value, figure.denominator)
    return Row(
        (
            indicator.code,
            indicator.label.vi,
            indicator.counted_in.vi,
            words.number(figure.value),
            of,
            rate,
            _KINDS[indicator.kind],
        )
    )


def _parts(line: FigureLine) -> Iterator[Row]:
    """Yield the parts in the order of the declaration: a frozen report has them sorted by code.

    Parts that came to nothing stand together in one row; all of nothing are not told again.
    """
    labels, parts = line.indicator.part_labels, line.figure.parts
    declared = [name for name in labels if name in parts]
    nil: list[str] = []
    for name in (*declared, *sorted(parts.keys() - labels.keys())):
        text = labels[name].vi if name in labels else name
        if parts[name]:
            yield Row(("", text, "", words.number(parts[name]), "", "", ""), detail=True)
        else:
            nil.append(text)
    if nil and not _is_nil(line.figure):
        yield Row(("", f"{_NIL}: {'; '.join(nil)}", "", "0", "", "", ""), detail=True)


def _is_nil(figure: Figure) -> bool:
    return not figure.value and not any(figure.parts.values())


def _settings(line: FigureLine) -> Iterator[Row]:
    """Yield how the figure was counted, where an office may choose (counting A12, A20)."""
    for said in line.counted_with:
        yield Row(("", f"({said.vi})", "", "", "", "", ""), detail=True)


def _late(line: FigureLine) -> Iterator[Row]:
    """Yield what was entered after its period was frozen; it is beside the figure, not in it."""
    late = line.late
    if late is None or not _is_told(late):
        return
    of, rate = "", ""
    if late.denominator is not None:
        of = words.number(late.denominator)
        rate = words.percentage(late.value, late.denominator)
    yield Row(("", _LATE, "", words.number(late.value), of, rate, ""), detail=True)
    labels = line.indicator.part_labels
    for name in labels:
        if late.parts.get(name):
            cells = ("", f"{_LATE}: {labels[name].vi}", "", words.number(late.parts[name]))
            yield Row((*cells, "", "", ""), detail=True)


def _is_told(late: Figure) -> bool:
    return bool(late.value or late.denominator or any(late.parts.values()))


def _remarks(figures: FiguresSubject) -> Iterator[Block]:
    counted = "; ".join(
        f"{_SETTINGS[setting]} {which.replace(_OFFICIAL, _OFFICIAL_VI)}"
        for setting, which in figures.settings
    )
    yield Text(f"Tính theo: {counted}.", Style.SMALL)
    if any(line.figure.parts and _is_nil(line.figure) for line in figures.lines):
        text = "Chỉ tiêu bằng 0 và mọi số chi tiết cũng bằng 0 thì không in số chi tiết."
        yield Text(text, Style.SMALL)
    if any(line.late is not None and _is_told(line.late) for line in figures.lines):
        yield Text(
            f"{_LATE}: việc của kỳ đã chốt, vào sổ sau khi chốt; không nằm trong số liệu của"
            " kỳ này.",
            Style.SMALL,
        )
    if figures.units:
        yield Text(
            "Số liệu của nhiều đơn vị là tổng số liệu của từng đơn vị; người và vụ việc được tính"
            " riêng trong mỗi đơn vị.",
            Style.SMALL,
        )
    yield from (Text(note, Style.SMALL) for note in figures.notes)
    if not figures.period.verified:
        basis = figures.period.basis
        yield Text(f"Mốc thời gian của kỳ theo {basis}, chưa xác minh văn bản.", Style.SMALL)


def _by_unit(figures: FiguresSubject) -> Iterator[Block]:
    """Yield a table with a row for each unit; the codes stand for the indicators."""
    if not figures.units:
        return
    yield Text("Số liệu chia theo đơn vị (mã chỉ tiêu như bảng trên)", Style.HEADING)
    for start in range(0, len(figures.lines), _BESIDE):
        lines = figures.lines[start : start + _BESIDE]
        columns = [
            Column("STT", 5, Align.CENTRE),
            Column("Đơn vị", 25),
            *(Column(line.indicator.code, 6, Align.RIGHT) for line in lines),
        ]
        rows = [
            Row((str(place), name, *(_of_unit(line, unit) for line in lines)))
            for place, (unit, name) in enumerate(figures.units, 1)
        ]
        total = ("", "Tổng cộng", *(_number(line.figure) for line in lines))
        yield Table(columns, [*rows, Row(total, strong=True)])


def _of_unit(line: FigureLine, unit: UnitKey) -> str:
    figure = line.by_unit.get(unit)
    return _number(figure) if figure is not None else "0"


def _number(figure: Figure) -> str:
    value = words.number(figure.value)
    return value if figure.denominator is None else f"{value}/{words.number(figure.denominator)}"
