"""The units that owe the report of a period: a list to call them by, with room for a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Row, Style, Table, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import closing, paper_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import ReportedSubject

_COLUMNS = (
    Column("STT", 7, Align.CENTRE),
    Column("Đơn vị", 28),
    Column("Trực thuộc", 24),
    Column("Tình trạng", 19),
    Column("Đã nhắc (ngày, người nhận)", 22),
)


def _blocks(sheet: Sheet, reported: ReportedSubject) -> Sequence[Block]:
    period, due = reported.periods[0], reported.dues[0]
    until = f", hạn nộp {words.day_in_words(due)}" if due is not None else ""
    rows = [
        Row((str(place), line.unit, line.office, _standing(line.cells[0], line.note), ""))
        for place, line in enumerate(reported.lines, 1)
    ]
    told, of = reported.totals[0]
    count = len(reported.lines)
    return [
        paper_head(sheet),
        Title(
            "DANH SÁCH ĐƠN VỊ CẦN NHẮC NỘP BÁO CÁO",
            f"Kỳ báo cáo {words.period_name(period)} ({period.code}){until}",
        ),
        Text(f"Tính đến {words.moment_in_words(reported.at)}", Style.CENTRED),
        Table(_COLUMNS, rows),
        Text(
            f"Tổng số {words.number(count)} đơn vị cần nhắc; đã nộp {words.number(told)}"
            f" trên {words.number(of)} đơn vị phải nộp.",
            Style.PLAIN,
        ),
        closing(sheet),
    ]


def _standing(state: str, note: str) -> str:
    return f"{state} ({note})" if note else state


FORM = Form(
    code="reported-reminders",
    title=Label("Danh sách đơn vị cần nhắc nộp báo cáo", "List of units to be reminded"),
    basis="",
    layout=Layout.OWN,
    needs=Needs.REPORTED,
    blocks=_blocks,
)
