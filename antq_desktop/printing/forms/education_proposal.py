"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): proposal to apply the measure (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.commune_education.codes import ACTS, CLAUSES
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Addressees,
    Line,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    closing,
    document_head,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        document_head(sheet, ""),
        Title("VĂN BẢN ĐỀ NGHỊ", f"Áp dụng biện pháp giáo dục tại {sheet.issuer.territory}"),
        Addressees([f"Chủ tịch Ủy ban nhân dân {sheet.issuer.territory}"]),
        asked.line("Cơ quan, người lập hồ sơ đề nghị", "proposer"),
        *measures_files.person(asked, "1. Người bị đề nghị"),
        Text("2. Lý do, căn cứ", Style.HEADING),
        asked.choice("Khoản áp dụng (Điều 90)", "subject_clause", CLAUSES),
        asked.choice("Hành vi", "acts", ACTS),
        Text("Các lần vi phạm:", Style.PLAIN),
        measures_files.violations(asked),
        Text("3. Hồ sơ kèm theo", Style.HEADING),
        asked.pair(("Số hồ sơ", "file_number"), ("Ngày lập", "file_date")),
        asked.line("Ngày thông báo cho người bị đề nghị", "notified_on"),
        asked.line("Ngày gửi hồ sơ", "sent_on"),
        Line("Tài liệu kèm theo", None, 2),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="gdx-de-nghi",
    title=Label(
        "Đề nghị áp dụng biện pháp giáo dục tại xã",
        "Proposal of education at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    blank=True,
    blocks=_blocks,
)
