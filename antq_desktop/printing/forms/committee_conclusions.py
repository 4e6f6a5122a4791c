"""Thông báo kết luận cuộc họp Ban Chỉ đạo 138 (R11c), on mẫu 1.4 of NĐ 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.blocks import (
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
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
        Title("THÔNG BÁO", "Kết luận cuộc họp Ban Chỉ đạo 138"),
        Text(f"{asked.on('held_on').capitalize()}, {sheet.issuer.unit} đã họp."),
        asked.line("Loại cuộc họp", "kind"),
        asked.line("Chủ trì", "chair"),
        asked.line("Thành phần", "participants", 3),
        Text("Sau khi nghe báo cáo và ý kiến thảo luận, người chủ trì kết luận như sau:"),
        asked.line("", "conclusions", 14),
        asked.line("Số, ký hiệu thông báo", "notice"),
        asked.line("Số vào sổ văn bản", "notice_record"),
        Text("Các thành viên Ban Chỉ đạo và đơn vị liên quan thực hiện thông báo này."),
        closing(sheet, "Thành viên Ban Chỉ đạo", "Các khu dân cư"),
    ]


FORM = Form(
    code="bcd138-ket-luan",
    title=Label(
        "Thông báo kết luận cuộc họp Ban Chỉ đạo 138",
        "Notice of the conclusions of a meeting",
    ),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("committee_meetings",),
    body=Body.COMMITTEE,
    blank=True,
    blocks=_blocks,
)
