"""Mẫu số 34 of NĐ 116/2021/NĐ-CP: request that the court apply the measure (R03)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.administrative_measures.codes import GROUNDS, MEASURES
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
        document_head(sheet, "", measures_files.mark_116("34")),
        Title(
            "VĂN BẢN ĐỀ NGHỊ",
            "Xem xét, quyết định áp dụng biện pháp đưa vào cơ sở cai nghiện bắt buộc",
        ),
        Addressees([asked.text("court")]),
        Text(f"{sheet.issuer.unit} đề nghị Tòa án xem xét, quyết định đối với:"),
        *measures_files.person(asked, "1. Người bị đề nghị"),
        Text("2. Lý do, căn cứ", Style.HEADING),
        asked.choice("Biện pháp đề nghị", "measure", MEASURES),
        asked.choice("Căn cứ áp dụng", "ground", GROUNDS),
        asked.line("Phiếu xác định tình trạng nghiện", "addiction_result"),
        measures_files.violations(asked),
        asked.line("Ngày thông báo cho người bị đề nghị", "notified_on"),
        Line("Ý kiến của người bị đề nghị, người giám hộ", None, 2),
        Text("3. Hồ sơ kèm theo", Style.HEADING),
        asked.pair(("Số hồ sơ", "file_number"), ("Ngày lập", "file_date")),
        measures_files.documents(asked),
        asked.line("Ngày chuyển hồ sơ", "to_court_on"),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="nd116-34",
    title=Label("Văn bản đề nghị Tòa án", "Request to the court"),
    basis=measures_files.basis_116("34"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("administrative_measures",),
    hindrance=measures_files.not_for_court,
    blank=True,
    blocks=_blocks,
)
