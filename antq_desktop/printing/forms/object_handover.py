"""Mẫu số 155 of TT 119/2021/TT-BCA: minutes of handing over objects and evidence (R01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import tt119
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
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import ended, minutes_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet, tt119.mark("155")),
        Title("BIÊN BẢN", "Giao nhận đồ vật, tài liệu, vật chứng"),
        Text(f"Hồi {asked.at('')}, tại {sheet.issuer.unit}."),
        Line("Theo hồ sơ số vào sổ", record.book if record else None),
        Text(f"1. Bên giao: {sheet.issuer.unit}", Style.HEADING),
        *tt119.officers(2),
        Text("2. Bên nhận", Style.HEADING),
        asked.line("Cơ quan", "forward_to"),
        *tt119.officers(2),
        Text("3. Đồ vật, tài liệu, vật chứng", Style.HEADING),
        asked.table(
            "objects",
            (
                (Column("STT", 7, Align.CENTRE), "#"),
                (Column("Tên đồ vật, tài liệu, vật chứng", 31), "name"),
                (Column("Số lượng", 11, Align.RIGHT), "quantity"),
                (Column("Đặc điểm, tình trạng", 22), "condition"),
                (Column("Biên bản tạm giữ", 14), "minutes_number"),
                (Column("Ngày bàn giao", 15, Align.CENTRE), "handed_over_on"),
            ),
            blank=6,
        ),
        Line("Tình trạng niêm phong", None, 2),
        Line("Ý kiến của bên nhận", None, 2),
        ended(),
        Signatures((Signature("BÊN NHẬN"), Signature("BÊN GIAO"))),
    ]


FORM = Form(
    code="tt119-155",
    title=Label(
        "Biên bản giao nhận đồ vật, tài liệu, vật chứng",
        "Minutes of handing over objects, documents, evidence",
    ),
    basis=tt119.basis("155"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports",),
    hindrance=tt119.no_crime,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
