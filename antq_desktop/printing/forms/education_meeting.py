"""Giáo dục tại xã (Luật XLVPHC Đ98.1): minutes of the advisory meeting (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.commune_education.codes import ALTERNATIVES, CLAUSES, DECISIONS
from antq_desktop.printing import measures_files
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
    SEALED,
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
        Title("BIÊN BẢN", "Họp tư vấn áp dụng biện pháp giáo dục tại xã"),
        Text(f"Hồi ...... giờ ...... phút, {asked.on('meeting_on')}, tại {sheet.issuer.unit}."),
        asked.line("Ngày Ủy ban nhân dân nhận hồ sơ", "received_on"),
        asked.line("Số biên bản", "minutes"),
        Text("1. Thành phần", Style.HEADING),
        asked.table(
            "attendees",
            (
                (Column("STT", 8, Align.CENTRE), "#"),
                (Column("Thành phần", 40), "role"),
                (Column("Họ và tên", 36), "name"),
                (Column("Có mặt", 16, Align.CENTRE), "attended"),
            ),
            blank=8,
        ),
        *measures_files.person(asked, "2. Người bị đề nghị"),
        asked.choice("Khoản áp dụng (Điều 90)", "subject_clause", CLAUSES),
        Text("3. Nội dung họp", Style.HEADING),
        Line("Báo cáo của Công an", None, 3),
        Line("Ý kiến của người dự họp", None, 5),
        Line("Ý kiến của người bị đề nghị, cha mẹ, người giám hộ", None, 3),
        Text("4. Kết luận", Style.HEADING),
        asked.choice("Kết quả", "decision", DECISIONS),
        asked.choice("Biện pháp thay thế", "alternative_measure", ALTERNATIVES),
        ended(),
        Signatures((Signature("THƯ KÝ"), Signature("CHỦ TRÌ CUỘC HỌP", SEALED))),
    ]


FORM = Form(
    code="gdx-bien-ban-hop",
    title=Label(
        "Biên bản họp tư vấn áp dụng biện pháp giáo dục tại xã",
        "Minutes of the advisory meeting",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
