"""Biên bản kiểm tra của Ban Chỉ đạo 138 (R11d), on mẫu 1.9 of NĐ 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Line,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
from antq_desktop.printing.heads import (
    ended,
    minutes_head,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet),
        Title("BIÊN BẢN KIỂM TRA", "Công tác phòng, chống tội phạm và xây dựng phong trào"),
        Text(f"Hồi ...... giờ ...... phút, {asked.on('held_on')}, đoàn kiểm tra làm việc tại:"),
        asked.line("Đơn vị được kiểm tra", "inspected_unit"),
        asked.line("Kế hoạch", "plan"),
        asked.line("Đoàn kiểm tra", "team", 2),
        Line("Đại diện đơn vị được kiểm tra", None, 2),
        Text("1. Nội dung kiểm tra", Style.HEADING),
        asked.line("", "content", 4),
        Text("2. Ưu điểm", Style.HEADING),
        asked.line("", "strengths", 4),
        Text("3. Tồn tại", Style.HEADING),
        asked.line("", "shortcomings", 4),
        Text("4. Kiến nghị", Style.HEADING),
        asked.table(
            "recommendations",
            (
                (Column("STT", 7, Align.CENTRE), "#"),
                (Column("Nội dung kiến nghị", 45), "text"),
                (Column("Hạn khắc phục", 15, Align.CENTRE), "due"),
                (Column("Đã khắc phục ngày", 15, Align.CENTRE), "fixed_on"),
                (Column("Kết quả", 18), "remedy"),
            ),
        ),
        Line("Ý kiến của đơn vị được kiểm tra", None, 3),
        ended(),
        Signatures(
            (Signature("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA"), Signature("TRƯỞNG ĐOÀN KIỂM TRA")),
        ),
    ]


FORM = Form(
    code="bcd138-kiem-tra",
    title=Label(
        "Biên bản kiểm tra của Ban Chỉ đạo 138",
        "Minutes of an inspection of the committee",
    ),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("inspections",),
    body=Body.COMMITTEE,
    blank=True,
    blocks=_blocks,
)
