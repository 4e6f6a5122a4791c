"""Báo cáo kết quả xây dựng "An toàn về an ninh, trật tự" (R07, TT 124/2021 Đ9.2b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import standards
from antq_desktop.printing.blocks import (
    Line,
    Style,
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
        document_head(sheet, "BC"),
        Title("BÁO CÁO", f"Kết quả xây dựng {standards.NAME}"),
        Text("I. ĐẶC ĐIỂM TÌNH HÌNH", Style.HEADING),
        asked.line("Đối tượng", "subject"),
        asked.pair(("Loại", "subject_kind"), ("Năm xét", "year"), 0.65),
        asked.pair(("Số hộ", "households_total"), ("Số hộ đăng ký", "households_registered")),
        asked.line("Ngày đăng ký", "registered_on"),
        Line("Tình hình, đặc điểm", None, 4),
        Text("II. KẾT QUẢ TỪNG TIÊU CHÍ", Style.HEADING),
        standards.criteria(asked),
        asked.line("Kết quả tự đánh giá", "result"),
        asked.line("Ngày họp đánh giá", "meeting_on"),
        Text("III. TỒN TẠI, NGUYÊN NHÂN", Style.HEADING),
        asked.line("Tiêu chí chưa đạt", "fail_reasons", 2),
        Line("Nguyên nhân", None, 3),
        Text("IV. PHƯƠNG HƯỚNG", Style.HEADING),
        Line("", None, 4),
        Text("V. ĐỀ NGHỊ", Style.HEADING),
        Text(f"Đề nghị cấp có thẩm quyền xét, công nhận đạt {standards.NAME}."),
        closing(sheet, "Ban Chỉ đạo cấp có thẩm quyền"),
    ]


FORM = Form(
    code="atantt-bao-cao",
    title=Label("Báo cáo kết quả xây dựng An toàn về ANTT", "Report on the security standard"),
    basis="TT 124/2021/TT-BCA Đ9 (nội dung); NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_standard",),
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
