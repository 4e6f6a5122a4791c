"""Mẫu số 148 of TT 119/2021/TT-BCA: minutes of holding objects and documents (R01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import tt119
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import PRINTED, ended, minutes_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet, tt119.mark("148")),
        Title("BIÊN BẢN", "Tạm giữ đồ vật, tài liệu"),
        *tt119.opening(sheet, asked.at("")),
        *tt119.witness(),
        Line("Theo hồ sơ số vào sổ", record.book if record else None),
        asked.line("Cán bộ tiếp nhận nguồn tin", "received_by"),
        Text("1. Người có đồ vật, tài liệu bị tạm giữ", Style.HEADING),
        *asked.lines_of({}),
        Text("2. Đồ vật, tài liệu tạm giữ", Style.HEADING),
        tt119.objects(asked),
        Line("Lý do tạm giữ", None, 2),
        Line("Việc niêm phong", None, 2),
        Line("Ý kiến của người có đồ vật, tài liệu", None, 2),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI CÓ ĐỒ VẬT, TÀI LIỆU", PRINTED),
                Signature("NGƯỜI CHỨNG KIẾN"),
                Signature("NGƯỜI LẬP BIÊN BẢN"),
            )
        ),
    ]


FORM = Form(
    code="tt119-148",
    title=Label("Biên bản tạm giữ đồ vật, tài liệu", "Minutes of holding objects and documents"),
    basis=tt119.basis("148"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports",),
    hindrance=tt119.no_crime,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
