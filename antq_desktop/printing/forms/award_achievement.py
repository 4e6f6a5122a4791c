"""Báo cáo thành tích đề nghị khen thưởng: one recipient (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.awards.codes import RECIPIENT_KINDS, THEMES
from antq_desktop.printing.blocks import (
    Pair,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    paper_head,
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
        paper_head(sheet),
        Title("BÁO CÁO THÀNH TÍCH", "Đề nghị khen thưởng"),
        Text("I. SƠ LƯỢC", Style.HEADING),
        asked.choice("Đối tượng", "recipient_kind", RECIPIENT_KINDS),
        asked.line("Tên tập thể", "recipient_collective"),
        asked.line("Họ tên cá nhân, chủ hộ", "recipient_person"),
        asked.choice("Nội dung khen thưởng", "theme", THEMES),
        Text("II. THÀNH TÍCH ĐẠT ĐƯỢC", Style.HEADING),
        asked.line("", "achievement", 12),
        Text("III. HÌNH THỨC ĐỀ NGHỊ", Style.HEADING),
        asked.line("Hình thức", "award"),
        asked.line("Tên hình thức khác", "other_award"),
        Pair(asked.line("Cấp", "level"), asked.line("Loại hình", "kind")),
        asked.line("Người có thẩm quyền", "authority"),
        asked.pair(("Tờ trình số", "proposal"), ("Ngày đề nghị", "proposed_on")),
        asked.money("Tiền thưởng", "money"),
        Signatures((Signature("NGƯỜI BÁO CÁO"), signer(sheet))),
    ]


FORM = Form(
    code="khen-thuong-thanh-tich",
    title=Label(
        "Báo cáo thành tích đề nghị khen thưởng",
        "Report of achievements for an award",
    ),
    basis="Luật Thi đua, khen thưởng 06/2022/QH15; mẫu theo NĐ 98/2023/NĐ-CP chưa đọc được",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("awards",),
    blank=True,
    blocks=_blocks,
)
