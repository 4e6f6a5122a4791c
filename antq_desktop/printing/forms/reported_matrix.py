"""Who has reported: units by periods, with the counts at the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Row, Style, Table, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import paper_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import ReportedLine, ReportedSubject

_NUMBER, _UNIT, _COUNT = 6, 22, 8
_INDENT = "\N{NO-BREAK SPACE}" * 4


def _blocks(sheet: Sheet, reported: ReportedSubject) -> Sequence[Block]:
    share = (100 - _NUMBER - _UNIT - _COUNT) / len(reported.periods)
    columns = [
        Column("STT", _NUMBER, Align.CENTRE),
        Column("Đơn vị", _UNIT),
        *(Column(words.period_head(one), share, Align.CENTRE) for one in reported.periods),
        Column("Đã nộp", _COUNT, Align.RIGHT),
    ]
    rows = [_row(place, line) for place, line in enumerate(reported.lines, 1)]
    due = ["", "Hạn nộp", *(f"{one:%d/%m}" if one else "" for one in reported.dues), ""]
    totals = ["", "Đã nộp / phải nộp", *(f"{told}/{of}" for told, of in reported.totals)]
    told, of = (sum(one[place] for one in reported.totals) for place in (0, 1))
    ends = [Row(due), Row([*totals, f"{told}/{of}"], strong=True)]
    return [
        paper_head(sheet),
        Title("TÌNH HÌNH NỘP BÁO CÁO", _subject(reported)),
        Text(f"Tính đến {words.moment_in_words(reported.at)}", Style.CENTRED),
        Table(columns, [*rows, *ends]),
        Text(_summary(reported), Style.SMALL),
    ]


def _row(place: int, line: ReportedLine) -> Row:
    name = f"{_INDENT * line.depth}{line.unit}"
    return Row((str(place), name, *line.cells, f"{line.told}/{line.due}"))


def _subject(reported: ReportedSubject) -> str:
    first, last = reported.periods[0], reported.periods[-1]
    if len(reported.periods) == 1:
        return f"Kỳ báo cáo {words.period_name(first)} ({first.code})"
    return f"Các kỳ báo cáo từ {first.code} đến {last.code}"


def _summary(reported: ReportedSubject) -> str:
    counted = "; ".join(f"{name}: {words.number(count)}" for name, count in reported.states)
    return f"Số ô theo trạng thái: {counted}." if counted else ""


FORM = Form(
    code="reported-matrix",
    title=Label("Tình hình nộp báo cáo", "Who has reported"),
    basis="",
    layout=Layout.OWN,
    needs=Needs.REPORTED,
    landscape=True,
    blocks=_blocks,
)
