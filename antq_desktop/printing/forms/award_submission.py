"""Tờ trình đề nghị khen thưởng, of the awards of a period or of some (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
    Addressees,
    Align,
    Column,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    closing,
    document_head,
    grounds,
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
)


def _blocks(sheet: Sheet, listed: ListSubject | None) -> Sequence[Block]:
    return [
        document_head(sheet, "TTr"),
        Title("TỜ TRÌNH", "Về việc đề nghị khen thưởng"),
        Addressees([None]),
        *grounds(
            "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15",
            "Căn cứ thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc",
        ),
        Text(
            f"{sheet.issuer.unit} đề nghị khen thưởng {standards.many(listed)} trường hợp có tên"
            " sau đây:"
        ),
        standards.listed_table(listed, _COLUMNS),
        Text("Hồ sơ kèm theo gồm báo cáo thành tích của từng trường hợp."),
        Text("Kính trình xem xét, quyết định."),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="khen-thuong-to-trinh",
    title=Label("Tờ trình đề nghị khen thưởng", "Submission for awards"),
    basis="Luật Thi đua, khen thưởng 06/2022/QH15; mẫu theo NĐ 98/2023/NĐ-CP chưa đọc được",
    layout=Layout.REFERENCE,
    needs=Needs.RECORDS,
    registers=("awards",),
    blank=True,
    blocks=_blocks,
)
