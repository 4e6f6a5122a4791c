"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): summary of the background (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Line,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    minutes_head,
    signer,
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
        Title("BẢN TÓM TẮT LÝ LỊCH", "Của người bị đề nghị áp dụng biện pháp giáo dục tại xã"),
        *measures_files.person(asked, "1. Bản thân"),
        Text("2. Gia đình, quá trình hoạt động", Style.HEADING),
        *measures_files.family(),
        Text("3. Các lần vi phạm", Style.HEADING),
        measures_files.violations(asked),
        Line("Tiền án, tiền sự", None, 2),
        Text("Xác nhận nội dung trên là đúng."),
        Signatures((Signature("NGƯỜI LẬP BẢN TÓM TẮT"), signer(sheet))),
    ]


FORM = Form(
    code="gdx-ly-lich",
    title=Label(
        "Tóm tắt lý lịch người bị đề nghị giáo dục tại xã",
        "Background for education at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    blank=True,
    blocks=_blocks,
)
