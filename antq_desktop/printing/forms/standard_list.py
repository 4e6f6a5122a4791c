"""Danh sách xét "An toàn về an ninh, trật tự" và phân loại phong trào (R07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
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


def _blocks(sheet: Sheet, listed: ListSubject | None) -> Sequence[Block]:
    period = listed.period if listed else None
    days = (
        f"Kỳ từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y}"
        if period
        else "Năm ........"
    )
    return [
        paper_head(sheet),
        Title("DANH SÁCH", f"Đối tượng xét công nhận đạt {standards.NAME}"),
        Text(days, Style.CENTRED),
        standards.subjects(listed, decided=True),
        Text(f"Danh sách có {standards.many(listed)} đối tượng."),
        Signatures((Signature("NGƯỜI LẬP"), signer(sheet))),
    ]


FORM = Form(
    code="atantt-danh-sach",
    title=Label("Danh sách xét An toàn về ANTT", "List for the security standard"),
    basis="TT 124/2021/TT-BCA Đ9 (nội dung); NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORDS,
    registers=("security_standard",),
    landscape=True,
    blank=True,
    blocks=_blocks,
)
