"""Mẫu số 30 of NĐ 116/2021/NĐ-CP: summary of the background of a person (R03)."""

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
        minutes_head(sheet, measures_files.mark_116("30")),
        Title(
            "BẢN TÓM TẮT LÝ LỊCH",
            "Của người bị đề nghị áp dụng biện pháp đưa vào cơ sở cai nghiện bắt buộc",
        ),
        *measures_files.person(asked, "1. Bản thân"),
        Text("2. Gia đình, quá trình hoạt động", Style.HEADING),
        *measures_files.family(),
        Text("3. Tình trạng nghiện và các lần vi phạm", Style.HEADING),
        asked.line("Phiếu xác định tình trạng nghiện", "addiction_result"),
        asked.line("Hồ sơ giáo dục tại xã trước đó", "prior_education"),
        measures_files.violations(asked),
        Line("Tiền án, tiền sự", None, 2),
        Text("Xác nhận nội dung trên là đúng."),
        Signatures((Signature("NGƯỜI LẬP BẢN TÓM TẮT"), signer(sheet))),
    ]


FORM = Form(
    code="nd116-30",
    title=Label("Bản tóm tắt lý lịch", "Summary of the background"),
    basis=measures_files.basis_116("30"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("administrative_measures",),
    hindrance=measures_files.not_rehabilitation,
    blank=True,
    blocks=_blocks,
)
