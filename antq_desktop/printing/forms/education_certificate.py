"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): certificate that the term was served (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
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


def _hindrance(record: RecordSubject) -> str | None:
    return None if record.values.get("end_kind") == "completed" else "paper.not_served"


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        document_head(sheet, ""),
        Title("GIẤY CHỨNG NHẬN", "Chấp hành xong biện pháp giáo dục tại xã, phường, thị trấn"),
        Title(f"CHỦ TỊCH {sheet.issuer.name} CHỨNG NHẬN"),
        *measures_files.person(asked, "Người được giáo dục"),
        asked.pair(("Theo Quyết định số", "decision_number"), ("Ngày", "decision_date")),
        asked.line("Thời hạn (tháng)", "term_months"),
        asked.pair(("Từ ngày", "term_from"), ("Đến ngày", "term_to")),
        asked.line("Kết quả", "end_kind"),
        asked.line("Ngày chấp hành xong", "end_date"),
        closing(sheet, "Người được giáo dục", f"Công an {sheet.issuer.territory}"),
    ]


FORM = Form(
    code="gdx-hoan-thanh",
    title=Label(
        "Giấy chứng nhận chấp hành xong biện pháp giáo dục tại xã",
        "Certificate that education was served",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    body=Body.PEOPLE,
    hindrance=_hindrance,
    blank=True,
    blocks=_blocks,
)
