"""Biên bản họp đánh giá "An toàn về an ninh, trật tự" (R07, TT 124/2021 Đ9.1, 9.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.security_standard.fields import RESULTS
from antq_desktop.printing import standards
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
        Title("BIÊN BẢN", f"Họp đánh giá kết quả xây dựng {standards.NAME}"),
        Text(f"Hồi ...... giờ ...... phút, {asked.on('meeting_on')}."),
        Line("Địa điểm", None),
        asked.line("Đối tượng được đánh giá", "subject"),
        asked.pair(("Loại", "subject_kind"), ("Năm xét", "year"), 0.65),
        asked.line("Số biên bản", "minutes"),
        Text("1. Thành phần", Style.HEADING),
        Line("Chủ trì", None),
        Line("Thư ký", None),
        Line("Thành phần dự họp", None, 3),
        Text("2. Kết quả từng tiêu chí", Style.HEADING),
        asked.pair(("Số hộ", "households_total"), ("Số hộ đăng ký", "households_registered")),
        standards.criteria(asked),
        asked.line("Tiêu chí chưa đạt", "fail_reasons", 2),
        Text("3. Ý kiến thảo luận", Style.HEADING),
        Line("", None, 4),
        Text("4. Biểu quyết và kết luận", Style.HEADING),
        Line("Số người tán thành trên tổng số dự họp", None),
        asked.choice("Kết luận", "result", RESULTS),
        Text("Biên bản kết thúc hồi ...... giờ ...... phút cùng ngày, đã đọc cho mọi người nghe."),
        Signatures((Signature("THƯ KÝ"), Signature("CHỦ TRÌ"), Signature("ĐẠI DIỆN CÔNG AN"))),
    ]


FORM = Form(
    code="atantt-bien-ban",
    title=Label("Biên bản họp đánh giá An toàn về ANTT", "Minutes of the assessment meeting"),
    basis="TT 124/2021/TT-BCA Đ9 (nội dung); NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_standard",),
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
