"""Bản đăng ký phấn đấu đạt "An toàn về an ninh, trật tự" (R07, TT 124/2021 Đ9.2a)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.security_standard.criteria import SUBJECT_KINDS
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
    Addressees,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
from antq_desktop.printing.heads import (
    paper_head,
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
        Title("BẢN ĐĂNG KÝ", f"Phấn đấu đạt {standards.NAME}"),
        Addressees([f"Ủy ban nhân dân {sheet.issuer.territory}"]),
        asked.line("Tên đối tượng đăng ký", "subject"),
        asked.choice("Loại", "subject_kind", SUBJECT_KINDS),
        asked.line("Khu dân cư", "residential_area"),
        asked.line("Cơ quan, doanh nghiệp, cơ sở giáo dục", "organization"),
        asked.line("Năm đăng ký", "year"),
        asked.pair(("Số hộ", "households_total"), ("Số hộ đăng ký", "households_registered")),
        asked.line("Ngày đăng ký", "registered_on"),
        asked.line("Hồ sơ đăng ký", "registration_documents", 2),
        Text("Các tiêu chí phấn đấu:", Style.HEADING),
        standards.criteria(asked),
        Text(
            "Chúng tôi cam kết thực hiện đầy đủ các tiêu chí đã đăng ký, đề nghị được theo dõi, xét"
            " công nhận."
        ),
        Signatures(
            (
                Signature("TRƯỞNG KHU DÂN CƯ\n(THỦ TRƯỞNG ĐƠN VỊ)"),
                Signature("XÁC NHẬN CỦA CÔNG AN"),
            ),
        ),
    ]


FORM = Form(
    code="atantt-dang-ky",
    title=Label(
        "Bản đăng ký phấn đấu đạt An toàn về ANTT",
        "Registration for the security standard",
    ),
    basis="TT 124/2021/TT-BCA Đ9 (nội dung); NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_standard",),
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
