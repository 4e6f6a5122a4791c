"""Mẫu số 32 of NĐ 116/2021/NĐ-CP: notice that a file is made (R03, Điều 42)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.administrative_measures.codes import GROUNDS, MEASURES
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Addressees,
    Line,
    Pair,
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
        document_head(sheet, "TB", measures_files.mark_116("32")),
        Title("THÔNG BÁO", "Về việc lập hồ sơ đưa vào cơ sở cai nghiện bắt buộc"),
        Addressees([asked.name_of("person")]),
        Text(f"{sheet.issuer.unit} thông báo việc lập hồ sơ đối với người có tên sau đây:"),
        *measures_files.person(asked, "1. Người bị đề nghị"),
        Text("2. Lý do", Style.HEADING),
        asked.choice("Biện pháp đề nghị", "measure", MEASURES),
        asked.choice("Căn cứ áp dụng", "ground", GROUNDS),
        asked.pair(("Số hồ sơ", "file_number"), ("Ngày lập", "file_date")),
        Text("3. Quyền của người bị đề nghị", Style.HEADING),
        Text(
            "Người bị đề nghị, cha mẹ hoặc người giám hộ, người đại diện có quyền đọc hồ sơ và phát"
            " biểu ý kiến về hồ sơ trong thời hạn 03 ngày làm việc, kể từ ngày nhận được thông báo"
            " này."
        ),
        Line("Địa điểm, thời gian đọc hồ sơ", None, 2),
        asked.line("Ngày thông báo", "notified_on"),
        Pair(Line("Nhận thông báo hồi", None), Line("Người nhận ký tên", None)),
        closing(sheet, "Như trên", "Cha mẹ, người giám hộ (nếu có)"),
    ]


FORM = Form(
    code="nd116-32",
    title=Label("Thông báo lập hồ sơ", "Notice that a file is made"),
    basis=f"{measures_files.basis_116('32')}; Đ42",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("administrative_measures",),
    hindrance=measures_files.not_rehabilitation,
    blank=True,
    blocks=_blocks,
)
