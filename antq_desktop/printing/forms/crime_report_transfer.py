"""Mẫu số 03 of TT 119/2021/TT-BCA: slip that passes a report of crime on (R01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.crime_reports.codes import SCENE_ACTIONS, URGENCIES
from antq_desktop.printing import handed, tt119, words
from antq_desktop.printing.blocks import Addressees, Line, NationalHead, Style, Text, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import closing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    handing = record.handing if record is not None else None
    said = handing.number if handing is not None else asked.text("forward_number")
    number = said or f"....../PC-{sheet.issuer.symbol}"
    day = handing.on if handing is not None else asked.day("forward_at") or sheet.day
    unit = asked.text("forward_to")
    police = f"Công an {words.inside(unit)}" if unit else None
    to = handing.to if handing is not None else police
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            number=f"Số: {number}",
            dated=words.place_and_day(sheet.issuer.place, day),
            mark=tt119.mark("03"),
        ),
        Title("PHIẾU CHUYỂN NGUỒN TIN VỀ TỘI PHẠM"),
        Addressees([to]),
        Text(f"{sheet.issuer.unit} đã tiếp nhận nguồn tin về tội phạm như sau:"),
        Line("Số thứ tự vào sổ tiếp nhận", record.book if record else None),
        asked.line("Thời gian tiếp nhận", "received_at"),
        asked.line("Loại nguồn tin", "source_kind"),
        asked.line("Hình thức tiếp nhận", "channel"),
        Text("1. Người cung cấp nguồn tin về tội phạm", Style.HEADING),
        *tt119.informant(record),
        Text("2. Tóm tắt nội dung", Style.HEADING),
        asked.line("Thời gian xảy ra", "event_from"),
        Line("Địa điểm xảy ra", tt119.place(record)),
        asked.line("Nội dung, diễn biến", "summary", 8),
        asked.line("Người bị tố giác", "suspects", 2),
        Text("3. Phân loại và việc đã làm", Style.HEADING),
        asked.choice("Phân loại", "urgency", URGENCIES),
        asked.choice("Biện pháp đã tiến hành", "scene_actions", SCENE_ACTIONS),
        Line("Lý do chuyển", handing.reason if handing is not None else None, 2),
        Text("4. Tài liệu, đồ vật kèm theo", Style.HEADING),
        tt119.objects(asked, blank=3),
        Line("Tổng số tờ tài liệu kèm theo", None),
        *handed.enclosed(handing),
        asked.line("Thời gian chuyển", "forward_at"),
        Text("Đề nghị nơi nhận thụ lý, giải quyết theo quy định của pháp luật."),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="tt119-03",
    title=Label("Phiếu chuyển nguồn tin về tội phạm", "Slip passing a report of crime on"),
    basis=f"{tt119.basis('03')}; TTLT 01/2017 Đ8.5",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports",),
    hindrance=tt119.no_crime,
    seals=True,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
