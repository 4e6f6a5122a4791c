"""Giáo dục tại xã (Luật XLVPHC Đ97.4): notice of the file to the person (R04).

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
        document_head(sheet, "TB"),
        Title("THÔNG BÁO", "Về việc lập hồ sơ đề nghị áp dụng biện pháp giáo dục tại xã"),
        Addressees([asked.name_of("person")]),
        *measures_files.person(asked, "1. Người bị đề nghị"),
        Text("2. Lý do lập hồ sơ", Style.HEADING),
        asked.choice("Khoản áp dụng (Điều 90)", "subject_clause", CLAUSES),
        asked.choice("Hành vi", "acts", ACTS),
        asked.pair(("Số hồ sơ", "file_number"), ("Ngày lập", "file_date")),
        Text("3. Quyền của người bị đề nghị", Style.HEADING),
        Text(
            "Người bị đề nghị, cha mẹ hoặc người giám hộ có quyền đọc hồ sơ và phát biểu ý kiến về"
            " hồ sơ trong thời hạn 03 ngày làm việc, kể từ ngày nhận được thông báo này."
        ),
        Line("Địa điểm, thời gian đọc hồ sơ", None, 2),
        asked.line("Ngày thông báo", "notified_on"),
        closing(sheet, "Như trên", "Cha mẹ, người giám hộ (nếu có)"),
    ]


FORM = Form(
    code="gdx-thong-bao",
    title=Label(
        "Thông báo lập hồ sơ giáo dục tại xã",
        "Notice of a file of education at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    blank=True,
    blocks=_blocks,
)
