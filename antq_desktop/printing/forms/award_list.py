"""Danh sách khen thưởng: the awards of a period with their decisions (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    paper_head,
    signer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import ListSubject

_COLUMNS = (
    (Column("STT", 8, Align.CENTRE), "#"),
    (Column("Tập thể", 20), "recipient_collective"),
    (Column("Cá nhân, hộ gia đình", 20), "recipient_person"),
    (Column("Hình thức đề nghị", 22), "award"),
    (Column("Cấp", 12), "level"),
    (Column("Nội dung", 20), "theme"),
    (Column("Quyết định số", 13), "decision_number"),
    (Column("Ngày", 14, Align.CENTRE), "decided_on"),
    (Column("Tiền thưởng", 14, Align.RIGHT), "money"),
)


def _blocks(sheet: Sheet, listed: ListSubject | None) -> Sequence[Block]:
    period = listed.period if listed else None
    days = (
        f"Từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y}"
        if period
        else "Năm ........"
    )
    return [
        paper_head(sheet),
        Title("DANH SÁCH", "Tập thể, cá nhân, hộ gia đình được đề nghị khen thưởng"),
        Text(days, Style.CENTRED),
        standards.listed_table(listed, _COLUMNS),
        Text(f"Danh sách có {standards.many(listed)} trường hợp."),
        Signatures((Signature("NGƯỜI LẬP"), signer(sheet))),
    ]


FORM = Form(
    code="khen-thuong-danh-sach",
    title=Label("Danh sách khen thưởng", "List of awards"),
    basis="Luật Thi đua, khen thưởng 06/2022/QH15; mẫu theo NĐ 98/2023/NĐ-CP chưa đọc được",
    layout=Layout.REFERENCE,
    needs=Needs.RECORDS,
    registers=("awards",),
    landscape=True,
    blank=True,
    blocks=_blocks,
)
