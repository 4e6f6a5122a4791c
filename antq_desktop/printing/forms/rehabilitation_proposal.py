"""Mẫu số 29 of NĐ 116/2021/NĐ-CP: proposal to make or pass on a file (R03)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.administrative_measures.codes import GROUNDS, MEASURES
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Addressees,
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
        document_head(sheet, "", measures_files.mark_116("29")),
        Title("VĂN BẢN ĐỀ NGHỊ", "Lập, chuyển hồ sơ đưa vào cơ sở cai nghiện bắt buộc"),
        Addressees([asked.text("sent_to")]),
        Text(f"{sheet.issuer.unit} đề nghị lập, chuyển hồ sơ đối với người có tên sau đây:"),
        *measures_files.person(asked, "1. Người bị đề nghị"),
        Text("2. Lý do, căn cứ", Style.HEADING),
        asked.line("Ngày phát hiện", "detected_on"),
        asked.choice("Biện pháp đề nghị", "measure", MEASURES),
        asked.choice("Căn cứ áp dụng", "ground", GROUNDS),
        asked.line("Có nơi cư trú ổn định", "stable_residence"),
        asked.line("Phiếu xác định tình trạng nghiện", "addiction_result"),
        Text("Các lần vi phạm:", Style.PLAIN),
        measures_files.violations(asked),
        Text("3. Hồ sơ kèm theo", Style.HEADING),
        asked.pair(("Số hồ sơ", "file_number"), ("Ngày lập", "file_date")),
        asked.line("Người lập hồ sơ", "compiled_by"),
        measures_files.documents(asked),
        asked.line("Ngày gửi hồ sơ", "sent_on"),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="nd116-29",
    title=Label("Văn bản đề nghị lập, chuyển hồ sơ", "Proposal to make or pass on a file"),
    basis=measures_files.basis_116("29"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("administrative_measures",),
    hindrance=measures_files.not_rehabilitation,
    blank=True,
    blocks=_blocks,
)
