"""Mẫu số 145 of TT 119/2021/TT-BCA: minutes of a verification (R01, R05)."""

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
    wanted = record is not None and record.register.name == "wanted_persons"
    return [
        minutes_head(sheet, tt119.mark("145")),
        Title("BIÊN BẢN XÁC MINH"),
        *tt119.opening(sheet, asked.at("")),
        Line("Theo hồ sơ số vào sổ", record.book if record else None),
        *([asked.line("Người bị truy nã", "person")] if wanted else ()),
        Text("1. Nội dung cần xác minh", Style.HEADING),
        *(
            [asked.line("", "persuasion", 4)]
            if wanted
            else [asked.line("Tóm tắt vụ việc", "summary", 4)]
        ),
        Text("2. Người, cơ quan cung cấp thông tin", Style.HEADING),
        *tt119.witness(),
        Text("3. Kết quả xác minh", Style.HEADING),
        Line("", None, 12),
        Line("Tài liệu kèm theo", None, 2),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI CUNG CẤP THÔNG TIN", PRINTED),
                Signature("NGƯỜI CHỨNG KIẾN"),
                Signature("CÁN BỘ XÁC MINH"),
            )
        ),
    ]


FORM = Form(
    code="tt119-145",
    title=Label("Biên bản xác minh", "Minutes of a verification"),
    basis=tt119.basis("145"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports", "wanted_persons"),
    hindrance=tt119.no_crime,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
