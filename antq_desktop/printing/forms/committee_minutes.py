"""Biên bản họp Ban Chỉ đạo 138 (R11c), on mẫu 1.9 of NĐ 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.committee_meetings import KINDS
from antq_desktop.printing.blocks import (
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
        Title("BIÊN BẢN", "Họp Ban Chỉ đạo 138"),
        Text(f"Hồi ...... giờ ...... phút, {asked.on('held_on')}, tại {sheet.issuer.territory}."),
        asked.choice("Loại cuộc họp", "kind", KINDS),
        asked.line("Số biên bản", "minutes"),
        asked.line("Chủ trì", "chair"),
        Line("Thư ký", None),
        asked.line("Thành phần", "participants", 4),
        Text("I. NỘI DUNG", Style.HEADING),
        asked.line("", "agenda", 8),
        Text("II. KẾT LUẬN", Style.HEADING),
        asked.line("", "conclusions", 6),
        asked.line("Thông báo kết luận", "notice"),
        Text("Cuộc họp kết thúc hồi ...... giờ ...... phút cùng ngày."),
        Signatures((Signature("THƯ KÝ"), Signature("CHỦ TRÌ", name=asked.text("chair") or ""))),
    ]


FORM = Form(
    code="bcd138-bien-ban",
    title=Label("Biên bản họp Ban Chỉ đạo 138", "Minutes of a meeting of the committee"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("committee_meetings",),
    body=Body.COMMITTEE,
    blank=True,
    blocks=_blocks,
)
