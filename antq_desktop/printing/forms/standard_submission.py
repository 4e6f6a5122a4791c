"""Tờ trình đề nghị công nhận "An toàn về an ninh, trật tự" (R07, TT 124/2021 Đ9.2b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
    Addressees,
    Line,
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


def _blocks(sheet: Sheet, listed: ListSubject | None) -> Sequence[Block]:
    return [
        document_head(sheet, "TTr"),
        Title("TỜ TRÌNH", f"Đề nghị công nhận đạt {standards.NAME}"),
        Addressees([f"Chủ tịch Ủy ban nhân dân {sheet.issuer.territory}"]),
        *grounds(
            "Căn cứ Thông tư số 124/2021/TT-BCA của Bộ trưởng Bộ Công an và văn bản sửa đổi,"
            " bổ sung",
            "Căn cứ kết quả họp đánh giá và hồ sơ của các đối tượng đăng ký",
        ),
        Text(
            f"{sheet.issuer.unit} trình xét, công nhận {standards.many(listed)} đối tượng đạt"
            f" {standards.NAME}, có danh sách sau đây:"
        ),
        standards.subjects(listed, decided=False),
        Line("Nhận xét chung", None, 3),
        Text("Kính trình xem xét, quyết định."),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="atantt-to-trinh",
    title=Label(
        "Tờ trình đề nghị công nhận An toàn về ANTT",
        "Submission for the security standard",
    ),
    basis="TT 124/2021/TT-BCA Đ9 (nội dung); NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORDS,
    registers=("security_standard",),
    hindrance=standards.not_proposed,
    blank=True,
    blocks=_blocks,
)
